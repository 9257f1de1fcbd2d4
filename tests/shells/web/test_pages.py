"""Every page opens in both languages, leads on, and shows the words of reports as words."""

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from web_reader import Page, reader_of

from khabar.builds import build
from khabar.shells.web.languages import Language, plain
from khabar.shells.web.pages import VIEWS
from khabar.store.archive import Archive
from khabar.values.report import Report
from khabar.views.claims import claims

ENOUGH = 150  # pages that are opened from each first page


@pytest.mark.parametrize("language", Language)
def test_every_link_on_the_pages_leads_to_a_page(reader: TestClient, language: Language) -> None:
    waiting, seen = [f"/{language}"], {f"/{language}"}
    broken = {}
    while waiting and len(seen) < ENOUGH:
        address = waiting.pop(0)
        answer = reader.get(address)
        if answer.status_code not in (200, 307):
            broken[address] = answer.status_code
        fresh = sorted(Page(answer.text).own_links - seen)
        seen |= set(fresh)
        waiting += fresh
    assert broken == {}


@pytest.mark.parametrize("language", Language)
def test_a_page_says_its_language_and_direction_and_is_sound(reader: TestClient, language: Language) -> None:
    for address in (f"/{language}", *(f"/{language}/{view}" for view in sorted(VIEWS)), f"/{language}/search?q=قذائف"):
        page = Page(reader.get(address).text)
        assert page.attributes["html"] == {"lang": language.value, "dir": language.direction}
        assert page.scripts_within == 0, "a script or style within a page would be refused by the browser"
        assert all(load.startswith("/static/") for load in page.loads)
        assert len(page.ids) == len(set(page.ids))


def test_the_first_page_is_arabic_and_leads_to_the_same_page_in_english(reader: TestClient) -> None:
    assert reader.get("/").headers["location"] == "/ar"
    assert "/en/claims?verdict=disputed" in Page(reader.get("/ar/claims?verdict=disputed").text).links


def test_a_claim_shows_both_sides_with_their_chains_and_opens_the_sentence(reader: TestClient) -> None:
    claims = reader.get("/ar/claims?verdict=disputed")
    address = min(link for link in Page(claims.text).links if link.startswith("/ar/claims/"))
    page = Page(reader.get(address).text)
    assert "من يثبته" in page.words
    assert "من ينفيه" in page.words
    passages = [link for link in page.links if "?at=" in link]
    assert passages
    marked = Page(reader.get(passages[0]).text)
    assert "at" in marked.ids


def test_a_question_that_cannot_be_understood_is_told_in_words(reader: TestClient) -> None:
    answer = reader.get("/en/claims?from=last+week")
    assert answer.status_code == 422
    assert "last week" in answer.text
    assert reader.get("/en/claims?verdict=nonsense").status_code == 422
    assert reader.get("/en/claims/cffffffff").status_code == 404
    assert reader.get("/en/reports/no-such").status_code == 404
    assert reader.get("/fr/claims").status_code == 404


def test_a_page_that_there_is_not_is_told_in_the_language_of_the_pages_alone(reader: TestClient) -> None:
    answer = reader.get("/ar/nosuch")
    assert answer.status_code == 404
    assert "no such page" not in answer.text
    assert "no such page" in reader.get("/api/v1/none").json()["error"]["message"]


def test_empty_fields_of_a_form_ask_nothing(reader: TestClient) -> None:
    asked = reader.get("/en/claims?about=&verdict=&type=&outlet=&from=&to=")
    assert asked.status_code == 200
    assert len(Page(asked.text).links) > 20


HOSTILE = '<script src="http://x.example/x.js"></script><img src=x onerror=alert(1)>"\'>{{7*7}}'


def test_nothing_in_a_report_becomes_part_of_a_page(tmp_path: Path) -> None:
    text = f"قال مسؤول {HOSTILE} في بغداد إن الجسر {HOSTILE} أُغلق يوم الاثنين.\nونفت الوزارة {HOSTILE} ذلك."
    report = Report(HOSTILE, text, "0" * 64, HOSTILE, f"javascript:{HOSTILE}", None, HOSTILE, HOSTILE)
    with Archive.to_write(tmp_path / "h.khabar") as archive:
        build(archive, [report], workers=1)
    reader = reader_of(tmp_path / "h.khabar")
    waiting, seen = ["/ar"], set()
    while waiting and len(seen) < 60:
        address = waiting.pop()
        seen.add(address)
        page = Page(reader.get(address).text)
        assert page.scripts_within == 0, address
        assert all(load.startswith("/static/") for load in page.loads), address
        assert not any(link.startswith("javascript") for link in page.links), address
        assert "{{7*7}}" in page.words or "49" not in page.words
        waiting += sorted(page.own_links - seen - set(waiting))


