"""Short reports with the entities in them, for tests of events."""

from dataclasses import dataclass
from datetime import date

from khabar.engine import read
from khabar.extraction.events.reading import events_in
from khabar.extraction.references import Reference, Referents
from khabar.language.analysis import AnalysedText, analyse
from khabar.language.normalise import fold
from khabar.values.attribution import Attribution, Mode, Stance
from khabar.values.entity import Entity, Kind
from khabar.values.event import Event
from khabar.values.moment import Moment
from khabar.values.reading import Reading
from khabar.values.report import Report
from khabar.values.span import Span
from khabar.values.timex import Timex

PUBLISHED = date(2024, 3, 10)
_PARTICLES = ("", "و", "ف", "ب", "ل", "ك", "ول", "وب")
_KINDS = {
    "p": Kind.PERSON,
    "c": Kind.COUNTRY,
    "o": Kind.ORGANISATION,
    "l": Kind.PLACE,
    "g": Kind.GROUP,
    "m": Kind.MEDIA,
}


@dataclass(frozen=True)
class Told:
    """One event in words: names, not ids."""

    type: str
    actor: set[str]
    recipient: set[str]
    status: str
    place: set[str]
    anchor: str
    event: Event


def told(
    text: str,
    names: dict[str, str],
    adjectives: dict[str, str] | None = None,
    sayings: tuple[tuple[str, str, str], ...] = (),
    times: dict[str, str] | None = None,
    described: tuple[str, ...] = (),
) -> list[Told]:
    """The events of a text whose names (kind letter and written form) and adjectives (form to name) are given."""
    analysed = analyse(text)
    entities = tuple(Entity(name, name, _KINDS[letter], tuple(_spans(text, name))) for name, letter in names.items())
    hows = {name: "description" if name in described else "name" for name in names}
    found = [r for name, how in hows.items() for r in _references(analysed, name, name, how)]
    wider = [r for r in found if r.how == "description"]
    found = [r for r in found if r.how == "description" or not any(w.first <= r.first < w.last for w in wider)]
    found += [r for form, name in (adjectives or {}).items() for r in _references(analysed, form, name, "adjective")]
    referents = Referents(entities, tuple(sorted(found, key=lambda r: r.first)))
    timexes = tuple(Timex(next(_spans(text, words)), Moment(value)) for words, value in (times or {}).items())
    events = events_in(analysed, referents, timexes, _attributions(text, sayings), PUBLISHED)
    return [Told(v.type, set(v.actor), set(v.recipient), v.status, set(v.place), v.anchor.of(text), v) for v in events]


def read_with_names(text: str, published: date | None = None) -> tuple[Reading, dict[str, str]]:
    """What is read in a report, and the names of its entities by their ids."""
    reading = read(Report("case", text, "0" * 64, published=published))
    return reading, {entity.id: entity.name for entity in reading.entities}


def read_roles(text: str, published: date | None = None) -> list[tuple[str, list[str], list[str]]]:
    """The type, actors and recipients, by name, of every event that a whole reading of a text gives."""
    reading, names = read_with_names(text, published)
    return [(v.type, [names[e] for e in v.actor], [names[e] for e in v.recipient]) for v in reading.events]


def _spans(text: str, words: str):
    at = text.find(words)
    while at >= 0:
        yield Span(at, at + len(words))
        at = text.find(words, at + 1)


def _references(analysed: AnalysedText, form: str, name: str, how: str):
    parts = [fold(part) for part in form.split()]
    forms = [token.form for token in analysed.tokens]
    for at in range(len(forms) - len(parts) + 1):
        for particle in _PARTICLES:
            if forms[at] == particle + parts[0] and forms[at + 1 : at + len(parts)] == parts[1:]:
                yield Reference(at, at + len(parts), (name,), how, particle)


def _attributions(text: str, sayings: tuple[tuple[str, str, str], ...]) -> tuple[Attribution, ...]:
    """Sayings as (speaker, content, stance)."""
    return tuple(
        Attribution(f"a{n}", next(_spans(text, content)), ((speaker,),), Stance(stance), Mode.INDIRECT)
        for n, (speaker, content, stance) in enumerate(sayings, 1)
    )
