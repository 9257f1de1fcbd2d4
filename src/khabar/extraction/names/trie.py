"""Finding known names, word by word, longest first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from khabar.language.clitics import splits
from khabar.language.normalise import key
from khabar.language.tokens import tokens_in

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Hit(Generic[T]):
    """A known name in a text: where it ends, what it names, letters of attached particles before it."""

    last: int
    found: tuple[T, ...]
    cut: int


class NameTrie(Generic[T]):
    """Known names by their words' keys."""

    def __init__(self, names: Iterable[tuple[str, T]]) -> None:
        """`names`: each written form with what it names."""
        self._by_first: dict[str, list[tuple[tuple[str, ...], list[T]]]] = {}
        whole: dict[tuple[str, ...], list[T]] = {}
        for name, named in names:
            words = words_of(name)
            if words:
                bucket = whole.setdefault(words, [])
                if named not in bucket:
                    bucket.append(named)
        for words, bucket in whole.items():
            self._by_first.setdefault(words[0], []).append((words[1:], bucket))
        for tails in self._by_first.values():
            tails.sort(key=lambda tail: (-len(tail[0]), tail[0]))

    def with_pronoun(self, word: str) -> Hit[T] | None:
        """The one-word name that a word with an attached pronoun holds: 'متحدثها', 'مصادره'."""
        for split in splits(word):
            if len(split.enclitic) > 1 or split.enclitic == "ه":
                if "ال" in split.proclitics or split.rest.startswith("ال"):
                    continue
                tails = self._by_first.get(key(split.rest), ())
                found = next((named for rest, named in tails if not rest), None)
                if found:
                    return Hit(1, tuple(found), sum(map(len, split.proclitics)))
        return None

    def at(self, keys: Sequence[str], first: int) -> Hit[T] | None:
        """The longest known name that begins at this word, attached particles of the word left aside."""
        best: Hit[T] | None = None
        for cut, word in name_starts(keys[first]):
            tails = self._by_first.get(word)
            if not tails:
                continue
            for rest, named in tails:
                last = first + 1 + len(rest)
                if tuple(keys[first + 1 : last]) == rest:
                    if best is None or last > best.last:
                        best = Hit(last, tuple(named), cut)
                    break
        return best


def words_of(name: str) -> tuple[str, ...]:
    """The keys of a name's words."""
    return tuple(key(token.form) for token in tokens_in(name) if token.kind != "mark" or token.form in {"+", "-"})


@lru_cache(maxsize=65536)
def name_starts(word: str) -> tuple[tuple[int, str], ...]:
    """(letters cut, rest) for a word that may carry و ف and ب ل ك; `للـ` is read as ل + ال and nothing of it is cut."""
    found = [(0, word)]
    heads = [(0, word)]
    if len(word) > 3 and word[0] in "وف":
        found.append((1, word[1:]))
        heads.append((1, word[1:]))
    for cut, rest in heads:
        if rest.startswith("لل") and len(rest) > 3:
            found.append((cut, "ال" + rest[2:]))
            found.append((cut, rest[1:]))
            found.append((cut + 1, rest[1:]))
        elif len(rest) > 3 and rest[0] in "بلك":
            found.append((cut + 1, rest[1:]))
    return tuple(found)
