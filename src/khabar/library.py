"""`import khabar`: a report read, and an archive asked, from Python. Every question is that of the command line."""

from datetime import date
from hashlib import sha256
from types import TracebackType
from typing import TYPE_CHECKING, Literal, Self, overload

from khabar import engine
from khabar.engine import bearing_between
from khabar.errors import BadMoment, NothingBetween
from khabar.exports.selection import Wanted, selected
from khabar.exports.tables.frames import FrameKind, frame
from khabar.knowledge.measures import Measure
from khabar.reports.made import report_of
from khabar.reports.told import Told
from khabar.store.archive import Archive
from khabar.store.values_as_json import to_json
from khabar.values.actor import Actor
from khabar.values.claim import Claim, PositionStance, Verdict
from khabar.values.event import EventType, GoodsCategory, Status
from khabar.values.moment import Moment
from khabar.values.page import Page
from khabar.values.place import Place, place_of
from khabar.values.reading import Reading
from khabar.values.report import Report
from khabar.values.search import Filters
from khabar.views.actors import actors
from khabar.views.claims import claims
from khabar.views.contradictions import ContradictionShown, contradictions
from khabar.views.exchanges import Asked, Sum, Transfer, exchanges, sums_of
from khabar.views.lineage import LineageShown, lineages
from khabar.views.measures import measures_about
from khabar.views.overview import Overview, ReportCard, overview
from khabar.views.relations import Relation, relations
from khabar.views.reports import reports
from khabar.views.search import Found, search
from khabar.views.shown import Shown, shown
from khabar.views.stories import StoryShown, stories, story
from khabar.views.timeline import Entry, Kinds, timeline

if TYPE_CHECKING:
    import pandas
    import polars

__all__ = [
    "Answers",
    "EventType",
    "GoodsCategory",
    "Status",
    "Verdict",
    "bearing_between",
    "open",
    "read",
    "report",
    "to_json",
]

Day = date | str | None  # 2024-06-18, 2024-06 or 2024; None: that end is open


def report(text: str, *, outlet: str | None = None, published: Day = None, title: str | None = None) -> Report:
    """A report of that text; without a day of publication relative dates stay unresolved."""
    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return report_of(text, digest, Told(outlet=outlet, published=_one_day(published), title=title), None)


def read(
    given: str | Report,
    *,
    outlet: str | None = None,
    published: Day = None,
    title: str | None = None,
    why: bool = False,
) -> Reading:
    """All that a report says: a pure function of its text, what is told of it, and the knowledge.

    `why`: each item with the rules and entries that read it.
    """
    one = given if isinstance(given, Report) else report(given, outlet=outlet, published=published, title=title)
    return engine.read(one, why=why)


def open(path: str | Place) -> "Answers":
    """The archive at that path, or at that address of a server, to be asked and never changed; raises NoArchive."""
    return Answers(Archive.to_read(place_of(path) if isinstance(path, str) else path))


