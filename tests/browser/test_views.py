"""Each view opens in both languages, on a desk and on a phone: sound for screen readers, and no wider than the screen."""

import pytest
from page_looks import WIDTHS, is_sound, opened
from playwright.sync_api import Page

from khabar.shells.web.languages import Language
from khabar.shells.web.pages import VIEWS

PARTS = ("claims", "reports", "actors", "stories", "exchanges", "measures")  # views of which single things have a page


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("view", ["", *sorted(VIEWS)])
def test_a_view_opens_and_is_sound(page: Page, view: str, language: Language, width: int) -> None:
    opened(page, f"/{language}/{view}".rstrip("/"), width)
    assert page.locator("html").get_attribute("dir") == language.direction
    is_sound(page)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("view", [view for view in PARTS if view in VIEWS])
def test_the_page_of_a_single_thing_opens_and_is_sound(page: Page, view: str, width: int) -> None:
    opened(page, f"/ar/{view}", width)
    page.locator(f"main a[href^='/ar/{view}/']").first.click()
    page.wait_for_load_state()
    is_sound(page)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("asked", ["search?q=صواريخ", "explain", "explain?label=known:country.ru"])
def test_what_is_reached_by_asking_opens_and_is_sound(page: Page, asked: str, width: int) -> None:
    opened(page, f"/ar/{asked}", width)
    is_sound(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_are_readable_in_light_and_dark(page: Page, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    opened(page, "/ar", WIDTHS[0])
    is_sound(page)


def test_pages_say_all_that_they_say_without_scripts(page: Page) -> None:
    opened(page, "/ar/claims?verdict=disputed", WIDTHS[0])
    with_scripts = page.locator("main").inner_text()
    assert page.context.browser is not None
    bare = page.context.browser.new_context(java_script_enabled=False).new_page()
    bare.goto(page.url)
    assert bare.locator("main").inner_text() == with_scripts
    bare.context.close()


def test_the_scripts_of_all_views_are_small(page: Page) -> None:
    sizes: dict[str, int] = {}
    page.on("response", lambda r: sizes.update({r.url: len(r.body())}) if r.url.split("?")[0].endswith(".js") else None)
    for view in ["", *sorted(VIEWS)]:
        opened(page, f"/ar/{view}".rstrip("/"), WIDTHS[0])
        page.wait_for_load_state("networkidle")
    assert 0 < sum(sizes.values()) < 300_000


@pytest.mark.parametrize("view", ["exchanges", "claims", "timeline", "reports/treaty-2024-06-20"])
def test_on_paper_a_page_is_as_wide_as_the_sheet_and_leaves_no_marked_word_out(page: Page, view: str) -> None:
    page.emulate_media(media="print")
    opened(page, f"/ar/{view}", 718)  # A4 within its margins
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    left_out = "all => all.filter(one => !one.getClientRects().length).length"
    assert page.eval_on_selector_all(".text mark", left_out) == 0
    assert page.eval_on_selector_all("svg.flow:not(.flow-narrow) .bar", left_out) == 0


def test_on_paper_letters_are_dark_whatever_the_screen_shows(page: Page) -> None:
    opened(page, "/ar/claims", WIDTHS[0])
    page.evaluate("document.documentElement.dataset.theme = 'dark'")
    colour = "getComputedStyle(document.querySelector('main h1')).color.match(/[0-9]+/g).map(Number)"
    assert min(page.evaluate(colour)) > 128
    page.emulate_media(media="print", color_scheme="dark")
    assert max(page.evaluate(colour)) < 128


def test_on_a_phone_a_long_form_is_folded_until_it_asks_something(page: Page) -> None:
    opened(page, "/ar/claims", WIDTHS[1])
    assert not page.locator("form.ask").is_visible()
    page.locator(".folded > summary").click()
    page.locator("form.ask select[name=verdict]").select_option("disputed")
    page.locator("form.ask button").click()
    page.wait_for_url("**/claims?verdict=disputed")
    assert page.locator("form.ask").is_visible()
    opened(page, "/ar/claims", WIDTHS[0])
    assert page.locator("form.ask").is_visible()
