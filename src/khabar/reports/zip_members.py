"""One member of a zip file, opened; whatever its headers say."""

import struct
import zipfile
from typing import IO


def opened(archive: zipfile.ZipFile, member: zipfile.ZipInfo | str) -> IO[bytes]:
    """The member's bytes as a file; raises KeyError where there is none, and BadZipFile where it is none."""
    try:
        return archive.open(member)
    except (ValueError, OverflowError, struct.error) as error:  # headers that point before the file's beginning
        raise zipfile.BadZipFile(str(error)) from error
