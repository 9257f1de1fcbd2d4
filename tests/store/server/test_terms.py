"""A text is taken apart into the same words on a server as in a file, whatever stands in it."""

from collections.abc import Callable, Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from khabar.store.archive import Archive
from khabar.store.database import INDICES
from khabar.store.server.dialect import turned
from khabar.store.server.terms import Terms
from khabar.values.place import Server

pytestmark = pytest.mark.of_files

SIGNS = (
    "ابتسلمنهوي"
    + "\u064b\u0651\u0640"
    + "abcXYZ"
    + "٠١٢3½"
    + " .,;:!?'\"\\&|<>()-_+*/@#\t\n"
    + "\ue000\u200f\u200d"
    + "éßﬁ漢字😀"
)
TEXTS = st.lists(st.text(SIGNS, max_size=40), min_size=1, max_size=6)


@pytest.fixture(scope="module")
def pair(schema: Callable[[], Server]) -> Iterator[tuple[Archive, Archive]]:
    with Archive.in_memory() as one, Archive.to_write(schema()) as other:
        yield one, other


@pytest.mark.parametrize("index", INDICES)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=TEXTS, asked=st.lists(st.text(SIGNS, max_size=8), max_size=4), cut=st.integers(0, 30))
def test_any_phrase_is_found_where_it_is_found_in_a_file(
    pair: tuple[Archive, Archive], index: str, texts: list[str], asked: list[str], cut: int
) -> None:
    phrases = [*asked, texts[0][cut : cut + 9]]
    question = " OR ".join('"' + phrase.replace('"', '""').replace("\0", "") + '"' for phrase in phrases)
    found = []
    for archive in pair:
        with archive._change() as database:
            database.execute(f"DELETE FROM {index}")
            database.add_words(index, enumerate(texts))
        numbers = archive._database.execute(f"SELECT rowid FROM {index} WHERE {index} MATCH ?", (question,))
        found.append(sorted(n for (n,) in numbers))
    assert found[0] == found[1]
    if index == "words":
        one, other = (sorted(archive._database.words_between("", "\U0010ffff")) for archive in pair)
        assert one == other


def test_a_word_that_is_longer_than_the_server_takes_is_found_whole() -> None:
    terms = Terms()
    long, longer = "كلام" * 600, "كلام" * 600 + "ا"
    assert terms.query("words", f'"{long}"') != terms.query("words", f'"{longer}"')
    assert all(len(part.encode()) < 2046 for text in terms.vector("words", [long]) for part in text.split(":"))


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("SELECT a FROM b WHERE c = ? AND d = '?' AND e = ?", "SELECT a FROM b WHERE c = :v0 AND d = '?' AND e = :v1"),
        ("SELECT ?2, ?1, ?2", "SELECT :v1, :v0, :v1"),
        ('SELECT "DESC?" FROM a ORDER BY b DESC', 'SELECT "DESC?" FROM a ORDER BY b DESC NULLS LAST'),
        ("SELECT 1 FROM a CROSS JOIN b ON a.n = b.n", "SELECT 1 FROM a JOIN b ON a.n = b.n"),
        ("x = ? AND gists MATCH ? AND y = ?", "x = :v0 AND gists.words @@ CAST(:v1 AS tsquery) AND y = :v2"),
        ("INSERT OR IGNORE INTO a SELECT 1", "INSERT INTO a SELECT 1 ON CONFLICT DO NOTHING"),
    ],
)
def test_what_only_sqlite_says_is_turned_and_nothing_else(asked: str, told: str) -> None:
    assert turned(asked).text == told
