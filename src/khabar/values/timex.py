"""A date or relative date in a report (TIMEX3's subject matter, EDTF values)."""

from dataclasses import dataclass

from khabar.values.moment import Moment
from khabar.values.span import Span


@dataclass(frozen=True, slots=True)
class Timex:
    """Words that fix an interval on the calendar."""

    span: Span
    moment: Moment | None  # None: relative to a date of publication that is not known
    rule: str = ""  # what read it