class Answers:
    """What an archive answers. Values are frozen, lists are pages that know their whole length.

    An open one belongs to the thread that opened it. Each list takes `limit` (None: all) and `offset`.
    """

    def __init__(self, archive: Archive) -> None:
        self._archive = archive

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._archive.__exit__(kind, error, at)

    def close(self) -> None:
        """Lets go of the file."""
        self._archive.close()

    @property
    def path(self) -> Place:
        """Where the archive lies."""
        return self._archive.path

    def overview(self) -> Overview:
        """What the archive holds, in figures."""
        return overview(self._archive)

    def timeline(
        self,
        about: str | None = None,
        *,
        since: Day = None,
        until: Day = None,
        status: Status | str | None = None,
        verdict: Verdict | str | None = None,
        type: EventType | str | None = None,
        everything: bool = False,
        undated: bool = False,
        limit: int | None = None,
        offset: int = 0,
    ) -> Page[Entry]:
        """What happened, in order; `everything`: what is no event too; `undated`: what has none, as reported."""
        kinds = Kinds(
            Status(status) if status else None,
            Verdict(verdict) if verdict else None,
            events_only=not everything,
            dated_only=not undated,
            type=EventType(type) if type else None,
            as_reported=undated,
        )
        return timeline(self._archive, *_days(since, until), about, kinds, limit=limit, offset=offset)

    def claims(
        self,
        about: str | None = None,
        *,
        verdict: Verdict | str | None = None,
        type: EventType | str | None = None,
        since: Day = None,
        until: Day = None,
        outlet: str | None = None,
        limit: int | None = None,
        offset: int = 0,
    ) -> Page[Claim]:
        """What reports take a position on, with who stands behind it and who against it."""
        first, last = _days(since, until)
        return claims(
            self._archive,
            about,
            Verdict(verdict) if verdict else None,
            type=EventType(type) if type else None,
            since=first,
            until=last,
            outlet=outlet,
            limit=limit,
            offset=offset,
        )

    def contradictions(
        self, about: str | None = None, *, story: str | None = None, limit: int | None = None, offset: int = 0
    ) -> Page[ContradictionShown]:
        """On what the reports of a story differ."""
        return contradictions(self._archive, about, story, limit=limit, offset=offset)

    def stories(self, about: str | None = None, *, limit: int | None = None, offset: int = 0) -> Page[StoryShown]:
        """Which reports belong to one matter."""
        return stories(self._archive, about, limit=limit, offset=offset)

    def story(self, own_id: str) -> StoryShown:
        """The story of that id; raises NotInArchive or AmbiguousId."""
        return story(self._archive, own_id, str(self.path))

    def lineages(self, of: str | None = None, *, limit: int | None = None, offset: int = 0) -> Page[LineageShown]:
        """Which reports go back to one text; `of`: those of one report, claim or actor."""
        return lineages(self._archive, of, str(self.path), limit=limit, offset=offset)

    def actors(self, about: str | None = None, *, limit: int | None = None, offset: int = 0) -> Page[Actor]:
        """Who is spoken of, in all spellings and offices."""
        return actors(self._archive, about, limit=limit, offset=offset)

    def exchanges(
        self,
        about: str | None = None,
        *,
        between: tuple[str, str] | None = None,
        goods: GoodsCategory | str | None = None,
        since: Day = None,
        until: Day = None,
        flagged: bool = False,
        limit: int | None = None,
        offset: int = 0,
    ) -> Page[Transfer]:
        """Who gives what to whom; `flagged`: only what would fall under a sanction measure."""
        asked = _ledger(about, between, goods, since, until, flagged=flagged)
        return exchanges(self._archive, asked, limit=limit, offset=offset)

    def sums(
        self,
        about: str | None = None,
        *,
        between: tuple[str, str] | None = None,
        goods: GoodsCategory | str | None = None,
        since: Day = None,
        until: Day = None,
        flagged: bool = False,
    ) -> tuple[Sum, ...]:
        """What was told of such exchanges in all."""
        return sums_of(self._archive, _ledger(about, between, goods, since, until, flagged=flagged))

    def measures(self, about: str | None = None) -> tuple[Measure, ...]:
        """The sanction measures that exchanges are held against."""
        return measures_about(about)

    def relations(
        self,
        one: str,
        other: str | None = None,
        *,
        since: Day = None,
        until: Day = None,
        dealings: int | None = None,
        limit: int | None = None,
        offset: int = 0,
    ) -> Page[Relation]:
        """How two stand to one another, or one to everybody; `dealings`: how many of each are shown, None: all."""
        days = _days(since, until)
        return relations(self._archive, one, other, *days, limit=limit, offset=offset, dealings=dealings)

    def reports(
        self,
        outlet: str | None = None,
        *,
        since: Day = None,
        until: Day = None,
        limit: int | None = None,
        offset: int = 0,
    ) -> Page[ReportCard]:
        """The reports without their texts, the newest first."""
        return reports(self._archive, outlet, *_days(since, until), limit=limit, offset=offset)

    def report(self, own_id: str) -> Report:
        """The report of that id, with its text; raises NotInArchive."""
        return self._archive.report(own_id)

    def reading(self, own_id: str) -> Reading | None:
        """What was read in the report; None: it could not be read."""
        return self._archive.reading(own_id)

    def search(
        self,
        words: str,
        *,
        about: str | None = None,
        outlet: str | None = None,
        type: EventType | str | None = None,
        verdict: Verdict | str | None = None,
        stance: PositionStance | str | None = None,
        since: Day = None,
        until: Day = None,
        limit: int | None = None,
        offset: int = 0,
    ) -> Page[Found]:
        """Sentences that hold the words, in any form, best first, with who says them; a phrase stands in quotes."""
        filters = Filters(
            outlet,
            *_days(since, until),
            about,
            EventType(type) if type else None,
            PositionStance(stance) if stance else None,
            Verdict(verdict) if verdict else None,
        )
        return search(self._archive, words, filters, limit=limit, offset=offset)

    @overload
    def frame(
        self,
        table: str,
        *,
        about: str | None = None,
        since: Day = None,
        until: Day = None,
        kind: Literal["pandas"] = "pandas",
    ) -> "pandas.DataFrame": ...
    @overload
    def frame(
        self,
        table: str,
        *,
        about: str | None = None,
        since: Day = None,
        until: Day = None,
        kind: Literal["polars"],
    ) -> "polars.DataFrame": ...
    def frame(
        self,
        table: str,
        *,
        about: str | None = None,
        since: Day = None,
        until: Day = None,
        kind: Literal["pandas", "polars"] = "pandas",
    ) -> "pandas.DataFrame | polars.DataFrame":
        """One of the tables that `khabar export --format csv` writes; raises UnknownTable or LacksLibrary."""
        wanted = Wanted(about, *_days(since, until))
        return frame(selected(self._archive, wanted), table, FrameKind(kind))

    def show(self, own_id: str) -> Shown:
        """Whatever bears the id, with its sentences; raises NotInArchive or AmbiguousId."""
        return shown(self._archive, own_id, str(self.path))


def _ledger(
    about: str | None,
    between: tuple[str, str] | None,
    goods: GoodsCategory | str | None,
    since: Day,
    until: Day,
    *,
    flagged: bool,
) -> Asked:
    return Asked(about, between, GoodsCategory(goods) if goods else None, *_days(since, until), flagged)


def _days(since: Day, until: Day) -> tuple[date | None, date | None]:
    """The first and the last day that are meant; a month or year means all its days."""
    first = Moment(since).earliest if isinstance(since, str) else since
    last = Moment(until).latest if isinstance(until, str) else until
    if first and last and first > last:
        raise NothingBetween(first, last)
    return first, last


def _one_day(given: Day) -> date | None:
    if not isinstance(given, str):
        return given
    try:
        return date.fromisoformat(given)
    except ValueError as wrong:
        raise BadMoment(given) from wrong
