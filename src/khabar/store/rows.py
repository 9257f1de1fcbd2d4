"""Values as rows of the archive's tables, and rows as values."""

import json
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple, TypeVar

from khabar.language.spelling import bare_key
from khabar.store.columns import day_held, held, span_held
from khabar.store.database import Database, Row
from khabar.store.values_as_json import from_json, to_json
from khabar.values.act import moment
from khabar.values.actor import Actor
from khabar.values.attribution import Stance
from khabar.values.claim import Claim, CopyGroup, Story
from khabar.values.contradiction import Contradiction
from khabar.values.exchange import Exchange
from khabar.values.judgement import Judgement
from khabar.values.lineage import Lineage
from khabar.values.reading import Reading
from khabar.values.report import Report
from khabar.values.search import Said
from khabar.values.weighed import Weighed

T = TypeVar("T")
REPORT = "id, text, sha256, outlet, url, published, title, note"
REPLACING_FACT = "ON CONFLICT (name) DO UPDATE SET value = excluded.value"  # ends what adds a row to `facts`
_ITEM_TABLES = ("entities", "attributions", "events")
_READ_TABLES = ("readings", *_ITEM_TABLES, "sentences", "named", "digests")


class Items(NamedTuple):
    """A reading's items as rows of their tables, but for the number of the report."""

    entities: tuple[Row, ...]
    attributions: tuple[Row, ...]
    events: tuple[Row, ...]


def report_of(row: Row) -> Report:
    """The report in a row of `REPORT`."""
    own_id, text, sha256, outlet, url, published, title, note = row
    day = day_held(published)
    return Report(own_id, text, sha256, outlet, url, day, title, note)


def said_of(row: Row) -> Said:
    """The saying in a row of start, end, chain and stance."""
    start, end, chain, stance = row
    return Said(span_held(start, end), tuple(map(tuple, held(json.loads, chain))), held(Stance, stance))


def add_report(database: Database, report: Report) -> tuple[int, str]:
    """The report's number and id here; it is added only if its bytes are new."""
    found = database.execute("SELECT n, id FROM reports WHERE sha256 = ?", (report.sha256,)).fetchone()
    if found:
        return found[0], found[1]
    own_id = _free_id(database, report)
    day = report.published.isoformat() if report.published else None
    n = free_number(database, "reports")
    given = (n, own_id, report.text, report.sha256, report.outlet, report.url, day, report.title, report.note)
    database.execute(f"INSERT INTO reports (n, {REPORT}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", given)
    return n, own_id


def free_number(database: Database, table: str) -> int:
    """The number of the next row of a table; nobody else takes it while the archive is changed."""
    ((last,),) = database.execute(f"SELECT max(n) FROM {table}").fetchall()
    return int(last or 0) + 1


def _free_id(database: Database, report: Report) -> str:
    """The sender's id, or that with a piece of the hash if another report bears it already."""
    taken = database.execute("SELECT 1 FROM reports WHERE id = ?", (report.id,)).fetchone()
    return f"{report.id}@{report.sha256[:12]}" if taken else report.id


def clear_reading(database: Database, n: int) -> None:
    """Takes away what was read in a report before."""
    database.execute("DELETE FROM words WHERE rowid IN (SELECT n FROM sentences WHERE report = ?)", (n,))
    for table in _READ_TABLES:
        database.execute(f"DELETE FROM {table} WHERE report = ?", (n,))


def is_read_so(database: Database, n: int, reader: str, text: str) -> bool:
    """Whether this very reading of the report stands already."""
    found = database.execute("SELECT reader, reading FROM readings WHERE report = ?", (n,)).fetchone()
    return found is not None and tuple(found) == (reader, text)


def add_reading(database: Database, n: int, reader: str, language: str, unread: str | None, text: str) -> None:
    """The reading whole, as it was read."""
    database.execute("INSERT INTO readings VALUES (?, ?, ?, ?, ?)", (n, reader, language, unread, text))


def clear_items(database: Database, n: int) -> None:
    """Takes away the items of a reading, which stays whole."""
    for table in _ITEM_TABLES:
        database.execute(f"DELETE FROM {table} WHERE report = ?", (n,))


