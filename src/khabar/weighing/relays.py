"""Reports that relay a report in another language: they name its outlet, soon after it, and tell of the same people."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from khabar.values.reason import Passage
from khabar.weighing.copies import Tie
from khabar.weighing.digest import Credit, Digest, medium_key

_DAYS = 3  # later, an outlet takes up something else of it
_FEWEST = 2  # people, bodies and countries that both name, the outlet left out
_SHARED = 0.5  # of those that the shorter names, with an entry of our world knowledge


def relays_in(digests: Sequence[Digest]) -> tuple[Tie, ...]:
    """Each report with those in another language that it may have its news from."""
    named = {i: _named(digest) for i, digest in enumerate(digests)}
    by_day = _by_outlet_and_day(digests)
    return tuple(
        Tie(one, other, share, (len(named[one]), len(named[other])), passages, translated=True)
        for other, credit, one in _pairs(digests, by_day)
        if (share := _share(named[one], named[other], credit.key)) >= _SHARED
        for passages in [_passages(digests[one], digests[other], credit)]
        if passages
    )


def _by_outlet_and_day(digests: Sequence[Digest]) -> Mapping[tuple[str, int], list[int]]:
    found: dict[tuple[str, int], list[int]] = defaultdict(list)
    for i, digest in enumerate(digests):
        if digest.outlet and digest.published:
            found[medium_key(digest.outlet), digest.published.toordinal()].append(i)
    return found


def _pairs(
    digests: Sequence[Digest], by_day: Mapping[tuple[str, int], Sequence[int]]
) -> Iterator[tuple[int, Credit, int]]:
    """A report, the medium that it names, and a report of that medium in another language from the days before."""
    for at, digest in enumerate(digests):
        today = digest.published.toordinal() if digest.published else None
        days = range(today - _DAYS, today + 1) if today else ()
        for credit in digest.media:
            for one in (one for day in days for one in by_day.get((credit.key, day), ())):
                if one < at and digests[one].language != digest.language:
                    yield at, credit, one


def _named(digest: Digest) -> frozenset[str]:
    """Those named in a report whom every language knows by one entry."""
    return frozenset(e.known_as for e in digest.appearances.entities if e.known_as and e.mentions)


def _share(one: frozenset[str], other: frozenset[str], outlet: str) -> float:
    first, second = one - {outlet}, other - {outlet}
    both = first & second
    return len(both) / min(len(first), len(second)) if len(both) >= _FEWEST else 0.0


def _passages(one: Digest, other: Digest, credit: Credit) -> tuple[Passage, Passage] | None:
    """Where the one names somebody of whom both tell, and where the other names the outlet."""
    theirs = _named(other) - {credit.key}
    spans = [e.mentions[0] for e in one.appearances.entities if e.known_as in theirs and e.mentions]
    return (Passage(one.report, min(spans)), Passage(other.report, credit.mention)) if spans else None
