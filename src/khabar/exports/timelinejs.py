"""The timeline for TimelineJS: one slide an event that has a date."""

from collections.abc import Iterator
from datetime import date
from html import escape
from typing import Any

from khabar.exports.json_lists import document
from khabar.exports.provenance import signed
from khabar.exports.selection import Selection
from khabar.values.moment import Moment
from khabar.values.wanted import Placed
from khabar.views.ledger_table import listed

Json = dict[str, Any]


def pieces(selection: Selection) -> Iterator[str]:
    """The file, part by part."""
    return document({}, "events", (_slide(p) for p in selection.placed_claims() if p.claim.type and p.claim.time))


def _slide(placed: Placed) -> Json:
    claim, assessment = placed.claim, placed.claim.assessment
    time = claim.time
    assert time is not None  # the others were left out
    lines = (
        ("", f"{claim.type} · {placed.status or '?'} · {assessment.verdict}"),
        ("+ ", listed(origin.name for origin in assessment.asserts)),
        ("− ", listed(origin.name for origin in assessment.denies)),
        *(("", signed(position)) for position in claim.positions),
    )
    told = "".join(f"<p>{escape(sign + line)}</p>" for sign, line in lines if line)
    text = {"headline": escape(" ".join(claim.gist.split())), "text": told}
    return {"unique_id": claim.id, "group": claim.type, "display_date": time.edtf, **_days(time), "text": text}


def _days(time: Moment) -> Json:
    """TimelineJS wants a beginning; what is open there begins where it ends."""
    first, last = time.earliest or time.latest, time.latest
    days = {"start_date": _day(first)} if first else {}
    return {**days, "end_date": _day(last)} if last and last != first else days


def _day(day: date) -> Json:
    return {"year": day.year, "month": day.month, "day": day.day}