def test_letters_that_turn_the_order_of_words_are_shown_and_told_of(tmp_path: Path) -> None:
    text = "قال وزير النقل المصري إن الجسر \u202eمغلق غير\u202c منذ أمس.\nونفت الوزارة ذلك في بيان."
    with Archive.to_write(tmp_path / "t.khabar") as archive:
        build(archive, [Report("t", text, "1" * 64, "الأهرام", None, None, "خبر", None)], workers=1)
    answer = reader_of(tmp_path / "t.khabar").get("/en/reports/t").text
    assert "⟨U+202E⟩" in Page(answer).words
    assert "\u202e" not in answer.partition('class="text"')[2].partition("</div>")[0]
    assert "turn the order of its words" in Page(answer).words


@pytest.mark.parametrize(
    "page", ["", "/timeline", "/claims", "/stories", "/actors", "/reports/t", "/search?words=الجسر"]
)
def test_no_page_holds_letters_that_turn_what_a_report_wrote(tmp_path: Path, page: str) -> None:
    text = "قال وزير النقل ‮المصري سامي زكي إن روسيا أرسلت إلى مصر الجسر ⁧مغلق غير⁩ منذ أمس."
    with Archive.to_write(tmp_path / "t.khabar") as archive:
        build(archive, [Report("t", text, "1" * 64, "الأهر‮ام", None, None, "خبر‭", None)], workers=1)
    answer = reader_of(tmp_path / "t.khabar").get(f"/en{page}")
    assert answer.status_code == 200
    assert not {"‮", "‭", "⁧"} & set(answer.text)


@pytest.mark.parametrize("language", Language)
def test_a_report_without_an_outlet_is_a_source_by_its_headline_and_opens(tmp_path: Path, language: Language) -> None:
    text = "وصول السفينة إلى الميناء\n\nسلمت روسيا كوريا الشمالية شحنة من القمح يوم 3 مايو 2024."
    report = Report("420653bc1cb70cdf", text, "4" * 64)
    with Archive.to_write(tmp_path / "a.khabar") as archive:
        build(archive, [report], workers=1)
        claim = claims(archive)[0]
    reader = reader_of(tmp_path / "a.khabar")
    for address in (f"/{language}/claims", f"/{language}/claims/{claim.id}", f"/{language}/timeline"):
        page = Page(reader.get(address).text)
        assert report.id not in page.words
        assert "وصول السفينة إلى الميناء" in page.words
    assert f"/{language}/reports/{report.id}" in Page(reader.get(f"/{language}/claims/{claim.id}").text).own_links


@pytest.mark.parametrize("language", Language)
def test_an_id_that_is_unknown_is_told_in_the_language_of_the_page_and_leads_on(
    reader: TestClient, language: Language
) -> None:
    answer = reader.get(f"/{language}/claims/cffffffff")
    page = Page(answer.text)
    assert answer.status_code == 404
    assert plain(language)("Nothing of that name") in page.words
    assert "cffffffff" in page.words
    assert f"/{language}/search" in page.own_links
    assert "`khabar" not in page.words, "who reads in the browser has no command line"


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("claims?from=أمس", ("من تاريخ", "أمس", "2024-06-18")),
        ("claims?verdict=nonsense", ("الحكم", "nonsense")),
        ("timeline?from=2024&to=2023", ("اليوم الأول",)),
        ("explain?label=no-such", ("لا وسم",)),
        ("claims/لا شيء", ("«لا شيء»",)),
    ],
)
def test_trouble_is_told_in_arabic_on_an_arabic_page(reader: TestClient, asked: str, told: tuple[str, ...]) -> None:
    page = reader.get(f"/ar/{asked}").text.split("<details", maxsplit=1)[0].split("<main", 1)[1]
    assert not [words for words in told if words not in page]
    assert "Value error" not in reader.get(f"/ar/{asked}").text


def test_a_day_in_an_arabic_sentence_stands_by_itself_or_a_browser_turns_it_about(reader: TestClient) -> None:
    assert '<bdi dir="ltr">2024-06-18</bdi>' in reader.get("/ar/claims?from=أمس").text


@pytest.mark.parametrize("view", sorted(VIEWS | {"search"}))
def test_days_in_the_wrong_order_are_told_on_every_view(reader: TestClient, view: str) -> None:
    answer = reader.get(f"/ar/{view}?from=2024-06&to=2023")
    assert answer.status_code == 422
    assert "اكتب الأقدم أولا" in answer.text


def test_the_first_page_says_what_one_can_do_and_leads_there(reader: TestClient) -> None:
    begin = reader.get("/ar").text.split('<nav class="begin"')[1].split("</nav>")[0]
    ways = re.findall('href="([^"]+)"', begin)
    assert len(ways) == 5
    assert [way for way in ways if reader.get(way).status_code != 200] == []
