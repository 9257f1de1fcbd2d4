"""Records as other tools write them."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from reports_samples import STORY, refusal_of, report_of

from khabar.reports.intake import reports_in
from khabar.values.report import Report

Put = Callable[[str, bytes | str], Path]
ADDRESS = "https://www.aljazeera.net/news/1"
NEWS_PLEASE = {
    "authors": [],
    "date_download": "2024-06-13 08:00:00",
    "date_modify": None,
    "date_publish": "2024-06-12 10:00:00",
    "description": "ملخص",
    "filename": "x.json",
    "image_url": None,
    "language": "ar",
    "localpath": None,
    "maintext": STORY,
    "source_domain": "www.aljazeera.net",
    "title": "النهر يرتفع",
    "title_page": None,
    "title_rss": None,
    "url": ADDRESS,
}
MEDIA_CLOUD = {
    "id": "n1",
    "indexed_date": "2024-06-13T01:02:03",
    "language": "ar",
    "media_name": "aljazeera.net",
    "media_url": "aljazeera.net",
    "publish_date": "2024-06-12",
    "text": STORY,
    "title": "النهر يرتفع",
    "url": ADDRESS,
}
TRAFILATURA = {
    "title": "النهر يرتفع",
    "author": None,
    "hostname": "aljazeera.net",
    "date": "2024-06-12",
    "fingerprint": "ab",
    "id": None,
    "raw_text": STORY.replace("\n", " "),
    "text": STORY,
    "source": ADDRESS,
    "source-hostname": "aljazeera.net",
    "excerpt": "ملخص",
}
ARTICLE = {
    "id": "n1",
    "schema": "Article",
    "properties": {
        "title": ["النهر يرتفع"],
        "bodyText": STORY.split("\n"),
        "publishedAt": ["2024-06-12"],
        "sourceUrl": [ADDRESS],
        "publisher": ["قناة الجزيرة"],
    },
}


@pytest.mark.parametrize("record", [NEWS_PLEASE, MEDIA_CLOUD, TRAFILATURA, ARTICLE])
def test_outlet_day_address_headline_and_text_are_understood(put: Put, record: dict[str, Any]) -> None:
    report = report_of(put("a.jsonl", json.dumps(record) + "\n"))
    assert (report.text, report.title, report.published) == (STORY, "النهر يرتفع", date(2024, 6, 12))
    assert (report.outlet, report.url) == ("قناة الجزيرة", ADDRESS)


def test_a_list_of_addresses_alone_says_how_to_get_the_pages(put: Put) -> None:
    article = {"url": ADDRESS, "title": "النهر", "seendate": "20240612T101500Z", "domain": "aljazeera.net"}
    assert "khabar fetch" in refusal_of(put("a.json", json.dumps({"articles": [article]})))


def test_entities_that_are_no_texts_are_passed_over(put: Put) -> None:
    person = {"id": "p1", "schema": "Person", "properties": {"name": ["سعيد"]}}
    lines = [json.dumps(item) for item in (person, ARTICLE, {**person, "schema": "Company"})]
    (report,) = reports_in([put("a.jsonl", "\n".join(lines))])
    assert isinstance(report, Report)
    assert report.id == "n1"
