"""The names by which our world knowledge calls somebody, whether or not a report does."""

from collections.abc import Iterator
from functools import cache

from khabar.knowledge.actors import media, organisations, persons
from khabar.knowledge.english.names import english_names, known_by_id
from khabar.knowledge.geography import country_by_id, place_by_id
from khabar.language.spelling import name_key


@cache
def world_names(entry: str) -> tuple[str, ...]:
    """The names under which our knowledge has that entry; none where it has no such entry."""
    country, place = country_by_id(entry), place_by_id(entry)
    return (country.names if country else place.names if place else ()) or _actors().get(entry, ())


def entries_called(english: str) -> tuple[str, ...]:
    """The entries of our knowledge that English calls so, whole or, of people known by it, by the family name alone."""
    return _by_english_name().get(english.strip().casefold(), ())


@cache
def people_known() -> frozenset[str]:
    """The keys of all names of the persons whom our knowledge has."""
    return frozenset(name_key(name) for person in persons() for name in (*person.names, *person.short))


@cache
def _by_english_name() -> dict[str, tuple[str, ...]]:
    families = ((one.en.rpartition(" ")[2], one.id) for one in known_by_id().values() if one.short)
    found: dict[str, tuple[str, ...]] = {}
    for name, entry in dict.fromkeys((*english_names(), *families)):
        found[name.casefold()] = (*found.get(name.casefold(), ()), entry)
    return found


@cache
def _actors() -> dict[str, tuple[str, ...]]:
    return dict(_actors_with_names())


def _actors_with_names() -> Iterator[tuple[str, tuple[str, ...]]]:
    for person in persons():
        yield person.id, (*person.names, *(short for short in person.short if short not in person.ambiguous))
    for body in organisations():
        yield body.id, tuple(name for name in body.names if name not in body.ambiguous)
    for medium in media():
        yield medium.id, tuple(name for name in medium.names if name not in medium.ambiguous)
