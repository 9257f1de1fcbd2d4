"""What countries, places, bodies, media and people are called in English, by their entries in `world/`."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from khabar.knowledge.actors import media, organisations, persons
from khabar.knowledge.files import entries
from khabar.knowledge.geography import countries, reviewed_places
from khabar.values.entity import Kind


@dataclass(frozen=True, slots=True)
class Known:
    """Something with an entry of its own."""

    id: str
    kind: Kind
    en: str
    wikidata: str | None = None  # None: not sure
    country: str | None = None  # None: of no one country
    part_of: str | None = None  # id of the larger body
    short: bool = False  # a person whose family name is enough


@cache
def known_by_id() -> dict[str, Known]:
    """Everything that has an English name, by its id."""
    return {known.id: known for known in _all()}


@cache
def english_names() -> tuple[tuple[str, str], ...]:
    """Every English name as it is printed, with the id of what it names."""
    found = [(known.en, known.id) for known in _all()]
    found += [(name, medium.id) for medium in media() for name in medium.names if name.isascii()]
    found += [(name, body.id) for body in organisations() for name in body.names if name.isascii()]
    found += [(name, e["country"]) for e in entries("en/nations.yaml") for name in e.get("names", ())]
    found += [(name, e["of"]) for e in entries("en/names.yaml") for name in e["names"]]
    return tuple(dict.fromkeys(found))


@cache
def nationalities() -> tuple[tuple[str, str], ...]:
    """Adjectives of nationality, each with the id of the country."""
    return tuple((word, e["country"]) for e in entries("en/nations.yaml") for word in e.get("adjectives", ()))


@cache
def nationals() -> tuple[tuple[str, str], ...]:
    """Nouns for nationals, each with the id of the country."""
    return tuple((word, e["country"]) for e in entries("en/nations.yaml") for word in e.get("nationals", ()))


def _all() -> Iterator[Known]:
    for land in countries():
        yield Known(land.id, Kind.COUNTRY, land.en, land.wikidata)
    for place in reviewed_places():
        yield Known(place.id, Kind.PLACE, place.en or place.id, place.wikidata, place.country)
    for body in organisations():
        yield Known(body.id, Kind.ORGANISATION, body.en, body.wikidata, body.country, body.part_of)
    for medium in media():
        yield Known(medium.id, Kind.MEDIA, medium.en, medium.wikidata, medium.country, medium.part_of)
    for person in persons():
        telling = bool(person.telling_short)
        yield Known(person.id, Kind.PERSON, person.en, person.wikidata, person.country, None, telling)
