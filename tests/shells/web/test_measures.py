"""The pages of sanction measures: what each forbids, and what would fall under it."""

import pytest
from starlette.testclient import TestClient
from web_reader import Page

from khabar.knowledge.measures import measures
from khabar.shells.web.languages import Language, label
from khabar.shells.web.wordings import in_language, party
from khabar.store.archive import Archive
from khabar.views.exchanges import Asked, exchanges
from khabar.views.measures import measures_shown


@pytest.mark.parametrize("language", Language)
def test_every_measure_is_listed_and_has_its_page(reader: TestClient, language: Language) -> None:
    listed = Page(reader.get(f"/{language}/measures").text)
    for one in measures():
        assert in_language(language, one.says) in listed.words
        page = Page(reader.get(f"/{language}/measures/{one.id}").text)
        assert one.source in page.links
        assert all(party(language, target) in page.words for target in (*one.targets, *one.binds))
        assert all(label(language, "goods", goods) in page.words for goods in one.goods)
        assert one.check is None or in_language(language, one.check) in page.words
    assert reader.get(f"/{language}/measures/measure.none").status_code == 404


def test_what_would_fall_under_a_measure_is_what_the_ledger_flags(reader: TestClient, archive: Archive) -> None:
    found = {one.measure.id: {x.exchange.id for x in one.flagged} for one in measures_shown(archive)}
    assert any(found.values())
    for line in exchanges(archive, Asked(flagged=True)):
        assert {flag.measure for flag in line.flags} == {m for m, ids in found.items() if line.exchange.id in ids}
    for measure, ids in found.items():
        page = Page(reader.get(f"/ar/measures/{measure}").text)
        assert {f"/ar/exchanges/{own_id}" for own_id in ids} <= page.links


@pytest.mark.parametrize(
    "place",
    [
        "المرفق B، الفقرة 5",
        "المادة 3c",
        "القسم 746.8",
        "الفقرة 1(c)، تبعا للقرار 1390 (2002)",
        "الفقرة 2(c)، تبعا للقرارين 1267 (1999) و1390 (2002)",
    ],
)
def test_the_place_of_a_measure_in_its_instrument_is_in_arabic(reader: TestClient, place: str) -> None:
    assert place in Page(reader.get("/ar/measures").text).words
