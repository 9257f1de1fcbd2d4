"""All that was read in one report."""

from dataclasses import dataclass

from khabar.values.attribution import Attribution
from khabar.values.entity import Entity
from khabar.values.event import Event
from khabar.values.span import Span
from khabar.values.timex import Timex


@dataclass(frozen=True, slots=True)
class Reading:
    """A pure function of the report, the settings and the knowledge."""

    report_id: str
    reader: str  # version of reader and knowledge that made it
    language: str  # ISO 639-1, `und` where it cannot be told
    body: tuple[Span, ...] = ()  # the stretches that are the article proper
    entities: tuple[Entity, ...] = ()
    times: tuple[Timex, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    events: tuple[Event, ...] = ()
    unread: str | None = None  # why nothing was read; None: it was read