def items_of(reading: Reading) -> Items:
    """A reading's items for those who ask in SQL."""
    names = {entity.id: entity.name for entity in reading.entities}
    return Items(
        tuple((e.id, e.name, e.kind.value, e.wikidata, len(e.mentions), bare_key(e.name)) for e in reading.entities),
        tuple(
            (a.id, a.content.start, a.content.end, a.stance.value, a.mode.value)
            + (as_list([[names.get(who, who) for who in link] for link in a.chain]), a.within, a.rule)
            for a in reading.attributions
        ),
        tuple(
            (v.id, v.anchor.start, v.anchor.end, v.type.value, v.mode and v.mode.value, v.status.value)
            + (
                v.time and v.time.edtf,
                *(as_list([names.get(x, x) for x in ids]) for ids in (v.actor, v.recipient, v.place)),
            )
            + (v.attribution, v.rule)
            for v in reading.events
        ),
    )


def add_items(database: Database, n: int, items: Items) -> None:
    """The items of a report's reading, into their tables."""
    _add_all(database, "entities", n, items.entities)
    _add_all(database, "attributions", n, items.attributions)
    _add_all(database, "events", n, items.events)


def _add_all(database: Database, table: str, n: int, found: Sequence[Row]) -> None:
    if found:
        places = ", ".join("?" * (1 + len(found[0])))
        database.executemany(f"INSERT INTO {table} VALUES ({places})", [(n, *row) for row in found])


def forget_weighing(database: Database, n: int) -> None:
    """Marks a report as one that the conclusions do not rest on yet; they stay until there are new ones."""
    database.execute("DELETE FROM facts WHERE name = 'weighed'")
    database.execute("INSERT INTO unweighed VALUES (?) ON CONFLICT DO NOTHING", (n,))


def note_weighing(database: Database, weigher: str, reports: Iterable[int]) -> None:
    """Marks these reports as weighed, and the conclusions as that version's if none is left."""
    database.executemany("DELETE FROM unweighed WHERE report = ?", [(n,) for n in reports])
    database.execute("DELETE FROM facts WHERE name = 'weighed'")
    database.execute("INSERT INTO facts SELECT 'weighed', ? WHERE NOT EXISTS (SELECT 1 FROM unweighed)", (weigher,))


def weighed_of(database: Database) -> Weighed:
    """The conclusions that were kept last."""
    return Weighed(
        claims=values_in(Claim, database.execute("SELECT claim FROM claims ORDER BY n")),
        copies=values_in(CopyGroup, database.execute("SELECT copies FROM copies ORDER BY n")),
        stories=values_in(Story, database.execute("SELECT story FROM stories ORDER BY n")),
        actors=values_in(Actor, database.execute("SELECT actor FROM actors ORDER BY n")),
        exchanges=values_in(Exchange, database.execute("SELECT exchange FROM exchanges ORDER BY n")),
        lineages=values_in(Lineage, database.execute("SELECT lineage FROM lineages ORDER BY n")),
        contradictions=values_in(
            Contradiction, database.execute("SELECT contradiction FROM contradictions ORDER BY n")
        ),
    )


def judgements_of(database: Database) -> tuple[Judgement, ...]:
    """What people judged, in the order in which they did."""
    found = database.execute("SELECT judgement FROM judgements ORDER BY judgement")
    return tuple(sorted(values_in(Judgement, found), key=lambda one: moment(one.at)))


def replace_judgements(database: Database, said: Iterable[Judgement]) -> None:
    """These judgements in place of the old ones; if any differs, the conclusions no longer hold."""
    wanted = {as_text(one) for one in said}
    found = database.execute("SELECT judgement, n FROM judgements").fetchall()
    gone = [(n,) for text, n in found if text not in wanted]
    new = sorted(wanted - {text for text, _ in found})
    database.executemany("DELETE FROM judgements WHERE n = ?", gone)
    database.executemany("INSERT INTO judgements VALUES (?, ?)", enumerate(new, free_number(database, "judgements")))
    if gone or new:
        database.execute("DELETE FROM facts WHERE name = 'weighed'")


def values_in(kind: type[T], found: Iterable[Row]) -> tuple[T, ...]:
    """The values whose JSON stands in rows of one column."""
    return tuple(from_json(kind, json.loads(text)) for (text,) in found)


def as_text(value: object) -> str:
    """A value as its JSON is kept."""
    return json.dumps(to_json(value), ensure_ascii=False, separators=(",", ":"))


def as_list(items: list[Any]) -> str:
    """Names as those who ask in SQL find them."""
    return json.dumps(items, ensure_ascii=False)
