"""Copies and wires, independence, agreement and contradiction, verdicts, exchanges."""

from khabar.weighing.weighed import Weighed, weigh

__all__ = ["Weighed", "weigh"]
