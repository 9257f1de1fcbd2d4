"""The words that introduce names: titles, heads of organisations' and places' names, heads of unnamed sources."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from khabar.knowledge.files import Entry, entries
from khabar.values.grammar import Number

_ARTICLE = "ال"  # the definite article, written as part of the word


class Gender(StrEnum):
    """Grammatical gender."""

    MASCULINE = "masculine"
    FEMININE = "feminine"


class State(StrEnum):
    """Whether a form is definite by itself."""

    INDEFINITE = "indefinite"  # or before a genitive: رئيس alone, and رئيس of a country
    DEFINITE = "definite"
    CONSTRUCT = "construct"  # only before a genitive: a dual or plural without its final noon


class TitleKind(StrEnum):
    """What a title says of its bearer."""

    OFFICE = "office"
    HONORIFIC = "honorific"
    RANK = "rank"
    PROFESSION = "profession"
    KIN = "kin"


class HeadKind(StrEnum):
    """What the name that a head opens is a name of."""

    ORGANISATION = "organisation"
    MEDIA = "media"
    COUNTRY = "country"  # a government or the authorities stand for the country
    PLACE = "place"


class GroupRole(StrEnum):
    """The part that a word plays in naming an unnamed source."""

    HEAD = "head"
    QUANTIFIER = "quantifier"  # before the head
    MODIFIER = "modifier"  # after the head


class WordForm(NamedTuple):
    """One written form of a word of these lists, of one word or several."""

    text: str
    number: Number
    gender: Gender | None  # None: a plural whose gender its form does not show
    state: State


@dataclass(frozen=True, slots=True)
class Title:
    """A word of office, rank, honour, profession or kin."""

    id: str
    lemma: str
    en: str
    kind: TitleKind
    forms: tuple[WordForm, ...]
    takes: tuple[str, ...]  # country, organisation, place, portfolio, adjective, office, name
    alone: bool  # its definite form can stand for a person in a later mention
    ambiguous: tuple[str, ...]  # forms, without article, that are oftener another word
    posts: tuple[str, ...] = ()  # posts of persons that it names; empty: those whose offices begin with its words


@dataclass(frozen=True, slots=True)
class NameHead:
    """A noun that opens the name of an organisation, a medium, a government or a place."""

    id: str
    lemma: str
    en: str
    kind: HeadKind
    gender: Gender
    forms: tuple[WordForm, ...]
    takes: tuple[str, ...]  # name, adjective, country, place, portfolio, noun
    alone: bool  # its definite form can stand for one in a later mention
    ambiguous: tuple[str, ...]  # forms, without added article, that are often an ordinary word


@dataclass(frozen=True, slots=True)
class GroupHead:
    """A word in the naming of an unnamed source: its head, what counts it, or what describes it."""

    id: str
    lemma: str
    en: str
    role: GroupRole
    forms: tuple[WordForm, ...]
    alone: bool  # without a modifier it can be a source
    ambiguous: tuple[str, ...]  # forms that are often an ordinary word


@cache
def titles() -> tuple[Title, ...]:
    """Titles that stand before or after a person's name."""
    return tuple(
        Title(
            entry["id"],
            entry["lemma"],
            entry["en"],
            TitleKind(entry["kind"]),
            tuple(_forms(entry)),
            tuple(entry["takes"]),
            entry["alone"],
            tuple(entry.get("ambiguous", ())),
            tuple(entry.get("posts", ())),
        )
        for entry in entries("ar/titles.yaml")
    )


@cache
def organisation_heads() -> tuple[NameHead, ...]:
    """Nouns that open the name of an organisation, a medium or a country's government."""
    return tuple(head for head in _name_heads() if head.kind is not HeadKind.PLACE)


@cache
def place_heads() -> tuple[NameHead, ...]:
    """Nouns that open the name of a place."""
    return tuple(head for head in _name_heads() if head.kind is HeadKind.PLACE)


@cache
def portfolios() -> tuple[str, ...]:
    """What ministries and ministers are named after, such as foreign affairs; with their article."""
    return tuple(tail for entry in entries("ar/organisation_heads.yaml") for tail in entry.get("portfolios", ()))


@cache
def group_heads() -> tuple[GroupHead, ...]:
    """Heads, quantifiers and modifiers of unnamed sources."""
    return tuple(
        GroupHead(
            entry["id"],
            entry["lemma"],
            entry["en"],
            GroupRole(entry["role"]),
            tuple(_forms(entry)),
            entry["alone"],
            tuple(entry.get("ambiguous", ())),
        )
        for entry in entries("ar/group_heads.yaml")
    )


@cache
def _name_heads() -> tuple[NameHead, ...]:
    return tuple(
        NameHead(
            entry["id"],
            entry["lemma"],
            entry["en"],
            HeadKind(entry["kind"]),
            Gender(entry["gender"]),
            tuple(_forms(entry)),
            tuple(entry["takes"]),
            entry["alone"],
            tuple(entry.get("ambiguous", ())),
        )
        for entry in entries("ar/organisation_heads.yaml")
    )


# The fields that hold forms, with what the field alone tells of them.
_FIELDS = (
    ("masculine", Number.SINGULAR, Gender.MASCULINE),
    ("accusative", Number.SINGULAR, Gender.MASCULINE),
    ("feminine", Number.SINGULAR, Gender.FEMININE),
    ("singular", Number.SINGULAR, None),
    ("dual", Number.DUAL, None),
    ("plural", Number.PLURAL, None),
)


def _forms(entry: Entry) -> Iterator[WordForm]:
    """Each form as it is written, and with the article where it can take it."""
    for field, number, gender in _FIELDS:
        written = entry.get(field, ())
        for text in written:
            shown = gender or _gender_shown(text, number, entry)
            state = _state(text, written)
            yield WordForm(text, number, shown, state)
            if state is State.INDEFINITE and field != "accusative" and " " not in text:
                yield WordForm(_ARTICLE + text, number, shown, State.DEFINITE)


def _state(text: str, written: tuple[str, ...]) -> State:
    if any(word.startswith(_ARTICLE) and len(word) > 4 for word in text.split()):
        return State.DEFINITE
    whole = f"{text}ن"
    return State.CONSTRUCT if whole in written else State.INDEFINITE


def _gender_shown(text: str, number: Number, entry: Entry) -> Gender | None:
    if "gender" in entry:
        return Gender(entry["gender"])
    if number is Number.DUAL:
        return Gender.FEMININE if text.split()[0].rstrip("اين").endswith("ت") else Gender.MASCULINE
    return Gender.FEMININE if text.endswith("ات") else None
