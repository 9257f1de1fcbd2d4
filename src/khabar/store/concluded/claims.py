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
    for n, claim in claims:
        _add_whole(database, n, claim)
        reports = tuple(dict.fromkeys(position.passage.report_id for position in claim.positions))
        status, reported = background.status(claim), background.first_day(reports)
        _add_marks(database, n, claim, (story_of.get(claim.id), status, reported))
        named = {(background.number(name), n, role) for name, role in _named(claim)}
        _put(database, "claim_names", sorted(named))
        _put(database, "claim_outlets", [(outlet, n) for outlet in sorted(background.outlets(reports))])
        database.add_words("gists", [(n, spelled(key_words(claim.gist)))])
        _put(database, "dealings", list(_dealings(n, claim, status, reported)))


def _add_whole(database: Database, n: int, claim: Claim) -> None:
    time = claim.time and claim.time.edtf
    verdict = claim.assessment.verdict.value
    row = (n, claim.id, claim.gist, claim.type and claim.type.value, verdict, time, as_text(claim))
    _put(database, "claims", [row])
    _put(
        database,
        "positions",
        [
            (n, at, p.passage.report_id, p.passage.span.start, p.passage.span.end, p.stance.value)
            + (as_list([list(link) for link in p.chain]), p.event)
            for at, p in enumerate(claim.positions)
        ],
    )


def _add_marks(database: Database, n: int, claim: Claim, more: tuple[str | None, Status | None, str | None]) -> None:
    story, status, reported = more
    kind, verdict = claim.type and claim.type.value, claim.assessment.verdict.value
    first, last = bounds(claim.time) if claim.time else (reported or date.max.isoformat(), date.max.isoformat())
    told = (story, kind, verdict, status and status.value, len(claim.positions))
    placed = (claim.time is not None, first, last, reported)
    _put(database, "claim_marks", [(n, claim.id, *told, *placed)])


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
