"""The page of search: sentences with the words that were asked for marked, and who says them."""

import pytest
from starlette.testclient import TestClient
from web_reader import Page

from khabar.shells.web.languages import Language
from khabar.shells.web.pages.search import pieces
from khabar.store.archive import Archive
from khabar.values.claim import Verdict
from khabar.values.search import Filters
from khabar.views.search import search

FILTERS = {
    "": Filters(),
    "&verdict=disputed": Filters(verdict=Verdict.DISPUTED),
    "&about=روسيا": Filters(about="روسيا"),
}


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("narrowed", FILTERS)
def test_the_page_shows_what_the_search_finds(
    reader: TestClient, archive: Archive, language: Language, narrowed: str
) -> None:
    found = search(archive, "صواريخ", FILTERS[narrowed], limit=25)
    assert found
    page = Page(reader.get(f"/{language}/search?q=صواريخ{narrowed}").text)
    passages = {
        f"/{language}/reports/{hit.passage.report_id}?at={hit.passage.span.start}-{hit.passage.span.end}"
        for hit in found
    }
    assert {link for link in page.links if "?at=" in link} == passages
    for hit in found:
        assert hit.words.replace("\n", " ") in page.words
        assert all(name in page.words for link in hit.chain for name in link)


def test_the_pieces_of_a_sentence_are_the_sentence_with_the_words_marked(archive: Archive) -> None:
    for hit in search(archive, "صواريخ"):
        cut = list(pieces(hit))
        assert "".join(words for words, _ in cut) == hit.words
        text = archive.report(hit.passage.report_id).text
        assert [words for words, marked in cut if marked] == [mark.of(text) for mark in hit.marks]


def test_whoever_bears_the_name_stands_above_the_sentences(reader: TestClient) -> None:
    assert "/ar/actors/Q7747" in Page(reader.get("/ar/search?q=فلاديمير بوتين").text).links


@pytest.mark.parametrize("asked", ["", "?q=", "?q=%22", "?q=(*%20OR%20-", "?q=" + "س" * 300])
def test_nothing_that_is_asked_breaks_the_page(reader: TestClient, asked: str) -> None:
    assert reader.get(f"/en/search{asked}").status_code == 200
