"""Commands that tell what a label means, and how well and how fast reports are read."""

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
from khabar.shells.cli.options import AsJson

commands = typer.Typer()


@commands.command(epilog="Example: khabar explain say.nafa/verb:object")
def explain(
    label: Annotated[
        str | None, typer.Argument(metavar="LABEL", help="A label, as a reading, an archive or an answer gives it.")
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


@commands.command(epilog="Example: khabar bench gold/ --errors 5")
def bench(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", envvar="KHABAR_BENCH", help="Annotated reports.")],
    errors: Annotated[int, typer.Option(min=0, help="Show the errors by cause, so many of each.")] = 0,
    floors: Annotated[Path | None, typer.Option(help="Fail when a figure is below this file's.")] = None,
    against: Annotated[
        Path | None, typer.Option(help="Show what is read otherwise than in this file of `khabar read --json`.")
    ] = None,
    as_json: AsJson = False,
    reader: Reads = ReadBy.RULES,
    model_url: ModelUrl = None,
    model: ModelName = None,
    model_price: ModelPrice = None,
    model_window: ModelWindow = None,
    model_seconds: ModelSeconds = None,
    model_cache: ModelCache = None,
) -> None:
    """Measure reading against reports that people annotated."""
    by = wanted(reader, model_url, model, model_price, model_window, model_seconds, model_cache)
    if by and (against or floors):
        raise typer.BadParameter("--against and --floors are of what the rules read; leave out --reader llm.")
    if by:
        from khabar.shells.cli.measuring import measure_beside

        measure_beside(folder, errors, by, as_json=as_json)
        return
    if against:
        from khabar.shells.cli.comparing import compare_folder

        compare_folder(folder, against, as_json=as_json)
        return
    from khabar.shells.cli.measuring import measure_folder

    raise typer.Exit(measure_folder(folder, errors, floors, as_json=as_json))


@commands.command(epilog="Example: khabar speed reports/")
def speed(
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATH", readable=False, help="Reports: files, or folders of them.")
    ],
    as_json: AsJson = False,
) -> None:
    """Measure how fast reports are read by one process."""
    from khabar.shells.cli.measuring import measure_speed

    measure_speed(paths, as_json=as_json)
