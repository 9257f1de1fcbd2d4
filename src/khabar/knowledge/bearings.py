"""How much each cue weighs when it is asked whether two sentences tell of one matter, and whether they disagree."""

from functools import cache

from khabar.knowledge.logits import Logits, logits_in

FILE = "models/bearings.yaml"
AKIN, AGAINST = "akin", "against"  # of one matter; and if so, against one another
# From these likelihoods on it is so: where the mean F1 of the three answers on held-out pairs is best.
BOUNDS = {AKIN: 0.5, AGAINST: 0.55}


@cache
def bearing_weights(asked: str) -> Logits:
    """What speaks for a yes before any cue is known, and what each cue adds, as logits."""
    return logits_in(FILE, asked)
