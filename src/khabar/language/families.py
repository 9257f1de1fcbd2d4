"""Words that are one word to whoever searches: a noun and its plurals, a verb and the noun of its act."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from khabar.knowledge.derived import derived
from khabar.knowledge.files import Entry, entries, files_in
from khabar.knowledge.word_families import family_entries
from khabar.language.clitics import splits
from khabar.language.conjugation import Form, Inflection, Number, Tense, conjugate, decline
from khabar.language.lexemes import Lexeme, lexeme_from
from khabar.language.normalise import fold, key

HERE = Path(__file__).parent  # its code makes the forms
_Places = dict[str, tuple[int, ...]]  # where a folded word leads to: places in `_sources()`
_NOUN, _PLURAL = Inflection(Tense.NOUN), Inflection(Tense.NOUN, number=Number.PLURAL)


@dataclass(frozen=True, slots=True)
class Family:
    """One entry of a lexicon, as words to search for."""

    lexeme: Lexeme
    apart: bool = False  # whether it is never one with a verb of the same letters

    def forms(self) -> Iterator[Form]:
        """Its nouns declined and its verb conjugated."""
        for noun in self.lexeme.nouns:
            if self._is_sound_plural(noun):
                yield noun, _PLURAL
            else:
                yield noun, _NOUN
                yield from decline(noun)
        if self.lexeme.verb:
            yield from conjugate(self.lexeme.verb)

    def _is_sound_plural(self, noun: str) -> bool:
        stem = noun.removesuffix("ون")
        return stem != noun and not {stem, stem + "ي", stem + "ى"}.isdisjoint(self.lexeme.nouns)

    def listed(self) -> Iterator[str]:
        """The words by which it is looked up: nouns, the verb's lemma and its masdars."""
        for noun in self.lexeme.nouns:
            yield noun
            if self._is_sound_plural(noun):
                yield noun.removesuffix("ون") + "ين"
        if self.lexeme.verb:
            yield self.lexeme.verb.lemma
            yield from (form for form, about in conjugate(self.lexeme.verb) if _names_the_act(about))


def families_of(word: str) -> tuple[Family, ...]:
    """The families that a folded word belongs to; by a listed word rather than by the form of a verb."""
    read = tuple(dict.fromkeys((word, *(key(split.rest) for split in splits(fold(word))))))
    for table in (_listed, _forms):
        for rest in read:
            if found := table().get(rest):
                return _joined(found)
    return ()


def is_listed(word: str) -> bool:
    """Whether a folded word, as it stands, is a listed word."""
    return word in _listed()


def families() -> Iterator[Family]:
    """Every family: those listed as such, then the verbs and nouns of the lexicons of speech and events."""
    return map(_family, _sources())


@cache
def _sources() -> tuple[Entry, ...]:
    files = ("ar/speech_cues.yaml", *(file for file in files_in("ar") if file.startswith("ar/events_")))
    others = (entry for file in files for entry in entries(file) if entry.get("root") or entry.get("nouns"))
    return (*({**entry, "nouns": entry["words"]} for entry in family_entries()), *others)


def _family(entry: Entry) -> Family:
    return Family(lexeme_from(entry), entry.get("apart", False))


def _names_the_act(about: Inflection) -> bool:
    return about.tense is Tense.MASDAR and not about.accusative


def _joined(places: tuple[int, ...]) -> tuple[Family, ...]:
    found = [_family(_sources()[at]) for at in places]
    if any(family.apart for family in found):
        found = [family for family, at in zip(found, places, strict=True) if at < len(family_entries())]
    return tuple(found)


@cache
def _listed() -> _Places:
    return derived("families-listed", (HERE, HERE.parent / "knowledge"), lambda: _places_of(Family.listed))


@cache
def _forms() -> _Places:
    return derived("families-forms", (HERE, HERE.parent / "knowledge"), lambda: _places_of(_unlisted_forms))


def _unlisted_forms(family: Family) -> Iterator[str]:
    return (form for form, _ in family.forms() if key(form) not in _listed())


def _places_of(words: Callable[[Family], Iterable[str]]) -> _Places:
    places: dict[str, dict[int, None]] = {}
    for at, family in enumerate(families()):
        for word in words(family):
            places.setdefault(key(word), {})[at] = None
    return {word: tuple(found) for word, found in places.items()}
