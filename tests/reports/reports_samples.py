"""Reports, and ways to get at what is read of them, for the tests of bringing reports in."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

from khabar.reports.intake import reports_in
from khabar.values.report import Report, Unreadable

STORY = (
    "أعلنت وزارة الموارد المائية اليوم أن منسوب النهر ارتفع نصف متر بعد الأمطار الأخيرة.\n"
    "وقال مدير السد إن البوابات ستبقى مفتوحة حتى نهاية الأسبوع، وإن القرى القريبة آمنة."
)


def report_of(*paths: Path) -> Report:
    """The only report under these paths."""
    (item,) = reports_in(paths)
    assert isinstance(item, Report), item
    return item


def unreadable_in(*paths: Path) -> Unreadable:
    """The only thing under these paths, which could not be read."""
    (item,) = reports_in(paths)
    assert isinstance(item, Unreadable), item
    return item


def refusal_of(*paths: Path) -> str:
    """Why the only thing under these paths could not be read."""
    return unreadable_in(*paths).reason


def zipped(members: Mapping[str, bytes]) -> bytes:
    """A zip file of these members."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()
