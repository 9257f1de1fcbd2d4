"""Learning how much each cue weighs when it is asked whether a sentence reports an act of violence or a protest.

usage: python -m khabar.learning.foreground FOLDER [OUT.yaml]

FOLDER holds the sentences of the Open Event Data Alliance's Arabic gold standard records, judged by people:
`assault_detection.jsonl` and `protest_detection.jsonl`, a line a sentence with `text`, `source` and `label`. Prints F1
on articles held out, and writes the weights learned from all.
"""

import json
import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

from khabar.engine import ground_of
from khabar.extraction.events.reading import candidates_in
from khabar.knowledge.foreground import EVEN
from khabar.learning import logistic
from khabar.learning.logistic import Weights, fitted, likelihood
from khabar.values.event import EventType, Status
from khabar.values.report import Report
from khabar.values.span import Span

_FOLDS = 5
_HEAD = (
    "What each cue of prominence adds, as logits: learned by `make train-foreground`, not edited by hand. What",
    "the cues are is in extraction/events/prominence.py; where they were learned, in docs/models/foreground.md.",
)
_NOT_DATED = date(2008, 1, 1)  # the records' own convention
_DATED = re.compile(r"AAW_ARB_(\d{4})(\d\d)(\d\d)")


@dataclass(frozen=True, slots=True)
class Judged:
    """One sentence: what people said of it, and the cues of each fact of the type that is named in it."""

    article: str
    label: str  # yes | easy no | difficult no | ambiguous
    cues: tuple[tuple[str, ...], ...]

    @property
    def told(self) -> bool:
        """Whether every annotator saw such an event told as a fact in the foreground."""
        return self.label == "yes"


def judged_in(folder: Path, kind: EventType) -> list[Judged]:
    """The sentences of one type with their cues."""
    lines = (folder / f"{kind.value.lower()}_detection.jsonl").read_text(encoding="utf-8").splitlines()
    return [_judged(json.loads(line), kind) for line in lines if line.strip()]


def _judged(row: dict[str, str], kind: EventType) -> Judged:
    dated = _DATED.match(row["source"])
    published = date(*map(int, dated.groups())) if dated else _NOT_DATED
    report = Report(row["id"], row["text"], sha256(row["text"].encode()).hexdigest(), published=published)
    _, found = candidates_in(*ground_of(report, (Span(0, len(report.text)),)), published)
    facts = (c for c in found if c.event.type is kind and c.event.status is Status.ACTUAL)
    article = re.split(r"[-_](?=\d+$)", row["source"])[0]
    return Judged(article, row["label"], tuple(c.cues for c in facts))


def learned(sentences: Iterable[Judged]) -> Weights:
    """The weights of a logistic regression on all sentences but those that annotators judged differently."""
    return fitted((cues, s.told) for s in sentences if s.label != "ambiguous" for cues in s.cues)


def likeliest(weights: Weights, sentence: Judged) -> float:
    """The likelihood of the likeliest event of a sentence; 0: it names none."""
    return max((likelihood(weights, cues) for cues in sentence.cues), default=0.0)


def held_out(sentences: list[Judged], noes: frozenset[str]) -> tuple[float, float, float]:
    """Precision, recall and F1 over all sentences, each judged by weights that its article had no part in."""
    right = wrong = missed = 0
    for fold in range(_FOLDS):
        weights = learned(s for s in sentences if _fold(s) != fold)
        for sentence in (s for s in sentences if _fold(s) == fold):
            found = likeliest(weights, sentence) >= EVEN
            right += found and sentence.told
            missed += sentence.told and not found
            wrong += found and sentence.label in noes
    precision, recall = right / (right + wrong or 1), right / (right + missed or 1)
    return precision, recall, 2 * precision * recall / (precision + recall or 1)


def _fold(sentence: Judged) -> int:
    return int(sha256(sentence.article.encode()).hexdigest(), 16) % _FOLDS


def as_yaml(weights: dict[EventType, Weights]) -> str:
    """The weights as a file of our knowledge, two digits each."""
    return logistic.as_yaml(_HEAD, {kind.value.lower(): found for kind, found in weights.items()})


def main(folder: str, out: str | None = None) -> None:
    """Learn, say how well it does on articles held out, and write the weights."""
    weights: dict[EventType, Weights] = {}
    for kind in (EventType.ASSAULT, EventType.PROTEST):
        sentences = judged_in(Path(folder), kind)
        for noes in (frozenset({"easy no"}), frozenset({"easy no", "difficult no"})):
            precision, recall, f1 = held_out(sentences, noes)
            name = f"{kind.value.lower()} against {' and '.join(sorted(noes))}"
            print(f"{name}: F1 {f1:.3f}, precision {precision:.3f}, recall {recall:.3f}")
        weights[kind] = learned(sentences)
    if out:
        Path(out).write_text(as_yaml(weights), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
