"""No question reads a table from end to end: how long it takes does not follow the size of the archive."""

import re
import sqlite3
from collections.abc import Callable
from datetime import date

import pytest
from view_samples import Shelf

from khabar.store import rows
from khabar.store.archive import Archive
from khabar.values.claim import Verdict
from khabar.values.event import EventType, GoodsCategory
from khabar.views.about import is_known
from khabar.views.actors import actors, actors_in_brief
from khabar.views.claims import claims, claims_of_report
from khabar.views.contradictions import contradictions
from khabar.views.exchanges import Asked, exchanges, sums_of
from khabar.views.lineage import lineages
from khabar.views.overview import overview
from khabar.views.relations import partners, relations
from khabar.views.shown import concluded, shown
from khabar.views.stories import stories, story
from khabar.views.timeline import Kinds, timeline, timeline_counts

pytestmark = pytest.mark.of_files  # the plans are SQLite's

ONE, OTHER = "عمان", "اليمن"
MAY = date(2024, 5, 1)
Question = Callable[[Archive], object]

# Narrowed by whom, by id, by day or by kind: an index leads to the rows that are wanted.
NARROW: dict[str, Question] = {
    "claims about": lambda a: claims(a, ONE, limit=50),
    "claims by verdict": lambda a: claims(a, verdict=Verdict.DISPUTED, limit=50),
    "claims by type": lambda a: claims(a, type=EventType.AID, limit=50),
    "claims by outlet": lambda a: claims(a, outlet="صحيفة الساحل", limit=50),
    "claims of a report": lambda a: claims_of_report(a, "r1", limit=50),
    "timeline about": lambda a: timeline(a, about=ONE, limit=50),
    "timeline of days": lambda a: timeline(a, None, MAY, limit=50),
    "contradictions about": lambda a: contradictions(a, ONE, limit=50),
    "contradictions of a story": lambda a: contradictions(a, story="s1", limit=50),
    "stories about": lambda a: stories(a, ONE, limit=50),
    "a story": lambda a: story(a, "s1"),
    "actors called": lambda a: actors(a, ONE, limit=50),
    "exchanges about": lambda a: exchanges(a, Asked(about=ONE), limit=50),
    "exchanges between": lambda a: exchanges(a, Asked(between=(ONE, OTHER)), limit=50),
    "exchanges of goods": lambda a: exchanges(a, Asked(goods=GoodsCategory.OIL), limit=50),
    "sums": lambda a: sums_of(a, Asked(about=ONE)),
    "partners": lambda a: partners(a, ONE, limit=50),
    "relation": lambda a: relations(a, ONE, OTHER, dealings=50),
    "show a claim": lambda a: shown(a, "c1"),
    "show by a beginning": lambda a: concluded(a, "c1234"),
    "show an actor": lambda a: shown(a, "p1", limit=50),
    "lineage of a claim": lambda a: lineages(a, "c1", limit=50),
    "is known": lambda a: is_known(a, "نسر"),
}
# Of everything: the first come in order from an index, and an index is what is counted.
WHOLE: dict[str, Question] = {
    "claims": lambda a: claims(a, limit=50),
    "timeline": lambda a: timeline(a, limit=50),
    "timeline of events": lambda a: timeline(a, kinds=Kinds(events_only=True, dated_only=True), limit=50),
    "counts": lambda a: timeline_counts(a, by_month=True),
    "contradictions": lambda a: contradictions(a, limit=50),
    "stories": lambda a: stories(a, limit=50),
    "lineages": lambda a: lineages(a, limit=50),
    "actors": lambda a: actors(a, limit=50),
    "actors in brief": lambda a: actors_in_brief(a, limit=50),
    "exchanges": lambda a: exchanges(a, limit=50),
    "flagged": lambda a: exchanges(a, Asked(flagged=True), limit=50),
    "overview": overview,
}
# Rows that were chosen already, or are given with the question; and what is set aside, which is little.
CHOSEN = re.compile(r"SCAN (\(subquery|chosen|asked|json_each|CONSTANT|unreadable|unweighed|\w+ VIRTUAL TABLE INDEX)")


@pytest.fixture(scope="module")
def archive() -> Archive:
    return Shelf()._archive()


def plans(archive: Archive, question: Question) -> list[str]:
    """Every step of every statement by which the question is answered."""
    asked: list[str] = []
    archive._database.set_trace_callback(asked.append)
    try:
        question(archive)
    finally:
        archive._database.set_trace_callback(None)
    wanted = [statement for statement in dict.fromkeys(asked) if statement.startswith("SELECT")]
    assert wanted
    return [step for statement in wanted for step in explained(archive._database, statement)]


def explained(database: sqlite3.Connection, statement: str) -> list[str]:
    return [f"{row[-1]}   in: {statement}" for row in database.execute(f"EXPLAIN QUERY PLAN {statement}")]


@pytest.mark.parametrize("question", NARROW.values(), ids=NARROW)
def test_a_narrow_question_scans_no_table(archive: Archive, question: Question) -> None:
    assert [step for step in plans(archive, question) if step.startswith("SCAN") and not CHOSEN.match(step)] == []


@pytest.mark.parametrize("question", WHOLE.values(), ids=WHOLE)
def test_a_whole_list_is_read_in_the_order_of_an_index(archive: Archive, question: Question) -> None:
    steps = plans(archive, question)
    scans = [step for step in steps if step.startswith("SCAN") and not CHOSEN.match(step)]
    scans = [step for step in scans if not re.search(r"SELECT \w+ FROM \w+ LIMIT 1$", step)]  # any row: the first
    # what is only counted is counted in the smallest index, or in a table of marks, which is as small
    assert [s for s in scans if " INDEX " not in s and not re.match(r"SCAN \w+_marks .*SELECT count", s)] == []
    by_number = [s for s in steps if "count(*)" in s]  # a handful of groups are put in order by their counts
    assert [s for s in steps if "TEMP B-TREE FOR ORDER BY" in s and s not in by_number] == []


@pytest.mark.parametrize("question", (NARROW | WHOLE).values(), ids=NARROW | WHOLE)
def test_no_question_decodes_all_conclusions(
    archive: Archive, question: Question, monkeypatch: pytest.MonkeyPatch
) -> None:
    def everything(database: sqlite3.Connection) -> None:
        raise AssertionError("all conclusions were asked for")

    monkeypatch.setattr(rows, "weighed_of", everything)
    question(archive)
