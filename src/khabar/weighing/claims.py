"""Statements of one story that are about the same thing, gathered into what they take a position on."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from khabar.resolution.features import features_in
from khabar.resolution.gathering import gathered, likeness, weighted
from khabar.resolution.statements import Statement
from khabar.values.attribution import Stance
from khabar.values.reason import Reason
from khabar.weighing.matter import Matter
from khabar.weighing.roles import roles_in
from khabar.weighing.stances import denies, rejects

# Statements of one claim share on average an eighth of their weighted words, actors and figures, other statements of
# their story half of that; set on six stories.
_ALIKE = 0.13
# In a story that one report tells, all statements are near one another; only a repetition is the same claim.
_ALIKE_IN_ONE = 0.25
# One that stands alone may join a claim on less, where no other claim comes near.
_ALONE_ALIKE = 0.06
_CLEARLY = 1.3
# A reply ('all of that is made up') has few words of its own: it may join what it replies to on next to nothing.
_REPLY_ALIKE = 0.02


@dataclass(frozen=True, slots=True)
class Gathered:
    """The statements of one claim, in the order of the reports, and why they are taken together."""

    statements: tuple[Statement, ...]
    vectors: tuple[Mapping[str, float], ...]  # by what each statement was compared
    reasons: tuple[Reason, ...] = ()


def gathered_claims(statements: Sequence[Statement], matter: Matter) -> list[Gathered]:
    """The claims of one story's statements."""
    spoken = [s for s in statements if s.stance is not Stance.QUESTIONS]
    vectors = weighted(_features(spoken, matter))

    roles = [roles_in(s, matter) for s in spoken]

    def may_meet(one: int, other: int) -> bool:
        return spoken[one].act is spoken[other].act and not roles[one].turned_round(roles[other])

    told_twice = len({matter.first_copy[s.report] for s in spoken}) > 1
    groups = gathered(vectors, _ALIKE if told_twice else _ALIKE_IN_ONE, may_meet)
    groups = _with_stragglers(groups, spoken, vectors, may_meet)
    return [
        Gathered(tuple(spoken[i] for i in g), tuple(vectors[i] for i in g), _reasons(g, spoken, vectors, matter))
        for g in groups
    ]


def _with_stragglers(
    groups: Sequence[Sequence[int]],
    spoken: Sequence[Statement],
    vectors: Sequence[Mapping[str, float]],
    may_meet: Callable[[int, int], bool],
) -> list[list[int]]:
    """Statements that stand alone, put to the claim that they are most likely about."""
    claims = [list(g) for g in groups if len(g) > 1]
    cores = [tuple(g) for g in claims]
    alone = []
    for (i,) in (g for g in groups if len(g) == 1):
        allowed = [at for at, core in enumerate(cores) if all(may_meet(i, j) for j in core)]
        at = _likeliest(i, allowed, cores, spoken, vectors)
        if at is None:
            alone.append([i])
        else:
            claims[at].append(i)
    return sorted(sorted(g) for g in (*claims, *alone))


def _average(i: int, core: Sequence[int], vectors: Sequence[Mapping[str, float]]) -> float:
    return sum(likeness(vectors[i], vectors[j]) for j in core) / len(core)


def _likeliest(
    i: int,
    allowed: Sequence[int],
    cores: Sequence[Sequence[int]],
    spoken: Sequence[Statement],
    vectors: Sequence[Mapping[str, float]],
) -> int | None:
    alike = sorted(((_average(i, cores[at], vectors), -at) for at in allowed), reverse=True)[:2]
    if not alike:
        return None
    second = alike[1][0] if len(alike) > 1 else 0.0
    best, at = alike[0][0], -alike[0][1]
    if best >= _ALONE_ALIKE and best >= _CLEARLY * second:
        return at
    if rejects(spoken[i]) or spoken[i].stance is Stance.DECLINES:
        return _replied_to(i, allowed, cores, spoken, vectors)
    return None


def _replied_to(
    i: int,
    allowed: Sequence[int],
    cores: Sequence[Sequence[int]],
    spoken: Sequence[Statement],
    vectors: Sequence[Mapping[str, float]],
) -> int | None:
    """The claim that a reply without words of its own answers: one of its report's, the most contested first."""
    here = [at for at in allowed if any(spoken[j].report == spoken[i].report for j in cores[at])]

    def weight(at: int) -> tuple[float, int, int]:
        alike = _average(i, cores[at], vectors)
        return (alike if alike >= _REPLY_ALIKE else 0.0, sum(denies(spoken[j]) for j in cores[at]), -at)

    return max(here, key=weight, default=None)


def _features(statements: Sequence[Statement], matter: Matter) -> list[Mapping[str, float]]:
    found: list[Mapping[str, float]] = []
    for at, mine in groupby(statements, key=lambda s: s.report):
        found += features_in(list(mine), matter.reports[at].id, matter.texts[at], matter.readings[at], matter.cast)
    return found


def _reasons(
    group: Sequence[int], spoken: Sequence[Statement], vectors: Sequence[Mapping[str, float]], matter: Matter
) -> tuple[Reason, ...]:
    """For each statement after the first, what ties it to the one that it is most like."""
    reasons = []
    for at, i in enumerate(group[1:], start=1):
        nearest = max(group[:at], key=lambda j: (likeness(vectors[i], vectors[j]), -j))
        shared = vectors[i].keys() & vectors[nearest].keys()
        telling = sorted(shared, key=lambda f: (-vectors[i][f] * vectors[nearest][f], f))[:4]
        passages = (matter.passage(spoken[nearest]), matter.passage(spoken[i]))
        reasons.append(Reason(_code(telling), passages, ", ".join(_told(f, matter) for f in telling)))
    return tuple(reasons)


def _code(features: Sequence[str]) -> str:
    signs = {f[0] for f in features}
    if "!" in signs and "@" in signs:
        return "same-event-and-actors"
    return "same-figure" if "#" in signs else "same-words"


def _told(feature: str, matter: Matter) -> str:
    if feature[0] == "@":
        return matter.cast.by_id[feature[1:]].name
    return feature.lstrip("!#=")
