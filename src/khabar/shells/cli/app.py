"""The command line as one: its commands stand in `commands/`, by what they are about."""

from typing import Annotated

import typer

from khabar import __version__
from khabar.compiled import Code, code
from khabar.shells.cli.commands import archives, dealings, intake, judgements, publishing, quality, questions

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
        how = code()
        print(f"khabar {__version__}" if how is Code.PYTHON else f"khabar {__version__} ({how})")
        raise typer.Exit


_PANELS = {
    "Reports in": intake,
    "What the reports say, and who says so": questions,
    "Who gives what to whom": dealings,
    "Pages and files out": publishing,
    "What people correct": judgements,
    "Keeping archives safe": archives,
    "How well it reads": quality,
}
for panel, room in _PANELS.items():
    for command in room.commands.registered_commands:
        command.rich_help_panel = panel
    app.add_typer(room.commands)
