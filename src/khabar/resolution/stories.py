"""Reports that belong to one matter, by the rare words and names that they share within some days."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from math import log1p

from khabar.language.analysis import AnalysedText, analyse
from khabar.language.spelling import name_key
from khabar.resolution.appearances import Appearances
from khabar.resolution.gathering import each_weighted, gathered
from khabar.resolution.headlines import headline_in
from khabar.resolution.sharing import Horizons
from khabar.resolution.stems import roots
from khabar.values.entity import Kind

# Average likeness of reports on one matter: at this nearly all wire copies stay together, and of neighbouring matters
# (two strikes of one war, two matches of one cup) nearly all are apart; set on 2,000 reports of five outlets.
_ALIKE = 0.29
_IN_TITLE = 2.0  # a word of the headline says so much more of the matter than others
_DAYS = 10  # a matter that returns after longer is told as a new one
_MOST = 0.25  # of a report's weight, at length one, that one word may have: two reports of earthquakes share only that
_TELLING = 40  # words of a report that it is compared by
# A name says less than a word that is as rare: its words count already. But it is one in all its spellings and names
# (إيران, طهران, adjectives of bodies), which reports of one matter choose among.
_NAMED = 0.7
_UNTOLD = frozenset({Kind.GROUP, Kind.MEDIA})  # who speaks in a matter, seldom whom it is about
# Two short reports of one matter share less of their words than two long ones, which repeat what it is about. A report
# of fewer words and names than this is taken for so much likelier to be of a matter; set on the same reports whole and
# cut short, so that these make no more stories of two matters.
_FULL = 80
_FEWEST = 45  # in fewer chance has too much of a part
_SHORT = 0.2  # the power


def stories_in(days: Sequence[date | None], words: Sequence[Mapping[str, float]]) -> list[list[int]]:
    """Groups of reports in the order of their days, each given by its day and its words, by their places."""
    vectors = [_most_telling(v) for v in each_weighted(words)]
    numbers = [day.toordinal() if day else None for day in days]

    def in_time(one: int, other: int) -> bool:
        first, second = numbers[one], numbers[other]
        return first is None or second is None or -_DAYS <= first - second <= _DAYS

    dated = [number for number in numbers if number is not None]
    ends = [len(days) if n is None else bisect_right(dated, n + _DAYS) for n in numbers]
    return gathered(vectors, _ALIKE, in_time, worth_comparing=in_time, horizons=Horizons(ends, open=len(dated)))


def words_in(text: AnalysedText, title: str | None) -> dict[str, tuple[int, bool]]:
    """The stems of a report with how often each comes, and whether it stands in the headline, within or beside it."""
    opening = None if title else headline_in(text, title)
    headline = title or (opening.of(text.text) if opening else "")
    told = frozenset(_stems(analyse(headline))) if headline else frozenset()
    times = Counter(_stems(text)) | Counter(told)
    return {stem: (often, stem in told) for stem, often in times.items()}


def names_in(appearances: Appearances) -> dict[str, float]:
    """Whom and what a report names, each the same however it is named, with what that says."""
    told: Counter[str] = Counter()
    for entity in appearances.entities:
        if entity.kind not in _UNTOLD:
            told[f"@{entity.known_as or entity.wikidata or name_key(entity.name)}"] += len(entity.mentions) or 1
    return {name: _NAMED * weight(times) for name, times in told.items()}


@cache
def weight(times: int, in_title: bool = False) -> float:
    """What a word says that comes so often in a report, before its rarity elsewhere."""
    return (1 + log1p(times - 1)) * (_IN_TITLE if in_title else 1.0)


def _stems(text: AnalysedText) -> Iterator[str]:
    for token in text.tokens:
        if token.kind == "word":
            yield from roots(token.form)[:1]


def _most_telling(vector: Mapping[str, float]) -> dict[str, float]:
    kept = sorted(vector, key=vector.__getitem__, reverse=True)[:_TELLING]  # those in order that weigh the same
    capped = {f: min(vector[f], _MOST) for f in kept}
    full = min(1.0, max(len(vector), _FEWEST) / _FULL)
    length = sum(w**2 for w in capped.values()) ** 0.5 * full**_SHORT
    return {f: w / length for f, w in capped.items()} if length else {}
