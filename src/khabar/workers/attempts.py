"""What was made of one report, or the reason why it could not be read."""

import traceback
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias, TypeVar

from khabar.errors import CannotAsk, NoAnswer
from khabar.values.report import Report, Unreadable

T = TypeVar("T")
Work: TypeAlias = Callable[[Report], T]
Outcome: TypeAlias = T | Unreadable


def attempt(work: Work[T], report: Report) -> Outcome[T]:
    """What the work makes of it, or why there is nothing; raises CannotAsk where nothing else can be read either."""
    try:
        return outcome_of(work, report)
    except MemoryError:
        return refused(report, "reading it takes more memory than there is: give it in parts")


def outcome_of(work: Work[T], report: Report) -> Outcome[T]:
    """What the work makes of it, or what stood in its way; raises MemoryError, and CannotAsk."""
    try:
        return work(report)
    except (MemoryError, CannotAsk):  # a process without memory, or a server, with which no other report fares better
        raise
    except NoAnswer as error:
        return refused(report, str(error))
    except Exception as fault:  # noqa: BLE001  whatever the fault, the other reports must still be read
        return refused(report, _reason(fault))


def refused(report: Report, reason: str) -> Unreadable:
    """The report set aside with the reason."""
    return Unreadable(report.id, reason, report.sha256)


def _reason(fault: Exception) -> str:
    *_, last = traceback.extract_tb(fault.__traceback__)
    return f"a fault of the reader: {type(fault).__name__}: {fault} (at {Path(last.filename).name}:{last.lineno})"
