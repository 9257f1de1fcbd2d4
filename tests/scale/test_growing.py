"""What is measured of growth is parted and reckoned rightly; how long anything takes is no matter of tests."""

from pathlib import Path

import pytest
from growing import built, main, make, parted, slope

from khabar.store.archive import Archive


def test_the_hundred_that_come_later_lie_evenly_among_the_others(tmp_path: Path) -> None:
    made, first, more = (tmp_path / name for name in ("made", "first", "more"))
    made.write_text("".join(f"{at}\n" for at in range(1200)), encoding="utf-8")
    parted(made, 1000, first, more)
    early, late = ([int(line) for line in file.read_text(encoding="utf-8").split()] for file in (first, more))
    assert late == list(range(5, 1000, 10))
    assert sorted(early + late) == list(range(1000))


def test_what_doubles_with_the_reports_grows_with_their_first_power() -> None:
    assert slope((1000, 3.0), (2000, 6.0)) == 1
    assert slope((1000, 3.0), (4000, 48.0)) == 2


def test_an_archive_of_the_demo_is_measured_at_every_stage(capsys: pytest.CaptureFixture[str]) -> None:
    main(Path(__file__).parents[2] / "demo" / "reports", [40, 60])
    *_, table = capsys.readouterr().out.partition("\n | ")
    names = {line.split(" | ")[0] for line in table.splitlines()[1:]}
    assert {"reading", "weighing", "weighing more", "bytes", "ask claims", "ask search", "memory"} <= names


def test_readings_that_are_carried_over_are_found_beside_their_reports(tmp_path: Path) -> None:
    made, archive = tmp_path / "made.jsonl", tmp_path / "a.khabar"
    make(Path(__file__).parents[2] / "demo" / "reports", made, 60, 1, "carried")
    built(archive, made)
    with Archive.to_read(archive) as opened:
        told = list(opened.readings())
        assert len(told) == 60
        assert all(m.end <= len(report.text) for report, reading in told for e in reading.entities for m in e.mentions)
        assert opened.weighed().claims
