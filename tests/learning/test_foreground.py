"""Learning what tells a reported event from a recalled one."""

import json
from pathlib import Path

import yaml

from khabar.knowledge.logits import CONSTANT
from khabar.learning.foreground import Judged, as_yaml, held_out, judged_in, learned, likeliest
from khabar.values.event import EventType


def sentences() -> list[Judged]:
    told = [Judged(f"a{n}", "yes", (("own-clause", "new"),)) for n in range(20)]
    recalled = [Judged(f"b{n}", "easy no", (("relative",), ("relative", "old"))) for n in range(20)]
    unsure = [Judged("c", "ambiguous", (("own-clause", "old"),))] * 20
    return [*told, *recalled, *unsure, Judged("d", "easy no", ())]


def test_what_stands_in_told_sentences_speaks_for_the_foreground() -> None:
    weights = learned(sentences())
    assert weights["own-clause"] > 0 > weights["relative"]
    assert likeliest(weights, sentences()[0]) > 0.5 > likeliest(weights, sentences()[20])
    assert likeliest(weights, sentences()[-1]) == 0.0


def test_a_rare_cue_gets_no_weight() -> None:
    rare = Judged("e", "yes", (("own-clause", "seen once"),))
    assert "seen once" not in learned([*sentences(), rare])


def test_the_same_sentences_give_the_same_weights_in_any_order() -> None:
    one, other = (as_yaml({EventType.ASSAULT: learned(found)}) for found in (sentences(), sentences()[::-1]))
    assert one == other


def test_articles_held_out_are_judged() -> None:
    assert held_out(sentences(), frozenset({"easy no"})) == (1.0, 1.0, 1.0)


def test_weights_are_written_as_knowledge() -> None:
    rows = yaml.safe_load(as_yaml({EventType.ASSAULT: {CONSTANT: -1.0, "new": 0.5}, EventType.PROTEST: {CONSTANT: 0}}))
    assert rows == [
        {"id": CONSTANT, "assault": -1.0, "protest": 0.0},
        {"id": "new", "assault": 0.5, "protest": 0.0},
    ]


def test_sentences_are_read_with_their_cues(tmp_path: Path) -> None:
    row = {"id": "1", "source": "AAW_ARB_20080110.0001-3", "label": "yes", "text": "قتل عشرة جنود أمس في هجوم انتحاري."}
    (tmp_path / "assault_detection.jsonl").write_text(json.dumps(row), encoding="utf-8")
    (sentence,) = judged_in(tmp_path, EventType.ASSAULT)
    assert sentence.article == "AAW_ARB_20080110.0001"
    assert any({"verb.past", "time.days"} <= set(cues) for cues in sentence.cues)
