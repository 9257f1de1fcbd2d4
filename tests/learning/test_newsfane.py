"""The newswire set as running text."""

import gzip
from pathlib import Path

import pytest

from khabar.learning.newsfane import newsfane_in

# pieces with their labels, and the text and names that they make
CASES = {
    "a conjunction belongs to the word after it, not to its name": (
        ["و O", "قالت O", "ليلى B-Politician", "و O", "سمير B-Other_PER"],
        "وقالت ليلى وسمير",
        [("ليلى", "PER"), ("سمير", "PER")],
    ),
    "a pronoun belongs to the word before it": (
        ["بيت O", "ه O", "في O", "صور B-Population-Center"],
        "بيته في صور",
        [("صور", "LOC")],
    ),
    "ta marbuta opens before a pronoun": (["مدرسة O", "ها O", "بعيدة O"], "مدرستها بعيدة", []),
    "the article's alef is not written after ل": (["قال O", "لالوزير O"], "قال للوزير", []),
    "the letters of an abbreviation are words": (
        ["ا B-Media", "ب I-Media", "قالت O"],
        "ا ب قالت",
        [("ا ب", "ORG")],
    ),
    "ya at the end of a known word is its alef maqsura": (["ذهب O", "الي O", "السوق O"], "ذهب الى السوق", []),
    "peoples are no names": (["قال O", "المصريون B-Group"], "قال المصريون", []),
}


@pytest.mark.parametrize(("pieces", "text", "names"), CASES.values(), ids=CASES)
def test_pieces_become_running_text(pieces: list[str], text: str, names: list[tuple[str, str]], tmp_path: Path) -> None:
    file = tmp_path / "set.tsv.gz"
    lines = "\n".join(f"\u200e{piece.replace(' ', chr(9))}" for piece in pieces)
    file.write_bytes(gzip.compress(f"\ufeff{lines}\n\n".encode()))
    (marked,) = newsfane_in(file)
    assert marked.text == text
    assert [(name.span.of(marked.text), name.label) for name in marked.names] == names
