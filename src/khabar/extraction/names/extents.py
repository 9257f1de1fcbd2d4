"""How far a name reaches that the learned model sees: less what is no name, more what belongs to it."""

from collections.abc import Collection, Iterable

from khabar.extraction.names.candidates import Candidate
from khabar.extraction.names.classes import folded_class, head_trie, opens_listed
from khabar.extraction.names.clues import PERSON, PLACE, IsWord
from khabar.extraction.names.ordinary import is_ordinary
from khabar.extraction.names.words import Words, is_definite, is_function_word
from khabar.knowledge.name_parts import given_names
from khabar.values.entity import Kind

_SHORTEST = 3  # letters of a name of one word
_HYPHENS = frozenset({"-", "\u2010", "\u2011"})
Range = tuple[int, int]


class Extents:
    """How far the names reach that the model sees in a text, between those that lists and rules found."""

    def __init__(self, words: Words, found: Iterable[Candidate], is_word: IsWord) -> None:
        self._words, self._is_word = words, is_word
        self._taken = {at: candidate for candidate in found for at in range(candidate.first, candidate.last)}

    def trimmed(self, first: int, last: int, label: str) -> Range:
        """The name less ordinary words at either end, up to the first mark; nothing where a word is taken."""
        words = self._words
        while first < last and not words.is_word(first):
            first += 1
        end = first
        while end < last and (words.is_word(end) and (end == first or words.touches(end))):
            end += 1
        first, end = self._without_ordinary(first, end, label)
        alone = end - first == 1 and len(words.form(first)) < _SHORTEST
        return (first, first) if alone or not self._is_free(first, end, label) else (first, end)

    def _is_free(self, first: int, last: int, label: str) -> bool:
        """Whether no word is taken, or only by parts of this name."""
        inside = {c for at in range(first, last) if (c := self._taken.get(at))}
        if any(c.first < first or c.last > last or last - first == c.last - c.first for c in inside):
            return False
        return not inside or (all(self._is_part(c, label) for c in inside) and self._is_all_names(first, last, inside))

    def _is_part(self, found: Candidate, label: str) -> bool:
        """Whether what was found may be less than the name: 'عبد الحق حمد' of 'عبد الحق حمد الله', a club's town."""
        if found.kind is Kind.PERSON:
            return label == PERSON and not found.known
        return label != PLACE and found.kind is Kind.PLACE and bool(found.known)

    def _is_all_names(self, first: int, last: int, inside: Collection[Candidate]) -> bool:
        """Whether no other word of the name is an ordinary one, or the head of another: 'صلاح أمام رونالدو'."""
        words = self._words
        parts = {at for c in inside for at in range(c.first, c.last)}
        others = [
            at for at in range(first, last) if at not in parts and words.form(at) not in folded_class("name_link")
        ]
        return not any(is_no_name(words.form(at)) or opens_listed(words.keys, at) for at in others)

    def _without_ordinary(self, first: int, last: int, label: str) -> Range:
        """The name less ordinary words before it, and for a person's those after it: 'بوتين' of 'حرب بوتين'."""
        words = self._words
        opened = label != PERSON and last - first > 1 and head_trie().at(words.keys, first) is not None
        while first < last and not opened and is_no_name(words.form(first)) and not self._opens_name(first, last):
            first += 1
        while last > first and is_no_name(words.form(last - 1)):
            if last - first > 1 and (label != PERSON or is_definite(words.form(last - 1))):
                break  # 'هيئة سوق المال', 'منيب المصري'
            last -= 1
        return first, last

    def _opens_name(self, at: int, last: int) -> bool:
        """Whether an ordinary word is a given name or a link too, and more of the name follows: 'صديق مكاوي'."""
        words = self._words
        name = words.keys[at] in given_names() or words.form(at) in folded_class("name_link")
        return name and at + 1 < last and not is_no_name(words.form(at + 1))

    def whole_name(self, first: int, last: int) -> Range:
        """A person's name with the given name before it, the unknown word after one, the part after a hyphen."""
        words = self._words
        while self._open(first - 1) and words.touches(first) and words.keys[first - 1] in given_names():
            first -= 1
        if last - first == 1 and words.keys[first] in given_names() and self._open(last) and words.touches(last):
            last += self._unknown(last)
        while words.form(last) in _HYPHENS and self._open(last + 1) and self._unspaced(last):
            last += 2
        return first, last

    def _open(self, at: int) -> bool:
        return self._words.is_word(at) and at not in self._taken and not is_no_name(self._words.form(at))

    def _unknown(self, at: int) -> bool:
        """Whether no lexicon of ours has a word, and so it may be a family name."""
        form = self._words.form(at)
        listed = self._is_word(form) or opens_listed(self._words.keys, at)
        return not listed and not is_definite(form) and not form.startswith("و") and not form.endswith("ة")

    def _unspaced(self, hyphen: int) -> bool:
        before, mark, after = self._words.tokens[hyphen - 1 : hyphen + 2]
        return before.end == mark.start and mark.end == after.start


def is_no_name(form: str) -> bool:
    """Whether a word is an ordinary one, of a closed class, or of time."""
    return is_ordinary(form) or is_function_word(form) or form in folded_class("time_word")
