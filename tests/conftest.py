"""What the tests of several rooms share lies beside this file: importing it needs this folder on the path."""

import weakref
from collections.abc import Callable, Iterator
from hashlib import sha256
from itertools import count

import pytest
from hypothesis import HealthCheck, settings

from khabar.compiled import Code, code
from khabar.store.archive import PATIENCE, Archive
from khabar.store.database import INDICES
from khabar.store.server.tables import tables
from khabar.values.place import Place, Server
from postgres_server import TestServer, why_not

_NUMBERS = count(1)
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")  # no test holds a time


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--store", choices=("file", "server"), default="file", help="where archives of the tests lie")


def pytest_sessionstart() -> None:
    if code() is Code.STALE:
        pytest.exit(
            "compiled from other sources, which the tests would try: `make fast` compiles anew, `make pure` undoes it"
        )


@pytest.fixture(scope="session")
def postgres() -> Iterator[TestServer]:
    """A server of PostgreSQL; where none can be started, what needs one is left out and says so."""
    if reason := why_not():
        pytest.skip(reason)
    server = TestServer()
    yield server
    server.away()


@pytest.fixture(scope="session")
def schema(postgres: TestServer) -> Callable[[], Server]:
    """Places for new archives on that server."""
    return lambda: postgres.address(f"t{next(_NUMBERS)}")


@pytest.fixture(autouse=True, scope="session")
def _on_server(request: pytest.FixtureRequest) -> Iterator[None]:
    """With `--store server`, every archive that a test makes is a schema there, whatever file it names."""
    if request.config.getoption("--store") != "server":
        yield
        return
    server: TestServer = request.getfixturevalue("postgres")
    write, read = Archive.to_write, Archive.to_read
    free: list[Server] = []  # schemas whose archives are gone

    def place(path: Place) -> Server:
        return path if isinstance(path, Server) else server.address(f"f{sha256(str(path).encode()).hexdigest()[:16]}")

    def new_one() -> Archive:
        """Tables are made slowly, and emptied fast."""
        where = free.pop() if free else server.address(f"m{next(_NUMBERS)}")
        archive = write(where)
        with archive._change() as database:
            for table in reversed(tables()):
                database.execute(f"DELETE FROM {table}")
            for index in INDICES:
                database.execute(f"DELETE FROM {index}")
        weakref.finalize(archive, free.append, where)
        return archive

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Archive, "to_write", lambda path, patience=PATIENCE: write(place(path), patience))
        patch.setattr(Archive, "to_read", lambda path, patience=PATIENCE: read(place(path), patience))
        patch.setattr(Archive, "in_memory", new_one)
        yield


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--store") == "server":
        out = pytest.mark.skip(reason="of files alone")
        for item in items:
            if item.get_closest_marker("of_files"):
                item.add_marker(out)
