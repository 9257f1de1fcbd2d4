"""The pictures as a browser draws them: no name over another, every link in reach, and the map moves."""

from itertools import combinations

import pytest
from page_looks import WIDTHS, is_sound, opened
from playwright.sync_api import Page, expect

from khabar.shells.web.languages import Language

KOREA, RUSSIA = "كوريا الشمالية", "روسيا"
PICTURES = {
    "all years": "timeline?all=1&undated=1",
    "one year": "timeline?from=2024&to=2024&all=1&undated=1",
    "one month": "timeline?from=2023-09&to=2023-09&all=1&undated=1",
    "the map": "map",
    "one place": "map?place=place.kyiv",
    "a party": f"relations?of={KOREA}",
    "a party grown": f"relations?of={KOREA}&open={RUSSIA}",
    "two parties": f"relations?of={KOREA}&with={RUSSIA}",
}
WRITTEN = """() => [...document.querySelectorAll('.drawn > svg text, .drawn .picture svg text')]
    .filter(text => text.checkVisibility({visibilityProperty: true}))
    .map(text => [text.textContent, text.getBoundingClientRect()])
    .map(([words, box]) => [words, box.left, box.top, box.right, box.bottom])"""
AIR = 0.22  # of a line's height above and below its letters
EDGE = 20  # pixels from the edge of a picture where nothing is clicked


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("picture", PICTURES)
def test_a_picture_is_sound_and_no_words_in_it_overlap(
    page: Page, picture: str, language: Language, width: int
) -> None:
    opened(page, f"/{language}/{PICTURES[picture]}", width)
    page.evaluate("document.fonts.ready")
    written = page.evaluate(WRITTEN)
    over = [(one[0], other[0]) for one, other in combinations(written, 2) if overlap(one[1:], other[1:])]
    assert over == []
    is_sound(page)


@pytest.mark.parametrize("picture", ["all years", "the map", "a party grown", "two parties"])
def test_a_picture_is_readable_in_the_dark(page: Page, picture: str) -> None:
    page.emulate_media(color_scheme="dark")
    opened(page, f"/ar/{PICTURES[picture]}", WIDTHS[0])
    is_sound(page)


def test_every_name_of_a_party_lies_within_its_box(page: Page) -> None:
    opened(page, f"/ar/{PICTURES['a party grown']}", WIDTHS[0])
    page.evaluate("document.fonts.ready")
    outside = page.evaluate(
        """() => [...document.querySelectorAll('a.party')].filter(party => {
            const box = party.querySelector('rect').getBoundingClientRect();
            return [...party.querySelectorAll('text')].map(text => text.getBoundingClientRect())
                .some(text => text.left < box.left || text.right > box.right);
        }).map(party => party.textContent)"""
    )
    assert outside == []


def test_a_bar_is_reached_and_opened_by_keyboard(page: Page) -> None:
    opened(page, f"/ar/{PICTURES['all years']}", WIDTHS[0])
    bar = page.locator(".bars a").nth(1)
    year = (bar.get_attribute("href") or "").rpartition("to=")[2]
    bar.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".trail [aria-current]")).to_have_text(year)


def test_the_map_comes_nearer_moves_and_comes_back(page: Page) -> None:
    opened(page, "/ar/map", WIDTHS[0])
    picture = page.locator("[data-map] svg")
    expect(page.locator("[data-map-buttons]")).to_be_visible()
    home = picture.get_attribute("viewBox")
    page.locator("[data-by=in]").click()
    nearer = numbers(picture.get_attribute("viewBox"))
    assert nearer[2] < numbers(home)[2]
    page.locator("[data-map]").focus()
    page.keyboard.press("ArrowRight")
    assert numbers(picture.get_attribute("viewBox"))[0] > nearer[0]
    page.keyboard.press("0")
    assert numbers(picture.get_attribute("viewBox")) == numbers(home)


def test_a_drag_moves_the_map_and_opens_no_place(page: Page) -> None:
    opened(page, "/ar/map", WIDTHS[0])
    page.locator("[data-by=in]").click()
    before = page.locator("[data-map] svg").get_attribute("viewBox")
    x, y = a_place_in_sight(page)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 60, y + 40, steps=4)
    page.mouse.up()
    assert page.url.endswith("/ar/map")
    assert page.locator("[data-map] svg").get_attribute("viewBox") != before


def a_place_in_sight(page: Page) -> tuple[float, float]:
    """The middle of a place's mark that did not go out of the picture when the map came nearer."""
    picture = page.locator("[data-map] svg").bounding_box()
    boxes = [mark.bounding_box() for mark in page.locator("a.place .mark").all()]
    middles = [(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2) for box in boxes if box]
    assert picture
    left, top, right, bottom = (
        picture["x"] + EDGE,
        picture["y"] + EDGE,
        picture["x"] + picture["width"] - EDGE,
        picture["y"] + picture["height"] - EDGE,
    )
    return next((x, y) for x, y in middles if left < x < right and top < y < bottom)


def overlap(one: list[float], other: list[float]) -> bool:
    (left, top, right, bottom), (left2, top2, right2, bottom2) = letters(one), letters(other)
    return left < right2 and left2 < right and top < bottom2 and top2 < bottom


def letters(line: list[float]) -> list[float]:
    left, top, right, bottom = line
    return [left, top + AIR * (bottom - top), right, bottom - AIR * (bottom - top)]


def numbers(box: str | None) -> list[float]:
    return [float(number) for number in (box or "").split()]
