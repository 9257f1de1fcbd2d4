"""Commands by which people say what is right, wrong, the same or not."""

from pathlib import Path
from typing import Annotated

import typer

from khabar.shells.cli.options import HERE, MANY, ArchivePath, AsJson, Because, By, Limit, One, Other, Undo
from khabar.values.attribution import Stance
from khabar.values.event import EventType, Status

commands = typer.Typer()


@commands.command(epilog="Example: khabar same x385e7 x91c02 --because 'the same minister'")
def same(
    one: One,
    other: Other,
    archive: ArchivePath = HERE,
    because: Because = "",
    by: By = None,
    undo: Undo = False,
    as_json: AsJson = False,
) -> None:
    """Say that two actors or two claims are the same; it is kept and holds for every later build."""
    from khabar.shells.cli.judging import Said, judge

    raise typer.Exit(judge(archive, one, other, Said(because, by, undo), same=True, as_json=as_json))


@commands.command(epilog="Example: khabar different port-1#e4 port-7#e2 --because 'father and son'")
def different(
    one: One,
    other: Other,
    archive: ArchivePath = HERE,
    because: Because = "",
    by: By = None,
    undo: Undo = False,
    as_json: AsJson = False,
) -> None:
    """Say that two actors or two claims are not the same; it is kept and holds for every later build."""
    from khabar.shells.cli.judging import Said, judge

    raise typer.Exit(judge(archive, one, other, Said(because, by, undo), same=False, as_json=as_json))


@commands.command(epilog="Example: khabar correct port-1#a3 --stance asserts --because 'he confirms it'")
def correct(
    item: Annotated[str, typer.Argument(metavar="ITEM", help="A saying (report#a3) or an event (report#v2).")],
    archive: ArchivePath = HERE,
    right: Annotated[bool, typer.Option("--right", help="It was checked and stands.")] = False,
    wrong: Annotated[bool, typer.Option("--wrong", help="There is no such saying or event.")] = False,
    stance: Annotated[Stance | None, typer.Option(help="How the speaker of a saying stands to it.")] = None,
    status: Annotated[Status | None, typer.Option(help="Whether an event took place, is planned, denied …")] = None,
    kind: Annotated[EventType | None, typer.Option("--type", help="What kind of event it is.")] = None,
    time: Annotated[
        str | None, typer.Option(metavar="DATE", help="When it is: 2024-06-18, 2024-06, 2023/2024.")
    ] = None,
    because: Because = "",
    by: By = None,
    undo: Undo = False,
    as_json: AsJson = False,
) -> None:
    """Say that a saying or an event is right, wrong or otherwise; it is kept and holds for every later build."""
    from khabar.shells.cli.judging import Said, correct, rulings

    given = rulings(right=right, wrong=wrong, stance=stance, status=status, kind=kind, time=time)
    raise typer.Exit(correct(archive, item, given, Said(because, by, undo), as_json=as_json))


@commands.command(epilog="Example: khabar review --save said.jsonl")
def review(
    archive: ArchivePath = HERE,
    save: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write all of it there, to keep or to pass on.")
    ] = None,
    add: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", readable=False, help="Keep what such a file says, the newest word on each matter."
        ),
    ] = None,
    undo: Annotated[
        str | None, typer.Option(metavar="KEY", help="Take back what stands under this key, whatever it is about.")
    ] = None,
    by: By = None,
    limit: Limit = MANY,
    as_json: AsJson = False,
) -> None:
    """Show what people said: corrections, and who or what is the same or not; pass it on, or take in another's."""
    from khabar.shells.cli.judging import Said, add_said, review, save_said, take_back

    if sum(map(bool, (save, add, undo))) > 1:
        raise typer.BadParameter("--save, --add and --undo exclude each other; give one of them.")
    if save:
        save_said(archive, save)
    elif add:
        add_said(archive, add, as_json=as_json)
    elif undo:
        take_back(archive, undo, Said(author=by))
    else:
        review(archive, limit, as_json=as_json)
