"""A server of PostgreSQL for tests: made for them alone, reached by a socket in its own folder."""

import os
import pwd
import shutil
import subprocess
import tempfile
from pathlib import Path

from khabar.values.place import Server

_INSTALLED = Path("/usr/lib/postgresql")  # where Debian has them, by version
_NOBODY = "nobody"  # the server does not run as root
_OPTIONS = {
    "listen_addresses": "''",
    "unix_socket_directories": "'{folder}'",
    "max_connections": "200",
    "logging_collector": "off",
    "log_min_messages": "fatal",
    "fsync": "off",  # the machine does not lose its power in a test
    "full_page_writes": "off",
    "max_wal_size": "4GB",
    "shared_buffers": "256MB",
}


def program(name: str) -> str | None:
    """Where one of PostgreSQL's programs lies; None: it is not here."""
    newest = sorted(_INSTALLED.glob(f"*/bin/{name}"), key=lambda path: int(path.parts[-3]), reverse=True)
    return shutil.which(name) or next(map(str, newest), None)


class TestServer:
    """A server that was started."""

    __test__ = False

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="khabar-pg-", dir="/tmp"))
        self._as = []
        if os.geteuid() == 0:
            shutil.chown(self.folder, _NOBODY)
            self._as = ["runuser", "-u", _NOBODY, "--"]
        self.owner = _NOBODY if self._as else pwd.getpwuid(os.geteuid()).pw_name
        self._data = self.folder / "data"
        self._run("initdb", "-D", str(self._data), "-E", "UTF8", "--locale=C.UTF-8", "-A", "trust", "--no-sync")
        told = "".join(f"{name} = {value.format(folder=self.folder)}\n" for name, value in _OPTIONS.items())
        with (self._data / "postgresql.auto.conf").open("a") as settings:
            settings.write(told)
        self.start()

    def start(self) -> None:
        """Starts it, and waits until it answers."""
        self._run("pg_ctl", "-D", str(self._data), "-w", "-l", str(self.folder / "log"), "start")

    def stop(self, how: str = "fast") -> None:
        """Stops it; `immediate` is as if it were killed."""
        self._run("pg_ctl", "-D", str(self._data), "-w", "-m", how, "stop")

    def sql(self, statement: str, database: str = "postgres") -> str:
        """What `psql` says to a statement."""
        return self._run(
            "psql", "-h", str(self.folder), "-U", self.owner, "-d", database, "-v", "ON_ERROR_STOP=1", "-Atc", statement
        )

    def run(self, name: str, *given: str) -> str:
        """What another of its programs says."""
        return self._run(name, "-h", str(self.folder), "-U", self.owner, *given)

    def address(self, schema: str, user: str | None = None) -> Server:
        """Where an archive of that name is."""
        return Server("postgres", user or self.owner, host=str(self.folder), schema=schema)

    def away(self) -> None:
        """Stops it and takes it away."""
        try:
            self.stop("immediate")
        finally:
            shutil.rmtree(self.folder, ignore_errors=True)

    def _run(self, name: str, *given: str) -> str:
        found = program(name)
        assert found is not None
        done = subprocess.run(
            [*self._as, found, *given], capture_output=True, text=True, cwd="/", stdin=subprocess.DEVNULL
        )
        assert done.returncode == 0, f"{name}: {done.stderr or done.stdout}"
        return done.stdout.strip()


def why_not() -> str | None:
    """Why no server can be started here; None: it can."""
    missing = [name for name in ("initdb", "pg_ctl", "psql") if program(name) is None]
    return f"no PostgreSQL here ({missing[0]}): archives on a server are not tried" if missing else None
