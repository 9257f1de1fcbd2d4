"""Where the reports of a build lie, listed by one machine and opened by many."""

import io
import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from khabar.cluster.rows import Row, line_of, value_in
from khabar.reports.folders import files_under
from khabar.reports.found import Found
from khabar.reports.intake import reports_of, with_future_noted
from khabar.reports.limits import Limits
from khabar.reports.told import Told
from khabar.reports.way import Allowance, Columns, Way
from khabar.values.report import Report, Unreadable

_LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Intake:
    """What is said of all reports that come in."""

    told: Told = Told()
    columns: Columns | None = None  # None: they bear the usual names
    today: date | None = None  # None: no day is said to lie in the future

    def items(self, row: Row) -> Iterator[Report | Unreadable]:
        """Every report in the file of a row of FOUND; nothing that is wrong with one stops the rest."""
        if row["refused"] is not None:
            yield value_in(Unreadable, row["refused"])
            return
        way = Way(self.told, _LIMITS, Allowance(_LIMITS.zip_whole), self.columns or {})
        for found in _opened(row):
            for item in reports_of(replace(found, source=os.fsdecode(row["source"])), way):
                yield with_future_noted(item, self.today)


def listed(path: Path) -> Iterator[tuple[str | None, str | None]]:
    """Every file under a path, in their order, or why it cannot be had."""
    for found in files_under([path]):
        if isinstance(found, Unreadable):
            yield None, line_of(found)
        else:
            yield found.source, None


def placed(file: int, source: str | None, refused: str | None) -> Row:
    """A file of this machine as a row of FOUND; machines that share its folders work in others."""
    path = None if source is None else os.fsencode(os.path.abspath(source))
    return {"file": file, "source": source and os.fsencode(source), "path": path, "content": None, "refused": refused}


def _opened(row: Row) -> Iterator[Found | Unreadable]:
    if row["content"] is None:
        return files_under([Path(os.fsdecode(row["path"]))])
    name = os.fsdecode(row["source"]).rpartition("/")[2]
    return iter([Found("", name, len(row["content"]), partial(io.BytesIO, row["content"]))])
