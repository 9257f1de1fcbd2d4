"""Opening an archive wherever it is: a file, or a schema on a server."""

from khabar.store import connection
from khabar.store.database import Database
from khabar.store.server import opening
from khabar.values.place import Place, Server


def writable(place: Place, patience: float) -> Database:
    """The archive's tables, which may be written to; they are made where there are none."""
    return opening.writable(place, patience) if isinstance(place, Server) else connection.writable(place, patience)


def readable(place: Place, patience: float) -> Database:
    """The tables of an archive that is there, for reading only."""
    return opening.readable(place, patience) if isinstance(place, Server) else connection.readable(place, patience)
