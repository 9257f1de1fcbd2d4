"""The form in which a model is to propose, as JSON Schema made from the values that a reading has."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Any

from khabar.values.attribution import Stance
from khabar.values.entity import Kind
from khabar.values.event import EventMode, EventType, GoodsCategory, Status

Schema = dict[str, Any]
_WORDS: Schema = {"type": "string"}
_NUMBER: Schema = {"type": "integer"}


def schema() -> Schema:
    """What the one object of an answer holds. Strict servers want every field, and no other."""
    return _object(entities=_list(_entity()), attributions=_list(_attribution()), events=_list(_event()))


def _entity() -> Schema:
    return _object(id=_WORDS, kind=_one_of(Kind), mentions=_list(_WORDS))


def _attribution() -> Schema:
    return _object(
        sentence=_NUMBER,
        cue=_or_none(_WORDS),
        speaker_sentence=_NUMBER,
        chain=_list(_list(_WORDS)),
        stance=_one_of(Stance),
        content=_WORDS,
    )


def _event() -> Schema:
    return _object(
        sentence=_NUMBER,
        anchor=_WORDS,
        type=_one_of(EventType),
        mode=_or_none(_one_of(EventMode)),
        status=_one_of(Status),
        actor=_list(_WORDS),
        recipient=_list(_WORDS),
        place=_list(_WORDS),
        time=_or_none(_WORDS),
        goods=_list(_object(text=_WORDS, category=_one_of(GoodsCategory))),
    )


def _object(**fields: Schema) -> Schema:
    return {"type": "object", "properties": fields, "required": list(fields), "additionalProperties": False}


def _list(of: Schema) -> Schema:
    return {"type": "array", "items": of}


def _one_of(values: Iterable[StrEnum]) -> Schema:
    return {"type": "string", "enum": [value.value for value in values]}


def _or_none(given: Schema) -> Schema:
    return {"anyOf": [given, {"type": "null"}]}
