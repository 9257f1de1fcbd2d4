"""Each measure catches what falls under it, and lets the near misses go."""

from datetime import date
from hashlib import sha256

import pytest

from khabar.engine import read
from khabar.knowledge.actors import organisation_by_id
from khabar.knowledge.geography import country_by_id
from khabar.knowledge.measures import Case, Measure, measures
from khabar.values.event import GoodsCategory
from khabar.values.exchange import Exchange, Stage
from khabar.values.moment import Moment
from khabar.values.report import Report
from khabar.weighing import weigh
from khabar.weighing.measures import Flag, flags

FALLS = [(one, case) for one in measures() for case in one.examples]
FALLS_NOT = [(one, case) for one in measures() for case in one.counterexamples]


def flagged(case: Case) -> set[str]:
    report = Report("r", case.text, sha256(case.text.encode()).hexdigest(), published=case.published)
    return {flag.measure for exchange in weigh([(report, read(report))]).exchanges for flag in flags(exchange)}


@pytest.mark.parametrize(("measure", "case"), FALLS, ids=lambda value: getattr(value, "id", ""))
def test_it_catches_its_examples(measure: Measure, case: Case) -> None:
    assert measure.id in flagged(case)


@pytest.mark.parametrize(("measure", "case"), FALLS_NOT, ids=lambda value: getattr(value, "id", ""))
def test_it_lets_its_near_misses_go(measure: Measure, case: Case) -> None:
    assert measure.id not in flagged(case)


@pytest.mark.parametrize("measure", measures(), ids=lambda one: one.id)
def test_it_has_two_of_each_and_names_whom_we_know(measure: Measure) -> None:
    assert len(measure.examples) >= 2
    assert len(measure.counterexamples) >= 2
    assert [t for t in (*measure.targets, *measure.binds) if not (country_by_id(t) or organisation_by_id(t))] == []
    assert measure.source.startswith("https://")


def oil(quantity: str | None = None, time: str | None = "2024-03") -> Exchange:
    return Exchange(
        *("g1", "c1", ("روسيا",), ("كوريا الشمالية",), "country.ru", "country.kp", Stage.DELIVERED, GoodsCategory.OIL),
        quantity=quantity,
        time=Moment(time) if time else None,
        reported=Moment("2024-05-03"),
    )


@pytest.mark.parametrize(
    ("quantity", "beyond"), [(None, False), ("400000 barrel", False), (">600000 barrel", True), ("600000 ton", False)]
)
def test_a_cap_is_told_from_a_ban(quantity: str | None, beyond: bool) -> None:
    (flag,) = flags(oil(quantity))
    assert flag == Flag("measure.un.2397.5", date(2024, 3, 31), True, counts_against_cap=True, beyond_cap=beyond)


def test_the_day_of_the_first_report_stands_in_for_a_day_that_is_not_told() -> None:
    (flag,) = flags(oil(time=None))
    assert (flag.day, flag.day_is_told) == (date(2024, 5, 3), False)


def test_a_time_that_reaches_beyond_the_report_ends_with_it() -> None:
    (flag,) = flags(oil(time="2024"))
    assert flag.day == date(2024, 5, 3)
