"""The organisations, media and persons of the news, with their names and the offices they held and when."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

from khabar.knowledge.files import Entry, entries
from khabar.values.moment import Moment


class Needs(StrEnum):
    """What may support an ambiguous form; one of those that an entry lists is enough."""

    HEAD = "head"  # a word such as movement, newspaper or company just before it
    OTHER_NAME = "other-name"  # a name of it in the same report that is not ambiguous
    SOURCE = "source"  # it is whom something is said by
    NO_PREPOSITION = "no-preposition"  # nothing but a conjunction is attached to it


class Sort(StrEnum):
    """What sort of organisation it is."""

    INTERNATIONAL = "international"
    SEAT = "seat"  # a palace or house whose name means the government
    GOVERNMENT = "government"
    MINISTRY = "ministry"
    PARLIAMENT = "parliament"
    COURT = "court"
    POLICE = "police"
    INTELLIGENCE = "intelligence"
    MILITARY = "military"
    ARMED_GROUP = "armed-group"
    PARTY = "party"
    COMPANY = "company"
    INSTITUTION = "institution"
    NGO = "ngo"
    SPORT = "sport"


class MediaKind(StrEnum):
    """What sort of medium it is."""

    AGENCY = "agency"
    CHANNEL = "channel"
    NEWSPAPER = "newspaper"
    MAGAZINE = "magazine"
    SITE = "site"
    SOCIAL = "social"
    RADIO = "radio"


@dataclass(frozen=True, slots=True)
class Organisation:
    """A body that acts or speaks."""

    id: str
    en: str
    sort: Sort
    names: tuple[str, ...]  # the fullest first
    ambiguous: tuple[str, ...] = ()  # those of `names` that are another word too, or name another body
    needs: tuple[Needs, ...] = ()
    country: str | None = None  # None: of no one country
    stands_for: str | None = None  # the country whose government its name means; None: it is no such seat
    part_of: str | None = None  # id of the larger body; None: of none that we list
    wikidata: str | None = None  # None: not sure
    fights: str | None = None  # the country that it fights, and in whose name it never speaks; None: none that is sure
    seated_in: str | None = None  # the country whose capital's name is used for it too; None: of none


@dataclass(frozen=True, slots=True)
class Medium:
    """An agency, paper, channel, site or social network."""

    id: str
    en: str
    media_kind: MediaKind
    names: tuple[str, ...]
    ambiguous: tuple[str, ...] = ()
    needs: tuple[Needs, ...] = ()
    country: str | None = None  # None: of no one country
    owner_state: str | None = None  # the state that owns it or speaks through it; None: no state, or not sure
    part_of: str | None = None  # id of the medium or body that it belongs to
    domains: tuple[str, ...] = ()
    wikidata: str | None = None  # None: not sure


@dataclass(frozen=True, slots=True)
class Office:
    """An office that somebody held, and when, as precisely as we know it."""

    title: str  # as the news writes it
    post: str  # ASCII: president, king, prime-minister, foreign-minister …
    of: str  # id of the country or organisation
    since: str | None = None  # a year, or year and month; None: we do not know
    until: str | None = None  # None: still held when this was written, or we do not know

    @property
    def held(self) -> Moment | None:
        """When it was held; None: we do not know."""
        return Moment(f"{self.since or '..'}/{self.until or '..'}") if self.since or self.until else None

    def covers(self, day: date) -> bool:
        """Whether it was held on that day, as far as we know; months and years count whole."""
        held = self.held
        if held is None:
            return False
        first, last = held.earliest, held.latest
        return (first is None or first <= day) and (last is None or day <= last)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of whom the news speaks often."""

    id: str
    en: str
    names: tuple[str, ...]  # full forms, the usual one first
    short: tuple[str, ...] = ()  # forms that stand for the person once named in full
    ambiguous: tuple[str, ...] = ()  # those of `names` and `short` that others bear too, or that are another word
    female: bool = False
    country: str | None = None  # None: of no one country
    offices: tuple[Office, ...] = ()  # earliest first
    kin: tuple[tuple[str, str], ...] = ()  # (relation, id of the other person)
    wikidata: str | None = None  # None: not sure

    @property
    def telling_short(self) -> tuple[str, ...]:
        """Short forms that are enough without the full name."""
        return tuple(form for form in self.short if form not in self.ambiguous)


