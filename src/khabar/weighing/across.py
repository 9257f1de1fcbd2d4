"""Statements of two stories that are of one claim: one happening told in two matters, and news taken back later."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from sys import intern

from khabar.resolution.features import words_of
from khabar.resolution.statements import Statement
from khabar.resolution.stems import stems
from khabar.values.reason import Reason
from khabar.weighing.asked import Answered
from khabar.weighing.claims import Gathered
from khabar.weighing.happenings import Happening, happening_in
from khabar.weighing.matter import Matter
from khabar.weighing.roles import CLOSE, agree
from khabar.weighing.stances import denies

_SHARED = 0.3  # of the words of the shorter statement that the other has, beside doer, kind and time
_REPEATED = 0.6  # where one source is told to have said the same
_FEWEST = 3  # words that two share at least
_LOOK_BACK = 200  # tellings of one doer and kind that a later one is held against
_FULL = 16  # statements of a claim that takes in nothing more from other stories

At = tuple[int, int]  # claim, statement
Place = tuple[int, int, int]  # story, claim, statement
Moves = Mapping[Place, tuple[Place, str]]  # which statement, to which it goes, why
_Guest = tuple[Place, Place, str]  # which statement, to which it comes, why


@dataclass(frozen=True, slots=True)
class Saying:
    """What somebody is quoted with, and does not deny."""

    at: At
    speakers: frozenset[str]
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Sayings:
    """All that the people of one story are quoted with, in the order of its claims."""

    all: tuple[Saying, ...]


@dataclass(frozen=True, slots=True)
class Deed:
    """A happening that one statement tells."""

    at: At
    happening: Happening
    words: frozenset[str]
    language: str = "ar"  # of its report
    quantities: frozenset[str] = frozenset()  # of goods
    things: frozenset[str] = frozenset()  # the words for goods


@dataclass(frozen=True, slots=True)
class Told:
    """Of the claims of one story, what may be told in another too."""

    sizes: tuple[int, ...]  # statements of each claim
    deeds: tuple[Deed, ...] = ()
    taken_back: tuple[Saying, ...] = ()
    speakers: frozenset[str] = frozenset()  # whom anything is put to, those who speak together as one
    rests_on: Answered = Answered()


def told_in(claims: Sequence[Gathered], matter: Matter) -> Told:
    """What other stories may tell too, in the order of the claims."""
    # the words of all stories lie in memory together: each is held once
    statements = [(at, s, frozenset(map(intern, words_of(c.vectors[at[1]])))) for at, c, s in _statements(claims)]
    deeds = tuple(
        Deed(at, h, words, matter.readings[s.report].language, _quantities(s), _things(s, matter))
        for at, s, words in statements
        if (h := happening_in(s, matter))
    )
    back = tuple(Saying(at, matter.speakers(s), words) for at, s, words in statements if s.retracts and s.chain)
    speakers = frozenset(together(said.speakers) for said in sayings_in(claims, matter).all)
    return Told(tuple(len(c.statements) for c in claims), deeds, back, speakers)


def sayings_in(claims: Sequence[Gathered], matter: Matter) -> Sayings:
    """What people are quoted with in one story, in the order of the claims."""
    return Sayings(
        tuple(
            Saying(at, matter.speakers(s), words_of(c.vectors[at[1]]))
            for at, c, s in _statements(claims)
            if s.chain and not denies(s)
        )
    )


def together(speakers: Iterable[str]) -> str:
    """One word for all who speak together."""
    return " ".join(sorted(speakers))


def moves_among(stories: Sequence[Told], said: Callable[[frozenset[str]], Iterable[tuple[int, Saying]]]) -> Moves:
    """Which statements go to a claim of another story.

    `said` gives what these speakers together are quoted with, in the order of the stories, each with its story.
    """
    moved: dict[Place, tuple[Place, str]] = {}
    for home, guest, code in (*_told_again(stories), *_taken_back(stories, said)):
        full = stories[home[0]].sizes[home[1]] >= _FULL
        if guest not in moved and home not in moved and not full:
            moved[guest] = home, code
    return moved


def with_moved(stories: Sequence[Sequence[Gathered]], moved: Moves, matter: Matter) -> list[list[Gathered]]:
    """The claims of each story, with what other stories tell of the same taken from there into the earlier."""
    guests: dict[tuple[int, int], list[_Guest]] = defaultdict(list)
    for guest, (home, code) in sorted(moved.items()):
        guests[home[:2]].append((guest, home, code))
    return [
        [
            claim
            for at, gathered in enumerate(claims)
            if (
                claim := _changed(gathered, _gone((number, at), gathered, moved), guests[number, at], stories, matter)
            ).statements
        ]
        for number, claims in enumerate(stories)
    ]


def _statements(claims: Sequence[Gathered]) -> Iterator[tuple[At, Gathered, Statement]]:
    for number, claim in enumerate(claims):
        for n, statement in enumerate(claim.statements):
            yield (number, n), claim, statement


class _Tellings:
    """All that is told of one doer and kind, in the order of the stories."""

    def __init__(self) -> None:
        self.places: list[tuple[Place, Deed]] = []
        self._by_day: dict[date, list[int]] = defaultdict(list)

    def add(self, place: Place, deed: Deed) -> None:
        for day in _days(deed.happening):
            self._by_day[day].append(len(self.places))
        self.places.append((place, deed))

    def before(self, number: int) -> Iterator[tuple[Place, Deed]]:
        """Those of the last before it that are of its days, and so may be of the same."""
        found: set[int] = set()
        for day in _days(self.places[number][1].happening, CLOSE):
            here = self._by_day.get(day, [])
            found.update(here[bisect_left(here, number - _LOOK_BACK) : bisect_left(here, number)])
        yield from (self.places[at] for at in sorted(found))


def _days(happening: Happening, more: timedelta = timedelta(0)) -> Iterator[date]:
    if happening.first is None or happening.last is None:
        return
    day = happening.first - more
    while day <= happening.last + more:
        yield day
        day += timedelta(days=1)


def _told_again(stories: Sequence[Told]) -> Iterator[tuple[Place, Place, str]]:
    """Pairs of places in two stories where the same happening is told; the earlier first."""
    by_doer: dict[tuple[str, str], _Tellings] = defaultdict(_Tellings)
    for number, told in enumerate(stories):
        for deed in told.deeds:
            for doer in sorted(deed.happening.acting):
                by_doer[deed.happening.type.value, doer].add((number, *deed.at), deed)
    for _, tellings in sorted(by_doer.items()):
        for number, (guest, deed) in enumerate(tellings.places):
            for home, other in tellings.before(number):
                same = home[0] != guest[0] and other.happening.same_as(deed.happening)
                if same and _told_alike(other, deed):
                    yield home, guest, "same-happening"
                    break


def _taken_back(
    stories: Sequence[Told], said: Callable[[frozenset[str]], Iterable[tuple[int, Saying]]]
) -> Iterator[tuple[Place, Place, str]]:
    """What a source said in one story, and in another is told to have said and taken back."""
    for number, told in enumerate(stories):
        for back in told.taken_back:
            own = [((story, *saying.at), saying) for story, saying in said(back.speakers)]
            for home, first in (pair for pair in own if pair[0][:2] == (number, back.at[0])):
                for guest, other in own:
                    if guest[0] != home[0] and _share(first.words, other.words) >= _REPEATED:
                        yield home, guest, "same-source-said-it"


def _told_alike(one: Deed, other: Deed) -> bool:
    """Whether two tellings of one doer and kind share words; in two languages a party or place, and quantities."""
    if one.language == other.language:
        return _is_one_gift(one, other) or _share(one.words, other.words) >= _SHARED
    here, there = (d.happening.acted_on | d.happening.place for d in (one, other))
    met = len(one.happening.acting & other.happening.acting) > 1  # who met whom
    return (met or bool(here & there)) and agree(one.quantities, other.quantities)


def _quantities(statement: Statement) -> frozenset[str]:
    return frozenset(g.quantity for e in statement.events for g in e.goods if g.quantity)


def _is_one_gift(one: Deed, other: Deed) -> bool:
    """Whether both tell that one thing went to one taker on one and the same day: no more is needed."""
    here, there = one.happening, other.happening
    same_day = here.dated and there.dated and (here.first, here.last) == (there.first, there.last)
    return same_day and bool(here.acted_on & there.acted_on) and bool(one.things & other.things)


def _things(statement: Statement, matter: Matter) -> frozenset[str]:
    text = matter.reports[statement.report].text
    words = (word for event in statement.events for goods in event.goods for word in goods.span.of(text).split())
    return frozenset(stem for word in words for stem in stems(word))


def _share(first: frozenset[str], second: frozenset[str]) -> float:
    shared = first & second
    return len(shared) / min(len(first), len(second)) if len(shared) >= _FEWEST else 0.0


def _gone(place: tuple[int, int], gathered: Gathered, moved: Container[Place]) -> frozenset[int]:
    return frozenset(n for n in range(len(gathered.statements)) if (*place, n) in moved)


def _changed(
    gathered: Gathered,
    gone: frozenset[int],
    guests: Sequence[_Guest],
    stories: Sequence[Sequence[Gathered]],
    matter: Matter,
) -> Gathered:
    """A claim without the statements that went elsewhere, and with those that came."""
    if not guests and not gone:
        return gathered
    told = zip(gathered.statements, gathered.vectors, strict=True)
    kept = [pair for n, pair in enumerate(told) if n not in gone]
    came = {place: stories[place[0]][place[1]] for guest, home, _ in guests for place in (guest, home)}
    kept += [(came[g].statements[g[2]], came[g].vectors[g[2]]) for g, _, _ in guests]
    kept.sort(key=lambda pair: (pair[0].report, pair[0].passage))
    passages = {matter.passage(gathered.statements[n]) for n in gone}
    reasons = [r for r in gathered.reasons if r.shown_by[1] not in passages]
    for guest, home, code in guests:
        pair = [came[p].statements[p[2]] for p in (home, guest)]
        shown = tuple(matter.passage(s) for s in pair)
        reasons.append(Reason(code, shown, "; ".join(matter.reports[s.report].id for s in pair)))
    return replace(
        gathered,
        statements=tuple(s for s, _ in kept),
        vectors=tuple(v for _, v in kept),
        reasons=tuple(reasons),
    )
