"""The version of the knowledge."""

from pathlib import Path

import pytest

from khabar.knowledge import files


def version(home: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(files, "HOME", home)
    return files.fingerprint.__wrapped__()


def test_a_word_or_a_weight_that_changes_makes_another_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "models").mkdir()
    (tmp_path / "words.yaml").write_text("- id: one", encoding="utf-8")
    model = tmp_path / "models" / "names.json"
    model.write_text('{"clues": 1}', encoding="utf-8")
    before = version(tmp_path, monkeypatch)
    assert version(tmp_path, monkeypatch) == before
    model.write_text('{"clues": 2}', encoding="utf-8")
    assert version(tmp_path, monkeypatch) != before
