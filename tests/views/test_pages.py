"""Every list of answers comes in pages, and an archive is told in figures."""

from collections.abc import Callable
from datetime import date

import pytest
from view_samples import LEFT, SHIP, STORY, Shelf

from khabar.errors import NotInArchive
from khabar.values.claim import Verdict
from khabar.values.event import EventType, Status
from khabar.values.page import Page
from khabar.values.reading import Reading
from khabar.values.report import Report, Unreadable
from khabar.views.actors import actors
from khabar.views.claims import claims, claims_of_report
from khabar.views.contradictions import contradictions
from khabar.views.exchanges import exchanges
from khabar.views.lineage import lineages
from khabar.views.overview import overview
from khabar.views.stories import stories, story
from khabar.views.timeline import Kinds, PeriodCount, timeline, timeline_counts

LISTS: tuple[Callable[..., Page[object]], ...] = (
    timeline,
    claims,
    contradictions,
    stories,
    lineages,
    actors,
    exchanges,
)


@pytest.mark.parametrize("listed", LISTS)
def test_pages_of_one_put_together_are_the_whole_answer(listed: Callable[..., Page[object]]) -> None:
    whole = listed(Shelf())
    assert (whole.total, whole.offset) == (len(whole), 0)
    pages = [listed(Shelf(), limit=1, offset=offset) for offset in range(whole.total)]
    assert tuple(item for page in pages for item in page) == whole.items
    assert {page.total for page in pages} == {whole.total}
    assert listed(Shelf(), limit=0).total == whole.total


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"type": EventType.TRANSFER}, [SHIP]),
        ({"type": EventType.AID}, []),
        ({"since": date(2024, 6, 30)}, [SHIP]),
        ({"until": date(2024, 5, 31)}, []),
        ({"outlet": "صحيفة الساحل"}, [SHIP, LEFT]),
        ({"outlet": "موقع الضفة"}, [SHIP]),
        ({"outlet": "موقع", "verdict": Verdict.DISPUTED}, []),
    ],
)
def test_claims_are_chosen_by_type_time_and_outlet(asked: dict[str, object], found: list[object]) -> None:
    assert list(claims(Shelf(), **asked)) == found


def test_the_claims_of_a_report_stand_in_its_order() -> None:
    assert list(claims_of_report(Shelf(), "r1")) == [SHIP, LEFT]
    assert list(claims_of_report(Shelf(), "r2")) == [SHIP]
    assert claims_of_report(Shelf(), "r1", limit=1, offset=1) == Page((LEFT,), 2, 1)


@pytest.mark.parametrize(
    ("kinds", "found"),
    [
        (Kinds(status=Status.ACTUAL), ["c1"]),
        (Kinds(status=Status.PLANNED), []),
        (Kinds(verdict=Verdict.SINGLE_ORIGIN), ["c2"]),
        (Kinds(events_only=True), ["c1"]),
        (Kinds(dated_only=True), ["c1"]),
    ],
)
def test_a_timeline_is_made_of_the_kinds_asked_for(kinds: Kinds, found: list[str]) -> None:
    assert [entry.claim for entry in timeline(Shelf(), kinds=kinds)] == found


def test_a_timeline_is_counted_by_year_and_month() -> None:
    assert timeline_counts(Shelf()) == (PeriodCount("2024", 2),)
    assert timeline_counts(Shelf(), by_month=True) == (PeriodCount("2024-06", 2),)
    assert timeline_counts(Shelf(), about="النرويج") == ()


def test_a_story_is_found_by_its_id_or_the_beginning_of_it() -> None:
    assert story(Shelf(), "s1").story == story(Shelf(), "s").story == STORY
    with pytest.raises(NotInArchive):
        story(Shelf(), "s2")


def test_an_archive_is_told_in_figures() -> None:
    shelf = Shelf()
    shelf.keep_unreadable(Unreadable("torn.zip", "it is torn"))
    shelf.keep(Report("r3", "خبر آخر.", "3" * 64), Reading("r3", "one", "ar"))
    found = overview(shelf)
    assert (found.reports, found.claims, found.exchanges, found.stories) == (3, 2, 1, 1)
    assert (found.unreadable, found.unweighed) == (1, 1)
    assert found.outlets == (("صحيفة الساحل", 1), ("موقع الضفة", 1))
    assert (found.first, found.last) == (date(2024, 6, 18), date(2024, 6, 20))
    assert dict(found.verdicts)[Verdict.DISPUTED] == dict(found.verdicts)[Verdict.SINGLE_ORIGIN] == 1
    assert found.types == ((EventType.TRANSFER, 1),)
    assert [card.id for card in found.newest] == ["r2", "r1"]
    assert found.most_disputed == (SHIP,)
