"""The reviewed knowledge on disk: YAML files that people edit, compiled once into one JSON file that loads fast."""

import hashlib
import json
import os
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from khabar.errors import BadKnowledge

HOME = Path(__file__).parent
Entry = Mapping[str, Any]
_APART = ("en",)  # folders that are loaded only when a report asks for them


def entries(file: str) -> tuple[Entry, ...]:
    """The entries of one file, such as `ar/speech_cues.yaml`, in their order."""
    try:
        return tuple(_part(_part_of(file))[file])
    except KeyError:
        known = sorted(name for part in ("", *_APART) for name in _part(part))
        raise BadKnowledge(file, "-", "there is no such file.", f"The files are: {', '.join(known)}") from None


def words_of_class(file: str, word_class: str) -> tuple[str, ...]:
    """The words and phrases of one class of a file of word classes, as they are spelled there."""
    return tuple(word for entry in entries(file) if entry["id"] == word_class for word in entry["words"])


def files_in(folder: str) -> tuple[str, ...]:
    """The names of the files of one folder, such as `world`."""
    return tuple(sorted(name for name in _part(_part_of(f"{folder}/")) if name.startswith(f"{folder}/")))


@cache
def fingerprint() -> str:
    """16 hex digits that change with any letter of the knowledge and any weight learned."""
    digest = hashlib.sha256()
    for path in (*_sources(), *sorted(HOME.glob("models/*.json"))):
        digest.update(path.relative_to(HOME).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def compile_now() -> Path:
    """Compile the YAML files where that was not done yet; gives the path of what every report asks for."""
    targets = {part: _compiled(part) for part in ("", *_APART)}
    if not all(target.exists() for target in targets.values()):
        for part, target in targets.items():
            write_whole(target, json.dumps(_parsed(part), ensure_ascii=False, separators=(",", ":")).encode())
        for old in HOME.glob("compiled-*.json"):
            if old not in targets.values():
                old.unlink(missing_ok=True)
    return targets[""]


def _compiled(part: str) -> Path:
    return HOME / (f"compiled-{fingerprint()}-{part}.json" if part else f"compiled-{fingerprint()}.json")


@cache
def _part(part: str) -> Mapping[str, list[Entry]]:
    try:
        compile_now()
        loaded: dict[str, list[Entry]] = json.loads(_compiled(part).read_text(encoding="utf-8"))
    except OSError:  # an installation that may not be written to: parse, at the cost of a second
        return _parsed(part)
    return loaded


def _part_of(file: str) -> str:
    folder = file.partition("/")[0]
    return folder if folder in _APART else ""


def _sources() -> list[Path]:
    return sorted(p for p in HOME.rglob("*.yaml"))


def _parsed(part: str) -> dict[str, list[Entry]]:
    import yaml  # here: only knowledge that was edited, or never compiled, is parsed

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    named = ((p.relative_to(HOME).as_posix(), p) for p in _sources())
    return {name: yaml.load(p.read_bytes(), Loader=loader) or [] for name, p in named if _part_of(name) == part}


def write_whole(target: Path, content: bytes) -> None:
    """Write a file so that whoever reads it finds all of it or nothing."""
    handle, temporary = tempfile.mkstemp(dir=target.parent, suffix=".tmp")
    with os.fdopen(handle, "wb") as out:
        out.write(content)
    Path(temporary).chmod(0o644)
    Path(temporary).replace(target)
