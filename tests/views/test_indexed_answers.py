"""What the indices answer is what looking at every conclusion answers, in the same order."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from plain_answers import Plain

from khabar.builds import build
from khabar.reports.intake import reports_in
from khabar.store.archive import Archive
from khabar.values.claim import Verdict
from khabar.values.event import GoodsCategory
from khabar.values.wanted import ClaimsWanted, Order
from khabar.views.about import called, is_known, parties_called, subject
from khabar.views.actors import actors, actors_in_brief
from khabar.views.claims import claims, claims_of_report
from khabar.views.contradictions import contradictions
from khabar.views.exchanges import Asked, exchanges, sums, sums_of
from khabar.views.lineage import lineages
from khabar.views.overview import overview
from khabar.views.relations import all_relations, partners, relations
from khabar.views.stories import stories
from khabar.views.timeline import timeline, timeline_counts

REPORTS = Path(__file__).parents[2] / "demo" / "reports"
# Beside every name of the demo: words of gists, letters of one alphabet in two cases, and what is no word at all.
WORDS = ("القمح", "وزير الدفاع", "الوزير", "البرازيل", "ذخيرة", "MV", "mv", "؟", "_", "+", "", "ال", "c", 'a" OR "b')


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with Archive.to_write(tmp_path_factory.mktemp("demo") / "demo.khabar") as opened:
        build(opened, reports_in([REPORTS]), 1)
        yield opened


@pytest.fixture(scope="module")
def plain(archive: Archive) -> Plain:
    return Plain(archive)


@pytest.fixture(scope="module")
def names(plain: Plain) -> tuple[str, ...]:
    given = {name for actor in plain.weighed.actors for name in (actor.name, *actor.also)}
    parts = {word for name in given for word in name.split()}
    return (*sorted(given), *sorted(parts), *WORDS)


def test_whoever_is_called_so_is_found(archive: Archive, plain: Plain, names: tuple[str, ...]) -> None:
    for asked in names:
        assert [one.id for one in called(archive, asked)] == [actor.id for actor in plain.called(asked)], asked
        assert parties_called(archive, asked) == plain.parties(asked), asked
        if asked:
            assert list(actors(archive, asked)) == plain.actors(plain.called(asked)), asked


def test_claims_and_timelines_are_about_whom_is_asked_for(
    archive: Archive, plain: Plain, names: tuple[str, ...]
) -> None:
    for asked in names:
        about = plain.about(asked)
        wanted = ClaimsWanted(about=subject(archive, asked))
        told = archive.claims_where(wanted, Order.MOST_TOLD)
        assert [placed.claim for placed in told] == plain.most_told(about), asked
        assert [p.claim for p in archive.claims_where(wanted, Order.IN_TIME)] == plain.in_time(about), asked
        assert {p.claim.id: (p.reported, p.status) for p in told} == {
            own_id: (plain.reported(plain.claims[own_id]), plain.status(plain.claims[own_id])) for own_id in about
        }
        assert sum(archive.counted_in_time(wanted, letters=7).values()) == len(about), asked
        assert is_known(archive, asked) == bool(about or plain.called(asked)), asked


def test_exchanges_stories_and_contradictions_are_about_whom_is_asked_for(
    archive: Archive, plain: Plain, names: tuple[str, ...]
) -> None:
    for asked in filter(None, names):
        about = plain.about(asked)
        ledger = exchanges(archive, Asked(about=asked))
        assert [one.exchange for one in ledger] == plain.exchanges(asked), asked
        assert sums_of(archive, Asked(about=asked)) == sums(ledger), asked
        assert [one.story for one in stories(archive, asked)] == plain.stories(about), asked
        assert [one.contradiction for one in contradictions(archive, asked)] == plain.contradictions(about), asked


def test_whole_lists_are_in_their_order(archive: Archive, plain: Plain) -> None:
    every = set(plain.claims)
    assert list(claims(archive)) == plain.most_told(every)
    assert [entry.claim for entry in timeline(archive)] == [claim.id for claim in plain.in_time(every)]
    assert list(actors(archive)) == plain.actors(plain.weighed.actors)
    assert [one.exchange for one in exchanges(archive)] == plain.ledger(plain.weighed.exchanges)
    assert [one.story for one in stories(archive)] == plain.stories(None)
    assert [one.contradiction for one in contradictions(archive)] == plain.contradictions(None)
    assert [one.lineage for one in lineages(archive)] == plain.lineages()


def test_actors_in_brief_are_the_actors(archive: Archive) -> None:
    for about in (None, "روسيا", "وزير"):
        briefs = actors_in_brief(archive, about)
        assert [(b.id, b.name, b.also, b.wikidata, b.reports, b.offices) for b in briefs] == [
            (a.id, a.name, a.also, a.wikidata, len(a.reports), tuple(o.title for o in a.offices))
            for a in actors(archive, about)
        ]


def test_lineages_are_found_by_report_and_by_claim(archive: Archive, plain: Plain) -> None:
    for report in plain.reports:
        assert [one.lineage for one in lineages(archive, report)] == plain.lineages({report})
    for claim in plain.weighed.claims:
        reports = {position.passage.report_id for position in claim.positions}
        assert [one.lineage for one in lineages(archive, claim.id)] == plain.lineages(reports)


def test_every_report_has_its_claims(archive: Archive, plain: Plain) -> None:
    for report in plain.reports:
        mine = [c for c in plain.weighed.claims if any(p.passage.report_id == report for p in c.positions)]
        found = claims_of_report(archive, report)
        assert {claim.id for claim in found} == {claim.id for claim in mine}
        starts = [min(p.passage.span for p in c.positions if p.passage.report_id == report) for c in found]
        assert starts == sorted(starts)


@settings(max_examples=60)
@given(
    verdict=st.none() | st.sampled_from(Verdict),
    outlet=st.none() | st.sampled_from(["صحيفة المرفأ", "وكالة أنباء الساحل", "صحيفة أخرى"]),
    since=st.none() | st.dates(date(2022, 1, 1), date(2025, 1, 1)),
    until=st.none() | st.dates(date(2022, 1, 1), date(2025, 1, 1)),
    limit=st.none() | st.integers(0, 9),
    offset=st.integers(0, 30),
)
def test_claims_are_chosen_by_any_mark_in_any_page(
    archive: Archive,
    plain: Plain,
    verdict: Verdict | None,
    outlet: str | None,
    since: date | None,
    until: date | None,
    limit: int | None,
    offset: int,
) -> None:
    whole = [
        claim
        for claim in plain.most_told(claim.id for claim in plain.in_time(plain.claims, since, until))
        if verdict in (None, claim.assessment.verdict)
        and outlet in (None, *(plain.reports[p.passage.report_id].outlet for p in claim.positions))
    ]
    page = claims(archive, None, verdict, outlet=outlet, since=since, until=until, limit=limit, offset=offset)
    assert (list(page), page.total) == (whole[offset : None if limit is None else offset + limit], len(whole))


@settings(max_examples=30)
@given(since=st.none() | st.dates(date(2022, 1, 1), date(2025, 1, 1)), goods=st.none() | st.sampled_from(GoodsCategory))
def test_the_ledger_is_chosen_by_day_and_goods(
    archive: Archive, plain: Plain, since: date | None, goods: GoodsCategory | None
) -> None:
    asked = Asked(since=since, goods=goods)
    whole = [x for x in plain.ledger(plain.weighed.exchanges) if goods in (None, x.goods)]
    whole = [x for x in whole if since is None or (x.time and (x.time.latest or date.max) >= since)]
    found = exchanges(archive, asked)
    assert [one.exchange for one in found] == whole
    assert [one for one in found if one.flags] == list(
        exchanges(archive, Asked(since=since, goods=goods, flagged=True))
    )


def test_a_relation_in_figures_is_the_relation(archive: Archive, plain: Plain) -> None:
    every = all_relations(archive)
    assert every
    for relation in every:
        assert relation.events == len(relation.dealings)
        assert relation.score == sum(dealing.weight for dealing in relation.dealings)
    for name in ("روسيا", "كوريا الشمالية", "بوتين"):
        assert [(p.parties, p.score, p.by_class, p.events) for p in partners(archive, name)] == [
            (r.parties, r.score, r.by_class, r.events) for r in relations(archive, name)
        ]
        (first, *_) = relations(archive, name, dealings=1)
        assert len(first.dealings) == 1


def test_the_months_of_a_timeline_are_those_of_its_claims(archive: Archive) -> None:
    entries = [entry for entry in timeline(archive) if entry.time and entry.time.days and entry.time.days <= 31]
    months = {e.time.edtf[:7] for e in entries if e.time and len(e.time.edtf) == len("2024-06-18")}
    counted = {count.period: count.claims for count in timeline_counts(archive, by_month=True)}
    assert months <= set(counted)
    assert sum(counted.values()) == sum(count.claims for count in timeline_counts(archive)) == timeline(archive).total


def test_the_figures_of_an_archive_are_those_of_its_conclusions(archive: Archive, plain: Plain) -> None:
    found = overview(archive)
    assert (found.reports, found.claims) == (len(plain.reports), len(plain.claims))
    assert (found.stories, found.exchanges) == (len(plain.weighed.stories), len(plain.weighed.exchanges))
    assert sum(n for _, n in found.verdicts) == found.claims
    assert sum(n for _, n in found.outlets) == found.reports
    days = sorted(report.published for report in plain.reports.values() if report.published)
    assert (found.first, found.last, found.newest[0].published) == (days[0], days[-1], days[-1])
