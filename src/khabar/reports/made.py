"""A report made of its text and of what was said about it."""

from khabar.reports.blemishes import blemishes_of
from khabar.reports.outlets import named, outlet_at
from khabar.reports.told import Told, joined
from khabar.values.report import Report


def report_of(text: str, digest: str, told: Told, note: str | None) -> Report:
    """The report, under the id that was told, else under the first digits of the digest; `note` holds all notes."""
    return Report(
        id=told.id or digest[:16],
        text=text,
        sha256=digest,
        outlet=named(told.outlet) or outlet_at(told.url),
        url=told.url,
        published=told.published,
        title=told.title,
        note=joined(note, blemishes_of(text)),
    )
