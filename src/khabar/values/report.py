"""One published item, as it came in."""

from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any, TypeVar

_FIRST_LINES = 2000  # characters in which the first line with words is looked for


@dataclass(frozen=True, slots=True)
class Report:
    """A report before it is read. `text` is the original, to which all offsets refer."""

    id: str  # the sender's own id, or the first 16 hex digits of `sha256`
    text: str
    sha256: str  # of the bytes it came in as: the report's identity
    outlet: str | None = None  # None: neither told nor found
    url: str | None = None
    published: date | None = None  # None: unknown; relative dates then stay unresolved
    title: str | None = None  # None: none beside the text (it may still open the text)
    note: str | None = None  # what went wrong or was repaired on the way in, in words for people

    @property
    def headline(self) -> str:
        """Its headline, or the first line of its text in the place of one; empty: it has neither."""
        return self.title or first_line(self.text[:_FIRST_LINES])


def first_line(text: str) -> str:
    """The first line with words, which stands for a missing headline; empty: there is none."""
    return next((line.strip() for line in text.splitlines() if line.strip()), "")


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Something that came in and could not be made a report of: kept with the reason."""

    source: str  # path, member of a zip, or line of a file
    reason: str
    sha256: str | None = None  # None: its bytes could not be had


Came = TypeVar("Came", bound=Report | Unreadable)


def writable(came: Came) -> Came:
    """The same without halves of surrogate pairs, which no file can hold; every offset stays what it was."""
    given = {field.name: getattr(came, field.name) for field in fields(came)}
    clean: dict[str, Any] = {
        name: item.encode(errors="replace").decode() for name, item in given.items() if isinstance(item, str)
    }
    return replace(came, **clean)
