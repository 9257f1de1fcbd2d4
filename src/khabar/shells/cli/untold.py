"""What nobody told of the reports that a build reads, and how to tell it."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from khabar.values.report import Report, Unreadable

_HOW = "Tell it with {option}, or in a side file, and build a new archive"


class Known(Protocol):
    """What it takes to know which reports are new."""

    def reader_of(self, sha256: str) -> str | None:
        """The version that read the report; None: nobody did."""


class Untold:
    """Counts the new reports that lack their outlet or their day."""

    def __init__(self, archive: Known) -> None:
        self._archive = archive
        self._outletless: set[str] = set()
        self._dayless: set[str] = set()

    def watched(self, incoming: Iterable[Report | Unreadable]) -> Iterator[Report | Unreadable]:
        """All that comes in, as it comes."""
        for one in incoming:
            if isinstance(one, Report) and self._archive.reader_of(one.sha256) is None:
                self._note(one)
            yield one

    def __bool__(self) -> bool:
        return bool(self._outletless or self._dayless)

    def hints(self) -> Iterator[str]:
        """A line for each thing that is lacking: what follows from it, and what to do."""
        if self._outletless:
            means = "so each is taken for a source of its own"
            yield f"  {_told(self._outletless, 'outlet')}, {means}. {_HOW.format(option='--outlet NAME')}."
        if self._dayless:
            means = "so words such as 'yesterday' get no date"
            yield f"  {_told(self._dayless, 'day of publication')}, {means}. {_HOW.format(option='--published DAY')}."

    def _note(self, report: Report) -> None:
        if not report.outlet:
            self._outletless.add(report.sha256)
        if not report.published:
            self._dayless.add(report.sha256)


def _told(reports: set[str], what: str) -> str:
    return f"1 report tells no {what}" if len(reports) == 1 else f"{len(reports)} reports tell no {what}"
