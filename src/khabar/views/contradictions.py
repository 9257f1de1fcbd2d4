"""The contradictions of an archive: on what the reports of a story differ, and who says what."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from khabar.values.claim import Story
from khabar.values.contradiction import Bearing, Contradiction, DifferingSide, SideTelling
from khabar.values.page import Page
from khabar.views.about import claim_is_about, subject
from khabar.views.claims import Conclusions
from khabar.views.evidence import Quoted, Reports, quoted

_ORDER = tuple(Bearing)


class Disagreements(Conclusions, Reports, Protocol):
    """What it takes to list contradictions with the words that tell them."""


@dataclass(frozen=True, slots=True)
class TellingShown:
    """One place that tells a value, in its sentence."""

    quoted: Quoted
    words: str  # that tell the value
    chain: tuple[tuple[str, ...], ...]  # the outlet first, then those whom it quotes


@dataclass(frozen=True, slots=True)
class SideShown:
    """All who tell one value."""

    value: str
    sources: tuple[str, ...]  # the last of each chain
    reported: date | None  # the day of the first report that tells it; None: none has one
    tellings: tuple[TellingShown, ...]


@dataclass(frozen=True, slots=True)
class ContradictionShown:
    """One contradiction with its sides."""

    contradiction: Contradiction
    story: str  # its headline
    sides: tuple[SideShown, ...]


def contradictions(
    archive: Disagreements,
    about: str | None = None,
    story: str | None = None,
    *,
    limit: int | None = None,
    offset: int = 0,
) -> Page[ContradictionShown]:
    """What reports differ on, about somebody or in one story; real contradictions before updates."""
    weighed = archive.weighed()
    claims = {claim.id: claim for claim in weighed.claims}
    wanted = subject(about, weighed.actors) if about else None
    stories = {s.id: s for s in weighed.stories if story is None or s.id.startswith(story)}
    found = [
        _shown(archive, one, stories[one.story])
        for one in weighed.contradictions
        if one.story in stories
        and (wanted is None or any(claim_is_about(claims[c], wanted) for c in one.claims if c in claims))
    ]
    return Page.of(sorted(found, key=_rank), limit, offset)


def _rank(one: ContradictionShown) -> tuple[int, int, str]:
    told = sum(len(side.tellings) for side in one.sides)
    return _ORDER.index(one.contradiction.bearing), -told, one.contradiction.id


def _shown(archive: Reports, one: Contradiction, story: Story) -> ContradictionShown:
    return ContradictionShown(one, story.title, tuple(_side(archive, side) for side in one.sides))


def _side(archive: Reports, side: DifferingSide) -> SideShown:
    tellings = tuple(_telling(archive, telling) for telling in side.tellings)
    days = [t.quoted.published for t in tellings if t.quoted.published]
    return SideShown(side.value, _sources(tellings), min(days, default=None), tellings)


def _sources(tellings: Sequence[TellingShown]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for telling in tellings for name in telling.chain[-1]))


def _telling(archive: Reports, telling: SideTelling) -> TellingShown:
    words = quoted(archive, telling.passage)
    chain = ((words.outlet or telling.passage.report_id,), *telling.chain)
    start = telling.words.start - telling.passage.span.start
    return TellingShown(words, words.words[start : start + len(telling.words)], chain)
