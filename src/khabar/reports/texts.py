"""Plain texts and saved pages: one report each."""

import hashlib

from khabar.reports.dateline import outlet_and_date_in
from khabar.reports.decoding import NoText, decoded
from khabar.reports.found import Found
from khabar.reports.limits import Limits, in_words
from khabar.reports.made import report_of
from khabar.reports.pages import article_in, declared_encoding, looks_like_page
from khabar.reports.told import Told, joined
from khabar.values.report import Report, Unreadable

PAGES = (".html", ".htm", ".xhtml")


def report_in_text(found: Found, told: Told, limits: Limits) -> Report | Unreadable:
    """The report that a file is, whatever its encoding."""
    data = found.read(limits.text)
    if len(data) > limits.text:
        reason = f"one text of more than {in_words(limits.text)}: give it in parts, or as JSON lines, one report a line"
        return Unreadable(found.source, reason, found.sha256())
    digest = hashlib.sha256(data).hexdigest()
    text = decoded(data, found.encoding or declared_encoding(data))
    if isinstance(text, NoText):
        return Unreadable(found.source, text.reason, digest)
    if found.ending in PAGES or looks_like_page(text.text):
        return _of_page(found, text.text, digest, joined(text.note, told.note), told, limits)
    bare = text.text.removeprefix("\ufeff")
    said, note = told_by_itself(bare, told)
    return report_of(bare, digest, said, joined(text.note, note))


def told_by_itself(text: str, told: Told) -> tuple[Told, str | None]:
    """What was told, and where nobody told the day, what the text's first lines say."""
    if told.published:
        return told, told.note
    outlet, published = outlet_and_date_in(text)
    note = "its date was read from its first lines" if published else None
    return told.over(Told(outlet=outlet, published=published)), joined(told.note, note)


def _of_page(found: Found, html: str, digest: str, note: str | None, told: Told, limits: Limits) -> Report | Unreadable:
    if len(html) > limits.page:
        return Unreadable(found.source, f"a page of more than {in_words(limits.page)}: save its text as .txt", digest)
    article = article_in(html)
    if article is None:
        return Unreadable(found.source, "no article was found in the page: save its text as .txt", digest)
    return report_of(article.text, digest, told.over(article.told), note)
