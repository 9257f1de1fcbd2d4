"""What comes in, and what is known of it."""

import gzip
import hashlib
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reports_samples import STORY, report_of, zipped

from khabar.reports.intake import reports_in
from khabar.reports.told import Told
from khabar.values.report import Report, Unreadable

Put = Callable[[str, bytes | str], Path]


def test_a_text_is_known_by_its_bytes(put: Put) -> None:
    report = report_of(put("a.txt", STORY))
    digest = hashlib.sha256(STORY.encode()).hexdigest()
    assert report == Report(id=digest[:16], text=STORY, sha256=digest)


def test_what_was_told_of_all_is_said_of_each(put: Put) -> None:
    told = Told(outlet="بوابة الميناء", published=date(2024, 6, 12), url="https://example.org/1", title="عنوان")
    (report,) = reports_in([put("a.txt", STORY)], told)
    assert isinstance(report, Report)
    assert (report.outlet, report.published, report.url, report.title) == (
        told.outlet,
        told.published,
        told.url,
        told.title,
    )


@pytest.mark.parametrize("name", ["a.txt", "a.jsonl", "a.json", "a.html", "a.zip"])
def test_what_is_packed_with_gzip_is_read_like_the_same_file_unpacked(put: Put, name: str) -> None:
    record = json.dumps({"text": STORY, "outlet": "بوابة الميناء"})
    plain = {
        "a.jsonl": f"{record}\n{record}\n".encode(),
        "a.json": f"[{record}]".encode(),
        "a.html": f"<html><body><article><p>{STORY}</p></article></body></html>".encode(),
        "a.zip": zipped({"b.txt": STORY.encode()}),
    }.get(name, STORY.encode())
    as_it_is = list(reports_in([put(f"plain/{name}", plain)]))
    assert len(as_it_is) == (2 if name == "a.jsonl" else 1)
    assert all(isinstance(item, Report) for item in as_it_is)
    assert list(reports_in([put(f"packed/{name}.gz", gzip.compress(plain))])) == as_it_is
    assert list(reports_in([put("all.zip", zipped({f"{name}.gz": gzip.compress(plain)}))])) == as_it_is


def test_a_text_that_gives_its_day_in_figures_is_taken_at_its_word(put: Put) -> None:
    report = report_of(put("a.txt", f"بوابة الميناء | 12/6/2024\nالنهر يرتفع بعد الأمطار\n{STORY}"))
    assert (report.outlet, report.published) == ("بوابة الميناء", date(2024, 6, 12))
    assert report.note == "its date was read from its first lines"


def test_a_side_file_speaks_for_its_report_and_outranks_what_was_told_of_all(put: Put, tmp_path: Path) -> None:
    put("a.txt", STORY)
    put("a.meta.json", json.dumps({"id": "n1", "outlet": "X", "published": "2024-01-02"}))
    (report,) = reports_in([tmp_path], Told(outlet="Y", url="https://example.org"))
    assert isinstance(report, Report)
    assert (report.id, report.outlet, report.published, report.url) == (
        "n1",
        "X",
        date(2024, 1, 2),
        "https://example.org",
    )


def test_a_side_file_that_cannot_be_read_is_noted(put: Put, tmp_path: Path) -> None:
    put("a.txt", STORY)
    put("a.meta.json", "{bad")
    assert report_of(tmp_path).note == "its side file is no JSON"


