"""Which country or larger body each thing that a report names belongs to."""

from khabar.extraction.names.coreference import MINISTRY, Ledger
from khabar.extraction.names.gazetteer import known_by_id, state_agencies
from khabar.extraction.names.registry import Thing
from khabar.knowledge.name_grammar import name_grammar
from khabar.language.normalise import fold
from khabar.values.entity import Kind

_IN, _BY = fold("في"), "ب"  # before the land that a body is of


def tell_belongings(ledger: Ledger) -> None:
    """Tell for each body the country or larger body that it belongs to."""
    _bodies_of_those_who_speak(ledger)
    _ministries_in_their_agency(ledger)
    _bodies_in_their_land(ledger)
    for thing in list(ledger.registry.things):
        known = known_by_id().get(thing.known or "")
        if known and known.part_of:
            larger = ledger.registry.get(Kind.ORGANISATION, f"#{known.part_of}")
            thing.of = larger.id if larger else None
        if thing.of is None and thing.country and thing.kind is not Kind.COUNTRY:
            thing.of = ledger.registry.country(thing.country).id


def _bodies_of_those_who_speak(ledger: Ledger) -> None:
    """Tell the country of each body that nothing else tells of, by who is known and holds an office in it."""
    by_id = {thing.id: thing for thing in ledger.registry.things}
    for person in (thing for thing in ledger.registry.things if thing.known and thing.country):
        for body in (by_id[role.of] for role in person.roles if role.of in by_id and not role.former):
            if body.kind is Kind.ORGANISATION and not (body.known or body.country or body.of):
                body.country = person.country


def _bodies_in_their_land(ledger: Ledger) -> None:
    """Tell the country of each body of a state that nothing else tells of, where it is named right behind it.

    'جهاز الاستخبارات في كوريا الجنوبية', 'وزارة الدفاع بكوريا الشمالية'.
    """
    of_states = name_grammar("of_the_land_behind")
    bodies = {t.id: t for t in ledger.registry.things if t.head in of_states and not (t.known or t.country or t.of)}
    if not bodies:
        return
    lands = {t.id: t.known for t in ledger.registry.things if t.kind is Kind.COUNTRY and t.known}
    named = {r.first: r for r in ledger.references if r.how == "name"}
    for reference in ledger.references:
        body = bodies.get(reference.entities[0])
        if body is None or body.country:
            continue
        led = ledger.words.form(reference.last) == _IN
        behind = named.get(reference.last + led)
        if behind and (led or behind.particle == _BY) and behind.entities[0] in lands:
            body.country = lands[behind.entities[0]]


def _ministries_in_their_agency(ledger: Ledger) -> None:
    """Tell the country of each ministry that nothing else tells of, by the state's agency that alone reports it.

    'قالت وزارة الدفاع الوطني إن ..، وفق وكالة الأنباء المركزية الكورية'.
    """
    ministries = [t for t in ledger.registry.things if t.head == MINISTRY and not (t.known or t.country or t.of)]
    agencies = [t for t in ledger.registry.things if t.known in state_agencies()] if ministries else []
    for ministry in ministries:
        near = {a.country for a in agencies if _in_one_sentence(ledger, ministry, a)}
        if len(near) == 1:
            ministry.country = next(iter(near))


def _in_one_sentence(ledger: Ledger, one: Thing, other: Thing) -> bool:
    """Whether some sentence names both."""
    return not _sentences_of(ledger, one).isdisjoint(_sentences_of(ledger, other))


def _sentences_of(ledger: Ledger, thing: Thing) -> set[tuple[int, int]]:
    told = (r.first for r in ledger.references if thing.id in r.entities)
    return {ledger.words.analysed.sentence_at(at) for at in told}
