"""Runs what docs/ says to type on the demo, and names the lines that are not printed any more: `make examples`."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parent.parent
PAGES = (*sorted((ROOT / "docs").rglob("*.md")), ROOT / "README.md", ROOT / "README.ar.md")
BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)
LEFT_OUT = "…"  # what stands for anything, in a line or as one
# Commands that wait for somebody, open connections, or say when and how fast.
NOT_RUN = re.compile(
    r"khabar (serve|mcp|fetch|watch|speed|same|different|correct|review|recover)\b|postgresql:|--reader"
)


@dataclass(frozen=True, slots=True)
class Example:
    """A command as a page shows it, with what it says is printed."""

    page: Path
    command: str
    lines: tuple[str, ...]


def main() -> int:
    """1 if a page shows what is not printed."""
    stale = 0
    with TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "demo", Path(folder) / "demo")
        for page in PAGES:
            (Path(folder) / "demo.khabar").unlink(missing_ok=True)
            stale += sum(_is_stale(example, Path(folder)) for example in _examples_in(page))
    print(f"{stale} commands print something else" if stale else "every command prints what its page shows")
    return int(bool(stale))


def _is_stale(example: Example, folder: Path) -> bool:
    """Whether it prints something else; then it says what is gone."""
    gone = _gone(example, _printed(example.command, folder))
    if gone:
        print(f"{example.page.relative_to(ROOT)}: $ {example.command}", *gone, sep="\n    ")
    return bool(gone)


def _examples_in(page: Path) -> Iterator[Example]:
    """Those on the demo's reports that show what they print."""
    for block in BLOCK.findall(page.read_text(encoding="utf-8")):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, *lines = part.rstrip().split("\n")
            if (
                lines
                and re.search(r"\bdemo\b", command)
                and command.startswith("khabar ")
                and not NOT_RUN.search(command)
            ):
                yield Example(page, command, tuple(lines))


def _printed(command: str, folder: Path) -> list[str]:
    """What it prints where the archive holds the demo's reports and nobody has judged of them."""
    if "--archive demo.khabar" in command and not (folder / "demo.khabar").exists() and " build " not in command:
        _run("khabar build demo/reports --archive demo.khabar", folder).check_returncode()
    done = _run(command, folder)
    return [line.rstrip() for line in (done.stdout + done.stderr).splitlines()]


def _run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Types it in a shell that knows this environment's khabar."""
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    env = {**os.environ, "PATH": path}
    return subprocess.run(command, check=False, shell=True, cwd=folder, env=env, capture_output=True, text=True)


def _gone(example: Example, printed: list[str]) -> list[str]:
    """The lines that the page shows and the command does not print."""
    return [line for line in example.lines if line.strip() not in ("", LEFT_OUT) and not _is_there(line, printed)]


def _is_there(line: str, printed: list[str]) -> bool:
    form = re.escape(line.rstrip()).replace(LEFT_OUT, ".*")
    return line.rstrip() in printed or any(re.fullmatch(form, one) for one in printed)


if __name__ == "__main__":
    sys.exit(main())
