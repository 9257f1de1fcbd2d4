"""What goes wrong with a server is told with where, what and what to do, and never with a password."""

import ssl
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from khabar.builds import build
from khabar.errors import (
    BadAddress,
    KhabarError,
    NewerArchive,
    NoArchive,
    OlderArchive,
    ServerOutOfReach,
    ServerRefuses,
    ServerTooSlow,
)
from khabar.reports.intake import reports_in
from khabar.store import schema as forms
from khabar.store.archive import Archive
from khabar.store.checking import check
from khabar.store.server import opening, tables
from khabar.store.server.reaching import encryption
from khabar.values.place import Server, place_of
from khabar.values.report import Report
from postgres_server import TestServer

pytestmark = pytest.mark.of_files  # these name their places themselves

DEMO = Path(__file__).parents[3] / "demo" / "reports"
SECRET = "s3cr3t-of-nobody"


@pytest.fixture(scope="module")
def filled(schema: Callable[[], Server]) -> Server:
    place = schema()
    with Archive.to_write(place) as archive:
        build(archive, [came for came in reports_in([DEMO]) if isinstance(came, Report)][:2], 1)
    return place


@pytest.fixture(scope="module")
def roles(postgres: TestServer, filled: Server) -> None:
    """Two who have no more rights than docs/server.md gives them, and one who has none."""
    postgres.sql("CREATE ROLE reader LOGIN; CREATE ROLE analyst LOGIN; CREATE ROLE stranger LOGIN")
    name = filled.schema
    postgres.sql(
        f"GRANT USAGE ON SCHEMA {name} TO reader, analyst; GRANT SELECT ON ALL TABLES IN SCHEMA {name} TO reader, analyst;"
        f" GRANT INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA {name} TO analyst;"
        f" REVOKE UPDATE, DELETE ON {name}.acts, {name}.reports FROM analyst"
    )


def test_where_there_is_no_archive_it_is_told(schema: Callable[[], Server]) -> None:
    with pytest.raises(NoArchive, match="no archive here"):
        Archive.to_read(schema())


def test_another_programs_tables_are_left_alone(schema: Callable[[], Server], postgres: TestServer) -> None:
    place = schema()
    postgres.sql(f"CREATE SCHEMA {place.schema}; CREATE TABLE {place.schema}.birds (name text)")
    for opened in (Archive.to_read, Archive.to_write):
        with pytest.raises(NoArchive, match="another program"):
            opened(place)
    assert postgres.sql(f"SELECT count(*) FROM pg_tables WHERE schemaname = '{place.schema}'") == "1"


def test_a_database_that_is_not_there_is_told(filled: Server) -> None:
    with pytest.raises(ServerRefuses, match="no such database.*\n.*createdb"):
        Archive.to_read(Server("nowhere", filled.user, host=filled.host))


def test_a_server_that_does_not_run_is_told(tmp_path: Path) -> None:
    for place in (Server("x", "x", host=str(tmp_path)), Server("x", "x", host="127.0.0.1", port=1)):
        with pytest.raises(ServerOutOfReach, match="does not answer.*\nMake sure that it runs"):
            Archive.to_read(place)


def test_a_user_whom_the_server_does_not_know_is_told(filled: Server) -> None:
    with pytest.raises(ServerRefuses, match="does not take this user.*\nGive the password"):
        Archive.to_read(Server(filled.database, "nobody at all", SECRET, filled.host))


@pytest.mark.usefixtures("roles")
def test_who_has_no_rights_is_told_which_are_missing(filled: Server) -> None:
    with pytest.raises(ServerRefuses, match="may not do that.*\n.*docs/server.md"):
        Archive.to_read(Server(filled.database, "stranger", host=filled.host, schema=filled.schema))


@pytest.mark.usefixtures("roles")
def test_who_may_only_read_reads_and_searches(filled: Server) -> None:
    place = Server(filled.database, "reader", host=filled.host, schema=filled.schema)
    with Archive.to_read(place) as archive, archive.unmoved():
        assert archive.sentences_with("قال").total
        assert archive.briefs_of().total
    with Archive.to_write(place) as archive, pytest.raises(ServerRefuses, match="may not do that"):
        archive.take_in_log()


