"""What shows that two first sources are two: other sides or media, and the same thing told in other words."""

import re
from collections.abc import Sequence

from khabar.language.spelling import name_words
from khabar.resolution.features import words_of
from khabar.resolution.gathering import likeness
from khabar.resolution.stems import stems
from khabar.values.claim import PositionStance
from khabar.values.reason import Passage
from khabar.weighing.happenings import Happening, happening_in
from khabar.weighing.matter import Held, Matter
from khabar.weighing.origins import Source
from khabar.weighing.prices import same_price
from khabar.weighing.sides import principals

# Two sources confirm each other only where they tell the same happening, in statements that share some words beside:
# set so that two events of one day between the same two do not.
_THE_SAME = 0.2
_TELLING = 2  # words that both tell it with, names aside
_RUN = 5  # words in a row that only one and the same text has
# Of the words of the shorter telling that the other has too: from here on it may be the other, passed on.
_REWORDED = 0.5
_MANY = 50  # statements of a source that are looked at; more repeat them
_YEAR = re.compile(r"#(?:19|20)\d\d")


def independent(one: Source, other: Source) -> str | None:
    """The code of the reason for which two origins are certainly two; None: they may be one."""
    kinds = {one.key[0], other.key[0]}
    if kinds == {"actor"} and one.known and other.known and not one.sides & other.sides and not _namesakes(one, other):
        return "different-sides"
    # whom no name tells may be of any side, that of somebody who is named too; not so 'two American officials'
    if kinds == {"actor", "unnamed"} and _is_of_another_state(one, other):
        return "different-sides"
    if kinds == {"unnamed"} and one.media and other.media and not one.media & other.media:
        return "different-media-own-sources"
    return "open-to-all" if kinds == {"outlet"} else None


def _is_of_another_state(one: Source, other: Source) -> bool:
    """Whether one is known, and the other has no name but a side, which is none of his, and spoke to a medium."""
    known, unnamed = (one, other) if one.known else (other, one)
    return known.known and bool(unnamed.sides and unnamed.media) and not known.sides & unnamed.sides


def same_told(one: Source, other: Source, positions: Sequence[Held], matter: Matter) -> tuple[Passage, Passage] | None:
    """Where two sources, in reports that do not copy one another, tell very nearly the same; None: nowhere."""
    if any(h.statement.negated for h in positions) and not all(h.statement.negated for h in positions):
        return None  # somebody says no to something here, and it may be this
    told = {matter.passage(h.statement): h for h in positions if h.stance is PositionStance.ASSERTS}
    pairs = [
        (likeness(told[p].vector, told[q].vector), p, q)
        for p in one.origin.passages[:_MANY]
        for q in other.origin.passages[:_MANY]
        if p in told
        and q in told
        and _is_the_same(told[p], told[q], one.key[0] == "outlet", matter)
        # where nobody is named, only the telling itself can show that there are two who know
        and ("unnamed" not in (one.key[0], other.key[0]) or not _is_reworded(told[p], told[q], matter))
    ]
    return max(pairs)[1:] if pairs else None


def _namesakes(one: Source, other: Source) -> bool:
    """Whether one name is part of the other: it may be the same body, named in short."""
    first, second = set(name_words(one.origin.name)), set(name_words(other.origin.name))
    return first <= second or second <= first


def _is_the_same(one: Held, other: Held, own_voice: bool, matter: Matter) -> bool:
    if matter.first_copy[one.statement.report] == matter.first_copy[other.statement.report]:
        return False
    first, second = _figures(one), _figures(other)
    if first and second and not first & second:
        return False  # another number is another telling at best
    if own_voice:
        return same_price(one, other, frozenset(first & second), matter) and not verbatim(one, other, matter)
    if likeness(one.vector, other.vector) < _THE_SAME:
        return False
    here, there = (happening_in(h.statement, matter) for h in (one, other))
    if here is None or there is None or verbatim(one, other, matter):
        return False
    owned = _tells_of_himself(one, here, there, matter) != _tells_of_himself(other, there, here, matter)
    # where the town and the day are told, the word for what was done is enough
    fewest = 1 if here.pinned_down_with(there) else _TELLING
    words = len(own_words(one, matter) & own_words(other, matter))
    return here.same_as(there, owned=owned) and (owned or words >= fewest)


def _tells_of_himself(held: Held, told: Happening, other: Happening, matter: Matter) -> bool:
    """Whether who is quoted did himself what both tell of: nobody knows it better, and no other has it from him."""
    statement = held.statement
    last = statement.chain[-1] if statement.chain else ()
    speaking = principals(matter.reports[statement.report].id, last, matter.cast)
    return bool(speaking & told.acting & other.acting)


def _is_reworded(one: Held, other: Held, matter: Matter) -> bool:
    """Whether the one may be the other in other words: a relay that blurred who told it, no second source."""
    first, second = own_words(one, matter), own_words(other, matter)
    return len(first & second) >= _REWORDED * min(len(first), len(second))


def own_words(held: Held, matter: Matter) -> frozenset[str]:
    """What a statement is compared by without names, kinds of event and figures."""
    statement, text = held.statement, matter.texts[held.statement.report]
    mentions = [
        m
        for e in matter.readings[statement.report].entities
        for m in e.mentions
        if statement.passage.start <= m.start and m.end <= statement.passage.end
    ]
    named = {stem for m in mentions for t in text.tokens[slice(*text.range_of(m))] for stem in stems(t.form)}
    return words_of(held.vector) - named


def _figures(held: Held) -> set[str]:
    """The figures of a statement that are no years."""
    return {f for f in held.vector if f.startswith("#") and not _YEAR.fullmatch(f)}


def verbatim(one: Held, other: Held, matter: Matter) -> bool:
    """Whether two statements share a run of words that two sources do not hit upon by themselves: one dispatch."""
    first, second = (_runs([t.form for t in matter.words(h.statement)]) for h in (one, other))
    return bool(first & second)


def _runs(forms: Sequence[str]) -> set[tuple[str, ...]]:
    return {tuple(forms[at : at + _RUN]) for at in range(len(forms) - _RUN + 1)}
