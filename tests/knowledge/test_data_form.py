"""The form of all reviewed data: what every YAML file of the knowledge must keep to."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from khabar.knowledge.files import HOME, entries, fingerprint

FILES = sorted(p.relative_to(HOME).as_posix() for p in HOME.rglob("*.yaml"))
ARABIC = re.compile("[\u0600-\u06ff]")
# Tatweel, presentation forms, zero-width and bidirectional controls: each hides what a diff should show.
FORBIDDEN = re.compile("[\u0640\ufb50-\ufdff\ufe70-\ufefc\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def strings_in(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from strings_in(item)
    elif isinstance(value, list):
        for item in value:
            yield from strings_in(item)


@pytest.mark.parametrize("file", FILES)
def test_ids_are_ascii_and_unique(file: str) -> None:
    ids = [entry["id"] for entry in entries(file) if "id" in entry]
    assert all(i.isascii() for i in ids)
    assert [i for i, n in Counter(ids).items() if n > 1] == []


@pytest.mark.parametrize("file", FILES)
def test_no_string_hides_a_character(file: str) -> None:
    bad = [s for entry in entries(file) for s in strings_in(entry) if FORBIDDEN.search(s)]
    assert bad == [], f"{file}: take the hidden characters out of these"


@pytest.mark.parametrize("file", [f for f in FILES if f.startswith("ar/")])
def test_every_entry_of_the_language_has_an_example(file: str) -> None:
    lexicon = [entry for entry in entries(file) if "id" in entry]
    without = [entry["id"] for entry in lexicon if not entry.get("examples")]
    assert without == [], f"{file}: these entries have no example"


def test_the_fingerprint_is_that_of_the_files_as_they_are() -> None:
    assert re.fullmatch(r"[0-9a-f]{16}", fingerprint())
    assert all(entries(file) is not None for file in FILES)


def test_the_files_are_yaml_that_a_person_can_edit() -> None:
    for file in FILES:
        text = (HOME / file).read_text(encoding="utf-8")
        assert "\t" not in text, f"{file}: indent with blanks"
        assert yaml.safe_load(text[:0] or "[]") == []
        long = [
            line for line in text.splitlines() if len(ARABIC.findall(line)) and len(line) > 400 and "cities" not in file
        ]
        assert long == [], f"{file}: one Arabic string to a line"
