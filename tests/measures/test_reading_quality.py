"""Figures say how much was read, and how much of what was read is so."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from measured_samples import GOLD, PERFECT, at

from khabar.errors import BadGold
from khabar.measures.figures import Figure
from khabar.measures.gold import GoldReport, gold_in
from khabar.measures.reading_quality import measure
from khabar.values.attribution import Attribution, Mode, Stance
from khabar.values.event import Status
from khabar.values.moment import Moment
from khabar.values.reading import Reading
from khabar.values.timex import Timex


def figures(gold: GoldReport, reading: Reading) -> dict[str, Figure]:
    return dict(measure([(gold, reading)]).figures)


def test_a_perfect_reading_has_every_figure_at_one(gold: GoldReport) -> None:
    measured = measure([(gold, PERFECT)])
    assert {name: round(figure.f1, 9) for name, figure in measured.figures} == dict.fromkeys(
        dict(measured.figures), 1.0
    )
    assert measured.faults == ()


def test_nothing_read_has_no_recall(gold: GoldReport) -> None:
    found = figures(gold, Reading("g1", "one", "ar", PERFECT.body))
    assert found["body"].f1 == 1.0
    assert [found[name].recall for name in ("mention", "link", "time", "attribution", "event")] == [0.0] * 5


def test_furniture_taken_for_the_article_costs_precision(gold: GoldReport) -> None:
    body = figures(gold, replace(PERFECT, body=()))["body"]
    assert body.recall == 1.0
    assert body.precision < 1.0


def test_a_wrong_speaker_is_a_fault_of_the_speaker_not_of_the_content(gold: GoldReport) -> None:
    first, second = PERFECT.attributions
    measured = measure([(gold, replace(PERFECT, attributions=(replace(first, chain=(("x2",),)), second)))])
    found = dict(measured.figures)
    assert (found["attribution"].f1, found["speaker"].f1, found["chain"].f1) == (1.0, 0.5, 0.5)
    assert [(fault.figure, fault.kind) for fault in measured.faults] == [("speaker", "other")]
    assert "وزارة الموانئ, got شركة البحار" in measured.faults[0].what


def test_a_wrong_link_before_the_right_speaker_is_a_wrong_chain_only(gold: GoldReport) -> None:
    first, second = PERFECT.attributions
    found = figures(gold, replace(PERFECT, attributions=(replace(first, chain=(("x2",), ("x1",))), second)))
    assert (found["speaker"].f1, found["chain"].f1) == (1.0, 0.5)


def test_a_spurious_saying_costs_precision_a_left_out_one_recall(gold: GoldReport) -> None:
    first, second = PERFECT.attributions
    spurious = Attribution("b3", at("الوزير"), (("x1",),), Stance.ASSERTS, Mode.DIRECT)
    more = figures(gold, replace(PERFECT, attributions=(first, second, spurious)))["attribution"]
    less = figures(gold, replace(PERFECT, attributions=(first,)))["attribution"]
    assert (round(more.precision, 2), more.recall) == (0.67, 1.0)
    assert (less.precision, less.recall) == (1.0, 0.5)


def test_what_careful_readers_may_leave_out_counts_for_neither_side(gold: GoldReport) -> None:
    both = (*PERFECT.times, Timex(at("اليوم"), Moment("2024-06-19")))
    assert figures(gold, replace(PERFECT, times=both))["time"].f1 == 1.0


def test_a_time_with_a_wrong_value_is_wrong(gold: GoldReport) -> None:
    assert figures(gold, replace(PERFECT, times=(Timex(at("أمس"), Moment("2024-06-16")),)))["time"].f1 == 0.0


def test_the_event_is_found_but_not_full_without_its_time(gold: GoldReport) -> None:
    (event,) = PERFECT.events
    found = figures(gold, replace(PERFECT, events=(replace(event, time=None),)))
    assert (found["event"].f1, found["who"].f1, found["full"].f1) == (1.0, 1.0, 0.0)


def test_a_repeat_of_a_found_event_costs_nothing(gold: GoldReport) -> None:
    (event,) = PERFECT.events
    repeat = replace(event, id="w2", anchor=at("السفينة"))
    assert figures(gold, replace(PERFECT, events=(event, repeat)))["event"].f1 == 1.0


def test_a_plan_told_as_a_fact_is_a_fault_of_status(gold: GoldReport) -> None:
    (event,) = PERFECT.events
    measured = measure([(gold, replace(PERFECT, events=(replace(event, status=Status.PLANNED),)))])
    assert dict(measured.figures)["status"].f1 == 0.0
    assert [(f.kind, f.what) for f in measured.faults] == [("actual read as planned", "CONSULT زار")]


def test_two_things_taken_for_one_cost_coreference_precision(gold: GoldReport) -> None:
    one, two, *rest = PERFECT.entities
    lumped = replace(one, mentions=(*one.mentions, *two.mentions))
    coref = figures(gold, replace(PERFECT, entities=(lumped, *rest)))["coref"]
    assert coref.precision < 1.0
    assert coref.recall == 1.0


def test_a_mention_inside_another_word_is_no_mention(tmp_path: Path) -> None:
    given = GOLD | {"text": "عدنان في عدن وبعدن", "body": [], "times": [], "attributions": [], "events": []}
    (tmp_path / "g.json").write_text(json.dumps(given), encoding="utf-8")
    (report,) = gold_in(tmp_path)
    assert [mention.span.start for mention in report.mentions] == [9, 15]


@pytest.mark.parametrize(
    ("given", "said"),
    [("[]", "no annotated report"), ("{", "no annotated report"), ('{"id": "x"}', "text")],
)
def test_a_file_that_is_no_annotation_is_named(tmp_path: Path, given: str, said: str) -> None:
    (tmp_path / "bad.json").write_text(given)
    with pytest.raises(BadGold, match=said) as error:
        list(gold_in(tmp_path))
    assert "bad.json" in str(error.value)


def test_a_folder_without_annotation_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadGold, match="no annotated report"):
        list(gold_in(tmp_path))


def test_words_that_are_not_in_the_text_are_told(tmp_path: Path) -> None:
    (tmp_path / "g.json").write_text(json.dumps(GOLD | {"times": [{"text": "غدا", "value": "2024"}]}))
    with pytest.raises(BadGold, match="غدا"):
        list(gold_in(tmp_path))
