"""Errors are grouped by what is wrong and by what read it."""

import json
from dataclasses import replace
from pathlib import Path

from measured_samples import GOLD, PERFECT, at

from khabar.measures.causes import causes
from khabar.measures.figures import Fault
from khabar.measures.gold import GoldReport, gold_in
from khabar.measures.reading_quality import measure
from khabar.values.attribution import Stance
from khabar.values.event import EventType
from khabar.values.moment import Moment
from khabar.values.reading import Reading
from khabar.values.timex import Timex
from khabar.values.why import Part, Why


def kinds(gold: GoldReport, reading: Reading) -> list[tuple[str, str, str]]:
    return [(fault.figure, fault.kind, fault.label) for fault in measure([(gold, reading)]).faults]


def test_what_was_left_out_has_no_label(gold: GoldReport) -> None:
    found = kinds(gold, replace(PERFECT, attributions=PERFECT.attributions[:1]))
    assert found == [("attribution", "missed", "")]


def test_other_bounds_are_told_from_nothing_read(gold: GoldReport) -> None:
    first, second = PERFECT.attributions
    short = replace(first, content=at("إلى عدن"), rule="say.qala/verb:that")
    assert kinds(gold, replace(PERFECT, attributions=(short, second))) == [
        ("attribution", "missed, other bounds", "say.qala/verb:that"),
        ("attribution", "spurious", "say.qala/verb:that"),
    ]


def test_a_chain_that_stops_or_goes_on_is_told_from_another_speaker(gold: GoldReport) -> None:
    first, second = PERFECT.attributions
    longer = replace(first, chain=(("x1",), ("x4",)), why=(Why(Part.SOURCE, "source:relayed"),))
    found = kinds(gold, replace(PERFECT, attributions=(longer, second)))
    assert found == [("speaker", "too many, the chain goes on", "source:relayed")]
    before = replace(first, chain=(("x4",), ("x1",)))
    assert kinds(gold, replace(PERFECT, attributions=(before, second))) == [("chain", "too many links", "")]


def test_a_wrong_stance_says_which_was_taken_for_which(gold: GoldReport) -> None:
    first, second = PERFECT.attributions
    denies = replace(first, stance=Stance.DENIES, why=(Why(Part.STANCE, "say.nafa"),))
    found = kinds(gold, replace(PERFECT, attributions=(denies, second)))
    assert found == [("stance", "asserts read as denies", "say.nafa")]


def test_a_wrong_party_says_whether_it_is_missing_or_another(gold: GoldReport) -> None:
    (event,) = PERFECT.events
    missing = replace(event, actor=(), rule="consult.zara")
    assert kinds(gold, replace(PERFECT, events=(missing,))) == [("who", "actor missing", "consult.zara")]
    other = replace(event, actor=("x1",), why=(Why(Part.ACTOR, "role:speaker"),))
    assert kinds(gold, replace(PERFECT, events=(other,))) == [("who", "actor other", "role:speaker")]


def test_parties_that_changed_places_are_one_error(tmp_path: Path) -> None:
    gold = json.loads(json.dumps(GOLD))
    gold["events"][0] |= {"type": "ASSAULT", "mode": None, "recipient": ["e1"]}
    (tmp_path / "g.json").write_text(json.dumps(gold), encoding="utf-8")
    (report,) = gold_in(tmp_path)
    (event,) = PERFECT.events
    swapped = replace(event, type=EventType.ASSAULT, mode=None, actor=("x1",), recipient=("x4",))
    assert kinds(report, replace(PERFECT, events=(swapped,))) == [("who", "swapped", "")]


def test_what_keeps_an_event_from_being_full_is_told(gold: GoldReport) -> None:
    (event,) = PERFECT.events
    bare = replace(event, time=None, place=())
    found = kinds(gold, replace(PERFECT, events=(bare,)))
    assert [(figure, kind) for figure, kind, _ in found] == [("full", "time missing"), ("full", "place missing")]


def test_a_date_that_is_none_and_one_with_another_value_are_two_kinds(gold: GoldReport) -> None:
    times = (Timex(at("أمس"), Moment("2024-06-10"), "deixis"), Timex(at("السفينة"), Moment("2024"), "noun-year"))
    found = kinds(gold, replace(PERFECT, times=times))
    assert found == [("time", "other value", "deixis"), ("time", "spurious", "noun-year")]


def test_names_that_no_annotator_has_are_shown_by_their_words(gold: GoldReport) -> None:
    first, second = PERFECT.attributions
    stranger = replace(PERFECT.entities[0], id="x9", name="الغريب", mentions=())
    reading = replace(PERFECT, entities=(*PERFECT.entities, stranger))
    reading = replace(reading, attributions=(replace(first, chain=(("x9",),)), second))
    (fault,) = measure([(gold, reading)]).faults
    assert fault.what.endswith("وزارة الموانئ, got الغريب")


def test_the_most_frequent_cause_and_the_worst_report_come_first() -> None:
    faults = (
        Fault("time", "a", "1", "missed"),
        Fault("time", "a", "2", "spurious", "year"),
        Fault("time", "b", "3", "spurious", "year"),
        Fault("time", "b", "4", "spurious", "today"),
        Fault("mention", "c", "5", "missed"),
    )
    mention, spurious, missed = causes(faults)
    assert (mention.figure, spurious.kind, missed.kind) == ("mention", "spurious", "missed")
    assert spurious.labels == (("year", 2), ("today", 1))
    assert [fault.report_id for fault in spurious.faults] == ["b", "b", "a"]
    assert sum(cause.number for cause in (mention, spurious, missed)) == len(faults)
