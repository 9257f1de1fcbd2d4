"""Claims for a terminal: who stands behind each, and who against it."""

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from khabar.shells.cli.answers.parts import GIST, Called, reason_line, side_lines, source_tree, styled
from khabar.shells.cli.printing import short_id, shortened
from khabar.values.claim import Claim
from khabar.views.shown import ClaimShown


def claim_tree(found: ClaimShown, called: Called = str, *, whole_sentences: bool = True) -> RenderableType:
    """A claim with its positions as a tree of sources."""
    head = Text.assemble(
        (short_id(found.claim.id), "bold"),
        "  ",
        styled(found.claim.assessment.verdict),
        f"  {found.claim.type or '–'}  ",
    )
    head.append(f"{found.claim.time or ''}  " if found.claim.time else "")
    head.append(shortened(found.claim.gist, 2 * GIST), style="bold")
    origins = Padding(_origins(found.claim, called, with_merging=whole_sentences), (0, 0, 1, 2))
    return Group(source_tree(head, found.positions, whole_sentences, called), origins)


def _origins(one: Claim, called: Called, *, with_merging: bool) -> RenderableType:
    assessment = one.assessment
    sides = side_lines((o.name for o in assessment.asserts), (o.name for o in assessment.denies), called)
    why = {str(assessment.verdict): assessment.reasons, "one claim": one.merged_because if with_merging else ()}
    told = ((what, reason_line(reasons, called)) for what, reasons in why.items() if reasons)
    return Group(sides, *(Text(f"{what} because: {reasons}", style="dim") for what, reasons in told))
