"""Where a fact of an export comes from: names for things in other tools, chains as people read them, passages."""

import re
from collections.abc import Iterable, Mapping
from urllib.parse import quote

from khabar.values.attribution import Attribution
from khabar.values.claim import Position, PositionStance
from khabar.values.entity import Entity
from khabar.values.reading import Reading
from khabar.values.reason import Passage
from khabar.values.span import Span
from khabar.views.ledger_table import listed

_OWN_VOICE = "-"
_SIGNS = {PositionStance.ASSERTS: "+", PositionStance.DENIES: "−"}
_NEITHER = "?"  # partly, or unsure
Chain = tuple[tuple[str, ...], ...]
_IN_NO_ADDRESS = re.compile(r'[\x00-\x20<>"{}|^`\\\ud800-\udfff\ufffe\uffff]')


def urn(*parts: str) -> str:
    """A name that nothing else bears, the same in every export: `urn:khabar:report:a1`."""
    return ":".join(("urn:khabar", *(quote(part, safe="") for part in parts)))


def web_address(url: str | None) -> str | None:
    """The address of a report, where it is one that other tools can follow."""
    is_one = url and url.startswith(("http://", "https://")) and not _IN_NO_ADDRESS.search(url)
    return url if is_one else None


def passage_urn(report_id: str, span: Span) -> str:
    """The name of the words at these offsets of a report (RFC 5147 counts characters so)."""
    return f"{urn('report', report_id)}#char={span.start},{span.end}"


def entities_of(reading: Reading) -> Mapping[str, Entity]:
    """The entities of a reading by their ids in it."""
    return {entity.id: entity for entity in reading.entities}


def names_of(ids: Iterable[str], entities: Mapping[str, Entity]) -> tuple[str, ...]:
    """The names of entities of one report."""
    return tuple(entities[one].name if one in entities else one for one in ids)


def chain_of(saying: Attribution | None, entities: Mapping[str, Entity]) -> Chain:
    """By name who says so, nearest to the report first; empty: the report's own voice."""
    return tuple(names_of(link, entities) for link in saying.chain) if saying else ()


def told_by(chain: Chain) -> str:
    """A chain in one cell: `A < B; C` is A quoting B and C together."""
    return " < ".join(listed(link) for link in chain)


def voiced(chain: Chain) -> str:
    """The same where something has to stand for the report's own voice."""
    return told_by(chain) or _OWN_VOICE


def signed(position: Position) -> str:
    """A position on one line: its sign, who takes it through whom, where."""
    return f"{_SIGNS.get(position.stance, _NEITHER)} {voiced(position.chain)} [{at(position.passage)}]"


def offsets(span: Span) -> str:
    """A stretch of text in one cell."""
    return f"{span.start}-{span.end}"


def at(passage: Passage) -> str:
    """A passage in one cell."""
    return f"{passage.report_id}:{offsets(passage.span)}"
