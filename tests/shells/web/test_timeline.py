"""The timeline's page shows what the view found: bars that add up, and lead down to the days."""

import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from lxml import html
from starlette.testclient import TestClient
from web_reader import Page, archive_of, reader_of

from khabar.store.archive import Archive
from khabar.values.event import Status
from khabar.views.periods import Unit, periods
from khabar.views.timeline import Kinds, timeline

KINDS = Kinds(events_only=True, dated_only=True)
ALL = "all=1&undated=1"


def bars(page: str) -> dict[str, int]:
    """The period that each bar leads to, and how many claims it tells of."""
    found = html.fromstring(page).xpath("//svg[contains(@class, 'bars')]/a")
    asked = [parse_qs(urlsplit(bar.get("href")).query) for bar in found]
    numbers = [int("".join(re.findall(r"\d", bar.xpath("text[contains(@class, 'count')]")[0].text))) for bar in found]
    return {one.get("from", ["…"])[0]: number for one, number in zip(asked, numbers, strict=True)}


def test_the_bars_are_the_counts_of_the_view(reader: TestClient, demo: Path) -> None:
    with Archive.to_read(demo) as archive:
        told = periods(archive, kinds=Kinds(as_reported=True), unit=Unit.YEAR)
    assert bars(reader.get(f"/ar/timeline?{ALL}").text) == {one.name: one.total for one in told if one.name}


def test_each_status_has_its_share_of_a_bar(reader: TestClient, demo: Path) -> None:
    with Archive.to_read(demo) as archive:
        entries = timeline(archive, kinds=Kinds(as_reported=True))
    page = html.fromstring(reader.get(f"/en/timeline?{ALL}").text)
    for status in (*Status, None):
        drawn = page.xpath(f"//svg[contains(@class, 'bars')]/a/rect[contains(@class, 's-{status or 'none'}')]")
        assert bool(drawn) == any(entry.status is status for entry in entries)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_bar_leads_from_years_to_months_to_days(reader: TestClient, language: str) -> None:
    address = f"/{language}/timeline?{ALL}"
    for letters in (4, 7, 10):
        found = bars(reader.get(address).text)
        assert {len(name) for name in found} == {letters}
        fullest = max(found, key=lambda name: found[name])
        address = f"/{language}/timeline?{ALL}&from={fullest}&to={fullest}"
    last = reader.get(address)
    assert bars(last.text) == {}, "one day is no picture"
    assert "timeline" in last.text


def test_the_way_back_leads_out_again_and_keeps_what_was_asked(reader: TestClient) -> None:
    page = html.fromstring(reader.get("/en/timeline?about=روسيا&from=2024-06-18&to=2024-06-18&offset=0").text)
    trail = [parse_qs(urlsplit(link).query) for link in page.xpath("//nav[@class='trail']//a/@href")]
    assert [one.get("from") for one in trail] == [None, ["2024"], ["2024-06"]]
    assert all(one["about"] == ["روسيا"] and one.get("from") == one.get("to") for one in trail)


def test_as_the_command_does_the_page_shows_events_with_a_date_unless_asked(reader: TestClient, demo: Path) -> None:
    with Archive.to_read(demo) as archive:
        told = timeline(archive, kinds=KINDS)
        everything = timeline(archive, kinds=Kinds(as_reported=True))
    assert claims_on(reader.get("/ar/timeline").text) == [entry.claim for entry in told][:40]
    assert claims_on(reader.get(f"/ar/timeline?{ALL}&offset=40").text) == [e.claim for e in everything][40:80]


def test_in_arabic_time_runs_from_right_to_left(reader: TestClient) -> None:
    def places(language: str) -> list[float]:
        page = html.fromstring(reader.get(f"/{language}/timeline?{ALL}").text)
        return [float(x.strip("%")) for x in page.xpath("//svg[contains(@class, 'bars')]/a/rect[@class='hit']/@x")]

    assert places("en") == sorted(places("en"))
    assert places("ar") == sorted(places("ar"), reverse=True)


def test_a_status_alone_leaves_the_others_out(reader: TestClient, demo: Path) -> None:
    with Archive.to_read(demo) as archive:
        planned = timeline(archive, kinds=Kinds(status=Status.PLANNED, events_only=True, dated_only=True))
    page = reader.get("/en/timeline?status=planned").text
    assert claims_on(page) == [entry.claim for entry in planned]
    assert Page(page).words.count("planned") >= len(planned)
    assert reader.get("/en/timeline?status=perhaps").status_code == 422


def claims_on(page: str) -> list[str]:
    return [link.rpartition("/")[2] for link in html.fromstring(page).xpath("//p[@class='gist']/a/@href")]


def test_where_many_years_stand_beside_one_another_only_every_other_is_always_named(tmp_path: Path) -> None:
    first, last = (
        "أعلن البيت الأبيض أن روسيا سلمت العراق صواريخ عام 2004.",
        "التقى وزير خارجية فرنسا نظيره المصري في يونيو 2024.",
    )
    reader = reader_of(archive_of(tmp_path / "a.khabar", first, last))
    names = html.fromstring(reader.get("/ar/timeline").text).xpath("//*[name()='text'][contains(@class, 'tick')]")
    assert len(names) == 21
    assert [name.text for name in names if "second" not in name.get("class")] == [str(y) for y in range(2004, 2025, 2)]
