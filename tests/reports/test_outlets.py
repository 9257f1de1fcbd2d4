"""Outlets told by addresses."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from reports_samples import STORY, report_of

Put = Callable[[str, bytes | str], Path]


@pytest.mark.parametrize(
    ("record", "outlet"),
    [
        ({"url": "https://www.aljazeera.net/news/2024/6/1/x"}, "قناة الجزيرة"),
        ({"url": "https://arabic.rt.com:443/x"}, "قناة روسيا اليوم"),
        ({"outlet": "reuters.com"}, "رويترز"),
        ({"url": "https://www.aljazeera.net/x", "outlet": "صحيفة المرفأ"}, "صحيفة المرفأ"),
        ({"url": "https://notreuters.com/x"}, None),
        ({"url": "https://x.com/somebody/status/1"}, None),  # anybody publishes there
        ({"url": "https://[::1/x"}, None),
        ({"outlet": "unknown.example.org"}, "unknown.example.org"),
    ],
)
def test_an_address_tells_the_outlet_where_the_report_does_not(put: Put, record: dict[str, str], outlet: str) -> None:
    assert report_of(put("a.json", json.dumps({"text": STORY, **record}))).outlet == outlet


def test_an_item_of_a_gathered_feed_has_its_own_outlet(put: Put) -> None:
    item = "<item><description>خبر من الوكالة</description><link>https://www.reuters.com/1</link></item>"
    assert report_of(put("a.rss", f"<rss><channel><title>أخبار اليوم</title>{item}</channel></rss>")).outlet == "رويترز"
