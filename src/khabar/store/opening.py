"""Opening an archive wherever it is: a file, or a schema on a server."""

from khabar.store import connection
from khabar.store.database import Database
from khabar.values.place import Place, Server


def writable(place: Place, patience: float) -> Database:
    """The archive's tables, which may be written to; they are made where there are none."""
    if not isinstance(place, Server):
        return connection.writable(place, patience)
    from khabar.store.server import opening  # here: most archives are files, and need nothing of what it loads

    return opening.writable(place, patience)


def readable(place: Place, patience: float) -> Database:
    """The tables of an archive that is there, for reading only."""
    if not isinstance(place, Server):
        return connection.readable(place, patience)
    from khabar.store.server import opening  # here, likewise

    return opening.readable(place, patience)
