"""Ships by the names that stand in quotation marks behind a word for ships: 'سفينة الشحن "روزلين"'."""

from collections.abc import Iterator
from functools import cache

from khabar.extraction.names.candidates import Candidate
from khabar.extraction.names.classes import folded_class
from khabar.extraction.names.finders import Ground
from khabar.extraction.names.words import is_definite, is_function_word
from khabar.knowledge.vessels import flags
from khabar.language.normalise import key
from khabar.values.entity import Kind
from khabar.values.why import EntityRule

_FAR_FROM_NOUN = 4  # words from a ship up to the mark
_LONGEST = 5  # words of a name
_OPENING, _CLOSING = frozenset({"«", '"', "“"}), frozenset({"»", '"', "”"})
_RANK = 5  # above the town or the person whose name the ship bears


def vessels_in(ground: Ground) -> Iterator[Candidate]:
    """Every ship named in marks, with the country of the adjective before it or that it is known to be of."""
    words, nouns = ground.words, folded_class("vessel")
    for at, form in enumerate(words.forms):
        is_ship = form in nouns or form.removeprefix("و") in nouns
        for mark, last in _in_marks(ground, _mark_behind(ground, at)) if is_ship else ():
            told = (ground.nationalities[i].country for i in range(at + 1, mark) if i in ground.nationalities)
            first, name = mark + 1, " ".join(words.keys[mark + 1 : last])
            start, country = words.tokens[first].start, next(told, None) or flag_of(words.keys[first])
            rule = EntityRule.VESSEL
            yield Candidate(
                first, last, start, Kind.ORGANISATION, "name", key=name, country=country, rule=rule, rank=_RANK
            )


def _in_marks(ground: Ground, mark: int) -> Iterator[tuple[int, int]]:
    """Each name in marks from the mark on, in a row that و or a comma joins: «أنغارا» و«ماريا»."""
    words = ground.words
    while mark and words.form(mark) in _OPENING:
        last = _closed(ground, mark + 1)
        if not last:
            return
        yield mark, last
        mark = last + 1 + (words.form(last + 1) in {"و", "،"})


def flag_of(name: str) -> str | None:
    """The country that a ship is known to be of, by the first word of its name as names are compared."""
    return _flags().get(name)


@cache
def _flags() -> dict[str, str]:
    return {key(name): country for name, country in flags().items()}


def _mark_behind(ground: Ground, at: int) -> int:
    """Where the mark opens that nothing but words on the kind of ship part from its noun; 0: none does."""
    mark = at + 1
    while mark - at < _FAR_FROM_NOUN and ground.adjoining(mark) and _tells_kind(ground, mark):
        mark += 1
    return mark if ground.words.form(mark) in _OPENING else 0


def _tells_kind(ground: Ground, at: int) -> bool:
    """Whether a word tells what ship it is: 'سفينة [الشحن]', 'سفينة [صيد روسية]'."""
    form = ground.words.form(at)
    told = is_definite(form) or at in ground.nationalities or form in folded_class("kind_of_vessel")
    return told and not is_function_word(form)


def _closed(ground: Ground, first: int) -> int:
    """Where the name in marks that begins here ends; 0: it is none, but a stretch of speech or another mark."""
    words = ground.words
    for end in range(first + 1, min(first + 1 + _LONGEST, len(words.tokens))):
        if words.form(end) in _CLOSING:
            return end if words.is_word(first) and not is_function_word(words.form(first)) else 0
        if words.tokens[end].kind == "mark" and words.form(end) != "-":
            return 0
    return 0
