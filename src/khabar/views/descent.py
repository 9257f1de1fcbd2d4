"""A lineage as a tree: each report under the one that it follows."""

from dataclasses import dataclass

from khabar.views.lineage import DescentShown, LineageShown


@dataclass(frozen=True, slots=True)
class DescentNode:
    """One report with those that follow it, the earliest first."""

    shown: DescentShown
    followed_by: tuple["DescentNode", ...]


def descent_tree(one: LineageShown) -> tuple[DescentNode, ...]:
    """The reports that follow none of the lineage, each with those that follow it."""
    behind: dict[str | None, list[DescentShown]] = {}
    own = {shown.descent.report for shown in one.descents}
    for shown in one.descents:
        behind.setdefault(shown.descent.of if shown.descent.of in own else None, []).append(shown)
    return _nodes(None, behind)


def _nodes(of: str | None, behind: dict[str | None, list[DescentShown]]) -> tuple[DescentNode, ...]:
    return tuple(DescentNode(shown, _nodes(shown.descent.report, behind)) for shown in behind.get(of, ()))
