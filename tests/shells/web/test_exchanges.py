"""The ledger: its lines, its picture and its table for spreadsheets are one answer."""

import csv
import re
from collections.abc import Callable
from functools import partial
from io import StringIO
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from starlette.testclient import TestClient
from web_reader import Page, archive_of, reader_of

from khabar.shells.web.languages import Language, label
from khabar.shells.web.pages.exchanges import PAGE
from khabar.shells.web.wordings import quantity
from khabar.store.archive import Archive
from khabar.views.exchanges import NOBODY, Asked, exchanges
from khabar.views.flows import Flow, flows

_ID = re.compile(r"g[0-9a-f]{15}")
RETURNS = "سلمت إيران روسيا صواريخ مقابل تسليم روسيا إيران طائرات مقاتلة."


def lines(reader: TestClient, address: str) -> set[str]:
    """The exchanges that are lines of the ledger there, on all its pages."""
    found: set[str] = set()
    while len(found) % PAGE == 0:
        more = {
            own_id for own_id in Page(reader.get(f"{address}&offset={len(found)}").text).ids if _ID.fullmatch(own_id)
        }
        if not more:
            break
        found |= more
    return found


@pytest.mark.parametrize("language", Language)
def test_every_line_says_who_gives_what_to_whom(reader: TestClient, archive: Archive, language: Language) -> None:
    found = exchanges(archive)
    told = "".join(
        Page(reader.get(f"/{language}/exchanges?offset={n}").text).words for n in range(0, found.total, PAGE)
    )
    for one in found:
        x = one.exchange
        assert all(name in told for name in (*x.giver, *x.recipient))
        assert quantity(language, x.quantity) in told
        assert label(language, "stage", x.stage) in told
        assert one.goods is None or one.goods.words.replace("\n", " ") in told


def test_each_band_of_the_picture_leads_to_as_many_lines_as_it_is_wide(reader: TestClient, archive: Archive) -> None:
    bands = [link for link in Page(reader.get("/en/exchanges").text).links if is_band(link)]
    assert len(bands) > 10
    for link in bands:
        wide = sum(flow.exchanges for flow in flows(archive) if all(is_so(flow) for is_so in conditions(link)))
        assert len(lines(reader, link)) == wide, link


def is_band(link: str) -> bool:
    return set(asked_in(link)) in ({"giver", "goods"}, {"goods", "recipient"})


def asked_in(link: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(link).query).items()}


def conditions(link: str) -> list[Callable[[Flow], bool]]:
    return [partial(has, name, value) for name, value in asked_in(link).items()]


def has(name: str, value: str, flow: Flow) -> bool:
    return (getattr(flow, name) or NOBODY) == value


@pytest.mark.parametrize("either", ["", "&either=1"])
def test_giver_and_recipient_are_asked_for_one_way_or_either(reader: TestClient, archive: Archive, either: str) -> None:
    asked = Asked(between=("كوريا الشمالية", "موسكو")) if either else Asked(giver="كوريا الشمالية", recipient="موسكو")
    found = exchanges(archive, asked)
    assert found
    address = f"/ar/exchanges?giver=كوريا الشمالية&recipient=موسكو{either}"
    assert lines(reader, address) == {one.exchange.id for one in found}


def test_a_flag_names_its_measure_and_what_it_does_not_say(reader: TestClient, archive: Archive) -> None:
    flagged = exchanges(archive, Asked(flagged=True))
    assert lines(reader, "/en/exchanges?flagged=1") == {one.exchange.id for one in flagged}
    page = Page(reader.get("/en/exchanges?flagged=1").text)
    assert {f"/en/measures/{flag.measure}" for one in flagged[:PAGE] for flag in one.flags} <= page.links
    assert "never a finding of guilt" in page.words


def test_the_table_for_spreadsheets_has_every_line_that_is_asked_for(reader: TestClient, archive: Archive) -> None:
    answer = reader.get("/ar/exchanges.csv?goods=arms&offset=3")
    assert answer.headers["content-type"].startswith("text/csv")
    table = csv.DictReader(StringIO(answer.content.decode("utf-8-sig")))
    found = exchanges(archive)
    assert [row["id"] for row in table] == [one.exchange.id for one in found if one.exchange.goods == "arms"]


def test_a_cell_that_a_spreadsheet_would_run_is_only_text(tmp_path: Path) -> None:
    text = 'سلم "=HYPERLINK(1)" في بغداد روسيا صواريخ.\nسلمت شركة =cmd للنقل إيران صواريخ.'
    answer = reader_of(archive_of(tmp_path / "f.khabar", text)).get("/ar/exchanges.csv")
    rows = list(csv.reader(StringIO(answer.content.decode("utf-8-sig"))))
    assert len(rows) > 1
    assert not [
        cell for row in rows for cell in row if cell != "-" and cell.startswith(("=", "+", "-", "@", "\t", "\r"))
    ]


@pytest.mark.parametrize("language", Language)
def test_what_is_given_in_return_is_linked_both_ways(tmp_path: Path, language: Language) -> None:
    path = archive_of(tmp_path / "r.khabar", RETURNS)
    with Archive.to_read(path) as archive:
        one, other = (found.exchange.id for found in exchanges(archive))
    reader = reader_of(path)
    for here, there in ((one, other), (other, one)):
        assert f"/{language}/exchanges/{there}" in Page(reader.get(f"/{language}/exchanges/{here}").text).links


@pytest.mark.parametrize("language", Language)
def test_one_exchange_has_all_its_tellings_and_what_must_be_checked(
    reader: TestClient, archive: Archive, language: Language
) -> None:
    for one in exchanges(archive):
        page = Page(reader.get(f"/{language}/exchanges/{one.exchange.id}").text)
        places = {(t.passage.report_id, t.passage.span) for t in one.exchange.tellings}
        assert {f"/{language}/reports/{report}?at={span.start}-{span.end}" for report, span in places} <= page.links
        assert {f"/{language}/measures/{flag.measure}" for flag in one.flags} <= page.links
    assert reader.get(f"/{language}/exchanges/g00000").status_code == 404
