"""Reports that belong to one matter, by the rare words that they share within some days."""

from collections import Counter
from collections.abc import Mapping, Sequence
from math import log1p

from khabar.language.analysis import AnalysedText
from khabar.resolution.gathering import gathered, weighted
from khabar.resolution.stems import stems
from khabar.values.report import Report

# Average likeness of reports on one matter: at this all wire copies stay together, and neighbouring matters apart.
_ALIKE = 0.18
_DAYS = 10  # a matter that returns after longer is told as a new one
_TELLING = 40  # words of a report that it is compared by


def stories_in(reports: Sequence[Report], texts: Sequence[AnalysedText]) -> list[list[int]]:
    """Groups of reports, by their places in the sequence."""
    vectors = [_most_telling(v) for v in weighted([_words(t) for t in texts])]

    def in_time(one: int, other: int) -> bool:
        first, second = reports[one].published, reports[other].published
        return first is None or second is None or abs((first - second).days) <= _DAYS

    return gathered(vectors, _ALIKE, in_time)


def _words(text: AnalysedText) -> Mapping[str, float]:
    counts = Counter(s for token in text.tokens if token.kind == "word" for s in stems(token.form)[:1])
    return {stem: 1 + log1p(n - 1) for stem, n in counts.items()}


def _most_telling(vector: Mapping[str, float]) -> dict[str, float]:
    kept = sorted(vector, key=lambda f: (-vector[f], f))[:_TELLING]
    length = sum(vector[f] ** 2 for f in kept) ** 0.5
    return {f: vector[f] / length for f in kept} if length else {}
