"""The desk of weighing: the reports of an archive, what was found out before, and what of it still holds."""

import json
from collections.abc import Callable, Collection, Container, Iterable, Iterator, Mapping, Sequence
from functools import partial
from hashlib import sha256
from itertools import islice
from typing import NamedTuple, TypeVar

from khabar.store import corrections, rows
from khabar.store.aside import Aside
from khabar.store.asked.questions import any_in, as_set, begins
from khabar.store.concluded.background import Background
from khabar.store.concluded.chapters import add_chapter, drop_unused_names, remove_changed, remove_chapter
from khabar.store.concluded.keeping import clear_weighed, forget_outline
from khabar.store.concluded.lists import (
    has_recast,
    replace_actors,
    replace_copies,
    replace_kin,
    replace_lineages,
)
from khabar.store.database import Database
from khabar.store.digests_as_json import Make, digest_in, make
from khabar.store.places import GAP, places_for, taken_over
from khabar.store.values_as_json import from_json
from khabar.values.actor import Actor, ActorId
from khabar.values.conclusions import Chapter, Concluded, Conclusions
from khabar.values.entity import EntityId
from khabar.values.reading import Reading
from khabar.values.report import Report
from khabar.weighing.digest import Digest

T = TypeVar("T")
_TOGETHER = 50  # stories whose rows are compared, taken away and put in at once
_LOOKED_UP = 500  # keys that one question names
_AT_HAND = 200  # values that are held in memory before any is put aside: a person's word seldom changes more
_BRIEFS = (
    "SELECT readings.report, id, readings.reader, mark, bearing FROM readings JOIN reports ON n = readings.report"
    " LEFT JOIN digests ON digests.report = readings.report AND digests.reader = readings.reader"
    " WHERE unread IS NULL ORDER BY readings.report"
)
_KEEP_DIGEST = (
    "INSERT INTO digests VALUES (?, ?, ?, ?, ?) ON CONFLICT (report) DO UPDATE"
    " SET reader = excluded.reader, mark = excluded.mark, bearing = excluded.bearing, digest = excluded.digest"
)
_REMEMBER = "INSERT INTO remembered VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value"
_REMEMBERED = (
    "SELECT value FROM remembered WHERE key = ? AND EXISTS (SELECT 1 FROM facts WHERE name = 'weigher' AND value = ?)"
)
_REMEMBERED_OF_ALL = f"SELECT key, value FROM remembered WHERE {any_in('key')}"
_ACTOR = "SELECT actor FROM actors JOIN actor_marks USING (n) WHERE actor_marks.id = ?"
_IN_BRIEF: dict[str, list[str]] = {"reports": [], "members": [], "merged_because": []}
_READ = f"SELECT {rows.REPORT}, reading FROM reports JOIN readings ON n = report WHERE"


class _Brief(NamedTuple):
    """What tells whether a report changed, and whether that bears on others."""

    n: int
    mark: str
    bearing: str


