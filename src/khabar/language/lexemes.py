"""Entries of a lexicon (verbs with all their forms, nouns, particles, phrases) and finding them in words."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import compress, count
from pathlib import Path
from typing import Any, NamedTuple

from khabar.knowledge.derived import derived
from khabar.knowledge.files import entries
from khabar.language.clitics import Split, splits
from khabar.language.conjugation import Inflection, Tense, Verb, Voice, conjugate, decline
from khabar.language.normalise import fold
from khabar.language.remembered import remembered

HERE = Path(__file__).parent  # its code makes the forms
EntryId = str
_VERB_MARK = "~"  # in a phrase: any form of the entry's verb
_GAPS = {"...": 6, "......": 9}  # in a phrase: up to so many other words
_BOUND = ("ب", "ل", "ك")  # at the end of a phrase: attached to the word that follows
_BEFORE_A_PHRASE = ((), ("و",), ("ف",))
_FIRST_PERSON = ("ني", "نا")
_SECOND_PERSON = ("ك", "كم")
_PARTICLE = Inflection(Tense.PARTICLE)


@dataclass(frozen=True, slots=True)
class Lexeme:
    """What is to be found for one entry."""

    id: EntryId
    verb: Verb | None = None  # None: no verb
    nouns: tuple[str, ...] = ()  # declined
    particles: tuple[str, ...] = ()  # as they stand
    phrases: tuple[
        str, ...
    ] = ()  # words; `~`: any form of the verb; `...`: other words; a final ب ل ك is attached to the next word
    never: tuple[str, ...] = ()  # words that look like one of its forms and in the news are something else
    alone: bool = True  # whether the verb's forms are to be found outside the phrases too


class Analysis(NamedTuple):
    """One reading of a word as a form of an entry."""

    entry: EntryId
    inflection: Inflection
    proclitics: tuple[str, ...] = ()
    enclitic: str = ""


class PhraseMatch(NamedTuple):
    """A phrase of several words, found at a word."""

    entry: EntryId
    length: int  # in words; the word that `attached` is attached to is not counted
    inflection: Inflection  # of its verb; a particle's where it has none
    proclitics: tuple[str, ...] = ()  # و or ف before its first word
    enclitic: str = ""  # after its last word: على حد قوله
    attached: str = ""  # ب, ل or ك with which the next word begins
    gap: tuple[int, int] = (0, 0)  # half-open, from its first word: words that stand inside, such as the subject


class _Phrase(NamedTuple):
    entry: EntryId
    first: Inflection
    rest: tuple[tuple[int, frozenset[str]], ...]  # how many other words may stand before it, and its forms
    attached: str


class Table(NamedTuple):
    """All forms of a lexicon, by their letters."""

    never: frozenset[tuple[EntryId, str]]
    forms: dict[str, tuple[tuple[EntryId, Inflection], ...]]
    phrases: dict[str, tuple[_Phrase, ...]]


class Lexemes:
    """A lexicon, ready to be looked up; words are matched whole, clitics apart."""

    def __init__(self, table: Table) -> None:
        self._never, self._forms, self._phrases = table.never, table.forms, table.phrases
        # every reading of a folded word, the shortest prefix first
        self.at: Callable[[str], tuple[Analysis, ...]] = remembered(self._read)
        self._starts = remembered(self._beginnings)
        self._after = remembered(self._second_words)
        self._opens = remembered(self._may_open)

    def places(self, forms: Iterable[str]) -> Iterator[int]:
        """Which words an entry may begin with: a first look that passes over most of them."""
        return compress(count(), map(self._opens, forms))

    def phrases_at(self, forms: Sequence[str], i: int) -> tuple[PhraseMatch, ...]:
        """Every phrase that begins at a word, the longest first."""
        starts = self._starts(forms[i])
        if not starts:
            return ()
        after = self._after(forms[i])
        if after and after.isdisjoint(_without_pronouns(forms[i + 1] if i + 1 < len(forms) else "")):
            return ()  # a first word is met far oftener than the phrase
        found = [match for split, phrase in starts if (match := _match(split, phrase, forms, i))]
        return tuple(sorted(found, key=_words, reverse=True)) if found else ()

    def _may_open(self, form: str) -> bool:
        return bool(self.at(form) or self._starts(form))

    def _read(self, form: str) -> tuple[Analysis, ...]:
        forms = self._forms
        found = [
            Analysis(entry, about, split.proclitics, split.enclitic)
            for split in splits(form)
            if split.rest in forms
            for entry, about in forms[split.rest]
            if _fits(split, about) and self._never.isdisjoint({(entry, form), (entry, _whole(form, split))})
        ]
        return tuple(dict.fromkeys(found)) if found else ()

    def _beginnings(self, form: str) -> tuple[tuple[Split, _Phrase], ...]:
        phrases = self._phrases
        found = [
            (split, phrase)
            for split in splits(form)
            if split.rest in phrases and split.proclitics in _BEFORE_A_PHRASE and not split.enclitic
            for phrase in phrases[split.rest]
        ]
        return tuple(found)

    def _second_words(self, form: str) -> frozenset[str]:
        """One of which stands right behind the first word of each phrase; empty: of some phrase anything may."""
        rests = [phrase.rest for _, phrase in self._starts(form)]
        if any(not rest or rest[0][0] for rest in rests):
            return frozenset()
        return frozenset[str]().union(*(rest[0][1] for rest in rests))


def table_of(lexemes: Sequence[Lexeme], leave_out: Container[Tense] = ()) -> Table:
    """All forms of these entries, but for the sorts that are left out."""
    never = frozenset((lexeme.id, fold(word)) for lexeme in lexemes for word in lexeme.never)
    forms: dict[str, dict[tuple[EntryId, Inflection], None]] = {}
    phrases: dict[str, dict[_Phrase, None]] = {}
    same: dict[Inflection, Inflection] = {}  # equal ones made one: the table is smaller and loads faster
    readings: dict[tuple[EntryId, Inflection], tuple[EntryId, Inflection]] = {}
    for lexeme in lexemes:
        for form, about in _forms_of(lexeme):
            if about.tense not in leave_out and (lexeme.id, form) not in never:
                reading = (lexeme.id, same.setdefault(about, about))
                forms.setdefault(form, {})[readings.setdefault(reading, reading)] = None
        for form, phrase in _phrases_of(lexeme):
            phrases.setdefault(form, {})[phrase] = None
    return Table(
        never,
        {form: tuple(found) for form, found in forms.items()},
        {form: tuple(sorted(found, key=_length, reverse=True)) for form, found in phrases.items()},
    )


def lexeme_from(entry: Mapping[str, Any]) -> Lexeme:
    """A lexeme from the fields that all lexicon files share."""
    return Lexeme(
        entry["id"],
        _verb_from(entry) if entry.get("root") else None,
        tuple(entry.get("nouns", ())),
        tuple(entry.get("particles", ())),
        tuple(entry.get("phrases", ())),
        tuple(entry.get("never", ())),
        entry.get("alone", True),
    )


def _verb_from(entry: Mapping[str, Any]) -> Verb:
    masdar = entry.get("masdar")
    return Verb(
        entry["lemma"],
        entry["root"],
        entry.get("form", "I"),
        entry.get("past"),
        entry.get("present"),
        None if masdar is None else tuple(masdar),
        entry.get("sound", False),
    )


def _forms_of(lexeme: Lexeme) -> Iterator[tuple[str, Inflection]]:
    if lexeme.verb and lexeme.alone:
        yield from conjugate(lexeme.verb)
    for noun in lexeme.nouns:
        yield from decline(noun)
    for particle in lexeme.particles:
        yield fold(particle), _PARTICLE


def _phrases_of(lexeme: Lexeme) -> Iterator[tuple[str, _Phrase]]:
    verb = conjugate(lexeme.verb) if lexeme.verb else ()
    every = frozenset(form for form, about in verb if about.tense.finite)
    for text in lexeme.phrases:
        first, *words = fold(text).split()
        attached = words.pop() if words and words[-1] in _BOUND else ""
        rest = tuple(
            (_GAPS.get(before, 0), every if word == _VERB_MARK else frozenset((word,)))
            for before, word in zip([first, *words], words, strict=False)
            if word not in _GAPS
        )
        for form, about in verb if first == _VERB_MARK else ((first, _PARTICLE),):
            yield form, _Phrase(lexeme.id, about, rest, attached)


def _words(match: PhraseMatch) -> int:
    return match.length


def _length(phrase: _Phrase) -> tuple[int, int]:
    return len(phrase.rest), len(phrase.attached)


def _match(split: Split, phrase: _Phrase, forms: Sequence[str], start: int) -> PhraseMatch | None:
    at, enclitic, gap = start + 1, "", (0, 0)
    for leap, word in phrase.rest:
        found = _next(word, forms, at, at + leap)
        if found is None:
            return None
        if leap:
            gap = (at - start, found - start)
        at = found + 1
    if phrase.rest and (end := _enclitic(phrase.rest[-1][1], forms[at - 1])) is not None:
        enclitic = end
    if phrase.attached and not (at < len(forms) and forms[at].startswith(phrase.attached)):
        return None
    if phrase.attached and forms[at] == phrase.attached:
        at += 1  # the preposition is written apart: وفقا لـ "الصحيفة"
    return PhraseMatch(phrase.entry, at - start, phrase.first, split.proclitics, enclitic, phrase.attached, gap)


def _next(word: frozenset[str], forms: Sequence[str], at: int, last: int) -> int | None:
    """Where the word stands between two places, no punctuation before it."""
    for place in range(at, min(last + 1, len(forms))):
        if _enclitic(word, forms[place]) is not None:
            return place
        if not forms[place][:1].isalnum():
            return None
    return None


def _enclitic(word: frozenset[str], form: str) -> str | None:
    """The pronoun after the word, empty for none; None: it is another word."""
    if form in word:
        return ""
    return next((enclitic for rest, enclitic in _with_enclitics(form) if rest in word), None)


@remembered
def _without_pronouns(form: str) -> frozenset[str]:
    """What a word may be when no pronoun, or one, is taken for attached to it."""
    return frozenset((form, *(rest for rest, _ in _with_enclitics(form))))


@remembered
def _with_enclitics(form: str) -> tuple[tuple[str, str], ...]:
    """A word less each pronoun that may be attached to it, and nothing before it cut off."""
    return tuple((split.rest, split.enclitic) for split in splits(form) if not split.proclitics)


def _whole(form: str, split: Split) -> str:
    """The word with everything attached but a leading و or ف."""
    return form[1:] if split.proclitics[:1] in (("و",), ("ف",)) else form


def _fits(split: Split, about: Inflection) -> bool:
    """Whether such a form may carry such clitics: the article no verb, س the present alone, ب ك ل no past."""
    if split.enclitic and not _takes_pronoun(split.enclitic, about):
        return False
    if not split.proclitics:
        return True
    last = split.proclitics[-1]
    if about.tense is Tense.PRESENT:
        return last != "ال" and not {"ب", "ك"}.intersection(split.proclitics)
    if about.tense is Tense.PAST:
        return last in ("و", "ف")
    return last != "س"


def _takes_pronoun(enclitic: str, about: Inflection) -> bool:
    """Whether such a form may have such a pronoun; ي is left to names (فهمي, كردي), which it ends far more often."""
    if about.tense is Tense.PARTICLE:
        return True
    if enclitic == "ي":
        return False
    if not about.tense.finite:
        return enclitic != "ني" and not about.accusative
    if about.person == 1 and enclitic in _FIRST_PERSON:
        return False  # أردني is not أرد with a pronoun
    if about.jussive and enclitic in _SECOND_PERSON:
        return False  # يشارك is not يشر with a pronoun
    return about.voice is not Voice.PASSIVE


@cache
def lexemes_in(file: str, *leave_out: Tense) -> Lexemes:
    """The lexicon of one file of the knowledge, such as `ar/speech_cues.yaml`, without forms of the given sorts."""
    name = "-".join([file.rpartition("/")[2].removesuffix(".yaml"), *sorted(leave_out)])
    return lexemes_kept(name, lambda: map(lexeme_from, entries(file)), leave_out)


def lexemes_kept(
    name: str, make: Callable[[], Iterable[Lexeme]], leave_out: Container[Tense] = (), code: Iterable[Path] = ()
) -> Lexemes:
    """A lexicon whose forms are made once and kept under that name; `code`: further folders that they depend on."""
    return Lexemes(derived(name, (HERE, *code), lambda: table_of(tuple(make()), leave_out)))
