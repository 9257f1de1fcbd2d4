"""Answers as text for people, and as JSON for programs. Arabic stays in logical order: the terminal turns it."""

import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from khabar.store.values_as_json import to_json

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.tree import Tree

WIDE = 120  # columns where there is no terminal to ask
_FEW = 4  # items of a list in a table
_SHORT_ID = 9  # characters of an id that people have to type
_ID = re.compile(r"[a-z][0-9a-f]{12,}")


def print_json(answer: Any) -> None:
    """One JSON document."""
    print(json.dumps(answer, ensure_ascii=False, indent=1))


def print_values(values: Iterable[object]) -> None:
    """A JSON list of values."""
    print_json([to_json(value) for value in values])


def console() -> "Console":
    """Where answers go; without colours where NO_COLOR or a pipe asks for none."""
    from rich.console import Console

    return Console(width=None if sys.stdout.isatty() else WIDE, highlight=False, markup=False)


def table(columns: Mapping[str, int], rows: Iterable[Iterable["RenderableType"]]) -> "RenderableType":
    """Rows under headings, without a frame; each column with its share in the room, 0: as wide as its words."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    made = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False, expand=True)
    for column, share in columns.items():
        made.add_column(column, overflow="fold", ratio=share or None, no_wrap=not share)
    for row in rows:
        made.add_row(*row)
    return made


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
