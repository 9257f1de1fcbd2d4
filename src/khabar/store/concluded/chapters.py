"""The conclusions from one story, put in and taken out whole, under numbers of its own."""

from khabar.store.concluded.background import Background
from khabar.store.concluded.claims import add_claims
from khabar.store.concluded.exchanges import add_exchanges
from khabar.store.concluded.stories import add_contradictions, add_stories
from khabar.store.database import Database
from khabar.values.conclusions import Chapter

_ROOM = 1 << 18  # numbers for the claims, exchanges and contradictions of one story
_TABLES = ("claims", "exchanges", "contradictions", "stories")


def add_chapter(database: Database, place: int, key: str, chapter: Chapter, background: Background) -> None:
    """Adds what is concluded from the story at that place."""
    first = place * _ROOM
    database.execute("INSERT INTO chapters VALUES (?, ?)", (place, key))
    story_of = dict.fromkeys(chapter.story.claims, chapter.story.id)
    add_claims(database, enumerate(chapter.claims, start=first), story_of, background)
    add_exchanges(database, enumerate(chapter.exchanges, start=first), background)
    add_stories(database, [(first, chapter.story)], background)
    add_contradictions(database, enumerate(chapter.contradictions, start=first))


def remove_chapter(database: Database, place: int) -> None:
    """Takes away what was concluded from the story at that place; its marks go with what they mark."""
    numbers = (place * _ROOM, (place + 1) * _ROOM)
    database.execute("DELETE FROM gists WHERE rowid >= ? AND rowid < ?", numbers)
    for table in _TABLES:
        database.execute(f"DELETE FROM {table} WHERE n >= ? AND n < ?", numbers)
    database.execute("DELETE FROM chapters WHERE place = ?", (place,))


def drop_unused_names(database: Database) -> None:
    """Takes away the names that no conclusion has any more."""
    database.execute(
        "DELETE FROM names WHERE NOT EXISTS (SELECT 1 FROM claim_names WHERE claim_names.name = names.n)"
        " AND NOT EXISTS (SELECT 1 FROM exchange_names WHERE exchange_names.name = names.n)"
    )
