"""The timeline in figures: each entry counts once, where it stands, under its status."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest
from view_samples import LEFT, OMAN, SHIP, YEMEN, Shelf

from khabar.values.claim import Claim
from khabar.values.event import EventType, Status
from khabar.values.moment import Moment
from khabar.views.periods import Period, Unit, periods
from khabar.views.timeline import Kinds, timeline
from khabar.weighing import Weighed

DAY = replace(SHIP, id="c3", time=Moment("2024-06-03"))
NEXT = replace(SHIP, id="c4", time=Moment("2024-07-01"))
LONG = replace(SHIP, id="c5", time=Moment("2023-12/2024-07"))
WITHOUT = replace(SHIP, id="c6", time=None)


class Dated(Shelf):
    claims: tuple[Claim, ...] = (DAY, NEXT, LONG, WITHOUT, SHIP, LEFT)

    def weighed(self) -> Weighed:
        return Weighed(actors=(OMAN, YEMEN), claims=self.claims)

    def statuses(self) -> Mapping[tuple[str, str], Status]:
        return {("r1", "v1"): Status.PLANNED}


@pytest.mark.parametrize("unit", Unit)
@pytest.mark.parametrize("since", [None, date(2024, 6, 1)])
def test_every_entry_counts_once(unit: Unit, since: date | None) -> None:
    counted = periods(Dated(), since, unit=unit)
    assert sum(period.total for period in counted) == timeline(Dated(), since).total > 0


def test_a_time_wider_than_the_period_stands_in_none() -> None:
    assert {period.name: period.total for period in periods(Dated(), unit=Unit.YEAR)} == {"2024": 5, None: 1}
    assert {period.name: period.total for period in periods(Dated(), unit=Unit.DAY)} == {
        "2024-06-03": 1,
        "2024-06-18": 2,
        "2024-07-01": 1,
        None: 2,
    }


def test_what_is_planned_and_what_is_no_event_are_counted_apart() -> None:
    june = Period("2024-06", ((Status.PLANNED, 3), (None, 1)))
    assert june in periods(Dated(), unit=Unit.MONTH)


def test_what_has_no_time_may_stand_within_bounds_by_the_day_of_its_report() -> None:
    bounds = (date(2024, 6, 18), date(2024, 6, 18))
    assert WITHOUT.id not in {entry.claim for entry in timeline(Dated(), *bounds)}
    told = {entry.claim for entry in timeline(Dated(), *bounds, kinds=Kinds(as_reported=True))}
    assert {WITHOUT.id, LEFT.id, SHIP.id} <= told
    before = timeline(Dated(), None, date(2024, 6, 17), kinds=Kinds(as_reported=True))
    assert WITHOUT.id not in {entry.claim for entry in before}


def test_a_timeline_of_one_type_has_no_other() -> None:
    assert timeline(Dated(), kinds=Kinds(type=EventType.AID)).total == 0
    assert timeline(Dated(), kinds=Kinds(type=EventType.TRANSFER)).total == 5
