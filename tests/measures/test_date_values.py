"""Dates are measured by the periods that they may mean."""

import json
from datetime import date
from pathlib import Path

import pytest

from khabar.language.times import timexes_in
from khabar.measures.date_values import Judged, dated_sentences, judged

SEEN_FROM = "2016-11-07T00:00:00"


def specified(text: str, timex: str, past: dict[str, str], future: dict[str, str]) -> dict[str, object]:
    value = {"Timex": timex, "PastResolution": past, "FutureResolution": future}
    return {"Input": text, "Context": {"ReferenceDateTime": SEEN_FROM}, "Results": [{"Value": value}]}


def day(past: str, future: str) -> tuple[dict[str, str], dict[str, str]]:
    return {"date": past}, {"date": future}


def suite(folder: Path, name: str, cases: list[dict[str, object]]) -> Path:
    (folder / name).write_text(json.dumps(cases, ensure_ascii=False), encoding="utf-8-sig")
    return folder


@pytest.mark.parametrize("text", ["وصل الوفد الخميس.", "سيصل الوفد الخميس."])
def test_the_reading_back_and_the_one_ahead_are_both_right(tmp_path, text):
    case = specified(text, "XXXX-WXX-4", *day("2016-11-03", "2016-11-10"))
    assert [one.right for one in judged(suite(tmp_path, "DateParser.json", [case]))] == [True]


def test_another_day_and_nothing_at_all_are_wrong(tmp_path):
    cases = [
        specified("وصل الوفد الجمعة.", "XXXX-WXX-4", *day("2016-11-03", "2016-11-10")),
        specified("وصل الوفد.", "XXXX-WXX-4", *day("2016-11-03", "2016-11-10")),
    ]
    assert [one.right for one in judged(suite(tmp_path, "DateParser.json", cases))] == [False, False]


def test_the_last_day_of_a_period_may_be_counted_in(tmp_path):
    both = {"startDate": "2014-01-01", "endDate": "2018-01-01"}
    case = specified("عمل في السفارة من 2014 إلى 2018.", "(2014-01-01,2018-01-01,P4Y)", both, both)
    assert [one.right for one in judged(suite(tmp_path, "DatePeriodParser.json", [case]))] == [True]


def test_months_from_publication_may_be_whole_months(tmp_path):
    case = specified("غادر قبل شهر.", "2016-10-07", *day("2016-10-07", "2016-10-07"))
    (sentence,) = dated_sentences(suite(tmp_path, "DateParser.json", [case]))
    assert (date(2016, 10, 1), date(2016, 10, 31)) in sentence.meant
    assert Judged(sentence, timexes_in("غادر قبل يومين.", date(2016, 11, 7))).right is False


def test_a_day_that_is_none_and_a_time_of_day_are_left_out(tmp_path):
    no_such_day = specified("غادر في 31 سبتمبر.", "2017-09-31", {"date": "0001-01-01"}, {"date": "0001-01-01"})
    suite(tmp_path, "DateParser.json", [no_such_day])
    examples = [{"text": "الساعة الثالثة", "value": "datetime (2013, 2, 12, 15, 0, 0) Hour"}]
    assert list(dated_sentences(suite(tmp_path, "time_xx.json", examples))) == []


def test_examples_that_only_look_ahead_allow_the_day_before_too(tmp_path):
    examples = [
        {"text": "الاثنين", "value": "datetime (2013, 2, 18, 0, 0, 0) Day"},
        {"text": "مارس 2013", "value": "datetime (2013, 3, 1, 0, 0, 0) Month"},
        {"text": "الاثنين", "value": "datetime (2013, 3, 18, 0, 0, 0) Day"},
    ]
    assert [one.right for one in judged(suite(tmp_path, "time_xx.json", examples))] == [True, True, False]
