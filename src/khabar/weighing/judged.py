"""Claims put together and taken apart as a person judged."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from khabar.resolution.gathering import likeness
from khabar.values.judgement import Judged, Judgement
from khabar.values.reason import Passage, Reason
from khabar.weighing.claims import Gathered
from khabar.weighing.matter import Matter

_Place = tuple[int, int, int]  # story, claim, statement


def as_judged(
    stories: Sequence[Sequence[Gathered]], judgements: Iterable[Judgement], matter: Matter
) -> list[list[Gathered]]:
    """The claims of each story after all judgements, the earliest first; those on what is no more change nothing."""
    found = [list(claims) for claims in stories]
    for judgement in sorted(judgements, key=lambda j: (j.at, j.one, j.other)):
        if judgement.of is Judged.CLAIM:
            _apply(judgement, found, matter)
    return [[claim for claim in claims if claim.statements] for claims in found]


def _apply(judgement: Judgement, stories: list[list[Gathered]], matter: Matter) -> None:
    one, other = (_place(p, stories, matter) for p in (judgement.one, judgement.other))
    if one is None or other is None:
        return
    if judgement.same and one[:2] != other[:2]:
        home, guest = sorted((one, other))
        why = Reason("judged-same", (judgement.one, judgement.other), judgement.told)
        joined = _together(stories[home[0]][home[1]], stories[guest[0]][guest[1]], why)
        stories[home[0]][home[1]] = joined
        stories[guest[0]][guest[1]] = Gathered((), ())
    elif not judgement.same and one[:2] == other[:2] and one != other:
        whole = stories[one[0]][one[1]]
        stories[one[0]][one[1]], apart = _apart(whole, one[2], other[2], matter)
        stories[one[0]].append(apart)


def _place(passage: Passage, stories: Sequence[Sequence[Gathered]], matter: Matter) -> _Place | None:
    """Where the statement that shares most with the passage was put; None: there is none."""
    shares = [
        (min(p.span.end, passage.span.end) - max(p.span.start, passage.span.start), (-number, -at, -n))
        for number, claims in enumerate(stories)
        for at, claim in enumerate(claims)
        for n, statement in enumerate(claim.statements)
        if matter.reports[statement.report].id == passage.report_id and (p := matter.passage(statement))
    ]
    most = max(shares, default=None)
    if most is None or most[0] <= 0:
        return None
    number, at, n = most[1]
    return -number, -at, -n


def _together(home: Gathered, guest: Gathered, why: Reason) -> Gathered:
    pairs = [*zip(home.statements, home.vectors, strict=True), *zip(guest.statements, guest.vectors, strict=True)]
    pairs.sort(key=lambda pair: (pair[0].report, pair[0].passage))
    reasons = (*home.reasons, *guest.reasons, why)
    return Gathered(tuple(s for s, _ in pairs), tuple(v for _, v in pairs), reasons)


def _apart(whole: Gathered, one: int, other: int, matter: Matter) -> tuple[Gathered, Gathered]:
    """The statements of a claim, each with that of the two that it is more like."""
    first, second = whole.vectors[one], whole.vectors[other]
    gone = {n for n, v in enumerate(whole.vectors) if n != one and likeness(v, second) > likeness(v, first)} | {other}
    return _part(whole, [n for n in range(len(whole.vectors)) if n not in gone], matter), _part(
        whole, sorted(gone), matter
    )


def _part(whole: Gathered, kept: Sequence[int], matter: Matter) -> Gathered:
    statements = tuple(whole.statements[n] for n in kept)
    passages = {matter.passage(s) for s in statements}
    reasons = tuple(r for r in whole.reasons if set(r.shown_by) <= passages)
    return replace(whole, statements=statements, vectors=tuple(whole.vectors[n] for n in kept), reasons=reasons)
