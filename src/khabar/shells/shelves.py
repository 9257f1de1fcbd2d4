"""The archive at hand for programs that answer several questions at once."""

import os
import threading

from khabar.store.archive import Archive
from khabar.values.place import Place, Server


class Shelves:
    """The archive, opened once for each thread; a file put in its place is opened anew."""

    def __init__(self, path: Place) -> None:
        self.path = path
        self._own = threading.local()

    def archive(self) -> Archive:
        """This thread's own view of the archive, never changing it; no other thread may use it."""
        now = self._which()
        kept: tuple[tuple[int, int] | None, Archive] | None = getattr(self._own, "kept", None)
        if kept and now and kept[0] == now:
            return kept[1]
        if kept:
            kept[1].close()
        self._own.kept = None
        opened = Archive.to_read(self.path)
        self._own.kept = (now, opened)
        return opened

    def _which(self) -> tuple[int, int] | None:
        """What tells the file from another that is put in its place; None: there is none."""
        if isinstance(self.path, Server):
            return 0, 0  # a session that is lost opens itself anew
        found = os.stat(self.path) if self.path.exists() else None
        return (found.st_dev, found.st_ino) if found else None
