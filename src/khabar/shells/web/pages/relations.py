"""Relations: the busiest pairs; one party with its partners, as a picture that grows; two parties over time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse

from khabar.shells.web.asked import Name, Offset, Since, Until
from khabar.shells.web.desk import AtDesk, Desk
from khabar.shells.web.drawings.curve import curve
from khabar.shells.web.drawings.graph import Graph, Tie, graph
from khabar.values.page import Page
from khabar.views.relations import Dealing, Partner, busiest, neighbourhood, relations

router = APIRouter()
PAGE = 30  # pairs, partners or dealings at a time
_DRAWN = 12  # partners around the one in the middle
_FURTHER = 4  # partners that a partner brings when it is opened,
_AMONG = 6  # and of its busiest so many that may stand there already
_OPEN = 4  # partners that are opened at once
_BETWEEN = "|"  # the names of those that are opened, in the address

Bounds = tuple[date | None, date | None]


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of one month."""

    month: str | None  # None: it is not known to the month
    dealings: tuple[Dealing, ...]


@router.get("/relations")
def shown(
    desk: AtDesk,
    one: Annotated[Name, Query(alias="of")] = None,
    other: Annotated[Name, Query(alias="with")] = None,
    opened: Annotated[Name, Query(alias="open", description="Partners whose partners are drawn: A|B.")] = None,
    month: Annotated[Name, Query(description="Of two parties, the events behind one month: 2024-06.")] = None,
    since: Since = None,
    until: Until = None,
    offset: Offset = 0,
) -> HTMLResponse:
    """Who has to do with whom, how much, and how they stand to one another."""
    if one and other:
        return _two(desk, one, other, (since, until), month, offset)
    if one:
        return _party(desk, one, opened or "", (since, until), offset)
    found = busiest(desk.archive, since, until, limit=PAGE, offset=offset)
    return desk.page("relations.html.jinja", found=found, step=PAGE)


def _party(desk: Desk, one: str, opened: str, within: Bounds, offset: int) -> HTMLResponse:
    asked = [name for name in dict.fromkeys(opened.split(_BETWEEN)) if name][:_OPEN]
    around = neighbourhood(desk.archive, (one, *asked), *within)
    drawn, several = _graph(around[one], {name: around[name] for name in asked})
    grown = {node.name: _BETWEEN.join([*several, node.name]) for node in drawn.nodes} if drawn else {}
    shrunk = {name: _BETWEEN.join(n for n in several if n != name) or None for name in several}
    return desk.page(
        "party.html.jinja",
        one=around[one][0].one if around[one] else one,
        found=Page.of(around[one], PAGE, offset),
        graph=drawn,
        opening={**grown, **shrunk} if len(several) < _OPEN else shrunk,
        step=PAGE,
    )


def _graph(mine: Sequence[Partner], opened: Mapping[str, Sequence[Partner]]) -> tuple[Graph | None, list[str]]:
    """The picture, and which partners are opened in it; None: there is nobody to draw."""
    if not mine:
        return None, []
    middle, own = mine[0].one, [partner for partner in mine[:_DRAWN] if partner.parties[0] == mine[0].parties[0]]
    shown = {middle, *(partner.other for partner in own)}
    several = [name for name in opened if name in shown and name != middle]
    return graph(middle, _ties(own), {name: _further(opened[name], shown) for name in several}), several


def _further(found: Sequence[Partner], shown: set[str]) -> list[Tie]:
    """What opening a partner adds: whom it brings, and its ties to those that stand there."""
    ties = _ties(found)
    brought = [tie for tie in ties if tie.other not in shown][:_FURTHER]
    return [*brought, *(tie for tie in ties[:_AMONG] if tie.other in shown)]


def _ties(found: Sequence[Partner]) -> list[Tie]:
    """One to each name, the busiest of those who bear it."""
    ties: dict[str, Tie] = {}
    for one in found:
        ties.setdefault(one.other, Tie(one.other, one.events, one.score))
    return list(ties.values())


def _two(desk: Desk, one: str, other: str, within: Bounds, month: str | None, offset: int) -> HTMLResponse:
    found = relations(desk.archive, one, other, *within, limit=1)
    relation = found[0] if found else None
    dealings = [d for d in relation.dealings if month in (None, d.month)] if relation else []
    shown = Page.of(dealings, PAGE, offset)
    return desk.page(
        "relation.html.jinja",
        one=relation.one if relation else one,
        other=relation.other if relation else other,
        relation=relation,
        curve=curve(relation.months if relation else (), from_right=desk.language.direction == "rtl"),
        month_asked=month,
        found=shown,
        told=tuple(Told(name, tuple(some)) for name, some in groupby(shown, lambda dealing: dealing.month)),
        step=PAGE,
    )
