"""Stories as rows, and what the reports of one have between them: contradictions, lineages, copies."""

from collections.abc import Iterable
from datetime import date

from khabar.store.concluded.background import Background
from khabar.store.database import Database
from khabar.store.rows import as_text
from khabar.values.claim import CopyGroup, Story
from khabar.values.contradiction import Bearing, Contradiction
from khabar.values.lineage import Lineage

_RANKS = {bearing: rank for rank, bearing in enumerate(Bearing)}


def add_stories(database: Database, stories: Iterable[tuple[int, Story]], background: Background) -> None:
    """Adds stories under their numbers."""
    for n, one in stories:
        first = background.first_day(one.reports) or date.max.isoformat()
        database.execute("INSERT INTO stories VALUES (?, ?, ?)", (n, one.id, as_text(one)))
        database.execute("INSERT INTO story_marks VALUES (?, ?, ?, ?)", (n, one.id, len(one.reports), first))


def add_contradictions(database: Database, contradictions: Iterable[tuple[int, Contradiction]]) -> None:
    """Adds contradictions under their numbers."""
    for n, one in contradictions:
        whole = (n, one.id, one.differing.value, one.bearing.value, one.story, as_text(one))
        marks = (n, one.id, one.story, _RANKS[one.bearing], sum(len(side.tellings) for side in one.sides))
        database.execute("INSERT INTO contradictions VALUES (?, ?, ?, ?, ?, ?)", whole)
        database.execute("INSERT INTO contradiction_marks VALUES (?, ?, ?, ?, ?)", marks)
        claims = [(claim, n) for claim in sorted(set(one.claims))]
        database.executemany("INSERT INTO contradiction_claims VALUES (?, ?)", claims)


def add_lineages(database: Database, lineages: Iterable[tuple[int, Lineage]]) -> None:
    """Adds lineages under their numbers."""
    for n, one in lineages:
        reports = [(report, n) for report in sorted({descent.report for descent in one.descents})]
        database.execute("INSERT INTO lineages VALUES (?, ?, ?)", (n, one.id, as_text(one)))
        database.execute("INSERT INTO lineage_marks VALUES (?, ?, ?)", (n, one.id, len(one.descents)))
        database.executemany("INSERT INTO lineage_reports VALUES (?, ?)", reports)


def add_copies(database: Database, copies: Iterable[tuple[int, CopyGroup]]) -> None:
    """Adds groups of copies under their numbers."""
    database.executemany("INSERT INTO copies VALUES (?, ?)", [(n, as_text(one)) for n, one in copies])
