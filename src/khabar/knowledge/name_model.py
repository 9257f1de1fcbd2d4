"""The weights by which names that no list and no rule holds are told, learned from annotated text."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from khabar.errors import BadKnowledge
from khabar.knowledge.files import HOME

FILE = HOME / "models" / "names.json"
Weights = tuple[float, ...]  # one for each label


@dataclass(frozen=True, slots=True)
class NameModel:
    """What each clue speaks for, and which label follows which."""

    labels: tuple[str, ...]  # BIO: O, B-PER, I-PER and so on; the first is O
    follows: tuple[Weights, ...]  # by label, then by the label after it
    clues: Mapping[str, Weights]


@cache
def name_model() -> NameModel:
    """The model that is shipped with Khabar."""
    return model_from(FILE)


def model_from(file: Path) -> NameModel:
    """The model in a file."""
    try:
        read = json.loads(file.read_text(encoding="utf-8"))
        labels: tuple[str, ...] = tuple(read["labels"])
        clues = {clue: _dense(weights, len(labels)) for clue, weights in read["clues"].items()}
        return NameModel(labels, tuple(tuple(row) for row in read["follows"]), clues)
    except (OSError, ValueError, KeyError) as wrong:
        raise BadKnowledge(
            f"models/{file.name}", "-", f"this is no model of names: {wrong!r}.", "Train it: make train-names"
        ) from wrong


def write_model(model: NameModel, file: Path) -> None:
    """Write a model with one clue to a line, in the order of the letters, so that two of them can be compared."""
    lines = [
        f"{json.dumps(clue, ensure_ascii=False)}: {json.dumps(_sparse(weights))}"
        for clue, weights in sorted(model.clues.items())
    ]
    follows = ",\n".join(json.dumps(row) for row in model.follows)
    body = ",\n".join(lines)
    file.write_text(
        f'{{"labels": {json.dumps(model.labels)},\n"follows": [\n{follows}\n],\n"clues": {{\n{body}\n}}}}\n',
        encoding="utf-8",
    )


def _sparse(weights: Weights) -> list[list[float]]:
    return [[at, weight] for at, weight in enumerate(weights) if weight]


def _dense(sparse: list[list[float]], labels: int) -> Weights:
    dense = [0.0] * labels
    for at, weight in sparse:
        dense[int(at)] = weight
    return tuple(dense)
