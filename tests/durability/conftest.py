"""A handful of reports, what is concluded from them where nothing goes wrong, and a disk that fails when told to."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from disks import Disk
from standing import Standing, standing_in

from khabar.builds import build
from khabar.reports.intake import reports_in
from khabar.store.archive import Archive

DEMO = Path(__file__).parents[2] / "demo" / "reports"
_FIRST, _ALL = 3, 6


@pytest.fixture(scope="session")
def shim(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shim, compiled."""
    compiler = shutil.which("cc")
    if compiler is None:
        pytest.skip("no C compiler here: disks cannot be made to fail")
    made = tmp_path_factory.mktemp("shim") / "disk.so"
    source = Path(__file__).with_name("disk.c")
    built = subprocess.run([compiler, "-shared", "-fPIC", "-w", "-o", made, source, "-ldl"], capture_output=True)
    if built.returncode:
        pytest.skip("the shim does not compile here: disks cannot be made to fail")
    return made


@pytest.fixture
def disk(shim: Path, tmp_path: Path) -> Disk:
    """The folder `disk`."""
    (tmp_path / "disk").mkdir()
    return Disk(shim, tmp_path / "disk")


@pytest.fixture(scope="session")
def some(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Some reports."""
    return _copied(tmp_path_factory.mktemp("some"), _FIRST)


@pytest.fixture(scope="session")
def all_of_them(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """These and others."""
    return _copied(tmp_path_factory.mktemp("all"), _ALL)


def _copied(folder: Path, number: int) -> Path:
    for file in sorted(DEMO.glob("*.json"))[:number]:
        shutil.copy(file, folder)
    return folder


Built = Callable[[Path], Path]


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Makes an archive of a folder's reports, once for each folder; it is to be copied."""
    made: dict[Path, Path] = {}

    def build_one(reports: Path) -> Path:
        if reports not in made:
            made[reports] = tmp_path_factory.mktemp("built") / "a.khabar"
            with Archive.to_write(made[reports]) as archive:
                build(archive, reports_in([reports]), 1)
        return made[reports]

    return build_one


@pytest.fixture(scope="session")
def first(built: Built, some: Path) -> Standing:
    """What stands in the archive of some reports."""
    return standing_in(built(some))


@pytest.fixture(scope="session")
def whole(built: Built, all_of_them: Path) -> Standing:
    """What stands in the archive of all."""
    return standing_in(built(all_of_them))
