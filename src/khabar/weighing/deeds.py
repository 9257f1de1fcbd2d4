"""Days, places and doers of one deed that the reports of a story tell differently."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import combinations

from khabar.resolution.gathering import likeness
from khabar.resolution.stems import stems
from khabar.values.actor import ActorId
from khabar.values.claim import Claim, PositionStance
from khabar.values.contradiction import Bearing, Differing
from khabar.values.entity import Kind
from khabar.values.event import Event, EventType, Status
from khabar.values.reason import Reason
from khabar.weighing.differing import Difference, Told, moments_in, of_one_voice, places_agree
from khabar.weighing.happenings import CHECKABLE
from khabar.weighing.independence import own_words
from khabar.weighing.matter import Held, Matter
from khabar.weighing.roles import agree, days_of, may_coincide
from khabar.weighing.sides import principals, side
from khabar.weighing.stances import denies

# Two deeds of one kind between the same two are the rule in a war: only statements that are near one another in their
# words too are held to tell the same one.
_ALIKE = 0.35
_TELLING = 2  # words that both tell it with, names aside
_MANY = 40  # tellings of deeds in one claim that are held against one another; more repeat them
_WHY = {Differing.TIME: "not-both-days", Differing.PLACE: "not-both-places", Differing.ACTOR: "not-both-doers"}


@dataclass(frozen=True, slots=True)
class _Deed:
    """What one statement tells as done, with all that tells it from another deed."""

    event: Event
    held: Held
    claim: Claim
    word: frozenset[str]  # stems of the word that tells it
    acting: frozenset[ActorId]
    acted_on: frozenset[ActorId]
    place: frozenset[ActorId]


def differing_deeds(claims: Sequence[tuple[Claim, Sequence[Held]]], matter: Matter) -> Iterator[Difference]:
    """Pairs of tellings of one deed that give it another day, place or doer."""
    for claim, positions in claims:
        if len({h.statement.report for h in positions}) < 2:
            continue
        deeds = [deed for held in positions if (deed := _deed(claim, held, matter))]
        for one, other in combinations(deeds[:_MANY], 2):
            if _are_near(one, other, matter):
                yield from _differences(one, other, matter)


def _deed(claim: Claim, held: Held, matter: Matter) -> _Deed | None:
    statement = held.statement
    if held.stance is not PositionStance.ASSERTS or denies(statement) or statement.act:
        return None
    event = next((e for e in statement.events if e.type in CHECKABLE), None)
    if event is None or event.status is not Status.ACTUAL:
        return None
    report = matter.reports[statement.report]
    known = partial(matter.cast.known, report.id)
    text = matter.texts[statement.report]
    word = frozenset(stems(text.tokens[text.range_of(event.anchor)[0]].form))
    acting, acted_on, place = (frozenset(known(ids)) for ids in (event.actor, event.recipient, event.place))
    return _Deed(event, held, claim, word, acting, acted_on, place)


def _are_near(one: _Deed, other: _Deed, matter: Matter) -> bool:
    return (
        one.event.type is other.event.type
        and bool(one.word & other.word)
        and not of_one_voice(one.held.statement, other.held.statement, matter)
        and likeness(one.held.vector, other.held.vector) >= _ALIKE
        and len(own_words(one.held, matter) & own_words(other.held, matter)) >= _TELLING
    )


def _differences(one: _Deed, other: _Deed, matter: Matter) -> Iterator[Difference]:
    if _differ_in_time(one, other, matter):
        yield _difference(Differing.TIME, (one, str(one.event.time)), (other, str(other.event.time)), matter)
    elif _may_coincide(one, other, matter):
        if _differ_in_place(one, other, matter):
            first, second = _names(one.place, matter), _names(other.place, matter)
            yield _difference(Differing.PLACE, (one, first), (other, second), matter)
        elif _differ_in_doer(one, other, matter):
            first, second = _names(one.acting, matter), _names(other.acting, matter)
            yield _difference(Differing.ACTOR, (one, first), (other, second), matter)


def _names(actors: Iterable[ActorId], matter: Matter) -> str:
    return "، ".join(sorted(matter.cast.by_id[a].name for a in actors))


def _differ_in_time(one: _Deed, other: _Deed, matter: Matter) -> bool:
    """Whether each gives the deed one day, and not the same."""
    times = [deed.event.time for deed in (one, other)]
    told = [moments_in(deed.held.statement, matter) for deed in (one, other)]
    if times[0] is None or times[1] is None or [[t] for t in times] != told:
        return False
    if times[0].days != 1 or times[1].days != 1 or times[0].overlaps(times[1]):
        return False
    same = bool(one.acting & other.acting) and agree(one.acted_on, other.acted_on)
    return same and bool(one.acted_on & other.acted_on or one.place & other.place)


def _differ_in_place(one: _Deed, other: _Deed, matter: Matter) -> bool:
    return bool(
        one.acting & other.acting and one.acted_on & other.acted_on and one.place and other.place
    ) and not places_agree(one.place, other.place, matter.cast)


def _differ_in_doer(one: _Deed, other: _Deed, matter: Matter) -> bool:
    """Whether an attack on the same is put to the one side here, to another there, and neither names both."""
    whom = [matter.cast.by_id[a] for a in one.acted_on & other.acted_on]
    if one.event.type is not EventType.ASSAULT or not any(a.kind is not Kind.COUNTRY for a in whom):
        return False
    sides = [frozenset(side(a, matter.cast) for a in deed.acting) for deed in (one, other)]
    if None in sides[0] | sides[1] or not sides[0] or not sides[1] or sides[0] & sides[1]:
        return False
    return not (_are_named(one, other, matter) or _are_named(other, one, matter))


def _are_named(deed: _Deed, elsewhere: _Deed, matter: Matter) -> bool:
    """Whether the doers of a deed are spoken of where the other is told: the report knows of both, then."""
    at, passage = elsewhere.held.statement.report, elsewhere.held.statement.passage
    named = [e.id for e in matter.readings[at].entities if any(passage.covers(m) for m in e.mentions)]
    report_id = matter.reports[deed.held.statement.report].id
    return bool(
        principals(matter.reports[at].id, named, matter.cast) & principals(report_id, deed.event.actor, matter.cast)
    )


def _may_coincide(one: _Deed, other: _Deed, matter: Matter) -> bool:
    days = [days_of([d.event], matter.reports[d.held.statement.report].published) for d in (one, other)]
    return may_coincide(days[0], days[1])


def _difference(differing: Differing, one: tuple[_Deed, str], other: tuple[_Deed, str], matter: Matter) -> Difference:
    told = [Told(value, deed.event.anchor, deed.held, deed.claim.id) for deed, value in (one, other)]
    shown = tuple(matter.passage(t.held.statement) for t in told)
    word = told[0].words.of(matter.reports[told[0].held.statement.report].text)
    why = Reason(_WHY[differing], shown, "; ".join(t.value for t in told))
    return Difference(differing, word, told[0], told[1], Bearing.CONTRADICTION, why)
