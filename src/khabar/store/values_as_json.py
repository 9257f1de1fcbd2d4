"""Any of Khabar's values as JSON, and back without loss."""

import types
from collections.abc import Callable, Iterable
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from khabar.errors import BadForm
from khabar.values.moment import Moment
from khabar.values.page import Page
from khabar.values.span import Span

T = TypeVar("T")
_PLAIN = frozenset({str, int, bool, float})
_AS_THEY_ARE = _PLAIN | {types.NoneType}
Coder = Callable[[Any], Any]


def to_json(value: object) -> Any:
    """Plain lists, dicts and strings; fields that stand at their default are left out."""
    if type(value) in _AS_THEY_ARE:
        return value
    return _encoder(cast(Any, type(value)))(value)


def from_json(kind: type[T], data: Any) -> T:
    """The value of that kind; raises BadForm where the JSON is of another form."""
    try:
        return cast(T, _decoder(cast(Any, kind))(data))
    except (LookupError, TypeError, ValueError, AttributeError) as wrong:
        raise BadForm(kind.__name__, repr(data)[:120]) from wrong


@cache
def _encoder(kind: type) -> Coder:
    if kind is Span:
        return lambda span: [span.start, span.end]
    if kind is Moment:
        return lambda moment: moment.edtf
    if kind is date:
        return date.isoformat
    if issubclass(kind, StrEnum):
        return str
    if kind is Page:
        return lambda page: [to_json(item) for item in page]
    if kind is tuple:
        return _encoded
    if kind is frozenset:
        return lambda items: sorted(_encoded(items))
    if is_dataclass(kind):
        return _fields_encoder(kind)
    raise BadForm("value that can be stored", kind.__name__)


def _encoded(items: Iterable[Any]) -> list[Any]:
    return [item if type(item) in _AS_THEY_ARE else to_json(item) for item in items]


def _fields_encoder(kind: type) -> Coder:
    defaults = tuple((f.name, f.default) for f in fields(kind))

    def encode(value: Any) -> dict[str, Any]:
        told = {}
        for name, default in defaults:
            item = getattr(value, name)
            if item is not default and (default is MISSING or item != default):
                told[name] = item if type(item) in _AS_THEY_ARE else to_json(item)
        return told

    return encode


@cache
def _decoder(kind: Any) -> Coder:
    if kind in _PLAIN:
        return _plain(kind)
    if kind is Span:
        return lambda data: Span(int(data[0]), int(data[1]))
    if kind is Moment:
        return Moment
    if kind is date:
        return date.fromisoformat
    if get_origin(kind) in (Union, types.UnionType):
        return _optional(kind)
    if get_origin(kind) is tuple:
        return _tuple(get_args(kind))
    if get_origin(kind) is frozenset:
        return _several(get_args(kind)[0], frozenset)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return kind
    if isinstance(kind, type) and is_dataclass(kind):
        return _fields_decoder(kind)
    raise TypeError(f"no way to store {kind!r}")


def _plain(kind: type) -> Coder:
    def decode(data: Any) -> Any:
        if type(data) is not kind and not (kind is float and type(data) is int):
            raise TypeError(f"{data!r} is no {kind.__name__}")
        return data

    return decode


def _optional(kind: Any) -> Coder:
    rest = [part for part in get_args(kind) if part is not types.NoneType]
    inner = _decoder(rest[0])
    return lambda data: None if data is None else inner(data)


def _tuple(parts: tuple[Any, ...]) -> Coder:
    if len(parts) == 2 and parts[1] is Ellipsis:
        return _several(parts[0], tuple)
    each = tuple(_decoder(part) for part in parts)
    return lambda data: tuple(inner(item) for inner, item in zip(each, _list(data), strict=True))


def _several(kind: Any, collected: Callable[[Iterable[Any]], Any]) -> Coder:
    """Any number of one kind; of those that JSON knows itself, most are told to be right all at once."""
    inner, told_right = _decoder(kind), {kind}

    def decode(data: Any) -> Any:
        items = _list(data)
        if kind in _PLAIN and {*map(type, items)} <= told_right:
            return collected(items)
        return collected([inner(item) for item in items])

    return decode


def _list(data: Any) -> list[Any]:
    if type(data) is not list:
        raise TypeError(f"{data!r} is no list")
    return data


def _fields_decoder(kind: type) -> Coder:
    hints = get_type_hints(kind)
    each = {f.name: _decoder(hints[f.name]) for f in fields(kind)}

    def decode(data: dict[str, Any]) -> Any:
        return kind(**{name: each[name](item) for name, item in data.items()})

    return decode
