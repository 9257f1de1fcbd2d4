"""An archive that was built on a cluster is the one that is built here, whatever happened on the way."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from standing import exports_of, standing_in

from khabar import builds
from khabar.builds import Built, build
from khabar.cluster.building import Cluster, build_on
from khabar.cluster.intake import Intake, placed
from khabar.cluster.parts import Parts
from khabar.cluster.rows import Row
from khabar.cluster.spark import session
from khabar.cluster.tables import Tables
from khabar.errors import ClusterFails, NothingToRead
from khabar.reports.intake import reports_in
from khabar.store.archive import Archive
from khabar.values.correction import Corrected, Correction, Ruling
from khabar.values.place import Server
from khabar.values.reading import Reading
from khabar.values.reason import Passage
from khabar.values.report import Unreadable
from khabar.values.weighed import Weighed
from khabar.workers.bounds import Bounds

pytestmark = pytest.mark.usefixtures("spark")
DEMO = Path(__file__).parents[2] / "demo" / "reports"
BOUNDS = Bounds(seconds=1, waiting=1000)  # of work, however busy the machine is


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Reports, one of them twice, one in no language that is read, one that takes too long, and a file that is none."""
    folder = tmp_path_factory.mktemp("reports")
    for file in sorted(DEMO.glob("*.json"))[:8]:
        shutil.copy(file, folder)
    shutil.copy(next(DEMO.glob("*.json")), folder / "again.json")
    (folder / "french.txt").write_text("Le ministre a déclaré lundi que le navire avait atteint le port.", "utf-8")
    (folder / "long.txt").write_text("قال الوزير إن السفينة وصلت إلى الميناء أمس. " * 20_000, "utf-8")
    (folder / "none.json").write_text('{"text": ', "utf-8")
    return folder


@pytest.fixture(scope="module")
def here(reports: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Built, Path]:
    """The archive that this machine builds of them."""
    path = tmp_path_factory.mktemp("here") / "a.khabar"
    with Archive.to_write(path) as archive:
        return build(archive, reports_in([reports]), 1, bounds=BOUNDS), path


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.to_write(tmp_path / "a.khabar") as archive:
        yield archive


def cluster_in(folder: Path, per_round: int = 20_000) -> Cluster:
    return Cluster("local[2,4]", str(folder / "parts"), per_round)


def unreadable_in(path: Path) -> tuple[Unreadable, ...]:
    with Archive.to_read(path) as archive:
        return archive.unreadable()


def weighed_in(path: Path) -> Weighed:
    with Archive.to_read(path) as archive:
        return archive.weighed()


def keys_read(spark: Any, folder: Path) -> list[str]:
    return keys_in(spark, folder, "read")


def keys_in(spark: Any, folder: Path, table: str) -> list[str]:
    return [row.key for row in spark.read.parquet(str(folder / "parts" / table)).select("key").collect()]


def test_the_archive_is_the_same_as_if_it_was_built_here(
    spark: Any, here: tuple[Built, Path], reports: Path, tmp_path: Path, archive: Archive
) -> None:
    built = build_on(cluster_in(tmp_path), archive, [str(reports)], bounds=BOUNDS)
    assert built == here[0] == Built(new=9, twice=1, unread=1, unreadable=2)
    assert standing_in(tmp_path / "a.khabar") == standing_in(here[1])
    assert unreadable_in(tmp_path / "a.khabar") == unreadable_in(here[1])
    stories = [story.id for story in weighed_in(here[1]).stories]
    assert len(keys_in(spark, tmp_path, "told")) == len(stories) > 1
    again = build_on(cluster_in(tmp_path), archive, [str(reports)], bounds=BOUNDS)
    assert again == Built(known=10, twice=1, unreadable=1)


def test_an_archive_on_a_server_is_built_the_same(
    here: tuple[Built, Path], reports: Path, tmp_path: Path, schema: Callable[[], Server]
) -> None:
    with Archive.to_write(schema()) as archive:
        assert build_on(cluster_in(tmp_path), archive, [str(reports)], bounds=BOUNDS) == here[0]
        assert exports_of(archive) == standing_in(here[1]).exports


