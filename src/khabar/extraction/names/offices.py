"""Whether somebody is known to have held the office that a title phrase tells."""

from collections.abc import Iterable
from datetime import date
from functools import cache

from khabar.extraction.names.classes import folded_class
from khabar.extraction.names.registry import Thing
from khabar.extraction.names.titles import TitlePhrase
from khabar.extraction.names.words import Words
from khabar.knowledge.actors import Office, organisation_by_id, person_by_id, persons
from khabar.knowledge.geography import country_by_id
from khabar.knowledge.name_grammar import name_grammar
from khabar.language.normalise import fold

_ARTICLES = ("لل", "وال", "ال")
_SHORTEST = 2  # letters that are left of a word without its article


def has_held(words: Words, person: Thing, phrase: TitlePhrase, day: date | None) -> bool:
    """Whether an office of these words is known of the person, of that country where one is told.

    `day` is the report's: nobody has an office before taking it, and the country's name left out means who has it now.
    """
    return any(_by_then(office, phrase, day) for office in _offices(words, person, phrase))


def has_now(words: Words, person: Thing, phrase: TitlePhrase, day: date) -> bool:
    """The same, at that day itself."""
    return any(office.covers(day) for office in _offices(words, person, phrase))


def posts_of(person: Thing, day: date | None) -> frozenset[str]:
    """The posts that we know somebody to have at that day, of None at any, and the titles that the report gives him."""
    known = person_by_id(person.known or "")
    held = {o.post for o in (known.offices if known else ()) if day is None or o.covers(day)}
    return frozenset(held | {title for title, _ in person.titles})


def held_by_another(words: Words, person: Thing, phrase: TitlePhrase, day: date) -> bool:
    """Whether somebody else is known to hold the office at that day, and a known person never to have held it.

    'عين [الرئيس الروسي] أندريه بيلوسوف': the title is no office of who is named behind it.
    """
    if person.known is None or phrase.country is None or phrase.title.id not in name_grammar("one_holder"):
        return False
    if phrase.former or has_held(words, person, phrase, day):
        return False
    return any(_is(office, words, phrase) and office.covers(day) for office in _offices_of(phrase.country))


@cache
def _offices_of(country: str) -> tuple[Office, ...]:
    """All offices of a country that somebody is known to have held."""
    return tuple(office for person in persons() for office in person.offices if office.of == country)


def _offices(words: Words, person: Thing, phrase: TitlePhrase) -> list[Office]:
    known = person_by_id(person.known or "")
    return [office for office in known.offices if _is(office, words, phrase)] if known else []


def _by_then(office: Office, phrase: TitlePhrase, day: date | None) -> bool:
    """Whether the person had the office at the report's day, or before it where the phrase tells a country."""
    if day is None or office.held is None:
        return True
    if phrase.country is None and not phrase.former:
        return office.covers(day)
    return office.held.earliest is None or office.held.earliest <= day


def _is(office: Office, words: Words, phrase: TitlePhrase) -> bool:
    if phrase.country not in (None, office.of):
        return False
    told = _told(office.of, _forms(words, phrase))
    own = _told(office.of, _folded(office.title))
    bare = told == _stems(_folded(phrase.title.lemma))
    if bare and phrase.title.posts:
        return office.post in phrase.title.posts
    return bool(told) and own[: len(told)] == told  # 'الوزير' for every minister


def _forms(words: Words, phrase: TitlePhrase) -> tuple[str, ...]:
    """The words of the phrase, the first without what is attached before it."""
    first, *rest = words.forms[phrase.first : phrase.last]
    return (first[phrase.start - words.tokens[phrase.first].start :], *rest)


def _told(of: str, forms: Iterable[str]) -> tuple[str, ...]:
    """What the words tell beside whose office it is and when: 'وزير خارجي' of 'وزيرة الخارجية الأميركية السابقة'."""
    return tuple(stem for stem in _stems(forms) if stem not in _owners_words(of) and stem not in _former())


@cache
def _owners_words(of: str) -> frozenset[str]:
    """The words by which a country or body is named, also as they are: 'ألماني' only seems to have an article."""
    country, body = country_by_id(of), organisation_by_id(of)
    names = (*country.names, *country.adjectives) if country else body.names if body else ()
    words = {word for name in names for word in _folded(name)}
    return frozenset(words | {word.removesuffix("ة") for word in words} | set(_stems(words)))


@cache
def _former() -> frozenset[str]:
    return frozenset(_stems(folded_class("former")))


@cache
def _folded(words: str) -> tuple[str, ...]:
    return tuple(fold(words).split())


def _stems(forms: Iterable[str]) -> tuple[str, ...]:
    """The words without article and feminine ending."""
    return tuple(map(_stem, forms))


def _stem(form: str) -> str:
    article = next((a for a in _ARTICLES if form.startswith(a) and len(form) - len(a) >= _SHORTEST), "")
    return form.removeprefix(article).removesuffix("ة").removesuffix("ه")
