"""The stories of an archive: which reports belong to one matter, and what follows from them together."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from khabar.errors import AmbiguousId, NotInArchive
from khabar.values.claim import Claim, Story
from khabar.values.page import Page
from khabar.values.report import Report
from khabar.views.about import claim_is_about, subject
from khabar.views.claims import Conclusions

_HEADLINE = 160  # characters


class Shelf(Conclusions, Protocol):
    """What it takes to list stories with their reports."""

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


def stories(archive: Shelf, about: str | None = None, *, limit: int | None = None, offset: int = 0) -> Page[StoryShown]:
    """All stories, or those with a claim about somebody; those of most reports first."""
    return Page.of(_found(archive, about), limit, offset)


def story(archive: Shelf, asked: str, path: str = "the archive") -> StoryShown:
    """The story of that id, or the one whose id begins so; raises NotInArchive or AmbiguousId."""
    begun = [one for one in _found(archive, None) if one.story.id.startswith(asked)]
    found = [one for one in begun if one.story.id == asked] or begun
    if not found:
        raise NotInArchive(asked, path)
    if len(found) > 1:
        raise AmbiguousId(asked, [(one.story.id, one.story.title) for one in found])
    return found[0]


def _found(archive: Shelf, about: str | None) -> list[StoryShown]:
    weighed = archive.weighed()
    claims = {claim.id: claim for claim in weighed.claims}
    wanted = subject(about, weighed.actors) if about else None
    differences: dict[str, list[str]] = {}
    for one in weighed.contradictions:
        differences.setdefault(one.story, []).append(one.id)
    lineage_of = {d.report: lineage.id for lineage in weighed.lineages for d in lineage.descents}
    found = [
        _shown(archive, story, [claims[c] for c in story.claims if c in claims], differences, lineage_of)
        for story in weighed.stories
        if wanted is None or any(claim_is_about(claims[c], wanted) for c in story.claims if c in claims)
    ]
    return sorted(found, key=lambda one: (-len(one.reports), one.first or date.max, one.story.id))


def _shown(
    archive: Shelf, story: Story, claims: list[Claim], differences: dict[str, list[str]], lineage_of: dict[str, str]
) -> StoryShown:
    reports = tuple(_report(archive.report(report_id)) for report_id in story.reports)
    days = [report.published for report in reports if report.published]
    names = Counter(name for claim in claims for name in (*claim.actor, *claim.recipient))
    verdicts = Counter(claim.assessment.verdict.value for claim in claims)
    return StoryShown(
        story=story,
        first=min(days, default=None),
        last=max(days, default=None),
        reports=reports,
        actors=tuple(sorted(names, key=lambda name: (-names[name], name))),
        verdicts=tuple(sorted(verdicts.items())),
        contradictions=tuple(differences.get(story.id, ())),
        lineages=tuple(dict.fromkeys(lineage_of[r] for r in story.reports if r in lineage_of)),
    )


def _report(report: Report) -> StoryReport:
    first = next((line.strip() for line in report.text[:2000].splitlines() if line.strip()), "")
    return StoryReport(report.id, report.outlet, report.published, (report.title or first)[:_HEADLINE])
