"""What an archive holds, in figures, and where to begin reading in it."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from khabar.values.claim import Claim, Verdict
from khabar.values.event import EventType
from khabar.values.report import Unreadable
from khabar.views.claims import claims
from khabar.views.dossier.library import Library

_FEW = 10  # newest reports, and most disputed claims


class Holdings(Library, Protocol):
    """What an overview asks of an archive."""

    def unreadable(self) -> tuple[Unreadable, ...]:
        """Everything that came in and could not be read."""

    def not_weighed(self) -> frozenset[int]:
        """The numbers of the reports that the conclusions do not rest on yet."""


@dataclass(frozen=True, slots=True)
class ReportCard:
    """A report without its text."""

    id: str
    outlet: str | None  # None: the report does not tell
    published: date | None  # None: not known
    title: str


@dataclass(frozen=True, slots=True)
class Overview:
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
    most_disputed: tuple[Claim, ...]  # those with most positions first


def overview(archive: Holdings) -> Overview:
    """The archive in figures."""
    reports, weighed = list(archive.reports()), archive.weighed()
    days = sorted(report.published for report in reports if report.published)
    outlets = Counter(report.outlet for report in reports if report.outlet)
    verdicts = Counter(claim.assessment.verdict for claim in weighed.claims)
    types = Counter(claim.type for claim in weighed.claims if claim.type)
    newest = sorted((r for r in reports if r.published), key=lambda r: (-(r.published or date.min).toordinal(), r.id))
    return Overview(
        reports=len(reports),
        outlets=tuple(sorted(outlets.items(), key=lambda o: (-o[1], o[0]))),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        claims=len(weighed.claims),
        verdicts=tuple((verdict, verdicts[verdict]) for verdict in Verdict),
        types=tuple(sorted(types.items(), key=lambda t: (-t[1], t[0]))),
        exchanges=len(weighed.exchanges),
        stories=len(weighed.stories),
        unreadable=len(archive.unreadable()),
        unweighed=len(archive.not_weighed()),
        newest=tuple(ReportCard(r.id, r.outlet, r.published, r.title or "") for r in newest[:_FEW]),
        most_disputed=claims(archive, verdict=Verdict.DISPUTED, limit=_FEW).items,
    )
