"""A row of signs made a line of text, whichever way its letters were set."""

import re
import unicodedata
from bisect import bisect
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from khabar.knowledge.function_words import function_words
from khabar.reports.pdf.columns import Row
from khabar.reports.pdf.glyphs import Glyph, is_mark

BREAK = 0.18  # times the height of letters: what stands between words; letters of one word touch
_FORMS = re.compile("[\ufb00-\ufb06\ufb50-\ufbff\ufc00-\ufdfb\ufe70-\ufefc]")
_FOREIGN, _INSIDE = r"[^\W\u0590-\u08ff]", r"[&'’@:/.?=%#~+-]"
_RIGHTWARDS = re.compile(
    # a word in letters that run so, with the numbers in it: COVID-19, an address
    rf"(?=(?:{_FOREIGN}|{_INSIDE})*[^\W\d_\u0590-\u08ff]){_FOREIGN}(?:(?:{_FOREIGN}|{_INSIDE})*{_FOREIGN})?"
    r"|\d+(?:[.,:/٫٬]\d+)*"  # a number, with what stands inside it
)
_ARABIC_WORD = re.compile("[\u0620-\u0652]+")
_MIRRORED = str.maketrans("()[]{}«»‹›<>", ")(][}{»«›‹><")
Kinds = frozenset[str]  # ways of running, as Unicode calls them
_LEFT, _RIGHT = frozenset({"R", "AL"}), frozenset({"L"})
_OPENERS = {"(": ")", "[": "]", "{": "}", "«": "»"}


@dataclass(frozen=True, slots=True)
class Piece:
    """Signs that touch: a word, or a part of one."""

    text: str
    left: float
    right: float


def as_read(row: Row, *, leftwards: bool) -> str:
    """The line that somebody sees who reads the page; brackets in the letters of the page."""
    if leftwards:
        return _spaced(_groups_turned(_pieces(row, _turned)[::-1], _LEFT, _RIGHT), row)
    return _spaced(_groups_turned(_pieces(row, _turned_where_arabic), _RIGHT, _LEFT), row)


def as_set(row: Row) -> str:
    """The line for one who takes its letters from left to right, as programs set them that do not know Arabic."""
    return _spaced(_pieces(row, _unturned), row)


def is_leftwards(signs: Iterable[Glyph], *, otherwise: bool = True) -> bool:
    """Whether most of the letters run to the left; `otherwise`: what is said of numbers and marks alone."""
    kinds = [unicodedata.bidirectional(letter) for glyph in signs for letter in glyph.text]
    leftwards, rightwards = sum(kind in _LEFT for kind in kinds), sum(kind in _RIGHT for kind in kinds)
    return leftwards > rightwards / 2 if leftwards or rightwards else otherwise


def usual_words(line: str) -> int:
    """How many particles and other words of the closed classes are in a line: turned letters make none."""
    return sum(word in _usual() for word in _ARABIC_WORD.findall(line))


def pairs(lines: Iterable[str]) -> int:
    """How many brackets are closed behind their opening, less those that are the other way round."""
    return sum(_closed(line) - _closed(line.translate(_MIRRORED)) for line in lines)


def mirrored(line: str) -> str:
    """A line with its brackets turned."""
    return line.translate(_MIRRORED)


@cache
def _usual() -> frozenset[str]:
    return frozenset(word for word in function_words() if len(word) > 1)


def _closed(line: str) -> int:
    waiting: list[str] = []
    closed = 0
    for letter in line:
        if letter in _OPENERS:
            waiting.append(_OPENERS[letter])
        elif letter in waiting:
            waiting.remove(letter)
            closed += 1
    return closed


def _pieces(row: Row, text_of: Callable[[Sequence[str]], str]) -> list[Piece]:
    """From left to right; `text_of` makes the text of signs that stand in this order."""
    made = [_piece(signs, text_of) for signs in _touching(row)]
    return sorted(made, key=lambda piece: (piece.left + piece.right) / 2)


