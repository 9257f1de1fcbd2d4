"""Sentences narrowed down: by outlet and day, by whom they name, by the claims that they take a position on."""

import json
from collections.abc import Iterator
from typing import Any

from khabar.language.normalise import key
from khabar.store.database import Database
from khabar.store.search.asked import WORD
from khabar.store.search.naming import places_about
from khabar.values.search import ANY, Filters

_WITHIN = (
    "SELECT sentences.n FROM json_each(?) AS one"
    " JOIN sentences ON sentences.n = CAST(one.value AS BIGINT) JOIN reports ON reports.n = report"
)
_OUTLETS = "SELECT DISTINCT outlet FROM reports WHERE outlet IS NOT NULL ORDER BY outlet"
_CLAIM = (
    "EXISTS (SELECT 1 FROM positions JOIN claims ON claims.n = positions.claim WHERE positions.report = reports.id"
    ' AND positions.start < sentences."end" AND positions."end" > sentences.start{})'
)


def narrowed(sentences: frozenset[int], filters: Filters, database: Database) -> frozenset[int]:
    """Those that every filter lets through."""
    if filters == ANY or not sentences:
        return sentences
    if filters.about is not None:
        sentences = sentences.intersection(places_about(filters.about, database))
    conditions = list(_conditions(filters, database))
    question = " AND ".join([f"{_WITHIN} WHERE 1 = 1", *(condition for condition, _ in conditions)])
    given = [value for _, values in conditions for value in values]
    return frozenset(n for (n,) in database.execute(question, (json.dumps(sorted(sentences)), *given)))


def _conditions(filters: Filters, database: Database) -> Iterator[tuple[str, tuple[Any, ...]]]:
    if filters.outlet is not None:
        outlets = json.dumps(_outlets_called(filters.outlet, database))
        yield "outlet IN (SELECT value FROM json_each(?))", (outlets,)
    if filters.since is not None:
        yield "published >= ?", (filters.since.isoformat(),)
    if filters.until is not None:
        yield "published <= ?", (filters.until.isoformat(),)
    if filters.ask_for_claims:
        yield _claim(filters)


def _claim(filters: Filters) -> tuple[str, tuple[Any, ...]]:
    asked = {"claims.type": filters.type, "positions.stance": filters.stance, "claims.verdict": filters.verdict}
    given = {column: value for column, value in asked.items() if value is not None}
    return _CLAIM.format("".join(f" AND {column} = ?" for column in given)), tuple(map(str, given.values()))


def _outlets_called(asked: str, database: Database) -> list[str]:
    """The outlets whose name is that, or where none is, has those words in it."""
    outlets = [outlet for (outlet,) in database.execute(_OUTLETS)]
    same = [outlet for outlet in outlets if _words(outlet) == _words(asked)]
    return same or [outlet for outlet in outlets if _words(asked) in _words(outlet)]


def _words(name: str) -> str:
    return f" {' '.join(WORD.findall(key(name).casefold()))} "
