"""What a person says of a stance reaches every claim in which the saying stands, whatever its words seem to say."""

from pathlib import Path

import pytest

from khabar.builds import build
from khabar.shells.reviewing import Word, correct
from khabar.store.archive import Archive
from khabar.values.correction import Ruling
from khabar.values.report import Report

TEXT = (
    "قال وزير النقل العراقي إن الجسر أُغلق. وقال مدير الميناء إن السفن غادرت الميناء، وإن الرصيف تضرر."
    " ونفت وزارة الدفاع العراقية قصف الميناء. ووصف المتحدث باسم الحكومة العراقية هذه الأنباء بأنها كاذبة."
)


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "r.khabar"
    with Archive.to_write(path) as opened:
        build(opened, [Report("r", TEXT, "1" * 64, "الأهرام", None, None, None, None)], workers=1)
    return path


@pytest.mark.parametrize("stance", ["asserts", "denies"])
def test_every_position_in_a_saying_takes_the_stance_that_a_person_gave_it(archive: Path, stance: str) -> None:
    with Archive.to_read(archive) as opened:
        reading = opened.reading("r")
    assert reading is not None
    assert len(reading.attributions) >= 3
    for saying in reading.attributions:
        correct(archive, f"r#{saying.id}", Ruling.STANCE, stance, Word("ليلى"))
        with Archive.to_read(archive) as opened:
            said = [
                position.stance
                for claim in opened.weighed().claims
                for position in claim.positions
                if saying.content.start <= position.passage.span.start < saying.content.end
            ]
        assert set(said) <= {stance}, saying
