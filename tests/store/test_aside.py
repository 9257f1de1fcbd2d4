"""What is put aside in a temporary file comes back as it was."""

import errno
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khabar.errors import DiskFails, NoRoom
from khabar.store import aside
from khabar.store.archive import Archive
from khabar.store.aside import Aside
from khabar.values.claim import Story
from khabar.values.conclusions import Chapter

TEXTS = st.text(st.characters(codec=None), max_size=20)


@given(st.lists(st.tuples(st.sampled_from("abc"), TEXTS), max_size=12))
def test_the_last_text_under_a_key_comes_back(put: list[tuple[str, str]]) -> None:
    texts = Aside()
    for key, text in put:
        texts.put(key, text)
    assert dict(texts.items()) == dict(put)
    assert [key in texts for key in "abc"] == [key in dict(put) for key in "abc"]
    assert len(texts) == len(dict(put))


def test_under_another_key_there_is_nothing() -> None:
    texts = Aside()
    assert texts.get("a") is None
    texts.put("a", "نص")
    assert texts.get("b") is None


class _Failing:
    def __init__(self, number: int) -> None:
        self._number = number

    def seek(self, at: int) -> int:
        raise OSError(self._number, "no")


@pytest.mark.parametrize(("number", "error"), [(errno.ENOSPC, NoRoom), (errno.EIO, DiskFails)])
def test_a_disk_that_takes_nothing_is_told_in_plain_words(
    monkeypatch: pytest.MonkeyPatch, number: int, error: type[Exception]
) -> None:
    monkeypatch.setattr(aside, "_new_file", lambda: _Failing(number))
    with pytest.raises(error, match=aside.gettempdir()):
        Aside().put("a", "نص")


def test_a_chapter_that_a_desk_puts_aside_comes_back_as_often_as_it_is_asked_for(tmp_path: Path) -> None:
    chapter = Chapter(Story("s1", ("r1",), (), "عنوان"), (), (), ())
    with Archive.to_write(tmp_path / "a.khabar") as archive:
        drawn = archive.desk("one").aside(chapter)
        assert (drawn(), drawn()) == (chapter, chapter)
