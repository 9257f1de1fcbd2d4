"""The rows of an archive's conclusions, so that two archives can be compared to the letter."""

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

_TABLES = {
    "actors": "actor",
    "claims": "claim",
    "copies": "copies",
    "stories": "story",
    "exchanges": "exchange",
    "contradictions": "contradiction",
    "lineages": "lineage",
}

# What conclusions are found by, each row with what it is a mark of instead of that one's number.
_MARKS = {
    "positions": "SELECT id, positions.n AS place, report, start, positions.end, stance, chain, event FROM positions"
    " JOIN claims ON claims.n = positions.claim ORDER BY claims.n, positions.n",
    "gists": "SELECT id, words FROM gists JOIN claims ON claims.n = gists.rowid",
    "claim_names": "SELECT id, name_of.name, key, role FROM claim_names JOIN claims ON claims.n = claim_names.claim"
    " JOIN names AS name_of ON name_of.n = claim_names.name",
    "claim_outlets": "SELECT id, outlet FROM claim_outlets JOIN claims ON claims.n = claim_outlets.claim",
    "dealings": "SELECT id, one, other, forth, mutual, quad, weight, month, dated, first, last FROM dealings"
    " JOIN claims ON claims.n = dealings.claim",
    "exchange_names": "SELECT id, name_of.name FROM exchange_names JOIN exchange_marks"
    " ON exchange_marks.n = exchange_names.exchange"
    " JOIN names AS name_of ON name_of.n = exchange_names.name",
    "contradiction_claims": "SELECT id, contradiction_claims.claim FROM contradiction_claims"
    " JOIN contradictions ON contradictions.n = contradiction_claims.contradiction",
    "lineage_reports": "SELECT id, report FROM lineage_reports JOIN lineages ON lineages.n = lineage_reports.lineage",
    "actor_keys": "SELECT id, key, is_person FROM actor_keys JOIN actors ON actors.n = actor_keys.actor",
    "actor_words": "SELECT id, spelled FROM actor_words JOIN actors ON actors.n = actor_words.rowid",
    "alike": "SELECT id, word, other FROM alike JOIN actors ON actors.n = alike.actor",
    "members": "SELECT * FROM members",
    "known_people": "SELECT * FROM known_people",
    "names": "SELECT name, key FROM names",
} | {
    f"{one}_marks": f"SELECT * FROM {one}_marks ORDER BY n"
    for one in ("claim", "exchange", "story", "contradiction", "lineage", "actor")
}


def rows_of(path: Path) -> dict[str, list[str]]:
    """Every conclusion of an archive with all that it is found by, under whatever numbers."""
    database = sqlite3.connect(path)
    found = {t: [row[0] for row in database.execute(f"SELECT {c} FROM {t} ORDER BY n")] for t, c in _TABLES.items()}
    for table, question in _MARKS.items():
        told = [json.dumps(row) for row in _without_numbers(database.execute(question))]
        found[table] = told if "ORDER BY" in question else sorted(told)
    database.close()
    return found


def _without_numbers(asked: sqlite3.Cursor) -> Iterator[list[object]]:
    """The rows but for the numbers of conclusions, which tell their order and nothing else."""
    kept = [at for at, column in enumerate(asked.description) if column[0] != "n"]
    for row in asked:
        yield [row[at] for at in kept]
