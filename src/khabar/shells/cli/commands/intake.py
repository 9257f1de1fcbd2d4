"""Commands that bring reports in."""

from pathlib import Path
from typing import Annotated

import typer

from khabar.shells.cli.model_options import (
    ModelCache,
    ModelName,
    ModelPrice,
    ModelSeconds,
    ModelUrl,
    ModelWindow,
    ReadBy,
    Reads,
    wanted,
)
from khabar.shells.cli.options import (
    HERE,
    MEGABYTES,
    SECONDS,
    ArchivePath,
    AsJson,
    Columns,
    Keep,
    MaxMemory,
    MaxSeconds,
    On,
    Outlet,
    Parts,
    Private,
    Published,
    Strict,
    Title,
    Workers,
    no_archives,
)

commands = typer.Typer()


@commands.command(epilog="Example: khabar read report.txt --outlet الميناء --published 2024-06-18")
def read(
    files: Annotated[
        list[Path],
        # whether it may be read is seen when it is: one file must not stop the others
        typer.Argument(
            metavar="FILE",
            readable=False,
            help="Texts, pages, JSON, tables, mails, archives, or folders of them; - is the input.",
        ),
    ],
    as_json: AsJson = False,
    outlet: Outlet = None,
    published: Published = None,
    title: Title = None,
    columns: Columns = None,
    workers: Workers = None,
    strict: Strict = False,
    why: Annotated[bool, typer.Option("--why", help="Tell of each item what read it, and by which words.")] = False,
    reader: Reads = ReadBy.RULES,
    model_url: ModelUrl = None,
    model: ModelName = None,
    model_price: ModelPrice = None,
    model_window: ModelWindow = None,
    model_seconds: ModelSeconds = None,
    model_cache: ModelCache = None,
) -> None:
    """Show what is in a report: who says what, and what is done. One line of JSON a report with --json."""
    from khabar.shells.cli.given import given_by
    from khabar.shells.cli.reading import Shape, read_files

    by = wanted(reader, model_url, model, model_price, model_window, model_seconds, model_cache)
    shape = Shape(as_json=as_json, why=why)
    given = given_by(outlet, published, title, columns)
    raise typer.Exit(read_files(files, given, workers, shape, by, strict=strict))


@commands.command(epilog="Example: khabar build reports/ --archive port.khabar")
def build(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH", help="Reports: files, or folders of them; - is the input.", callback=no_archives
        ),
    ],
    archive: ArchivePath = HERE,
    outlet: Outlet = None,
    published: Published = None,
    title: Title = None,
    columns: Columns = None,
    workers: Workers = None,
    max_seconds: MaxSeconds = SECONDS,
    max_memory: MaxMemory = MEGABYTES,
    strict: Strict = False,
    as_json: AsJson = False,
    reader: Reads = ReadBy.RULES,
    model_url: ModelUrl = None,
    model: ModelName = None,
    model_price: ModelPrice = None,
    model_window: ModelWindow = None,
    model_seconds: ModelSeconds = None,
    model_cache: ModelCache = None,
    on: On = None,
    parts: Parts = None,
) -> None:
    """Read reports into an archive. What is there is not read again; a stopped build goes on where it was."""
    from khabar.shells.cli.building import build_archive
    from khabar.shells.cli.given import given_by
    from khabar.workers.bounds import Bounds, Crew

    given = given_by(outlet, published, title, columns)
    by = wanted(reader, model_url, model, model_price, model_window, model_seconds, model_cache)
    crew = Crew(workers, Bounds(max_seconds, max_memory))
    if on is not None:
        from khabar.shells.cli.clustering import build_archive_on, place

        where = place(on, parts, archive, paths, crew, by)
        raise typer.Exit(build_archive_on(where, archive, paths, given, crew, strict=strict, as_json=as_json))
    files = [Path(path) for path in paths]
    raise typer.Exit(build_archive(archive, files, given, crew, by, strict=strict, as_json=as_json))


@commands.command(epilog="Example: khabar fetch https://example.org/news/1 --archive port.khabar")
def fetch(
    addresses: Annotated[list[str], typer.Argument(metavar="ADDRESS", help="Web pages, or feeds.")],
    archive: ArchivePath = HERE,
    keep: Keep = None,
    allow_private: Private = False,
    workers: Workers = None,
    max_seconds: MaxSeconds = SECONDS,
    max_memory: MaxMemory = MEGABYTES,
    strict: Strict = False,
    as_json: AsJson = False,
) -> None:
    """Get web pages and read them into an archive. A page that has not changed since is not sent again."""
    from khabar.fetching.fetcher import Manners
    from khabar.shells.cli.fetching import Going
    from khabar.shells.cli.fetching import fetch as fetched
    from khabar.workers.bounds import Bounds, Crew

    crew = Crew(workers, Bounds(max_seconds, max_memory))
    going = Going(archive, crew, strict, as_json, Manners(allow_private=allow_private), keep)
    raise typer.Exit(fetched(addresses, going))


@commands.command(epilog="Example: khabar watch feeds.opml --every 15m --archive port.khabar")
def watch(
    feeds: Annotated[
        list[str], typer.Argument(metavar="FEED", help="Addresses of feeds, OPML files, or lists of addresses.")
    ],
    archive: ArchivePath = HERE,
    every: Annotated[str | None, typer.Option(metavar="TIME", help="Stay, and look again after 15m, 2h or 1d.")] = None,
    no_pages: Annotated[
        bool, typer.Option("--no-pages", help="Keep what the feeds give, also where that is only a summary.")
    ] = False,
    keep: Keep = None,
    allow_private: Private = False,
    workers: Workers = None,
    max_seconds: MaxSeconds = SECONDS,
    max_memory: MaxMemory = MEGABYTES,
    strict: Strict = False,
    as_json: AsJson = False,
) -> None:
    """Read what is new in feeds into an archive: once, or again and again."""
    from khabar.fetching.fetcher import Manners
    from khabar.shells.cli.fetching import Going, seconds
    from khabar.shells.cli.fetching import watch as watched
    from khabar.workers.bounds import Bounds, Crew

    pause = seconds(every) if every else None
    if every and pause is None:
        raise typer.BadParameter(f"--every {every}: write 15m, 2h or 1d, a minute at least")
    crew = Crew(workers, Bounds(max_seconds, max_memory))
    going = Going(archive, crew, strict, as_json, Manners(allow_private=allow_private), keep)
    raise typer.Exit(watched(feeds, going, pause, pages=not no_pages))