def test_what_the_cluster_has_not_read_as_it_stands_is_lent_to_it(
    spark: Any, here: tuple[Built, Path], tmp_path: Path
) -> None:
    paths = [Path(shutil.copy(here[1], tmp_path / name)) for name in ("here.khabar", "there.khabar")]
    more = [str(sorted(DEMO.glob("*.json"))[9])]
    for path in paths:
        with Archive.to_write(path) as archive:
            read = next(reading for _, reading in archive.readings() if reading.attributions)
            passage = Passage(read.report_id, read.attributions[0].content)
            archive.keep_correction(Correction(Corrected.SAYING, passage, Ruling.WRONG, "س", "2024-06-18"))
            if path == paths[0]:
                assert build(archive, reports_in(map(Path, more)), 1) == Built(new=1)
            else:
                assert build_on(cluster_in(tmp_path), archive, more) == Built(new=1)
    assert standing_in(paths[1]) == standing_in(paths[0])
    assert len(keys_in(spark, tmp_path, "read")) == 1
    assert spark.read.parquet(str(tmp_path / "parts" / "lent")).count() > 0


def test_a_build_that_was_stopped_reads_nothing_anew(
    spark: Any, here: tuple[Built, Path], reports: Path, tmp_path: Path, archive: Archive
) -> None:
    class Stopping:
        def counted(self, stage: str, built: Built) -> None:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build_on(cluster_in(tmp_path, per_round=4), archive, [str(reports)], watcher=Stopping(), bounds=BOUNDS)
    before = keys_read(spark, tmp_path)
    assert 0 < len(before) < 10
    assert build_on(cluster_in(tmp_path), archive, [str(reports)], bounds=BOUNDS) == here[0]
    after = keys_read(spark, tmp_path)
    assert set(before) < set(after)
    assert len(after) == len(set(after)) == 10
    assert standing_in(tmp_path / "a.khabar") == standing_in(here[1])


def test_what_another_version_read_is_read_again(
    here: tuple[Built, Path], reports: Path, tmp_path: Path, archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(builds, "reader", lambda: "an earlier version")
        patch.setattr(builds, "read", lambda report: Reading(report.id, "an earlier version", "ar"))
        build(archive, reports_in([reports]), 1)
    one = next(reports.glob("*.json"))
    assert build_on(cluster_in(tmp_path), archive, [str(one)], bounds=BOUNDS) == Built(again=9, unread=1, unreadable=1)
    assert standing_in(tmp_path / "a.khabar").exports == standing_in(here[1]).exports


def test_files_in_a_store_are_read_by_their_addresses(
    here: tuple[Built, Path], reports: Path, tmp_path: Path, archive: Archive
) -> None:
    addresses = [reports.as_uri(), f"{reports.as_uri()}/missing"]
    built = build_on(cluster_in(tmp_path), archive, addresses, bounds=BOUNDS)
    assert built == Built(new=9, twice=1, unread=1, unreadable=3)
    assert standing_in(tmp_path / "a.khabar") == standing_in(here[1])


def test_a_machine_that_cannot_go_on_is_told_of_in_words(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("قال الوزير إن السفينة وصلت.", encoding="utf-8")
    found = placed(0, str(tmp_path / "a.txt"), None)
    with pytest.raises(ClusterFails, match="a machine of the cluster has Khabar .* begun by another"):
        read_by_another_version(found, tmp_path / "parts")


def read_by_another_version(found: Row, folder: Path) -> None:
    with session("local[2,4]") as spark:
        parts = Parts(Tables(spark, str(folder)), 100)
        parts.take_in([found], Intake())
        parts.read((), BOUNDS, "another", lambda done: None)


def test_nothing_to_read_is_said(tmp_path: Path, archive: Archive) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(NothingToRead):
        build_on(cluster_in(tmp_path), archive, [str(tmp_path / "empty")])
