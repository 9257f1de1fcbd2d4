"""NewsFANE Gold, a set of newswire with fine classes of names, brought to running text and three classes."""

import gzip
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from khabar.engine import is_listed_word
from khabar.extraction.names.ordinary import is_ordinary
from khabar.extraction.names.words import is_function_word
from khabar.language.normalise import fold
from khabar.measures.marked_text import MarkedName, MarkedText, sentences_of
from khabar.values.span import Span

_CLASSES: Mapping[str, str] = {
    "PER": "Politician Athlete Artist Other_PER Religious_PER Scientist Businessperson Lawyer Engineer Police",
    "LOC": (
        "Nation Population-Center State-or-Province GPE-Cluster Continent Water-Body Land County-or-District "
        "Land-Region-Natural Path Airport Building-Grounds Subarea-Facility Plant"
    ),
    "ORG": (
        "Sports Non-Governmental Media Government Commercial Educational Medical-Science Entertainment Religious_ORG"
    ),
}
_LABEL_OF = {fine: label for label, fines in _CLASSES.items() for fine in fines.split()}
_ARABIC = re.compile("[\u0621-\u064a]+")
_CONJUNCTIONS = ("و", "ف")
_PREPOSITIONS = ("ب", "ل", "ك", "س")  # and the sign of the future
_PRONOUNS = frozenset({"ه", "ها", "هم", "هما", "هن", "ي", "نا", "ك", "كم", "ني"})
Row = tuple[str, str]  # a piece of a word and its label


def newsfane_in(path: Path) -> Iterator[MarkedText]:
    """The sentences of the set's one file: particles joined to their words again, ى put back where ي stands for it."""
    with gzip.open(path, "rt", encoding="utf-8-sig") as file:
        text = file.read().replace("\u200e", "")
    for sentence in sentences_of(text.split("\n")):
        rows = [(word.strip(), label.strip()) for word, _, label in (line.partition("\t") for line in sentence)]
        yield _joined([row for row in rows if row[0] and row[1]])


def _joined(rows: Sequence[Row]) -> MarkedText:
    text, names = "", list[MarkedName]()
    prefixed = False  # whether what comes next belongs to the letters just written
    for at, (word, label) in enumerate(rows):
        own = _LABEL_OF.get(label[2:], "")
        before = rows[at - 1] if at else ("", "O")
        ends_word = not prefixed and label == before[1] == "O" and word in _PRONOUNS and _is_arabic(before[0])
        if ends_word:
            text = text[:-1] + "ت" if text.endswith("ة") else text
        elif text and not prefixed:
            text += " "
        written = _respelled(word, text if prefixed else "", label)
        start, text = len(text), text + written
        if own and (label[0] == "B" or not names or names[-1].label != own or rows[at - 1][1][2:] != label[2:]):
            names.append(MarkedName(Span(start, len(text)), own))
        elif own:
            names[-1] = MarkedName(Span(names[-1].span.start, len(text)), own)
        prefixed = _opens_word(rows, at)
    return MarkedText(text, tuple(names))


def _opens_word(rows: Sequence[Row], at: int) -> bool:
    """Whether a letter is a particle of the word that comes next; letters of an abbreviation are none."""
    word, label = rows[at]
    if at + 1 == len(rows) or not _is_arabic(rows[at + 1][0]) or len(rows[at + 1][0]) < 2:
        return False
    inside = label != "O" and label[2:] == rows[at + 1][1][2:]
    return (word in _CONJUNCTIONS and (label == "O" or inside)) or (word in _PREPOSITIONS and label == "O")


def _respelled(word: str, attached: str, label: str) -> str:
    if attached.endswith("ل") and word.startswith("ال"):
        return word[1:]
    if word.startswith("لال") and len(word) > len("لال") + 1:
        return "لل" + word[3:]
    return _with_maqsura(word) if label == "O" else word


@cache
def _with_maqsura(word: str) -> str:
    """The word with ى at its end where only so it is one that our lists have."""
    other = f"{word[:-1]}ى"
    if word == "علي":
        return other  # no name here
    if not word.endswith("ي") or len(word) < 3:
        return word
    own_listed, other_listed = _is_listed(fold(word)), _is_listed(fold(other))
    return other if is_function_word(fold(other)) or (other_listed and not own_listed) else word


def _is_listed(form: str) -> bool:
    return is_ordinary(form) or is_listed_word(form)


def _is_arabic(word: str) -> bool:
    return _ARABIC.fullmatch(word) is not None
