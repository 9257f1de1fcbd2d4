"""How two stand to one another: what counts, in which month, and where it turns."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from view_samples import OMAN, SHIP, YEMEN, Shelf

from khabar.values.claim import Claim, Verdict
from khabar.values.event import EventType, Status
from khabar.values.moment import Moment
from khabar.values.quad import Quad, quad_of
from khabar.views.relations import Relation, busiest, neighbourhood, partners, relations
from khabar.weighing import Weighed

GIVES = replace(SHIP, acting=("country.om",), acted_on=("country.ye",))


class Told(Shelf):
    """The samples with other claims, and their one event under another status."""

    def __init__(self, *claims: Claim, status: Status = Status.ACTUAL) -> None:
        self._claims = claims
        self._status = status

    def weighed(self) -> Weighed:
        known = (replace(OMAN, known_as="country.om"), replace(YEMEN, known_as="country.ye"))
        return Weighed(actors=known, claims=self._claims)

    def statuses(self) -> Mapping[tuple[str, str], Status]:
        return {("r1", "v1"): self._status}


def between(*claims: Claim, status: Status = Status.ACTUAL) -> Relation:
    (relation,) = relations(Told(*claims, status=status), "عمان", "اليمن")
    return relation


def test_a_deed_weighs_twice_a_word() -> None:
    visit = replace(GIVES, id="c9", type=EventType.CONSULT)
    assert between(GIVES).score == 2
    assert between(visit).score == 1
    assert between(GIVES, visit).by_class[:2] == ((Quad.VERBAL_COOPERATION, 1), (Quad.MATERIAL_COOPERATION, 1))


def test_conflict_counts_below_nought() -> None:
    assert between(replace(GIVES, type=EventType.ASSAULT)).score == -2


@pytest.mark.parametrize("status", [Status.PLANNED, Status.POSSIBLE, Status.DENIED, Status.CONDITIONAL])
def test_what_is_no_fact_is_listed_and_weighs_nothing(status: Status) -> None:
    relation = between(GIVES, status=status)
    assert [dealing.weight for dealing in relation.dealings] == [0]
    assert relation.months == ()


@pytest.mark.parametrize("verdict", [Verdict.DENIED_ONLY, Verdict.RETRACTED])
def test_what_nobody_stands_by_weighs_nothing(verdict: Verdict) -> None:
    assert between(replace(GIVES, assessment=replace(GIVES.assessment, verdict=verdict))).score == 0


def test_it_is_the_same_from_either_side() -> None:
    (there,), (back,) = (relations(Told(GIVES), *pair) for pair in (("عمان", "اليمن"), ("اليمن", "عمان")))
    assert (there.score, there.dealings) == (back.score, back.dealings)


def test_what_has_no_time_stands_in_the_month_of_its_first_report() -> None:
    assert [month.month for month in between(replace(GIVES, time=None)).months] == ["2024-06"]


def test_what_has_gone_on_since_some_day_stands_in_the_month_of_its_first_report() -> None:
    assert [month.month for month in between(replace(GIVES, time=Moment("2023-09/.."))).months] == ["2024-06"]


def test_a_time_longer_than_a_month_stands_in_none() -> None:
    assert between(replace(GIVES, time=Moment("2024"))).months == ()


def test_the_balance_turns_where_its_sign_changes() -> None:
    def deed(number: int, month: str, kind: EventType) -> Claim:
        return replace(GIVES, id=f"c{number}", time=Moment(month), type=kind)

    kinds = {
        "2023-01": EventType.AID,
        "2023-02": EventType.ASSAULT,
        "2023-03": EventType.ASSAULT,
        "2023-12": EventType.AID,
    }
    months = between(*(deed(n, month, kind) for n, (month, kind) in enumerate(kinds.items()))).months
    assert [(m.month, m.balance, m.turns) for m in months] == [
        ("2023-01", 2, False),
        ("2023-02", 0, False),
        ("2023-03", -2, True),
        ("2023-12", 2, True),
    ]


def test_without_a_second_name_there_is_a_line_for_each_partner() -> None:
    other = replace(GIVES, id="c9", acted_on=("org.un",))
    partners = relations(Told(GIVES, other), "عمان")
    assert {(r.one, r.other, len(r.dealings)) for r in partners} == {
        ("سلطنة عمان", "org.un", 1),
        ("سلطنة عمان", "اليمن", 1),
    }


def test_every_type_that_two_can_share_has_a_class() -> None:
    alone = {EventType.TEST, EventType.APPOINT, EventType.DISMISS}
    assert {kind for kind in EventType if quad_of(kind) is None} == alone


def test_the_busiest_two_of_all_come_first_and_are_the_partners_of_either() -> None:
    other = replace(GIVES, id="c9", acted_on=("org.un",))
    told = Told(GIVES, replace(GIVES, id="c8"), other)
    found = busiest(told)
    assert [(one.events, one.score) for one in found] == [(2, 4), (1, 2)]
    assert set(found) == set(partners(told, "عمان"))
    assert busiest(told, limit=1, offset=1).items == found.items[1:]


def test_several_parties_have_at_one_go_the_partners_that_each_has_alone() -> None:
    told = Told(GIVES, replace(GIVES, id="c9", acted_on=("org.un",)))
    found = neighbourhood(told, ("عمان", "اليمن", "النرويج"))
    assert found == {name: partners(told, name).items for name in ("عمان", "اليمن", "النرويج")}
    assert [len(found[name]) for name in found] == [2, 1, 0]
