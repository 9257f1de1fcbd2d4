"""Commands that ask who gives what to whom, and how two parties stand to one another."""

from typing import Annotated

import typer

from khabar.shells.cli.options import HERE, MANY, About, ArchivePath, AsJson, Limit, Since, Until, days
from khabar.values.event import GoodsCategory

commands = typer.Typer()


@commands.command(epilog="Example: khabar exchanges --between روسيا إيران --goods drone --from 2022")
def exchanges(
    archive: ArchivePath = HERE,
    about: About = None,
    between: Annotated[
        tuple[str, str] | None, typer.Option(metavar="A B", help="Only what one of the two gives the other.")
    ] = None,
    goods: Annotated[GoodsCategory | None, typer.Option(help="Only goods of this kind.")] = None,
    since: Since = None,
    until: Until = None,
    flagged: Annotated[
        bool, typer.Option("--flagged", help="Only what would fall under a sanction measure, if it took place as told.")
    ] = False,
    limit: Limit = MANY,
    as_json: AsJson = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="A table for spreadsheets.")] = False,
) -> None:
    """Show who gives what to whom, in return for what, and what was told of it in all."""
    from khabar.shells.cli import asking

    if as_json and as_csv:
        raise typer.BadParameter("--json and --csv exclude each other; give one of them.")
    asked = asking.asked(about, between, goods, *days(since, until), flagged=flagged)
    raise typer.Exit(asking.exchanges(archive, asked, limit, as_json=as_json, as_csv=as_csv))


@commands.command(epilog="Example: khabar relations روسيا 'كوريا الشمالية' --from 2022")
def relations(
    one: Annotated[str, typer.Argument(metavar="A", help="A state, party or person.")],
    other: Annotated[
        str | None, typer.Argument(metavar="B", help="Another; without one, all that A has to do with.")
    ] = None,
    archive: ArchivePath = HERE,
    since: Since = None,
    until: Until = None,
    limit: Limit = MANY,
    as_json: AsJson = False,
) -> None:
    """Show how two stand to one another, month by month, with the events behind every point."""
    from khabar.shells.cli import asking

    raise typer.Exit(asking.relations(archive, one, other, *days(since, until), limit, as_json=as_json))


@commands.command(epilog="Example: khabar measures 1718")
def measures(
    about: Annotated[
        str | None, typer.Argument(metavar="WORD", help="A word of the measure, its target or its instrument.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Show the sanction measures that exchanges are held against: what they forbid to whom since when."""
    from khabar.shells.cli.library import show_measures

    raise typer.Exit(show_measures(about, as_json=as_json))
