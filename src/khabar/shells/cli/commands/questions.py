"""Commands that ask an archive what the reports say and who stands behind it."""

from typing import Annotated

import typer

from khabar.shells.cli.options import HERE, MANY, About, ArchivePath, AsJson, Limit, Since, Until, days
from khabar.values.claim import PositionStance, Verdict
from khabar.values.event import EventType
from khabar.values.search import Filters

commands = typer.Typer()


@commands.command(epilog="Example: khabar timeline --from 2024-06-01 --about روسيا")
def timeline(
    archive: ArchivePath = HERE,
    since: Since = None,
    until: Until = None,
    about: About = None,
    everything: Annotated[bool, typer.Option("--all", help="Claims too in which no event was read.")] = False,
    undated: Annotated[bool, typer.Option("--undated", help="Those too that the reports give no date.")] = False,
    limit: Limit = MANY,
    as_json: AsJson = False,
) -> None:
    """Show what happened, in order, and which of it is only planned, alleged or denied."""
    from khabar.shells.cli import asking

    kinds = asking.kinds(everything=everything, undated=undated)
    raise typer.Exit(asking.timeline(archive, *days(since, until), about, kinds, limit, as_json=as_json))


@commands.command(epilog="Example: khabar claims --verdict disputed")
def claims(
    archive: ArchivePath = HERE,
    about: About = None,
    verdict: Annotated[Verdict | None, typer.Option(help="Only claims with this verdict on the reporting.")] = None,
    limit: Limit = MANY,
    as_json: AsJson = False,
) -> None:
    """Show what the reports take a position on, who stands behind it and who against it, and through whom."""
    from khabar.shells.cli import asking

    raise typer.Exit(asking.claims(archive, about, verdict, limit, as_json=as_json))


@commands.command(epilog="Example: khabar contradictions --about دوما")
def contradictions(
    archive: ArchivePath = HERE,
    about: About = None,
    story: Annotated[str | None, typer.Option(metavar="ID", help="Only those of this story, by its id.")] = None,
    limit: Limit = MANY,
    as_json: AsJson = False,
) -> None:
    """Show on what the reports of a story differ: figures, days, places, doers, and whether it is so at all."""
    from khabar.shells.cli import asking

    raise typer.Exit(asking.contradictions(archive, about, story, limit, as_json=as_json))


@commands.command(epilog="Example: khabar stories --about دوما")
def stories(archive: ArchivePath = HERE, about: About = None, limit: Limit = MANY, as_json: AsJson = False) -> None:
    """Show which reports belong to one matter, with its claims, contradictions and lineages."""
    from khabar.shells.cli import asking

    raise typer.Exit(asking.stories(archive, about, limit, as_json=as_json))


@commands.command(epilog="Example: khabar lineage c8a20")
def lineage(
    asked: Annotated[
        str | None,
        typer.Argument(metavar="REPORT|CLAIM", help="Only what this report, or the reports of this claim, go back to."),
    ] = None,
    archive: ArchivePath = HERE,
    limit: Limit = MANY,
    as_json: AsJson = False,
) -> None:
    """Show which reports go back to one text: who copied whom, how, and whom they credit."""
    from khabar.shells.cli import asking

    raise typer.Exit(asking.lineage(archive, asked, limit, as_json=as_json))


@commands.command(epilog="Example: khabar actors --about بوتين")
def actors(archive: ArchivePath = HERE, about: About = None, limit: Limit = MANY, as_json: AsJson = False) -> None:
    """Show who is spoken of, in all spellings and offices."""
    from khabar.shells.cli import asking

    raise typer.Exit(asking.actors(archive, about, limit, as_json=as_json))


@commands.command(epilog="Example: khabar show c8a20")
def show(
    asked: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="A report, an event (report#event), a claim or an actor, of which five characters are enough.",
        ),
    ],
    archive: ArchivePath = HERE,
    limit: Limit = MANY,
    as_json: AsJson = False,
) -> None:
    """Show the sentences behind a report, claim, actor or event, with who says them."""
    from khabar.shells.cli import asking

    asking.show(archive, asked, limit, as_json=as_json)


@commands.command(epilog="Example: khabar search 'سفينة \"ميناء الحديدة\" -إيران' --from 2024")
def search(
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="WORD", help='Words, in any form; "a phrase"; أو or | between alternatives; -without; beginning*.'
        ),
    ],
    archive: ArchivePath = HERE,
    outlet: Annotated[str | None, typer.Option(help="Only reports of this outlet.")] = None,
    since: Since = None,
    until: Until = None,
    about: Annotated[str | None, typer.Option(help="Only sentences that name this, under any name.")] = None,
    event_type: Annotated[
        EventType | None, typer.Option("--type", help="Only where a claim of this type is told.")
    ] = None,
    verdict: Annotated[Verdict | None, typer.Option(help="Only where a claim with this verdict is told.")] = None,
    stance: Annotated[PositionStance | None, typer.Option(help="Only where the claim is told so.")] = None,
    limit: Limit = MANY,
    as_json: AsJson = False,
) -> None:
    """Find sentences by their words, whatever form they stand in, and show who says them."""
    from khabar.shells.cli import asking

    first, last = days(since, until)
    filters = Filters(outlet, first, last, about, event_type, stance, verdict)
    asking.search(archive, " ".join(words), filters, limit, as_json=as_json)
