"""Statements of two stories that are of one claim: one happening told in two matters, and news taken back later."""

from collections import defaultdict
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace

from khabar.resolution.features import words_of
from khabar.resolution.statements import Statement
from khabar.values.reason import Reason
from khabar.weighing.claims import Gathered
from khabar.weighing.happenings import happening_in
from khabar.weighing.matter import Matter
from khabar.weighing.stances import denies

_SHARED = 0.3  # of the words of the shorter statement that the other has, beside doer, kind and time
_REPEATED = 0.6  # where one source is told to have said the same
_FEWEST = 3  # words that two share at least
_LOOK_BACK = 200  # tellings of one doer and kind that a later one is held against
_FULL = 16  # statements of a claim that takes in nothing more from other stories

Place = tuple[int, int, int]  # story, claim, statement
_Guest = tuple[Place, Place, str]  # which statement, to which it comes, why


@dataclass(frozen=True, slots=True)
class _Words:
    """All statements with the words by which they are compared."""

    stories: Sequence[Sequence[Gathered]]

    def statement(self, at: Place) -> Statement:
        return self.stories[at[0]][at[1]].statements[at[2]]

    def share(self, one: Place, other: Place) -> float:
        first, second = self._of(one), self._of(other)
        shared = first & second
        return len(shared) / min(len(first), len(second)) if len(shared) >= _FEWEST else 0.0

    def _of(self, at: Place) -> frozenset[str]:
        return words_of(self.stories[at[0]][at[1]].vectors[at[2]])


def joined_across(stories: Sequence[Sequence[Gathered]], matter: Matter) -> list[list[Gathered]]:
    """The claims of each story, with what other stories tell of the same taken from there into the earlier."""
    words = _Words(stories)
    moved: dict[Place, tuple[Place, str]] = {}
    for home, guest, code in (*_told_again(words, matter), *_taken_back(words, matter)):
        full = len(stories[home[0]][home[1]].statements) >= _FULL
        if guest not in moved and home not in moved and not full:
            moved[guest] = home, code
    guests: dict[tuple[int, int], list[_Guest]] = defaultdict(list)
    for guest, (home, code) in sorted(moved.items()):
        guests[home[:2]].append((guest, home, code))
    return [
        [
            claim
            for at, gathered in enumerate(claims)
            if (
                claim := _changed(gathered, _gone((number, at), gathered, moved), guests[number, at], words, matter)
            ).statements
        ]
        for number, claims in enumerate(stories)
    ]


def _told_again(words: _Words, matter: Matter) -> Iterator[tuple[Place, Place, str]]:
    """Pairs of places in two stories where the same happening is told; the earlier first."""
    by_doer: dict[tuple[str, str], list[Place]] = defaultdict(list)
    told = {at: h for at in _places(words) if (h := happening_in(words.statement(at), matter))}
    for at, happening in told.items():
        for doer in happening.acting:
            by_doer[happening.type.value, doer].append(at)
    for _, places in sorted(by_doer.items()):
        for number, guest in enumerate(places):
            for home in places[max(0, number - _LOOK_BACK) : number]:
                if home[0] != guest[0] and told[home].same_as(told[guest]) and words.share(home, guest) >= _SHARED:
                    yield home, guest, "same-happening"
                    break


def _taken_back(words: _Words, matter: Matter) -> Iterator[tuple[Place, Place, str]]:
    """What a source said in one story, and in another is told to have said and taken back."""
    back = [at for at in _places(words) if words.statement(at).retracts and words.statement(at).chain]
    if not back:
        return
    by_speaker: dict[frozenset[str], list[Place]] = defaultdict(list)
    for at in _places(words):
        if words.statement(at).chain and not denies(words.statement(at)):
            by_speaker[matter.speakers(words.statement(at))].append(at)
    for at in back:
        own = by_speaker[matter.speakers(words.statement(at))]
        for home in (p for p in own if p[:2] == at[:2]):
            for guest in own:
                if guest[0] != home[0] and words.share(home, guest) >= _REPEATED:
                    yield home, guest, "same-source-said-it"


def _places(words: _Words) -> Iterator[Place]:
    for number, claims in enumerate(words.stories):
        for at, gathered in enumerate(claims):
            for n in range(len(gathered.statements)):
                yield number, at, n


def _gone(place: tuple[int, int], gathered: Gathered, moved: Container[Place]) -> frozenset[int]:
    return frozenset(n for n in range(len(gathered.statements)) if (*place, n) in moved)


def _changed(
    gathered: Gathered, gone: frozenset[int], guests: Sequence[_Guest], words: _Words, matter: Matter
) -> Gathered:
    """A claim without the statements that went elsewhere, and with those that came."""
    if not guests and not gone:
        return gathered
    told = zip(gathered.statements, gathered.vectors, strict=True)
    kept = [pair for n, pair in enumerate(told) if n not in gone]
    kept += [(words.statement(g), words.stories[g[0]][g[1]].vectors[g[2]]) for g, _, _ in guests]
    kept.sort(key=lambda pair: (pair[0].report, pair[0].passage))
    passages = {matter.passage(gathered.statements[n]) for n in gone}
    reasons = [r for r in gathered.reasons if r.shown_by[1] not in passages]
    for guest, home, code in guests:
        shown = (matter.passage(words.statement(home)), matter.passage(words.statement(guest)))
        reasons.append(
            Reason(code, shown, "; ".join(matter.reports[words.statement(p).report].id for p in (home, guest)))
        )
    return replace(
        gathered,
        statements=tuple(s for s, _ in kept),
        vectors=tuple(v for _, v in kept),
        reasons=tuple(reasons),
    )
