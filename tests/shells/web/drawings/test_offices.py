"""Offices over time: every strip over the same years."""

from hypothesis import given
from hypothesis import strategies as st

from khabar.shells.web.drawings.offices import WIDTH, strips
from khabar.values.actor import Actor, Office
from khabar.values.entity import Kind
from khabar.values.moment import Moment
from khabar.values.reason import Passage
from khabar.values.span import Span
from khabar.views.shown import ActorShown, KnownOffice

DAYS = st.none() | st.dates().map(Moment.on)
TOLD = st.tuples(st.text(max_size=3), DAYS, DAYS, st.integers(0, 3))
SEEN = Passage("r1", Span(0, 1))


def shown(told: list[Office], known: tuple[KnownOffice, ...] = ()) -> ActorShown:
    return ActorShown(Actor("x1", "سالم", Kind.PERSON, (), offices=tuple(told)), (), (), known)


def office(title: str, first: Moment | None, last: Moment | None, passages: int = 1) -> Office:
    ordered = sorted((day for day in (first, last) if day), key=str)
    ends = (ordered[0], ordered[-1]) if len(ordered) == 2 else (first, last)
    return Office(title, (SEEN,) * passages, first=ends[0], last=ends[1])


@given(st.lists(TOLD, max_size=12), st.booleans())
def test_no_office_is_lost_and_every_strip_lies_within_the_years(told: list[tuple], rtl: bool) -> None:
    offices = [office(*one) for one in told]
    drawn = strips(shown(offices), rtl=rtl)
    every = (*drawn.strips, *drawn.rarer)
    assert sorted(str(strip.office) for strip in every) == sorted(map(str, offices))
    for strip in every:
        if strip.stretch:
            assert strip.stretch.x >= 0
            assert strip.stretch.width > 0
            assert strip.stretch.x + strip.stretch.width <= WIDTH + 0.2


def test_what_is_held_still_reaches_to_the_end_and_what_is_known_comes_first() -> None:
    known = KnownOffice("رئيس", "روسيا", Moment("2012-05-07/.."))
    told = office("مرشح", Moment("2024-01-01"), Moment("2024-06-01"))
    english, arabic = (strips(shown([told], (known,)), rtl=rtl) for rtl in (False, True))
    assert (english.first, english.last) == (2012, 2024)
    assert [strip.known for strip in english.strips] == [True, False]
    (one, other) = (english.strips[0].stretch, arabic.strips[0].stretch)
    assert one
    assert other
    assert one.x + one.width == WIDTH
    assert other.x == 0


def test_without_any_day_there_are_no_years() -> None:
    drawn = strips(shown([office("وزير", None, None)]), rtl=True)
    assert (drawn.first, [strip.stretch for strip in drawn.strips]) == (None, [None])
