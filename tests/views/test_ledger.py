"""The ledger asked for, summed up, and as a table."""

import csv
from dataclasses import replace
from datetime import date
from io import StringIO

import pytest
from view_samples import GIFT, Shelf

from khabar.values.claim import Verdict
from khabar.values.event import GoodsCategory
from khabar.values.exchange import Exchange, Quantity, Stage
from khabar.values.moment import Moment
from khabar.views.exchanges import Asked, Transfer, exchanges, sums
from khabar.views.ledger_table import COLUMNS, write_csv

SHELLS = replace(GIFT, goods=GoodsCategory.AMMUNITION, quantity=">=1000 shell", time=None)


def told(*lines: Exchange) -> tuple[Transfer, ...]:
    return tuple(Transfer(line, None, "سلمت", Verdict.SINGLE_ORIGIN) for line in lines)


@pytest.mark.parametrize(
    "asked",
    [
        Asked(between=("اليمن", "مسقط")),
        Asked(goods=GoodsCategory.SHIP),
        Asked(since=date(2024, 6, 10)),
        Asked(until=date(2024, 6, 10)),
    ],
)
def test_what_is_asked_for_is_found(asked: Asked) -> None:
    assert [one.exchange for one in exchanges(Shelf(), asked)] == [GIFT]


@pytest.mark.parametrize(
    "asked",
    [
        Asked(between=("اليمن", "باريس")),
        Asked(goods=GoodsCategory.OIL),
        Asked(since=date(2024, 7, 1)),
        Asked(until=date(2024, 5, 31)),
        Asked(flagged=True),
    ],
)
def test_what_is_not_asked_for_is_left_out(asked: Asked) -> None:
    assert exchanges(Shelf(), asked).items == ()


def test_two_lines_that_may_be_one_shipment_are_never_added() -> None:
    (total,) = sums(told(SHELLS, replace(SHELLS, id="g2", quantity="3000 shell")))
    assert (total.amount, total.exchanges) == (Quantity(3000, None, "shell"), 2)


def test_lines_with_times_of_their_own_are_added() -> None:
    first, second = (replace(SHELLS, time=Moment(m), quantity="1000 shell") for m in ("2023-01", "2023-05"))
    (total,) = sums(told(first, second))
    assert total.amount == Quantity(2000, 2000, "shell")


def test_lines_of_times_that_touch_are_not_added() -> None:
    first, second = (replace(SHELLS, time=Moment(m), quantity="1000 shell") for m in ("2023", "2023-05"))
    (total,) = sums(told(first, second))
    assert total.amount == Quantity(1000, 2000, "shell")


def test_what_was_not_delivered_is_in_no_sum() -> None:
    assert sums(told(replace(SHELLS, stage=Stage.PLANNED), replace(SHELLS, stage=Stage.DENIED))) == ()


def test_lines_without_a_figure_are_counted_beside() -> None:
    (total,) = sums(told(SHELLS, replace(SHELLS, quantity=None)))
    assert (total.exchanges, total.without_figure) == (1, 1)


def test_the_table_has_one_line_an_exchange() -> None:
    out = StringIO()
    write_csv(exchanges(Shelf()), out)
    (row,) = csv.DictReader(StringIO(out.getvalue()))
    assert tuple(row) == COLUMNS
    assert (row["giver"], row["recipient"], row["goods"], row["words"]) == ("عُمان", "اليمن", "ship", "سفينة")
    assert (row["asserted_by"], row["denied_by"]) == ("وكالة المرسى < مصدر; خبير", "مسقط")


@pytest.mark.parametrize("name", ["=1+1", "@cmd", "-2", "\t=1"])
def test_no_cell_is_run_by_a_spreadsheet(name: str) -> None:
    out = StringIO()
    write_csv(told(replace(SHELLS, giver=(name,))), out)
    (row,) = csv.DictReader(StringIO(out.getvalue()))
    assert row["giver"] == f"'{name}"
