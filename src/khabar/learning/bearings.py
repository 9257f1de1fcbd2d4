"""Learning how much each cue weighs when it is asked whether two sentences disagree.

usage: python -m khabar.learning.bearings PAIRS.csv [OUT.yaml]

PAIRS.csv holds pairs of headlines judged by people, as `s1,s2,stance`: agree, disagree or other. Prints F1 on pairs
held out, and writes the weights learned from all.
"""

import sys
from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import Path

from khabar.engine import sentence_in
from khabar.knowledge.bearings import AGAINST, AKIN, BOUNDS
from khabar.learning import logistic
from khabar.learning.logistic import Weights, fitted, likelihood
from khabar.measures.bearing_quality import JudgedPair, measure_bearings, pairs_in
from khabar.values.agreement import Agreement
from khabar.weighing.bearing_cues import cues_between

_FOLDS = 5
_HEAD = (
    "What each cue between two sentences adds, as logits: learned by `make train-bearings`, not edited by hand.",
    "What the cues are is in weighing/bearing_cues.py; where they were learned, in docs/models/bearings.md.",
)
Told = tuple[JudgedPair, frozenset[str]]  # a pair with its cues


def told_in(pairs: Iterable[JudgedPair]) -> list[Told]:
    """Each pair with its cues."""
    return [(p, frozenset(cues_between(sentence_in(p.first), sentence_in(p.second)))) for p in pairs]


def learned(told: Sequence[Told]) -> dict[str, Weights]:
    """The weights for either question; that of disagreement is asked only of pairs on one matter."""
    akin = [(sorted(cues), pair.agreement is not Agreement.OTHER) for pair, cues in told]
    against = [
        (sorted(cues), pair.agreement is Agreement.DISAGREES)
        for pair, cues in told
        if pair.agreement is not Agreement.OTHER
    ]
    return {AKIN: fitted(akin), AGAINST: fitted(against)}


def held_out(told: Sequence[Told]) -> list[tuple[JudgedPair, Agreement]]:
    """Every pair with what weights say of it that no pair of the same first sentence had a part in."""
    found = []
    for fold in range(_FOLDS):
        weights = learned([one for one in told if _fold(one[0]) != fold])
        found += [(pair, _judged(weights, cues)) for pair, cues in told if _fold(pair) == fold]
    return found


def _judged(weights: dict[str, Weights], cues: frozenset[str]) -> Agreement:
    if likelihood(weights[AKIN], sorted(cues)) < BOUNDS[AKIN]:
        return Agreement.OTHER
    against = likelihood(weights[AGAINST], sorted(cues)) >= BOUNDS[AGAINST]
    return Agreement.DISAGREES if against else Agreement.AGREES


def _fold(pair: JudgedPair) -> int:
    return int(sha256(pair.first.encode()).hexdigest(), 16) % _FOLDS


def as_yaml(weights: dict[str, Weights]) -> str:
    """The weights as a file of our knowledge, two digits each."""
    return logistic.as_yaml(_HEAD, weights)


def main(pairs: str, out: str | None = None) -> None:
    """Learn, say how well it does on pairs held out, and write the weights."""
    told = told_in(pairs_in(Path(pairs)))
    for name, figure in measure_bearings(held_out(told)).items():
        print(f"{name:10} F1 {figure.f1:.3f}, precision {figure.precision:.3f}, recall {figure.recall:.3f}")
    if out:
        Path(out).write_text(as_yaml(learned(told)), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
