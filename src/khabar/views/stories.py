"""The stories of an archive: which reports belong to one matter, and what follows from them together."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from khabar.errors import AmbiguousId, NotInArchive
from khabar.values.claim import Story, Verdict
from khabar.values.page import Page
from khabar.values.report import Report
from khabar.values.wanted import Subject
from khabar.views.about import Names, subject

_HEADLINE = 160  # characters


class Stories(Names, Protocol):
    """What it takes to list stories with what belongs to them."""

    def stories_where(self, subject: Subject | None, begun: str, limit: int | None, offset: int) -> Page[Story]:
        """The stories with a claim about somebody, whose id begins so; those of most reports first."""

    def parties_in(self, story_id: str) -> tuple[str, ...]:
        """The names of those who take part in the claims of a story, the most told first."""

    def verdicts_in(self, story_id: str) -> Mapping[Verdict, int]:
        """How many claims of a story have each verdict."""

    def contradictions_in(self, story_id: str) -> tuple[str, ...]:
        """The ids of the contradictions of a story."""

    def lineages_among(self, reports: Iterable[str]) -> tuple[str, ...]:
        """The ids of the lineages that these reports belong to, in the order of the reports."""

    def report(self, report_id: str) -> Report:
        """The report of that id."""


@dataclass(frozen=True, slots=True)
class StoryReport:
    """One report of a story."""

    id: str
    outlet: str | None  # None: the report does not tell
    published: date | None  # None: not known
    title: str


@dataclass(frozen=True, slots=True)
class StoryShown:
    """One story with all that belongs to it."""

    story: Story
    first: date | None  # the days of its reports; None: none has one
    last: date | None
    reports: tuple[StoryReport, ...]
    actors: tuple[str, ...]  # names in its claims, the most told first
    verdicts: tuple[tuple[str, int], ...]  # how many of its claims have each
    contradictions: tuple[str, ...]  # ids
    lineages: tuple[str, ...]  # ids


def stories(
    archive: Stories, about: str | None = None, *, limit: int | None = None, offset: int = 0
) -> Page[StoryShown]:
    """All stories, or those with a claim about somebody; those of most reports first."""
    wanted = subject(archive, about) if about else None
    found = archive.stories_where(wanted, "", limit, offset)
    return Page(tuple(_shown(archive, one) for one in found), found.total, offset)


def story(archive: Stories, asked: str, path: str = "the archive") -> StoryShown:
    """The story of that id, or the one whose id begins so; raises NotInArchive or AmbiguousId."""
    begun = archive.stories_where(None, asked, None, 0) if asked else ()
    found = [one for one in begun if one.id == asked] or list(begun)
    if not found:
        raise NotInArchive(asked, path)
    if len(found) > 1:
        raise AmbiguousId(asked, [(one.id, one.title) for one in found])
    return _shown(archive, found[0])


def _shown(archive: Stories, story: Story) -> StoryShown:
    reports = tuple(_report(archive.report(report_id)) for report_id in story.reports)
    days = [report.published for report in reports if report.published]
    return StoryShown(
        story=story,
        first=min(days, default=None),
        last=max(days, default=None),
        reports=reports,
        actors=archive.parties_in(story.id),
        verdicts=tuple(sorted((verdict.value, n) for verdict, n in archive.verdicts_in(story.id).items())),
        contradictions=archive.contradictions_in(story.id),
        lineages=archive.lineages_among(story.reports),
    )


def _report(report: Report) -> StoryReport:
    return StoryReport(report.id, report.outlet, report.published, report.headline[:_HEADLINE])
