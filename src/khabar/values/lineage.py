"""Who copied whom: the reports that go back to one text."""

from dataclasses import dataclass
from enum import StrEnum

from khabar.values.reason import Reason


class CopyKind(StrEnum):
    """How a report's text stands to the one that it follows."""

    FIRST = "first"  # it follows none that is here
    EXACT = "exact"
    RE_HEADLINED = "re-headlined"
    NEAR = "near"
    ABRIDGED = "abridged"
    EXTENDED = "extended"  # it tells more beside
    REWORDED = "reworded"


@dataclass(frozen=True, slots=True)
class Descent:
    """One report with the one that it follows."""

    report: str
    kind: CopyKind
    of: str | None = None  # None: it is the first here, or was taken from the agency itself
    credits: str | None = None  # the medium that it names for its text; None: it names none of these
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Lineage:
    """Reports of one text, earliest first."""

    id: str
    descents: tuple[Descent, ...]
    agency: str | None = None  # whose dispatch it is; None: no agency is named by two of them
