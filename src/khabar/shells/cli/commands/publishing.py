"""Commands that hand an archive on: as a page, a file, a server."""

from pathlib import Path
from typing import Annotated

import typer

from khabar.exports.named import Format
from khabar.shells.cli.options import HERE, About, ArchivePath, AsJson, Log, Since, Until, days

commands = typer.Typer()


@commands.command(epilog="Example: khabar dossier --archive port.khabar -o port.html")
def dossier(
    archive: ArchivePath = HERE,
    output: Annotated[Path, typer.Option("--output", "-o", help="The page to write, or a .pdf.")] = Path(
        "dossier.html"
    ),
    about: About = None,
    between: Annotated[
        tuple[str, str] | None, typer.Option(metavar="A B", help="Only what these two have to do with one another.")
    ] = None,
    since: Since = None,
    until: Until = None,
) -> None:
    """Write one page that can be mailed: timeline, claims with their chains, all sentences quoted."""
    from khabar.shells.cli import asking

    raise typer.Exit(asking.dossier(archive, output, about, between, *days(since, until)))


@commands.command(epilog="Example: khabar export --format csv --output tables/")
def export(
    form: Annotated[Format, typer.Option("--format", "-f", help="The form; docs/exports/ has a page on each.")],
    archive: ArchivePath = HERE,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="The file, or the folder of tables; printed if not given."),
    ] = None,
    about: About = None,
    since: Since = None,
    until: Until = None,
) -> None:
    """Write what is in an archive in the form of another tool, each fact with its report, offsets and chain."""
    from khabar.exports.selection import Wanted
    from khabar.shells.cli.exporting import export_archive

    raise typer.Exit(export_archive(archive, form, output, Wanted(about, *days(since, until))))


@commands.command(epilog="Example: khabar verify port.facts --reports reports/")
def verify(
    export: Annotated[Path, typer.Argument(metavar="EXPORT", help="What `khabar export --format facts` wrote.")],
    reports: Annotated[
        list[Path],
        typer.Option("--reports", "-r", help="The raw reports, a folder or a file; may be given again."),
    ],
    as_json: AsJson = False,
) -> None:
    """Prove every fact of an export from the raw reports, with a checker that knows nothing of Khabar."""
    from khabar.shells.cli.verifying import verify_facts

    raise typer.Exit(verify_facts(export, reports, as_json=as_json))


@commands.command(epilog="Example: khabar serve --archive port.khabar")
def serve(
    archive: ArchivePath = HERE,
    host: Annotated[
        str, typer.Option(help="The address to answer at; beyond this machine, only readers you trust.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port; 0 takes any that is free.")] = 8470,
    review: Annotated[
        bool, typer.Option("--review", help="Let whoever opens the address told at the start correct things.")
    ] = False,
    name: Annotated[list[str] | None, typer.Option(help="A host name that the pages may be asked for by.")] = None,
    rate: Annotated[
        int, typer.Option(min=1, help="Requests a second from one address, when reached from other machines.")
    ] = 20,
    log: Annotated[Log, typer.Option(help="Whether each request is told on the standard error.")] = Log.NONE,
) -> None:
    """Open the archive in the browser: timeline, claims with their chains, exchanges, map, the reports themselves."""
    from khabar.shells.cli.serving import serve_archive
    from khabar.shells.web.settings import Settings

    settings = Settings(archive, host, port, names=tuple(name or ()), rate=rate, log=log is Log.JSON)
    serve_archive(settings, review=review)


@commands.command(epilog="Example: khabar mcp --archive port.khabar")
def mcp(
    archive: ArchivePath = HERE,
    http: Annotated[
        int | None,
        typer.Option(
            min=0, max=65535, metavar="PORT", help="Answer at this port of this machine, not over the streams."
        ),
    ] = None,
) -> None:
    """Give assistants the questions as tools that only read (Model Context Protocol), over the standard streams."""
    from khabar.shells.cli.assisting import serve_assistants

    serve_assistants(archive, http)
