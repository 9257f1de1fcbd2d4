"""Answers kept in a folder, so that nothing is asked twice."""

import json
import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile

from khabar.proposing.model import Answer, Form, Model, Question, Spent
from khabar.proposing.objects import object_in


def usual_folder() -> Path:
    """Where the system wants programs to keep what can be had again."""
    told = os.environ.get("XDG_CACHE_HOME", "")
    return (Path(told) if told else Path.home() / ".cache") / "khabar" / "answers"


class Remembering:
    """A model whose whole answers are kept under the hash of the question, the model and the server."""

    def __init__(self, model: Model, of: str, folder: Path) -> None:
        self._model = model
        self._of = of  # server and model
        self._folder = folder

    def answer(self, question: Question) -> Answer:
        """The answer, of the folder where it has one."""
        path = self._path(question)
        kept = _kept(path)
        if kept is not None:
            return kept
        answer = self._model.answer(question)
        # What was cut off, or is no JSON, may come out better another time.
        if not answer.cut and object_in(answer.words) is not None:
            _keep(path, answer)
        return answer

    def _path(self, question: Question) -> Path:
        turns = [[turn.role, turn.content] for turn in question.messages]
        asked = json.dumps([self._of, turns, question.schema, question.longest], sort_keys=True)
        name = sha256(asked.encode()).hexdigest()
        return self._folder / name[:2] / f"{name}.json"


def _kept(path: Path) -> Answer | None:
    """None: there is none, or the file is damaged."""
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        return Answer(str(told["words"]), Form(told["form"]), spent=Spent(0, 0, 0.0), kept=True)
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def _keep(path: Path, answer: Answer) -> None:
    """Whole or not at all, and for nobody else to read: it holds words of the report."""
    told = json.dumps({"form": answer.form, "words": answer.words})
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with NamedTemporaryFile("w", dir=path.parent, suffix=".part", delete=False, encoding="utf-8") as file:
        file.write(told)
    try:
        os.replace(file.name, path)
    except OSError:
        with suppress(OSError):
            os.unlink(file.name)
        raise