@pytest.mark.usefixtures("roles")
def test_who_corrects_needs_no_right_to_change_what_was_said_or_reported(filled: Server) -> None:
    from khabar.shells.reviewing import Word, correct
    from khabar.values.correction import Ruling

    place = Server(filled.database, "analyst", host=filled.host, schema=filled.schema)
    with Archive.to_read(place) as archive:
        item = next(f"{report.id}#{r.events[0].id}" for report, r in archive.readings() if r.events)
    correct(place, item, Ruling.WRONG, None, Word("ليلى"))
    with Archive.to_read(place) as archive:
        assert [one.author for one in archive.corrections()] == ["ليلى"]
        assert archive.not_weighed() == frozenset()


def test_what_is_opened_for_reading_cannot_be_written_to(filled: Server) -> None:
    with Archive.to_read(filled) as archive, pytest.raises(ServerRefuses, match="for reading only"):
        archive.take_in_log()


def test_a_question_that_takes_too_long_is_given_up(filled: Server) -> None:
    slow = Server(filled.database, filled.user, host=filled.host, schema=filled.schema, timeout=1)
    with Archive.to_read(slow) as archive:
        with pytest.raises(ServerTooSlow, match="took too long.*\n.*timeout="):
            archive._database.execute("SELECT pg_sleep(5)")
        assert list(archive.reports())


def test_an_archive_of_a_later_form_is_refused(schema: Callable[[], Server], postgres: TestServer) -> None:
    place = schema()
    Archive.to_write(place).close()
    postgres.sql(f"UPDATE {place.schema}.standing SET form = 99")
    for opened in (Archive.to_read, Archive.to_write):
        with pytest.raises(NewerArchive, match="form 99"):
            opened(place)


def test_an_archive_of_an_older_form_is_brought_up_by_who_may_write(
    schema: Callable[[], Server], monkeypatch: pytest.MonkeyPatch
) -> None:
    place = schema()
    Archive.to_write(place).close()
    later = (
        "CREATE TABLE birds (n INTEGER PRIMARY KEY, name TEXT NOT NULL) WITHOUT ROWID;"
        " INSERT OR IGNORE INTO birds SELECT 1, 'هدهد';"
    )
    for module in (tables, opening):
        monkeypatch.setattr(module, "FORMS", (*forms.FORMS, later))
    with pytest.raises(OlderArchive, match="older form"):
        Archive.to_read(place)
    with Archive.to_write(place) as archive:
        assert archive._database.execute("SELECT * FROM birds").fetchall() == [(1, "هدهد")]
    with Archive.to_read(place) as archive:
        assert archive.has_conclusions() is False


def test_many_who_make_the_same_archive_at_once_make_one(schema: Callable[[], Server]) -> None:
    from concurrent.futures import ThreadPoolExecutor

    place = schema()
    with ThreadPoolExecutor(4) as openers:
        for archive in openers.map(Archive.to_write, [place] * 4):
            archive.close()
    with Archive.to_read(place) as archive:
        assert archive.briefs_of().total == 0


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("postgresql://u:{}@h", "names no database"),
        ("postgresql://u:{}@h:port/d", "port is no number"),
        ("postgresql://u:{}@h/d?colour=red", "asks for 'colour'"),
        ("postgresql://u:{}@h/d?schema=Robert'); DROP", "schema is named in small"),
        ("postgresql:u:{}@h/d", "names no database"),
        ("postgresql://u:{}@h/d?timeout=long", "port is no number"),
    ],
)
def test_an_address_that_is_none_is_told_without_its_password(address: str, told: str) -> None:
    with pytest.raises(BadAddress, match=told) as wrong:
        place_of(address.format(SECRET))
    assert SECRET not in str(wrong.value)


def test_a_place_never_shows_its_password() -> None:
    place = place_of(f"postgresql://me:{SECRET}@db.example:5433/news?schema=port")
    assert isinstance(place, Server)
    assert place.password == SECRET
    for shown in (str(place), repr(place), place.name):
        assert SECRET not in shown
    assert str(place) == "postgresql://me@db.example:5433/news?schema=port"
    with pytest.raises(KhabarError) as wrong:
        Archive.to_read(Server("x", "x", SECRET, host="127.0.0.1", port=1))
    assert SECRET not in str(wrong.value)


