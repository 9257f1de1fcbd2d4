"""A thousand items of feeds with the faults that feeds have: none is lost, and each keeps its own words."""

import random
from collections.abc import Callable
from html import escape
from pathlib import Path

import pytest

from ending import that_ends
from khabar.reports.intake import reports_in
from khabar.values.report import Report

Put = Callable[[str, bytes | str], Path]
ITEMS = 1000
DAYS = (
    *("Wed, 12 Jun 2024 10:00:00 +0300", "2024-06-12T10:00:00Z", "12/06/2024", "الأربعاء 12 يونيو 2024"),
    *(
        "",
        "yesterday",
        "0000-00-00 00:00:00",
        "Wed, 32 Jun 2024 25:61:00 GMT",
        "2024-13-45",
        "1718180000",
        "-1",
        "9" * 40,
    ),
)
IDS = ("", "same", "https://example.org/?a=1&amp;b=2", " \n ", "x" * 3000)
TITLES = (
    *(
        "النهر يرتفع {n}",
        "<![CDATA[<b>النهر</b> يرتفع {n}]]>",
        "&lt;b&gt;النهر&lt;/b&gt; &amp;quot;يرتفع&amp;quot; {n}",
    ),
    *("النهر <br> يرتفع {n}", "<b>النهر {n}", "النهر & السد {n}", "النهر < السد {n}", "النهر &nbsp; يرتفع {n}", ""),
    *("\x01النهر\x08 {n}", "<script>x()</script>النهر {n}", "النهر \u202eيرتفع {n}", "   النهر\n\n يرتفع {n} "),
)
BODIES = (
    *("<description>{text}</description>", "<description><![CDATA[<p>{text}</p><img src=x onerror=y>]]></description>"),
    *("<description><p>{text}<br></p></description>", "<content:encoded><![CDATA[<div>{text}]]></content:encoded>"),
    *("<description>{escaped}</description>", "<summary type='html'>{escaped}</summary><content>{text}</content>"),
    *("<description>{text} & {text}</description>", "<description/><content:encoded>{escaped}</content:encoded>"),
)


def item(n: int, chance: random.Random, name: str) -> str:
    text = f"قال مدير السد رقم{n} إن البوابات مفتوحة."
    title = chance.choice(TITLES).format(n=n)
    body = chance.choice(BODIES).format(text=text, escaped=escape(f"<p>{text}</p>"))
    own_id, day = chance.choice(IDS), chance.choice(DAYS)
    parts = [f"<title>{title}</title>", body]
    parts += [f"<guid isPermaLink='false'>{own_id}</guid>"] if own_id else []
    parts += [f"<pubDate>{day}</pubDate>"] if day else []
    parts += [f"<link>https://example.org/{n}?a=1&b=2</link>"] if chance.random() < 0.7 else []
    chance.shuffle(parts)
    return f"<{name}>{''.join(parts)}</{name}>"


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("item", '<rss version="2.0" xmlns:content="urn:c"><channel><title>بوابة الميناء</title>', "</channel></rss>"),
        ("item", "<rss><channel><title>بوابة &raquo; الميناء</title>", ""),
        ("entry", '<feed xmlns="http://www.w3.org/2005/Atom"><title>بوابة الميناء</title>', "</feed>"),
    ],
    ids=["rss", "rss that is cut off, its namespace unknown", "atom"],
)
def test_no_item_is_lost(put: Put, name: str, before: str, after: str) -> None:
    chance = random.Random(name + after)
    feed = "\n".join([before, *(item(n, chance, name) for n in range(ITEMS)), after])
    found = list(reports_in([put("feed.xml", feed)]))
    assert len(found) == ITEMS
    for n, report in enumerate(found):
        assert isinstance(report, Report), report
        assert f"رقم{n} " in report.text
        assert f"رقم{n + 1} " not in report.text
        assert "<" not in (report.title or "").replace("النهر < السد", "")
        assert report.published is None or report.published.year in (2024, 2286)


@pytest.mark.parametrize("piece", ["<![CDATA[", "<title>", "<item>", "<item", "&", "<a:b", "]]>"])
def test_a_torn_feed_made_to_take_long_ends(put: Put, piece: str) -> None:
    path = put("feed.xml", f"<rss><channel><item><title>النهر</title>{piece * (2_000_000 // len(piece))}")
    with that_ends():
        assert list(reports_in([path]))
