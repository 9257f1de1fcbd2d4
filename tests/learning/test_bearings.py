"""Learning what tells that two sentences disagree."""

import yaml

from khabar.knowledge.bearings import AGAINST, AKIN
from khabar.knowledge.logits import CONSTANT
from khabar.learning.bearings import Told, as_yaml, held_out, learned, told_in
from khabar.measures.bearing_quality import JudgedPair
from khabar.values.agreement import Agreement


def pairs() -> list[Told]:
    cues = {Agreement.AGREES: "near", Agreement.DISAGREES: "opposed", Agreement.OTHER: "far"}
    return [
        (JudgedPair(f"{cue} {n}", "", agreement), frozenset({cue, "near"} - ({"near"} if cue == "far" else set())))
        for agreement, cue in cues.items()
        for n in range(20)
    ]


def test_what_stands_between_opposites_speaks_for_disagreement() -> None:
    weights = learned(pairs())
    assert weights[AGAINST]["opposed"] > 0
    assert weights[AKIN]["near"] > 0 > weights[AKIN]["far"]
    assert "far" not in weights[AGAINST]


def test_pairs_held_out_are_judged() -> None:
    judged = held_out(pairs())
    assert len(judged) == 60
    assert all(pair.agreement is said for pair, said in judged)


def test_the_same_pairs_give_the_same_weights_in_any_order() -> None:
    assert as_yaml(learned(pairs())) == as_yaml(learned(pairs()[::-1]))


def test_weights_are_written_as_knowledge() -> None:
    rows = yaml.safe_load(as_yaml({AKIN: {CONSTANT: -1.0, "near": 0.5}, AGAINST: {CONSTANT: 0.25}}))
    assert rows == [
        {"id": CONSTANT, AKIN: -1.0, AGAINST: 0.25},
        {"id": "near", AKIN: 0.5, AGAINST: 0.0},
    ]


def test_pairs_are_read_with_their_cues() -> None:
    pair = JudgedPair("رفعت الشركة الأجور", "خفضت الشركة الأجور", Agreement.DISAGREES)
    ((_, cues),) = told_in([pair])
    assert "opposite-words" in cues
