"""What a model is told about a window; the words are those of prompt.yaml."""

import json
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml

from khabar.proposing.model import Message, Question
from khabar.proposing.schema import schema
from khabar.proposing.windows import Window
from khabar.values.report import Report

FILE = Path(__file__).with_name("prompt.yaml")
_LONGEST = 4096  # tokens of an answer; no answer about a shorter window has more tokens than that has characters
_SHOWN = 120  # characters of an outlet


@dataclass(frozen=True, slots=True)
class Example:
    """A report with the answer that is wanted."""

    outlet: str
    published: str
    text: str
    answer: dict[str, Any]


def question_about(window: Window, report: Report, most: int) -> Question:
    """Instructions, the example, and the window of at most that many characters."""
    example = example_told()
    numbered = "\n".join(f"[{number}] {line}" for number, line in enumerate(example.text.splitlines(), 1))
    outlet = " ".join((report.outlet or "unknown").split())[:_SHOWN]
    published = report.published.isoformat() if report.published else "unknown"
    return Question(
        (
            Message("system", _instructions()),
            Message("user", _told(example.outlet, example.published, numbered)),
            Message("assistant", json.dumps(example.answer, ensure_ascii=False)),
            Message("user", _told(outlet, published, window.numbered())),
        ),
        schema(),
        min(_LONGEST, most),
    )


def example_told() -> Example:
    """The example of prompt.yaml, its text with a sentence on each line."""
    told = _prompt()["example"]
    return Example(told["outlet"], str(told["published"]), "\n".join(told["text"]), told["answer"])


def fingerprint() -> str:
    """Of everything that is always told alike."""
    told = FILE.read_bytes() + json.dumps(schema(), sort_keys=True).encode()
    return sha256(told).hexdigest()[:12]


def _told(outlet: str, published: str, numbered: str) -> str:
    return f"Outlet: {outlet}\nPublished: {published}\n<report>\n{numbered}\n</report>"


def _instructions() -> str:
    return f"{_prompt()['instructions']}\n\n{_prompt()['in_arabic']}"


@cache
def _prompt() -> dict[str, Any]:
    told: dict[str, Any] = yaml.safe_load(FILE.read_bytes())
    return told
