"""The page of copies shows who copied whom."""

import pytest
from starlette.testclient import TestClient
from web_reader import Page

from khabar.shells.web.languages import Language, label
from khabar.store.archive import Archive
from khabar.views.descent import DescentNode, descent_tree
from khabar.views.lineage import lineages


def reports_in(nodes: tuple[DescentNode, ...], of: str | None = None) -> list[tuple[str, str | None]]:
    found = []
    for node in nodes:
        report = node.shown.descent.report
        found += [(report, of), *reports_in(node.followed_by, report)]
    return found


@pytest.mark.parametrize("language", Language)
def test_each_copy_says_how_it_was_made_and_whom_it_credits(
    reader: TestClient, archive: Archive, language: Language
) -> None:
    page = Page(reader.get(f"/{language}/copies").text)
    found = lineages(archive)
    assert found
    for one in (shown for lineage in found for shown in lineage.descents):
        assert f"/{language}/reports/{one.descent.report}" in page.links
        assert label(language, "copy_kind", one.descent.kind) in page.words
        assert one.descent.credits is None or one.descent.credits in page.words
        assert one.shared is None or one.shared.words[:60].replace("\n", " ") in page.words


def test_every_report_stands_once_under_the_one_that_it_follows(archive: Archive) -> None:
    for one in lineages(archive):
        told = {shown.descent.report: shown.descent.of for shown in one.descents}
        assert sorted(reports_in(descent_tree(one))) == sorted(told.items())


def test_copies_of_a_report_and_of_a_claim_are_asked_for(reader: TestClient, archive: Archive) -> None:
    one = lineages(archive)[0]
    copied = {shown.descent.report for shown in one.descents}
    alone = next(report.id for report in archive.reports() if report.id not in copied)
    claim = next(c for c in archive.weighed().claims if any(p.passage.report_id in copied for p in c.positions))
    assert one.lineage.id in Page(reader.get(f"/ar/copies?of={min(copied)}").text).ids
    assert one.lineage.id in Page(reader.get(f"/ar/copies?of={claim.id}").text).ids
    assert one.lineage.id not in Page(reader.get(f"/ar/copies?of={alone}").text).ids
