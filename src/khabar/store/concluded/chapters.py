"""The conclusions from one story, put in and taken out whole, under numbers of its own."""

from collections.abc import Container

from khabar.store.concluded.background import Background
from khabar.store.concluded.claims import add_claims, is_written_so
from khabar.store.concluded.exchanges import add_exchanges
from khabar.store.concluded.stories import add_contradictions, add_stories
from khabar.store.database import Database
from khabar.values.conclusions import Chapter

_ROOM = 1 << 18  # numbers for the claims, exchanges and contradictions of one story
_BESIDE_CLAIMS = ("exchanges", "contradictions", "stories")
_STANDING = (
    "SELECT claims.n, claim, story, status, reported FROM claims JOIN claim_marks ON claim_marks.n = claims.n"
    " WHERE claims.n >= ? AND claims.n < ?"
)
_NONE: frozenset[int] = frozenset()


def add_chapter(
    database: Database, place: int, key: str, chapter: Chapter, background: Background, standing: Container[int] = _NONE
) -> None:
    """Adds what is concluded from the story at that place, but for the claims under those numbers, which stand."""
    first = place * _ROOM
    database.execute("INSERT INTO chapters VALUES (?, ?)", (place, key))
    story_of = dict.fromkeys(chapter.story.claims, chapter.story.id)
    claims = ((n, claim) for n, claim in enumerate(chapter.claims, start=first) if n not in standing)
    add_claims(database, claims, story_of, background)
    add_exchanges(database, enumerate(chapter.exchanges, start=first), background)
    add_stories(database, [(first, chapter.story)], background)
    add_contradictions(database, enumerate(chapter.contradictions, start=first))


def remove_chapter(database: Database, place: int) -> None:
    """Takes away what was concluded from the story at that place; its marks go with what they mark."""
    numbers = (place * _ROOM, (place + 1) * _ROOM)
    database.execute("DELETE FROM gists WHERE rowid >= ? AND rowid < ?", numbers)
    database.execute("DELETE FROM claims WHERE n >= ? AND n < ?", numbers)
    _remove_beside_claims(database, place)


def remove_changed(database: Database, place: int, chapter: Chapter, background: Background) -> frozenset[int]:
    """The same but for claims that the chapter has in the same place and words; the numbers of these, which stand."""
    first, story = place * _ROOM, chapter.story.id
    rows = {n: tuple(row) for n, *row in database.execute(_STANDING, (first, first + _ROOM)).fetchall()}
    told = ((n, claim) for n, claim in enumerate(chapter.claims, start=first) if n in rows)
    standing = frozenset(n for n, claim in told if is_written_so(rows[n], claim, story, background))
    gone = [(n,) for n in sorted(rows.keys() - standing)]
    database.executemany("DELETE FROM gists WHERE rowid = ?", gone)
    database.executemany("DELETE FROM claims WHERE n = ?", gone)
    _remove_beside_claims(database, place)
    return standing


def _remove_beside_claims(database: Database, place: int) -> None:
    for table in _BESIDE_CLAIMS:
        database.execute(f"DELETE FROM {table} WHERE n >= ? AND n < ?", (place * _ROOM, (place + 1) * _ROOM))
    database.execute("DELETE FROM chapters WHERE place = ?", (place,))


def drop_unused_names(database: Database) -> None:
    """Takes away the names that no conclusion has any more."""
    database.execute(
        "DELETE FROM names WHERE NOT EXISTS (SELECT 1 FROM claim_names WHERE claim_names.name = names.n)"
        " AND NOT EXISTS (SELECT 1 FROM exchange_names WHERE exchange_names.name = names.n)"
    )
