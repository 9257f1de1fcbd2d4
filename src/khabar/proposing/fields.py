"""Fields of what a model proposed, each of the kind that it must be; nothing of it is trusted."""

from collections.abc import Iterator
from enum import StrEnum
from typing import TypeVar

from khabar.proposing.model import Json
from khabar.proposing.refusals import Account, Refusal, Refused
from khabar.proposing.standing import Standing
from khabar.proposing.windows import Window
from khabar.values.span import Span

E = TypeVar("E", bound=StrEnum)
_MOST = 300  # proposals of one kind in one window


def proposals(given: Json, name: str, account: Account, most: int = _MOST) -> Iterator[Json]:
    """The proposals of one kind, each counted; those beyond what there can be are refused."""
    found = given.get(name)
    listed = found if isinstance(found, list) else []
    account.refused[Refusal.MANY] += max(0, len(listed) - most)
    account.proposed += len(listed)
    for one in listed[:most]:
        if isinstance(one, dict):
            yield one
        else:
            account.refused[Refusal.FORM] += 1


def words_of(given: Json, name: str) -> str:
    """The words of a field; raises Refused where it has none."""
    return _words(given.get(name))


def words_or_none(given: Json, name: str) -> str | None:
    """The words of a field; None: it has none, and need not."""
    return _words(given[name]) if given.get(name) else None


def list_of(given: Json, name: str) -> tuple[str, ...]:
    """The words of a list, none twice; empty where there is no list."""
    found = given.get(name) or []
    if not isinstance(found, list):
        raise Refused(Refusal.FORM)
    return tuple(dict.fromkeys(_words(one) for one in found))


def value_of(given: Json, name: str, values: type[E]) -> E:
    """The value of that name; raises Refused where it is none of these."""
    try:
        return values(words_of(given, name))
    except ValueError as wrong:
        raise Refused(Refusal.LIST) from wrong


def one_place(standing: Standing, words: str, window: Window, number: object) -> Span:
    """The one place that is meant: that in the sentence of that number, or the only one; raises Refused."""
    places = standing.found(words)
    if not places:
        raise Refused(Refusal.WORDS)
    sentence = window.sentence(number)
    inside = [span for span in places if sentence and sentence.start <= span.start < sentence.end]
    if len(inside) == 1:
        return inside[0]
    if len(places) == 1:
        return places[0]
    raise Refused(Refusal.AMBIGUOUS if sentence else Refusal.SENTENCE)


def _words(given: object) -> str:
    if not isinstance(given, str) or not given.strip():
        raise Refused(Refusal.FORM)
    return given.strip()
