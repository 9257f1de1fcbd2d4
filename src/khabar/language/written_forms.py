"""A word as it may stand in a text: with what is attached in front and behind, in the folding of `normalise.key`."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from khabar.language.conjugation import Inflection, Number, Tense
from khabar.language.normalise import key

_CONJUNCTIONS = ("", "و", "ف")
_PREPOSITIONS = ("", "ب", "ك", "ل")
_BEFORE_PRESENT = ("س", "ل")
_ARTICLE = "ال"
_PRONOUNS = ("ه", "ها", "هم", "هما", "هن", "ك", "كم", "نا", "ي")
_OBJECTS = ("ه", "ها", "هم", "هما", "هن", "ك", "كم", "نا", "ني")
_SEVERAL = (Number.DUAL, Number.PLURAL)
_FULL_ENDINGS = ("ان", "ين", "ون")  # they lose their last letter before a noun or a pronoun


@dataclass(slots=True)
class Written:
    """What may follow each front in writing, with a weight for each: how near it is to the word asked for."""

    bare: dict[str, float] = field(default_factory=dict)  # nouns without a pronoun: after the article too
    owned: dict[str, float] = field(default_factory=dict)  # nouns with a pronoun
    verbal: dict[str, float] = field(default_factory=dict)  # finite verbs, with their object or without
    own: set[str] = field(default_factory=set)  # words that are the word asked for, whatever else they may be
    never: set[str] = field(default_factory=set)  # as they stand in a text: another word

    def add_noun(self, form: str, weight: float, *, several: bool = False) -> None:
        """A noun in one of its forms, with all that may be attached behind it; `several`: a dual, or a plural in ون."""
        for bare in _endings(form) if several else (form,):
            _keep(self.bare, key(bare), weight)
        for stem in _construct(form) if several else _before_pronoun(form):
            for pronoun in _PRONOUNS[1:] if several and stem.endswith("ي") else _PRONOUNS:  # مسؤولية, not مسؤوليه
                _keep(self.owned, key(stem + pronoun), weight)

    def add_name(self, word: str, weight: float) -> None:
        """A word to which nothing is attached behind."""
        self.own.add(word)
        _keep(self.bare, word, weight)

    def add_verb(self, form: str, weight: float) -> None:
        """A finite form."""
        self.own.add(key(form))
        _keep(self.verbal, key(form), weight)
        stem = form[:-1] if form.endswith("وا") else form[:-1] + "ا" if form.endswith("ى") else form
        for pronoun in _OBJECTS:
            _keep(self.verbal, key(stem + pronoun), weight)

    def add(self, form: str, about: Inflection, weight: float) -> None:
        """A form of a lexeme."""
        if about.tense.finite:
            self.add_verb(form, weight)
        elif about.tense is not Tense.PARTICLE:
            self.add_noun(form, weight, several=about.number in _SEVERAL and form.endswith(_FULL_ENDINGS))

    def after(self, front: str) -> tuple[dict[str, float], ...]:
        """What may follow this front."""
        if front.endswith((_ARTICLE, "لل")):
            return (self.bare,)
        nouns = (self.bare, self.owned)
        if front in _CONJUNCTIONS:
            return (*nouns, self.verbal)
        return (self.verbal,) if front.endswith("س") else (*nouns, self.verbal) if front.endswith("ل") else nouns


@cache
def fronts() -> tuple[str, ...]:
    """Everything that is written on to the front of a word; after ل the article loses its first letter."""
    articles = [before + ("ل" if before == "ل" else _ARTICLE) for before in _PREPOSITIONS]
    inner = dict.fromkeys((*_PREPOSITIONS, *articles, *_BEFORE_PRESENT))
    return tuple(conjunction + rest for conjunction in _CONJUNCTIONS for rest in inner)


def without_article(word: str) -> str:
    """A folded word without the article and what stands before it; itself where it has none, or too little is left."""
    for front in ("وال", "فال", "بال", "كال", "ولل", "لل", "ال"):
        rest = word.removeprefix(front)
        if rest != word and len(rest) >= 2:
            return rest
    return word


def _endings(form: str) -> Iterable[str]:
    """A dual or plural in every case, and before the noun that it belongs to: مسؤولون, مسؤولين, مسؤولو, مسؤولي."""
    return (form, *((form[:-2] + "ين",) if form.endswith("ون") else ()), *_construct(form))


def _construct(form: str) -> Iterable[str]:
    return (form[:-1], form[:-2] + "ي")


def _before_pronoun(form: str) -> Iterable[str]:
    """The word as it stands before a pronoun: سفينت from سفينة, شركائ from شركاء."""
    if form.endswith("ة"):
        return (form[:-1] + "ت",)
    if form.endswith("ى"):
        return (form[:-1] + "ا",)
    if form.endswith("اء"):
        return (form, form[:-1] + "ئ", form[:-1] + "ؤ")
    return (form,)


def _keep(into: dict[str, float], form: str, weight: float) -> None:
    if weight > into.get(form, 0.0):
        into[form] = weight
