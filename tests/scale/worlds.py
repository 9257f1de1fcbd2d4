"""Many reports made of few: the same news told over again in other worlds, one after the other.

A world is the whole collection with other people, bodies, places, outlets and rare words, some weeks later. Within one
world every name is changed in the same way wherever it stands, so that copies stay copies of one another, and reports
of one matter stay reports of one matter, as often as in the real collection and no oftener.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from hashlib import sha256
from random import Random

from khabar.knowledge.actors import media, organisations, persons
from khabar.knowledge.calendar import calendar_words
from khabar.knowledge.geography import places
from khabar.values.entity import Entity, Kind
from khabar.values.reading import Reading
from khabar.values.report import Report
from khabar.values.span import Span

Words = Mapping[str, str]
_KEPT = 0.5  # of those who are known in one world are the same in the next: presidents stay longer than ministers
_ANEW = 0.5  # of the words that came once are words that never came before; vocabulary grows as the square root or so
_COMMON = 1 / 1000  # of all words: what comes oftener holds the language together and stays
_WORD = re.compile(r"\w+")
_LETTERS = "بتثجحخدذرزسشصضطظعغفقكلمنهي"
_EDGES = re.compile(r"^(ال|وال|بال|لل|و|ب|ل)?.*?(ة|ات|ون|ين|ها|هم|ه|ا|ي)?$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Original:
    """A report of the real collection with what was read in it."""

    report: Report
    reading: Reading

    def words_of(self, spans: Iterable[Span]) -> Iterator[str]:
        """The words at these places of the report."""
        return (span.of(self.report.text) for span in spans)


@dataclass(frozen=True, slots=True)
class World:
    """How everything is called in one world."""

    known: Mapping[str, Words]  # by the id of an entry of our knowledge: its names there, by its names here
    entries: Words  # by the same: the entry that those are the names of
    name_parts: Words  # of people whom our knowledge does not know
    words: Words
    outlets: Words
    later: timedelta  # whole weeks, so that a weekday stays one
    number: int = 0


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a report's text with the words that stand there in another world."""

    start: int
    end: int
    words: str
    attached: int = 0  # letters at its beginning that are no part of the name and stay


def worlds_of(originals: Sequence[Original], seed: int, crowding: int = 1) -> Iterator[Report]:
    """Reports without end: first the real ones by their days, then the same of one world after the other.

    `crowding`: so many worlds have their news in the same weeks; with one, as many reports come in a week as really do.
    """
    for original, world in tellings_of(originals, seed, crowding):
        yield told_in(original, world) if world.number else original.report


