"""Pages and feeds made reports."""

import random
from datetime import date

import pytest
from server import Asked, Site, cut_off, moved, page

from khabar.fetching.feeds import reports_watched
from khabar.fetching.fetcher import Fetcher, Manners
from khabar.fetching.pages import Notebook, reports_at
from khabar.fetching.requests import Bounds
from khabar.values.report import Report, Unreadable

FIRST = "أعلنت وزارة الموارد المائية اليوم أن منسوب النهر ارتفع نصف متر بعد الأمطار الأخيرة."
SECOND = "وقال مدير السد إن البوابات ستبقى مفتوحة حتى نهاية الأسبوع، وإن القرى القريبة آمنة."
PAGE = (
    '<html><head><meta property="og:site_name" content="بوابة المرفأ"></head>'
    f"<body><h1>النهر يرتفع</h1><p>{FIRST}</p><p>{SECOND}</p></body></html>"
)
XML = "application/rss+xml"


def quick(tries: int = 1) -> Fetcher:
    manners = Manners(allow_private=True, pause=0.0, tries=tries, bounds=Bounds(size=1 << 22))
    return Fetcher(manners, wait=lambda _: None)


def feed(*items: str) -> str:
    return (
        f"<rss><channel><title>آخر الأخبار</title>{''.join(f'<item>{item}</item>' for item in items)}</channel></rss>"
    )


def test_a_page_is_a_report_under_the_address_that_was_asked(here: Site) -> None:
    here.replies |= {"/a": moved("/b"), "/b": page(PAGE)}
    (report,) = reports_at([f"{here.address}/a", f"{here.address}/a"], quick(), Notebook())
    assert isinstance(report, Report)
    assert FIRST in report.text
    assert (report.url, report.outlet) == (f"{here.address}/a", "بوابة المرفأ")


def test_a_page_in_an_older_encoding_is_decoded_as_its_site_says(here: Site) -> None:
    here.replies["/a"] = page(PAGE.encode("windows-1256"), kind="text/html; charset=windows-1256")
    (report,) = reports_at([f"{here.address}/a"], quick(), Notebook())
    assert isinstance(report, Report)
    assert FIRST in report.text


def test_what_cannot_be_got_is_named_and_the_rest_is_got(here: Site) -> None:
    here.replies |= {"/pdf": page(b"%PDF", kind="image/png"), "/cut": cut_off, "/a": page(PAGE)}
    *bad, report = reports_at([f"{here.address}/{p}" for p in ("none", "pdf", "cut", "a")], quick(), Notebook())
    assert [type(item) for item in bad] == [Unreadable] * 3
    assert isinstance(report, Report)
    assert "no page but image/png" in bad[1].reason  # type: ignore[union-attr]


def test_only_what_is_in_the_archive_is_asked_for_with_its_mark(here: Site) -> None:
    address = f"{here.address}/a"

    def reply(asked: Asked) -> None:
        same = asked.headers["If-None-Match"] == '"1"'
        asked.say(b"" if same else PAGE.encode(), status=304 if same else 200, ETag='"1"')

    here.replies["/a"] = reply
    first = Notebook()
    assert len(list(reports_at([address], quick(), first))) == 1
    assert list(reports_at([address], quick(), Notebook(first.new, frozenset([address])))) == []
    assert len(list(reports_at([address], quick(), Notebook(first.new)))) == 1


def test_an_item_that_is_only_summarised_is_read_from_its_page(here: Site) -> None:
    item = "<title>النهر</title><link>/a?x=1</link><pubDate>Wed, 12 Jun 2024 10:00:00 GMT</pubDate>"
    here.replies |= {"/feed": page(feed(f"{item}<description>ملخص</description>"), kind=XML), "/a?x=1": page(PAGE)}
    (report,) = reports_watched([f"{here.address}/feed"], quick(), Notebook(), pages=True)
    assert isinstance(report, Report)
    assert SECOND in report.text
    assert (report.url, report.published) == (f"{here.address}/a?x=1", date(2024, 6, 12))
    assert report.outlet == "بوابة المرفأ"


