"""Saved feeds and web archives."""

import gzip
import zlib
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from reports_samples import STORY, refusal_of, report_of

from khabar.reports.intake import reports_in
from khabar.reports.limits import Limits
from khabar.reports.zstandard import zstd
from khabar.values.report import Report, Unreadable

Put = Callable[[str, bytes | str], Path]
FIRST, SECOND = STORY.split("\n")
RSS = f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>بوابة الميناء</title>
<item><title>النهر يرتفع</title><link>https://example.org/1</link><guid>n1</guid>
<pubDate>Wed, 12 Jun 2024 10:00:00 +0300</pubDate><description>ملخص</description>
<content:encoded><![CDATA[<p>{FIRST}</p><script>x()</script><p>{SECOND}</p>]]></content:encoded></item>
<item><title>خبر بلا نص</title><link>https://example.org/2</link></item></channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>بوابة الميناء</title><entry><title>النهر يرتفع</title>
<link href="https://example.org/1"/><id>n1</id><published>2024-06-12T10:00:00Z</published>
<summary type="html">&lt;b&gt;{FIRST}&lt;/b&gt;</summary></entry></feed>"""
PAGE = f"<html><head><title>النهر</title></head><body><h1>النهر يرتفع</h1><p>{FIRST}</p><p>{SECOND}</p></body></html>"


def warc(*answers: bytes) -> bytes:
    records = [
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/1\r\n"
        b"Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n" % (len(a), a)
        for a in answers
    ]
    info = b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 4\r\n\r\nabcd\r\n\r\n"
    return info + b"".join(records)


def answer(body: bytes, head: bytes = b"", status: bytes = b"200 OK", kind: bytes = b"text/html") -> bytes:
    return b"HTTP/1.1 %s\r\nContent-Type: %s\r\n%s\r\n%s" % (status, kind, head, body)


@pytest.mark.parametrize("name", ["a.rss", "a.xml"])
def test_an_item_of_rss_is_a_report_and_one_without_text_is_named(put: Put, name: str) -> None:
    report, bare = reports_in([put(name, RSS)])
    assert isinstance(report, Report)
    assert report.text == f"النهر يرتفع\n{STORY}"
    assert (report.id, report.outlet, report.url) == ("n1", "بوابة الميناء", "https://example.org/1")
    assert (report.published, report.note) == (date(2024, 6, 12), None)
    assert isinstance(bare, Unreadable)
    assert "only a link" in bare.reason


def test_an_entry_of_atom_is_a_report_and_a_summary_is_noted(put: Put) -> None:
    report = report_of(put("a.atom", ATOM))
    assert (report.text, report.url, report.published) == (
        f"النهر يرتفع\n{FIRST}",
        "https://example.org/1",
        date(2024, 6, 12),
    )
    assert report.note == "its feed gives a summary only"


def test_a_feed_cannot_swell_by_its_entities_or_read_files(put: Put) -> None:
    bomb = '<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY f SYSTEM "file:///etc/passwd">'
    bomb += "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(4))
    feed = f"{bomb}]><rss><channel><item><title>t</title><description>x &e; &f;</description></item></channel></rss>"
    for item in reports_in([put("a.xml", feed), put("b.rss", feed)]):
        assert isinstance(item, Report)
        assert item.text.startswith("t\nx")
        assert len(item.text) < 100


def test_instructions_and_comments_in_an_item_are_passed_over(put: Put) -> None:
    feed = f"<rss><channel><item><?do it?><!-- a note --><description>{FIRST}</description></item></channel></rss>"
    assert report_of(put("a.rss", feed)).text == FIRST


@pytest.mark.parametrize(
    "feed", ["<rss><channel></channel></rss>", "<feed>", "<rss", "<?xml version='1.0'?><root>words</root>"]
)
def test_a_feed_without_items_is_unreadable(put: Put, feed: str) -> None:
    assert isinstance(next(reports_in([put("a.rss", feed)])), Unreadable)


@pytest.mark.parametrize("pack", [bytes, gzip.compress, zstd.compress])
@pytest.mark.parametrize(
    "message",
    [
        answer(PAGE.encode()),
        answer(gzip.compress(PAGE.encode()), b"Content-Encoding: gzip\r\n"),
        answer(zlib.compress(PAGE.encode()), b"Content-Encoding: deflate\r\n"),
        answer(zstd.compress(PAGE.encode()), b"Content-Encoding: zstd\r\n"),
        answer(b"%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE.encode()), PAGE.encode()), b"Transfer-Encoding: chunked\r\n"),
    ],
)
def test_a_page_in_a_web_archive_is_a_report(put: Put, pack: Callable[[bytes], bytes], message: bytes) -> None:
    packed = pack(warc(answer(b"", status=b"301 Moved"), answer(b"GIF8", kind=b"image/gif"), message))
    for name in ("a.warc.gz", "a.warc.zst"):
        report = report_of(put(name, packed))
        assert FIRST in report.text
        assert report.url == "https://example.org/1"


@pytest.mark.parametrize("kept", [lambda data: data, zstd.compress])
def test_a_web_archive_packed_with_a_dictionary_of_its_own_is_read(put: Put, kept: Callable[[bytes], bytes]) -> None:
    records = [warc(answer(PAGE.replace("1", str(number)).encode())) for number in range(20)]
    words = zstd.train_dict([record[at : at + 64] for record in records for at in range(0, 600, 8)], 4096)
    dictionary = kept(words.dict_content)
    head = b"\x5d\x2a\x4d\x18" + len(dictionary).to_bytes(4, "little") + dictionary
    packed = head + b"".join(zstd.compress(record, zstd_dict=words) for record in records)
    assert [type(item) for item in reports_in([put("a.warc.zst", packed)])] == [Report] * 20


def test_a_page_that_is_too_long_or_strangely_packed_is_named_and_the_rest_is_read(put: Put) -> None:
    swollen = answer(gzip.compress(b"a" * 5000), b"Content-Encoding: gzip\r\n")
    strange = answer(b"abc", b"Content-Encoding: br\r\n")
    path = put("a.warc", warc(answer(b"a" * 5000), swollen, strange, answer(PAGE.encode())))
    items = list(reports_in([path], limits=Limits(page=2000)))
    assert [type(item) for item in items] == [Unreadable, Unreadable, Unreadable, Report]


def test_a_damaged_web_archive_is_read_up_to_the_damage(put: Put) -> None:
    whole = warc(answer(PAGE.encode()))
    report, damage = reports_in([put("a.warc", whole + b"garbage\r\n")])
    assert isinstance(report, Report)
    assert isinstance(damage, Unreadable)
    assert "damaged" in damage.reason
    assert "damaged" in refusal_of(put("b.warc.gz", gzip.compress(whole)[:40]))
    assert "damaged" in refusal_of(put("b.warc.zst", zstd.compress(whole)[:40]))


def test_what_is_no_web_archive_is_unreadable(put: Put) -> None:
    assert isinstance(next(reports_in([put("a.warc", b"")])), Unreadable)
    assert isinstance(next(reports_in([put("b.warc", STORY)])), Unreadable)
