"""Who copied whom, for a terminal."""

from collections.abc import Iterable

from rich.console import Group, RenderableType
from rich.text import Text
from rich.tree import Tree

from khabar.shells.cli.answers.parts import GIST, reason_line
from khabar.shells.cli.printing import short_id, shortened
from khabar.values.claim import CopyGroup
from khabar.views.lineage import DescentShown, LineageShown


def lineage_tree(found: LineageShown) -> RenderableType:
    """Who copied whom as a tree: the agency, if they name one, then each report under the one that it follows."""
    agency = found.agency
    head = Text.assemble((short_id(found.id), "bold"), f"  {len(found.descents)} reports of one text")
    root = Tree(Text.assemble(head, "  ", (f"agency: {agency}", "bold")) if agency else head)
    branches: dict[str | None, Tree] = {None: root}
    for one in found.descents:
        branches[one.descent.report] = branches[one.descent.of].add(_descent(one))
    return Group(root, "")


def _descent(one: DescentShown) -> Text:
    known = (one.outlet, one.published.isoformat() if one.published else None)
    line = Text.assemble((one.descent.kind.value, "cyan"), "  ", "  ".join(item for item in known if item))
    line.append(f"  {shortened(one.title, GIST)}", style="bold")
    line.append(f"  [{one.descent.report}]", style="dim")
    if one.descent.credits:
        line.append(f"  credits {one.descent.credits}", style="green")
    reasons = reason_line(one.descent.reasons)
    return line.append(f"\n{reasons}", style="dim") if reasons else line


def copy_lines(groups: Iterable[CopyGroup]) -> RenderableType:
    """Reports whose text is largely the same, one group a line."""
    return Group(*(Text(f"one text: {' = '.join(g.reports)}  ({reason_line(g.reasons)})", style="dim") for g in groups))
