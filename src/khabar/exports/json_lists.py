"""A JSON document whose one long list is written item by item."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any


def document(head: Mapping[str, Any], name: str, items: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """The head with the list under that name behind it, one item a line."""
    yield f"{json.dumps(head, ensure_ascii=False)[:-1]}{', ' if head else ''}{json.dumps(name)}: ["
    between = "\n"
    for item in items:
        yield between + json.dumps(item, ensure_ascii=False)
        between = ",\n"
    yield "\n]}\n"


def told(item: Mapping[str, Any]) -> dict[str, Any]:
    """The item without what is not told."""
    return {name: value for name, value in item.items() if value not in (None, "", [], ())}
