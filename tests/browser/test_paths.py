"""The questions that readers come with, each answered in at most three clicks from the first page."""

import re

import pytest
from playwright.sync_api import Page, expect

DISPUTED, EVIDENCE = ".line.v-disputed h3 a", "a[href*='?at=']"

# The question, what is clicked in turn, and what then stands on the page.
WAYS = {
    "what happened, in order, and which of it is planned or denied": (
        [".views a[href$='/timeline']"],
        ["main time", "main .s-planned", "main .s-denied"],
    ),
    "who says so, and through which chain": ([DISPUTED], [".tree .root .link .link"]),
    "how many independent sources is that": ([".tally.v-corroborated a", ".line h3 a"], [".origins", ".reasons li"]),
    "where do the reports disagree": ([".views a[href$='/contradictions']"], ["main blockquote", EVIDENCE]),
    "who gives what to whom, and against which rule": (
        [".views a[href$='/exchanges']", "main a[href*='/exchanges/g']"],
        [EVIDENCE],
    ),
    "who is this person, and which office did they hold then": (
        [".views a[href$='/actors']", "main a[href*='/actors/']"],
        ["main h1", "main time"],
    ),
    "how do two stand to one another": (
        [".views a[href$='/relations']", "main a[href*='with=']"],
        ["main svg", "main a[href*='/claims/']"],
    ),
    "show me the sentence": ([DISPUTED, f".side {EVIDENCE}"], ["mark.cited"]),
}


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("question", WAYS)
def test_a_question_is_answered_in_three_clicks(page: Page, question: str, language: str) -> None:
    clicks, shown = WAYS[question]
    assert len(clicks) <= 3
    page.goto(f"/{language}")
    for click in clicks:
        page.locator(click).first.click()
        page.wait_for_load_state()
    for what in shown:
        expect(page.locator(what).first).to_be_attached()


def test_the_words_that_an_answer_points_to_are_in_sight(page: Page) -> None:
    page.goto("/ar")
    page.locator(DISPUTED).first.click()
    page.locator(f".side {EVIDENCE}").first.click()
    expect(page.locator("mark.cited").first).to_be_in_viewport()


def test_a_click_on_marked_words_tells_what_they_were_read_as(page: Page) -> None:
    page.goto("/ar/reports/treaty-2024-06-20")
    page.locator(".text mark.saying").first.click()
    expect(page.locator(".read-as")).to_be_visible()
    expect(page.locator(".read-as .stance").first).to_be_attached()
    page.keyboard.press("Escape")
    expect(page.locator(".read-as")).not_to_be_visible()


def test_marked_words_are_reached_and_opened_by_keyboard(page: Page) -> None:
    page.goto("/en/reports/treaty-2024-06-20")
    page.locator(".text mark[tabindex]").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".read-as")).to_be_visible()


def test_a_layer_that_is_not_wanted_goes_out_of_sight(page: Page) -> None:
    page.goto("/ar/reports/treaty-2024-06-20")
    name = page.locator(".text mark.named").first
    before = name.evaluate("mark => getComputedStyle(mark).borderBottomStyle")
    page.locator("#show-names").uncheck()
    assert (before, name.evaluate("mark => getComputedStyle(mark).borderBottomStyle")) == ("dotted", "none")


def test_light_and_dark_are_switched_and_stay_so(page: Page) -> None:
    page.goto("/ar")
    page.locator("[data-theme-switch]").click()
    chosen = page.locator("html").get_attribute("data-theme")
    page.goto("/ar/claims")
    assert chosen == page.locator("html").get_attribute("data-theme") == "dark"


def test_the_other_language_shows_the_same_page(page: Page) -> None:
    page.goto("/ar/claims?verdict=disputed")
    page.locator("a.language").click()
    expect(page).to_have_url(re.compile(r"/en/claims\?verdict=disputed$"))


def test_a_slash_leads_to_the_search(page: Page) -> None:
    page.goto("/ar")
    page.keyboard.press("/")
    expect(page.locator("#q")).to_be_focused()
