"""What the demo promises: copies are seen as copies, events stand in their time, one person is one actor."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from khabar.builds import build
from khabar.language.normalise import fold
from khabar.reports.intake import reports_in
from khabar.store.archive import Archive
from khabar.values.claim import Claim, Verdict
from khabar.values.event import EventType, Status
from khabar.values.report import Report
from khabar.views.actors import actors
from khabar.views.claims import claims
from khabar.views.timeline import timeline

REPORTS = Path(__file__).parent.parent / "demo" / "reports"
DISPATCH = ("summit-2023-09-14", "summit-copy-2023-09-14", "summit-copy-2023-09-15")


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with Archive.to_write(tmp_path_factory.mktemp("demo") / "demo.khabar") as opened:
        built = build(opened, reports_in([REPORTS]), 1)
        assert (built.new, built.unread, built.unreadable) == (16, 0, 0)
        yield opened


def test_the_reports_are_whole() -> None:
    found = list(reports_in([REPORTS]))
    assert len(found) == 16
    for report in found:
        assert isinstance(report, Report)
        assert report.outlet
        assert report.published
        assert report.url
        assert report.url.startswith("https://example.org/")
        assert report.title
        assert report.title in report.text
        assert 90 <= len(report.text.split()) <= 350


def test_a_dispatch_and_its_copies_are_one_group(archive: Archive) -> None:
    assert [group.reports for group in archive.weighed().copies] == [DISPATCH]


def test_what_three_copies_carry_is_not_corroborated(archive: Archive) -> None:
    carried = [claim for claim in claims(archive) if set(DISPATCH) <= _reports(claim)]
    assert any("القمح" in claim.gist for claim in carried)
    assert [claim.gist for claim in carried if claim.assessment.verdict is Verdict.CORROBORATED] == []


def test_the_summit_at_the_cosmodrome_stands_in_september_2023(archive: Archive) -> None:
    september = timeline(archive, date(2023, 9, 1), date(2023, 9, 30))
    meetings = [entry for entry in september if entry.type is EventType.CONSULT and set(DISPATCH) <= set(entry.reports)]
    (summit,) = [entry for entry in meetings if any("فوستوتشني" in place for place in entry.place)]
    assert str(summit.time) == "2023-09-13"
    assert summit.status is Status.ACTUAL
    assert "بوتين" in " ".join(summit.actor + summit.recipient)
    assert "كيم" in " ".join(summit.actor + summit.recipient)


def test_the_treaty_of_the_visit_stands_in_june_2024(archive: Archive) -> None:
    june = timeline(archive, date(2024, 6, 18), date(2024, 6, 19))
    (treaty,) = [entry for entry in june if entry.type is EventType.AGREE]
    assert treaty.status is Status.ACTUAL
    assert any("بوتين" in name for name in treaty.actor)
    assert any("كيم" in name for name in treaty.actor)


def test_all_spellings_of_a_name_are_one_actor(archive: Archive) -> None:
    spellings = {"كيم جونغ أون", "كيم جونج أون", "كيم جونغ اون"}
    found = [actor for actor in actors(archive) if spellings & {actor.name, *actor.also}]
    assert [actor.wikidata for actor in found] == ["Q56226"]
    assert {fold(name) for name in spellings} <= {fold(name) for actor in found for name in (actor.name, *actor.also)}


def _reports(claim: Claim) -> set[str]:
    return {position.passage.report_id for position in claim.positions}
