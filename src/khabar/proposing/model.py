"""What a language model is asked, what it answers, and what that took."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol

Json = dict[str, Any]


class Form(StrEnum):
    """How a server is asked for JSON, the most binding first."""

    SCHEMA = "json_schema"
    OBJECT = "json_object"
    PLAIN = "plain"  # by the words of the prompt alone


@dataclass(frozen=True, slots=True)
class Message:
    """One turn of a conversation."""

    role: str  # system, user or assistant
    content: str


@dataclass(frozen=True, slots=True)
class Question:
    """A conversation that the model is to go on with one JSON object."""

    messages: tuple[Message, ...]
    schema: Mapping[str, Any]  # of that object
    longest: int  # tokens that the answer may take


@dataclass(frozen=True, slots=True)
class Spent:
    """What one answer took."""

    tokens_in: int | None = None  # None: the server does not tell
    tokens_out: int | None = None
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Answer:
    """What a model said."""

    words: str
    form: Form
    cut: bool = False  # whether it was broken off at its longest
    spent: Spent = Spent()
    kept: bool = False  # whether it was answered before, and nothing was asked now


class Model(Protocol):
    """Something that answers."""

    def answer(self, question: Question) -> Answer:
        """The answer; raises CannotAsk where there is none, for this question or for any."""
