"""Several processes weigh as one does, to the byte."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from archive_rows import rows_of
from khabar import weighers
from khabar.builds import build
from khabar.store.archive import Archive
from khabar.versions import Reader, reader
from khabar.workers import hands
from steps import Read, demo_read


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many processes were asked to work, each time any were."""
    found: list[int] = []
    usual = hands.done_by_hands

    def noting(*given: Any) -> Iterator[Any]:
        *_, number, _ = given
        found.append(number)
        return usual(*given)

    monkeypatch.setattr(hands, "done_by_hands", noting)
    return found


def weighed_by(path: Path, read: list[Read], workers: int) -> dict[str, list[str]]:
    readings = {report.sha256: reading for report, reading in read}
    by = Reader(reader(), lambda report: readings[report.sha256], shared=False)
    with Archive.to_write(path) as archive:
        build(archive, (report for report, _ in read), workers, by=by)
    assert [file.name for file in path.parent.glob(f"{path.name}-*")] == []  # nobody holds it any more
    return rows_of(path)


def test_any_number_of_processes_makes_the_same_archive(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, asked: list[int]
) -> None:
    read = demo_read()
    alone = weighed_by(tmp_path / "1.khabar", read, 1)
    assert asked == []
    monkeypatch.setattr(weighers, "_FEW", 1)
    monkeypatch.setattr(weighers, "telling_of", None)  # whoever tells a story in this process cannot
    assert weighed_by(tmp_path / "2.khabar", read, 2) == alone
    assert weighed_by(tmp_path / "3.khabar", read, 3) == alone
    assert asked == [2, 2, 3, 3]  # digests, and stories


def test_a_handful_of_stories_is_not_worth_a_process(tmp_path: Path, asked: list[int]) -> None:
    weighed_by(tmp_path / "few.khabar", demo_read(), 2)
    assert asked == []
