"""Commands that keep an archive safe: whether it is whole, copies of it, and what is left of a damaged one."""

from pathlib import Path
from typing import Annotated, Any

import typer

from khabar.shells.cli.options import HERE, ArchivePath, AsJson, Workers, place

commands = typer.Typer()
New = Annotated[Path, typer.Argument(metavar="FILE", readable=False, help="The archive to be made.")]
Copy = Annotated[
    Any,  # a Place: Typer knows no unions
    typer.Argument(metavar="PLACE", parser=place, help="The copy: a file, or postgresql://USER@HOST/DATABASE."),
]


@commands.command(epilog="Example: khabar check --archive port.khabar")
def check(archive: ArchivePath = HERE, as_json: AsJson = False) -> None:
    """Read a whole archive and say whether any of it is damaged."""
    from khabar.shells.cli.keeping import check_archive

    raise typer.Exit(check_archive(archive, as_json=as_json))


@commands.command(epilog="Example: khabar backup saved/port.khabar --archive port.khabar")
def backup(to: Copy, archive: ArchivePath = HERE, as_json: AsJson = False) -> None:
    """Copy an archive and its log of corrections, also while it is in use, to a file or a server; and back."""
    from khabar.shells.cli.keeping import back_up_archive

    back_up_archive(archive, to, as_json=as_json)


@commands.command(epilog="Example: khabar recover mended.khabar --archive port.khabar")
def recover(to: New, archive: ArchivePath = HERE, workers: Workers = None, as_json: AsJson = False) -> None:
    """Save what is whole of a damaged archive into a new one, and read and weigh it there."""
    from khabar.shells.cli.keeping import recover_archive

    raise typer.Exit(recover_archive(archive, to, workers, as_json=as_json))
