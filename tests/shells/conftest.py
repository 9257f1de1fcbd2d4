"""A folder of two reports, and an archive of them."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from command_line import REPORT, SAME_MATTER, run
from served import serving


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    where = tmp_path_factory.mktemp("reports")
    for own_id, text, day in (("b", SAME_MATTER, "2024-06-20"), ("a", REPORT, "2024-06-18")):
        record = {"id": own_id, "outlet": f"صحيفة {own_id}", "published": day, "text": text}
        (where / f"{own_id}.json").write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")
    return where


@pytest.fixture(scope="session")
def archive(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("archive") / "a.khabar"
    built = run("build", folder, "--archive", path)
    assert built.returncode == 0
    assert built.stdout == f"{path}: 2 reports read\n"
    assert built.stderr == ""
    return path


@pytest.fixture(scope="module")
def port(archive: Path) -> Iterator[int]:
    with serving(archive) as (address, _):
        found = re.search(r":(\d+)/", address)
        assert found
        yield int(found[1])
