"""A text as runs of the grammar's terminals: only words, figures and marks that can stand in a date."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from khabar.language.normalise import fold
from khabar.language.number_sums import total
from khabar.language.number_words import NumberWord, number_word
from khabar.language.remembered import remembered
from khabar.language.times.figures import figure
from khabar.language.times.lexicon import may_be_of_dates, may_open_phrase, phrase_pieces, phrase_words, pieces_of
from khabar.language.tokens import SIGNS_IN_WORDS

_TOKEN = re.compile(
    rf"[ \t\u00a0{SIGNS_IN_WORDS}]*"
    r"(?:(?P<figure>\d+(?:[.,٫٬/:\-–]\d+)*)"
    rf"|(?P<word>[^\W\d_](?:[^\W\d_]|[{SIGNS_IN_WORDS}])*)"
    r"|(?P<mark>.|\n))"
)
_MARKS = {"/": "SLASH", "-": "DASH", "–": "DASH", "(": "OPEN", ")": "CLOSE", "،": "COMMA", ",": "COMMA", ".": "DOT"}
_BREAKS, _JOINS, _BUILDS = 0, 1, 2  # what a token does to a run
_LONGEST_RUN = 64  # dates are far shorter: a cut inside a longer run costs at most one of them
# A run without any of these is no date: numbers, prepositions and marks alone make none.
_LOOSE = frozenset(
    re.findall(
        r"\w+",
        """
        AND SO IN TO AS ARTICLE OF UNTIL BETWEEN SINCE BEFORE AFTER CORRESPONDING APPROX ERA THE_FIRST_OF LAST_OF
        PART PAST PREVIOUS NEXT FOLLOWING LATEST SAME_AFTER SAME_BEFORE THIS THAT NOW REST BEFORE_IT AFTER_IT EDGE
        ORDINAL CARDINAL TENTH COUNT DAY_NUMBER DAYS SLASH DASH OPEN CLOSE COMMA DOT OTHER
        """,
    )
)


@dataclass(frozen=True, slots=True)
class Item:
    """One terminal with its value and its place in the original text."""

    terminal: str
    value: int | float | str | tuple[str, ...]
    start: int
    end: int
    doubt: str = ""


class _Raw(NamedTuple):
    start: int
    written: str
    kind: str  # figure | word | mark


def runs_in(text: str) -> Iterator[tuple[Item, ...]]:
    """Unbroken sequences of terminals that hold at least one word that a date is built on."""
    run: list[_Raw] = []
    hopeful = False  # whether the run may hold such a word
    for found in _TOKEN.finditer(text):
        kind = found.lastgroup or "mark"
        written = found[kind]
        use = _use_of_word(written) if kind == "word" else _use(written, kind)
        if run and (not use or len(run) >= _LONGEST_RUN):
            if hopeful:
                yield from _finished(run, text)
            run, hopeful = [], False
        if use:
            run.append(_Raw(found.start(kind), written, kind))
            hopeful = hopeful or use == _BUILDS
    if hopeful:
        yield from _finished(run, text)


def _use(written: str, kind: str) -> int:
    """Whether a mark or a figure breaks a run, may stand in a date, or is what a date is built on."""
    if kind == "mark":
        return _JOINS if written in _MARKS else _BREAKS
    return _JOINS if figure(fold(written))[0] in _LOOSE else _BUILDS


@remembered
def _use_of_word(written: str) -> int:
    """The same of a word."""
    form = fold(written)
    if may_be_of_dates(form):
        pieces = pieces_of(written)
        if may_open_phrase(written) or any(piece.terminal not in _LOOSE for piece in pieces):
            return _BUILDS
        if pieces:
            return _JOINS
    return _JOINS if form in phrase_words() or number_word(form) else _BREAKS


def _finished(run: list[_Raw], text: str) -> Iterator[tuple[Item, ...]]:
    items = _items(run, text)
    if any(item.terminal not in _LOOSE for item in items):
        yield items


def _items(run: Sequence[_Raw], text: str) -> tuple[Item, ...]:
    items: list[Item] = []
    numbers = [_number(run, at) for at in range(len(run))]
    at = 0
    while at < len(run):
        end, more = _next(run, numbers, at, text)
        items.extend(more)
        at = end
    return tuple(items)


def _next(run: Sequence[_Raw], numbers: Sequence[NumberWord | None], at: int, text: str) -> tuple[int, Sequence[Item]]:
    raw = run[at]
    if raw.kind == "mark":
        return at + 1, [Item(_MARKS[raw.written], raw.written, raw.start, raw.start + len(raw.written))]
    if raw.kind == "figure":
        return _figure(run, numbers, at)
    phrase = _phrase(run, at, text)
    if phrase:
        return phrase
    made = total(numbers, at) if numbers[at] else None
    pieces = pieces_of(raw.written)
    if pieces and (made is None or (made.end == at + 1 and not _whole_number(numbers[at], len(pieces)))):
        return at + 1, [Item(p.terminal, p.value, raw.start + p.start, raw.start + p.end, p.doubt) for p in pieces]
    if made is None:
        return at + 1, [Item("OTHER", raw.written, raw.start, raw.start + len(raw.written))]
    return made.end, _number_items(run, numbers, at, made.end, made.value, made.ordinal)


def _whole_number(word: NumberWord | None, pieces: int) -> bool:
    # 'واحد' is a number as it stands, before it is 'و' and a Sunday.
    return word is not None and pieces > 1 and not word.conjoined and not word.preposition


def _number(run: Sequence[_Raw], at: int) -> NumberWord | None:
    raw = run[at]
    form = fold(raw.written) if raw.kind != "mark" else ""
    word = number_word(form) if form else None
    if word and word.role == "digits" and at and fold(run[at - 1].written) == "و":
        return replace(word, conjoined=True)
    return word


def _figure(run: Sequence[_Raw], numbers: Sequence[NumberWord | None], at: int) -> tuple[int, Sequence[Item]]:
    raw = run[at]
    made = total(numbers, at) if numbers[at] else None
    if made and made.end > at + 1:
        last = run[made.end - 1]
        return made.end, [Item("COUNT", made.value, raw.start, last.start + len(last.written))]
    terminal, value = figure(fold(raw.written))
    return at + 1, [Item(terminal, value, raw.start, raw.start + len(raw.written))]


def _number_items(
    run: Sequence[_Raw], numbers: Sequence[NumberWord | None], at: int, end: int, value: int | float, ordinal: bool
) -> list[Item]:
    first, last = run[at], run[end - 1]
    form = fold(first.written)
    items: list[Item] = []
    start = first.start
    word = numbers[at]
    if word and (word.conjoined or word.preposition):
        for letter, terminal in (("و", "AND"), ("ب", "IN"), ("ل", "TO")):
            if form.startswith(letter):
                items.append(Item(terminal, 0, start, start + 1))
                start += 1 if not form.startswith("لل") else 1
                break
    terminal = "ORDINAL" if ordinal else ("TENTH" if word and word.definite and value in (20, 30) else "CARDINAL")
    items.append(Item(terminal, value, start, last.start + len(last.written)))
    return items


def _phrase(run: Sequence[_Raw], at: int, text: str) -> tuple[int, Sequence[Item]] | None:
    raw = run[at]
    for entry, rest, conj, preposition in may_open_phrase(raw.written):
        following = run[at + 1 : at + 1 + len(rest)]
        if len(following) == len(rest) and all(
            fold(f.written) == word for f, word in zip(following, rest, strict=True)
        ):
            last = following[-1]
            written = text[raw.start : last.start + len(last.written)]
            pieces = phrase_pieces(written, entry, conj, preposition)
            found = [Item(p.terminal, p.value, raw.start + p.start, raw.start + p.end, p.doubt) for p in pieces]
            return at + 1 + len(rest), found
    return None
