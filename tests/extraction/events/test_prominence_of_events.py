"""What a sentence reports and what it only recalls, supposes or names."""

from datetime import date

import pytest

from khabar.engine import read
from khabar.extraction.events.prominence import likelihood, prominence_of
from khabar.knowledge.foreground import weights_of
from khabar.values.event import Event, EventType, Prominence, Status
from khabar.values.report import Report
from khabar.values.span import Span

PUBLISHED = date(2024, 3, 10)


def events(text: str, kind: EventType = EventType.ASSAULT) -> list[Event]:
    return [e for e in read(Report("r", text, "0" * 64, published=PUBLISHED)).events if e.type is kind]


TOLD = [
    "قتل عشرة أشخاص أمس في انفجار سيارة مفخخة وسط كابول.",
    "أعلنت الشرطة العراقية مقتل ثلاثة جنود في هجوم انتحاري قرب بعقوبة أمس.",
    "قصفت الطائرات الروسية أمس بلدة في شمال سوريا.",
    "فجر انتحاري نفسه وسط حشد في مقديشو.",
]
RECALLED = [
    "زار الوزير المدينة للمرة الأولى منذ اغتيال القاضي عام 1998.",
    "بدأت محاكمة خمسة متهمين في قضية خطف سائح عام 2003.",
    "شن النائب هجوما حادا على الحكومة.",
    "ضربت الأزمة المالية أسواق آسيا.",
    "تحدث الخبير عن مكافحة خطف السفن.",
]


@pytest.mark.parametrize("text", TOLD)
def test_what_a_sentence_reports_is_foreground(text: str) -> None:
    assert Prominence.FOREGROUND in {e.prominence for e in events(text) if e.status is Status.ACTUAL}


@pytest.mark.parametrize("text", RECALLED)
def test_what_a_sentence_only_recalls_is_no_event_of_its_report(text: str) -> None:
    assert not [e for e in events(text) if e.status is Status.ACTUAL]


def test_a_named_doer_is_worth_noting_in_the_background() -> None:
    found = events("عاد السكان إلى القرية بعد هجوم الجيش الإثيوبي على القرية قبل شهر.")
    assert [e.prominence for e in found] == [Prominence.PRESUPPOSED]


def test_a_headline_keeps_what_it_names() -> None:
    assert events("إغلاق المطار بعد غارة إسرائيلية\nقال الناطق إن المطار مغلق.")


def test_cues_add_up_in_any_order_and_unknown_ones_weigh_nothing() -> None:
    cues = ("verb.past", "victims", "counted")
    assert likelihood(EventType.ASSAULT, cues) == pytest.approx(likelihood(EventType.ASSAULT, cues[::-1]))
    assert likelihood(EventType.ASSAULT, (*cues, "no such cue")) == likelihood(EventType.ASSAULT, cues)


def test_an_old_deed_in_a_relative_clause_is_less_likely_than_a_new_one_in_its_own() -> None:
    new = likelihood(EventType.ASSAULT, ("clause.main", "time.days", "verb.past"))
    old = likelihood(EventType.ASSAULT, ("clause.relative", "time.old", "verb.past"))
    assert new > 2 * old


def test_only_violence_and_protest_are_judged() -> None:
    visit = Event("v1", Span(0, 1), EventType.CONSULT, Status.ACTUAL)
    assert prominence_of(visit, ("clause.relative", "time.old")) is Prominence.FOREGROUND


def test_every_cue_has_a_weight_for_both_types() -> None:
    constant, weights = weights_of(EventType.ASSAULT)
    assert constant < 0
    assert weights.keys() == weights_of(EventType.PROTEST)[1].keys()
