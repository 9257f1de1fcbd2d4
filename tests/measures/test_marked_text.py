"""Sets of marked names, read from their files."""

from pathlib import Path

import pytest

from khabar.errors import BadGold
from khabar.measures.marked_text import articles_in, marked_texts_in

SET = """\
زار O
رئيس O
بلدية B-ORG
مدينة I-ORG B-GPE
صور I-ORG I-GPE
$#$ O

وصل O
سامي B-PERS
حداد I-PERS
أمس B-DATE
"""


def written(path: Path, text: str = SET) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_of_names_inside_one_another_the_outer_one_stays(tmp_path: Path) -> None:
    first, second = marked_texts_in(written(tmp_path / "set.conll"))
    assert first.text == "زار رئيس بلدية مدينة صور"
    assert [(n.span.of(first.text), n.label) for n in first.names] == [("بلدية مدينة صور", "ORG")]
    assert [(n.span.of(second.text), n.label) for n in second.names] == [("سامي حداد", "PER")]


def test_a_file_of_a_folder_is_one_text(tmp_path: Path) -> None:
    written(tmp_path / "b.txt")
    written(tmp_path / "a.txt", "بيروت B-LOC\n\nصيدا B-LOC\n")
    first, second = articles_in(tmp_path)
    assert first.text == "بيروت\nصيدا\n"
    assert [n.span.of(first.text) for n in first.names] == ["بيروت", "صيدا"]
    assert [n.span.of(second.text) for n in second.names] == ["بلدية مدينة صور", "سامي حداد"]


def test_a_file_that_is_not_there_is_named() -> None:
    with pytest.raises(BadGold, match="nowhere"):
        list(marked_texts_in(Path("nowhere.conll")))
