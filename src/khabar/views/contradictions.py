"""The contradictions of an archive: on what the reports of a story differ, and who says what."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from khabar.values.claim import Story
from khabar.values.contradiction import Contradiction, DifferingSide, SideTelling
from khabar.values.page import Page
from khabar.values.wanted import Subject
from khabar.views.about import Names, subject
from khabar.views.evidence import Quoted, Reports, quoted


class Disagreements(Names, Reports, Protocol):
    """What it takes to list contradictions with the words that tell them."""

    def contradictions_where(
        self, subject: Subject | None, story: str, limit: int | None, offset: int
    ) -> Page[Contradiction]:
        """Those with a claim about somebody, in a story whose id begins so; real contradictions before updates."""

    def contradictions_on(self, claim_id: str) -> tuple[Contradiction, ...]:
        """Those that a claim takes part in, real contradictions before updates."""

    def story(self, story_id: str) -> Story | None:
        """The story of that id."""


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
    wanted = subject(archive, about) if about else None
    found = archive.contradictions_where(wanted, story or "", limit, offset)
    return Page(tuple(_shown(archive, one) for one in found), found.total, offset)


def contradictions_of(archive: Disagreements, claim_id: str) -> tuple[ContradictionShown, ...]:
    """What reports tell differently of one claim."""
    return tuple(_shown(archive, one) for one in archive.contradictions_on(claim_id))


def _shown(archive: Disagreements, one: Contradiction) -> ContradictionShown:
    story = archive.story(one.story)
    return ContradictionShown(one, story.title if story else "", tuple(_side(archive, side) for side in one.sides))


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
