"""The bytes of reports as they came from the web, kept in files that their hash names, for whoever proves an export."""

import os
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

_SUFFIX_OF_WRITING = ".part"


@dataclass(frozen=True, slots=True)
class Kept:
    """A folder of such files; what came before stays as it is."""

    folder: Path

    def keep(self, data: bytes, suffix: str = "") -> None:
        """Writes the bytes, whole or not at all; raises OSError where that cannot be."""
        self.folder.mkdir(parents=True, exist_ok=True)
        file = self.folder / f"{sha256(data).hexdigest()}{suffix}"
        if not file.exists():
            part = file.with_name(f"{file.name}.{os.getpid()}{_SUFFIX_OF_WRITING}")
            part.write_bytes(data)
            part.replace(file)
