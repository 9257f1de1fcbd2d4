"""Which tables there are, and what each column holds."""

from dataclasses import dataclass
from enum import Enum

from khabar.views.ledger_table import COLUMNS as LEDGER
from khabar.views.ledger_table import Cell

Row = tuple[Cell, ...]


class Holds(Enum):
    """What sort of cells a column has."""

    TEXT = "text"
    WHOLE = "whole numbers"  # offsets and counts
    REAL = "numbers"  # bounds of quantities


_BOUNDS = frozenset({"lowest", "highest"})
_WHOLE = frozenset(
    {"start", "end", "cue_start", "cue_end", "goods_start", "goods_end", "characters", "mentions", "reports"}
    | {"asserted_by_origins", "denied_by_origins", "corrected"}
)


@dataclass(frozen=True, slots=True)
class Table:
    """One file."""

    name: str
    columns: tuple[str, ...]

    def holds(self, column: str) -> Holds:
        """What the cells of the column are, where anything is told."""
        if self is EXCHANGES:  # whose reports are a list of ids, not their number
            return Holds.REAL if column in _BOUNDS else Holds.TEXT
        return Holds.WHOLE if column in _WHOLE else Holds.TEXT


REPORTS = Table(
    "reports", ("id", "sha256", "outlet", "url", "published", "title", "characters", "language", "reader", "note")
)
ENTITIES = Table("entities", ("report", "id", "name", "kind", "wikidata", "of", "mentions", "spans", "rule"))
TIMES = Table("times", ("report", "start", "end", "words", "value", "earliest", "latest", "rule"))
ATTRIBUTIONS = Table(
    "attributions",
    ("report", "id", "start", "end", "words", "stance", "mode", "chain", "chain_ids")
    + ("cue_start", "cue_end", "within", "rule"),
)
EVENTS = Table(
    "events",
    ("report", "id", "claim", "verdict", "start", "end", "words", "type", "mode", "quad", "status", "prominence")
    + ("actor", "actor_codes", "recipient", "recipient_codes", "place", "time", "earliest", "latest")
    + ("goods", "attribution", "chain", "rule"),
)
CLAIMS = Table(
    "claims",
    ("id", "gist", "type", "status", "verdict", "actor", "recipient", "place", "time", "earliest", "latest")
    + ("reported", "asserted_by", "asserted_by_origins", "denied_by", "denied_by_origins", "reasons"),
)
POSITIONS = Table("positions", ("claim", "report", "start", "end", "stance", "chain", "event"))
EXCHANGES = Table("exchanges", LEDGER)
TELLINGS = Table(
    "tellings",
    ("exchange", "report", "start", "end", "stance", "stage", "chain", "event", "goods_start", "goods_end", "quantity"),
)
ACTORS = Table("actors", ("id", "name", "kind", "also", "wikidata", "known_as", "of", "offices", "reports"))
MEMBERS = Table("actor_members", ("actor", "report", "entity"))
# why a claim has its verdict, and why places or actors of several reports are one: a row for each passage that shows it
REASONS = Table("reasons", ("of", "id", "about", "code", "detail", "report", "start", "end"))
TABLES = (
    *(REPORTS, ENTITIES, TIMES, ATTRIBUTIONS, EVENTS),
    *(CLAIMS, POSITIONS, EXCHANGES, TELLINGS, ACTORS, MEMBERS, REASONS),
)
