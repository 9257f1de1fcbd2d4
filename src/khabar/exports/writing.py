"""Whole files: what is half written never stands under the name that was asked for."""

import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_BEGINNING = (1980, 1, 1, 0, 0, 0)  # of the time of zip files: the same tables give the same bytes


def write_text(pieces: Iterable[str], output: Path) -> None:
    """Puts the pieces in a file, one after the other, in place of what was there."""
    with _beside(output) as room:
        whole = room / output.name
        with whole.open("w", encoding="utf-8", errors="backslashreplace", newline="") as file:
            file.writelines(pieces)
        whole.replace(output)


def write_folder(fill: Callable[[Path], None], output: Path) -> None:
    """Puts the files that `fill` makes in a folder, or in a zip file where the name ends so."""
    with _beside(output) as room:
        made = room / "made"
        made.mkdir()
        fill(made)
        if output.suffix == ".zip":
            _pack(made, room / "packed").replace(output)
        else:
            output.mkdir(exist_ok=True)
            for file in sorted(made.iterdir()):
                file.replace(output / file.name)


def _pack(folder: Path, packed: Path) -> Path:
    with ZipFile(packed, "w") as archive:
        for file in sorted(folder.iterdir()):
            info = ZipInfo(file.name, _BEGINNING)
            info.compress_type = ZIP_DEFLATED
            with file.open("rb") as source, archive.open(info, "w", force_zip64=True) as target:
                shutil.copyfileobj(source, target)
    return packed


@contextmanager
def _beside(output: Path) -> Iterator[Path]:
    """A folder of our own on the same disk, gone at the end; files in it are as open to others as any new file."""
    try:
        room = Path(tempfile.mkdtemp(prefix=f".{output.name}-", dir=output.absolute().parent))
    except OSError as error:  # told of the place that was named, not of ours beside it
        raise OSError(error.errno, error.strerror, str(output)) from error
    try:
        yield room
    finally:
        shutil.rmtree(room, ignore_errors=True)