def test_files_come_in_the_order_of_their_names_and_what_systems_leave_is_passed_over(put: Put, tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/b.txt", ".DS_Store", "__MACOSX/a.txt", "k.khabar.corrections.jsonl", "c"):
        put(name, f"{name} {STORY}")
    names = [item.text.split()[0] for item in reports_in([tmp_path]) if isinstance(item, Report)]
    assert names == ["a/b.txt", "a/z.txt", "b.txt", "c"]


def test_a_zip_is_read_like_a_folder_with_its_side_files(put: Put) -> None:
    members = {"d/b.txt": STORY, "d/b.meta.json": '{"outlet": "X"}', "a.jsonl": json.dumps({"text": "report a"})}
    path = put("a.zip", zipped({name: text.encode() for name, text in members.items()}))
    first, second = reports_in([path])
    assert isinstance(first, Report)
    assert isinstance(second, Report)
    assert (first.text, second.text, second.outlet) == ("report a", STORY, "X")


@pytest.mark.parametrize(
    "record",
    [
        {"id": "7", "outlet": "X", "url": "u", "published": "2024-06-17", "title": "T", "text": STORY},
        {"_id": 7, "source": "X", "link": "u", "date": "2024-06-17T23:50:00+03:00", "headline": "T", "content": STORY},
        {"guid": "7", "publisher": {"name": "X"}, "url": "u", "pubDate": "Mon, 17 Jun 2024 10:00:00 GMT", "title": "T"}
        | {"articleBody": STORY},
        {"id": "7", "site": "X", "url": "u", "timestamp": 1718618400, "title": "T", "body": STORY.split("\n")},
    ],
)
def test_a_record_is_understood_under_its_usual_names(put: Put, record: dict[str, object]) -> None:
    report = report_of(put("a.json", json.dumps(record)))
    assert (report.id, report.outlet, report.url, report.published, report.title, report.text) == (
        "7",
        "X",
        "u",
        date(2024, 6, 17),
        "T",
        STORY,
    )


@pytest.mark.parametrize("wrap", [lambda r: r, lambda r: {"articles": r}])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_list_of_records_gives_each(put: Put, wrap: Callable[[object], object], encoding: str) -> None:
    records = wrap([{"text": "report one"}, {"text": STORY}])
    items = list(reports_in([put("a.json", json.dumps(records, ensure_ascii=False).encode(encoding))]))
    assert [item.text for item in items if isinstance(item, Report)] == ["report one", STORY]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1256"])
def test_json_lines_are_read_in_any_usual_encoding_and_under_either_ending(put: Put, encoding: str) -> None:
    lines = "".join(json.dumps({"text": f"{n} {STORY}"}, ensure_ascii=False) + "\n" for n in range(2))
    for name in ("a.jsonl", "a.json"):
        items = list(reports_in([put(name, lines.encode(encoding))]))
        assert [item.text for item in items if isinstance(item, Report)] == [f"0 {STORY}", f"1 {STORY}"]


def test_the_same_record_has_the_same_hash_in_any_file(put: Put) -> None:
    line = json.dumps({"text": STORY})
    first = report_of(put("a.jsonl", line))
    second, _ = reports_in([put("b.jsonl", f"{line}\r\n{line}")])
    assert first.sha256 == second.sha256 == hashlib.sha256(line.encode()).hexdigest()


def test_a_record_whose_text_is_html_gives_the_words(put: Put) -> None:
    first, second = STORY.split("\n")
    report = report_of(put("a.json", json.dumps({"text": f"<p>{first}</p><p>{second}</p><p><br></p>"})))
    assert report.text == STORY
    assert report.note == "its text was HTML"


def test_a_page_says_what_machines_read_of_it(put: Put) -> None:
    paragraphs = "".join(f"<p>{line}</p>" for line in STORY.split("\n"))
    page = f"""<!doctype html><html><head><meta charset="utf-8"><title>x</title>
    <meta property="og:title" content="النهر يرتفع"><meta property="og:site_name" content="بوابة الميناء">
    <link rel="canonical" href="https://example.org/7">
    <script type="application/ld+json">{{"@graph": [{{"@type": "NewsArticle", "datePublished": "2024-06-12T10:00Z"}}]}}
    </script></head><body><nav><a href="/">الرئيسية</a></nav><article><h1>النهر يرتفع</h1>{paragraphs}
    <table><tr><td>المنسوب</td><td>12</td></tr></table></article></body></html>"""
    report = report_of(put("a.htm", page))
    assert (report.title, report.outlet, report.url, report.published) == (
        "النهر يرتفع",
        "بوابة الميناء",
        "https://example.org/7",
        date(2024, 6, 12),
    )
    assert report.text.startswith("النهر يرتفع\n")
    assert "المنسوب" in report.text
    assert "الرئيسية" not in report.text


def test_a_page_is_decoded_as_it_declares(put: Put) -> None:
    page = f'<html><head><meta charset="windows-1256"></head><body><p>{STORY * 3}</p></body></html>'
    assert STORY.split("\n")[0] in report_of(put("a.html", page.encode("windows-1256"))).text


def test_what_was_told_outranks_what_a_page_says_of_itself(put: Put) -> None:
    page = f'<html><head><meta name="date" content="2024-06-12"></head><body><p>{STORY * 3}</p></body></html>'
    (report,) = reports_in([put("a.html", page)], Told(published=date(2024, 6, 11)))
    assert isinstance(report, Report)
    assert report.published == date(2024, 6, 11)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300), st.sampled_from([".txt", ".json", ".jsonl", ".html", ".zip", "", ".meta.json"]))
def test_no_bytes_under_any_name_stop_the_rest(data: bytes, ending: str) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"a{ending}"
        path.write_bytes(data)
        for item in reports_in([path, path]):
            assert isinstance(item, Report | Unreadable)
            assert isinstance(item, Unreadable) or item.text.strip()
