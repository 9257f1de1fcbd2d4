"""The tools. What stands in their docstrings is what an assistant is told of them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Annotated

from pydantic import Field

from khabar.errors import NotInArchive
from khabar.library import Answers
from khabar.shells.mcp import told
from khabar.shells.shelves import Shelves
from khabar.store.archive import Archive
from khabar.values.claim import Verdict
from khabar.values.event import EventType, GoodsCategory
from khabar.views.about import called
from khabar.views.shown import ActorShown, ClaimShown, ExchangeShown, report_shown, shown

_EVIDENCE = 3  # passages of each claim in a list: an assistant has to read all that it is given
_OF_A_DEALING = 2  # passages of each event of a relation: one of either side
_NAMED = 3  # reports whose first words for an actor are given
About = Annotated[str, Field(description="A person, body, country or place, in any spelling; empty: everything.")]
Since = Annotated[str, Field(description="From this day, month or year on: 2024-06-18, 2024-06, 2024; empty: open.")]
Until = Annotated[str, Field(description="To the end of this day, month or year; empty: open.")]
Limit = Annotated[int, Field(ge=1, le=50, description="How many at most.")]
Offset = Annotated[int, Field(ge=0, description="How many to leave out.")]
Words = Annotated[
    str,
    Field(description='Arabic words, in any form; "a phrase"; أو between alternatives; -without; beginning*.'),
]
ClaimId = Annotated[str, Field(description="As search_claims or timeline give it.")]
# What a tool answers has no slots: the protocol's library takes a slot for the default of its field.


@dataclass(frozen=True)
class Part:
    """A part of a list. `hint` says what to do where it is empty."""

    total: int
    hint: str | None = field(default=None, kw_only=True)


@dataclass(frozen=True)
class Sentences(Part):
    """Sentences, best first."""

    items: tuple[told.Said, ...]


@dataclass(frozen=True)
class Claims(Part):
    """Claims, those with most positions first."""

    items: tuple[told.ClaimTold, ...]


@dataclass(frozen=True, slots=True)
class Happening:
    """A claim in its place in time. `status` tells a fact from a plan, a possibility and what is denied."""

    time: str | None
    reported: str | None
    status: str | None
    claim: told.ClaimTold


@dataclass(frozen=True)
class Timeline(Part):
    """What happened, in order."""

    items: tuple[Happening, ...]


@dataclass(frozen=True)
class Exchanges(Part):
    """Who gives what to whom."""

    items: tuple[told.ExchangeTold, ...]


@dataclass(frozen=True, slots=True)
class Dealing:
    """One event between two parties."""

    giver: str
    taker: str
    quad: str
    weight: int
    claim: told.ClaimTold


@dataclass(frozen=True, slots=True)
class RelationTold:
    """How two stand to one another: the score is of cooperation above nought, of conflict below."""

    one: str
    other: str
    score: int
    months: tuple[tuple[str, int], ...]  # with the score of each
    events: int
    dealings: tuple[Dealing, ...]


@dataclass(frozen=True)
class Relations(Part):
    """Relations, the busiest first."""

    items: tuple[RelationTold, ...]


@dataclass(frozen=True)
class Actors(Part):
    """Whoever is called so."""

    items: tuple[told.ActorTold, ...]


@dataclass(frozen=True)
class Differences(Part):
    """On what reports differ, real contradictions before updates."""

    items: tuple[told.DifferenceTold, ...]


@dataclass(frozen=True)
class Holds:
    """An archive in figures. An outlet has its number of reports, a verdict and a type that of claims."""

    reports: int
    first: str | None
    last: str | None
    outlets: dict[str, int]
    claims: int
    verdicts: dict[str, int]
    types: dict[str, int]
    exchanges: int
    stories: int


class Tools:
    """The questions to one archive."""

    def __init__(self, shelves: Shelves) -> None:
        self._shelves = shelves

    def overview(self) -> Holds:
        """What the archive holds, in figures: days, outlets, claims by verdict. Ask this first."""
        held = self._answers().overview()
        return Holds(
            reports=held.reports,
            first=_text(held.first),
            last=_text(held.last),
            outlets=dict(held.outlets),
            claims=held.claims,
            verdicts=dict(held.verdicts),
            types=dict(held.types),
            exchanges=held.exchanges,
            stories=held.stories,
        )

    def search_reports(
        self,
        words: Words,
        about: About = "",
        outlet: Annotated[str, Field(description="Only reports of this outlet; empty: of all.")] = "",
        since: Since = "",
        until: Until = "",
        limit: Limit = 10,
        offset: Offset = 0,
    ) -> Sentences:
        """Find sentences of the reports that hold the words, with who says them."""
        found = self._answers().search(
            words,
            about=about or None,
            outlet=outlet or None,
            since=since or None,
            until=until or None,
            limit=limit,
            offset=offset,
        )
        return Sentences(found.total, tuple(map(told.found, found)))

    def search_claims(
        self,
        about: About = "",
        verdict: Annotated[Verdict | None, Field(description="A verdict on the reporting, never on truth.")] = None,
        type: EventType | None = None,
        since: Since = "",
        until: Until = "",
        limit: Limit = 10,
        offset: Offset = 0,
    ) -> Claims:
        """Find what reports take a position on, with the origins on both sides and passages of each stance."""
        archive = self._archive()
        found = Answers(archive).claims(
            about or None,
            verdict=verdict,
            type=type,
            since=since or None,
            until=until or None,
            limit=limit,
            offset=offset,
        )
        return Claims(found.total, tuple(_claim(archive, claim.id) for claim in found))

    def get_claim(self, id: ClaimId) -> told.ClaimWhole:
        """Get one claim with all its evidence: who says or denies it through whom, and why it has its verdict."""
        archive = self._archive()
        found = shown(archive, id)
        if not isinstance(found, ClaimShown):
            raise NotInArchive(id, archive.path.name, "claim")
        return told.whole_claim(archive, found)

    def timeline(
        self,
        about: About = "",
        since: Since = "",
        until: Until = "",
        everything: Annotated[bool, Field(description="Claims too in which no event was read.")] = False,
        undated: Annotated[bool, Field(description="Those too that the reports give no time.")] = False,
        limit: Limit = 10,
        offset: Offset = 0,
    ) -> Timeline:
        """What happened, in order, and which of it is only planned, possible or denied."""
        archive = self._archive()
        found = Answers(archive).timeline(
            about or None,
            since=since or None,
            until=until or None,
            everything=everything,
            undated=undated,
            limit=limit,
            offset=offset,
        )
        items = tuple(
            Happening(_text(e.time), _text(e.reported), _text(e.status), _claim(archive, e.claim)) for e in found
        )
        return Timeline(found.total, items)

    def exchanges(
        self,
        about: About = "",
        between: Annotated[tuple[str, str] | None, Field(description="Two parties: what one gives the other.")] = None,
        goods: GoodsCategory | None = None,
        since: Since = "",
        until: Until = "",
        flagged: Annotated[bool, Field(description="Only what would fall under a sanction measure.")] = False,
        limit: Limit = 10,
        offset: Offset = 0,
    ) -> Exchanges:
        """Who gives what to whom, how far it has come, in return for what, and who says or denies it."""
        archive = self._archive()
        found = Answers(archive).exchanges(
            about or None,
            between=between,
            goods=goods,
            since=since or None,
            until=until or None,
            flagged=flagged,
            limit=limit,
            offset=offset,
        )
        whole = (shown(archive, one.exchange.id) for one in found)
        return Exchanges(
            found.total, tuple(told.exchange_told(x, _EVIDENCE) for x in whole if isinstance(x, ExchangeShown))
        )

    def relations(
        self,
        one: Annotated[str, Field(description="A state, party or person.")],
        other: Annotated[str, Field(description="Another; empty: everybody it has to do with.")] = "",
        since: Since = "",
        until: Until = "",
        dealings: Annotated[int, Field(ge=0, le=50, description="Events of each relation at most.")] = 5,
        limit: Limit = 3,
        offset: Offset = 0,
    ) -> Relations:
        """How two parties stand to one another, month by month, with the events behind it."""
        archive = self._archive()
        found = Answers(archive).relations(
            one,
            other or None,
            since=since or None,
            until=until or None,
            dealings=dealings,
            limit=limit,
            offset=offset,
        )
        items = tuple(
            RelationTold(
                one=relation.one,
                other=relation.other,
                score=relation.score,
                months=tuple((month.month, month.score) for month in relation.months),
                events=relation.events,
                dealings=tuple(
                    Dealing(d.giver, d.taker, d.quad, d.weight, _claim(archive, d.told.claim, _OF_A_DEALING))
                    for d in relation.dealings
                ),
            )
            for relation in found
        )
        return Relations(found.total, items)

    def actor(
        self,
        name: Annotated[str, Field(description="A name in any spelling, an actor's id or a Wikidata id.")],
        limit: Limit = 5,
        offset: Offset = 0,
    ) -> Actors:
        """Who bears that name: other names, offices, and the first words that name them in the reports."""
        archive = self._archive()
        found = Answers(archive).actors(name, limit=limit, offset=offset)
        whole = (shown(archive, actor.id, limit=_NAMED) for actor in found)
        return Actors(found.total, tuple(told.actor_told(one) for one in whole if isinstance(one, ActorShown)))

    def contradictions(
        self,
        about: About = "",
        story: Annotated[str, Field(description="The id of a story; empty: all.")] = "",
        limit: Limit = 10,
        offset: Offset = 0,
    ) -> Differences:
        """On what reports differ: figures, days, places, doers, and whether it is so at all."""
        answers = self._answers()
        of = answers.story(story).story.id if story else None
        found = answers.contradictions(about or None, story=of, limit=limit, offset=offset)
        return Differences(found.total, tuple(told.difference_told(one, _EVIDENCE) for one in found))

    def report(self, id: Annotated[str, Field(description="As every passage names it.")]) -> told.ReportTold:
        """Get one report: its text, who says what in it through whom, and what is done."""
        archive = self._archive()
        found = archive.report(id)
        return told.report_told(report_shown(archive, found, archive.reading(found.id)))

    def strangers(self, names: Iterable[str]) -> tuple[str, ...]:
        """Of these names those that nobody in the archive bears."""
        return tuple(name for name in names if not called(self._archive(), name))

    def _archive(self) -> Archive:
        return self._shelves.archive()

    def _answers(self) -> Answers:
        return Answers(self._archive())


def _claim(archive: Archive, own_id: str, most: int = _EVIDENCE) -> told.ClaimTold:
    found = shown(archive, own_id)
    if not isinstance(found, ClaimShown):
        raise NotInArchive(own_id, archive.path.name, "claim")
    return told.claim_told(found, most)


def _text(given: object) -> str | None:
    return None if given is None else str(given)