@cache
def organisations() -> tuple[Organisation, ...]:
    """Organisations that have a name of their own."""
    return tuple(
        Organisation(
            entry["id"],
            entry["en"],
            Sort(entry["sort"]),
            _strings(entry, "names"),
            _strings(entry, "ambiguous"),
            _needs(entry),
            entry.get("country"),
            entry.get("stands_for"),
            entry.get("part_of"),
            entry.get("wikidata"),
            entry.get("fights"),
            entry.get("seated_in"),
        )
        for entry in entries("world/organisations.yaml")
    )


@cache
def media() -> tuple[Medium, ...]:
    """News agencies, papers, channels, sites and social networks."""
    return tuple(
        Medium(
            entry["id"],
            entry["en"],
            MediaKind(entry["media_kind"]),
            _strings(entry, "names"),
            _strings(entry, "ambiguous"),
            _needs(entry),
            entry.get("country"),
            entry.get("owner_state"),
            entry.get("part_of"),
            _strings(entry, "domains"),
            entry.get("wikidata"),
        )
        for entry in entries("world/media.yaml")
    )


@cache
def news_agencies() -> frozenset[str]:
    """Ids of the news agencies."""
    return frozenset(medium.id for medium in media() if medium.media_kind is MediaKind.AGENCY)


@cache
def persons() -> tuple[Person, ...]:
    """Persons much in the news, with their offices."""
    return tuple(
        Person(
            entry["id"],
            entry["en"],
            _strings(entry, "names"),
            _strings(entry, "short"),
            _strings(entry, "ambiguous"),
            entry.get("female", False),
            entry.get("country"),
            tuple(_office(office) for office in entry.get("offices", ())),
            tuple(sorted((entry.get("kin") or {}).items())),
            entry.get("wikidata"),
        )
        for entry in entries("world/persons.yaml")
    )


def organisation_by_id(entry_id: str) -> Organisation | None:
    """The organisation of that id; None: there is none."""
    return _organisations().get(entry_id)


def person_by_id(entry_id: str) -> Person | None:
    """The person of that id; None: there is none."""
    return _persons().get(entry_id)


@cache
def medium_at(domain: str) -> Medium | None:
    """The medium that publishes at a domain or a host below it; None: none that we know."""
    labels = domain.lower().removeprefix("www.").split(".")
    known = _by_domain()
    for start in range(len(labels) - 1):
        found = known.get(".".join(labels[start:]))
        if found:
            return found
    return None


def holders(post: str, of: str, day: date) -> tuple[Person, ...]:
    """Who held a post (such as foreign-minister) of a country or organisation on a day, as far as we know."""
    return tuple(
        person for person in persons() if any(o.post == post and o.of == of and o.covers(day) for o in person.offices)
    )


@cache
def _organisations() -> dict[str, Organisation]:
    return {known.id: known for known in organisations()}


@cache
def _persons() -> dict[str, Person]:
    return {known.id: known for known in persons()}


@cache
def _by_domain() -> dict[str, Medium]:
    return {domain: medium for medium in media() for domain in medium.domains}


def _strings(entry: Entry, field: str) -> tuple[str, ...]:
    return tuple(entry.get(field, ()))


def _needs(entry: Entry) -> tuple[Needs, ...]:
    return tuple(Needs(word) for word in entry.get("needs", ()))


def _office(entry: Entry) -> Office:
    return Office(entry["title"], entry["post"], entry["of"], entry.get("from"), entry.get("to"))
