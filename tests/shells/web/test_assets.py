"""The map and the fonts that ship are those that assets/ makes, to the byte."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
ASSETS = ROOT / "assets"
STATIC = ROOT / "src" / "khabar" / "shells" / "web" / "static"
FONTS = ("noto-naskh-arabic", "noto-sans-arabic")
MADE = (
    *("world.svg", "world.licence.txt"),
    *(f"fonts/{font}.{ending}" for font in FONTS for ending in ("woff2", "licence.txt")),
)


@pytest.mark.skipif(
    not (shutil.which("npm") and (ASSETS / "node_modules").exists()), reason="needs npm: run `make assets` first"
)
def test_what_ships_is_what_is_made(tmp_path: Path) -> None:
    subprocess.run(
        ["npm", "run", "--silent", "build"],
        cwd=ASSETS,
        env={**os.environ, "ASSETS_TO": f"{tmp_path.as_uri()}/"},
        check=True,
        capture_output=True,
        timeout=120,
    )
    made = sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file())
    assert made == sorted(MADE)
    differing = [name for name in made if (tmp_path / name).read_bytes() != (STATIC / name).read_bytes()]
    assert differing == [], "run `make assets` and commit what it made"
