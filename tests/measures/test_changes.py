"""What two readings of one report have otherwise, and whether the later is the better."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from measured_samples import PERFECT, TEXT, at

from khabar.engine import read
from khabar.errors import BadForm
from khabar.measures.changes import Change, How, changes
from khabar.measures.comparison import compare
from khabar.measures.gold import GoldReport, gold_in
from khabar.values.attribution import Stance
from khabar.values.moment import Moment
from khabar.values.reading import Reading
from khabar.values.timex import Timex
from khabar.views.bench_format import prediction, reading_from

CORPUS = Path(__file__).parents[1] / "corpus"


def told(before: Reading, after: Reading) -> list[Change]:
    return list(changes(before, after, TEXT))


def test_equal_readings_have_no_changes() -> None:
    assert told(PERFECT, PERFECT) == []


def test_what_only_one_reading_has_is_added_or_gone() -> None:
    less = replace(PERFECT, attributions=PERFECT.attributions[:1])
    (added,) = told(less, PERFECT)
    assert (added.item, added.how, added.words) == ("attribution", How.ADDED, "ذلك")
    assert ("chain", "", "شركة البحار") in added.facts
    (gone,) = told(PERFECT, less)
    assert (gone.how, gone.words) == (How.GONE, "ذلك")
    assert ("stance", "denies", "") in gone.facts


def test_what_both_have_is_changed_field_by_field() -> None:
    first, second = PERFECT.attributions
    denied = replace(PERFECT, attributions=(replace(first, stance=Stance.DENIES), second))
    (change,) = told(PERFECT, denied)
    assert (change.how, change.facts) == (How.CHANGED, (("stance", "asserts", "denies"),))


def test_a_content_that_grew_is_changed_and_no_other_item() -> None:
    first, second = PERFECT.attributions
    shorter = replace(PERFECT, attributions=(replace(first, content=at("السفينة تصل")), second))
    (change,) = told(shorter, PERFECT)
    assert change.how is How.CHANGED
    assert change.facts == (("says", "السفينة تصل", "السفينة تصل إلى عدن"),)


def test_names_are_compared_and_not_the_ids_that_they_happen_to_have() -> None:
    ids = {"x1": "y7", "x2": "y8", "x3": "y9", "x4": "y10"}
    entities = tuple(replace(entity, id=ids[entity.id]) for entity in PERFECT.entities)
    sayings = tuple(
        replace(a, chain=tuple(tuple(ids[e] for e in link) for link in a.chain)) for a in PERFECT.attributions
    )
    events = tuple(replace(v, actor=("y10",), place=("y9",)) for v in PERFECT.events)
    assert told(PERFECT, replace(PERFECT, entities=entities, attributions=sayings, events=events)) == []


def test_a_country_that_only_an_adjective_names_is_found_again() -> None:
    before = replace(PERFECT, entities=PERFECT.entities[:3], events=())
    (change,) = told(before, replace(PERFECT, events=()))
    assert (change.item, change.how, change.words) == ("name", How.ADDED, "اليمن")


def test_what_is_mended_and_what_is_broken_is_told_with_the_figures(gold: GoldReport) -> None:
    worse = replace(PERFECT, attributions=PERFECT.attributions[:1])
    better = replace(PERFECT, times=(Timex(at("أمس"), Moment("2024-06-10")),))
    found = compare([(gold, better)], {"g1": worse})
    assert [(f.figure, f.kind) for f in found.mended] == [("attribution", "missed")]
    assert [(f.figure, f.kind) for f in found.broken] == [("time", "other value")]
    moved = {name: (was, now) for name, was, now in found.figures}
    assert moved["time"] == (1.0, 0.0)
    assert moved["attribution"][0] < moved["attribution"][1] == 1.0
    assert "event" not in moved


def test_a_report_that_was_not_read_before_is_named(gold: GoldReport) -> None:
    found = compare([(gold, PERFECT)], {})
    assert (found.reports, found.changes, found.new) == (0, (), ("g1",))


def test_a_reading_comes_back_from_its_line_of_json() -> None:
    for gold in gold_in(CORPUS):
        reading, text = read(gold.report), gold.report.text
        again = reading_from(json.loads(json.dumps(prediction(reading, text))))
        assert prediction(again, text) == prediction(reading, text)
        assert list(changes(again, reading, text)) == []


@pytest.mark.parametrize("given", [{}, {"id": "x"}, {"id": "x", "reader": "r", "language": "ar", "body": [1]}])
def test_a_line_that_tells_no_reading_is_refused(given: dict[str, object]) -> None:
    with pytest.raises(BadForm, match="is no Reading"):
        reading_from(given)
