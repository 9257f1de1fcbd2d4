"""Weights that were learned for cues, as logits, and how likely they make an answer."""

from collections.abc import Iterable, Mapping
from math import exp

from khabar.knowledge.files import entries

CONSTANT = "constant"  # the entry of what speaks for a yes before any cue is known
Logits = tuple[float, dict[str, float]]  # that, and what each cue adds


def logits_in(file: str, asked: str) -> Logits:
    """The weights of a file of entries, each of which has a field for the question."""
    found = {entry["id"]: float(entry[asked]) for entry in entries(file)}
    return found.pop(CONSTANT, 0.0), found


def likelihood(constant: float, weights: Mapping[str, float], cues: Iterable[str]) -> float:
    """How likely a yes is with these cues."""
    return 1 / (1 + exp(-(constant + sum(weights.get(cue, 0.0) for cue in cues))))
