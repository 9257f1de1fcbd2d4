"""Whether two statements tell of one matter, so that what they tell differently of it is a difference."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from khabar.knowledge.geography import country_by_id, place_by_id
from khabar.language.analysis import AnalysedText
from khabar.resolution.actors import Cast
from khabar.resolution.statements import Statement
from khabar.values.actor import ActorId
from khabar.values.claim import ClaimId
from khabar.values.contradiction import Bearing, Differing
from khabar.values.entity import Kind
from khabar.values.moment import Moment
from khabar.values.reason import Reason
from khabar.values.span import Span
from khabar.weighing.matter import Held, Matter
from khabar.weighing.roles import agree, may_coincide, roles_in

_IN = "في"
_NEWS = timedelta(days=14)  # before a report; what happened earlier is told as its background
_PASSING = 7  # days; what is told of a longer time is a sum over many events


@dataclass(frozen=True, slots=True)
class Told:
    """One value of one thing, as one statement tells it."""

    value: str  # for people: a number with its limit, a name, a day, a status
    words: Span  # that tell it
    held: Held
    claim: ClaimId


@dataclass(frozen=True, slots=True)
class Difference:
    """Two values of one thing."""

    differing: Differing
    of: str  # what differs, in words of a report
    one: Told
    other: Told
    bearing: Bearing
    why: Reason  # of the bearing


def of_one_voice(one: Statement, other: Statement, matter: Matter) -> bool:
    """Whether one report tells both and does not set two named sources against one another: it tells two things."""
    if one.report != other.report:
        return False
    return not (one.chain and other.chain) or bool(matter.speakers(one) & matter.speakers(other))


def of_one_matter(one: Statement, other: Statement, matter: Matter) -> bool:
    """Whether neither those who take part, nor the days, nor the places part two statements."""
    first, second = roles_in(one, matter), roles_in(other, matter)
    return (
        not first.another_thing(second)
        and agree(first.acting, second.acting)
        and agree(first.acted_on, second.acted_on)
        and may_coincide((first.first, first.last), (second.first, second.last))
        and _days_agree(moments_in(one, matter), moments_in(other, matter))
        and places_agree(_places_in(one, matter), _places_in(other, matter), matter.cast)
    )


def is_of_the_day(statement: Statement, matter: Matter) -> bool:
    """Whether a statement tells of what its report is there to tell: no longer time, and nothing long past."""
    published = matter.reports[statement.report].published
    for moment in moments_in(statement, matter):
        if moment.days is None or moment.days > _PASSING:
            return False
        if published and moment.latest and moment.latest < published - _NEWS:
            return False
    return True


def moments_in(statement: Statement, matter: Matter) -> list[Moment]:
    """The times that a statement names."""
    times = matter.readings[statement.report].times
    return [t.moment for t in times if t.moment and statement.passage.covers(t.span)]


def dates_in(statement: Statement, matter: Matter) -> list[Span]:
    """Where a statement names times."""
    return [t.span for t in matter.readings[statement.report].times if t.span.overlaps(statement.passage)]


def places_agree(one: Iterable[ActorId], other: Iterable[ActorId], cast: Cast) -> bool:
    """Whether two statements may be of one place: one of them names none, they share one, or one may hold the other."""
    first, second = frozenset(one), frozenset(other)
    if agree(first, second):
        return True
    return any(_may_hold(a, b, cast) or _may_hold(b, a, cast) for a in first for b in second)


def _days_agree(one: Iterable[Moment], other: Iterable[Moment]) -> bool:
    first, second = list(one), list(other)
    return not first or not second or any(a.overlaps(b) for a in first for b in second)


def _places_in(statement: Statement, matter: Matter) -> frozenset[ActorId]:
    """The towns and regions that a statement names, and the countries that it tells of as a scene: 'in Somalia'."""
    at = statement.report
    named = {
        e.id
        for e in matter.readings[at].entities
        for m in e.mentions
        if statement.passage.covers(m)
        and (e.kind is Kind.PLACE or (e.kind is Kind.COUNTRY and _is_scene(m, matter.texts[at])))
    }
    scenes = {place for event in statement.events for place in event.place}
    return frozenset(matter.cast.known(matter.reports[at].id, sorted(named | scenes)))


def _is_scene(mention: Span, text: AnalysedText) -> bool:
    at = text.token_from(mention.start)
    return at > 0 and text.tokens[at - 1].form == _IN


def _may_hold(wide: ActorId, narrow: ActorId, cast: Cast) -> bool:
    """Whether a place is known to be large enough for another, and not known to be elsewhere."""
    known = cast.by_id[wide].known_as or ""
    outer, inner = place_by_id(known), place_by_id(cast.by_id[narrow].known_as or "")
    if country := country_by_id(known):
        return inner is None or inner.country in (None, country.id)
    if outer is None or outer.kind == "city":
        return False
    return inner is None or inner.country is None or outer.country in (None, inner.country)