def test_an_item_whose_page_cannot_be_had_keeps_what_its_feed_gives(here: Site) -> None:
    here.replies["/feed"] = page(
        feed(f"<link>/none</link><description>{FIRST}</description>", "<link>/x</link>"), kind=XML
    )
    kept, bare = reports_watched([f"{here.address}/feed"], quick(), Notebook(), pages=True)
    assert isinstance(kept, Report)
    assert (kept.text, kept.outlet) == (FIRST, "آخر الأخبار")
    assert "its page could not be had: the site has no such page" in (kept.note or "")
    assert isinstance(bare, Unreadable)
    assert bare.source == f"{here.address}/x"


def test_without_pages_nothing_but_the_feed_is_asked_for(here: Site) -> None:
    here.replies["/feed"] = page(feed(f"<link>/a</link><description>{FIRST}</description>"), kind=XML)
    (report,) = reports_watched([f"{here.address}/feed"], quick(), Notebook(), pages=False)
    assert isinstance(report, Report)
    assert here.paths() == ["/feed"]


def test_a_second_look_gets_only_what_is_new(here: Site) -> None:
    one, two = (f"<link>/{n}</link><description>{n} {FIRST}</description>" for n in "ab")
    here.replies |= {"/feed": page(feed(one), kind=XML), "/a": page(PAGE), "/b": page(PAGE)}
    list(reports_watched([f"{here.address}/feed"], quick(), Notebook(), pages=True))
    here.replies["/feed"] = page(feed(two, one), kind=XML)
    here.asked.clear()
    known = Notebook(addresses=frozenset([f"{here.address}/a"]))
    assert len(list(reports_watched([f"{here.address}/feed"], quick(), known, pages=True))) == 1
    assert here.paths() == ["/feed", "/b"]


@pytest.mark.parametrize(
    ("said", "site_says"), [("windows-1256", ""), ("utf-8", "windows-1256"), ("nonsense", "windows-1256")]
)
def test_a_feed_or_its_site_may_be_wrong_about_its_encoding(here: Site, said: str, site_says: str) -> None:
    xml = f'<?xml version="1.0" encoding="{said}"?>' + feed(f"<title>النهر</title><description>{FIRST}</description>")
    for path, encoding in (("/utf8", "utf-8"), ("/old", "windows-1256")):
        here.replies[path] = page(xml.encode(encoding), kind=f"{XML}; charset={site_says}")
        (report,) = reports_watched([f"{here.address}{path}"], quick(), Notebook(), pages=False)
        assert isinstance(report, Report)
        assert report.text == f"النهر\n{FIRST}"


def test_of_a_thousand_items_with_faults_none_is_lost(here: Site) -> None:
    """Each item comes through once, as a report or with the reason; the seed makes the same feed every time."""
    chance = random.Random(7)
    titles = [
        "خبر {n}",
        "&lt;b&gt;خبر&lt;/b&gt; {n}",
        "<![CDATA[<b>خبر</b> & {n}]]>",
        "<i>خبر</i> {n}",
        "خبر &amp;amp; {n}",
        "",
    ]
    days = ["Wed, 12 Jun 2024 10:00:00 GMT", "2024-06-12T10:00:00+03:00", "32 Foo 2024", "١٢/٦/٢٠٢٤", "0000-00-00", ""]
    links = ["<link>/p{n}</link>", "<link>{n}</link>", "<link/>", "<link>javascript:x({n})</link>", "<guid>x{n}</guid>"]
    texts = [f"<p>{FIRST}</p> {{n}}", FIRST + " {n} \x0b\x00", "كلمات &nbsp; &bogus; {n}", "<b>غير مغلق {n}"]
    items = []
    for n in range(1000):
        title, day, link, text = (chance.choice(kind).replace("{n}", str(n)) for kind in (titles, days, links, texts))
        body = text.replace("&", "&amp;").replace("<", "&lt;")
        items.append(f"<title>{title}</title>{link}<pubDate>{day}</pubDate><description>{body}</description>")
    here.replies["/feed"] = page(feed(*items), kind=XML)
    came = list(reports_watched([f"{here.address}/feed"], quick(), Notebook(), pages=False))
    texts_read = [item.text for item in came if isinstance(item, Report)]
    assert len(texts_read) == 1000
    assert [n for n in range(1000) if not any(text.endswith(str(n)) or f" {n} " in text for text in texts_read)] == []
    assert not any("<b>" in (item.title or "") for item in came if isinstance(item, Report))
