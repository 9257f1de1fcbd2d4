"""Answers are kept: what was asked once costs nothing again."""

import json
from pathlib import Path

import pytest
from proposed import REPORT, Saying, good, told

from khabar.proposing.answers import Remembering, usual_folder
from khabar.proposing.model import Message, Question
from khabar.proposing.reading import ModelReader

GOOD = json.dumps(good(), ensure_ascii=False)


def read(saying: Saying, folder: Path, of: str = "http://here small", window: int = 6000) -> ModelReader:
    model = ModelReader(Remembering(saying, of, folder), "small", window)
    model.read(REPORT)
    return model


def test_the_second_reading_asks_nothing_costs_nothing_and_is_the_same(tmp_path: Path) -> None:
    saying = Saying(GOOD)
    first, second = read(saying, tmp_path), read(saying, tmp_path)
    assert len(saying.asked) == 1
    assert (second.ledger.asked, second.ledger.kept, second.ledger.tokens_in) == (0, 1, 0)
    assert first.read(REPORT) == second.read(REPORT)
    assert second.ledger.forms == first.ledger.forms


def test_another_model_server_prompt_or_window_is_asked_anew(tmp_path: Path) -> None:
    saying = Saying(GOOD)
    read(saying, tmp_path)
    read(saying, tmp_path, of="http://here other")
    read(saying, tmp_path, window=700)
    Remembering(saying, "http://here small", tmp_path).answer(Question((Message("user", "غيره"),), {}, 5))
    assert len(saying.asked) == 4


def test_what_was_cut_off_or_is_no_object_is_not_kept(tmp_path: Path) -> None:
    question = Question((Message("user", "x"),), {}, 5)
    saying = Saying(told(GOOD, cut=True), "garbage", GOOD)
    model = Remembering(saying, "m", tmp_path)
    assert [model.answer(question).kept for _ in range(4)] == [False, False, False, True]


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"words": 3}', '{"words": "x", "form": "y"}'])
def test_a_damaged_file_is_asked_for_again(tmp_path: Path, damage: str) -> None:
    saying = Saying(GOOD)
    read(saying, tmp_path)
    (kept,) = tmp_path.rglob("*.json")
    kept.write_text(damage, encoding="utf-8")
    read(saying, tmp_path)
    assert len(saying.asked) == 2
    read(saying, tmp_path)
    assert len(saying.asked) == 2


def test_kept_answers_are_for_their_owner_alone_and_nothing_else_is_left(tmp_path: Path) -> None:
    read(Saying(GOOD), tmp_path)
    (kept,) = (path for path in tmp_path.rglob("*") if path.is_file())
    assert kept.stat().st_mode & 0o077 == 0


def test_the_usual_folder_is_the_systems(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert usual_folder() == tmp_path / "khabar" / "answers"
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert usual_folder() == tmp_path / ".cache" / "khabar" / "answers"
