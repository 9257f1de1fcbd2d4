"""Review: what people said, and the forms by which they say it."""

from collections.abc import Callable
from threading import Lock
from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import RedirectResponse, Response
from pydantic import StringConstraints

from khabar.errors import CannotCorrect
from khabar.shells.reviewing import Word, correct, judge, take_back
from khabar.shells.web.asked import Offset
from khabar.shells.web.desk import AtDesk
from khabar.shells.web.reviewers import MayWrite, Told, is_token, let_in
from khabar.values.correction import Ruling
from khabar.views.review import said_by_people

router = APIRouter()
PAGE = 50  # judgements at a time
_one_at_a_time = Lock()


@router.get("/review")
def listed(desk: AtDesk, offset: Offset = 0, token: str = "", kept: bool = False) -> Response:
    """What people said; with the token, the form that lets a reviewer in."""
    found = said_by_people(desk.archive, limit=PAGE, offset=offset)
    shown = token if is_token(token, desk.settings) else ""
    response = desk.page(
        "review.html.jinja", found=found, step=PAGE, token=shown, stale=bool(token) and not shown, kept=kept
    )
    response.headers["cache-control"] = "no-store"
    return response


@router.post("/review/enter")
def enter(
    desk: AtDesk,
    token: Told,
    name: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80), Form()],
) -> Response:
    """Lets in whoever has the token."""
    response = RedirectResponse(desk.to.view("review"), 303)
    if is_token(token, desk.settings):
        let_in(response, desk.settings, name)
    return response


@router.post("/review/correct")
def corrected(desk: AtDesk, who: MayWrite, item: Told, ruling: Told, value: Told = "", because: Told = "") -> Response:
    """Keeps a ruling on a saying or an event: `right`, `wrong`, or one with a value, which may stand behind a colon."""
    kind, _, chosen = ruling.partition(":")
    if kind not in tuple(Ruling):
        raise CannotCorrect(item, f"'{kind}' is no ruling.")
    word = Word(who.name, because)
    _alone(lambda: correct(desk.settings.archive, item, Ruling(kind), chosen or value.strip() or None, word))
    return RedirectResponse(f"{desk.to.report(item.rpartition('#')[0])}#i-{item.rpartition('#')[2]}", 303)


@router.post("/review/judge")
def judged(
    desk: AtDesk, who: MayWrite, one: Told, other: Told, same: Annotated[bool, Form()], because: Told = ""
) -> Response:
    """Keeps that two actors or two claims are the same, or not."""
    word = Word(who.name, because)
    _alone(lambda: judge(desk.settings.archive, one.strip(), other.strip(), word, same=same))
    return RedirectResponse(desk.to.view("review", kept=1), 303)


@router.post("/review/undo")
def undone(desk: AtDesk, who: MayWrite, key: Told) -> Response:
    """Takes back what the list shows under that key."""
    _alone(lambda: take_back(desk.settings.archive, key, who.name))
    return RedirectResponse(desk.to.view("review"), 303)


def _alone(act: Callable[[], object]) -> None:
    with _one_at_a_time:
        act()
