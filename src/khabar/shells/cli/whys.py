"""`khabar read --why` laid out for a terminal. Arabic closes each line: no label is drawn into its direction."""

from collections.abc import Iterable

from rich.console import Group, RenderableType
from rich.text import Text

from khabar.shells.cli.printing import listed, shortened
from khabar.values.why import Part
from khabar.views.because import Because, Explained

_SHOWN = 60  # characters of the words of a part


def whys(found: Iterable[Explained]) -> RenderableType:
    """Each item with a line for each of its parts: which part, the label, the words."""
    return Group(Text("why: `khabar explain LABEL` tells what a label means", style="dim"), *map(_item, found), "")


def _item(one: Explained) -> RenderableType:
    head = Text.assemble((one.id or "date", "bold"), f"  {one.what}  ", (shortened(one.words, _SHOWN), "bold"))
    return Group(head, *_lines(one.parts))


def _lines(parts: Iterable[Because]) -> Iterable[Text]:
    """The parts, one a line; words that the same rule ties to the same item stand on one."""
    told: dict[tuple[Part, str], list[str]] = {}
    for one in parts:
        told.setdefault((one.part, one.label), []).append(shortened(one.words, _SHOWN))
    names, labels = (max((len(key[at]) for key in told), default=0) for at in (0, 1))
    for (part, label), words in told.items():
        yield Text.assemble((f"    {part:{names}}  ", "dim"), (f"{label:{labels}}  ", "cyan"), "، ".join(listed(words)))
