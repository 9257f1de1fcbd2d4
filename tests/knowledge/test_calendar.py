"""The words of dates: what the data promises of itself."""

import re
from datetime import date

import pytest

from khabar.knowledge.calendar import calendar_examples, calendar_words, named_days

MARKS = re.compile("[\u0640\u064b-\u0652\u0670\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufb50-\ufdff\ufe70-\ufeff]")


def test_every_convention_names_all_twelve_months():
    for convention in ("gulf-nile", "levant-iraq"):
        named = {word.value for word in calendar_words() if word.kind == "month" and word.group == convention}
        assert named == set(range(1, 13))


def test_the_maghreb_has_its_own_names_where_it_differs():
    forms = {word.form: word.value for word in calendar_words() if word.kind == "month" and word.group == "maghreb"}
    assert {"جانفي": 1, "أوت": 8, "غشت": 8, "شتنبر": 9, "نونبر": 11, "دجنبر": 12}.items() <= forms.items()


def test_one_form_names_one_month():
    by_form: dict[str, set[object]] = {}
    for word in calendar_words():
        if word.kind in {"month", "hijri-month", "weekday"}:
            by_form.setdefault(word.form, set()).add((word.kind, word.value))
    assert {form: values for form, values in by_form.items() if len(values) > 1} == {}


def test_forms_are_plain_letters():
    assert [word.form for word in calendar_words() if MARKS.search(word.form)] == []


def test_every_entry_has_an_example_and_a_near_miss():
    lacking = [e.entry for e in calendar_examples() if not e.examples or not e.counterexamples]
    assert lacking == []


def test_ids_are_ascii_and_unique():
    ids = [e.entry for e in calendar_examples()]
    assert all(i.isascii() for i in ids)
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("known", named_days(), ids=lambda known: known.value)
def test_a_named_day_lies_on_its_day_and_month(known):
    if known.day:
        found = date.fromisoformat(known.value)
        assert (found.day, found.month) == (known.day, known.month)
    else:
        assert int(known.value[5:]) == known.month
