"""What one written word can be in a date: its terminal in the grammar, its attached particles taken off."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from khabar.knowledge.calendar import CalendarWord, calendar_words
from khabar.language.normalise import fold
from khabar.language.remembered import remembered

_PROCLITICS = re.compile(r"(?P<conj>[وف]?)(?P<preposition>[بلك]?)(?P<article>(?:ال)?)(?P<word>.{2,})")
_CLITIC_TERMINALS = {"و": "AND", "ف": "SO", "ب": "IN", "ل": "TO", "ك": "AS"}
_WITHOUT_ARTICLE = frozenset({"month", "link", "deixis", "edge", "demonstrative"})
_ALONE = ("و", "ال")  # particles that stand alone
_UNITS = {
    "hour": "HOUR",
    "day": "DAY",
    "week": "WEEK",
    "month": "MOON",
    "year": "YEAR",
    "decade": "DECADE",
    "century": "CENTURY",
}
_RELATIONS_WITHOUT_ARTICLE = frozenset({"same-after", "same-before"})


@dataclass(frozen=True, slots=True)
class Piece:
    """One part of a written word: an attached particle, or the word proper."""

    terminal: str
    value: int | str
    start: int  # offsets into the written word
    end: int
    doubt: str = ""


@remembered
def pieces_of(written: str) -> tuple[Piece, ...]:
    """The pieces of one written word, particles first; empty: it is no word of dates."""
    form = fold(written)
    if form in _ALONE:
        return (Piece("AND" if form == "و" else "ARTICLE", 0, 0, len(written)),)
    if not may_be_of_dates(form):
        return ()
    for conj, preposition, article, word in _splits(form):
        entry = words().get(word) or (words().get("ال" + word) if article else None)
        terminal = terminal_of(entry, definite=bool(article)) if entry else None
        if entry and terminal and not (preposition and entry.kind == "link"):
            return _cut(
                written, conj, preposition, Piece(terminal, entry.value, 0, len(written), _doubt(written, entry))
            )
    return ()


@remembered
def may_open_phrase(written: str) -> tuple[tuple[CalendarWord, tuple[str, ...], str, str], ...]:
    """Entries of several words that this one may begin, longest first, with the words to follow and the particles."""
    form = fold(written)
    if not may_be_of_dates(form):
        return ()
    found = [
        (entry, rest, conj, preposition)
        for conj, preposition, article, word in _splits(form)
        for entry, rest in phrases().get(("ال" if article else "") + word, ())
    ]
    return tuple(sorted(found, key=lambda f: -len(f[1])))


def may_be_of_dates(form: str) -> bool:
    """Whether a form ends as some word of dates does: whatever is attached before it, its last letters stay."""
    return form in _ALONE or not _endings().isdisjoint((form[-3:], form[-2:], form[-1:]))


@cache
def _endings() -> frozenset[str]:
    return frozenset(word[-3:] for word in (*words(), *phrases()))


@cache
def words() -> Mapping[str, CalendarWord]:
    """Entries of one word by their folded form; the first of the data wins, days relative to today before units."""
    found: dict[str, CalendarWord] = {}
    for word in sorted(calendar_words(), key=lambda w: w.kind != "deixis"):
        if " " not in word.form:
            found.setdefault(fold(word.form), word)
    return found


@cache
def phrases() -> Mapping[str, tuple[tuple[CalendarWord, tuple[str, ...]], ...]]:
    """Entries of several words by the first of them."""
    found: dict[str, list[tuple[CalendarWord, tuple[str, ...]]]] = {}
    for word in calendar_words():
        first, *rest = fold(word.form).split()
        if rest:
            found.setdefault(first, []).append((word, tuple(rest)))
    return {first: tuple(entries) for first, entries in found.items()}


@cache
def phrase_words() -> frozenset[str]:
    """Every word that stands in some phrase after its first."""
    return frozenset(word for entries in phrases().values() for _, rest in entries for word in rest)


def phrase_pieces(written: str, entry: CalendarWord, conj: str, preposition: str) -> tuple[Piece, ...]:
    """The pieces of a whole phrase, written as it stands in the text."""
    terminal = terminal_of(entry, definite=True)
    assert terminal is not None
    return _cut(written, conj, preposition, Piece(terminal, entry.value, 0, len(written), _doubt(written, entry)))


def terminal_of(entry: CalendarWord, *, definite: bool) -> str | None:
    """The grammar's name for an entry; None: it cannot stand with (or without) the article."""
    kind = entry.kind
    if kind == "unit":
        return _unit_terminal(entry, definite)
    if kind == "deixis":
        return {"اليوم": "TODAY", "الليلة": "TONIGHT"}.get(entry.form, "DEIXIS")
    if kind == "relation":
        bare = str(entry.value) in _RELATIONS_WITHOUT_ARTICLE
        return None if definite == bare else str(entry.value).upper().replace("-", "_")
    if kind in _WITHOUT_ARTICLE:
        single = " " not in entry.form and not fold(entry.form).startswith("ال")
        name = str(entry.value) if kind in {"link", "demonstrative"} else kind
        return None if definite and single else name.upper().replace("-", "_")
    if kind in {"quarter", "half"}:
        return kind.upper() if definite else None
    name = kind.upper().replace("-", "_")
    return f"THE_{name}" if definite and kind in {"weekday", "part", "season"} else name


def _unit_terminal(entry: CalendarWord, definite: bool) -> str | None:
    article = "THE_" if definite else ""
    if entry.group == "plural":
        return f"{article}UNITS"
    if entry.group == "dual":
        construct = fold(entry.form).endswith("ي")
        return ("PAIR_OF" if not definite else None) if construct else f"{article}DUAL"
    return f"{article}{_UNITS[str(entry.value)]}"


def _splits(form: str) -> list[tuple[str, str, str, str]]:
    spelled = [form]
    for at in (0, 1):  # للعام, وللعام: the article's alef is not written after ل
        if form[at : at + 2] == "لل" and len(form) > at + 3:
            spelled.append(form[:at] + "لال" + form[at + 2 :])
    splits = [("", "", "", form)]
    for one in spelled:
        found = _PROCLITICS.fullmatch(one)
        if found:
            conj, preposition, article, word = found.groups()
            splits.append((conj, preposition, article, word))
            splits.append((conj, "", "", one[len(conj) :]))
            splits.append((conj, preposition, "", one[len(conj + preposition) :]))
            splits.append(("", "", "ال", one[2:]) if one.startswith("ال") else splits[0])
            splits.append(("", one[0], "", one[1:]) if one[0] in "بلك" else splits[0])
    return splits


def _doubt(written: str, entry: CalendarWord) -> str:
    # آب is August; اب and أب are mostly a father: a doubtful form spelled otherwise needs a day and a year beside it.
    if entry.doubt == "doubtful" and entry.form[0] == "آ" and "آ" not in written and "\u0653" not in written:
        return "faint"
    return entry.doubt


def _cut(written: str, conj: str, preposition: str, whole: Piece) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    at = 0
    for clitic in (conj, preposition):
        if clitic:
            end = _after(written, at)
            pieces.append(Piece(_CLITIC_TERMINALS[clitic], 0, at, end))
            at = end
    return (*pieces, Piece(whole.terminal, whole.value, at, whole.end, whole.doubt))


def _after(written: str, at: int) -> int:
    # One letter with the marks that stand on it.
    at += 1
    while at < len(written) and not fold(written[at]):
        at += 1
    return at
