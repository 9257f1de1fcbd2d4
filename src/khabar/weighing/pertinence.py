"""Which of the sources in a claim tell the very thing that most of them tell, and which only something beside it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from khabar.resolution.gathering import likeness
from khabar.values.event import Event
from khabar.weighing.matter import Held, Matter
from khabar.weighing.origins import Source
from khabar.weighing.sides import principals

# A claim takes in statements that are much less alike on average; two sources that tell one thing share this much of
# their weighted words in some two of their statements, or some words and figures that weigh little because most of the
# story shares them. Set on six stories, where it parts them best.
_NEAR = 0.35
_SHARED = 3
_LOOSE = "@!"  # who takes part and what kind of event it is: a whole story shares these
_DIGITS = 6  # of a likeness; the rest is left by the order in which it was summed
_MANY = 30  # statements that are looked at; more repeat them

_Vector = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class _Telling:
    """What one source tells of a claim."""

    vectors: Sequence[_Vector]
    given: Sequence["_Given"]
    texts: int  # reports that quote it, copies of one text counted once


@dataclass(frozen=True, slots=True)
class _Given:
    """Goods that a statement tells to go from somebody to somebody."""

    givers: frozenset[str]
    recipients: frozenset[str]
    goods: frozenset[str]

    def is_of(self, other: "_Given") -> bool:
        """Whether both tell that the same goods went the same way, whatever words and figures each has."""
        ways = (self.givers & other.givers, self.recipients & other.recipients, self.goods & other.goods)
        return all(ways)


def parted(
    sources: Sequence[Source], positions: Sequence[Held], matter: Matter
) -> tuple[tuple[Source, ...], tuple[Source, ...]]:
    """The sources that are joined to the most central one by statements near one another, and the others."""
    if len(sources) < 2:
        return tuple(sources), ()
    held = {matter.passage(h.statement): h for h in positions}
    told = [_telling([held[p] for p in s.origin.passages if p in held], matter) for s in sources]
    inside = _joined_to(_most_central(told, [h.vector for h in positions[:_MANY]]), told)
    return (
        tuple(s for i, s in enumerate(sources) if i in inside),
        tuple(s for i, s in enumerate(sources) if i not in inside),
    )


def _telling(held: Sequence[Held], matter: Matter) -> _Telling:
    return _Telling(
        [h.vector for h in held[:_MANY]],
        [
            _given(h.statement.report, event, matter)
            for h in held[:_MANY]
            for event in h.statement.events
            if event.goods
        ],
        len({matter.first_copy[h.statement.report] for h in held}),
    )


def _given(report: int, event: Event, matter: Matter) -> _Given:
    report_id = matter.reports[report].id
    givers, recipients = (principals(report_id, ids, matter.cast) for ids in (event.actor, event.recipient))
    return _Given(givers, recipients, frozenset(goods.category.value for goods in event.goods))


def _most_central(told: Sequence[_Telling], claim: Sequence[_Vector]) -> int:
    """The source that most reports quote; of those the one whose statement is most like all of the claim."""

    def centrality(i: int) -> tuple[float, int]:
        central = ((sum(likeness(one, other) for other in claim), len(one)) for one in told[i].vectors)
        return max(((round(alike, _DIGITS), fullness) for alike, fullness in central), default=(0.0, 0))

    return max(range(len(told)), key=lambda i: (told[i].texts, centrality(i), -i))


def _joined_to(first: int, told: Sequence[_Telling]) -> set[int]:
    inside, ahead = {first}, [first]
    while ahead:
        here = told[ahead.pop()]
        near = [i for i, there in enumerate(told) if i not in inside and _tell_one_thing(here, there)]
        inside.update(near)
        ahead += near
    return inside


def _tell_one_thing(here: _Telling, there: _Telling) -> bool:
    return any(one.is_of(other) for one in here.given for other in there.given) or _are_near(
        here.vectors, there.vectors
    )


def _are_near(here: Sequence[_Vector], there: Sequence[_Vector]) -> bool:
    return any(
        _shared(one, other) >= _SHARED
        or (
            len(one.keys() & other.keys()) > 1 and likeness(one, other) >= _NEAR
        )  # by one word they may be near by chance
        for one in here
        for other in there
    )


def _shared(one: _Vector, other: _Vector) -> int:
    return sum(feature[0] not in _LOOSE for feature in one.keys() & other.keys())
