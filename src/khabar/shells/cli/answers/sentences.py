"""Sentences that were found, with where they stand and who says them."""

from collections.abc import Iterable

from rich.console import Group, RenderableType
from rich.text import Text

from khabar.shells.cli.answers.parts import styled
from khabar.shells.cli.printing import joint
from khabar.views.search import Found

_MARKED = "bold underline"


def sentences(found: Iterable[Found]) -> RenderableType:
    """Each sentence with the words that were asked for marked, below its report, outlet, day and sources."""
    return Group(*(Text.assemble(_where(one), "\n", _marked(one)) for one in found))


def _where(found: Found) -> Text:
    day = found.published.isoformat() if found.published else None
    line = Text(" ".join(item for item in (found.passage.report_id, found.outlet, day) if item), style="dim")
    if found.stance and found.chain:
        line.append_text(Text.assemble("  ", styled(found.stance), " ", " ← ".join(map(joint, found.chain))))
    return line


def _marked(found: Found) -> Text:
    text = Text(found.words.replace("\n", " "))
    for mark in found.marks:
        text.stylize(_MARKED, mark.start - found.passage.span.start, mark.end - found.passage.span.start)
    return text
