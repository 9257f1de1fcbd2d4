"""What somebody says: the claims that an actor takes a position on, with his words."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from khabar.values.actor import Actor
from khabar.values.claim import Claim, PositionStance
from khabar.values.page import Page
from khabar.values.wanted import ClaimsWanted, Order
from khabar.views.about import NamedClaims
from khabar.views.evidence import Quoted, Reports, quoted


class Speech(NamedClaims, Reports, Protocol):
    """What it takes to show what somebody says."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One place where the actor is the first to say something."""

    claim: Claim
    stance: PositionStance
    chain: tuple[tuple[str, ...], ...]  # those through whom it is told, the report's outlet first, the actor last
    quoted: Quoted


def statements(
    archive: Speech, actor: Actor, *, limit: int | None = None, offset: int = 0
) -> Page[tuple[Statement, ...]]:
    """What the actor says of each claim, the newest claims first."""
    names = frozenset((actor.name, *actor.also))
    found = archive.claims_where(ClaimsWanted(told_by=names), Order.NEWEST, limit, offset)
    said = tuple(tuple(_said(archive, placed.claim, names)) for placed in found)
    return Page(tuple(some for some in said if some), found.total, found.offset)


def _said(archive: Speech, claim: Claim, names: frozenset[str]) -> Iterator[Statement]:
    for position in claim.positions:
        if position.chain and not names.isdisjoint(position.chain[-1]):
            words = quoted(archive, position.passage)
            outlet = words.outlet or position.passage.report_id
            yield Statement(claim, position.stance, ((outlet,), *position.chain), words)
