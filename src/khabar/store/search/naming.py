"""Sentences that name somebody, under whatever name: as the entities of the reports are one actor."""

import json
from collections.abc import Iterable

from khabar.language.spelling import bare_key, name_key, same_spelling
from khabar.resolution.world_names import entries_called, world_names
from khabar.store.columns import span_held
from khabar.store.database import Database
from khabar.values.entity import Kind
from khabar.values.span import Span

Places = dict[int, list[Span]]  # by the number of the sentence

# Whoever bears one of the names, and whoever is one actor with them.
_MENTIONS = """
WITH met AS (
    SELECT entities.report, entities.id AS entity, reports.id AS report_id
    FROM entities JOIN reports ON reports.n = entities.report
    WHERE spelled IN (SELECT value FROM json_each(?1)) AND name IN (SELECT value FROM json_each(?2))
      AND kind IN (SELECT value FROM json_each(?3))
  ), alike AS (
    SELECT report, entity FROM met
    UNION SELECT reports.n, others.entity FROM met
      JOIN members ON members.report = met.report_id AND members.entity = met.entity
      JOIN members AS others ON others.actor = members.actor
      JOIN reports ON reports.id = others.report
  )
SELECT sentence, start, "end" FROM alike JOIN named USING (report, entity) WHERE proper >= ?4 ORDER BY 1, 2
"""
_LIKE = "SELECT DISTINCT spelled, name, kind FROM entities WHERE spelled IN (?, ?) ORDER BY name, kind"
_WITHIN = (
    "SELECT DISTINCT spelled, name, kind FROM entities WHERE instr(' ' || spelled || ' ', ?) > 0 ORDER BY name, kind"
)


def spellings(asked: str, database: Database) -> tuple[str, ...]:
    """How the reports spell a name; empty where none has it."""
    return tuple(dict.fromkeys(name for _, name, _ in _bearing(asked, database)))


def places_naming(asked: str, database: Database) -> Places:
    """Every sentence that names whoever bears that name in some report; empty for a state.

    A state is named by its capital and its people as well, and whoever searches for words does not mean these.
    """
    found = [row for row in _bearing(asked, database) if row[2] != Kind.COUNTRY.value]
    return _places(found, database, proper=True)


def places_about(asked: str, database: Database) -> Places:
    """Every sentence that names whoever has that name, in English too, or where nobody has, one with those words."""
    found = _bearing(asked, database) or _bearing_in_english(asked, database)
    if not found:
        words = f" {bare_key(asked)} "
        within = database.execute(_WITHIN, (words,)).fetchall()
        found = [row for row in within if f" {name_key(asked)} " in f" {name_key(row[1])} "] or within
    return _places(found, database, proper=False)


def _bearing(asked: str, database: Database) -> list[tuple[str, str, str]]:
    joined = asked.replace(" ", "")  # بيونغيانغ
    found = database.execute(_LIKE, (bare_key(asked), bare_key(joined)))
    return [row for row in found if any(same_spelling(row[1], name) for name in (asked, joined))]


def _bearing_in_english(asked: str, database: Database) -> list[tuple[str, str, str]]:
    names = (name for entry in entries_called(asked) for name in world_names(entry))
    return [row for name in names for row in _bearing(name, database)]


def _places(rows: Iterable[tuple[str, str, str]], database: Database, *, proper: bool) -> Places:
    found: Places = {}
    given = tuple(json.dumps(sorted(set(column))) for column in zip(*rows, strict=True))  # keys, names, kinds
    for sentence, start, end in database.execute(_MENTIONS, (*given, proper)) if given else ():
        found.setdefault(sentence, []).append(span_held(start, end))
    return found
