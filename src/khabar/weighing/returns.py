"""What is given in return for what."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from khabar.language.analysis import AnalysedText
from khabar.resolution.phrases import phrases_for
from khabar.values.exchange import Exchange
from khabar.values.reason import Passage
from khabar.weighing.matter import Matter
from khabar.weighing.transfers import Line

_LEAD_IN = 3  # words at the head of a sentence among which 'in return' ties it to what stands before
_LOOK_BACK = 2  # sentences before that one which may tell what it is in return for
_RIGHT_BEHIND = 3  # words behind an event word in which 'in turn' is said of it
_FEWEST = 3  # words of a sentence that tells something

Found = Sequence[tuple[Exchange, Sequence[Line]]]


class _Told(NamedTuple):
    """An exchange at a place where a report tells of it."""

    at: int  # the token of its event
    exchange: Exchange
    line: Line


class Returns(NamedTuple):
    """What each exchange is in return for, by its id."""

    ties: Mapping[str, tuple[str, ...]]  # other exchanges
    words: Mapping[str, Passage]  # what is no exchange


def returns_in(found: Found, matter: Matter) -> Returns:
    """Exchanges told to be in return for one another; what goes the same way is never that.

    Where 'in return' stands and no exchange goes back, the sentence before tells what it is for.
    """
    tied: dict[str, set[str]] = defaultdict(set)
    words: dict[str, Passage] = {}
    for report, told in _by_report(found, matter).items():
        text = matter.texts[report]
        for one, other in _pairs(text, told):
            tied[one.id].add(other.id)
            tied[other.id].add(one.id)
        for answer in told:
            for_what = _sentence_before(text, answer)
            if for_what and not answer.line.back:
                words.setdefault(answer.exchange.id, Passage(matter.reports[report].id, text.span(*for_what)))
    ties = {own: tuple(sorted(others)) for own, others in tied.items()}
    return Returns(ties, {own: passage for own, passage in words.items() if own not in ties})


def _by_report(found: Found, matter: Matter) -> Mapping[int, Sequence[_Told]]:
    told: dict[int, list[_Told]] = defaultdict(list)
    for exchange, lines in found:
        for line in lines:
            at = matter.texts[line.report].range_of(line.event.anchor)[0]
            told[line.report].append(_Told(at, exchange, line))
    return {report: sorted(all_of_it, key=lambda t: (t.at, t.exchange.id)) for report, all_of_it in told.items()}


def _pairs(text: AnalysedText, told: Sequence[_Told]) -> Iterator[tuple[Exchange, Exchange]]:
    for one in told:
        for other in told:
            if one.exchange.id == other.exchange.id:
                continue
            if one.line.back:
                tied = other.line.event.id == one.line.event.id and not other.line.back
            else:
                tied = not other.line.back and _is_tied(text, other.at, one.at)
                tied = tied and _goes_back(one.exchange, other.exchange)
            if tied:
                yield one.exchange, other.exchange


def _is_tied(text: AnalysedText, before: int, at: int) -> bool:
    """Whether what is told at a token is said to be in return for what is told at one before it."""
    if before >= at:
        return False
    first, last = text.sentence_at(at)
    if before >= first:
        return (
            any(before < mark < at for mark in _marks("return", text, first, last))
            or any(before < mark for mark in _turns(text, first, at))
            or any(mark < before for mark in _marks("swap", text, first, last))
        )
    return _few_sentences_before(text, before, first) and _opens_in_turn(text, first, at)


def _opens_in_turn(text: AnalysedText, first: int, at: int) -> bool:
    """Whether a deed is told to answer what stands in the sentences before."""
    last = text.sentence_at(at)[1]
    return any(mark < min(at, first + _LEAD_IN) for mark in _marks("return", text, first, last)) or bool(
        _turns(text, first, at)
    )


def _turns(text: AnalysedText, first: int, at: int) -> list[int]:
    """Where 'in turn' is said of what is told at a token: before it in its sentence, or right behind it."""
    last = text.sentence_at(at)[1]
    return [mark for mark in _marks("in-turn", text, first, last) if mark <= at + _RIGHT_BEHIND]


def _marks(use: str, text: AnalysedText, first: int, last: int) -> list[int]:
    return [first + place for place in phrases_for(use).places_in([t.form for t in text.tokens[first:last]])]


def _few_sentences_before(text: AnalysedText, at: int, first: int) -> bool:
    begin = first
    for _ in range(_LOOK_BACK):
        if begin == 0:
            break
        begin = text.sentence_at(begin - 1)[0]
    return begin <= at < first


def _sentence_before(text: AnalysedText, told: _Told) -> tuple[int, int] | None:
    """The sentence of the same paragraph that a deed answers, without its full stop; None: it answers none."""
    first = text.sentence_at(told.at)[0]
    if not _opens_in_turn(text, first, told.at) or first <= text.paragraph_at(told.at)[0]:
        return None
    begin, end = text.sentence_at(first - 1)
    end -= text.tokens[end - 1].form == "."
    return (begin, end) if end - begin >= _FEWEST else None


def _goes_back(one: Exchange, other: Exchange) -> bool:
    if one.mutual or other.mutual:
        return False
    there = (one.from_side, one.to_side)
    back = (other.to_side, other.from_side)
    told = [(a, b) for a, b in zip(there, back, strict=True) if a and b]
    return bool(told) and all(a == b for a, b in told)
