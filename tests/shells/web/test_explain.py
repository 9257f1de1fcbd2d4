"""The page that tells what a label means."""

import re

import pytest
from starlette.testclient import TestClient
from web_reader import Page

from khabar.shells.web.languages import Language
from khabar.views.labels import Label, explained, labels


@pytest.mark.parametrize("language", Language)
def test_every_label_is_listed_and_meant_in_the_language(reader: TestClient, language: Language) -> None:
    words = Page(reader.get(f"/{language}/explain").text).words
    assert all((one.ar if language is Language.AR else one.en) in words for one in labels())


def test_a_label_with_an_entry_tells_both(reader: TestClient) -> None:
    page = Page(reader.get("/ar/explain?label=known:country.us").text)
    rule, entry = explained("known:country.us")
    assert isinstance(rule, Label)
    assert rule.ar in page.words
    assert entry.label in page.words
    assert rule.near_miss in page.words


def test_why_a_report_was_read_so_leads_to_what_each_label_means(reader: TestClient) -> None:
    links = {link for link in Page(reader.get("/en/reports/treaty-2024-06-20/why").text).links if "explain" in link}
    assert len(links) > 10
    assert {reader.get(link).status_code for link in links} == {200}


def test_why_a_report_was_read_so_is_told_in_the_language_of_the_page(reader: TestClient) -> None:
    told = {language: Page(reader.get(f"/{language}/reports/treaty-2024-06-20/why").text) for language in ("ar", "en")}
    for english, arabic in (("asserts", "يثبت"), ("organisation", "هيئة"), ("took place", "وقع")):
        assert english in told["en"].words
        assert arabic in told["ar"].words
        assert english not in told["ar"].words
    assert not re.search(r"\b(?:TRANSFER|CONSULT|actual|planned)\b", told["ar"].words)


def test_an_unknown_label_is_told_with_those_near_to_it(reader: TestClient) -> None:
    answer = reader.get("/en/explain?label=knwon")
    assert answer.status_code == 404
    assert "known" in answer.text
