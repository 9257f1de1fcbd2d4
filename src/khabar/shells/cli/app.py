"""The commands and their options. Each asks one thing of the library and hands the answer to be printed."""

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from khabar import __version__
from khabar.exports.named import Format
from khabar.shells.cli.options import (
    HERE,
    MANY,
    About,
    ArchivePath,
    AsJson,
    Because,
    By,
    Columns,
    Limit,
    Log,
    One,
    Other,
    Outlet,
    Private,
    Published,
    Since,
    Strict,
    Title,
    Undo,
    Until,
    Workers,
)
from khabar.values.attribution import Stance
from khabar.values.claim import PositionStance, Verdict
from khabar.values.event import EventType, GoodsCategory, Status
from khabar.values.moment import Moment
from khabar.values.search import Filters

if TYPE_CHECKING:
    from khabar.shells.cli.given import Given


app = typer.Typer(
    name="khabar",
    help="Reads Arabic news reports and keeps who says what, through whom, and who denies it.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback(invoke_without_command=True)
def khabar(
    version: Annotated[bool, typer.Option("--version", help="Say which version this is.", is_eager=True)] = False,
) -> None:
    """Reads Arabic news reports and keeps who says what, through whom, and who denies it."""
    if version:
        print(f"khabar {__version__}")
        raise typer.Exit


@app.command(epilog="Example: khabar read report.txt --outlet الميناء --published 2024-06-18")
def read(
    files: Annotated[
        list[Path],
        # whether it may be read is seen when it is: one file must not stop the others
        typer.Argument(
            readable=False, help="Texts, pages, JSON, tables, mails, archives, or folders of them; - is the input."
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
) -> None:
    """Show what is in a report: who says what, and what is done. One line of JSON a report with --json."""
    from khabar.shells.cli.reading import Shape, read_files

    shape = Shape(as_json=as_json, why=why)
    raise typer.Exit(read_files(files, _given(outlet, published, title, columns), workers, shape, strict=strict))


@app.command(epilog="Example: khabar build reports/ --archive port.khabar")
def build(
    paths: Annotated[
        list[Path], typer.Argument(readable=False, help="Reports: files, or folders of them; - is the input.")
    ],
    archive: ArchivePath = HERE,
    outlet: Outlet = None,
    published: Published = None,
    title: Title = None,
    columns: Columns = None,
    workers: Workers = None,
    strict: Strict = False,
    as_json: AsJson = False,
) -> None:
    """Read reports into an archive. What is there is not read again; a stopped build goes on where it was."""
    from khabar.shells.cli.building import build_archive

    given = _given(outlet, published, title, columns)
    raise typer.Exit(build_archive(archive, paths, given, workers, strict=strict, as_json=as_json))


@app.command(epilog="Example: khabar fetch https://example.org/news/1 --archive port.khabar")
def fetch(
    addresses: Annotated[list[str], typer.Argument(metavar="ADDRESS...", help="Web pages, or feeds.")],
    archive: ArchivePath = HERE,
    allow_private: Private = False,
    workers: Workers = None,
    strict: Strict = False,
    as_json: AsJson = False,
) -> None:
    """Get web pages and read them into an archive. A page that has not changed since is not sent again."""
    from khabar.fetching.fetcher import Manners
    from khabar.shells.cli.fetching import Going
    from khabar.shells.cli.fetching import fetch as fetched

    going = Going(archive, workers, strict, as_json, Manners(allow_private=allow_private))
    raise typer.Exit(fetched(addresses, going))


@app.command(epilog="Example: khabar watch feeds.opml --every 15m --archive port.khabar")
def watch(
    feeds: Annotated[
        list[str], typer.Argument(metavar="FEED...", help="Addresses of feeds, OPML files, or lists of addresses.")
    ],
    archive: ArchivePath = HERE,
    every: Annotated[str | None, typer.Option(metavar="TIME", help="Stay, and look again after 15m, 2h or 1d.")] = None,
    no_pages: Annotated[
        bool, typer.Option("--no-pages", help="Keep what the feeds give, also where that is only a summary.")
    ] = False,
    allow_private: Private = False,
    workers: Workers = None,
    strict: Strict = False,
    as_json: AsJson = False,
) -> None:
    """Read what is new in feeds into an archive: once, or again and again."""
    from khabar.fetching.fetcher import Manners
    from khabar.shells.cli.fetching import Going, seconds
    from khabar.shells.cli.fetching import watch as watched

    pause = seconds(every) if every else None
    if every and pause is None:
        raise typer.BadParameter(f"--every {every}: write 15m, 2h or 1d, a minute at least")
    going = Going(archive, workers, strict, as_json, Manners(allow_private=allow_private))
    raise typer.Exit(watched(feeds, going, pause, pages=not no_pages))


@app.command(epilog="Example: khabar timeline --from 2024-06-01 --about روسيا")
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
    raise typer.Exit(asking.timeline(archive, *_days(since, until), about, kinds, limit, as_json=as_json))


@app.command(epilog="Example: khabar claims --verdict disputed")
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


@app.command(epilog="Example: khabar contradictions --about دوما")
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


@app.command(epilog="Example: khabar stories --about دوما")
def stories(archive: ArchivePath = HERE, about: About = None, limit: Limit = MANY, as_json: AsJson = False) -> None:
    """Show which reports belong to one matter, with its claims, contradictions and lineages."""
    from khabar.shells.cli import asking

    raise typer.Exit(asking.stories(archive, about, limit, as_json=as_json))


@app.command(epilog="Example: khabar lineage c8a20")
def lineage(
    asked: Annotated[
        str | None,
        typer.Argument(
            metavar="[REPORT|CLAIM]", help="Only what this report, or the reports of this claim, go back to."
        ),
    ] = None,
    archive: ArchivePath = HERE,
    limit: Limit = MANY,
    as_json: AsJson = False,
) -> None:
    """Show which reports go back to one text: who copied whom, how, and whom they credit."""
    from khabar.shells.cli import asking

    raise typer.Exit(asking.lineage(archive, asked, limit, as_json=as_json))


@app.command(epilog="Example: khabar actors --about بوتين")
def actors(archive: ArchivePath = HERE, about: About = None, limit: Limit = MANY, as_json: AsJson = False) -> None:
    """Show who is spoken of, in all spellings and offices."""
    from khabar.shells.cli import asking

    raise typer.Exit(asking.actors(archive, about, limit, as_json=as_json))


@app.command(epilog="Example: khabar exchanges --between روسيا إيران --goods drone --from 2022")
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
    asked = asking.asked(about, between, goods, *_days(since, until), flagged=flagged)
    raise typer.Exit(asking.exchanges(archive, asked, limit, as_json=as_json, as_csv=as_csv))


@app.command(epilog="Example: khabar relations روسيا 'كوريا الشمالية' --from 2022")
def relations(
    one: Annotated[str, typer.Argument(metavar="A", help="A state, party or person.")],
    other: Annotated[
        str | None, typer.Argument(metavar="[B]", help="Another; without one, all that A has to do with.")
    ] = None,
    archive: ArchivePath = HERE,
    since: Since = None,
    until: Until = None,
    limit: Limit = MANY,
    as_json: AsJson = False,
) -> None:
    """Show how two stand to one another, month by month, with the events behind every point."""
    from khabar.shells.cli import asking

    raise typer.Exit(asking.relations(archive, one, other, *_days(since, until), limit, as_json=as_json))


@app.command(epilog="Example: khabar measures 1718")
def measures(
    about: Annotated[str | None, typer.Argument(help="A word of the measure, its target or its instrument.")] = None,
    as_json: AsJson = False,
) -> None:
    """Show the sanction measures that exchanges are held against: what they forbid to whom since when."""
    from khabar.shells.cli.library import show_measures

    raise typer.Exit(show_measures(about, as_json=as_json))


@app.command(epilog="Example: khabar show c8a20")
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


@app.command(epilog="Example: khabar search 'سفينة \"ميناء الحديدة\" -إيران' --from 2024")
def search(
    words: Annotated[
        list[str],
        typer.Argument(help='Words, in any form; "a phrase"; أو or | between alternatives; -without; beginning*.'),
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

    first, last = _days(since, until)
    filters = Filters(outlet, first, last, about, event_type, stance, verdict)
    asking.search(archive, " ".join(words), filters, limit, as_json=as_json)


@app.command(epilog="Example: khabar dossier --archive port.khabar -o port.html")
def dossier(
    archive: ArchivePath = HERE,
    output: Annotated[Path, typer.Option("--output", "-o", help="Where to write the page.")] = Path("dossier.html"),
    about: About = None,
    between: Annotated[
        tuple[str, str] | None, typer.Option(metavar="A B", help="Only what these two have to do with one another.")
    ] = None,
    since: Since = None,
    until: Until = None,
) -> None:
    """Write one page that can be mailed: timeline, claims with their chains, all sentences quoted."""
    from khabar.shells.cli import asking

    raise typer.Exit(asking.dossier(archive, output, about, between, *_days(since, until)))


@app.command(epilog="Example: khabar export --format csv --output tables/")
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

    raise typer.Exit(export_archive(archive, form, output, Wanted(about, *_days(since, until))))


@app.command(epilog="Example: khabar serve --archive port.khabar")
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


@app.command(epilog="Example: khabar mcp --archive port.khabar")
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


@app.command(epilog="Example: khabar same x385e7 x91c02 --because 'the same minister'")
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


@app.command(epilog="Example: khabar different port-1#e4 port-7#e2 --because 'father and son'")
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


@app.command(epilog="Example: khabar correct port-1#a3 --stance asserts --because 'he confirms it'")
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


@app.command(epilog="Example: khabar review --save said.jsonl")
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
    limit: Limit = MANY,
    as_json: AsJson = False,
) -> None:
    """Show what people said: corrections, and who or what is the same or not; pass it on, or take in another's."""
    from khabar.shells.cli.judging import add_said, review, save_said

    if save and add:
        raise typer.BadParameter("--save and --add exclude each other; give one of them.")
    if save:
        save_said(archive, save)
    elif add:
        add_said(archive, add, as_json=as_json)
    else:
        review(archive, limit, as_json=as_json)


@app.command(epilog="Example: khabar explain say.nafa/verb:object")
def explain(
    label: Annotated[
        str | None, typer.Argument(help="A label, as a reading, an archive or an answer gives it.")
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="All labels by kind, and the entries by file.")] = False,
    as_json: AsJson = False,
) -> None:
    """Tell what a label means: of a rule, an entry of the lexicon, a reason, a verdict, a type of event, an error."""
    from khabar.shells.cli.explaining import explain_all, explain_label

    if everything == (label is not None):
        raise typer.BadParameter("give one label, or --all")
    if label is None:
        explain_all(as_json=as_json)
    else:
        explain_label(label, as_json=as_json)


@app.command(epilog="Example: khabar bench gold/ --errors 5")
def bench(
    folder: Annotated[Path, typer.Argument(envvar="KHABAR_BENCH", help="Annotated reports.")],
    errors: Annotated[int, typer.Option(min=0, help="Show the errors by cause, so many of each.")] = 0,
    floors: Annotated[Path | None, typer.Option(help="Fail when a figure is below this file's.")] = None,
    against: Annotated[
        Path | None, typer.Option(help="Show what is read otherwise than in this file of `khabar read --json`.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Measure reading against reports that people annotated."""
    if against:
        from khabar.shells.cli.comparing import compare_folder

        compare_folder(folder, against, as_json=as_json)
        return
    from khabar.shells.cli.measuring import measure_folder

    raise typer.Exit(measure_folder(folder, errors, floors, as_json=as_json))


@app.command(epilog="Example: khabar speed reports/")
def speed(
    paths: Annotated[list[Path], typer.Argument(readable=False, help="Reports: files, or folders of them.")],
    as_json: AsJson = False,
) -> None:
    """Measure how fast reports are read by one process."""
    from khabar.shells.cli.measuring import measure_speed

    measure_speed(paths, as_json=as_json)


def _given(outlet: str | None, published: datetime | None, title: str | None, columns: str | None) -> "Given":
    from khabar.reports.told import Told
    from khabar.shells.cli.given import Given, columns_said

    return Given(Told(outlet=outlet, published=_day(published), title=title), columns_said(columns))


def _days(since: Moment | None, until: Moment | None) -> tuple[date | None, date | None]:
    if since and until and (since.earliest or date.min) > (until.latest or date.max):
        raise typer.BadParameter(f"nothing lies between: --from {since} is after --to {until}")
    return since.earliest if since else None, until.latest if until else None


def _day(given: datetime | None) -> date | None:
    return given.date() if given else None
