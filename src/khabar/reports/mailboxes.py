"""Folders of e-mail in one file (mbox): the mails in it, one after the other, however large the file."""

import re
from collections.abc import Iterator
from typing import IO

from khabar.reports.found import Found, cut_meanwhile, size_on_disk
from khabar.reports.limits import Limits, in_words
from khabar.reports.mails import parts_in
from khabar.reports.way import Way
from khabar.values.report import Unreadable

_OPENS = re.compile(rb"From \S[^\r\n]*\d{4}[^\r\n]*\r?\n[!-9;-~]+:")
_START = b"From "
_QUOTED = re.compile(rb"^>(>*From )", re.M)  # a line of a mail that began so, as the folder's writer kept it apart


def is_mailbox(found: Found) -> bool:
    """Whether it is a folder of mails, by its name or its first lines."""
    return found.ending in (".mbox", ".mbx") or bool(_OPENS.match(found.read(1024)))


def mails_in(found: Found, way: Way) -> Iterator[Found | Unreadable]:
    """The text of each mail and what is attached to it."""
    number = 0
    with found.open() as file:
        size = size_on_disk(file)
        for number, mail in enumerate(_mails(file, way.limits), start=1):
            source = f"{found.source}#{number}"
            if mail is None:
                yield Unreadable(source, f"a mail of more than {in_words(way.limits.mail)}")
            else:
                yield from parts_in(_QUOTED.sub(rb"\1", mail), source, way)
        yield from cut_meanwhile(file, found.source, size)
    if number == 0:
        yield Unreadable(found.source, "empty: a mail folder with no mail in it", found.sha256())


def _mails(file: IO[bytes], limits: Limits) -> Iterator[bytes | None]:
    """Each mail's bytes; None for one that is too long."""
    lines: list[bytes] = []
    size, open_, blank = 0, False, True
    while line := file.readline(limits.mail):
        if blank and line.startswith(_START):
            if open_:
                yield b"".join(lines) if size <= limits.mail else None
            lines, size, open_ = [], 0, True
            blank = False
            continue
        blank = not line.strip()
        size += len(line)
        if open_ and size <= limits.mail:
            lines.append(line)
        elif size > limits.mail:
            lines.clear()
    if open_:
        yield b"".join(lines) if size <= limits.mail else None
