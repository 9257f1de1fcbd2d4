"""The command line: parses, asks the library, prints."""

import errno
import gc
import io
import sys

from khabar.errors import KhabarError

_MAY_NOT = "Give yourself the right to it, or name another place."
_ADVICE = {
    errno.EACCES: _MAY_NOT,
    errno.EPERM: _MAY_NOT,
    errno.EROFS: _MAY_NOT,
    errno.ENOENT: "Check the name, or make the folder first.",
    errno.EISDIR: "This is a folder: name a file.",
    errno.ENOSPC: "Make room on the disk, and do it again.",
}


def main() -> None:
    """What `khabar` runs: every error of ours in words, none as a traceback."""
    # Loading the knowledge makes many lasting values and no garbage; looking for it takes a fifth of the time to start.
    gc.set_threshold(100_000, 50, 100)
    _speak_utf8()
    from khabar.shells.cli.app import app  # here, so that an error while loading is told in words too
    from khabar.shells.cli.printing import say

    try:
        app()
    except KhabarError as error:
        say(f"khabar: {error}", file=sys.stderr)
        sys.exit(1)
    except OSError as error:  # a file that cannot be written, a folder that is not there
        say(f"khabar: {error.filename or 'the system'}: {error.strerror or error}", file=sys.stderr)
        if error.errno in _ADVICE:
            print(_ADVICE[error.errno], file=sys.stderr)
        sys.exit(1)


def _speak_utf8() -> None:
    """Arabic in whatever locale; half a surrogate pair out of somebody's JSON goes out as the escape that it was."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
