"""Lists of feeds."""

import pytest

from khabar.reports.outlines import feeds_listed

OPML = """<?xml version="1.0"?><!DOCTYPE opml [<!ENTITY f SYSTEM "file:///etc/passwd">]>
<opml version="2.0"><head><title>x</title></head><body><outline text="أخبار">
<outline type="rss" text="a" xmlUrl="https://example.org/a"/><outline XMLURL=" https://example.org/b "/></outline>
<outline xmlUrl="https://example.org/a"/><outline xmlUrl="file:///etc/passwd"/><outline text="&f;"/></body></opml>"""


def test_the_feeds_of_an_opml_file_are_listed_once_in_its_order() -> None:
    assert feeds_listed(OPML.encode()) == ("https://example.org/a", "https://example.org/b")


def test_a_text_may_list_them_a_line_each() -> None:
    assert feeds_listed("# العربية\nhttps://example.org/a\n\nhttp://b.example/\n".encode()) == (
        "https://example.org/a",
        "http://b.example/",
    )


@pytest.mark.parametrize("data", [b"", b"\x89PNG", b"<opml/>", b"<", "كلام".encode(), b"https://example.org/ and more"])
def test_what_is_no_list_is_none(data: bytes) -> None:
    assert feeds_listed(data) is None
