"""What can be got out of an archive, to be compared to the letter."""

from dataclasses import dataclass
from pathlib import Path

from archive_rows import rows_of
from khabar.exports.formats import FORMATS, AsText
from khabar.exports.selection import Wanted, selected
from khabar.store.archive import Archive


@dataclass(frozen=True, slots=True)
class Standing:
    """Reports, conclusions, and every export that is a text."""

    reports: tuple[str, ...]  # with each as often as it is there
    conclusions: dict[str, list[str]]
    exports: dict[str, str]


def standing_in(path: Path) -> Standing:
    """All of it, of an archive that nobody writes to."""
    with Archive.to_read(path) as archive:
        reports = tuple(sorted(repr(report) for report in archive.reports()))
        exports = exports_of(archive)
    return Standing(reports, rows_of(path), exports)


def exports_of(archive: Archive) -> dict[str, str]:
    """Every export that is a text, by its name."""
    return {
        form.value: "".join(door.pieces(selected(archive, Wanted())))
        for form, door in FORMATS.items()
        if isinstance(door, AsText)
    }


def an_event_in(path: Path) -> str:
    """An event on which a claim rests."""
    with Archive.to_read(path) as archive:
        position = next(p for c in archive.weighed().claims if len(c.positions) == 1 for p in c.positions if p.event)
        return f"{position.passage.report_id}#{position.event}"
