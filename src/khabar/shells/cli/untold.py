"""What nobody told of the reports that a build reads, and how to tell it."""

from collections.abc import Iterator

from khabar.values.report import Report

_HOW = "Tell it with {option}, or in a side file, and build a new archive"


class Untold:
    """Counts the new reports that lack their outlet or their day."""

    def __init__(self) -> None:
        self._outletless = 0
        self._dayless = 0

    def note(self, report: Report) -> None:
        """Takes one more new report."""
        self._outletless += not report.outlet
        self._dayless += not report.published

    def hints(self) -> Iterator[str]:
        """A line for each thing that is lacking: what follows from it, and what to do."""
        if self._outletless:
            means = "so each is taken for a source of its own"
            yield f"  {_told(self._outletless, 'outlet')}, {means}. {_HOW.format(option='--outlet NAME')}."
        if self._dayless:
            means = "so words such as 'yesterday' get no date"
            yield f"  {_told(self._dayless, 'day of publication')}, {means}. {_HOW.format(option='--published DAY')}."


def _told(reports: int, what: str) -> str:
    return f"1 report tells no {what}" if reports == 1 else f"{reports} reports tell no {what}"
