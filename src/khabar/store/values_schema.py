"""What the JSON of a kind of values looks like, as JSON Schema: the other half of `to_json`."""

import inspect
import types
from collections.abc import Callable
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Union, get_args, get_origin, get_type_hints

from khabar.errors import BadForm
from khabar.values.moment import Moment
from khabar.values.page import Page
from khabar.values.span import Span

Schema = dict[str, Any]
_PLAIN: dict[Any, Schema] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    float: {"type": "number"},
    types.NoneType: {"type": "null"},
    date: {"type": "string", "format": "date"},
    Moment: {
        "type": "string",
        "description": "A time as precisely as it was stated, in EDTF: 2024-06-18, 2024-06, 2022/..",
    },
    Span: {
        "type": "array",
        "prefixItems": [{"type": "integer", "minimum": 0}, {"type": "integer", "minimum": 0}],
        "items": False,
        "minItems": 2,
        "description": "Half-open offsets, in Unicode code points, into the report's original text.",
    },
}


class Shapes:
    """The schemas of kinds of values, each dataclass and each list of words under its own name."""

    def __init__(self, place: str = "#/$defs/") -> None:
        self.named: dict[str, Schema] = {}
        self._place = place
        self._kinds: dict[str, type] = {}

    def of(self, kind: Any) -> Schema:
        """The schema of what `to_json` makes of a value of that kind; raises BadForm where it makes nothing of it."""
        if kind in _PLAIN:
            return dict(_PLAIN[kind])
        if get_origin(kind) in (Union, types.UnionType):
            return {"anyOf": [self.of(part) for part in get_args(kind)]}
        if get_origin(kind) is tuple:
            return self._tuple(get_args(kind))
        if get_origin(kind) is Page:
            return self._tuple((*get_args(kind), Ellipsis))
        if isinstance(kind, type) and issubclass(kind, StrEnum):
            return self._under_its_name(kind, _words)
        if isinstance(kind, type) and is_dataclass(kind):
            return self._under_its_name(kind, self._fields)
        raise BadForm("kind of value that can be stored", repr(kind))

    def _tuple(self, parts: tuple[Any, ...]) -> Schema:
        if len(parts) == 2 and parts[1] is Ellipsis:
            return {"type": "array", "items": self.of(parts[0])}
        each = [self.of(part) for part in parts]
        return {"type": "array", "prefixItems": each, "items": False, "minItems": len(each)}

    def _under_its_name(self, kind: type, make: Callable[[type], Schema]) -> Schema:
        name = kind.__name__
        if self._kinds.setdefault(name, kind) is not kind:
            raise BadForm("name of one kind of value", name)
        if name not in self.named:
            self.named[name] = {}  # a kind may hold others of its own
            self.named[name].update(make(kind))
        return {"$ref": f"{self._place}{name}"}

    def _fields(self, kind: type) -> Schema:
        """Those at their default are left out, so that none of these is ever null for being absent."""
        hints = get_type_hints(kind)
        told = {f.name: self.of(_without_default(hints[f.name], f)) for f in fields(kind)}
        needed = [f.name for f in fields(kind) if f.default is MISSING]
        return {"type": "object", "description": _gist(kind), "properties": told, "required": needed}


def _words(kind: type[StrEnum]) -> Schema:
    return {"type": "string", "description": _gist(kind), "enum": [word.value for word in kind]}


def _without_default(hint: Any, field: Field[Any]) -> Any:
    parts = get_args(hint)
    if field.default is None and types.NoneType in parts:
        return Union[tuple(part for part in parts if part is not types.NoneType)]  # noqa: UP007
    return hint


def _gist(kind: type) -> str:
    return (inspect.getdoc(kind) or "").partition("\n")[0]
