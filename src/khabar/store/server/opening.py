"""Opening an archive on a server."""

from khabar.errors import NewerArchive, NoArchive, NotOurs, OlderArchive, ServerRefuses
from khabar.store.database import closed_if_it_fails
from khabar.store.schema import FORMS
from khabar.store.server.session import Session
from khabar.store.server.tables import bringing_up, making
from khabar.store.server.troubles import BROUGHT_UP
from khabar.values.place import Server

_OLDEST = 15  # version of PostgreSQL
_THOUSAND = 1000


def writable(server: Server, patience: float) -> Session:
    """A session that may write; the archive is made where there is none, and brought up where it is older."""
    session = _session(server, {"lock_timeout": str(int(patience * _THOUSAND))})
    with closed_if_it_fails(session):
        form = _form_of(session, server)
        if form is None:
            _make(session, server)
        elif form < len(FORMS):
            _bring_up(session, server)
    return session


def readable(server: Server, patience: float) -> Session:
    """A session for reading only, with an archive that is there."""
    limits = {"lock_timeout": str(int(patience * _THOUSAND)), "statement_timeout": str(server.timeout * _THOUSAND)}
    session = _session(server, limits | {"default_transaction_read_only": "on"})
    with closed_if_it_fails(session):
        form = _form_of(session, server)
        if form is None:
            raise NoArchive(str(server), "there is no archive here.")
        if form < len(FORMS):
            raise OlderArchive(str(server), BROUGHT_UP)
    return session


def _session(server: Server, settings: dict[str, str]) -> Session:
    session = Session(server, {"search_path": f"{server.schema}, pg_catalog", **settings})
    with closed_if_it_fails(session):
        ((version, letters),) = session.execute(
            "SELECT current_setting('server_version_num'), current_setting('server_encoding')"
        )
        if letters != "UTF8":
            raise ServerRefuses(str(server), f"this database holds {letters}.", "Make one with `createdb -E UTF8`.")
        if (release := int(version) // 10_000) < _OLDEST:
            raise ServerRefuses(str(server), f"this is PostgreSQL {release}.", f"Use {_OLDEST} or newer.")
    return session


def _form_of(session: Session, server: Server) -> int | None:
    """The number of the archive's form; None: there is nothing."""
    question = "SELECT relname FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace WHERE nspname = ?"
    tables = {name for (name,) in session.execute(question, (server.schema,))}
    if not tables:
        return None
    if "standing" not in tables:
        raise NotOurs(str(server), "this schema has another program's tables, not an archive.")
    # named with its schema: without rights it is not found otherwise
    ((form,),) = session.execute(f"SELECT form FROM {server.schema}.standing")
    if form > len(FORMS):
        raise NewerArchive(str(server), form, len(FORMS))
    return int(form)


def _make(session: Session, server: Server) -> None:
    """Makes the tables; of several who do so at once, the others wait for the first."""
    with session.making(server.schema):
        if _form_of(session, server) is None:
            if not session.execute("SELECT 1 FROM pg_namespace WHERE nspname = ?", (server.schema,)).fetchone():
                session.execute(f"CREATE SCHEMA {server.schema}")
            session.execute(";\n".join(making(server.schema)))


def _bring_up(session: Session, server: Server) -> None:
    with session.making(server.schema):
        for statement in bringing_up(_form_of(session, server) or 0):
            session.execute(statement)
