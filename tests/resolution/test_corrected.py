"""A reading after a person's word on its items."""

from dataclasses import replace

import pytest

from khabar.resolution.corrected import corrected, is_possible, item_at
from khabar.values.correction import Corrected, Correction, Ruling
from khabar.values.event import EventType, Status
from khabar.values.reading import Reading
from khabar.values.reason import Passage
from telling import Telling

OUTER, INNER = "الوزارة أن الميناء قصفته بحرية دلمون", "الميناء قصفته بحرية دلمون"
WORD = "قصفته"


def told() -> Telling:
    telling = Telling("r", "نقلت وكالة الساحل عن الوزارة أن الميناء قصفته بحرية دلمون.")
    for name, kind in (("وكالة الساحل", "media"), ("الوزارة", "organisation"), ("بحرية دلمون", "organisation")):
        telling.entity(name, kind)
    telling.says(["وكالة الساحل"], OUTER, cue="نقلت").says(["وكالة الساحل", "الوزارة"], INNER, cue="عن")
    telling.sayings[1] = replace(telling.sayings[1], within="a0")
    return telling.event(WORD, "ASSAULT", actor=["بحرية دلمون"], said=1)


def ruled(
    words: str, ruling: Ruling, value: str | None = None, at: str = "2024-01-01", report: str = "r"
) -> Correction:
    of = Corrected.EVENT if words == WORD else Corrected.SAYING
    return Correction(of, Passage(report, told().at(words)), ruling, "ليلى", at, value)


def after(*corrections: Correction) -> Reading:
    return corrected(told().read[1], corrections)


def test_a_saying_that_is_wrong_goes_and_what_stood_in_it_is_told_by_the_one_around_it() -> None:
    reading = after(ruled(INNER, Ruling.WRONG))
    assert [one.id for one in reading.attributions] == ["a0"]
    assert [one.attribution for one in reading.events] == ["a0"]


def test_with_an_outer_saying_its_speakers_leave_the_chains_of_those_within() -> None:
    reading = after(ruled(OUTER, Ruling.WRONG))
    (left,) = reading.attributions
    assert (left.id, left.within, left.chain) == ("a1", None, (("الوزارة",),))


def test_values_become_what_was_said() -> None:
    reading = after(
        ruled(INNER, Ruling.STANCE, "denies"),
        ruled(WORD, Ruling.STATUS, "denied"),
        ruled(WORD, Ruling.TYPE, "COERCE"),
        ruled(WORD, Ruling.TIME, "2024-06"),
    )
    (event,) = reading.events
    assert reading.attributions[1].stance == "denies"
    assert (event.status, event.type, str(event.time)) == (Status.DENIED, EventType.COERCE, "2024-06")


def test_that_it_is_right_changes_nothing() -> None:
    assert after(ruled(INNER, Ruling.RIGHT), ruled(WORD, Ruling.RIGHT)) == told().read[1]


def test_the_last_word_on_a_matter_holds_in_whatever_order_they_come() -> None:
    first = ruled(WORD, Ruling.STATUS, "planned", at="2024-01-01")
    last = ruled(WORD, Ruling.STATUS, "denied", at="2024-02-01")
    assert after(first, last) == after(last, first)
    assert after(first, last).events[0].status is Status.DENIED


def test_a_word_on_another_report_or_on_words_of_no_item_changes_nothing() -> None:
    nowhere = replace(ruled(WORD, Ruling.WRONG), where=Passage("r", told().at("نقلت")))
    assert after(ruled(WORD, Ruling.WRONG, report="other"), nowhere) == told().read[1]


def test_an_item_is_known_by_the_words_that_it_shares_most_with() -> None:
    reading = told().read[1]
    around = told().at(f"{INNER}.")
    assert item_at(reading, Corrected.SAYING, around) == reading.attributions[1]


@pytest.mark.parametrize(
    ("of", "ruling", "value", "can_be"),
    [
        (Corrected.SAYING, Ruling.STANCE, "denies", True),
        (Corrected.SAYING, Ruling.STANCE, "partly", False),
        (Corrected.SAYING, Ruling.STATUS, "denied", False),
        (Corrected.SAYING, Ruling.STANCE, None, False),
        (Corrected.EVENT, Ruling.STANCE, "denies", False),
        (Corrected.EVENT, Ruling.STATUS, "denied", True),
        (Corrected.EVENT, Ruling.TYPE, "WAR", False),
        (Corrected.EVENT, Ruling.TIME, "2024-06-31", False),
        (Corrected.EVENT, Ruling.TIME, "2024-06", True),
        (Corrected.EVENT, Ruling.WRONG, None, True),
        (Corrected.EVENT, Ruling.WRONG, "so", False),
    ],
)
def test_only_what_fits_the_item_can_be_said_of_it(
    of: Corrected, ruling: Ruling, value: str | None, can_be: bool
) -> None:
    assert is_possible(of, ruling, value) is can_be
