"""What is asked for, in the words that the reports have for it; nothing is indexed anew when a lexicon grows."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from khabar.knowledge.function_words import function_words
from khabar.knowledge.name_parts import ordinary_words
from khabar.language.conjugation import Tense
from khabar.language.english.stems import stem as english_stem
from khabar.language.families import Family, families_of, is_listed
from khabar.language.normalise import key
from khabar.language.written_forms import Written, fronts, without_article
from khabar.store.search.asked import Term
from khabar.store.search.vocabulary import Vocabulary

# How near a form is to the word as it was asked for: itself; with something attached; another spelling of the name;
# another number or gender; the verb of the noun or the noun of the verb. Only their order matters much.
_ITSELF, ATTACHED, _SPELLED, _INFLECTED, _RELATED = 1.0, 0.95, 0.9, 0.75, 0.5
_SCANNED = 3  # letters by which the vocabulary is looked through
_MOST = 500  # words that one beginning may stand for
_REGULAR = ("ة", "ات", "ون", "ان", "ين", "ا", "ية", "يون")  # what ends a word that no lexicon lists
_SEVERAL = ("ون", "ان")
_TAKEN_OFF = ("ات", "ون", "ين")
_KEPT = 4  # letters that must be left when an ending is taken off
_FEMININE = "اه"
_TURNED = {"ون": ("",), "ين": ("",), "ات": ("", "ة")}


@dataclass(frozen=True, slots=True)
class Wanted:
    """One thing asked for, with every form of it that the reports have."""

    typed: str
    asked: tuple[str, ...]  # the words asked for, folded
    forms: dict[str, float]  # of its first word, with how near each is to what was asked for
    rest: tuple[str, ...] = ()  # the words that follow the first in a phrase

    def query(self) -> str:
        """The same in the words of the index."""
        return " OR ".join(_quoted(" ".join((form, *self.rest))) for form in self.forms)


def wanted(term: Term, vocabulary: Vocabulary) -> Wanted:
    """The term with all its forms."""
    if term.begins:
        return Wanted(term.typed, term.words, _beginning_so(term.words[0], vocabulary))
    if term.is_word and term.words[0].isascii():
        return Wanted(term.typed, term.words, _english(term.words[0].lower(), vocabulary))
    if term.is_word:
        return Wanted(term.typed, term.words, _attested(_written(term.words[0], vocabulary), term.words[0], vocabulary))
    return phrase(term.words, term.typed, vocabulary)


def as_typed(term: Term, vocabulary: Vocabulary) -> Wanted:
    """The term with what may be attached to it in front, and in no other form: who excludes a word means that word."""
    return wanted(term, vocabulary) if term.begins else phrase(term.words, term.typed, vocabulary)


def phrase(words: tuple[str, ...], typed: str, vocabulary: Vocabulary) -> Wanted:
    """Words that follow one another, the first with anything attached in front."""
    first, *rest = words
    return Wanted(typed, words, _attested(_as_it_stands(first, ATTACHED), first, vocabulary), tuple(rest))


def part_of_name(term: Term, vocabulary: Vocabulary) -> Wanted:
    """A word of a name, in its spellings."""
    word = term.words[0]
    return Wanted(term.typed, term.words, _attested(_name(word, vocabulary), word, vocabulary), term.words[1:])


def name_in_one(word: str, typed: str, vocabulary: Vocabulary) -> Wanted:
    """A name of several words written as one: بيونغيانغ."""
    return Wanted(typed, (word,), _attested(_name(word, vocabulary), word, vocabulary))


def is_empty(word: str) -> bool:
    """Whether a folded word says nothing by itself: a preposition, a pronoun."""
    return word in _empty()


def is_name(word: str, vocabulary: Vocabulary) -> bool:
    """Whether a folded word is taken for part of a name rather than for a word of the language."""
    bare = without_article(word)
    if is_listed(word) or is_listed(bare) or not {word, bare}.isdisjoint(_ordinary()):
        return False
    return vocabulary.is_in_names(word) or vocabulary.is_in_names(bare)


def _written(word: str, vocabulary: Vocabulary) -> Written:
    if is_name(word, vocabulary):
        return _name(word, vocabulary)
    written = _as_it_stands(word, ATTACHED)
    found = families_of(word)
    for family in found:
        _add_family(written, family, word)
    if not found:
        for other in vocabulary.spelled_like(word):
            written.add_name(without_article(other), _SPELLED)
        _add_regular(written, without_article(word))
    return written


def _english(word: str, vocabulary: Vocabulary) -> dict[str, float]:
    """A word in Latin letters or digits, in all forms that share its stem."""
    mine = english_stem(word)
    found = {term: _INFLECTED for term, _ in vocabulary.beginning(mine) if english_stem(term) == mine}
    return {**found, word: _ITSELF}


def _as_it_stands(word: str, weight: float) -> Written:
    written = Written()
    written.add_name(word, weight)
    written.add_name(without_article(word), weight)
    return written


def _name(word: str, vocabulary: Vocabulary) -> Written:
    written = _as_it_stands(word, ATTACHED)
    for other in (*vocabulary.spelled_like(word), *_ending_otherwise(word)):
        written.add_name(other, _SPELLED)
        written.add_name(without_article(other), _SPELLED)
    return written


def _ending_otherwise(word: str) -> tuple[str, ...]:
    """The name of a place in its other ending: أستانا, أستانة (folded)."""
    if len(word) < _KEPT or word[-1] not in _FEMININE:
        return ()
    return tuple(word[:-1] + ending for ending in _FEMININE if ending != word[-1])


def _add_family(written: Written, family: Family, word: str) -> None:
    asked = {word, without_article(word)}
    written.own.update(map(key, family.listed()))
    written.never.update(map(key, family.lexeme.never))
    for form, about in family.forms():
        same = key(form) in asked
        near = ATTACHED if same else _INFLECTED if about.tense is Tense.NOUN else _RELATED
        written.add(form, about, near)


def _add_regular(written: Written, bare: str) -> None:
    """A word that no lexicon lists, in the endings that any noun may have."""
    for stem in _stems(bare):
        written.own.add(key(stem))
        written.add_noun(stem, ATTACHED if key(stem) == bare else _INFLECTED)
        if not stem.endswith("ة"):
            for ending in _REGULAR:
                written.add_noun(stem + ending, _INFLECTED, several=ending in _SEVERAL)


def _stems(bare: str) -> Iterator[str]:
    yield bare
    for ending in _TAKEN_OFF:
        if bare.endswith(ending) and len(bare) - len(ending) >= _KEPT:
            yield from (bare.removesuffix(ending) + turned for turned in _TURNED[ending])
    if bare.endswith("ه") and len(bare) > _KEPT:
        yield bare[:-1] + "ة"
        yield bare[:-1] + "ات"


def _attested(written: Written, asked: str, vocabulary: Vocabulary) -> dict[str, float]:
    found: dict[str, float] = {}
    for front in fronts():
        tables = written.after(front)
        for scanned in sorted({rest[:_SCANNED] for table in tables for rest in table}):
            for term, _ in vocabulary.beginning(front + scanned):
                near = max(table.get(term[len(front) :], 0.0) for table in tables)
                if near and (term == asked or not _is_another_word(term, term[len(front) :], written)):
                    found[term] = max(near if term != asked else _ITSELF, found.get(term, 0.0))
    return found or {asked: _ITSELF}


def _is_another_word(term: str, rest: str, written: Written) -> bool:
    """Whether what looks like the word with something attached is a word of its own.

    وعد is no عد with و before it, شرطة (folded like شرطه) no شرط with a pronoun.
    """
    if term in written.never:
        return True
    longer = (term[at:] for at in range(len(term) - len(rest) + 1))
    return any(_is_closed_or_listed(word) and word not in written.own for word in longer)


@cache
def _is_closed_or_listed(word: str) -> bool:
    return is_empty(word) or is_listed(word)


def _beginning_so(letters: str, vocabulary: Vocabulary) -> dict[str, float]:
    found: dict[str, int] = {}
    for front in fronts():
        found.update((term, number) for term, number in vocabulary.beginning(front + letters))
    most = sorted(found, key=lambda term: (-found[term], term))[:_MOST]
    return dict.fromkeys(most, ATTACHED) or {letters: _ITSELF}


@cache
def _empty() -> frozenset[str]:
    return frozenset(map(key, function_words()))


@cache
def _ordinary() -> frozenset[str]:
    return frozenset(map(key, ordinary_words()))


def _quoted(words: str) -> str:
    return '"' + words.replace('"', '""') + '"'
