"""How many of what a statement tells, and what became of them."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from math import inf

from khabar.knowledge.counted import CountedWord, counted_words
from khabar.language.analysis import AnalysedText, Range
from khabar.language.clitics import splits
from khabar.language.normalise import fold
from khabar.language.number_words import number_word
from khabar.language.numerals import Numeral, numbers_in
from khabar.language.remembered import remembered
from khabar.language.tokens import Token
from khabar.resolution.stems import stems
from khabar.values.span import Span

_BEHIND = 8  # words from what befell people to their number
_BESIDE = 3  # words from their number to what befell them
_AROUND = 4  # words after a number in which it may turn out to be a part of another
_ABOUT = 0.1  # of a number that 'about' leaves open
_YEARS = range(1900, 2101)
_OF = "من"
_AND = "و"  # opens what goes on beside a number, and hardly ever what it counts
_TELLING = 3  # letters of a stem that tells what is counted
_PEOPLE = "people"


@dataclass(frozen=True, slots=True)
class Quantity:
    """So many of something, in one place of a report."""

    span: Span  # the number with the word that it counts
    of: str  # what is counted, as a class or a stem
    fate: str  # what became of them; empty: not told
    least: float
    most: float
    told: str  # the number with its limit, >=40 or 3-5

    @property
    def grows(self) -> bool:
        """Whether a later and higher number is news, and contradicts nothing."""
        return self.fate in _growing()

    def agrees_with(self, other: "Quantity") -> bool:
        """Whether both may be true."""
        return self.least <= other.most and other.least <= self.most


def quantities_in(text: AnalysedText, clause: Range, dates: Sequence[Span]) -> tuple[Quantity, ...]:
    """What a clause counts; `dates` is where it names times."""
    words = [t for t in text.tokens[slice(*clause)] if t.kind != "mark"]
    numbered = any(map(_is_number, [t.form for t in words]))
    return tuple(_Counting(text, text.span(*clause), words, dates).found()) if numbered else ()


def has_word_for(use: str, tokens: Sequence[Token]) -> bool:
    """Whether a word of that use is among the tokens: `total`, `rise`."""
    return any(entry.use == use for token in tokens for entry in counted_as(token.form))


@remembered
def _is_number(form: str) -> bool:
    """Whether a word tells how many, by itself or by its ending."""
    return number_word(form) is not None or _dual(form) is not None


class _Counting:
    """One clause while its numbers are read."""

    def __init__(self, text: AnalysedText, span: Span, words: Sequence[Token], dates: Sequence[Span]) -> None:
        self.text = text.text
        self.span = span
        self.words = words
        self.dates = dates
        self.starts = [t.start for t in words]

    def found(self) -> Iterator[Quantity]:
        for number in numbers_in(self.span.of(self.text)):
            where = Span(number.span.start + self.span.start, number.span.end + self.span.start)
            if not number.ordinal and not self._is_no_count(where):
                yield from self._counted(number, where)
        for at, word in enumerate(self.words):
            if (entry := _dual(word.form)) and (fate := entry.fate or self._fate(at, at + 1)):
                yield Quantity(word.span, _class(entry), fate, 2, 2, "2")

    def _is_no_count(self, where: Span) -> bool:
        """Whether a number is a date, a share, or only 'tens' or 'hundreds'."""
        words = where.of(self.text)
        first = number_word(fold(words.split()[0]))
        vague = first is not None and (first.role == "vague" or first.vague)
        return vague or words.endswith("%") or any(where.overlaps(date) for date in self.dates)

    def _counted(self, number: Numeral, where: Span) -> Iterator[Quantity]:
        first, after = bisect_left(self.starts, where.start), bisect_left(self.starts, where.end)
        noun = self._noun(after)
        entry = next((e for e in counted_as(noun.form) if e.use in ("counted", "measure")), None) if noun else None
        if (entry and entry.use == "measure") or self._is_part(first, after):
            return
        fate = (entry.fate if entry else None) or self._fate(first, after + 1)
        kind = _class(entry) if entry else _stem(noun)
        if noun is None and fate and number.value not in _YEARS:
            kind = _PEOPLE
        if kind:
            span = Span(where.start, noun.end if noun else where.end)
            yield Quantity(span, kind, fate, *_limits(number), _told(number))

    def _noun(self, after: int) -> Token | None:
        """The word that is counted: it follows its number, with 'of' between them or not."""
        at = after + (after < len(self.words) and self.words[after].form == _OF)
        if at >= len(self.words) or self.words[at].kind != "word" or self.words[at].form.startswith(_AND):
            return None
        return None if self.text[self.words[at - 1].end : self.words[at].start].strip() else self.words[at]

    def _fate(self, first: int, after: int) -> str:
        """What befell them: told right before their number or right after what is counted, else farther before it."""
        beside = (*range(first - 1, first - 1 - _BESIDE, -1), *range(after, after + _BESIDE))
        places = (*beside, *range(first - 1 - _BESIDE, first - 1 - _BEHIND, -1))
        words = (self.words[at] for at in places if 0 <= at < len(self.words))
        return next((e.id for word in words for e in counted_as(word.form) if e.use == "fate"), "")

    def _is_part(self, first: int, after: int) -> bool:
        """Whether a number counts a part of those whom another counts: 'among them 3', '3 of them in danger'."""
        before, behind = self.words[max(0, first - 2) : first], self.words[after : after + _AROUND]
        of_others = has_word_for("subset", before) or has_word_for("of-them", before) or has_word_for("part", behind)
        return of_others or self._is_out_of(first) or self._is_out_of(after + 1) or self._is_some_of_them(after)

    def _is_some_of_them(self, after: int) -> bool:
        """Whether 'of them' follows what is counted, and no number of a part: '3 missiles of them'."""
        if after + 1 >= len(self.words) or not has_word_for("of-them", self.words[after + 1 : after + 2]):
            return False
        return after + 2 >= len(self.words) or number_word(self.words[after + 2].form) is None

    def _is_out_of(self, at: int) -> bool:
        """Whether a number stands there that another counts a part of: 'four of ten provinces'."""
        around = self.words[max(0, at - 2) : at + 1]
        if len(around) < 3 or around[1].form != _OF:
            return False
        return all(number_word(word.form) for word in (around[0], around[2]))


def _limits(number: Numeral) -> tuple[float, float]:
    low, high = float(number.value), float(number.value if number.upto is None else number.upto)
    match number.bound:
        case ">" | ">=":  # 'more than 15' is told of 15 as well
            return low, inf
        case "<" | "<=":
            return 0.0, high
        case "~":
            return low * (1 - _ABOUT), high * (1 + _ABOUT)
    return low, high


def _told(number: Numeral) -> str:
    upto = "" if number.upto is None else f"-{number.upto:.12g}"
    return f"{number.bound}{number.value:.12g}{upto}"


def _stem(noun: Token | None) -> str:
    found = stems(noun.form) if noun else ()
    return found[0] if found and len(found[0]) >= _TELLING else ""


def _class(entry: CountedWord) -> str:
    return _PEOPLE if entry.fate else entry.id


@lru_cache(maxsize=65536)
def counted_as(form: str) -> tuple[CountedWord, ...]:
    """The entries that a folded form is a word of, particles and pronouns aside; those of the whole form first."""
    rests = (form, *(s.rest for s in splits(form)))
    return tuple(dict.fromkeys(entry for rest in rests for entry in _lexicon().get(rest, ())))


@lru_cache(maxsize=65536)
def _dual(form: str) -> CountedWord | None:
    rests = (form, *(s.rest for s in splits(form) if not s.enclitic))
    return next((entry for rest in rests if (entry := _duals().get(rest))), None)


@cache
def _lexicon() -> dict[str, tuple[CountedWord, ...]]:
    found: dict[str, tuple[CountedWord, ...]] = {}
    for entry in counted_words():
        for word in entry.words:
            found[fold(word)] = (*found.get(fold(word), ()), entry)
    return found


@cache
def _duals() -> dict[str, CountedWord]:
    return {fold(word): entry for entry in counted_words() for word in entry.dual}


@cache
def _growing() -> frozenset[str]:
    return frozenset(entry.id for entry in counted_words() if entry.grows)
