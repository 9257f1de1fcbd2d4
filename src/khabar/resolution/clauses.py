"""Sentences and contents cut into the clauses that one can take a position on."""

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator
from enum import Enum
from functools import lru_cache
from operator import attrgetter

from khabar.extraction.attributions.cues import speech_lexemes
from khabar.extraction.events.lexicon import event_lexemes
from khabar.language.analysis import AnalysedText, Range
from khabar.language.conjugation import Tense
from khabar.language.datelines import behind_dateline
from khabar.language.number_words import number_word
from khabar.language.quotes import DEEPEST, Quote
from khabar.language.remembered import remembered
from khabar.resolution.negations import relatives
from khabar.resolution.phrases import phrases_for
from khabar.resolution.stems import is_empty

_BREAKS = frozenset({"،", "؛"})
_ENDS = frozenset({".", "؟", "!", "…", "..."})
_ENDS_AND_BREAKS = _ENDS | _BREAKS
_BEFORE_A_CLAUSE = frozenset({"-", "–", "—", ":", "•", "*"})  # of a list or a dateline
_CLOSING = frozenset({"»", '"', "”", ")"})
_FIRST = attrgetter("first")
_SHORTEST_VERB = 4  # letters, the و counted
_AND = "و"
_LONGEST = 2  # words of what opens a clause
_FEWEST_WORDS = 2  # a clause of fewer words says nothing by itself and stays with its neighbour


class _Opening(Enum):
    """Whether a word opens a clause of its own within a sentence."""

    ALWAYS = "and with a verb"
    WITH_WHAT_FOLLOWS = "the first word of what opens one"


def clauses_in(text: AnalysedText, content: Range) -> Iterator[Range]:
    """A content cut at its sentences and at its coordinate 'and that' clauses."""
    yield from _cut(text, content, _ENDS)


def pieces_in(text: AnalysedText, sentence: Range) -> Iterator[Range]:
    """A sentence cut at its commas too."""
    yield from _cut(text, sentence, _ENDS_AND_BREAKS)


def words_told(text: AnalysedText, clause: Range) -> int:
    """How many words of a clause say something by themselves."""
    return sum([_tells(token.form) for token in text.tokens[clause[0] : clause[1]] if token.kind != "mark"])


def is_aside(text: AnalysedText, at: int) -> bool:
    """Whether a piece of a sentence that begins there describes who is named before it, or tells when and where."""
    forms = [token.form for token in text.tokens[at : at + _LONGEST]]
    return forms[0] in relatives() or phrases_for("circumstance").stands_at(forms)


@remembered
def _tells(form: str) -> bool:
    """Whether a word says something by itself."""
    return not is_empty(form)


def _cut(text: AnalysedText, whole: Range, marks: Container[str]) -> Iterator[Range]:
    """A stretch cut behind these marks, and before what opens a clause."""
    tokens, (begin, last) = text.tokens, whole
    told = 0  # up to the fewest that make a clause
    for at in range(begin, last):
        _, _, form, kind = tokens[at]
        if told >= _FEWEST_WORDS and (tokens[at - 1].form in marks or (_opening(form) and opens_clause(text, at))):
            yield trimmed(text, begin, at)
            begin, told = at, 0
        if kind != "mark" and _tells(form):
            told += 1
    if any(t.kind != "mark" for t in tokens[begin:last]):
        yield trimmed(text, begin, last)


def _is_break(text: AnalysedText, at: int) -> bool:
    return text.tokens[at - 1].form in _BREAKS


def opens_clause(text: AnalysedText, at: int) -> bool:
    """Whether a token opens a clause of its own within a sentence: 'and that', 'but', 'and' with a verb."""
    opening = _opening(text.tokens[at].form)
    if opening is not _Opening.WITH_WHAT_FOLLOWS:
        return opening is not None
    return phrases_for("opens-clause").stands_at([t.form for t in text.tokens[at : at + _LONGEST]])


@remembered
def _opening(form: str) -> _Opening | None:
    if _is_and_verb(form):
        return _Opening.ALWAYS
    return _Opening.WITH_WHAT_FOLLOWS if form in phrases_for("opens-clause").by_first else None


def goes_on_telling(text: AnalysedText, at: int) -> bool:
    """Whether a report tells on after a comma with 'and' and a verb of the past: '…, and put it down to a mistake'."""
    form = text.tokens[at].form
    return at > 0 and _is_break(text, at) and _is_and_verb(form) and _is_past(form)


def _is_past(form: str) -> bool:
    found = (*speech_lexemes().at(form), *event_lexemes().at(form))
    return all(a.inflection.tense is Tense.PAST for a in found)


@lru_cache(maxsize=65536)
def _is_and_verb(form: str) -> bool:
    """Whether a form is 'and' with a verb that can be nothing else: وأعلنت, ويعتزم.

    Not وقتل, which may be a noun, ونصف, which may be a number, nor وقعت, which has its و from the verb.
    """
    if not form.startswith(_AND) or len(form) < _SHORTEST_VERB or number_word(form):
        return False
    found = (*speech_lexemes().at(form), *event_lexemes().at(form))
    return bool(found) and all(a.inflection.tense.finite and _AND in a.proclitics for a in found)


def trimmed(text: AnalysedText, first: int, last: int) -> Range:
    """A stretch without what leads to it (a dateline, 'that') and the marks behind it."""
    if first == text.sentence_at(first)[0]:
        first = behind_dateline(text.tokens, first, last - 1)
    while last - first > 1 and text.tokens[last - 1].kind == "mark" and text.tokens[last - 1].form not in _CLOSING:
        last -= 1
    while last - first > 1 and _says_nothing(text.tokens[first].form):
        first += 1
    return _with_both_marks(text, first, last)


def _with_both_marks(text: AnalysedText, first: int, last: int) -> Range:
    """A clause with the quotation mark right beside it whose fellow it holds, and without one whose fellow it lacks."""
    for quote in _quotes_touching(text, first, last):
        opening, closing = quote.first - 1, _closing(text, quote)
        if opening == first - 1 and closing < last:
            first = opening
        elif first <= opening and closing == last:
            last = closing + 1
        elif opening < first < closing == last - 1:
            last = closing
        elif first == opening < last - 1 < closing:
            first += 1
    return first, last


def _quotes_touching(text: AnalysedText, first: int, last: int) -> Iterator[Quote]:
    """The closed quotations with a mark inside a clause or right beside it."""
    begin = max(0, bisect_left(text.quotes, first, key=_FIRST) - DEEPEST)
    end = bisect_right(text.quotes, last, key=_FIRST)
    return (q for q in text.quotes[begin:end] if q.closed)


def _closing(text: AnalysedText, quote: Quote) -> int:
    """The token of the mark that closes a quotation; a full stop may stand before it."""
    at = quote.last
    while at < len(text.tokens) - 1 and text.tokens[at].form in _ENDS_AND_BREAKS:
        at += 1
    return at


def _says_nothing(form: str) -> bool:
    return form in _ENDS_AND_BREAKS or form in _BEFORE_A_CLAUSE or phrases_for("that").stands_at([form])
