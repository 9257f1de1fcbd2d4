"""How two stand to one another, for a terminal."""

from collections.abc import Iterable

from rich.console import Group, RenderableType
from rich.text import Text

from khabar.shells.cli.answers.parts import GIST, counted, styled
from khabar.shells.cli.printing import short_id, shortened, table
from khabar.views.relations import Partner, Relation

# Columns with their share in the room.
_PARTNER = {
    "partner": 2,
    "score": 0,
    "words for": 0,
    "deeds for": 0,
    "words against": 0,
    "deeds against": 0,
    "events": 0,
}
_DEALING = {"when": 0, "claim": 0, "±": 0, "type": 0, "who": 2, "status": 0, "verdict": 0, "what": 3}
_BAR = 20  # columns of the longest bar


def partner_table(found: Iterable[Relation | Partner]) -> RenderableType:
    """Whom one has to do with, as a table."""
    rows: list[list[str | Text]] = []
    for one in found:
        counted_by_class = [str(number or "–") for _, number in one.by_class]
        rows.append([Text(one.other), f"{one.score:+}", *counted_by_class, str(one.events)])
    return table(_PARTNER, rows)


def relation_answer(found: Relation) -> RenderableType:
    """How two stand to one another: the months as bars, then the events."""
    parts: list[RenderableType] = [Text(f"{found.one} – {found.other}  {found.score:+}", style="bold")]
    widest = max((abs(month.score) for month in found.months), default=1)
    for month in found.months:
        length = -(-abs(month.score) * _BAR // widest)
        bar = ("▒" * length).rjust(_BAR) if month.score < 0 else " " * _BAR
        bar += "│" + ("█" * length if month.score > 0 else "").ljust(_BAR)
        turn = "  ← turns" if month.turns else ""
        parts.append(Text(f"{month.month}  {bar}  {month.score:+}  half a year: {month.balance:+}{turn}"))
    rows = (
        (
            str(d.told.time or d.told.reported or "–"),
            short_id(d.told.claim),
            f"{d.weight:+}",
            str(d.told.type),
            Text(f"{d.giver} {'↔' if d.mutual else '→'} {d.taker}"),
            d.told.status.value if d.told.status else "–",
            styled(d.told.verdict),
            Text(shortened(d.told.gist, GIST)),
        )
        for d in found.dealings
    )
    return Group(*parts, "", table(_DEALING, rows), counted(found.events, "event", len(found.dealings)))
