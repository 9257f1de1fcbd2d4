"""What people type to search, taken apart: words, phrases, alternatives, exclusions, beginnings of words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from khabar.errors import OnlyExclusions
from khabar.language.normalise import key
from khabar.language.tokens import SIGNS_IN_WORDS

WORD = re.compile(r"[^\W_]+")  # folded
WRITTEN = re.compile(rf"[^\W_](?:[^\W_]|[{SIGNS_IN_WORDS}])*")  # as it stands in a text, with its marks
_PIECE = re.compile(r'(?P<bar>\|)|(?P<minus>-?)(?:["«“](?P<phrase>[^"«»“”]*)["»”]|(?P<chunk>[^\s"«»“”|]+))')
_OR = "او"  # folded
_SHORTEST_BEGINNING = 2  # letters before `*`: below, nearly every word begins so


@dataclass(frozen=True, slots=True)
class Term:
    """One thing asked for."""

    words: tuple[str, ...]  # folded; several: a phrase
    typed: str
    begins: bool = False  # whether any word that begins so will do

    @property
    def is_word(self) -> bool:
        """Whether it is a single word, to be found in all its forms."""
        return len(self.words) == 1 and not self.begins


@dataclass(frozen=True, slots=True)
class Asked:
    """A whole question: of each group one must be there, and nothing of what is unwanted."""

    wanted: tuple[tuple[Term, ...], ...] = ()
    unwanted: tuple[Term, ...] = ()


def asked_in(text: str) -> Asked:
    """The question in these words; what is no question is asked for word by word.

    Raises OnlyExclusions where it says nothing but what must not be there.
    """
    groups: list[list[Term]] = []
    unwanted: list[Term] = []
    joining = False
    for piece in _pieces(text):
        if piece is None:
            joining = bool(groups)
        elif piece[1]:
            unwanted.append(piece[0])
        elif joining:
            groups[-1].append(piece[0])
            joining = False
        else:
            groups.append([piece[0]])
    if unwanted and not groups:
        raise OnlyExclusions(text.strip())
    return Asked(tuple(map(tuple, groups)), tuple(unwanted))


def _pieces(text: str) -> Iterator[tuple[Term, bool] | None]:
    """Each term with whether it is unwanted; None stands for `or`."""
    for found in _PIECE.finditer(text):
        unwanted = bool(found["minus"])
        if found["bar"] or (key(found["chunk"] or "") == _OR and not unwanted):
            yield None
        elif found["phrase"] is not None:
            words = tuple(WORD.findall(key(found["phrase"])))
            if words:
                yield Term(words, found["phrase"].strip()), unwanted
        else:
            for term in _terms(found["chunk"]):
                yield term, unwanted


def _terms(chunk: str) -> Iterator[Term]:
    words = WRITTEN.findall(chunk)
    for at, typed in enumerate(words):
        begins = at == len(words) - 1 and chunk.endswith("*") and len(key(typed)) >= _SHORTEST_BEGINNING
        folded = tuple(WORD.findall(key(typed)))
        if folded:
            yield Term(folded, typed, begins and len(folded) == 1)
