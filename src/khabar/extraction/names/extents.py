"""How far a name reaches that the learned model sees: less what is no name, more what belongs to it."""

from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise

from khabar.extraction.names.candidates import Candidate
from khabar.extraction.names.classes import folded_class, head_trie, opens_listed, title_trie
from khabar.extraction.names.clues import PERSON, PLACE, IsWord
from khabar.extraction.names.ordinary import is_ordinary
from khabar.extraction.names.words import Words, folded_function_words, is_definite, is_function_word
from khabar.knowledge.name_parts import family_names, given_names, names_also_words
from khabar.values.entity import Kind

_SHORTEST = 3  # letters of a name of one word, which is an Arabic one
_WITHIN = frozenset({"-", "\u2010", "\u2011", "."})  # marks that stand inside names where no blank parts them
_SHORTEST_JOINED = 4  # letters of و and a name
_AFTER_FOREIGN_W = "ايو"  # what follows و in foreign names that begin with it: واتسون, ويليام
_ATTACHED = ("ب", "ل")
_OF_TWO = (("ي", "ت"), ("ان", "ون"))  # how verbs of the present of two or of several begin and end
_SHORTEST_OF_TWO = 5  # letters
_GOVERNED = ("بال", "لل")  # a preposition with an article, which no part of a person's name has
_LONGEST_LETTER = 3  # of the name of a Latin letter: 'إتش' is H
Range = tuple[int, int]


