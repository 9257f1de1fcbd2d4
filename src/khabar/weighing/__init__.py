"""Copies and wires, independence, agreement and contradiction, verdicts, exchanges."""

from typing import TYPE_CHECKING, Any

from khabar.values.weighed import Weighed

if TYPE_CHECKING:
    from khabar.weighing.concluding import weigh

__all__ = ["Weighed", "weigh"]


def __getattr__(name: str) -> Any:
    # asking an archive needs a room or two of weighing, but not the stages of reading that weighing itself loads
    if name != "weigh":
        raise AttributeError(name)
    from khabar.weighing.concluding import weigh

    return weigh
