"""How what is found is read: what was told of it, the limits, the names of columns, and how deep it lies."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from khabar.reports.found import Found
from khabar.reports.limits import Limits
from khabar.reports.told import Told

Columns = Mapping[str, str]  # a field of a record, and the name that it bears in these


class Allowance:
    """How many bytes an archive and those in it may still unpack to, together."""

    def __init__(self, left: int) -> None:
        self.left = left

    def take(self, size: int) -> bool:
        """Take so many if there are so many."""
        if size > self.left:
            return False
        self.left -= size
        return True


@dataclass(frozen=True, slots=True)
class Way:
    """The way of one file; what it holds goes the same way, one deeper."""

    told: Told
    limits: Limits
    allowance: Allowance
    columns: Columns = field(default_factory=dict)
    depth: int = 0

    def of(self, found: Found) -> "Way":
        """The same, with what is said of one file."""
        return replace(self, told=found.told.over(self.told))

    def into(self, found: Found) -> "Way":
        """The way of what lies in a file."""
        return replace(self.of(found), depth=self.depth + 1)


def renamed(record: Mapping[str, Any], columns: Columns) -> Mapping[str, Any]:
    """A record whose fields bear the usual names where somebody said which they are."""
    return (
        {**record, **{field: record[name] for field, name in columns.items() if name in record}} if columns else record
    )
