"""English words on Arabic pages run from left to right by themselves."""

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from web_reader import reader_of

from english_reports import english
from khabar.builds import build
from khabar.store.archive import Archive

TEXT = "Russia delivers jets to Egypt\nKremlin spokesman Dmitry Peskov said Russia had delivered ten jets to Egypt."


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    path = tmp_path_factory.mktemp("english") / "english.khabar"
    with Archive.to_write(path) as archive:
        build(archive, [english(TEXT, "one", "Reuters")], workers=1)
    return reader_of(path)


def test_a_report_and_its_headline_tell_the_browser_to_look_at_their_letters(pages: TestClient) -> None:
    page = pages.get("/ar/reports/one").text
    assert '<html lang="ar" dir="rtl">' in page
    (line,) = re.findall(r"<p([^>]*)>(?:(?!</p>).)*Dmitry Peskov(?:(?!</p>).)*said", page)
    assert 'dir="auto"' in line
    assert re.search(r'<h1 dir="auto">', page)


def test_what_claims_are_of_stands_apart_from_the_words_around_it(pages: TestClient) -> None:
    page = pages.get("/ar/claims").text
    assert re.search(r"<bdi>Russia delivers jets to Egypt</bdi>", page)


@pytest.mark.parametrize("asked", ["delivered", "Deliver", "jet", "JETS", "Peskov"])
def test_search_finds_english_words_in_their_forms(pages: TestClient, asked: str) -> None:
    assert "Dmitry" in pages.get("/ar/search", params={"q": asked}).text


def test_search_finds_whole_words_only(pages: TestClient) -> None:
    assert "Dmitry" not in pages.get("/ar/search", params={"q": "rus"}).text


def test_the_label_of_an_english_entry_is_explained(pages: TestClient) -> None:
    assert "en.event.transfer" in pages.get("/ar/explain/en.event.transfer").text


def test_what_was_read_says_why(pages: TestClient) -> None:
    assert "en.say" in pages.get("/ar/reports/one/why").text


def test_english_needs_no_file_of_the_archive_before(tmp_path: Path) -> None:
    with Archive.to_write(tmp_path / "mixed.khabar") as archive:
        built = build(archive, [english(TEXT, "one"), english("وصل الوزير الروسي إلى القاهرة يوم الأحد.", "two")])
    assert (built.new, built.unread) == (2, 0)
