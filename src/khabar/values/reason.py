"""Why something was concluded, and the words that show it."""

from dataclasses import dataclass

from khabar.values.span import Span


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """Words in one report."""

    report_id: str
    span: Span


@dataclass(frozen=True, slots=True)
class Reason:
    """A short code with the passages that it rests on."""

    code: str  # e.g. `one-origin`, `same-dispatch`; its page is docs/reasons.md
    shown_by: tuple[Passage, ...] = ()
    detail: str = ""  # figures or names that the code speaks of, for people
