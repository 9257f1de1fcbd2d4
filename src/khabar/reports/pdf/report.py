"""A PDF made a report."""

from importlib.util import find_spec
from typing import Any

from khabar.reports.apart import Failed, values_of
from khabar.reports.found import Found
from khabar.reports.limits import Limits, in_words
from khabar.reports.made import report_of
from khabar.reports.texts import told_by_itself
from khabar.reports.told import Told, joined
from khabar.values.report import Report, Unreadable

_MAGIC = b"%PDF-"
_MOST_UNKNOWN = 0.05  # of the signs; above it nobody could read the report


def is_pdf(head: bytes) -> bool:
    """Whether a file is a PDF, by its first bytes."""
    return head.lstrip().startswith(_MAGIC)


def report_in_pdf(found: Found, told: Told, limits: Limits) -> Report | Unreadable:
    """The report that a PDF is: its text as it is read on the page, under the hash of the file's bytes."""
    digest = found.sha256()
    refusal = _refusal(found, limits)
    if refusal:
        return Unreadable(found.source, refusal, digest)
    try:
        (said,) = values_of(found, "pdf.reading", limits)
    except Failed as failure:
        return Unreadable(found.source, f"a PDF that cannot be read: {failure}", digest)
    reason = _lack(said, limits)
    return Unreadable(found.source, reason, digest) if reason else _report(said, digest, told)


def _refusal(found: Found, limits: Limits) -> str | None:
    if find_spec("pdfminer") is None:
        return "a PDF: to read it, install pdfminer.six: pip install 'khabar[pdf]'"
    if found.size > limits.pdf:
        return f"a PDF of more than {in_words(limits.pdf)}: give it in parts"
    return None


def _lack(said: dict[str, Any], limits: Limits) -> str | None:
    """Why no report can be made of what was read."""
    if "locked" in said:
        return "a PDF that is locked with a password: save it without"
    if not said["pages"]:
        return "a PDF that cannot be read: it has no page"
    text = said["text"]
    if not text.strip():
        return "a PDF with no text in it but pictures: it needs OCR first"
    if said["unknown"] > _MOST_UNKNOWN * len(text):
        return "a PDF whose fonts do not tell their letters: it needs OCR first"
    if len(text.encode()) > limits.text:
        return f"a PDF with a text of more than {in_words(limits.text)}: give it in parts"
    return None


def _report(said: dict[str, Any], digest: str, told: Told) -> Report:
    own, note = told_by_itself(said["text"], told)
    left_out = said["left_out"]
    repeated = f"{left_out} lines at the edges of its pages were left out" if left_out else None
    return report_of(said["text"], digest, own.over(Told(title=said["title"])), joined(note, repeated))
