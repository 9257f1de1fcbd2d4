"""The ledger of exchanges with its picture, the same as a table for spreadsheets, and one exchange."""

from io import StringIO
from typing import Annotated

from fastapi import APIRouter, Depends
from fastapi.responses import HTMLResponse, Response

from khabar.errors import NotInArchive
from khabar.shells.web.asked import Name, Offset, OfGoods, OfStage, Since, Ticked, Until
from khabar.shells.web.desk import AtDesk, Desk
from khabar.shells.web.drawings.flow import NARROW, WIDE, drawn
from khabar.shells.web.languages import Language
from khabar.values.exchange import Exchange
from khabar.views.chain_trees import chain_trees
from khabar.views.exchanges import Asked, exchanges, sums_of
from khabar.views.flows import flows
from khabar.views.ledger_table import write_csv
from khabar.views.shown import ClaimShown, ExchangeShown, shown

router = APIRouter()
PAGE = 25  # exchanges at a time


def _asked(
    about: Name = None,
    giver: Name = None,
    recipient: Name = None,
    either: Ticked = False,
    goods: OfGoods = None,
    stage: OfStage = None,
    since: Since = None,
    until: Until = None,
    flagged: Ticked = False,
) -> Asked:
    """`either`: the giver and the recipient are meant either way round."""
    both = (giver, recipient) if either and giver and recipient else None
    return Asked(
        about,
        both,
        goods,
        since,
        until,
        flagged,
        giver=None if both else giver,
        recipient=None if both else recipient,
        stage=stage,
    )


AsAsked = Annotated[Asked, Depends(_asked)]


@router.get("/exchanges")
def listed(desk: AtDesk, asked: AsAsked, offset: Offset = 0) -> HTMLResponse:
    """Who gives what to whom: a picture, the sums, and the ledger line by line."""
    found = exchanges(desk.archive, asked, limit=PAGE, offset=offset)
    flowing = flows(desk.archive, asked)
    rtl = desk.language is Language.AR
    return desk.page(
        "exchanges.html.jinja",
        found=found,
        step=PAGE,
        sums=sums_of(desk.archive, asked),
        flows=flowing,
        drawings=tuple(drawn(flowing, sheet, rtl=rtl) for sheet in (WIDE, NARROW)) if flowing else (),
        returns={x: _exchange(desk, x) for one in found for x in one.exchange.in_return_for},
    )


@router.get("/exchanges.csv")
def table(desk: AtDesk, asked: AsAsked) -> Response:
    """The ledger as `khabar exchanges --csv` writes it, every line that is asked for."""
    out = StringIO()
    write_csv(exchanges(desk.archive, asked), out)
    # The mark before the text tells spreadsheets that its Arabic is in UTF-8.
    body = out.getvalue().encode("utf-8-sig")
    named = {"content-disposition": 'attachment; filename="khabar-exchanges.csv"'}
    return Response(body, media_type="text/csv; charset=utf-8", headers=named)


@router.get("/exchanges/{own_id}")
def one(desk: AtDesk, own_id: str) -> HTMLResponse:
    """One exchange: every telling with its chain, and the measures that it would fall under."""
    found = _shown(desk, own_id)
    claim = shown(desk.archive, found.exchange.claim)
    assert isinstance(claim, ClaimShown)
    return desk.page(
        "exchange.html.jinja",
        exchange=found.exchange,
        flags=found.flags,
        for_what=found.for_what,
        claim=claim.claim,
        trees=chain_trees(found.tellings),
        returns={x: _exchange(desk, x) for x in found.exchange.in_return_for},
    )


def _shown(desk: Desk, own_id: str) -> ExchangeShown:
    found = shown(desk.archive, own_id, str(desk.archive.path))
    if not isinstance(found, ExchangeShown):
        raise NotInArchive(own_id, str(desk.archive.path), "exchange")
    return found


def _exchange(desk: Desk, own_id: str) -> Exchange:
    return _shown(desk, own_id).exchange
