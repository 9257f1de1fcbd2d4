"""How much each cue weighs when it is asked whether two sentences tell of one matter, and whether they disagree."""

from functools import cache

from khabar.knowledge.files import entries
from khabar.knowledge.foreground import CONSTANT

FILE = "models/bearings.yaml"
AKIN, AGAINST = "akin", "against"  # of one matter; and if so, against one another
# From these likelihoods on it is so: where the mean F1 of the three answers on held-out pairs is best.
BOUNDS = {AKIN: 0.5, AGAINST: 0.55}


@cache
def bearing_weights(asked: str) -> dict[str, float]:
    """What speaks for a yes before any cue is known, and what each cue adds, as logits."""
    return {entry["id"]: float(entry[asked]) for entry in entries(FILE)} or {CONSTANT: 0.0}
