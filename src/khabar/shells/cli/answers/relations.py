"""How two stand to one another, for a terminal."""

from collections.abc import Iterable
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.text import Text

from khabar.shells.cli.answers.parts import GIST, counted, styled
from khabar.shells.cli.printing import short_id, shortened, table
from khabar.views.relations import Month, Partner, Relation

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
_BAR, _SHORT_BAR = 20, 8  # columns of the longest bar, and in a narrow window
_ROOM = 90  # columns that a line of a month takes at most


def partner_table(found: Iterable[Relation | Partner]) -> RenderableType:
    """Whom one has to do with, as a table."""
    rows: list[list[str | Text]] = []
    for one in found:
        counted_by_class = [str(number or "–") for _, number in one.by_class]
        rows.append([Text(one.other), f"{one.score:+}", *counted_by_class, str(one.events)])
    return table(_PARTNER, rows)


def relation_answer(found: Relation) -> RenderableType:
    """How two stand to one another: the months as bars, then the events."""
    head = Text(f"{found.one} – {found.other}  {found.score:+}", style="bold")
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
    whole = counted(found.events, "event", len(found.dealings))
    return Group(head, _Months(found.months), "", table(_DEALING, rows), whole)


@dataclass(frozen=True, slots=True)
class _Months:
    """One line a month, with a bar to the left against and to the right for one another."""

    months: tuple[Month, ...]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        longest = _BAR if options.max_width >= _ROOM else _SHORT_BAR
        widest = max((abs(month.score) for month in self.months), default=1)
        for month in self.months:
            length = -(-abs(month.score) * longest // widest)
            bar = ("▒" * length).rjust(longest) if month.score < 0 else " " * longest
            bar += "│" + ("█" * length if month.score > 0 else "").ljust(longest)
            turn = "  ← turns" if month.turns else ""
            yield Text(f"{month.month}  {bar}  {month.score:+}  half a year: {month.balance:+}{turn}")
