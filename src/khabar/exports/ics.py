"""Planned visits and meetings as a calendar."""

from collections.abc import Iterator
from datetime import date, timedelta

from khabar.exports.provenance import signed
from khabar.exports.selection import Selection
from khabar.values.event import EventType, Status
from khabar.values.moment import Moment
from khabar.values.wanted import Placed
from khabar.views.ledger_table import listed

_HEAD = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Khabar//khabar//AR")
_OCTETS = 73  # of a line: RFC 5545 allows 75, of which a line that goes on needs one
_LONGEST = 31  # days: what is planned for a year stands on no day


def pieces(selection: Selection) -> Iterator[str]:
    """The calendar, line by line."""
    yield from map(_folded, _HEAD)
    for placed in selection.placed_claims():
        if placed.claim.type is EventType.CONSULT and placed.status is Status.PLANNED:
            yield from map(_folded, _entry(placed))
    yield _folded("END:VCALENDAR")


def _entry(placed: Placed) -> Iterator[str]:
    claim, time = placed.claim, placed.claim.time
    days = _days(time) if time else None
    if days is None:
        return
    stamp = (placed.reported or days[0]).strftime("%Y%m%d").zfill(8)  # the same archive gives the same calendar
    yield from ("BEGIN:VEVENT", f"UID:{claim.id}@khabar", f"DTSTAMP:{stamp}T000000Z")
    for name, day in (("DTSTART", days[0]), ("DTEND", days[1] + timedelta(days=1))):
        yield f"{name};VALUE=DATE:{day.strftime('%Y%m%d').zfill(8)}"
    yield f"SUMMARY:{_escaped(' '.join(claim.gist.split()))}"
    if claim.place:
        yield f"LOCATION:{_escaped(listed(claim.place))}"
    yield f"DESCRIPTION:{_escaped(_description(placed))}"
    yield f"CATEGORIES:{claim.type},{claim.assessment.verdict}"
    yield from ("STATUS:TENTATIVE", "TRANSP:TRANSPARENT", "END:VEVENT")


def _days(time: Moment) -> tuple[date, date] | None:
    first, last = time.earliest, time.latest
    known = first and last and time.days and time.days <= _LONGEST
    return (first, last) if known and first and last else None


def _description(placed: Placed) -> str:
    claim = placed.claim
    parties = f"{listed(claim.actor)} → {listed(claim.recipient)}"
    return "\n".join((parties, str(claim.assessment.verdict), *map(signed, claim.positions)))


def _escaped(text: str) -> str:
    for character in "\\;,":
        text = text.replace(character, f"\\{character}")
    return text.replace("\r", "").replace("\n", "\\n")


def _folded(line: str) -> str:
    """The line cut so that no part has too many octets, and no letter is cut in two."""
    parts, part = [], b""
    for letter in line:
        octets = letter.encode("utf-8", "replace")
        if len(part) + len(octets) > _OCTETS:
            parts.append(part)
            part = b""
        part += octets
    return "\r\n ".join(part.decode() for part in (*parts, part)) + "\r\n"
