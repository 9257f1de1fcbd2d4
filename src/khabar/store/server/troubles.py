"""What a server complains of, told in words that say what to do."""

from typing import Any

from khabar.errors import (
    ArchiveBusy,
    KhabarError,
    NoArchive,
    NoRoom,
    OlderArchive,
    ServerOutOfReach,
    ServerRefuses,
    ServerTooSlow,
    TooLongForServer,
)
from khabar.values.place import Server

BROUGHT_UP = "`khabar build` brings it up, by a user who may change its tables."
# The codes of PostgreSQL's errors, by their beginnings; the longest counts.
_REFUSED = {
    "28": ("the server does not take this user or password", "Give the password in PGPASSWORD or in ~/.pgpass."),
    "3D000": ("the server has no such database", "Make it with `createdb`, or name another in the address."),
    "53300": ("the server has no connection left", "Wait, or let it have more (max_connections)."),
    "42501": ("this user may not do that there", "Give the rights that docs/server.md lists, or name another user."),
    "25006": ("the archive is opened for reading only", "Name a server that may be written to."),
}
# The last is told of statements that were made ready before somebody changed the tables.
_GONE = ("08000", "08003", "08006", "57P01", "57P02", "57P03", "0A000")
_BUSY = ("40", "55P03")
_FULL = ("53100", "53200", "53400")
_LACKING = ("42P01", "42703", "42883")
_TOO_SLOW = "57014"
_TOO_LONG = "54"
_NO_SCHEMA = "3F000"


def code_of(wrong: BaseException) -> str:
    """The code that PostgreSQL gave; empty where the trouble is not of its saying."""
    return str(_told(wrong).get("C", ""))


def is_gone(wrong: BaseException) -> bool:
    """Whether the connection is lost with it."""
    return not code_of(wrong) or code_of(wrong).startswith(_GONE)


def error_of(server: Server, wrong: BaseException) -> KhabarError:
    """The error that says where, what, and what to do."""
    address, code = str(server), code_of(wrong)
    if is_gone(wrong):
        return ServerOutOfReach(address, _words(wrong))
    if code.startswith(_BUSY):
        return ArchiveBusy(address)
    if code in _FULL:
        return NoRoom(address)
    if code == _TOO_SLOW:
        return ServerTooSlow(address)
    if code.startswith(_TOO_LONG):
        return TooLongForServer(address)
    if code == _NO_SCHEMA:
        return NoArchive(address, "there is no archive here.")
    if code in _LACKING:
        return OlderArchive(address, BROUGHT_UP)
    for beginning, (why, remedy) in _REFUSED.items():
        if code.startswith(beginning):
            return ServerRefuses(address, f"{why} ({_words(wrong)}).", remedy)
    return ServerRefuses(address, f"the server refuses ({code} {_words(wrong)}).", "Its own log may tell more.")


def _words(wrong: BaseException) -> str:
    cause = wrong.__cause__ if not code_of(wrong) and wrong.__cause__ else wrong
    return str(_told(wrong).get("M") or cause).strip() or type(cause).__name__


def _told(wrong: BaseException) -> dict[str, Any]:
    first = wrong.args[0] if wrong.args else None
    return first if isinstance(first, dict) else {}
