"""Whether two sentences are told to agree, measured against pairs that people judged."""

from pathlib import Path

import pytest

from khabar.errors import BadGold
from khabar.measures.bearing_quality import JudgedPair, main, measure_bearings, pairs_in
from khabar.values.agreement import Agreement

TABLE = """s1,s2,stance
رفعت الشركة الأجور,خفضت الشركة الأجور,disagree
وزير النقل يفتتح الجسر الجديد,افتتاح الجسر الجديد بحضور وزير النقل,agree
"""


def test_pairs_are_read_from_a_table(tmp_path: Path) -> None:
    (tmp_path / "pairs.csv").write_text(TABLE, encoding="utf-8")
    first, second = pairs_in(tmp_path / "pairs.csv")
    assert first == JudgedPair("رفعت الشركة الأجور", "خفضت الشركة الأجور", Agreement.DISAGREES)
    assert second.agreement is Agreement.AGREES


@pytest.mark.parametrize("text", ["a,b\n1,2\n", "s1,s2,stance\nأ,ب,perhaps\n"])
def test_a_table_of_something_else_says_what_is_wanted(tmp_path: Path, text: str) -> None:
    (tmp_path / "pairs.csv").write_text(text, encoding="utf-8")
    with pytest.raises(BadGold, match="s1, s2, stance"):
        list(pairs_in(tmp_path / "pairs.csv"))


def test_a_missing_table_says_so(tmp_path: Path) -> None:
    with pytest.raises(BadGold, match=r"none\.csv"):
        list(pairs_in(tmp_path / "none.csv"))


def test_each_answer_has_its_figure() -> None:
    agreed, opposed = (JudgedPair("", "", a) for a in (Agreement.AGREES, Agreement.DISAGREES))
    figures = measure_bearings(
        [(agreed, Agreement.AGREES), (agreed, Agreement.DISAGREES), (opposed, Agreement.DISAGREES)]
    )
    assert (figures["agrees"].precision, figures["agrees"].recall) == (1.0, 0.5)
    assert (figures["disagrees"].precision, figures["disagrees"].recall) == (0.5, 1.0)


def test_the_figures_are_printed_with_what_was_told_wrongly(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = TABLE.replace("disagree", "other")
    (tmp_path / "pairs.csv").write_text(wrong, encoding="utf-8")
    monkeypatch.setattr("sys.argv", ["bearing_quality", str(tmp_path / "pairs.csv"), "--errors", "5"])
    main()
    told = capsys.readouterr().out
    assert "disagrees" in told
    assert "رفعت الشركة الأجور | خفضت الشركة الأجور: other, told disagrees" in told
