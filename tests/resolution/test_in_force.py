"""What holds of all that people said, whoever's logs are put together in whatever order."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from khabar.resolution.in_force import in_force, of_the_matter
from khabar.store.acts_as_json import line_of
from khabar.values.act import Act, Utterance, Withdrawal
from khabar.values.correction import Corrected, Correction, Ruling
from khabar.values.judgement import Judged, Judgement
from khabar.values.reason import Passage
from khabar.values.span import Span

NOON = datetime.fromisoformat("2024-06-18T12:00:00+00:00")


def ruled(value: str, minute: int, report: str = "r1", sha256: str = "ab") -> Utterance:
    at = (NOON + timedelta(minutes=minute)).isoformat()
    said = Correction(Corrected.EVENT, Passage(report, Span(3, 7)), Ruling.STATUS, "ليلى", at, value)
    return Utterance(said, (sha256,), ("word",))


def named(*acts: Act) -> dict[str, Act]:
    return {line_of(act)[0]: act for act in acts}


def values(acts: dict[str, Act]) -> list[str | None]:
    return [one.said.value for one in in_force(acts).values() if isinstance(one.said, Correction)]


def test_the_newest_word_on_a_matter_holds() -> None:
    assert values(named(ruled("denied", 5), ruled("planned", 1))) == ["denied"]


def test_hours_are_compared_wherever_the_clocks_stand() -> None:
    early, late = ruled("denied", 0), ruled("planned", 0)
    object.__setattr__(late.said, "at", "2024-06-18T11:30:00-01:00")
    object.__setattr__(early.said, "at", "2024-06-18T13:30:00+02:00")
    assert values(named(late, early)) == ["planned"]


def test_what_is_taken_back_lets_what_another_said_meanwhile_hold() -> None:
    mine, yours = ruled("denied", 5), ruled("planned", 1)
    back = Withdrawal((line_of(mine)[0],), "ليلى", NOON.isoformat())
    assert values(named(mine, yours, back)) == ["planned"]
    assert of_the_matter(named(mine, yours, back), yours.matter) == (line_of(yours)[0],)


def test_a_report_is_the_same_under_another_id() -> None:
    assert values(named(ruled("denied", 5, "r1"), ruled("planned", 1, "r1@ab"))) == ["denied"]
    assert len(values(named(ruled("denied", 5, "r1", "ab"), ruled("planned", 1, "r1", "cd")))) == 2


def test_two_are_the_same_two_whichever_is_named_first() -> None:
    one, other = Passage("a", Span(0, 2)), Passage("b", Span(0, 2))
    first = Utterance(Judgement(Judged.ACTOR, True, one, other, "س", NOON.isoformat()), ("ab", "cd"), ())
    again = Utterance(Judgement(Judged.ACTOR, False, other, one, "س", NOON.isoformat()), ("cd", "ab"), ())
    assert len(in_force(named(first, again))) == 1


acts_said = st.lists(
    st.builds(
        ruled,
        st.sampled_from(["denied", "planned", "possible"]),
        st.integers(0, 5),
        st.just("r"),
        st.sampled_from(["ab", "cd"]),
    ),
    max_size=8,
)


@given(acts_said, st.lists(st.integers(0, 7), max_size=4), st.randoms())
def test_the_order_of_logs_makes_no_difference_nor_does_putting_one_in_twice(said, taken_back, chance) -> None:
    told: list[Act] = list(said)
    told += [Withdrawal((line_of(said[i])[0],), "س", NOON.isoformat()) for i in taken_back if i < len(said)]
    mixed = [*told, *told]
    chance.shuffle(mixed)
    assert list(in_force(named(*told)).items()) == list(in_force(named(*mixed)).items())
    assert len({one.matter for one in in_force(named(*told)).values()}) == len(in_force(named(*told)))
