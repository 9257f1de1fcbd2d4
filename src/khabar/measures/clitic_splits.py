"""Whether what is attached is split off as in a treebank: `python -m khabar.measures.clitic_splits FILE`."""

import argparse
import gzip
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from khabar.extraction.attributions.cues import speech_lexemes
from khabar.extraction.events.lexicon import event_lexemes
from khabar.language.clitics import splits
from khabar.language.normalise import fold

# CoNLL-U, in which a clitic is a word of its own with no blank after it.
_FORM, _CLASS, _MISC, _COLUMNS = 1, 3, 9, 10
_NO_BLANK = "SpaceAfter=No"
_NO_WORDS = frozenset({"PUNCT", "SYM", "X"})
_PARTICLES = frozenset("وفبلكس")
_ARTICLE = "ال"

Taken = tuple[tuple[str, ...], str]  # the particles in front, the article not among them, and the pronoun behind


@dataclass(frozen=True, slots=True)
class Written:
    """A written word, folded, with the words of the treebank that it is made of."""

    form: str
    parts: tuple[str, ...]

    @property
    def taken(self) -> Taken:
        """What the treebank takes off it."""
        last = len(self.parts) - 1
        front = next((at for at, part in enumerate(self.parts) if at == last or part not in _PARTICLES), 0)
        return self.parts[:front], "".join(self.parts[front + 1 :])


@dataclass(slots=True)
class Share:
    """How many of the words were split as in the treebank, and those that were not."""

    words: int = 0
    right: int = 0
    wrong: Counter[str] = field(default_factory=Counter)

    def add(self, word: Written, *, right: bool) -> None:
        """Counts one more word."""
        self.words += 1
        self.right += right
        if not right:
            self.wrong["+".join(word.parts)] += 1


def shares(words: Iterable[Written]) -> dict[str, Share]:
    """Of all words and those with something attached: the right split is offered; of known ones: it comes first."""
    found = {name: Share() for name in ("offered", "offered, attached", "first, cues", "first, event words")}
    lexicons = (("first, cues", speech_lexemes()), ("first, event words", event_lexemes()))
    for word in words:
        offered = word.taken in {_taken(split.proclitics, split.enclitic) for split in splits(word.form)}
        found["offered"].add(word, right=offered)
        if len(word.parts) > 1:
            found["offered, attached"].add(word, right=offered)
        for name, lexemes in lexicons:
            readings = lexemes.at(word.form)
            if readings:
                first = _taken(readings[0].proclitics, readings[0].enclitic)
                found[name].add(word, right=first == word.taken)
    return found


def _taken(proclitics: tuple[str, ...], enclitic: str) -> Taken:
    return tuple(letter for letter in proclitics if letter != _ARTICLE), enclitic


def written_words(lines: Iterable[str]) -> Iterator[Written]:
    """The Arabic words of a treebank as they are written, from one blank or mark to the next."""
    parts: list[str] = []
    for line in lines:
        columns = line.rstrip("\n").split("\t")
        word = fold(columns[_FORM]) if len(columns) == _COLUMNS and columns[0].isdigit() else ""
        belongs = bool(word) and columns[_CLASS] not in _NO_WORDS and word.isalpha() and not word.isascii()
        if belongs:
            parts.append(word)
        if parts and not (belongs and _NO_BLANK in columns[_MISC]):
            yield Written("".join(parts), tuple(parts))
            parts = []
    if parts:
        yield Written("".join(parts), tuple(parts))


def main() -> None:
    """Prints the shares."""
    parser = argparse.ArgumentParser(description="Measure the splitting of attached words against a treebank.")
    parser.add_argument("file", type=Path, help="CoNLL-U, plain or packed with gzip")
    parser.add_argument("--errors", type=int, default=0, help="show so many words that were split otherwise")
    given = parser.parse_args()
    unpack = gzip.open if given.file.suffix == ".gz" else open
    with unpack(given.file, "rt", encoding="utf-8") as lines:
        found = shares(written_words(lines))
    for name, share in found.items():
        print(f"{name:20} {share.right / share.words if share.words else 0:.3f}  {share.words:6} words")
        for word, times in share.wrong.most_common(given.errors):
            print(f"    {times:4} {word}")


if __name__ == "__main__":
    main()