@pytest.mark.parametrize(
    "text",
    [
        "postgresql://me@db.example/news",
        "postgresql:///news",
        "postgresql:///news?host=/tmp/x",
        "postgresql://me@/news?host=/tmp/x&port=5433&schema=port",
    ],
)
def test_an_address_is_written_as_it_is_read(text: str) -> None:
    assert str(place_of(text)) == text
    assert place_of(str(place_of(text))) == place_of(text)


@pytest.mark.parametrize("text", ["archive.khabar", "/srv/postgresql/a.khabar", "postgres.khabar"])
def test_any_other_text_is_a_file(text: str) -> None:
    assert place_of(text) == Path(text)


@pytest.fixture(scope="module")
def walled(postgres: TestServer, filled: Server) -> Iterator[Server]:
    """Somebody whose password the server asks for."""
    hba = postgres.folder / "data" / "pg_hba.conf"
    before = hba.read_text(encoding="utf-8")
    hba.write_text(f"local all walled scram-sha-256\n{before}", encoding="utf-8")
    postgres.sql(f"CREATE ROLE walled LOGIN PASSWORD '{SECRET}'; SELECT pg_reload_conf()")
    postgres.sql(
        f"GRANT USAGE ON SCHEMA {filled.schema} TO walled; GRANT SELECT ON ALL TABLES IN SCHEMA {filled.schema} TO walled"
    )
    yield replace(filled, user="walled")
    hba.write_text(before, encoding="utf-8")


def test_the_password_is_taken_from_the_address_the_environment_or_the_file(
    walled: Server, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PGPASSFILE", str(tmp_path / "pgpass"))
    for password in (None, "wrong"):
        with pytest.raises(ServerRefuses, match=r"password.*\nGive the password in PGPASSWORD or in ~/.pgpass"):
            Archive.to_read(replace(walled, password=password))
    Archive.to_read(replace(walled, password=SECRET)).close()
    other = "other:5432:*:walled:x\n"
    (tmp_path / "pgpass").write_text(f"# mine\n{other}localhost:*:{walled.database}:wall\\ed:{SECRET}\n")
    Archive.to_read(walled).close()
    (tmp_path / "pgpass").write_text(other)
    monkeypatch.setenv("PGPASSWORD", SECRET)
    Archive.to_read(walled).close()


def test_what_is_said_to_another_machine_is_encrypted_and_its_certificate_checked() -> None:
    context = encryption(Server("d", host="db.example"))
    assert isinstance(context, ssl.SSLContext)
    assert (context.check_hostname, context.verify_mode) == (True, ssl.CERT_REQUIRED)
    unchecked = encryption(Server("d", host="db.example", sslmode="require"))
    assert isinstance(unchecked, ssl.SSLContext)
    assert unchecked.verify_mode == ssl.CERT_NONE
    for here in (Server("d"), Server("d", host="localhost"), Server("d", host="db.example", sslmode="disable")):
        assert encryption(here) is False
    with pytest.raises(BadAddress, match="sslmode is disable, require or verify-full"):
        encryption(Server("d", host="db.example", sslmode="prefer"))
    with pytest.raises(BadAddress, match="sslrootcert cannot be read"):
        encryption(Server("d", host="db.example", sslrootcert="/nowhere"))


def test_what_a_dump_brings_back_answers_the_same(filled: Server, postgres: TestServer, tmp_path: Path) -> None:
    dump = postgres.run("pg_dump", "-d", filled.database, "--schema", filled.schema, "--no-owner")
    file = postgres.folder / "dump.sql"
    file.write_text(dump, encoding="utf-8")
    postgres.sql("CREATE DATABASE restored")
    postgres.run("psql", "-d", "restored", "-q", "-v", "ON_ERROR_STOP=1", "-f", str(file))
    with Archive.to_read(filled) as one, Archive.to_write(replace(filled, database="restored")) as other:
        assert other.weighed() == one.weighed()
        assert other.sentences_with("قال") == one.sentences_with("قال")
        build(other, [came for came in reports_in([DEMO]) if isinstance(came, Report)][2:3], 1)
        assert len(list(other.reports())) == 3
    assert check(replace(filled, database="restored"), 5.0).troubles == ()
