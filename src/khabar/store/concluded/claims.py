"""Claims as rows: who takes part in each and who speaks of it, its words, its place in time, its positions."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from khabar.language.normalise import key_words
from khabar.store.concluded.background import Background
from khabar.store.database import Database
from khabar.store.exact_words import spelled
from khabar.store.rows import as_list, as_text
from khabar.values.claim import Claim, ClaimId
from khabar.values.event import Status
from khabar.values.moment import Moment
from khabar.weighing.dealings import dealings_in, month_of


def add_claims(
    database: Database,
    claims: Iterable[tuple[int, Claim]],
    story_of: Mapping[ClaimId, str],
    background: Background,
) -> None:
    """Adds claims under their numbers, each with everything by which it is asked for."""
    rows: dict[str, list[Any]] = {table: [] for table in _TABLES}  # all of a table go in at once
    gists: list[tuple[int, str]] = []
    for n, claim in claims:
        reports = tuple(dict.fromkeys(position.passage.report_id for position in claim.positions))
        status, reported = background.status(claim), background.first_day(reports)
        rows["claims"].append(_whole(n, claim))
        rows["positions"] += _positions(n, claim)
        rows["claim_marks"].append(_marks(n, claim, (story_of.get(claim.id), status, reported)))
        rows["claim_names"] += sorted({(background.number(name), n, role) for name, role in _named(claim)})
        rows["claim_outlets"] += [(outlet, n) for outlet in sorted(background.outlets(reports))]
        rows["dealings"] += _dealings(n, claim, status, reported)
        gists.append((n, spelled(key_words(claim.gist))))
    for table, found in rows.items():
        _put(database, table, found)
    database.add_words("gists", gists)


def is_written_so(row: tuple[Any, ...], claim: Claim, story: str, background: Background) -> bool:
    """Whether a claim stands so under its story, with the same status and first day: with the same marks, that is."""
    status = background.status(claim)
    reported = background.first_day(dict.fromkeys(p.passage.report_id for p in claim.positions))
    return row == (as_text(claim), story, status and status.value, reported)


_TABLES = ("claims", "positions", "claim_marks", "claim_names", "claim_outlets", "dealings")


def _whole(n: int, claim: Claim) -> tuple[Any, ...]:
    time = claim.time and claim.time.edtf
    verdict = claim.assessment.verdict.value
    return n, claim.id, claim.gist, claim.type and claim.type.value, verdict, time, as_text(claim)


def _positions(n: int, claim: Claim) -> Iterator[tuple[Any, ...]]:
    for at, p in enumerate(claim.positions):
        chain = as_list([list(link) for link in p.chain])
        yield n, at, p.passage.report_id, p.passage.span.start, p.passage.span.end, p.stance.value, chain, p.event


def _marks(n: int, claim: Claim, more: tuple[str | None, Status | None, str | None]) -> tuple[Any, ...]:
    story, status, reported = more
    kind, verdict = claim.type and claim.type.value, claim.assessment.verdict.value
    first, last = bounds(claim.time) if claim.time else (reported or date.max.isoformat(), date.max.isoformat())
    told = (story, kind, verdict, status and status.value, len(claim.positions))
    return n, claim.id, *told, claim.time is not None, first, last, reported


def bounds(time: Moment) -> tuple[str, str]:
    """The first and the last day that a time may mean; an open end is as far as days go."""
    return (time.earliest or date.min).isoformat(), (time.latest or date.max).isoformat()


def _named(claim: Claim) -> Iterator[tuple[str, str]]:
    yield from ((name, "actor") for name in claim.actor)
    yield from ((name, "recipient") for name in claim.recipient)
    yield from ((name, "place") for name in claim.place)
    yield from ((name, "speaker") for position in claim.positions for link in position.chain for name in link)


def _dealings(n: int, claim: Claim, status: Status | None, reported: str | None) -> Iterator[tuple[Any, ...]]:
    day = date.fromisoformat(reported) if reported else None
    time = bounds(claim.time) if claim.time else ("", "")
    for dealing in dealings_in(claim, status):
        pair = sorted((dealing.giver, dealing.taker))
        forth, told = pair[0] == dealing.giver, (dealing.mutual, dealing.quad.value, dealing.weight)
        yield (*pair, n, forth, *told, month_of(claim.time, day), claim.time is not None, *time)


def _put(database: Database, table: str, found: list[Any]) -> None:
    if found:
        database.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(found[0]))})", found)
