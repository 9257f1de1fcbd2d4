"""Opening what is a file, and nothing that keeps who opens it waiting or never ends."""

import os
import stat
from errno import EINVAL, EISDIR


def at_once(path: str, flags: int, *, otherwise: str) -> int:
    """An opener for `open`: raises IsADirectoryError, or OSError with the words for what is no file.

    What lies there is looked at once it is open, for another may be put there since it was looked at.
    """
    file = os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
    kind = os.fstat(file).st_mode
    if stat.S_ISREG(kind):
        return file
    os.close(file)
    raise IsADirectoryError(EISDIR, os.strerror(EISDIR)) if stat.S_ISDIR(kind) else OSError(EINVAL, otherwise)
