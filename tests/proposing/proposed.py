"""A short report, the answer of a model that reads it well, and a model that says what it is told."""

from collections.abc import Iterator
from copy import deepcopy
from datetime import date
from hashlib import sha256
from typing import Any

from khabar.proposing.model import Answer, Form, Question, Spent
from khabar.proposing.reading import ModelReader
from khabar.values.report import Report

Json = dict[str, Any]

TEXT = """نقلت صحيفة المنارة عن مسؤول ملاحي أن غانا سلمت توغو شحنة من القمح في ميناء لومي أمس.
ونفت وزارة النقل في بيان وصول الشحنة إلى الميناء، وقالت إن «السفينة لم تصل».
وأضافت أن وفدا من غانا سيزور لومي الأسبوع المقبل."""
REPORT = Report("r", TEXT, sha256(TEXT.encode()).hexdigest(), "موقع الرصيف", None, date(2024, 6, 20))

_ENTITIES = [
    {"id": "e1", "kind": "media", "mentions": ["صحيفة المنارة"]},
    {"id": "e2", "kind": "group", "mentions": ["مسؤول ملاحي"]},
    {"id": "e3", "kind": "country", "mentions": ["غانا"]},
    {"id": "e4", "kind": "country", "mentions": ["توغو"]},
    {"id": "e5", "kind": "place", "mentions": ["ميناء لومي", "لومي"]},
    {"id": "e6", "kind": "organisation", "mentions": ["وزارة النقل"]},
]
_SAYINGS = [
    {
        "sentence": 1,
        "cue": "نقلت",
        "speaker_sentence": 1,
        "chain": [["e1"], ["e2"]],
        "stance": "asserts",
        "content": "غانا سلمت توغو شحنة من القمح في ميناء لومي أمس",
    },
    {
        "sentence": 2,
        "cue": "ونفت",
        "speaker_sentence": 2,
        "chain": [["e6"]],
        "stance": "denies",
        "content": "وصول الشحنة إلى الميناء",
    },
    {
        "sentence": 2,
        "cue": "وقالت",
        "speaker_sentence": 2,
        "chain": [["e6"]],
        "stance": "denies",
        "content": "السفينة لم تصل",
    },
    {
        "sentence": 3,
        "cue": "وأضافت",
        "speaker_sentence": 2,
        "chain": [["e6"]],
        "stance": "asserts",
        "content": "وفدا من غانا سيزور لومي الأسبوع المقبل",
    },
]
_EVENTS = [
    {
        "sentence": 1,
        "anchor": "سلمت",
        "type": "TRANSFER",
        "mode": None,
        "status": "actual",
        "actor": ["e3"],
        "recipient": ["e4"],
        "place": ["e5"],
        "time": "أمس",
        "goods": [{"text": "شحنة من القمح", "category": "food"}],
    },
    {
        "sentence": 3,
        "anchor": "سيزور",
        "type": "CONSULT",
        "mode": "visit",
        "status": "planned",
        "actor": ["e3"],
        "recipient": ["e4"],
        "place": ["e5"],
        "time": "الأسبوع المقبل",
        "goods": [],
    },
]


def good() -> Json:
    """A fresh copy, to be spoiled."""
    return deepcopy({"entities": _ENTITIES, "attributions": _SAYINGS, "events": _EVENTS})


class Saying:
    """A model that gives the answers that it is told, in turn, the last for ever."""

    def __init__(self, *answers: str | Answer) -> None:
        self._answers = [given if isinstance(given, Answer) else told(given) for given in answers]
        self.asked: list[Question] = []

    def answer(self, question: Question) -> Answer:
        self.asked.append(question)
        return self._answers[min(len(self.asked), len(self._answers)) - 1]


def told(words: str, *, cut: bool = False) -> Answer:
    return Answer(words, Form.SCHEMA, cut, Spent(100, 10, 0.5))


def reader(*answers: str | Answer, window: int = 6000, why: bool = False) -> ModelReader:
    return ModelReader(Saying(*answers), "small", window, why=why)


def sentences(question: Question) -> Iterator[str]:
    """What a question asks about."""
    inside = question.messages[-1].content.partition("<report>\n")[2].partition("\n</report>")[0]
    yield from inside.splitlines()