def tellings_of(originals: Sequence[Original], seed: int, crowding: int = 1) -> Iterator[tuple[Original, World]]:
    """The same reports, each as the real one and the world that it is told in; the first world is the real one."""
    ordered = sorted(originals, key=lambda o: (o.report.published or date.min, o.report.id))
    days = [o.report.published for o in ordered if o.report.published]
    weeks = (max(days) - min(days)).days // 7 + 1
    mixed = _Mixed(ordered)
    number = 0
    while True:
        world = mixed.world(Random(f"{seed} {number}"), timedelta(weeks=weeks * (number // crowding)))
        yield from ((original, replace(world, number=number)) for original in ordered)
        number += 1


class _Mixed:
    """What worlds are mixed of."""

    def __init__(self, originals: Sequence[Original]) -> None:
        entities = [entity for o in originals for entity in o.reading.entities]
        self._parts = _parts_of_names(entities)
        self._outlets = sorted({o.report.outlet for o in originals if o.report.outlet})
        self._counts = Counter(word for o in originals for word in _WORD.findall(o.report.text))
        self._free = _free_words(originals, self._counts)

    def world(self, chance: Random, later: timedelta) -> World:
        parts = {word: to for pool in self._parts for word, to in _turned(pool, chance).items()}
        others = sorted({m.domains[0] for m in media() if m.domains} - set(self._outlets))
        outlets = dict(zip(self._outlets, chance.sample(others, len(self._outlets)), strict=True))
        found = list(_known(chance))
        known, entries = {one: words for one, _, words in found}, {one: other for one, other, _ in found}
        return World(known, entries, parts, self._words(chance), _some(outlets, chance), later)

    def _words(self, chance: Random) -> Words:
        """Each rare word becomes another of its form that is as rare, or one that never was."""
        found: dict[str, str] = {}
        for pool in self._free:
            found.update(_turned(pool, chance))
        letters = str.maketrans(dict(zip(_LETTERS, chance.sample(_LETTERS, len(_LETTERS)), strict=True)))
        once = [word for word in found if self._counts[word] == 1 and chance.random() < _ANEW]
        return found | {word: _made_up(word, letters) for word in once}


def _made_up(word: str, letters: dict[int, int | str | None]) -> str:
    """Another word between the same first and last letters, which tell its form."""
    return word[:2] + word[2:-2].translate(letters) + word[-2:]


def _known(chance: Random) -> Iterator[tuple[str, str, Words]]:
    for pool, names in _pools():
        for one, other in _some(_turned(pool, chance), chance).items():
            yield one, other, dict(_renamed(names[one], names[other]))


def _renamed(one: Sequence[Sequence[str]], other: Sequence[Sequence[str]]) -> Iterator[tuple[str, str]]:
    """Full names become the other's usual one, short ones the other's short one."""
    for mine, yours in zip(one, other, strict=True):
        yield from ((name, yours[0]) for name in mine if yours)


def _pools() -> Iterator[tuple[list[str], dict[str, Sequence[Sequence[str]]]]]:
    """The ids of those of our knowledge that may take one another's place, with their names, full and short."""
    pools: dict[object, dict[str, Sequence[Sequence[str]]]] = defaultdict(dict)
    for person in persons():
        pools[Kind.PERSON, person.female][person.id] = (person.names, person.short or person.names[0].split()[-1:])
    for body in organisations():
        pools[body.sort, body.country is None][body.id] = (body.names,)
    for place in places():
        if place.kind == "city" and place.en:
            pools[Kind.PLACE, place.country][place.id] = (place.names,)
    return ((sorted(names), names) for names in pools.values())


def _turned(pool: Sequence[str], chance: Random) -> dict[str, str]:
    return dict(zip(pool, chance.sample(pool, len(pool)), strict=True))


def _some(changes: Words, chance: Random) -> dict[str, str]:
    return {one: other for one, other in changes.items() if chance.random() >= _KEPT}


def _parts_of_names(entities: Iterable[Entity]) -> tuple[list[str], list[str]]:
    """First names, and what follows them, of people whom our knowledge does not know."""
    unknown = [e.name.split() for e in entities if e.kind is Kind.PERSON and not e.known_as]
    first = {name[0] for name in unknown if len(name) > 1}
    return sorted(first), sorted({part for name in unknown for part in name[1:]} - first)


def _free_words(originals: Sequence[Original], counts: Counter[str]) -> list[list[str]]:
    """Words by which nothing is read and that are not common, with those of their form that come as often."""
    telling = {word for o in originals for told in o.words_of(_telling(o.reading)) for word in _WORD.findall(told)}
    most = sum(counts.values()) * _COMMON
    pools: dict[object, list[str]] = defaultdict(list)
    for word, times in sorted(counts.items()):
        if times <= most and word not in telling and word.isalpha() and len(word) > 2:
            edges = _EDGES.match(word)
            pools[edges.groups() if edges else None, times.bit_length()].append(word)
    return list(pools.values())


def _telling(reading: Reading) -> Iterator[Span]:
    """What tells the rules what is said: bodies that our knowledge does not know may have other names elsewhere."""
    for entity in reading.entities:
        yield from entity.mentions if entity.known_as else ()
        yield from (role.span for role in entity.roles)
    yield from (time.span for time in reading.times)
    yield from (a.cue for a in reading.attributions if a.cue)
    yield from (event.anchor for event in reading.events)


def told_in(original: Original, world: World) -> Report:
    """The report as that world has it."""
    report, changes = original.report, changes_in(original, world)
    text, title = (changed(words, changes, world.words) for words in (report.text, report.title or ""))
    return replace(
        report,
        id=f"{report.id}-{world.number}",
        text=text,
        sha256=sha256(f"{world.number} {text}".encode()).hexdigest(),
        outlet=world.outlets.get(report.outlet or "", report.outlet),
        url=None,
        published=report.published and report.published + world.later,
        title=title or None,
    )


def changes_in(original: Original, world: World) -> Words:
    """The names and the dates of the report as that world has them."""
    return dict(_changes(original, world))


def _changes(original: Original, world: World) -> Iterator[tuple[str, str]]:
    for entity in original.reading.entities:
        known = world.known.get(entity.known_as or "", {})
        for name in original.words_of(entity.mentions):
            if name in known:
                yield name, known[name]
            elif entity.kind is Kind.PERSON and not entity.known_as:
                yield name, " ".join(world.name_parts.get(part, part) for part in name.split())
    for time in original.reading.times:
        words = time.span.of(original.report.text)
        if time.moment and time.moment.earliest and (found := _day_and_month().search(words)):
            yield words, words.replace(found[0], _later(found, time.moment.earliest + world.later))


def _later(found: re.Match[str], day: date) -> str:
    month = found[2] if _months()[found[2]] == day.month else _named_month(day.month)
    return " ".join([str(day.day), month, *([str(day.year)] if found[3] else [])])


@cache
def _day_and_month() -> re.Pattern[str]:
    months = "|".join(map(re.escape, sorted(_months(), key=len, reverse=True)))
    return re.compile(rf"(?<!\d)(\d{{1,2}}) ({months})(?!\w)(?: (\d{{4}}))?")


@cache
def _months() -> dict[str, int | str]:
    return {word.form: word.value for word in calendar_words() if word.kind == "month"}


def _named_month(number: int) -> str:
    return next(form for form, value in _months().items() if value == number)


def changed(text: str, names: Words, words: Words) -> str:
    """A text with these names and words in place of others."""
    told, at = [], 0
    for piece in pieces_in(text, names, words):
        told += [text[at : piece.start], piece.words]
        at = piece.end
    return "".join([*told, text[at:]])


def pieces_in(text: str, names: Words, words: Words) -> Iterator[Piece]:
    """What becomes other words, in order."""
    named = "|".join(map(re.escape, sorted(names, key=lambda name: (-len(name), name))))
    whole = re.compile(rf"(?<!\w)([وفبلك]?)({named})(?!\w)|\w+" if named else r"()(?!)|\w+")
    for found in whole.finditer(text):
        if found.lastindex:
            yield Piece(found.start(), found.end(), found[1] + names[found[2]], len(found[1]))
        elif found[0] in words:
            yield Piece(found.start(), found.end(), words[found[0]])


def originals_of(reports: Iterable[Report], read: Callable[[Report], Reading]) -> list[Original]:
    """The reports of a real collection, each read once."""
    return [Original(report, read(report)) for report in reports]
