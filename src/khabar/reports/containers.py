"""Files that hold files: which kind one is, and what lies in it."""

import tarfile
from collections.abc import Callable, Iterator

from khabar.reports import packed, zips
from khabar.reports.found import Found
from khabar.reports.mailboxes import is_mailbox, mails_in
from khabar.reports.mails import is_mail, parts_of
from khabar.reports.packed import is_packed, unpacked
from khabar.reports.tars import is_tar
from khabar.reports.tars import members_of as members_of_tar
from khabar.reports.warcs import is_warc, pages_in
from khabar.reports.way import Way
from khabar.values.report import Unreadable

BROKEN = (*zips.BROKEN, *packed.BROKEN, tarfile.TarError)
Contents = Iterator[Found | Unreadable]


def contents_of(found: Found, way: Way) -> Contents | None:
    """What lies in a file; None: it is one file and no more."""
    opener = next((opener for is_kind, opener in _KINDS if is_kind(found)), None)
    if opener is None:
        return None
    if way.depth > way.limits.zip_depth:
        reason = f"more than {way.limits.zip_depth} archives in one another: unpack them first"
        return iter([Unreadable(found.source, reason)])
    return opener(found, way)


def _unpacked(found: Found, way: Way) -> Contents:
    yield unpacked(found, way.limits)


def _pages(found: Found, way: Way) -> Contents:
    return pages_in(found, way.limits)


_KINDS: tuple[tuple[Callable[[Found], bool], Callable[[Found, Way], Contents]], ...] = (
    (zips.is_zip, zips.members_of),
    (is_warc, _pages),
    (is_packed, _unpacked),
    (is_tar, members_of_tar),
    (is_mailbox, mails_in),
    (is_mail, parts_of),
)
