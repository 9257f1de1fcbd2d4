"""Who tells what the claim is, and who only something beside it."""

from khabar.values.reason import Reason
from shelling import NAVY, SAID, by_army, main_claim
from telling import Telling

WHEAT = "سفن القمح وصلت إلى ميناء الرملة قبل شهور طويلة من بلاد الشمال البعيدة"


def beside(*tellings: Telling) -> list[Reason]:
    return [r for r in main_claim(*tellings).assessment.reasons if r.code == "beside-the-claim"]


def denied_by_navy(report: str) -> Telling:
    telling = Telling(report, f"نفت {NAVY} أن {SAID}.").entity(NAVY, "organisation")
    return telling.says([NAVY], SAID, "denies", cue="نفت")


def test_who_tells_something_beside_it_is_no_origin_of_a_claim() -> None:
    told = [by_army("r1", SAID), by_army("r2", SAID), by_army("r3", WHEAT, "جيش البرتغال", "البرتغال")]
    told.append(denied_by_navy("r4"))
    claim = main_claim(*told)
    assert {p.passage.report_id for p in claim.positions} == {"r1", "r2", "r3", "r4"}
    assert [o.name for o in claim.assessment.asserts] == ["النرويج"]
    assert [r.detail for r in beside(*told)] == ["البرتغال"]


def test_who_tells_it_in_near_words_is_one() -> None:
    told = [by_army("r1", SAID), by_army("r3", f"{SAID} ليلا", "جيش البرتغال", "البرتغال")]
    assert len(main_claim(*told).assessment.asserts) == 2
    assert beside(*told) == []
