"""Words of page furniture: what a page puts around an article, and how a line is spelled to look for them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from khabar.errors import BadKnowledge
from khabar.knowledge.files import entries

FILE = "ar/furniture.yaml"
NUMBER = "#"  # stands for every number in a spelled line
_WORDS = re.compile(r"[^\W\d_]+|\d+")
_GLUED = re.compile(r"([a-z])([A-Z])")  # FacebookTwitterEmail
_MARKS = "".join(map(chr, [*range(0x0610, 0x061B), 0x0640, *range(0x064B, 0x0660), 0x0670, *range(0x06D6, 0x06EE)]))
_SPELLING = str.maketrans("أإآٱىیکة", "ااااييكه", _MARKS)
_MATCHES = frozenset({"alone", "label", "opens", "within", "credit", "bracket"})
_CUTS = frozenset({"line", "value", "links", "rest"})
_NEEDS = frozenset({None, "number", "label"})
_PLACES = frozenset({"anywhere", "head", "tail", "edges"})


@dataclass(frozen=True, slots=True)
class Furniture:
    """One kind of furniture; the head of the knowledge file says what each field does."""

    id: str
    forms: tuple[tuple[str, ...], ...]  # each spelled by `words_of`
    match: str
    cuts: str
    where: str
    most: int  # words in a line that it may be found in
    needs: str | None  # None: its forms speak for themselves
    sentences: bool
    unless: frozenset[str]
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]


def words_of(line: str) -> tuple[str, ...]:
    """The words of a line without hamza seats, vowel marks and case; a number is `NUMBER`."""
    spelled = _GLUED.sub(r"\1 \2", line).translate(_SPELLING).lower()
    return tuple([NUMBER if word[0].isdigit() else word for word in _WORDS.findall(spelled)])


@cache
def furniture() -> tuple[Furniture, ...]:
    """All kinds, in the file's order."""
    return tuple(_read(entry) for entry in entries(FILE))


def _read(entry: Mapping[str, Any]) -> Furniture:
    kind = Furniture(
        id=entry["id"],
        forms=tuple(dict.fromkeys(words_of(form) for form in entry["forms"])),
        match=entry["match"],
        cuts=entry["cuts"],
        where=entry.get("where", "anywhere"),
        most=entry.get("most", 12),
        needs=entry.get("needs"),
        sentences=entry.get("sentences", False),
        unless=frozenset(word for form in entry.get("unless", ()) for word in words_of(form)),
        examples=tuple(entry["examples"]),
        counterexamples=tuple(entry["counterexamples"]),
    )
    known = kind.match in _MATCHES and kind.cuts in _CUTS and kind.where in _PLACES and kind.needs in _NEEDS
    if not known or () in kind.forms:
        raise BadKnowledge(
            FILE, kind.id, "a field holds a value that nothing reads.", "The head of the file lists them."
        )
    return kind
