"""All that was read in one report."""

from dataclasses import dataclass

from khabar.values.attribution import Attribution
from khabar.values.entity import Entity
from khabar.values.event import Event
from khabar.values.span import Span
from khabar.values.timex import Timex

MODEL = "model:"  # so begins the version of a reader that asked a language model, then its name and a blank


def model_of(reader: str) -> str | None:
    """The name of the language model that a version of the reader asked; None: rules read alone."""
    return reader.removeprefix(MODEL).partition(" ")[0] if reader.startswith(MODEL) else None


@dataclass(frozen=True, slots=True)
class Reading:
    """A pure function of the report, the settings and the knowledge; a language model's also of its answers."""

    report_id: str
    reader: str  # version of reader and knowledge that made it
    language: str  # ISO 639-1, `und` where it cannot be told
    body: tuple[Span, ...] = ()  # the stretches that are the article proper
    entities: tuple[Entity, ...] = ()
    times: tuple[Timex, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    events: tuple[Event, ...] = ()
    unread: str | None = None  # why nothing was read; None: it was read
