"""What an archive holds, in figures."""

from dataclasses import dataclass
from datetime import date

from khabar.values.claim import Verdict
from khabar.values.event import EventType


@dataclass(frozen=True, slots=True)
class ReportCard:
    """A report without its text."""

    id: str
    outlet: str | None  # None: the report does not tell
    published: date | None  # None: not known
    title: str


@dataclass(frozen=True, slots=True)
class Holdings:
    """An archive in figures."""

    reports: int
    outlets: tuple[tuple[str, int], ...]  # with how many reports are by each, the most first
    first: date | None  # days of publication; None: no report has one
    last: date | None
    claims: int
    verdicts: tuple[tuple[Verdict, int], ...]  # how many claims have each
    types: tuple[tuple[EventType, int], ...]  # how many claims are of each, the most first
    exchanges: int
    stories: int
    unreadable: int
    unweighed: int  # reports that the conclusions do not rest on yet
    newest: tuple[ReportCard, ...]  # the latest published first
    model: str | None  # the language model that proposed what was read; None: rules read it
