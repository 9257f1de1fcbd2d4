"""Which tables there are, and what each column holds."""

from dataclasses import dataclass

from khabar.views.ledger_table import COLUMNS as LEDGER

Cell = str | int | None  # None: nothing is told; whole numbers are offsets and counts
Row = tuple[Cell, ...]

_NUMBERS = frozenset(
    {"start", "end", "cue_start", "cue_end", "goods_start", "goods_end", "characters", "mentions", "reports"}
    | {"asserted_by_origins", "denied_by_origins", "corrected"}
)


@dataclass(frozen=True, slots=True)
class Table:
    """One file."""

    name: str
    columns: tuple[str, ...]

    def is_number(self, column: str) -> bool:
        """Whether the column holds whole numbers; all others hold text."""
        return column in _NUMBERS and self is not EXCHANGES


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
