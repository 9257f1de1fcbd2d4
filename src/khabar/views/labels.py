"""What every label means that Khabar gives: its text of labels.yaml, or the entry of the knowledge that it names."""

import inspect
import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path

import yaml

from khabar import errors
from khabar.errors import UnknownLabel
from khabar.knowledge.files import HOME, Entry, entries, files_in
from khabar.values.reading import MODEL
from khabar.values.why import EntityRule

FILE = Path(__file__).with_name("labels.yaml")
_HERE = FILE.parent.parent
_NEEDS = re.compile(r"[?|].*")  # of a name: what had to support it, or did
_NEAR = 5
_LEAST_LIKE = 0.6


@dataclass(frozen=True, slots=True)
class Label:
    """One label of one kind; the same word may be a label of several."""

    label: str
    kind: str
    en: str
    ar: str
    file: str  # of the program, where it is given
    example: str = ""  # empty: one sentence does not show it
    words: str = ""  # of the example, those that it stands for; empty: no words, or all
    near_miss: str = ""


@dataclass(frozen=True, slots=True)
class LexiconEntry:
    """An entry of the knowledge, with the line on which it begins."""

    label: str
    file: str
    line: int
    fields: tuple[tuple[str, tuple[str, ...]], ...]  # as they stand there, each with its values


@cache
def labels() -> tuple[Label, ...]:
    """Every label that is not an entry's id, by kind."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    kinds = yaml.load(FILE.read_bytes(), Loader=loader)
    return tuple(_label(kind, given) for kind in kinds for given in kind["labels"])


@cache
def kinds(language: str = "en") -> dict[str, str]:
    """Each kind of label with what it is, in Arabic (ar) or English (en)."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return {kind["kind"]: kind[language] for kind in yaml.load(FILE.read_bytes(), Loader=loader)}


def _label(kind: Entry, given: Entry) -> Label:
    if kind["kind"] == "error":
        given = {**given, "en": _of_class(given["label"])}
    return Label(**{**given, "kind": kind["kind"], "file": f"{_HERE.name}/{given.get('file', kind['file'])}"})


def _of_class(name: str) -> str:
    return (inspect.getdoc(getattr(errors, name)) or "").partition("\n")[0].rstrip(".")


def explained(asked: str) -> tuple[Label | LexiconEntry, ...]:
    """What a label means, each part of one that is put together; raises UnknownLabel with those that are near."""
    if asked.startswith(MODEL):  # whatever stands in the name of a model
        return tuple(_meanings(MODEL.rstrip(":")))
    parts = [part for whole in _NEEDS.sub("", asked).split("/") for part in _parts(whole)]
    parts += [EntityRule.LEARNED] if asked.endswith(f"|{EntityRule.LEARNED}") else []
    found = tuple(meaning for part in parts for meaning in _meanings(part))
    if not found or any(not any(one.label == part for one in found) for part in parts[:1]):
        raise UnknownLabel(asked, get_close_matches(asked, _all(), _NEAR, _LEAST_LIKE))
    return found


def _parts(label: str) -> tuple[str, ...]:
    """The rule and the entry in `known:person.kirby`; else the label itself."""
    rule, colon, entry = label.partition(":")
    return (rule, entry) if colon and rule in tuple(EntityRule) else (label,)


def _meanings(part: str) -> Iterator[Label | LexiconEntry]:
    yield from (label for label in labels() if label.label == part)
    for file, entry in _entries():
        if entry.get("id") == part:
            yield LexiconEntry(part, f"{_HERE.name}/{HOME.name}/{file}", _line(file, part), tuple(_fields(entry)))


def _entries() -> Iterator[tuple[str, Entry]]:
    return ((file, entry) for folder in ("ar", "en", "world") for file in files_in(folder) for entry in entries(file))


def _fields(entry: Entry) -> Iterator[tuple[str, tuple[str, ...]]]:
    for name, value in entry.items():
        values = value if isinstance(value, list) else [value]
        if name != "id" and values:
            yield name, tuple(_word(one) for one in values)


def _word(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name}: {_word(one)}" for name, one in value.items())
    return "yes" if value is True else "no" if value is False else str(value)


def _line(file: str, own_id: str) -> int:
    """The line on which the entry's id stands; 0: the file is laid out otherwise."""
    wanted = re.compile(rf"-? *id: [\"']?{re.escape(own_id)}[\"']?\s*$")
    lines = (HOME / file).read_text(encoding="utf-8").splitlines()
    return next((number for number, line in enumerate(lines, 1) if wanted.match(line.strip())), 0)


def entry_ids() -> dict[str, tuple[str, ...]]:
    """The ids of the entries of each file of the knowledge."""
    found: dict[str, list[str]] = {}
    for file, entry in _entries():
        if "id" in entry:
            found.setdefault(file, []).append(str(entry["id"]))
    return {file: tuple(ids) for file, ids in found.items()}


def _all() -> list[str]:
    return list(
        dict.fromkeys([*(label.label for label in labels()), *(i for ids in entry_ids().values() for i in ids)])
    )
