"""Who a model says does what to whom in a window, held against the words there."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from khabar.proposing.fields import list_of, one_place, proposals, value_of, words_of, words_or_none
from khabar.proposing.model import Json
from khabar.proposing.parties import Parties
from khabar.proposing.refusals import Account, Refusal, Refused
from khabar.proposing.standing import Standing
from khabar.proposing.windows import Window
from khabar.values.entity import Kind
from khabar.values.event import EventMode, EventType, GoodsCategory, Status
from khabar.values.span import Span

_GOODS = 20  # of one event
_NAMED_AFTER = 2  # sentences: a headline tells of somebody whom the lead names
_WORDS = 4  # that name an event: more are its telling


@dataclass(frozen=True, slots=True)
class Happening:
    """One event whose word and parties stand in the window. Parties are under the model's ids."""

    anchor: Span
    type: EventType
    status: Status
    mode: EventMode | None
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    place: tuple[str, ...]
    time: Span | None  # None: none is told, or its words do not stand there
    goods: tuple[tuple[Span, GoodsCategory], ...]


def happenings_in(
    given: Json, window: Window, standing: Standing, parties: Parties, account: Account
) -> tuple[Happening, ...]:
    """The events that hold, in reading order."""
    found: dict[tuple[Span, EventType], Happening] = {}
    for one in proposals(given, "events", account):
        try:
            event = _happening(one, window, standing, parties, account)
            if (event.anchor, event.type) in found:
                raise Refused(Refusal.TWICE)
            found[event.anchor, event.type] = event
        except Refused as refused:
            account.refused[refused.why] += 1
    return tuple(found[place] for place in sorted(found))


def _happening(one: Json, window: Window, standing: Standing, parties: Parties, account: Account) -> Happening:
    words, number = words_of(one, "anchor"), one.get("sentence")
    if len(words.split()) > _WORDS:
        raise Refused(Refusal.LONG)
    anchor = one_place(standing, words, window, number)
    kind, status = value_of(one, "type", EventType), value_of(one, "status", Status)
    end = window.end_after(anchor, _NAMED_AFTER)
    actor, recipient = (_role(one, role, parties, end) for role in ("actor", "recipient"))
    place = tuple(_places(one, parties, end, account))

    def place_of(words: str) -> Span:
        return one_place(standing, words, window, number)

    goods = tuple(dict.fromkeys(_goods(one, place_of, account)))
    if not (actor or recipient or place or goods):
        raise Refused(Refusal.NOBODY)
    return Happening(
        anchor,
        kind,
        status,
        value_of(one, "mode", EventMode) if kind is EventType.CONSULT and one.get("mode") else None,
        actor,
        recipient,
        place,
        _time(one, place_of, account),
        goods,
    )


def _role(one: Json, role: str, parties: Parties, end: int) -> tuple[str, ...]:
    """Those who take the part; each must be named before the event, in its sentence, or soon behind it."""
    named = list_of(one, role)
    for own_id in named:
        if own_id not in parties:
            raise Refused(Refusal.UNKNOWN)
        if not parties[own_id].is_named_before(end):
            raise Refused(Refusal.ELSEWHERE)
    return named


def _places(one: Json, parties: Parties, end: int, account: Account) -> Iterator[str]:
    """Where it is; what is no place there costs only itself, as with its time and goods."""
    for own_id in list_of(one, "place"):
        account.proposed += 1
        if own_id not in parties:
            account.refused[Refusal.UNKNOWN] += 1
        elif parties[own_id].kind in (Kind.PERSON, Kind.GROUP):
            account.refused[Refusal.KIND] += 1
        elif not parties[own_id].is_named_before(end):
            account.refused[Refusal.ELSEWHERE] += 1
        else:
            yield own_id


def _time(one: Json, place_of: Callable[[str], Span], account: Account) -> Span | None:
    words = words_or_none(one, "time")
    if words is None:
        return None
    account.proposed += 1
    try:
        return place_of(words)
    except Refused as refused:
        account.refused[refused.why] += 1
        return None


def _goods(one: Json, place_of: Callable[[str], Span], account: Account) -> Iterator[tuple[Span, GoodsCategory]]:
    for goods in proposals(one, "goods", account, _GOODS):
        try:
            yield place_of(words_of(goods, "text")), value_of(goods, "category", GoodsCategory)
        except Refused as refused:
            account.refused[refused.why] += 1
