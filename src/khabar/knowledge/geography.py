"""The countries and places of the news, with the names and adjectives that Arabic gives them."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from khabar.knowledge.files import Entry, entries

_EMPTY: tuple[str, ...] = ()


class Needs(StrEnum):
    """What must support an ambiguous form before it is taken for the country or place."""

    CUE = "cue"  # a preposition of place or a noun such as government or north before it, or another name of it
    ITS_COUNTRY = "its-country"  # a cue, or its country in the report, whose name or adjective of nationality tells it
    OTHER_NAME = "other-name"  # another name of it in the report
    NOT_A_NAME = "not-a-name"  # not beside a title, nor within a person's name


class Standing(StrEnum):
    """How a country stands in the world."""

    STATE = "state"
    DISPUTED = "disputed"  # few recognise it
    TERRITORY = "territory"  # part of a state, with a government of its own
    HISTORIC = "historic"


@dataclass(frozen=True, slots=True)
class Ambiguity:
    """A form that is another word too."""

    form: str
    also: str  # what else it means, in English
    needs: Needs
    adjective: bool = False  # the adjective or the plural noun is meant, not the name


@dataclass(frozen=True, slots=True)
class Country:
    """A state, or a land with a government of its own."""

    id: str
    en: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]  # masculine and feminine singular without the article; may be of two words
    nationals: tuple[str, ...]  # plural nouns without the article, in both cases
    capital: str  # id of the place where, as Arabic news names it, the government sits
    capital_speaks: bool  # whether the capital's name stands for the government
    iso2: str | None = None  # None: it has none
    iso3: str | None = None  # None: it has none; the code of CAMEO too
    wikidata: str | None = None  # None: not sure
    lat: float | None = None  # None: a state no more, or one that the map does not tell apart
    lon: float | None = None
    standing: Standing = Standing.STATE
    within: str | None = None  # id of the country that it is legally held to be part of; None: of none
    seats: tuple[str, ...] = ()  # ids of further places whose names stand for the government
    local_names: tuple[str, ...] = ()  # mean this country only in its own news
    not_in: tuple[str, ...] = ()  # longer phrases with one of its words that mean something else
    ambiguous: tuple[Ambiguity, ...] = ()

    @property
    def speaking_seats(self) -> tuple[str, ...]:
        """Ids of all places whose names stand for the government."""
        return ((self.capital,) if self.capital_speaks else ()) + self.seats


@dataclass(frozen=True, slots=True)
class Place:
    """A city, region, sea, strait, base or other spot that news happens at."""

    id: str
    names: tuple[str, ...]
    kind: str  # city, region, sea, ... (the head of world/places.yaml lists them)
    country: str | None = None  # id; None: in none or in several
    en: str | None = None  # None: a city of the gazetteer, known by its Arabic names alone
    lat: float | None = None  # None: too large or too vague for a point
    lon: float | None = None
    wikidata: str | None = None  # None: not sure
    capital_of: str | None = None  # id of the country; None: no capital
    population: int | None = None  # None: not a city of the gazetteer
    not_in: tuple[str, ...] = ()
    ambiguous: tuple[Ambiguity, ...] = ()


@cache
def countries() -> tuple[Country, ...]:
    """All of them, in the order of the file."""
    return tuple(_country(entry) for entry in entries("world/countries.yaml"))


@cache
def places() -> tuple[Place, ...]:
    """The reviewed places first, then the cities of the gazetteer."""
    return reviewed_places() + gazetteer_cities()


@cache
def reviewed_places() -> tuple[Place, ...]:
    """The places that the news is about, with all their spellings."""
    return tuple(_place(entry) for entry in entries("world/places.yaml"))


@cache
def gazetteer_cities() -> tuple[Place, ...]:
    """Further cities of over 15,000 people."""
    return tuple(
        Place(
            row["id"],
            tuple(row["names"]),
            "city",
            row["country"],
            lat=row["at"][0],
            lon=row["at"][1],
            population=row["population"],
        )
        for row in entries("world/cities.yaml")
    )


def country_by_id(country_id: str) -> Country | None:
    """The country of that id; None: there is no such id."""
    return _countries_by_id().get(country_id)


def place_by_id(place_id: str) -> Place | None:
    """The place of that id; None: there is no such id."""
    return _places_by_id().get(place_id)


@cache
def countries_seated_at() -> dict[str, tuple[Country, ...]]:
    """Place id to the countries for whose governments its name stands, states of today first."""
    found: dict[str, tuple[Country, ...]] = {}
    for country in sorted(countries(), key=lambda c: c.standing is not Standing.STATE):
        for seat in country.speaking_seats:
            found[seat] = (*found.get(seat, ()), country)
    return found


@cache
def _countries_by_id() -> dict[str, Country]:
    return {country.id: country for country in countries()}


@cache
def _places_by_id() -> dict[str, Place]:
    return {place.id: place for place in places()}


def _country(row: Entry) -> Country:
    lat, lon = row.get("at", (None, None))
    return Country(
        id=row["id"],
        en=row["en"],
        names=tuple(row["names"]),
        adjectives=_strings(row, "adjectives"),
        nationals=_strings(row, "nationals"),
        capital=row["capital"],
        capital_speaks=row["capital_speaks"],
        iso2=row.get("iso2"),
        iso3=row.get("iso3"),
        wikidata=row.get("wikidata"),
        lat=lat,
        lon=lon,
        standing=Standing(row["status"]),
        within=row.get("within"),
        seats=_strings(row, "seats"),
        local_names=_strings(row, "local_names"),
        not_in=_strings(row, "not_in"),
        ambiguous=_ambiguities(row),
    )


def _place(row: Entry) -> Place:
    lat, lon = row.get("at", (None, None))
    return Place(
        id=row["id"],
        names=tuple(row["names"]),
        kind=row["kind"],
        country=row.get("country"),
        en=row["en"],
        lat=lat,
        lon=lon,
        wikidata=row.get("wikidata"),
        capital_of=row.get("capital_of"),
        not_in=_strings(row, "not_in"),
        ambiguous=_ambiguities(row),
    )


def _strings(row: Entry, field: str) -> tuple[str, ...]:
    return tuple(row.get(field, _EMPTY))


def _ambiguities(row: Entry) -> tuple[Ambiguity, ...]:
    return tuple(
        Ambiguity(item["form"], item["also"], Needs(item["needs"]), item.get("as") == "adjective")
        for item in row.get("ambiguous", ())
    )
