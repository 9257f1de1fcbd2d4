"""Reports whose outlet nobody told: sources under their id, called by their headline."""

import re
from dataclasses import dataclass
from typing import Protocol

from khabar.errors import NotInArchive
from khabar.values.report import Report

_LIKE_AN_ID = re.compile(r"(?=.*[0-9])[!-~]+")  # names of sources are seldom so: they need not be looked up
_HEADLINE = 60  # characters


class Reports(Protocol):
    """What it takes to know a report by its id."""

    def report(self, report_id: str) -> Report:
        """The report of that id; raises NotInArchive."""


@dataclass(frozen=True, slots=True)
class Outletless:
    """A report that is a source itself."""

    id: str
    headline: str


def outletless(archive: Reports, name: str) -> Outletless | None:
    """The report that goes by its id where sources are named; None: the name is somebody's."""
    if not _LIKE_AN_ID.fullmatch(name):
        return None
    try:
        report = archive.report(name)
    except NotInArchive:
        return None
    return None if report.outlet else Outletless(report.id, _headline(report))


def _headline(report: Report) -> str:
    whole = report.headline.strip()
    return whole if len(whole) <= _HEADLINE else f"{whole[:_HEADLINE].rsplit(None, 1)[0]}…"
