"""Sentences found for a question in people's words, best first."""

from collections.abc import Sequence

from khabar.language.normalise import key
from khabar.store.database import Database
from khabar.store.search.asked import WORD, asked_in
from khabar.store.search.expansion import ATTACHED, Wanted
from khabar.store.search.narrowing import narrowed
from khabar.store.search.ranking import rarity, score
from khabar.store.search.sentences import Sentence, sentences_of
from khabar.store.search.units import Unit, units_of, with_any
from khabar.values.page import Page
from khabar.values.reason import Passage
from khabar.values.search import Expanded, Filters, Hit
from khabar.values.span import Span

_RANKED = 1000  # sentences that are compared word by word; what an earlier glance puts behind them stays there


def found(database: Database, text: str, filters: Filters, limit: int | None, offset: int) -> Page[Hit]:
    """The sentences that hold what is asked for, with the words that met it."""
    units, unwanted = units_of(asked_in(text), database)
    if not units:
        return Page((), 0, offset)
    everything = frozenset.intersection(*(unit.sentences for unit in units)) - unwanted
    kept = narrowed(everything, filters, database)
    ranked = _ranked(kept, units, database)
    end = None if limit is None else offset + limit
    shown = {one.n: one for one in sentences_of(ranked[offset:end], database)}
    return Page(tuple(_hit(shown[n], units) for n in ranked[offset:end]), len(ranked), offset)


def _ranked(kept: frozenset[int], units: Sequence[Unit], database: Database) -> list[int]:
    ((of,),) = database.execute("SELECT count(*) FROM sentences").fetchall()
    rarities = [rarity(len(unit.sentences), of) for unit in units]
    glance = _at_a_glance(kept, units, database)

    def order(one: Sentence) -> tuple[float, int, str, int]:
        headline = one.title is not None and WORD.findall(key(one.title)) == one.words
        worth = score([unit.met_in(one) for unit in units], rarities, len(one.words), headline=headline)
        return -round(worth, 6), -_day(one.published), one.report, one.start

    return [one.n for one in sorted(sentences_of(glance[:_RANKED], database), key=order)] + glance[_RANKED:]


def _at_a_glance(kept: frozenset[int], units: Sequence[Unit], database: Database) -> list[int]:
    """Sentences with the very words asked for first."""
    if len(kept) <= _RANKED:
        return sorted(kept)
    exact = [with_any([_exact(each) for each in unit.alternatives], database) for unit in units]
    return sorted(kept, key=lambda n: (-sum(n in each for each in exact), -n))


def _exact(each: Wanted) -> Wanted:
    return Wanted(each.typed, each.asked, {each.asked[0]: 1.0}, each.rest)


def _day(published: str | None) -> int:
    return int(published.replace("-", "")) if published else 0


def _hit(one: Sentence, units: Sequence[Unit]) -> Hit:
    met = [(unit, place) for unit in units for place in unit.met_in(one)]
    spans = {Span(one.spans[place.first].start, one.spans[place.last].end) for _, place in met}
    others = ((unit.typed, one.words_at(place)) for unit, place in met if place.near < ATTACHED)
    expanded = (Expanded(typed, words) for typed, words in others if key(typed) not in key(words))
    return Hit(
        Passage(one.report, Span(one.start, one.start + len(one.text))), _apart(spans), tuple(dict.fromkeys(expanded))
    )


def _apart(spans: set[Span]) -> tuple[Span, ...]:
    """The same places, of which none lies within another."""
    return tuple(sorted(one for one in spans if not any(other != one and other.covers(one) for other in spans)))
