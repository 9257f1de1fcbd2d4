"""The desk of weighing: the reports of an archive, what was found out before, and what of it still holds."""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from khabar.store import corrections, rows
from khabar.store.concluded.background import Background
from khabar.store.concluded.chapters import add_chapter, drop_unused_names, remove_chapter
from khabar.store.concluded.keeping import clear_weighed
from khabar.store.concluded.lists import replace_actors, replace_copies, replace_lineages
from khabar.store.connection import in_plain_words
from khabar.store.digests_as_json import digest_as_text, digest_in
from khabar.store.places import GAP, places_for
from khabar.store.values_as_json import from_json
from khabar.values.conclusions import Concluded, Conclusions
from khabar.values.reading import Reading
from khabar.values.report import Report
from khabar.weighing.digest import Digest, digest_of

T = TypeVar("T")
_DIGESTS = (
    "SELECT readings.report, readings.reader, digest FROM readings LEFT JOIN digests"
    " ON digests.report = readings.report AND digests.reader = readings.reader WHERE unread IS NULL"
)
_READ = f"SELECT {rows.REPORT}, reading FROM reports JOIN readings ON n = report WHERE"


class Desk:
    """A shelf and a memory for weighing. Nothing is written before `write`; a version that is another forgets all."""

    def __init__(self, database: sqlite3.Connection, path: Path, weigher: str) -> None:
        self._database = database
        self._path = path
        self._weigher = weigher
        self._new_digests: list[tuple[int, str, str]] = []
        self._new: dict[str, str] = {}
        self._wanted: set[str] = set()
        with in_plain_words(path):
            self._said = _said_by_people(database)
            self._held = _held(database, weigher)
            known = _is_of(database, weigher)
            self._remembered = dict(database.execute("SELECT key, value FROM remembered").fetchall()) if known else {}

    # What weighing asks

    def digests(self) -> Sequence[Digest]:
        """Those of all reports that were read, in the one order of a collection."""
        found = []
        with in_plain_words(self._path):
            known = _is_of(self._database, self._weigher)
            for n, reader, text in self._database.execute(_DIGESTS).fetchall():
                digest = digest_in(text) if text and known else digest_of(*self._one("n = ?", n))
                if not (text and known):
                    self._new_digests.append((n, reader, digest_as_text(digest)))
                found.append(digest)
        return sorted(found, key=lambda d: d.order)

    def read(self, report_id: str) -> tuple[Report, Reading]:
        """One of the reports, whole."""
        with in_plain_words(self._path):
            return self._one("id = ?", report_id)

    def recall(self, kind: type[T], key: str) -> T | None:
        """What was kept under the key; None: nothing."""
        self.want(key)
        text = self._new.get(key) or self._remembered.get(key)
        with in_plain_words(self._path):
            return None if text is None else from_json(kind, json.loads(text))

    def remember(self, key: str, value: object) -> None:
        """Keeps it for the next time."""
        self._new[key] = rows.as_text(value)

    def want(self, key: str) -> None:
        """What is kept under the key may be asked for later, too."""
        self._wanted.add(key)

    def holds(self, key: str) -> bool:
        """Whether the conclusions of the story of that key stand already."""
        return key in self._held

    # What a build writes, inside its one change of the archive

    def write(self, found: Conclusions) -> bool:
        """Puts these conclusions in place of the old ones, touching only what changed.

        False, and the old ones stay: another build has drawn conclusions meanwhile, somebody has said more of what
        they rest on, or there is no room left between two stories that stand. Who concludes again will be done.
        """
        held = _held(self._database, self._weigher)
        if held != self._held or _said_by_people(self._database) != self._said:
            return False
        places = places_for([story.key for story in found.stories], held)
        if places is None and any(story.chapter is None for story in found.stories):
            self._database.execute("DELETE FROM chapters")  # nothing is held any more, and all is concluded anew
            return False
        if places is None or not held:
            clear_weighed(self._database)
            held, places = {}, {story.key: GAP * at for at, story in enumerate(found.stories, start=1)}
        self._write_memory()
        self._write_chapters(found.stories, held, places)
        replace_actors(self._database, found.actors)
        replace_copies(self._database, found.copies)
        replace_lineages(self._database, found.lineages)
        return True

    def _one(self, where: str, given: object) -> tuple[Report, Reading]:
        row = self._database.execute(f"{_READ} {where}", (given,)).fetchone()
        return rows.report_of(row[:-1]), corrections.reading_of(self._database, row[0], row[-1])

    def _write_memory(self) -> None:
        if not _is_of(self._database, self._weigher):
            for table in ("digests", "remembered"):
                self._database.execute(f"DELETE FROM {table}")
            self._database.execute("INSERT OR REPLACE INTO facts VALUES ('weigher', ?)", (self._weigher,))
        self._database.executemany("INSERT OR REPLACE INTO digests VALUES (?, ?, ?)", self._new_digests)
        kept = {key for (key,) in self._database.execute("SELECT key FROM remembered")}
        gone = sorted(kept - self._wanted)
        self._database.executemany("DELETE FROM remembered WHERE key = ?", [(key,) for key in gone])
        self._database.executemany("INSERT OR REPLACE INTO remembered VALUES (?, ?)", sorted(self._new.items()))

    def _write_chapters(self, stories: Iterable[Concluded], held: Mapping[str, int], places: Mapping[str, int]) -> None:
        # rising numbers: the index of words is slow where they fall
        for place in sorted(place for key, place in held.items() if key not in places):
            remove_chapter(self._database, place)
        background = Background(self._database)
        for story in stories:
            if story.chapter and story.key not in held:
                add_chapter(self._database, places[story.key], story.key, story.chapter, background)
        drop_unused_names(self._database)


def _is_of(database: sqlite3.Connection, weigher: str) -> bool:
    """Whether what the archive remembers was found out by that version."""
    return (
        database.execute("SELECT 1 FROM facts WHERE name = 'weigher' AND value = ?", (weigher,)).fetchone() is not None
    )


def _held(database: sqlite3.Connection, weigher: str) -> dict[str, int]:
    """The stories whose conclusions that version wrote, with their places."""
    if not _is_of(database, weigher):
        return {}
    return dict(database.execute("SELECT key, place FROM chapters").fetchall())


def _said_by_people(database: sqlite3.Connection) -> list[tuple[str, int, str]]:
    """What people corrected and judged."""
    return database.execute(
        "SELECT 'correction', n, correction FROM corrections UNION ALL SELECT 'judgement', n, judgement FROM judgements"
        " ORDER BY 1, 2"
    ).fetchall()