class Extents:
    """How far the names reach that the model sees in a text, between those that lists and rules found."""

    def __init__(self, words: Words, found: Iterable[Candidate], is_word: IsWord) -> None:
        self._words, self._is_word = words, is_word
        self._taken = {at: candidate for candidate in found for at in range(candidate.first, candidate.last)}

    def parts(self, first: int, last: int, label: str) -> Iterator[Range]:
        """The names in a stretch that the model takes for one: several people joined by و, each in its whole reach."""
        begins = [at for at in range(first + 1, last) if label == PERSON and self._one_more(at)]
        for begin, end in pairwise([first, *begins, last]):
            own_first, own_last = self._trimmed(begin, end, label)
            if own_last > own_first:
                yield self._whole_name(own_first, own_last) if label == PERSON else (own_first, own_last)

    def _trimmed(self, first: int, last: int, label: str) -> Range:
        """The name less ordinary words at either end, up to what ends it; nothing where a word is taken."""
        words = self._words
        while first < last and not words.is_word(first):
            first += 1
        end = first
        while end < last and self._goes_on(end, first, label):
            end += 1
        while end > first and not words.is_word(end - 1):
            end -= 1
        first, end = self._without_ordinary(self._untitled(first, end) if label == PERSON else first, end, label)
        alone = end - first == 1 and (len(words.form(first)) < _SHORTEST or words.form(first).isascii())
        free = not alone and not self._is_numbered(end) and self._is_free(first, end, label)
        return (first, end) if free else (first, first)

    def _untitled(self, first: int, last: int) -> int:
        """Where a person's name begins after a title that the model takes for a part of it: 'الميجور جنرال'."""
        hit = title_trie().at(self._words.keys, first)
        named = self._words.keys[first] in given_names()
        return min(hit.last, last) if hit and not named and is_definite(self._words.form(first)) else first

    def _goes_on(self, at: int, first: int, label: str) -> bool:
        """Whether a name that began before may hold this word: after a blank, or a mark within a word, 'بي.بي.سي'."""
        words = self._words
        if not words.is_word(at):
            return words.form(at) in _WITHIN and self._unspaced(at)
        parted = not words.touches(at) and words.form(at - 1) not in _WITHIN
        return at == first or not (parted or self._ends_name(at, label))

    def _ends_name(self, at: int, label: str) -> bool:
        """Whether a preposition ends a person's name here, or أن any; in 'إس إن سي إف' it is only a letter's name."""
        form, after = self._words.form(at), self._words.form(at + 1)
        if label == PERSON:
            return form in folded_function_words("preposition") or form.startswith(_GOVERNED)
        return (
            form in folded_function_words("conjunction", "relative", "whoever", "of_whoever")
            and len(after) > _LONGEST_LETTER
        )

    def _one_more(self, at: int) -> bool:
        """Whether an attached و opens another person's name here: 'أوزيل [وغندوغان]'."""
        word = self._words.keys[at]
        if not word.startswith("و") or len(word) < _SHORTEST_JOINED or _is_name_part(word):
            return False
        return _is_name_part(word[1:]) or word[1] not in _AFTER_FOREIGN_W

    def _is_numbered(self, end: int) -> bool:
        """Whether a number follows after a hyphen: 'ميغ-31' is a make, nobody's name."""
        words = self._words
        return words.form(end) in _WITHIN and self._unspaced(end) and words.tokens[end + 1].kind == "number"

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
        """Whether no other word of the name is an ordinary one, or opens another: 'صلاح أمام رونالدو', 'غنت سارة'."""
        words = self._words
        parts = {at for c in inside for at in range(c.first, c.last)}
        links = folded_class("name_link")
        others = [at for at in range(first, last) if at not in parts and words.form(at) not in links]
        if first in others and not _is_name_part(words.keys[first]) and self._begins_sentence(first):
            return False
        return not any(is_no_name(words.form(at)) or opens_listed(words.keys, at) for at in others)

    def _begins_sentence(self, at: int) -> bool:
        """Whether a sentence begins here, where a word that no list has is sooner a verb."""
        return self._words.analysed.sentence_at(at)[0] == at

    def _without_ordinary(self, first: int, last: int, label: str) -> Range:
        """The name less ordinary words before it, and for a person's those after it: 'بوتين' of 'حرب بوتين'."""
        words = self._words
        opened = label != PERSON and last - first > 1 and head_trie().at(words.keys, first) is not None
        while first < last and not opened and is_no_name(words.form(first)) and not self._opens_name(first, last):
            first += 1
        if last - first > 1 and label == PERSON and _is_done_by_several(words.form(last - 1)):
            last -= 1
        while last > first and (is_no_name(words.form(last - 1)) or self._is_told_by(last - 1, label)):
            if last - first > 1 and (label != PERSON or is_definite(words.form(last - 1))):
                break  # 'هيئة سوق المال', 'منيب المصري'
            last -= 1
        return first, last

    def _is_told_by(self, at: int, label: str) -> bool:
        """Whether a preposition with a word of our lexicons ends what was taken for a person: 'كيم [بإرسال]'."""
        form = self._words.form(at)
        told = label == PERSON and form.startswith(_ATTACHED) and self._is_word(form)
        return told and not _is_name_part(self._words.keys[at])

    def _opens_name(self, at: int, last: int) -> bool:
        """Whether an ordinary word is a given name or a link too, and more of the name follows: 'صديق مكاوي'."""
        words = self._words
        form, word = words.form(at), words.keys[at]
        links = folded_class("opens_name") if is_function_word(form) else folded_class("name_link")
        name = form in links or (word in given_names() and not is_function_word(form))
        return name and at + 1 < last and not is_no_name(words.form(at + 1))

    def _whole_name(self, first: int, last: int) -> Range:
        """A person's name with the given name before it, the unknown word after one, the part after a hyphen."""
        words = self._words
        while self._open(first - 1) and words.touches(first) and words.keys[first - 1] in given_names():
            first -= 1
        if last - first == 1 and words.keys[first] in given_names() and self._open(last) and words.touches(last):
            last += self._unknown(last)
        while words.form(last) in _WITHIN and self._free_word(last + 1) and self._unspaced(last):
            last += 2
        return first, last

    def _open(self, at: int) -> bool:
        return self._free_word(at) and not is_no_name(self._words.form(at))

    def _free_word(self, at: int) -> bool:
        return self._words.is_word(at) and at not in self._taken

    def _unknown(self, at: int) -> bool:
        """Whether no lexicon of ours has a word, and so it may be a family name."""
        form = self._words.form(at)
        if self._words.keys[at] in family_names() and self._words.keys[at] not in names_also_words():
            return True  # 'بيتر [وارد]'
        listed = self._is_word(form) or opens_listed(self._words.keys, at)
        return not listed and not is_definite(form) and not form.startswith("و") and not form.endswith("ة")

    def _unspaced(self, mark: int) -> bool:
        """Whether a mark stands between two words, or a word and a number, and no blank beside it."""
        tokens = self._words.tokens
        if not 0 < mark < len(tokens) - 1:
            return False
        return tokens[mark - 1].end == tokens[mark].start and tokens[mark].end == tokens[mark + 1].start


def _is_name_part(word: str) -> bool:
    return word in given_names() or word in family_names()


def _is_done_by_several(form: str) -> bool:
    """Whether a word is written as a verb of two or of several: 'بوتين وكيم [يوقعان] اتفاقية'."""
    return len(form) > _SHORTEST_OF_TWO and form.startswith(_OF_TWO[0]) and form.endswith(_OF_TWO[1])


def is_no_name(form: str) -> bool:
    """Whether a word is an ordinary one, of a closed class, or of time."""
    return len(form) == 1 or is_ordinary(form) or is_function_word(form) or form in folded_class("time_word")
