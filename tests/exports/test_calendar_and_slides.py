"""Planned meetings that a calendar shows, and slides that TimelineJS shows."""

import json
from dataclasses import replace
from datetime import date

import pytest
from exported import small, text_of
from hostile import BAD
from view_samples import DENIES, READINGS, REPORTS, SAYS, SHIP

from khabar.exports.named import Format
from khabar.exports.provenance import at, signed
from khabar.exports.selection import Selection, Wanted, selected
from khabar.store.archive import Archive
from khabar.values.claim import PositionStance
from khabar.values.event import EventType, Status
from khabar.values.moment import Moment
from khabar.values.weighed import Weighed

icalendar = pytest.importorskip("icalendar", reason="NO ICALENDAR HERE: the calendar is not read back")


def consulting(time: str | None, status: Status = Status.PLANNED, gist: str = "زيارة") -> Selection:
    """Of one meeting."""
    archive = Archive.in_memory()
    for report in REPORTS.values():
        reading = READINGS[report.id]
        events = tuple(replace(event, type=EventType.CONSULT, status=status) for event in reading.events)
        archive.keep(report, replace(reading, events=events))
    meeting = replace(
        SHIP, gist=gist, type=EventType.CONSULT, time=Moment(time) if time else None, place=("صنعاء, أ;ب",)
    )
    archive.keep_weighed(Weighed(claims=(meeting,)), "one")
    return selected(archive, Wanted())


def entries(selection: Selection) -> "list[icalendar.Event]":
    return list(icalendar.Calendar.from_ical(text_of(Format.ICS, selection)).walk("VEVENT"))


def test_a_planned_meeting_stands_on_its_days() -> None:
    (entry,) = entries(consulting("2024-06-19/2024-06-20"))
    assert (entry.decoded("DTSTART"), entry.decoded("DTEND")) == (date(2024, 6, 19), date(2024, 6, 21))
    assert (str(entry["SUMMARY"]), str(entry["LOCATION"])) == ("زيارة", "صنعاء, أ;ب")
    assert str(entry["DESCRIPTION"]).splitlines() == [
        "عُمان → اليمن",
        "disputed",
        f"+ وكالة المرسى < مصدر; خبير [{at(SAYS)}]",
        f"− مسقط [{at(DENIES)}]",
    ]


@pytest.mark.parametrize("time", ["2024", None, "2024-06-19/.."])
def test_what_stands_on_no_day_is_left_out(time: str | None) -> None:
    assert entries(consulting(time)) == []


def test_what_took_place_or_is_no_meeting_is_left_out() -> None:
    assert entries(consulting("2024-06-19", Status.ACTUAL)) == []
    assert entries(small()) == []


def test_long_and_bad_lines_are_folded_and_escaped() -> None:
    told = text_of(Format.ICS, consulting("2024-06-19", gist=f"زيارة {BAD} " * 9))
    assert max(len(line.encode()) for line in told.split("\r\n")) <= 75
    (entry,) = entries(consulting("2024-06-19", gist="أ\\ب;ج,د" * 30))
    assert str(entry["SUMMARY"]) == "أ\\ب;ج,د" * 30


def test_every_dated_event_is_a_slide(demo: Selection) -> None:
    slides = json.loads(text_of(Format.TIMELINEJS, demo))["events"]
    dated = [p.claim for p in demo.placed_claims() if p.claim.type and p.claim.time]
    assert [slide["unique_id"] for slide in slides] == [claim.id for claim in dated]
    assert len(slides) > 10
    for slide, claim in zip(slides, dated, strict=True):
        assert claim.time
        told = slide["start_date"]
        assert date(told["year"], told["month"], told["day"]) == (claim.time.earliest or claim.time.latest)


def test_a_slide_leads_to_the_words_of_every_position(demo: Selection) -> None:
    slides = json.loads(text_of(Format.TIMELINEJS, demo))["events"]
    positions = {p.claim.id: p.claim.positions for p in demo.placed_claims()}
    for slide in slides:
        assert all(f"[{at(one.passage)}]" in slide["text"]["text"] for one in positions[slide["unique_id"]])


def test_who_is_neither_for_nor_against_a_meeting_is_not_taken_for_it() -> None:
    unsure = replace(SHIP.positions[0], stance=PositionStance.UNSURE)
    assert signed(unsure) == f"? وكالة المرسى < مصدر; خبير [{at(SAYS)}]"
    assert signed(replace(unsure, stance=PositionStance.ASSERTS, chain=())) == f"+ - [{at(SAYS)}]"


def test_a_slide_holds_no_tags_of_the_reports() -> None:
    (slide,) = json.loads(text_of(Format.TIMELINEJS, consulting("2024-06-19", gist="<b>x</b>")))["events"]
    assert slide["text"]["headline"] == "&lt;b&gt;x&lt;/b&gt;"
