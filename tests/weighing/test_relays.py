"""What goes back to one origin is never called corroborated, however it was relayed; two sides still confirm one another."""

from collections.abc import Iterable, Iterator
from itertools import combinations, permutations

import pytest

from khabar.engine import read
from khabar.values.claim import Claim, Verdict
from khabar.values.report import Report
from khabar.weighing import weigh
from relaying import confirmation, dispatches, relays, speakers, told_by

RELAYED = 10  # reports of one dispatch


def claims(reports: Iterable[Report]) -> tuple[Claim, ...]:
    once = {report.sha256: report for report in reports}
    return weigh([(report, read(report)) for report in once.values()]).claims


def corroborated(found: Iterable[Claim]) -> list[str]:
    return [c.assessment.reasons[0].detail for c in found if c.assessment.verdict is Verdict.CORROBORATED]


def falsely(pairs: Iterable[tuple[str, str]]) -> Iterator[str]:
    yield from (f"{one} | {other}" for one, other in pairs if corroborated(claims(told_by(one, other))))


@pytest.mark.parametrize(
    ("number", "seed", "least"),
    [(120, 0, 250), *(pytest.param(450, seed, 900, marks=pytest.mark.slow) for seed in (1, 2, 3))],
)
def test_relays_of_one_origin_never_confirm_one_another(number: int, seed: int, least: int) -> None:
    found = claims(report for d in dispatches(number, seed) for report in relays(d, RELAYED, seed))
    assert sum(len({p.passage.report_id for p in c.positions}) > 1 for c in found) >= least
    assert corroborated(found) == []


def test_a_second_source_of_another_side_is_still_heard_among_relays() -> None:
    made = dispatches(60)
    reports = [report for d in made for report in (*relays(d, RELAYED), confirmation(d))]
    confirmed = {
        passage.report_id
        for claim in claims(reports)
        if claim.assessment.verdict is Verdict.CORROBORATED
        for passage in claim.assessment.reasons[0].shown_by
    }
    assert len([r for r in confirmed if r.startswith("second")]) >= 6


def test_one_speaker_under_two_names_does_not_confirm_himself() -> None:
    assert list(falsely((names[0], name) for names in speakers() for name in names[1:])) == []


@pytest.mark.slow
def test_no_two_names_of_one_speaker_confirm_one_another() -> None:
    assert list(falsely(pair for names in speakers() for pair in permutations(names, 2))) == []


def test_two_speakers_of_different_sides_do() -> None:
    firsts = [names[0] for names in speakers()][::5]
    pairs = list(combinations(firsts, 2))
    assert len(list(falsely(pairs))) >= 0.8 * len(pairs)
