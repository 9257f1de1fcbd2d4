"""Timelines for a terminal."""

from collections.abc import Iterable

from rich.console import RenderableType
from rich.text import Text

from khabar.shells.cli.answers.parts import GIST, Called, side_lines, styled
from khabar.shells.cli.printing import short_id, shortened, table
from khabar.views.timeline import Entry


def timeline_table(found: Iterable[Entry], called: Called = str) -> RenderableType:
    """A timeline as a table."""
    rows = (
        (
            entry.time.edtf if entry.time else f"({entry.reported or '–'})",
            short_id(entry.claim),
            "\n".join(word for word in (entry.type or "saying", entry.status) if word),
            styled(entry.verdict),
            Text(shortened(entry.gist, GIST)),
            side_lines(entry.asserted_by, entry.denied_by, called),
        )
        for entry in found
    )
    return table(
        {"when (told)": 0, "claim": 0, "what": 0, "verdict": 0, "in the words of a report": 3, "origins": 2}, rows
    )


def entry_line(entry: Entry) -> Text:
    """An event on one line."""
    when = str(entry.time) if entry.time else f"reported {entry.reported}" if entry.reported else "–"
    return Text.assemble(
        f"{when}  {short_id(entry.claim)}  {entry.type or '–'}  {entry.status or '–'}  ",
        styled(entry.verdict),
        f"  {shortened(entry.gist, GIST)}",
    )


def left_out(undated: int) -> Text:
    """The line that says how much of a timeline has no date."""
    return Text(f"{undated} more without a date; --undated shows {'it' if undated == 1 else 'them'}", style="dim")
