"""The tables on a server, made of those in a file, so that there is one list of them."""

import re
import sqlite3
from collections.abc import Iterator
from functools import cache

from khabar.store.database import INDICES
from khabar.store.schema import FORMS, statements_in

# Numbers of SQLite that are true or false.
_TRUTHS = "dated|mutual|forth|proper|is_person|bare|undated|flagged"
_INDEX = re.compile(r"CREATE VIRTUAL TABLE (\w+) USING fts5 .*", re.S)
_TYPES = (
    (re.compile(rf"\b({_TRUTHS}) INTEGER\b"), r"\1 boolean"),
    (re.compile(r"\bINTEGER\b"), "bigint"),
    (re.compile(r"\bTEXT\b"), 'text COLLATE "C"'),  # in the order of the code points, as SQLite has it
    (re.compile(r"\bWITHOUT ROWID\b"), ""),
)

# What SQLite's functions of these names give, as far as the store asks them. A text with letters that the server cannot
# hold (`letters.py`) is not cut there: it is fetched whole, and cut where its letters are what they were.
_FUNCTIONS = r"""
CREATE FUNCTION instr(text, text) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT strpos($1, $2)';

CREATE FUNCTION substr(text, bigint, bigint) RETURNS text LANGUAGE sql IMMUTABLE AS
  'SELECT CASE WHEN strpos($1, chr(1114111)) = 0 THEN pg_catalog.substr($1, $2::integer, $3::integer) END';

CREATE FUNCTION json_held(text) RETURNS jsonb LANGUAGE sql IMMUTABLE AS
  $$SELECT CASE WHEN strpos($1, '\u0000') = 0 THEN $1::jsonb
    ELSE regexp_replace($1, '(?<!\\)((?:\\\\)*)\\u0000', '\1' || chr(1114111) || '0', 'g')::jsonb END$$;
"""
_JSON = r"""
CREATE FUNCTION json_each(text) RETURNS TABLE (key bigint, value text) LANGUAGE sql IMMUTABLE AS
  'SELECT at - 1, one FROM jsonb_array_elements_text({schema}.json_held($1)) WITH ORDINALITY AS found (one, at)';

CREATE FUNCTION json_extract(text, text) RETURNS text LANGUAGE sql IMMUTABLE AS
  $$SELECT {schema}.json_held($1) #>> string_to_array(btrim(translate($2, '[]', '.'), '$.'), '.')$$;

CREATE FUNCTION json_each(text, text) RETURNS TABLE (key bigint, value text) LANGUAGE sql IMMUTABLE AS
  $$SELECT found.* FROM {schema}.json_each({schema}.json_extract($1, $2)) AS found$$
"""

# How many sentences have each word, as FTS5 counts it in a file. Whoever writes sentences, it is right.
_VOCABULARY = """
CREATE TABLE vocabulary (term text COLLATE "C" PRIMARY KEY, doc bigint NOT NULL);

CREATE FUNCTION count_new_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO {schema}.vocabulary SELECT lexeme, count(*) FROM written, unnest(folded) GROUP BY lexeme ORDER BY lexeme
    ON CONFLICT (term) DO UPDATE SET doc = vocabulary.doc + excluded.doc;
  RETURN NULL;
END $$;

CREATE FUNCTION count_old_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE {schema}.vocabulary SET doc = doc - gone.number
    FROM (SELECT lexeme, count(*) AS number FROM written, unnest(folded) GROUP BY lexeme) AS gone WHERE term = lexeme;
  DELETE FROM {schema}.vocabulary
    WHERE doc = 0 AND term IN (SELECT lexeme FROM written, unnest(folded));
  RETURN NULL;
END $$;

CREATE TRIGGER new_words AFTER INSERT ON words REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION count_new_words();

CREATE TRIGGER old_words AFTER DELETE ON words REFERENCING OLD TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION count_old_words()
"""

# One row: the form of the tables, and how often they were changed. Whoever changes them holds it until he is done.
_STANDING = "CREATE TABLE standing (form bigint NOT NULL, change bigint NOT NULL)"


def making(schema: str) -> Iterator[str]:
    """What makes an empty archive, statement by statement."""
    yield from _apart(_FUNCTIONS)
    yield from _apart(_JSON.replace("{schema}", schema))
    for statement in of_a_file().values():
        yield from in_postgres(statement)
    yield from _apart(_VOCABULARY.replace("{schema}", schema))
    yield _STANDING
    yield f"INSERT INTO standing VALUES ({len(FORMS)}, 0)"


def bringing_up(form: int) -> Iterator[str]:
    """What brings an archive of that form up to the newest."""
    for statement in statements_in(FORMS[form:]):
        yield from in_postgres(statement)
    yield f"UPDATE standing SET form = {len(FORMS)}"


def in_postgres(statement: str) -> Iterator[str]:
    """A statement that makes or changes tables, with the types of PostgreSQL."""
    if index := _INDEX.fullmatch(statement):
        column, _ = INDICES[index[1]]
        yield f"CREATE TABLE {index[1]} (rowid bigint PRIMARY KEY, {column} tsvector NOT NULL)"
        yield f"CREATE INDEX {index[1]}_terms ON {index[1]} USING gin ({column})"
        return
    for kind, turning in _TYPES:
        statement = kind.sub(turning, statement)
    yield statement


def truths(statement: str) -> tuple[int, ...]:
    """The places of the columns of a table that are true or false."""
    columns = [line.split()[0] for line in statement.partition("(")[2].splitlines() if line.split()]
    return tuple(at for at, name in enumerate(columns) if name in _TRUTHS.split("|"))


def tables() -> list[str]:
    """The tables that hold an archive, but for its indices of words; each after those that it refers to."""
    return [name for name, made in of_a_file().items() if made.startswith("CREATE TABLE")]


@cache
def of_a_file() -> dict[str, str]:
    """What makes the tables and indices of the newest form in a file, by their names."""
    database = sqlite3.connect(":memory:")
    for script in FORMS:
        database.executescript(script)
    found = database.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid").fetchall()
    database.close()
    beneath = tuple(f"{index}_" for index in INDICES)  # tables in which FTS5 keeps an index
    return {name: sql for name, sql in found if not (name.startswith(beneath) and sql.startswith("CREATE TABLE '"))}


def _apart(script: str) -> Iterator[str]:
    """The statements of a script; an empty line stands between two."""
    yield from (part.strip().rstrip(";") for part in script.split("\n\n") if part.strip())
