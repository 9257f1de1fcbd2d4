"""`khabar export`: an archive in the form of another tool."""

import sys
from pathlib import Path

import typer

from khabar.exports.formats import FORMATS, AsFolder
from khabar.exports.named import Format
from khabar.exports.selection import Wanted, selected
from khabar.shells.cli.asking import opened, status_of
from khabar.store.archive import Archive
from khabar.values.place import Place


def export_archive(path: Place, form: Format, output: Path | None, wanted: Wanted) -> int:
    """Writes the file and names it, or the text itself where no file is named; 1 where there is nothing to write."""
    if isinstance(FORMATS[form], AsFolder) and (output is None or output.suffix == f".{form}"):
        raise typer.BadParameter(f"{form} is several files: name a folder, or a file that ends in .zip, with --output.")
    with opened(path) as archive, archive.unmoved():
        if status := _status(archive, wanted):
            return status
        return _write(archive, form, output, wanted)


def _write(archive: Archive, form: Format, output: Path | None, wanted: Wanted) -> int:
    door, selection = FORMATS[form], selected(archive, wanted)
    if output is None:
        assert not isinstance(door, AsFolder)  # refused above
        sys.stdout.writelines(door.pieces(selection))
    else:
        door.write(selection, output)
        print(output)
    return 0


def _status(archive: Archive, wanted: Wanted) -> int:
    return status_of(archive, 0 if wanted.about or not archive.has_conclusions() else 1, wanted.about)
