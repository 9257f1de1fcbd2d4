"""Every label that Khabar gives is explained, no explanation is of one that it does not give, each example holds."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import pytest

from khabar import errors
from khabar.engine import read
from khabar.errors import UnknownLabel
from khabar.knowledge.files import HOME
from khabar.language.times.reader import RULES
from khabar.measures.gold import gold_in
from khabar.proposing.refusals import Refusal
from khabar.values.attribution import Mode, Stance
from khabar.values.claim import PositionStance, Verdict
from khabar.values.entity import Kind
from khabar.values.event import EventMode, EventType, GoodsCategory, Prominence, Status
from khabar.values.exchange import Stage
from khabar.values.quad import Quad
from khabar.values.reading import Reading
from khabar.values.report import Report
from khabar.values.why import (
    EntityRule,
    PlaceRule,
    RoleRule,
    SameRule,
    SayingRule,
    SourceRule,
    StanceRule,
    StatusRule,
    TimeRule,
    Why,
)
from khabar.views.labels import Label, LexiconEntry, entry_ids, explained, kinds, labels

ROOT = Path(__file__).parents[2]
RULES_OF_WHY = {
    "entity rule": EntityRule,
    "sameness rule": SameRule,
    "saying rule": SayingRule,
    "source rule": SourceRule,
    "stance rule": StanceRule,
    "role rule": RoleRule,
    "place rule": PlaceRule,
    "time rule": TimeRule,
    "status rule": StatusRule,
}
REASONS = re.findall(r"\*\*([a-z-]+)\*\*", (ROOT / "docs/reasons.md").read_text(encoding="utf-8"))
ERRORS = [name for name, one in vars(errors).items() if isinstance(one, type) and issubclass(one, errors.KhabarError)]
GIVEN: dict[str, Iterable[str]] = {
    **RULES_OF_WHY,
    "date rule": [rule.name for rule in RULES],
    "event type": EventType,
    "event mode": EventMode,
    "status": Status,
    "stance": Stance,
    "mode": Mode,
    "kind of name": Kind,
    "goods": GoodsCategory,
    "verdict": Verdict,
    "position": PositionStance,
    "reason": REASONS,
    "error": ERRORS,
    "prominence": Prominence,
    "stage": Stage,
    "quad class": Quad,
    "proposal": ["model"],
    "refusal": Refusal,
}


def told(text: str) -> Reading:
    return read(Report("x", text, "x", published=date(2024, 6, 20)), why=True)


def whys_of(reading: Reading) -> Iterator[Why]:
    for item in (*reading.entities, *reading.attributions, *reading.events):
        yield from item.why


def labels_of(reading: Reading, kind: str, text: str) -> Iterator[tuple[str, str]]:
    """Every label of one kind in a reading, with the words that it stands for."""
    if kind in RULES_OF_WHY:
        for why in whys_of(reading):
            label = why.label.partition(":")[0] if kind == "entity rule" else why.label
            if label in tuple(RULES_OF_WHY[kind]):
                yield str(label), why.span.of(text) if why.span else ""
    yield from ((timex.rule, timex.span.of(text)) for timex in reading.times if kind == "date rule")
    for event in reading.events:
        values = {"event type": event.type, "event mode": event.mode, "status": event.status}
        values["prominence"] = event.prominence
        yield str(values.get(kind)), event.anchor.of(text)
        yield from ((str(goods.category), goods.span.of(text)) for goods in event.goods if kind == "goods")
    for saying in reading.attributions:
        yield str({"stance": saying.stance, "mode": saying.mode}.get(kind)), saying.content.of(text)
    yield from ((str(entity.kind), entity.name) for entity in reading.entities if kind == "kind of name")


@pytest.mark.parametrize("kind", GIVEN)
def test_every_label_is_explained_and_no_explanation_is_dead(kind: str) -> None:
    told_of = [label.label for label in labels() if label.kind == kind]
    assert sorted(told_of) == sorted(str(label) for label in dict.fromkeys(GIVEN[kind]))


def test_there_are_no_other_kinds() -> None:
    assert list(kinds()) == list(GIVEN)


SHOWN = [label for label in labels() if label.example]


def test_every_label_of_a_reading_has_an_example_and_a_near_miss() -> None:
    of_several = {"verdict", "position", "reason", "error", "stage", "quad class"}
    of_several |= {"proposal", "refusal"}  # no rule reads them: tests/proposing has the answers that bring them
    assert [one for one in labels() if one.kind not in of_several and not (one.example and one.near_miss)] == []


@pytest.mark.parametrize("one", SHOWN, ids=lambda one: f"{one.kind}: {one.label}")
def test_the_example_has_the_label_and_the_near_miss_has_not(one: Label) -> None:
    found = set(labels_of(told(one.example), one.kind, one.example))
    if one.words:
        assert (one.label, one.words) in found
    assert one.label in {label for label, _ in found}
    assert one.label not in {label for label, _ in labels_of(told(one.near_miss), one.kind, one.near_miss)}


def test_every_label_that_the_corpus_and_the_demo_bring_is_explained() -> None:
    reports = [gold.report for gold in gold_in(ROOT / "tests/corpus")]
    given = {why.label for report in reports for why in whys_of(read(report, why=True))}
    given |= {timex.rule for report in reports for timex in read(report).times}
    given |= {item.rule for report in reports for item in (*read(report).attributions, *read(report).events)}
    assert len(given) > 200
    for label in sorted(given):
        assert explained(label)


def test_asking_why_makes_no_other_reading() -> None:
    for gold in gold_in(ROOT / "tests/corpus"):
        plain, why = read(gold.report), read(gold.report, why=True)
        assert plain == why
        assert list(whys_of(plain)) == []


def test_every_part_of_an_item_says_why() -> None:
    text = "أعلنت غانا أمس أنها ستقصف توغو في مدينة لومي."
    (event,) = [event for event in told(text).events if event.type is EventType.ASSAULT]
    parts = {str(why.part): why.span.of(text) if why.span else "" for why in event.why}
    assert parts["word"] == "ستقصف"
    assert parts["recipient"] == "توغو"
    assert parts["status"] == "ستقصف"
    assert {"actor", "place"} <= parts.keys()


def test_a_label_that_is_put_together_is_explained_part_by_part() -> None:
    entry, rule = explained("say.qala/verb:that")
    assert isinstance(entry, LexiconEntry)
    assert isinstance(rule, Label)
    assert rule.kind == "saying rule"
    assert ("lemma", ("قال",)) in entry.fields
    rule, known = explained("known:place.riyadh?not-a-name")
    assert (rule.label, known.label) == ("known", "place.riyadh")


def test_the_mark_of_a_language_model_is_explained_whatever_its_name() -> None:
    for name in ("gemma", "org/llama-3:8b", "a?b|c"):
        (found,) = explained(f"model:{name}")
        assert (found.label, getattr(found, "kind", "")) == ("model", "proposal")


def test_an_entry_says_on_which_line_of_which_file_it_stands() -> None:
    (entry,) = explained("assault.qasafa")
    assert isinstance(entry, LexiconEntry)
    lines = (HOME.parents[1] / entry.file).read_text(encoding="utf-8").splitlines()
    assert "assault.qasafa" in lines[entry.line - 1]


def test_one_word_may_be_a_label_of_several_kinds() -> None:
    assert {one.kind for one in explained("denied") if isinstance(one, Label)} == {"status", "reason", "stage"}


def test_near_labels_are_suggested_for_one_that_is_none() -> None:
    with pytest.raises(UnknownLabel, match=r"verb:that"):
        explained("verb:thta")
    with pytest.raises(UnknownLabel, match="--all"):
        explained("ظظظ")


def test_the_file_of_a_label_is_there() -> None:
    assert [one for one in labels() if not (ROOT / "src" / one.file).exists()] == []


NAMED_WHERE_EXPLAINED = {
    "source:medium",
    "source:goes-on",
    "source:around",
    "stance:plain",
}  # found there, named beside


def test_the_file_of_a_rule_speaks_of_it() -> None:
    """By the member that stands for it, by its label, or by the part of it that the program fills in."""
    members = {str(rule): f"{type(rule).__name__}.{rule.name}" for rules in RULES_OF_WHY.values() for rule in rules}
    kinds_told = {"entity rule", "saying rule", "source rule", "stance rule", "role rule", "status rule", "date rule"}
    for one in labels():
        if one.kind not in kinds_told | {"reason"} or one.label in NAMED_WHERE_EXPLAINED:
            continue
        text = (ROOT / "src" / one.file).read_text(encoding="utf-8")
        filled_in = f'"{one.label.rpartition(":")[2]}"'
        assert members.get(one.label, one.label) in text or filled_in in text, one


def test_the_entries_of_each_file_are_counted() -> None:
    assert "say.qala" in entry_ids()["ar/speech_cues.yaml"]
