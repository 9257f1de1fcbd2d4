"""The map's page: every place has its mark or is told to have none, and each leads to its claims."""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from lxml import html
from starlette.testclient import TestClient
from web_reader import Page

from khabar.shells.web.pages import places as pages_of_places
from khabar.store.archive import Archive
from khabar.views.places import claims_at, places


def marked(page: str) -> list[str]:
    links = html.fromstring(page).xpath("//a[contains(@class, 'place')]/@href")
    return [parse_qs(urlsplit(link).query)["place"][0] for link in links]


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_place_with_a_point_is_marked_and_every_other_told_apart(
    reader: TestClient, demo: Path, language: str
) -> None:
    with Archive.to_read(demo) as archive:
        told = places(archive)
    page = reader.get(f"/{language}/map").text
    assert marked(page) == [one.spot.id for one in told if one.spot.at]
    apart = html.fromstring(page).xpath("//section[@aria-labelledby='apart']//a/bdi")
    names = [one.spot.name if language == "ar" else one.spot.en or one.spot.name for one in told if not one.spot.at]
    assert [name.text for name in apart] == names


def test_the_table_says_what_the_picture_says(reader: TestClient, demo: Path) -> None:
    with Archive.to_read(demo) as archive:
        told = places(archive, limit=25)
    rows = html.fromstring(reader.get("/ar/map").text).xpath("//table/tbody/tr")
    assert [(row.xpath("string(th)").strip(), row[2].text.strip()) for row in rows] == [
        (one.spot.name, str(one.claims)) for one in told
    ]


def test_newest_claims_are_asked_for_of_the_places_in_the_table_alone(
    reader: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []
    ask = Archive.claims_where
    monkeypatch.setattr(pages_of_places, "PAGE", 2)
    monkeypatch.setattr(Archive, "claims_where", lambda *given: asked.append(given) or ask(*given))
    page = reader.get("/ar/map?verdict=single-origin").text  # which nobody asked before
    rows = html.fromstring(page).xpath("//table/tbody/tr")
    assert (len(asked), len(rows), len(marked(page)) > 2) == (2, 2, True)
    assert all(row.xpath(".//a[contains(@href, '/claims/')]") for row in rows)


def test_a_place_shows_its_claims_and_stands_in_the_middle(reader: TestClient, demo: Path) -> None:
    with Archive.to_read(demo) as archive:
        here = claims_at(archive, "place.kyiv")
    page = Page(reader.get("/ar/map?place=place.kyiv").text)
    assert here
    assert {f"/ar/claims/{claim.id}" for claim in here} <= page.links
    view = html.fromstring(reader.get("/ar/map?place=place.kyiv").text).xpath("//svg[@data-whole]/@viewbox")
    left, _, width, _ = map(float, view[0].split())
    assert abs(left + width / 2 - 30.52 * 20) < 1


def test_a_place_that_is_not_there_shows_all(reader: TestClient) -> None:
    assert marked(reader.get("/en/map?place=place.atlantis").text) == marked(reader.get("/en/map").text)


def test_the_land_is_loaded_from_here(reader: TestClient) -> None:
    shapes = html.fromstring(reader.get("/en/map").text).xpath("//svg/use/@href")
    assert len(shapes) == 2
    for shape in shapes:
        answer = reader.get(shape.partition("#")[0])
        assert answer.status_code == 200
        assert f'id="{shape.partition("#")[2]}"' in answer.text
    assert len(answer.content) < 500_000