def _has(text: str, kinds: Kinds) -> bool:
    return any(unicodedata.bidirectional(letter) in kinds for letter in text)


def _touching(row: Row) -> list[list[Glyph]]:
    found: list[list[Glyph]] = []
    for glyph in _letters(row):
        if found and _distance(found[-1][-1], glyph) <= BREAK * glyph.size:
            found[-1].append(glyph)
        else:
            found.append([glyph])
    return found


def _letters(row: Row) -> list[Glyph]:
    """The letters, each with the marks over and under it: these are drawn before it where signs go to the right."""
    plain = [replace(glyph, text=_plain(glyph.text)) for glyph in row]
    places = [n for n, glyph in enumerate(plain) if not is_mark(glyph.text)]
    texts = {n: plain[n].text for n in places}
    for n, glyph in enumerate(plain):
        if n not in texts and places:
            texts[_bearer(plain, places, n)] += glyph.text
    return [replace(plain[n], text=texts[n]) for n in places]


def _bearer(glyphs: Sequence[Glyph], places: Sequence[int], mark: int) -> int:
    after = bisect(places, mark)
    if after in (0, len(places)):
        return places[min(after, len(places) - 1)]
    before, behind = places[after - 1], places[after]
    return behind if glyphs[behind].centre > glyphs[before].centre else before


def _distance(one: Glyph, other: Glyph) -> float:
    return max(other.left - one.right, one.left - other.right)


def _piece(signs: Sequence[Glyph], text_of: Callable[[Sequence[str]], str]) -> Piece:
    texts = [glyph.text for glyph in signs]
    left, right = min(glyph.left for glyph in signs), max(glyph.right for glyph in signs)
    if signs[-1].centre >= signs[0].centre:
        return Piece(text_of(texts), left, right)
    # Drawn in the order of reading: what would have to be turned is turned already.
    is_read = text_of is not _unturned
    return Piece("".join(texts if is_read else texts[::-1]), left, right)


def _unturned(texts: Sequence[str]) -> str:
    return "".join(texts)


def _turned(texts: Sequence[str]) -> str:
    """Read from the right, but for numbers and foreign words; a sign of several letters holds them as they are read."""
    back = "".join(text[::-1] if _has(text, _RIGHT) else text for text in reversed(texts))
    return _RIGHTWARDS.sub(lambda found: found[0][::-1], back)


def _turned_where_arabic(texts: Sequence[str]) -> str:
    return _turned(texts) if any(_has(text, _LEFT) for text in texts) else "".join(texts)


def _plain(text: str) -> str:
    """Letters in place of their forms at the start, in the middle and at the end of words."""
    return _FORMS.sub(lambda form: unicodedata.normalize("NFKC", form[0]).lstrip(), text)


def _groups_turned(pieces: Sequence[Piece], along: Kinds, against: Kinds) -> list[Piece]:
    """The same, words that run against the line in their own order: «Boko Haram» within Arabic."""
    found: list[Piece] = []
    group: list[Piece] = []
    for piece in pieces:
        if _has(piece.text, along):
            found += _ordered(group, against)
            group = []
            found.append(piece)
        else:
            group.append(piece)
    return found + _ordered(group, against)


def _ordered(group: list[Piece], against: Kinds) -> list[Piece]:
    ends = [n for n, piece in enumerate(group) if _has(piece.text, against)]
    if not ends:
        return group
    first, last = ends[0], ends[-1] + 1
    return [*group[:first], *group[first:last][::-1], *group[last:]]


def _spaced(pieces: Sequence[Piece], row: Row) -> str:
    least = BREAK * max(glyph.size for glyph in row)
    text = ""
    last: Piece | None = None
    for piece in pieces:
        is_apart = last is not None and max(piece.left - last.right, last.left - piece.right) > least
        text += f" {piece.text}" if is_apart else piece.text
        last = piece
    return " ".join(text.split())
