"""Whatever stands in a column, asking ends in an answer or in words, never in a traceback."""

import re
import sqlite3
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from khabar.builds import build
from khabar.errors import DamagedArchive, KhabarError
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
    for table, column in columns_of(path_with(whole, path)):
        put(path_with(whole, path), table, column, bad, instead_of="text")
        with open_archive(path) as answers:
            ask_everything(answers)


@pytest.mark.parametrize("bad", [-7, 7, 10**12])
def test_no_number_in_any_column_gives_a_traceback(whole: bytes, tmp_path: Path, bad: int) -> None:
    path = tmp_path / "a.khabar"
    for table, column in columns_of(path_with(whole, path)):
        put(path_with(whole, path), table, column, str(bad), instead_of="integer")
        with suppress(KhabarError), open_archive(path) as answers:
            ask_everything(answers)


def test_what_an_index_has_otherwise_than_its_table_is_told_as_damage(whole: bytes, tmp_path: Path) -> None:
    path = path_with(whole, tmp_path / "a.khabar")
    with open_archive(path) as answers:
        (own_id, *_) = (card.id.encode() for card in answers.reports())
    no_words: Any = 7  # our own code stumbles over it
    told = []
    for found in re.finditer(own_id, whole):
        path.write_bytes(whole[: found.start() + 2] + b"_" + whole[found.start() + 3 :])
        try:
            with open_archive(path) as answers:
                answers.search(no_words)
        except (DamagedArchive, TypeError) as error:
            told.append(str(error))
    assert any("missing from index" in what for what in told)


def test_no_column_that_lost_its_text_gives_a_traceback(whole: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.khabar"
    for table, column in columns_of(path_with(whole, path)):
        lose(path_with(whole, path), table, column)
        with suppress(KhabarError), open_archive(path) as answers:
            ask_everything(answers)


def test_a_report_that_lost_its_text_is_told_as_damage(whole: bytes, tmp_path: Path) -> None:
    path = path_with(whole, tmp_path / "a.khabar")
    lose(path, "reports", "text")
    with pytest.raises(DamagedArchive, match=r"NULL value in reports\.text"), open_archive(path) as answers:
        answers.search("السفينة")


def test_an_error_on_a_whole_archive_is_told_as_it_is(whole: bytes, tmp_path: Path) -> None:
    no_words: Any = 7
    with pytest.raises(TypeError), open_archive(path_with(whole, tmp_path / "a.khabar")) as answers:
        answers.search(no_words)


def path_with(data: bytes, path: Path) -> Path:
    path.write_bytes(data)
    return path


def put(path: Path, table: str, column: str, value: str, instead_of: str) -> None:
    """Puts a value, as SQL, into every row of a column that holds one of that kind."""
    database = sqlite3.connect(path)
    with suppress(sqlite3.Error):  # the archive itself refuses some values
        database.execute(f'UPDATE {table} SET "{column}" = {value} WHERE typeof("{column}") = \'{instead_of}\'')
        database.commit()
    database.close()


def lose(path: Path, table: str, column: str) -> None:
    """Empties a column that may not be empty, as a changed byte before its value does."""
    database = sqlite3.connect(path)
    (promised,) = database.execute("SELECT sql FROM sqlite_master WHERE name = ?", (table,)).fetchone()
    promise(database, table, promised.replace("NOT NULL", ""))
    database.close()
    database = sqlite3.connect(path)
    with suppress(sqlite3.Error):  # the archive itself refuses some values
        database.execute(f"UPDATE {table} SET {column} = NULL WHERE typeof({column}) = 'text'")
    promise(database, table, promised)
    database.close()


def promise(database: sqlite3.Connection, table: str, told: str) -> None:
    database.execute("PRAGMA writable_schema = ON")
    database.execute("UPDATE sqlite_master SET sql = ? WHERE name = ?", (told, table))
    database.commit()
