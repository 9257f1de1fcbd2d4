"""Where an archive is: a file, or a schema of a database on a server."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qsl, quote, unquote, urlsplit

from khabar.errors import BadAddress

_SCHEMES = ("postgresql", "postgres")
_SERVER = re.compile(r"postgres(ql)?:", re.I)
_SECRET = re.compile(r"^(\w+:/*[^:@]*):.*@")
_NAME = re.compile(r"[a-z_][a-z0-9_]{0,62}")  # of a schema: what PostgreSQL takes as it stands
_PORT = 5432
_TIMEOUT = 60  # seconds
SCHEMA = "khabar"


@dataclass(frozen=True, slots=True)
class Server:
    """An archive in a database of PostgreSQL; as text it never has the password."""

    database: str
    user: str | None = None  # None: who is logged in here
    password: str | None = field(default=None, repr=False, compare=False)  # None: the environment or a file may tell
    host: str | None = None  # None: the socket of this machine; a folder: the socket that lies there
    port: int = _PORT
    schema: str = SCHEMA
    sslmode: str | None = None  # None: as far as the host is another machine, with its certificate checked
    sslrootcert: str | None = None  # None: the certificates that this machine trusts
    timeout: int = _TIMEOUT  # seconds that one question may take; 0: any number

    @property
    def name(self) -> str:
        """What may be told to anybody."""
        return self.database if self.schema == SCHEMA else f"{self.database}.{self.schema}"

    def __str__(self) -> str:
        user = f"{quote(self.user)}@" if self.user else ""
        at = "" if self._at_socket else (self.host or "") + (f":{self.port}" if self.port != _PORT else "")
        told = {
            "host": self.host if self._at_socket else None,
            "port": self.port if self._at_socket and self.port != _PORT else None,
            "schema": None if self.schema == SCHEMA else self.schema,
        }
        asked = "&".join(f"{name}={quote(str(value))}" for name, value in told.items() if value)
        return f"postgresql://{user}{at}/{quote(self.database)}{f'?{asked}' if asked else ''}"

    @property
    def _at_socket(self) -> bool:
        return self.host is None or self.host.startswith("/")


Place = Path | Server


def place_of(text: str) -> Place:
    """The place that a person names; raises BadAddress where it is no address of a server and begins like one."""
    if not _SERVER.match(text):
        return Path(text)
    shown = _SECRET.sub(r"\1:…@", text)
    try:
        return _server(text, shown)
    except ValueError as wrong:
        raise BadAddress(shown, "its port is no number, or its brackets do not match.") from wrong


def _server(text: str, shown: str) -> Server:
    parts = urlsplit(text)
    asked = dict(parse_qsl(parts.query, keep_blank_values=True))
    database = unquote(parts.path.removeprefix("/"))
    if parts.scheme not in _SCHEMES or not text.partition(":")[2].startswith("//") or not database or "/" in database:
        raise BadAddress(shown, "it names no database.")
    if unknown := sorted(asked.keys() - {"host", "port", "schema", "sslmode", "sslrootcert", "timeout"}):
        raise BadAddress(shown, f"it asks for '{unknown[0]}', which is not known.")
    schema = asked.get("schema", SCHEMA)
    if not _NAME.fullmatch(schema) or schema.startswith("pg_"):
        raise BadAddress(shown, "a schema is named in small Latin letters, digits and _.")
    return Server(
        database=database,
        user=unquote(parts.username) if parts.username else None,
        password=unquote(parts.password) if parts.password else None,
        host=parts.hostname or asked.get("host"),
        port=parts.port or int(asked.get("port", _PORT)),
        schema=schema,
        sslmode=asked.get("sslmode"),
        sslrootcert=asked.get("sslrootcert"),
        timeout=int(asked.get("timeout", _TIMEOUT)),
    )
