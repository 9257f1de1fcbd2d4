"""Finding known names, word by word, longest first."""

from collections.abc import Callable, Iterable, Sequence
from itertools import compress, count
from pathlib import Path
from typing import Generic, NamedTuple, TypeAlias, TypeVar

from khabar.knowledge.derived import derived
from khabar.knowledge.files import HOME
from khabar.language.clitics import splits
from khabar.language.lexemes import HERE as LANGUAGE
from khabar.language.normalise import key, key_of_folded
from khabar.language.remembered import remembered
from khabar.language.tokens import tokens_in

T = TypeVar("T")
Tails: TypeAlias = list[tuple[tuple[str, ...], list[T]]]  # the words after a name's first, with what it names
_PARTICLES = frozenset("وفبلك")
_SHORTEST_CUT = 3  # letters: of a shorter word only the opening of a longer name is left


class Hit(NamedTuple, Generic[T]):
    """A known name in a text: where it ends, what it names, letters of attached particles before it."""

    last: int
    found: tuple[T, ...]
    cut: int


class NameTrie(Generic[T]):
    """Known names by their words' keys."""

    def __init__(self, by_first: dict[str, Tails[T]]) -> None:
        self._by_first = by_first
        self._openings = remembered(self._opened_by)
        self._stands = remembered(self._may_stand)
        # the one-word name that a word with an attached pronoun holds: 'متحدثها', 'مصادره'
        self.with_pronoun: Callable[[str], Hit[T] | None] = remembered(self._in_owned)

    def _opened_by(self, word: str) -> tuple[tuple[int, Tails[T]], ...]:
        """The names that a word may open, by the letters of attached particles before it."""
        by_first = self._by_first
        whole = tuple([(cut, by_first[rest]) for cut, rest in name_starts(word) if rest in by_first])
        if len(word) == _SHORTEST_CUT and word[0] in _PARTICLES:
            return whole + self._after_one_letter(word)
        return whole

    def _after_one_letter(self, word: str) -> tuple[tuple[int, Tails[T]], ...]:
        """The names of several words that two letters open after a particle: 'لبي بي سي', 'وسي إن إن'."""
        tails = self._by_first.get(word[1:], ())
        several = [(rest, named) for rest, named in tails if rest]
        return ((1, several),) if several else ()

    def places(self, keys: Sequence[str]) -> list[int]:
        """Which words a name may begin with: a first look that passes over nearly all of them."""
        return list(compress(count(), map(self._openings, keys)))

    def places_with_pronoun(self, forms: Sequence[str]) -> list[int]:
        """The same, words among them that hold a name with a pronoun attached."""
        return list(compress(count(), map(self._stands, forms)))

    def _may_stand(self, form: str) -> bool:
        return bool(self._openings(key(form))) or self._in_owned(form) is not None

    def begins(self, word: str) -> bool:
        """Whether a name begins with this word as it stands."""
        return word in self._by_first

    def _in_owned(self, word: str) -> Hit[T] | None:
        for owned, cut in _owned(word):
            for rest, named in self._by_first.get(owned, ()):
                if not rest:
                    return Hit(1, tuple(named), cut)
        return None

    def alone(self, word: str) -> Hit[T] | None:
        """The known name of one word that this is, attached particles left aside."""
        return self.at((word,), 0) if self._openings(word) else None

    def at(self, keys: Sequence[str], first: int) -> Hit[T] | None:
        """The longest known name that begins at this word, attached particles of the word left aside."""
        openings = self._openings(keys[first])
        if not openings:
            return None  # as with nearly every word
        best: Hit[T] | None = None
        following = keys[first + 1] if first + 1 < len(keys) else ""
        for cut, tails in openings:
            for rest, named in tails:
                last = first + 1 + len(rest)
                if not rest or (rest[0] == following and tuple(keys[first + 1 : last]) == rest):
                    if best is None or last > best.last:
                        best = Hit(last, tuple(named), cut)
                    break
        return best


def trie_kept(name: str, make: Callable[[], Iterable[tuple[str, T]]]) -> NameTrie[T]:
    """A trie that is made once from the knowledge and kept under that name."""
    by_first: dict[str, Tails[T]] = derived(
        name, (Path(__file__).parent, LANGUAGE, HOME), lambda: _by_first_word(make())
    )
    return NameTrie(by_first)


def _by_first_word(names: Iterable[tuple[str, T]]) -> dict[str, Tails[T]]:
    """Each written form with what it names, the forms of more words first."""
    whole: dict[tuple[str, ...], list[T]] = {}
    for name, named in names:
        words = words_of(name)
        if words:
            bucket = whole.setdefault(words, [])
            if named not in bucket:
                bucket.append(named)
    by_first: dict[str, Tails[T]] = {}
    for words, bucket in whole.items():
        by_first.setdefault(words[0], []).append((words[1:], bucket))
    for tails in by_first.values():
        tails.sort(key=lambda tail: (-len(tail[0]), tail[0]))
    return by_first


def words_of(name: str) -> tuple[str, ...]:
    """The keys of a name's words."""
    return tuple(key(token.form) for token in tokens_in(name) if token.kind != "mark" or token.form in {"+", "-"})


@remembered
def _owned(word: str) -> tuple[tuple[str, int], ...]:
    """The keys of the indefinite nouns to which a pronoun may be attached in a word, each with the letters before."""
    return tuple(
        (key_of_folded(split.rest), sum(map(len, split.proclitics)))
        for split in splits(word)
        if (len(split.enclitic) > 1 or split.enclitic == "ه")
        and {"ال", "س"}.isdisjoint(split.proclitics)  # 'ساخنا' is no 'أخ': verbs alone carry س
        and not split.rest.startswith("ال")
    )


@remembered
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
