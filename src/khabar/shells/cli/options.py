"""The options and arguments that several commands share."""

import shlex
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from khabar.errors import BadAddress, BadMoment
from khabar.values.moment import Moment
from khabar.values.place import Place, place_of
from khabar.workers.bounds import USUAL

HERE = Path("archive.khabar")


def _moment(given: str) -> Moment:
    try:
        return Moment(given)
    except BadMoment as error:
        raise typer.BadParameter(str(error)) from error


def _day(given: str) -> date:
    try:
        return date.fromisoformat(given)
    except ValueError as error:
        raise typer.BadParameter(f"'{given}' is no day. Write 2024-06-18.") from error


def place(given: str | Path) -> Place:
    """The place that was named."""
    try:
        return place_of(str(given))
    except BadAddress as error:
        raise typer.BadParameter(str(error)) from error


def no_archives(given: list[str]) -> list[str]:
    """The paths of reports; an archive among them is meant to be built, not read."""
    for path in map(Path, given):
        if path.suffix == HERE.suffix and not path.is_dir():
            advice = f"To read reports into it, write: khabar build REPORTS… --archive {shlex.quote(str(path))}"
            raise typer.BadParameter(f"'{path}' is the name of an archive, not of reports. {advice}")
    return given


ArchivePath = Annotated[
    Any,  # a Place: Typer knows no unions
    typer.Option(
        "--archive",
        "-a",
        envvar="KHABAR_ARCHIVE",
        parser=place,
        metavar="PLACE",
        help="The archive: a file, or postgresql://USER@HOST/DATABASE.",
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="JSON for programs in place of text for people.")]
About = Annotated[str | None, typer.Option(help="Only what is about this name, in any spelling.")]
Workers = Annotated[
    int | None, typer.Option(min=1, help="Processes that work. As many as there are processors, if not given.")
]
MaxSeconds = Annotated[
    float,
    typer.Option(
        min=0.1, help="Seconds of work that reading one report may take; as much again for a million letters."
    ),
]
MaxMemory = Annotated[int, typer.Option(min=256, help="Megabytes that a process that reads may take.")]
On = Annotated[
    str | None,
    typer.Option(
        metavar="MASTER", help="The Spark that reads: spark://host:7077, yarn, local[2,4]. See docs/cluster.md."
    ),
]
Parts = Annotated[
    str | None,
    typer.Option(metavar="FOLDER", help="Where --on keeps what was read, for all its machines; beside the archive."),
]
Outlet = Annotated[str | None, typer.Option(help="Who published the reports that do not tell themselves.")]
Published = Annotated[
    date | None, typer.Option(parser=_day, metavar="DATE", help="When they were published: 2024-06-18.")
]
Title = Annotated[str | None, typer.Option(help="Their headline.")]
Columns = Annotated[
    str | None,
    typer.Option(metavar="FIELD=NAME,…", help="What the columns of tables are called: text=body,published=date."),
]
Keep = Annotated[
    Path | None, typer.Option(metavar="FOLDER", help="Keep the bytes too as they came, for whoever proves an export.")
]
Private = Annotated[bool, typer.Option("--allow-private", help="Ask machines on this one and its own network too.")]
Since = Annotated[
    Moment | None, typer.Option("--from", parser=_moment, metavar="DATE", help="From this day, month or year: 2024-06.")
]
Until = Annotated[
    Moment | None, typer.Option("--to", parser=_moment, metavar="DATE", help="To the end of this day, month or year.")
]
Limit = Annotated[int, typer.Option(min=1, help="How many at most; JSON gives all.")]
Strict = Annotated[bool, typer.Option("--strict", help="End with 1 if anything was set aside.")]


class Log(StrEnum):
    """How a server tells of each request."""

    NONE = "none"
    JSON = "json"  # a line of JSON each


SECONDS, MEGABYTES = USUAL.seconds, USUAL.megabytes
MANY = 50

_POINTED_AT = "An actor or a claim: its id, a name, a mention (report#e3) or a position (c8a20#2)."
One = Annotated[str, typer.Argument(metavar="A", help=_POINTED_AT)]
Other = Annotated[str, typer.Argument(metavar="B", help="The other one.")]
Because = Annotated[str, typer.Option(help="Why, in your words.")]
By = Annotated[str | None, typer.Option("--by", envvar="KHABAR_AUTHOR", help="Who says so; you, if not given.")]
Undo = Annotated[bool, typer.Option("--undo", help="Take back what was said of them.")]


def days(since: Moment | None, until: Moment | None) -> tuple[date | None, date | None]:
    """The first and the last day of what is asked for; `None` where that side is open."""
    if since and until and (since.earliest or date.min) > (until.latest or date.max):
        raise typer.BadParameter(f"nothing lies between: --from {since} is after --to {until}")
    return since.earliest if since else None, until.latest if until else None