class Desk:
    """A shelf and a memory for weighing. Nothing is written before `write`; a version that is another forgets all."""

    def __init__(self, database: Database, weigher: str, make: Make = make) -> None:
        self._database = database
        self._weigher = weigher
        self._make = make
        self._new_digests: list[tuple[int, str, str, str, str]] = []  # with the report instead of the digest
        self._fresh = Aside()  # those digests
        self._told: dict[str, _Brief] | None = None  # None: not asked for yet
        self._new = Aside()
        self._chapters = Aside()
        self._values = 0  # that were put aside
        self._wanted: set[str] = set()
        with database.in_plain_words():
            self._said = _said_by_people(database)
            self._held = _held(database, weigher)

    # What weighing asks

    def digests(self) -> Sequence[Digest]:
        """Those of all reports that were read, in the one order of a collection."""
        briefs = self._briefs()
        with self._database.in_plain_words():
            kept = self._database.each("SELECT report, digest, mark FROM digests ORDER BY report")
            left = {one.n: report for report, one in briefs.items() if report not in self._fresh}
            found = [digest_in(text, mark) for n, text, mark in kept if left.pop(n, None)]
        for report in left.values():
            self._found_anew(report)
        found += [digest_in(text, briefs[report].mark) for report, text in self._fresh.items()]
        return sorted(found, key=lambda d: d.order)

    def read(self, report_id: str) -> tuple[Report, Reading]:
        """One of the reports, whole."""
        with self._database.in_plain_words():
            return self._one("id = ?", report_id)

    def recall(self, kind: type[T], key: str) -> T | None:
        """What was kept under the key; None: nothing."""
        self.want(key)
        text = self._new.get(key) or self._answer(_REMEMBERED, key, self._weigher)
        with self._database.in_plain_words():
            return None if text is None else from_json(kind, json.loads(text))

    def recall_all(self, kind: type[T], keys: Sequence[str]) -> list[T | None]:
        """The same for each of several keys, which are looked up together: there is one for every story."""
        self._wanted.update(keys)
        if not _is_of(self._database, self._weigher):
            return [None] * len(keys)
        found: dict[str, T] = {}
        with self._database.in_plain_words():
            for at in range(0, len(keys), _LOOKED_UP):
                asked = as_set(keys[at : at + _LOOKED_UP])
                for key, text in self._database.execute(_REMEMBERED_OF_ALL, (asked,)).fetchall():
                    found[key] = from_json(kind, json.loads(text))
        return [self.recall(kind, key) if key in self._new else found.get(key) for key in keys]

    def remember(self, key: str, value: object) -> None:
        """Keeps it for the next time."""
        self._new.put(key, rows.as_text(value))

    def want(self, key: str) -> None:
        """What is kept under the key may be asked for later, too."""
        self._wanted.add(key)

    def want_all(self, beginning: str) -> None:
        """The same for everything whose key begins so."""
        with self._database.in_plain_words():
            found = self._database.execute(f"SELECT key FROM remembered WHERE {begins('key')}", (beginning, beginning))
            self._wanted |= {key for (key,) in found}

    def aside(self, value: T) -> Callable[[], T]:
        """What gives a value back that is not needed for now."""
        self._values += 1
        if self._values <= _AT_HAND:
            return lambda: value
        key = str(len(self._chapters))
        self._chapters.put(key, rows.as_text(value))
        return partial(self._taken_back, type(value), key)

    def _taken_back(self, kind: type[T], key: str) -> T:
        return from_json(kind, json.loads(self._chapters.get(key) or ""))

    def holds(self, key: str) -> bool:
        """Whether the conclusions of the story of that key stand already."""
        return key in self._held

    # What stands of the last conclusions

    def standing(self) -> "Desk":
        """Itself: what it remembers of an outline tells whether that still stands."""
        return self

    def rests_on(self) -> str:
        """The hash of all that an outline is drawn from in the reports of now."""
        return sha256("".join(one.bearing for one in self._briefs().values()).encode()).hexdigest()

    def marks(self) -> Mapping[str, str]:
        """The mark of each report's digest, by its id."""
        return {report: one.mark for report, one in self._briefs().items()}

    def digest(self, report_id: str) -> Digest:
        """That of one report."""
        question, briefs = "SELECT digest FROM digests WHERE report = ?", self._briefs()
        kept = self._fresh.get(report_id) or self._answer(question, briefs[report_id].n)
        text = kept or self._found_anew(report_id)
        with self._database.in_plain_words():
            return digest_in(text, briefs[report_id].mark)

    def actor(self, actor_id: ActorId) -> Actor | None:
        """The actor as it is shown; None: there is none of that id."""
        found = self._answer(_ACTOR, actor_id)
        return from_json(Actor, json.loads(found)) if found else None

    def actor_in_brief(self, actor_id: ActorId) -> Actor | None:
        """The same without the reports that name it, its members there, and why they are one."""
        found = self._answer(_ACTOR, actor_id)
        return from_json(Actor, json.loads(found) | _IN_BRIEF) if found else None

    def known_as(self, entry: str) -> Collection[ActorId]:
        """The actors of that entry of our world knowledge."""
        return self._ids("SELECT id FROM actor_marks WHERE known_as = ?", entry)

    def actors_in(self, report_id: str) -> Mapping[EntityId, ActorId]:
        """The actors that the entities of a report are."""
        question = "SELECT entity, actor FROM members WHERE report = ?"
        with self._database.in_plain_words():
            return dict(self._database.execute(question, (report_id,)).fetchall())

    def kin_of(self, ids: Collection[ActorId]) -> frozenset[ActorId]:
        """These, and all who might be one with any of them."""
        question = f"SELECT actor FROM kin WHERE kin IN (SELECT kin FROM kin WHERE {any_in('actor')})"
        return self._ids(question, as_set(ids)) | frozenset(ids)

    def bearers(self, names: Collection[str]) -> Collection[ActorId]:
        """Whoever has one of these keys of a name, or one of these entries of our world knowledge."""
        named = f"n IN (SELECT actor FROM actor_keys WHERE {any_in('key')})"
        question = f"SELECT id FROM actor_marks WHERE {named} OR {any_in('known_as')}"
        return self._ids(question, as_set(names), as_set(names))

    def parties_resting_on(self, owners: Collection[str]) -> Mapping[ActorId, str]:
        """The actors that belong to these ids or entries, or hold an office there, with who acts for each."""
        asked = f"SELECT actor FROM owners WHERE {any_in('owner')}"
        with self._database.in_plain_words():
            found = self._database.execute(
                f"SELECT id, party FROM actor_marks WHERE n IN ({asked}) ORDER BY id", (as_set(owners),)
            )
            return dict(found.fetchall())

    def reports_of(self, outlets: Collection[str]) -> Mapping[str, str]:
        """The reports of these outlets, each with its outlet."""
        question = f"SELECT id, outlet FROM reports WHERE {any_in('outlet')}"
        with self._database.in_plain_words():
            return dict(self._database.execute(question, (as_set(outlets),)).fetchall())

    def _ids(self, question: str, *given: str) -> frozenset[ActorId]:
        with self._database.in_plain_words():
            return frozenset(own_id for (own_id,) in self._database.execute(question, given).fetchall())

    def _answer(self, question: str, *given: str | int) -> str | None:
        with self._database.in_plain_words():
            found = self._database.execute(question, given).fetchone()
        return found and str(found[0])

    def _briefs(self) -> dict[str, "_Brief"]:
        """Of every report that was read what tells whether it changed; where it is not known, it is found out."""
        if self._told is None:
            with self._database.in_plain_words():
                rows_found = self._database.execute(_BRIEFS).fetchall()
            known = _is_of(self._database, self._weigher)
            lacking = [(n, report, reader) for n, report, reader, mark, _ in rows_found if not (mark and known)]
            found = self._found_out(lacking)
            self._told = {
                report: _Brief(n, mark, bearing) if mark and known else next(found)
                for n, report, _, mark, bearing in rows_found
            }
        return self._told

    def _found_anew(self, report: str) -> str:
        """The digest of a report that another build has read again since it was looked at."""
        briefs = self._briefs()
        n = briefs[report].n
        reader = self._answer("SELECT reader FROM readings WHERE report = ?", n) or ""
        (briefs[report],) = self._found_out([(n, report, reader)])
        return self._fresh.get(report) or ""

    def _found_out(self, lacking: Sequence[tuple[int, str, str]]) -> Iterator["_Brief"]:
        made = self._make(self, [report for _, report, _ in lacking])
        for (n, report, reader), (mark, text) in zip(lacking, made, strict=True):
            brief = _Brief(n, mark, sha256(text.encode()).hexdigest())
            self._new_digests.append((n, reader, mark, brief.bearing, report))
            self._fresh.put(report, text)
            yield brief

    # What a build writes, inside its one change of the archive

    def write(self, found: Conclusions) -> bool:
        """Puts these conclusions in place of the old ones, touching only what changed.

        False, and the old ones stay: another build has drawn conclusions meanwhile, somebody has said more of what
        they rest on, or there is no room left between two stories that stand. Who concludes again will be done.
        """
        held = _held(self._database, self._weigher)
        if held != self._held or _said_by_people(self._database) != self._said:
            return False
        keys = [story.key for story in found.stories]
        places = places_for(keys, taken_over(keys, held))
        if places is None and any(story.drawn is None for story in found.stories):
            self._database.execute("DELETE FROM chapters")  # nothing is held any more, and all is concluded anew
            return False
        if places is None or not held:
            if found.actors is None:
                forget_outline(self._database)
                return False
            clear_weighed(self._database)
            held, places = {}, {story.key: GAP * at for at, story in enumerate(found.stories, start=1)}
        if found.recast and not has_recast(self._database, found.recast):
            forget_outline(self._database)
            return False
        self._write_memory()
        self._write_chapters(found.stories, held, places)
        self._write_lists(found)
        return True

    def _write_lists(self, found: Conclusions) -> None:
        if found.actors is not None:
            replace_actors(self._database, found.actors, found.acting)
            replace_kin(self._database, found.kin)
        if found.copies is not None:
            replace_copies(self._database, found.copies)
        if found.lineages is not None:
            replace_lineages(self._database, found.lineages)

    def _one(self, where: str, given: object) -> tuple[Report, Reading]:
        row = self._database.execute(f"{_READ} {where}", (given,)).fetchone()
        return rows.report_of(row[:-1]), corrections.reading_of(self._database, row[0], row[-1])

    def _write_memory(self) -> None:
        if not _is_of(self._database, self._weigher):
            for table in ("digests", "remembered"):
                self._database.execute(f"DELETE FROM {table}")
            self._database.execute(f"INSERT INTO facts VALUES ('weigher', ?) {rows.REPLACING_FACT}", (self._weigher,))
        self._database.executemany(_KEEP_DIGEST, self._digest_rows())
        kept = {key for (key,) in self._database.execute("SELECT key FROM remembered")}
        gone = sorted(kept - self._wanted)
        self._database.executemany("DELETE FROM remembered WHERE key = ?", [(key,) for key in gone])
        self._database.executemany(_REMEMBER, self._new.items())

    def _digest_rows(self) -> Iterator[tuple[int, str, str, str, str]]:
        for n, reader, mark, bearing, report in self._new_digests:
            yield n, reader, mark, bearing, self._fresh.get(report) or ""

    def _write_chapters(self, stories: Iterable[Concluded], held: Mapping[str, int], places: Mapping[str, int]) -> None:
        # rising numbers: the index of words is slow where they fall
        taken = {*held.values()}
        for place in sorted(taken - {*places.values()}):
            remove_chapter(self._database, place)
        background = Background(self._database)
        changed = iter([story for story in stories if story.drawn and story.key not in held])
        while part := list(islice(changed, _TOGETHER)):
            drawn = [(places[story.key], story.key, story.chapter) for story in part]
            self._put(drawn, taken, background)
        drop_unused_names(self._database)

    def _put(
        self, drawn: Sequence[tuple[int, str, Chapter | None]], taken: Container[int], background: Background
    ) -> None:
        """Some chapters at their places, of those where others stood what is the same left alone."""
        told = [(place, key, chapter) for place, key, chapter in drawn if chapter]
        standing = {
            place: remove_changed(self._database, place, chapter, background)
            for place, _, chapter in told
            if place in taken
        }
        for place, key, chapter in told:
            add_chapter(self._database, place, key, chapter, background, standing.get(place, ()))


def _is_of(database: Database, weigher: str) -> bool:
    """Whether what the archive remembers was found out by that version."""
    return (
        database.execute("SELECT 1 FROM facts WHERE name = 'weigher' AND value = ?", (weigher,)).fetchone() is not None
    )


def _held(database: Database, weigher: str) -> dict[str, int]:
    """The stories whose conclusions that version wrote, with their places."""
    if not _is_of(database, weigher):
        return {}
    return dict(database.execute("SELECT key, place FROM chapters").fetchall())


def _said_by_people(database: Database) -> list[tuple[str, int, str]]:
    """What people corrected and judged."""
    return database.execute(
        "SELECT 'correction', n, correction FROM corrections UNION ALL SELECT 'judgement', n, judgement FROM judgements"
        " ORDER BY 1, 2"
    ).fetchall()
