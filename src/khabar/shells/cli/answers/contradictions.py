"""What reports differ on, for a terminal."""

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text
from rich.tree import Tree

from khabar.shells.cli.answers.parts import GIST, Called, reason_line, styled
from khabar.shells.cli.printing import joint, on_one_line, short_id, shortened
from khabar.views.contradictions import ContradictionShown


def contradiction_tree(found: ContradictionShown, called: Called = str) -> RenderableType:
    """What reports differ on: each value as a branch, with those who tell it."""
    one = found.contradiction
    head = Text.assemble(
        (short_id(one.id), "bold"),
        f"  {one.differing}  ",
        styled(one.bearing),
        "  ",
        (shortened(one.of, GIST), "bold"),
    )
    head.append(f"  ({shortened(found.story, GIST)})", style="dim")
    root = Tree(head)
    for side in found.sides:
        branch = root.add(Text.assemble((side.value, "bold"), f"  {side.reported or ''}"))
        for telling in side.tellings:
            chain = " ← ".join(joint(tuple(map(called, link))) for link in telling.chain)
            line = Text.assemble(f"{chain}:  ", on_one_line(telling.quoted.words))
            line.append(f"  [{telling.quoted.passage.report_id}]", style="dim")
            branch.add(line)
    return Group(root, Padding(Text(f"because: {reason_line(one.reasons, called)}", style="dim"), (0, 0, 1, 2)))
