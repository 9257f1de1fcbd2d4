"""What a date is read against: the day of publication, the words around it and the dates before it."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from itertools import pairwise

from khabar.knowledge.calendar import context_words
from khabar.language.futures import tells_future
from khabar.language.normalise import fold
from khabar.language.remembered import remembered
from khabar.values.span import Span

_WORD = re.compile(r"(?:[^\W\d_]|[\u064b-\u065f\u0670\u200b-\u200f\u202a-\u202e\u2066-\u2069])+")
_SENTENCE_END = re.compile(r"[.!?؟\n]")
_REACH = 160  # letters; a clause's verb stands nearer to its date
_NEAR, _BESIDE = 14, 6  # words
_OPENING = 2  # words that may stand before the year with which a sentence opens: شهد, خلال
_YEAR, _MONTH, _DAY = 4, 7, 10  # letters of a year, a month and a day in EDTF
_LINE_MARGIN, _RULES = 8, " \t-–•*("  # letters, and what may stand before the first word of a line
_FIRST_PERSON_FUTURE = re.compile(r"[وف]?سأ(?![لم])\w{2,}")  # سأل and سأم are no futures
_IMPERFECT = re.compile(r"[يتن](\w{2,}?)(?:ون|ان|ها|ه)?")
_FEMININE_PERFECT = re.compile(r"(?!ال|مت|بال)\w{2,6}(?<!ا)ت")
_PERFECT_WITH_OBJECT = re.compile(r"[^يتنس]\w{2,5}(?:هما|ها|هم|ه)")
_PLURAL_PERFECT = re.compile(r"[^يتن]\w{2,6}وا")


class Direction(StrEnum):
    """Where the verb of the clause points."""

    PAST = "past"
    FUTURE = "future"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Context:
    """The surroundings of one expression."""

    today: date
    text: str
    start: int
    end: int
    mentions: tuple[str, ...] = ()  # EDTF of the latest dates before it, latest last
    latest: Span | None = None  # where the last of these stands; None: there is none

    @property
    def direction(self) -> Direction:
        """The nearest cue before the expression in its sentence, else the first one after it."""
        before, after = self._written_before(_NEAR), self._written_after(_BESIDE)
        return _direction(before[::-1], backwards=True) or _direction(after) or Direction.UNKNOWN

    @property
    def future_before(self) -> bool:
        """Whether a word before the expression, in its sentence, points to what is to come."""
        return _direction(self._written_before(_NEAR)[::-1], backwards=True) is Direction.FUTURE

    @property
    def tells_an_act(self) -> bool:
        """Whether the verb near the expression tells what was done, not what was said or settled: that lies behind."""
        before = self._written_before(_BESIDE)[::-1]
        words = [*before, *self._written_after(_BESIDE)]
        nearest = next((word for word in words if _word_direction(word)), "")
        done = any(
            _is_done(word, fold(who)) for word, who in pairwise(words[: words.index(nearest) if nearest else None])
        )
        return done or not folded_context("act").isdisjoint(_with_and_without_and(nearest))

    def year_before(self, month: int, day: int) -> int | None:
        """The past year of which the sentence told before: it opens with that year, or with an earlier day of it."""
        if self.latest is None or self.future_before:
            return None
        told, between = self.mentions[-1], self.text[self.latest.end : self.start]
        if not told[:4].isdigit() or int(told[:4]) >= self.today.year or _SENTENCE_END.search(between):
            return None
        if len(told) == _YEAR:
            return int(told) if self._opens_sentence(self.latest) or _takes_up(between) else None
        earlier = (int(told[5:7]), int(told[8:10] or 0)) if len(told) in (_MONTH, _DAY) and "W" not in told else None
        return int(told[:4]) if earlier and earlier < (month, day) else None

    def _opens_sentence(self, span: Span) -> bool:
        before = self.text[max(0, span.start - _REACH) : span.start]
        return len(_WORD.findall(_SENTENCE_END.split(before)[-1])) <= _OPENING

    @property
    def future(self) -> bool:
        """Whether the clause speaks of what is to come."""
        return self.direction is Direction.FUTURE

    @property
    def in_pluperfect(self) -> bool:
        """Whether a verb before the expression tells what was already past: وكان قد وصل."""
        known = folded_context("pluperfect")
        return any(not known.isdisjoint(_with_and_without_and(word)) for word in self._written_before(_NEAR))

    def heads_line(self, *ends: str) -> bool:
        """Whether the expression opens a line and one of these marks sets it off: a chronicle's entry or heading."""
        before = self.text[max(0, self.start - _LINE_MARGIN) : self.start].rpartition("\n")
        opens = not before[2].strip(_RULES) and (bool(before[1]) or self.start < _LINE_MARGIN)
        after = self.text[self.end : self.end + _LINE_MARGIN].lstrip(" \t)")
        return opens and after[:1] in ends

    def words_before(self, count: int) -> list[str]:
        """The last folded words of the sentence before the expression, in reading order."""
        return [fold(word) for word in self._written_before(count)]

    def words_after(self, count: int) -> list[str]:
        """The first folded words of the sentence after the expression."""
        return [fold(word) for word in self._written_after(count)]

    def _written_before(self, count: int) -> list[str]:
        stretch = self.text[max(0, self.start - _REACH) : self.start]
        return _WORD.findall(_SENTENCE_END.split(stretch)[-1])[-count:]

    def _written_after(self, count: int) -> list[str]:
        stretch = self.text[self.end : self.end + _REACH // 2]
        return _WORD.findall(_SENTENCE_END.split(stretch)[0])[:count]

    def word_before(self) -> str:
        """The folded word just before, in the sentence; empty: none."""
        return next(iter(self.words_before(1)), "")

    def last_mention(self, *lengths: int) -> str | None:
        """The latest date told before this one, not after publication, so long in EDTF (10: day, 7: month, 4: year)."""
        now = self.today.isoformat()
        return next((m for m in reversed(self.mentions) if len(m) in lengths and "W" not in m and m <= now), None)


@cache
def folded_context(value: str) -> frozenset[str]:
    """Words of one kind that change the reading of a date beside them, folded."""
    return frozenset(fold(word) for word in context_words(value))


def _takes_up(after: str) -> bool:
    """Whether a clause follows a date that tells what was then: 'عام 2022، حين اعترفت'."""
    words = _WORD.findall(after)
    return bool(words) and fold(words[0]) in folded_context("when")


def _direction(words: list[str], *, backwards: bool = False) -> Direction | None:
    for at, word in enumerate(words):
        direction = _word_direction(word)
        if direction is Direction.FUTURE and at + 1 < len(words) and fold(words[at + 1]) in _pasts_before():
            return Direction.PAST
        told = backwards and at + 1 < len(words) and _is_done(word, fold(words[at + 1]))
        if direction or told:
            return direction or Direction.PAST
    return None


def _is_done(written: str, before: str) -> bool:
    """Whether a verb of the past with its object stands right behind a relative pronoun: which he handed in, قدمها."""
    return before in folded_context("who") and bool(_PERFECT_WITH_OBJECT.fullmatch(fold(written)))


@cache
def _pasts_before() -> frozenset[str]:
    return folded_context("past-before-imperfect")


@remembered
def _word_direction(written: str) -> Direction | None:
    if _FIRST_PERSON_FUTURE.fullmatch(written):
        return Direction.FUTURE
    word, bare = _with_and_without_and(written)
    for form in (word, bare):
        if form in folded_context("future"):
            return Direction.FUTURE
        if form in folded_context("past"):
            return Direction.PAST
    if tells_future(bare):
        return Direction.FUTURE
    imperfect = _IMPERFECT.fullmatch(bare)
    if imperfect and imperfect[1] in folded_context("future-stem"):
        return Direction.FUTURE
    perfect = _PLURAL_PERFECT.fullmatch(bare) or _FEMININE_PERFECT.fullmatch(bare)
    return Direction.PAST if perfect and bare not in folded_context("not-past") else None


def _with_and_without_and(written: str) -> tuple[str, str]:
    word = fold(written)
    return word, word[1:] if word.startswith(("و", "ف")) and len(word) > 3 else word
