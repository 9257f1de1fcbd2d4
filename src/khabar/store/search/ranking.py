"""How well a sentence answers: by how rare, how near and how close together its words are, and by where it stands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log

# Set together on the tuning half of the judged queries; halving or doubling one moves nDCG@10 there by less than .02.
_AGAIN = 0.25  # what a word is worth that stands there again
_LENGTH = 0.3  # how much a long sentence loses
_TOGETHER = 1.0  # what words are worth that stand side by side
_HEADLINE = 0.5
_EARLY = 0.3  # what a sentence is worth that begins with a word asked for
_USUAL = 25  # words of a sentence


@dataclass(frozen=True, slots=True)
class Met:
    """A thing asked for, where it stands in a sentence."""

    first: int  # its place among the words of the sentence
    last: int
    near: float  # how near the form is to what was asked for
    form: str


def rarity(sentences: int, of: int) -> float:
    """What a thing is worth that so many sentences of all have."""
    return log(1 + (of - sentences + 0.5) / (sentences + 0.5))


def score(met: Sequence[Sequence[Met]], rarities: Sequence[float], length: int, *, headline: bool) -> float:
    """The worth of a sentence of so many words, by what it has of each thing asked for."""
    found = [(places, rare) for places, rare in zip(met, rarities, strict=True) if places]
    if not found:
        return 0.0
    words = sum(rare * _worth(places) for places, rare in found)
    sized = words / (1 - _LENGTH + _LENGTH * length / _USUAL)
    start = min(place.first for places, _ in found for place in places)
    return sized * (1 + _TOGETHER * _closeness([p for p, _ in found]) + _HEADLINE * headline + _EARLY / (1 + start))


def _worth(places: Sequence[Met]) -> float:
    best = max(place.near for place in places)
    return best * (1 + _AGAIN * log(len(places)))


def _closeness(met: Sequence[Sequence[Met]]) -> float:
    """1 where one of each stands side by side, less the farther apart they are; 0 for a single thing."""
    if len(met) < 2:
        return 0.0
    return max(1 / (1 + _gap(place, met)) for place in met[0])


def _gap(place: Met, met: Sequence[Sequence[Met]]) -> int:
    nearest = [min(others, key=lambda other: abs(other.first - place.first)) for others in met]
    width = max(one.last for one in nearest) - min(one.first for one in nearest) + 1
    return max(0, width - sum(one.last - one.first + 1 for one in nearest))


def by_form(forms: Mapping[str, float], rest: Sequence[str], words: Sequence[str]) -> list[Met]:
    """Every place where one of the forms stands, with the words that must follow it."""
    if forms.keys().isdisjoint(words):
        return []
    follows = list(rest)
    return [
        Met(at, at + len(follows), forms[word], word)
        for at, word in enumerate(words)
        if word in forms and words[at + 1 : at + 1 + len(follows)] == follows
    ]
