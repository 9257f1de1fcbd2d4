"""Whatever stands in a column, asking ends in an answer or in words, never in a traceback."""

import sqlite3
from contextlib import suppress
from pathlib import Path

import pytest

from khabar.builds import build
from khabar.errors import KhabarError
from khabar.library import Answers, report
from khabar.library import open as open_archive
from khabar.store.archive import Archive

pytestmark = pytest.mark.of_files

TEXTS = (
    "قال وزير النقل إن السفينة وصلت إلى ميناء عدن أمس. ونفت شركة الملاحة وصول السفينة.",
    "نفت شركة الملاحة في بيان وصول السفينة إلى ميناء عدن، وقالت إنها غرقت.",
    "أرسلت روسيا أسلحة إلى السودان مقابل ذهب، وفق رويترز.",
)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("whole") / "a.khabar"
    with Archive.to_write(path) as archive:
        build(archive, [report(text, outlet="الميناء", published="2024-06-18") for text in TEXTS], 1)
    return path.read_bytes()


def columns_of(path: Path) -> list[tuple[str, str]]:
    database = sqlite3.connect(path)
    tables = database.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    return [
        (table, column)
        for (table,) in tables.fetchall()
        for _, column, *_ in database.execute(f"PRAGMA table_info({table})").fetchall()
    ]


def ask_everything(answers: Answers) -> None:
    for ask in (answers.overview, answers.timeline, answers.claims, answers.actors, answers.stories, answers.exchanges):
        with suppress(KhabarError):
            ask()
    with suppress(KhabarError):
        answers.contradictions(), answers.lineages(), answers.relations("روسيا"), answers.search("السفينة")
    with suppress(KhabarError):
        for card in answers.reports():
            answers.report(card.id), answers.reading(card.id)


@pytest.mark.parametrize("bad", ["''", "'\x07'", "'{}'", "CAST(x'b2' AS TEXT)"])
def test_no_text_in_any_column_gives_a_traceback(whole: bytes, tmp_path: Path, bad: str) -> None:
    path = tmp_path / "a.khabar"
    path.write_bytes(whole)
    for table, column in columns_of(path):
        path.write_bytes(whole)
        database = sqlite3.connect(path)
        with suppress(sqlite3.Error):  # the archive itself refuses some values
            database.execute(f"UPDATE {table} SET {column} = {bad} WHERE typeof({column}) = 'text'")
            database.commit()
        database.close()
        with open_archive(path) as answers:
            ask_everything(answers)


@pytest.mark.parametrize("column", ["id", "text", "sha256"])
def test_a_report_that_lost_its_words_is_told_as_damage(whole: bytes, tmp_path: Path, column: str) -> None:
    path = tmp_path / "a.khabar"
    path.write_bytes(whole)
    lose(path, "reports", column)
    with open_archive(path) as answers, pytest.raises(KhabarError):
        every_report_of(answers)
    with open_archive(path) as answers, suppress(KhabarError):
        answers.search("السفينة")


def every_report_of(answers: Answers) -> list[object]:
    return [answers.report(card.id) for card in answers.reports()]


def lose(path: Path, table: str, column: str) -> None:
    """Empties a column that may not be empty, as a changed byte before its value does."""
    database = sqlite3.connect(path)
    (promised,) = database.execute("SELECT sql FROM sqlite_master WHERE name = ?", (table,)).fetchone()
    promise(database, table, promised.replace("NOT NULL", ""))
    database.close()
    database = sqlite3.connect(path)
    database.execute(f"UPDATE {table} SET {column} = NULL")
    promise(database, table, promised)
    database.close()


def promise(database: sqlite3.Connection, table: str, told: str) -> None:
    database.execute("PRAGMA writable_schema = ON")
    database.execute("UPDATE sqlite_master SET sql = ? WHERE name = ?", (told, table))
    database.commit()
