"""What one gives another, and what may be told or denied of the same gift."""

from datetime import date
from hashlib import sha256

import pytest

from khabar.engine import read
from khabar.values.report import Report
from khabar.weighing.concluding import weigh

GIVEN = "سلمت إيران روسيا ألف حاوية من الذخائر"


def _claims(text: str) -> list[set[str]]:
    report = Report("r", text, sha256(text.encode()).hexdigest(), "جريدة الفنار", published=date(2022, 3, 14))
    return [{p.passage.span.of(text) for p in c.positions} for c in weigh([(report, read(report))]).claims]


@pytest.mark.parametrize(
    ("other", "together"),
    [
        ("أرسلت طهران إلى موسكو قذائف مدفعية بعد أن زار وزير الدفاع الروسي طهران", True),
        ("أرسلت موسكو إلى طهران قذائف مدفعية بعد أن زار وزير الدفاع الروسي طهران", False),
        ("تبادلت موسكو وطهران كل شيء، من القمح والنفط إلى القذائف", False),
    ],
)
def test_goods_that_go_the_same_way_are_one_transfer_whatever_else_is_told_beside(
    other: str, *, together: bool
) -> None:
    """A visit that is told beside turns no gift round, and a trade between two is nothing that goes one way."""
    met = "منذ لقاء الرئيس الروسي والرئيس الإيراني في سوتشي"
    claims = _claims(f"{GIVEN} {met}.\nافتتحت المدرسة معرضا للرسم.\n{other}.")
    given = next(claim for claim in claims if any(GIVEN in passage for passage in claim))
    assert any(other[:20] in passage for passage in given) is together


@pytest.mark.parametrize(("goods", "answered"), [("الأسلحة", True), ("القمح", False)])
def test_who_denies_a_trade_answers_who_tells_what_went_one_way(goods: str, *, answered: bool) -> None:
    wheat = "باعت شركات مصرية قمحا كثيرا في سوق القمح وفي تجارة الدقيق"
    denied = f"تجارة {goods}"
    claims = _claims(f"{GIVEN} الشهر الماضي.\n{wheat}.\nوتنفي روسيا وإيران {denied}.")
    given = next(claim for claim in claims if any(GIVEN in passage for passage in claim))
    assert (denied in given) is answered
