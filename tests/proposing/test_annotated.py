"""What people found in the corpus, given as a model's answer: the check must let nearly all of it through."""

import json
from pathlib import Path
from typing import Any

import pytest

from khabar.measures.figures import Figure
from khabar.measures.gold import gold_in, place_of
from khabar.measures.reading_quality import measure
from khabar.proposing import reading as reading_module
from khabar.proposing.model import Answer, Form, Question
from khabar.proposing.reading import ModelReader
from khabar.proposing.windows import Window
from khabar.values.report import Report
from khabar.values.span import Span

CORPUS = Path(__file__).parents[1] / "corpus"
Json = dict[str, Any]


class Annotators:
    """A model that knows what people wrote down, and answers about the window it was told of last."""

    def __init__(self) -> None:
        self.told: Json = {}
        self.window: Window | None = None

    def answer(self, question: Question) -> Answer:
        assert self.window
        return Answer(json.dumps(_answer(self.told, self.window), ensure_ascii=False), Form.SCHEMA)


def _answer(told: Json, window: Window) -> Json:
    text: str = told["text"]
    inside = window.span.of(text)
    entities = [
        {"id": e["id"], "kind": e["kind"], "mentions": [form for form in e["mentions"] if form in inside]}
        for e in told["entities"]
    ]
    sayings = [(a, place_of(text, a["content"], a.get("nth", 1))) for a in told["attributions"]]
    events = [(v, place_of(text, v["anchor"], v.get("nth", 1))) for v in told["events"]]
    forms = {e["id"]: e["mentions"] for e in entities}
    return {
        "entities": [e for e in entities if e["mentions"]],
        "attributions": [
            {
                "sentence": _number(window, at.start),
                "cue": a.get("cue"),
                "speaker_sentence": _number(window, _named_before(text, _last(a["chain"]), forms, at, window)),
                "chain": [link if isinstance(link, list) else [link] for link in a["chain"]],
                "stance": a["stance"],
                "content": at.of(text),
            }
            for a, at in sayings
            if window.span.covers(at)
        ],
        "events": [
            {
                "sentence": _number(window, at.start),
                "anchor": v["anchor"],
                "type": v["type"],
                "mode": v.get("mode"),
                "status": v["status"],
                **{role: v.get(role) or [] for role in ("actor", "recipient", "place")},
                "time": None,
                "goods": [{"text": g["text"], "category": g["category"]} for g in v.get("goods") or []],
            }
            for v, at in events
            if window.span.covers(at)
        ],
    }


def _last(chain: list[str | list[str]]) -> list[str]:
    return chain[-1] if isinstance(chain[-1], list) else [chain[-1]]


def _named_before(text: str, speakers: list[str], forms: dict[str, list[str]], at: Span, window: Window) -> int:
    """Where a speaker is named last before what he says."""
    named = [text.rfind(form, window.span.start, at.start) for who in speakers for form in forms.get(who, ())]
    return max([offset for offset in named if offset >= 0], default=at.start)


def _number(window: Window, offset: int) -> int:
    return next((n for n, s in enumerate(window.sentences, 1) if s.start <= offset < s.end), 0)


@pytest.mark.parametrize("characters", [6000, 700], ids=["whole", "in-windows"])
def test_what_people_found_is_let_through(characters: int, monkeypatch: pytest.MonkeyPatch) -> None:
    annotators = Annotators()
    asked = reading_module.question_about

    def noted(window: Window, report: Report, most: int) -> Question:
        annotators.window = window
        return asked(window, report, most)

    monkeypatch.setattr(reading_module, "question_about", noted)
    reader = ModelReader(annotators, "annotators", characters)
    told = {one["id"]: one for one in map(_loaded, sorted(CORPUS.glob("*.json")))}
    read_ones = []
    for gold in gold_in(CORPUS):
        annotators.told = told[gold.report.id]
        read_ones.append((gold, reader.read(gold.report)))
    assert _least(dict(measure(read_ones).figures)) == []


def _loaded(path: Path) -> Json:
    found: Json = json.loads(path.read_text(encoding="utf-8"))
    return found


def _least(figures: dict[str, Figure]) -> list[str]:
    """The figures below what the check leaves of a right answer, which names no countries by adjectives alone."""
    floors = {"mention": 0.98, "coref": 0.98, "attribution": 0.98, "speaker": 0.98, "chain": 0.98, "event": 0.93}
    return [f"{name} {figures[name].recall:.3f}" for name, floor in floors.items() if figures[name].recall < floor]
