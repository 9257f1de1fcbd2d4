"""Claims are measured by their positions, verdicts and origins, each annotated claim by one answer."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from khabar.errors import BadGold
from khabar.measures.figures import Figure
from khabar.measures.gold_stories import GoldStories, stories_in
from khabar.measures.weighing_quality import measure_claims
from khabar.values.claim import Assessment, Claim, CopyGroup, Origin, Position, PositionStance, Verdict
from khabar.values.event import EventType
from khabar.values.reason import Passage
from khabar.values.span import Span

TEXTS = {"s/1": "قالت الشركة إن السفينة غرقت.", "s/2": "نفت الوزارة غرق السفينة.", "s/3": "نفت الوزارة غرق السفينة"}
STORY = {
    "story": "s",
    "claims": [
        {
            "id": "c1",
            "gist": "السفينة غرقت",
            "gist_en": "The ship sank",
            "positions": [
                {"report": "s/1", "passage": "السفينة غرقت", "stance": "asserts", "chain": ["الشركة"]},
                {"report": "s/2", "passage": ["غرق", "السفينة"], "stance": "denies", "chain": ["الوزارة"]},
            ],
            "origins": {"asserts": ["الشركة"], "denies": ["الوزارة"]},
            "verdict": "disputed",
        },
        {"id": "c2", "gist": "left out", "positions": [], "origins": {}, "verdict": "disputed", "core": False},
    ],
    "near_copies": [["s/2", "s/3"]],
}


@pytest.fixture
def gold(tmp_path: Path) -> GoldStories:
    for own_id, text in TEXTS.items():
        (tmp_path / f"{own_id[-1]}.json").write_text(json.dumps({"id": own_id, "text": text}))
    (tmp_path / "story.json").write_text(json.dumps(STORY))
    stories = stories_in(tmp_path)
    assert stories is not None
    return stories


def position(report_id: str, words: str, stance: PositionStance) -> Position:
    start = TEXTS[report_id].index(words)
    return Position(Passage(report_id, Span(start, start + len(words))), stance)


RIGHT = Claim(
    "k1",
    "السفينة غرقت",
    EventType.ASSAULT,
    (position("s/1", "السفينة غرقت", PositionStance.ASSERTS), position("s/2", "غرق", PositionStance.DENIES)),
    Assessment(Verdict.DISPUTED, (Origin("الشركة", ()),), (Origin("الوزارة", ()),), ()),
)
COPIES = (CopyGroup(("s/2", "s/3"), ()),)


def figures(gold: GoldStories, *claims: Claim) -> dict[str, Figure]:
    return dict(measure_claims(gold, claims, COPIES).figures)


def test_right_claims_have_every_figure_at_one(gold: GoldStories) -> None:
    assert {name: figure.f1 for name, figure in figures(gold, RIGHT).items()} == {
        "position": 1.0,
        "position stance": 1.0,
        "verdict": 1.0,
        "origins": 1.0,
        "near copy": 1.0,
        "no false backing": 1.0,
    }


def test_one_claim_split_in_two_is_answered_by_one_half(gold: GoldStories) -> None:
    halves = [replace(RIGHT, id=f"k{n}", positions=(p,)) for n, p in enumerate(RIGHT.positions)]
    found = figures(gold, *halves)["position"]
    assert (found.precision, found.recall) == (1.0, 0.5)


def test_backing_by_one_origin_told_as_two_is_the_worst_fault(gold: GoldStories) -> None:
    two = (Origin("الشركة", ()), Origin("وكالة", ()))
    wrong = replace(RIGHT, assessment=Assessment(Verdict.CORROBORATED, two, (), ()))
    measured = measure_claims(gold, [wrong], COPIES)
    found = dict(measured.figures)
    assert (found["no false backing"].f1, found["verdict"].f1, found["origins"].f1) == (0.0, 0.0, 0.0)
    assert [fault.figure for fault in measured.faults] == ["verdict", "origins"]


def test_no_claim_at_all_finds_nothing(gold: GoldStories) -> None:
    measured = measure_claims(gold, [], ())
    found = dict(measured.figures)
    assert (found["position"].f1, found["near copy"].f1, found["no false backing"].f1) == (0.0, 0.0, 1.0)
    assert [(fault.kind, fault.what) for fault in measured.faults] == [("not found", "The ship sank")]


def test_a_folder_without_stories_has_none(tmp_path: Path) -> None:
    assert stories_in(tmp_path) is None


def test_a_broken_story_is_named(tmp_path: Path) -> None:
    (tmp_path / "story.json").write_text('{"claims": [{}]}')
    with pytest.raises(BadGold, match="story.json"):
        stories_in(tmp_path)
