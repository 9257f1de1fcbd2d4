"""Claims over many reports against annotation: positions found, verdicts and origins right, copies told."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from khabar.measures.figures import Fault, Figure, Measured, Tally
from khabar.measures.gold_stories import GoldClaim, GoldPosition, GoldStories, pairs
from khabar.measures.matching import shared
from khabar.values.claim import Claim, CopyGroup, Position, Verdict

_LEAST_SHARED = 1 / 3  # of the shorter passage


@dataclass(slots=True)
class _Counts:
    """What is counted while the claims are gone through."""

    hits: int = 0
    found: int = 0
    wanted: int = 0
    stances: int = 0
    verdicts: int = 0
    origins: int = 0
    false_corroborations: int = 0


def measure_claims(gold: GoldStories, claims: Sequence[Claim], copies: Iterable[CopyGroup]) -> Measured:
    """The figures of weighing; `no false backing` is the share of claims that are not wrongly called corroborated."""
    counts, faults = _Counts(), list[Fault]()
    answers = _answers(gold.claims, claims)
    annotated = [position for claim in gold.claims for position in claim.positions]
    for i, wanted in enumerate(gold.claims):
        counts.wanted += len(wanted.positions)
        faults += _count(wanted, answers.get(i), annotated, counts)
    told, right = pairs(group.reports for group in copies), gold.copies
    number = len(gold.claims)
    figures = (
        ("position", _figure(counts.hits, counts.found, counts.wanted)),
        ("position stance", _figure(counts.stances, counts.hits, counts.hits)),
        ("verdict", _figure(counts.verdicts, number, number)),
        ("origins", _figure(counts.origins, number, number)),
        ("near copy", _figure(len(told & right), len(told), len(right))),
        ("no false backing", _figure(number - counts.false_corroborations, number, number)),
    )
    return Measured(figures, tuple(faults))


def _figure(right: int, found: int, gold: int) -> Figure:
    return Tally(right, found, gold).figure()


def _answers(gold: Sequence[GoldClaim], claims: Sequence[Claim]) -> dict[int, Claim]:
    """Which claim answers which annotated one: one for one, by the positions they share."""
    shares = [
        (-sum(any(_same(g, p) for p in claim.positions) for g in wanted.positions), i, j)
        for i, wanted in enumerate(gold)
        for j, claim in enumerate(claims)
    ]
    answers: dict[int, Claim] = {}
    used: set[int] = set()
    for share, i, j in sorted(shares):
        if share and i not in answers and j not in used:
            answers[i] = claims[j]
            used.add(j)
    return answers


def _count(wanted: GoldClaim, answer: Claim | None, annotated: Sequence[GoldPosition], counts: _Counts) -> list[Fault]:
    hits = _hits(wanted, answer)
    if answer is None or not hits:
        return [Fault("position", "-", wanted.gist, "not found")]
    touching = [p for p in answer.positions if any(_same(g, p) for g in annotated)]
    verdict = answer.assessment.verdict
    counts.hits += len(hits)
    counts.found += max(len(touching), len(hits))
    counts.stances += sum(g.stance == p.stance for g, p in hits)
    counts.verdicts += verdict == wanted.verdict
    counts.origins += len(answer.assessment.asserts) == wanted.origins
    counts.false_corroborations += verdict is Verdict.CORROBORATED and wanted.origins < 2
    return list(_faults(wanted, answer, len(hits)))


def _faults(wanted: GoldClaim, answer: Claim, hits: int) -> Iterable[Fault]:
    verdict, origins = answer.assessment.verdict, answer.assessment.asserts
    if hits < len(wanted.positions):
        yield Fault("position", answer.id, f"{wanted.gist}: {hits} of {len(wanted.positions)} positions", "too few")
    if verdict != wanted.verdict:
        yield Fault("verdict", answer.id, wanted.gist, f"{wanted.verdict} read as {verdict}")
    if len(origins) != wanted.origins:
        names = "، ".join(origin.name for origin in origins)
        kind = "too few" if len(origins) < wanted.origins else "too many"
        yield Fault("origins", answer.id, f"{wanted.gist}: {wanted.origins}, got {len(origins)} ({names})", kind)


def _hits(wanted: GoldClaim, answer: Claim | None) -> list[tuple[GoldPosition, Position]]:
    """Each annotated position that was found, with the first that answers it."""
    given = answer.positions if answer else ()
    firsts = ((g, next((p for p in given if _same(g, p)), None)) for g in wanted.positions)
    return [(g, p) for g, p in firsts if p is not None]


def _same(g: GoldPosition, p: Position) -> bool:
    if g.report_id != p.passage.report_id:
        return False
    common = shared(g.span, p.passage.span)
    return common > 0 and common / min(len(g.span), len(p.passage.span)) >= _LEAST_SHARED
