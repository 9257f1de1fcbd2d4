"""It is told whether Python or machine code reads, and machine code of other sources is never taken for that of these."""

from hashlib import sha256
from importlib.machinery import EXTENSION_SUFFIXES, ModuleSpec
from pathlib import Path

import pytest

from khabar import compiled
from khabar.compiled import Code, code

SOURCE = "khabar/extraction/entities.py"


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An installation that was compiled from the one source that it has."""
    source = tmp_path / SOURCE
    source.parent.mkdir(parents=True)
    source.write_text("names = 1\n", encoding="utf-8")
    stamp = tmp_path / "khabar" / "compiled.txt"
    stamp.write_text(f"{sha256(source.read_bytes()).hexdigest()}  {SOURCE}\n", encoding="utf-8")
    library = source.with_suffix(EXTENSION_SUFFIXES[0])
    monkeypatch.setattr(compiled, "_STAMP", stamp)
    monkeypatch.setattr(compiled, "find_spec", lambda name: ModuleSpec(name, None, origin=str(library)))
    return tmp_path


def test_what_was_compiled_from_these_sources_is_told(installed: Path) -> None:
    assert code() is Code.COMPILED


def test_a_source_that_changed_since_is_told(installed: Path) -> None:
    (installed / SOURCE).write_text("names = 2\n", encoding="utf-8")
    assert code() is Code.STALE


def test_machine_code_of_which_nobody_says_what_it_was_made_of_is_not_trusted(installed: Path) -> None:
    (installed / "khabar" / "compiled.txt").unlink()
    assert code() is Code.STALE


def test_python_is_told(installed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiled, "find_spec", lambda name: ModuleSpec(name, None, origin=str(installed / SOURCE)))
    assert code() is Code.PYTHON
