"""The map: where it happens, with a table of the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse

from khabar.knowledge.geography import Country, country_by_id
from khabar.shells.web.asked import Name, Offset, OfType, OfVerdict, Since, Until
from khabar.shells.web.desk import AtDesk
from khabar.shells.web.drawings.marks import Mark, Wanted, marks, outline
from khabar.shells.web.drawings.world import View, view_of
from khabar.shells.web.languages import Language
from khabar.views.places import Chosen, Places, PlaceShown, Spot, claims_at

router = APIRouter()
PAGE = 25  # rows of the table, or claims of one place
_DRAWN = 200  # places on the map at the most, the busiest


@dataclass(frozen=True, slots=True)
class Marked:
    """A place with its mark on the map."""

    place: PlaceShown
    mark: Mark


@dataclass(frozen=True, slots=True)
class Named:
    """A place as it is called in the page's language."""

    name: str
    country: str | None  # None: it is one, or lies in none that we know


@router.get("/map")
def shown(
    desk: AtDesk,
    about: Name = None,
    verdict: OfVerdict = None,
    kind: Annotated[OfType, Query(alias="type")] = None,
    since: Since = None,
    until: Until = None,
    place: Name = None,
    offset: Offset = 0,
) -> HTMLResponse:
    """The places of the claims; with `place` the claims of that one."""
    chosen = Chosen(about, verdict, kind, since, until)
    told = Places(desk.archive, chosen)
    everywhere = told.shown(newest=0)
    here = next((one for one in everywhere if place in (one.spot.id, one.spot.name)), None)
    drawn, view = _drawn([one for one in everywhere if one.spot.at], here, desk.language)
    return desk.page(
        "map.html.jinja",
        everywhere=everywhere,
        found=told.shown(PAGE, 0 if place else offset),
        apart=[one for one in everywhere if one.spot.at is None],
        drawn=drawn,
        view=view,
        here=here,
        claims=claims_at(desk.archive, here.spot.id, chosen, limit=PAGE, offset=offset) if here else None,
        outline=outline,
        called=lambda spot: _called(spot, desk.language),
        step=PAGE,
    )


def _drawn(shown: Sequence[PlaceShown], here: PlaceShown | None, language: Language) -> tuple[tuple[Marked, ...], View]:
    """The marks, the largest first, so that the small ones lie upon them."""
    busiest = shown[:_DRAWN]
    view = view_of([here.spot.at] if here and here.spot.at else [one.spot.at for one in busiest if one.spot.at])
    wanted = [Wanted(_called(p.spot, language).name, p.spot.at, p.claims) for p in busiest if p.spot.at]
    return tuple(map(Marked, busiest, marks(wanted, view))), view


def _called(spot: Spot, language: Language) -> Named:
    country = country_by_id(spot.country or "")
    if language is Language.AR:
        return Named(spot.name, country.names[0] if country else None)
    return Named(spot.en or spot.name, _english(country))


def _english(country: Country | None) -> str | None:
    return country.en if country else None
