"""Answers as text for people, and as JSON for programs. Arabic stays in logical order: the terminal turns it."""

import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TextIO

from khabar.store.values_as_json import to_json
from khabar.views.signs import controls_shown, json_shown

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
    from rich.table import Table
    from rich.text import Text
    from rich.tree import Tree

WIDE = 120  # columns where there is no terminal to ask
_NARROW = 100  # columns: below, no table is readable
_LEAST_COLUMN = 14  # columns that words need
_GAP = 3  # columns between two
_FEW = 4  # items of a list in a table
_SHORT_ID = 9  # characters of an id that people have to type
_ID = re.compile(r"[a-z][0-9a-f]{12,}")


def print_json(answer: Any) -> None:
    """One JSON document."""
    print(json_shown(json.dumps(answer, ensure_ascii=False, indent=1)))


def say(text: str, file: TextIO | None = None) -> None:
    """A line or more that may hold words of a report, of a file's name or of a file that others made."""
    print(controls_shown(text), file=file)


def print_values(values: Iterable[object]) -> None:
    """A JSON list of values."""
    print_json([to_json(value) for value in values])


def console() -> "Console":
    """Where answers go; without colours where NO_COLOR or a pipe asks for none."""
    from khabar.shells.cli.screens import Screen

    return Screen(width=None if sys.stdout.isatty() else WIDE, highlight=False, markup=False)


def table(columns: Mapping[str, int], rows: Iterable[Iterable["str | Text"]]) -> "RenderableType":
    """Rows under headings, each column with its share in the room, 0: as wide as its words.

    In a narrow window the rows stand one under the other.
    """
    return _Fitting(dict(columns), [list(row) for row in rows])


@dataclass(frozen=True, slots=True)
class _Fitting:
    """Rows as a table where there is room for one."""

    columns: dict[str, int]
    rows: list[list["str | Text"]]

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> "RenderResult":
        if self._has_room(options.max_width):
            yield self._as_table()
            return
        for row in self.rows:
            yield from self._one_under_the_other(row)

    def _has_room(self, width: int) -> bool:
        widths = [
            max((_width(cell) for cell in (name, *cells)), default=0) if not share else _LEAST_COLUMN
            for (name, share), *cells in zip(self.columns.items(), *self.rows, strict=True)
        ]
        return width >= _NARROW and sum(widths) + _GAP * len(widths) <= width

    def _as_table(self) -> "Table":
        from rich.box import SIMPLE_HEAD
        from rich.table import Table

        made = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False, expand=True)
        for column, share in self.columns.items():
            made.add_column(column, overflow="fold", ratio=share or None, no_wrap=not share)
        for row in self.rows:
            made.add_row(*row)
        return made

    def _one_under_the_other(self, row: list["str | Text"]) -> "Iterator[RenderableType]":
        """What is short on the first line, whole words below it, each under its heading."""
        from rich.padding import Padding
        from rich.text import Text

        given = list(zip(self.columns.items(), map(_as_text, row), strict=True))
        short = [_beside(name, cell) for (name, share), cell in given if not share and _says(cell)]
        yield Text("  ").join({cell.plain: cell for cell in short}.values())  # an actor's id may be its Wikidata id
        for (name, share), cell in given:
            if share and _says(cell):
                yield Padding(Text.assemble((f"{name}: ", "dim"), cell), (0, 0, 0, 2))
        yield ""


def _as_text(cell: "str | Text") -> "Text":
    from rich.text import Text

    return Text(cell) if isinstance(cell, str) else cell


def _beside(name: str, cell: "Text") -> "Text":
    """A short cell on the line of the others; a number says what it counts."""
    from rich.text import Text

    return Text(f"{name} {cell.plain}") if cell.plain.isdigit() else Text(" ").join(cell.split("\n"))


def _says(cell: "Text") -> bool:
    return cell.plain not in ("", "–")


def _width(cell: "str | Text") -> int:
    from rich.cells import cell_len

    return max((cell_len(line) for line in str(cell).splitlines()), default=0)


def chain_tree(label: "RenderableType", chains: Iterable[tuple[tuple[str, ...], "RenderableType"]]) -> "Tree":
    """Chains of sources as one tree: who stands nearest to the report first, what was said at the end."""
    from rich.tree import Tree

    root = Tree(label)
    branches: dict[tuple[str, ...], Tree] = {(): root}
    for chain, said in chains:
        for depth in range(1, len(chain) + 1):
            path = chain[:depth]
            if path not in branches:
                branches[path] = branches[path[:-1]].add(chain[depth - 1])
        branches[chain].add(said)
    return root


def by_model(name: str) -> str:
    """What is said of every answer that rests on what a language model proposed."""
    return f"read by the language model {name}: the words stand in the reports, what they mean it proposed"


def joint(names: tuple[str, ...]) -> str:
    """Speakers who speak together."""
    return " + ".join(names)


def short_id(own_id: str) -> str:
    """As much of a made id as tells it apart; `show` takes it. Other ids stay whole."""
    return own_id[:_SHORT_ID] if _ID.fullmatch(own_id) else own_id


def on_one_line(text: str) -> str:
    """The text with its line breaks made blanks."""
    return " ".join(text.split())


def shortened(text: str, most: int) -> str:
    """The beginning of a text, on one line."""
    line = on_one_line(text)
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def listed(items: Iterable[str]) -> Iterator[str]:
    """Items for a line of text, one after the other, none twice."""
    return iter(dict.fromkeys(item for item in items if item))


def few(items: Iterable[str]) -> str:
    """The first of the items, and a sign that there are more."""
    whole = tuple(listed(items))
    return "، ".join(whole[:_FEW]) + (f" … (+{len(whole) - _FEW})" if len(whole) > _FEW else "")
