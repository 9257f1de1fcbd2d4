"""A page printed by a browser, where there is none, and where it fails."""

from pathlib import Path

import pytest

from khabar.errors import CannotPrint
from khabar.shells.cli.paper import print_page


def browser(folder: Path, lines: str) -> Path:
    """A program that is run in a browser's place."""
    path = folder / "browser"
    path.write_text(f"#!/bin/sh\n{lines}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def test_without_a_browser_it_is_said_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KHABAR_CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(CannotPrint, match=r"no Chromium was found(?s:.*)open it in any browser and print it"):
        print_page("<p>", tmp_path / "a.pdf")
    monkeypatch.setenv("KHABAR_CHROMIUM", "nowhere/chrome")
    with pytest.raises(CannotPrint, match="no browser called nowhere/chrome"):
        print_page("<p>", tmp_path / "a.pdf")


@pytest.mark.parametrize(("lines", "said"), [("exit 3", "exit status 3"), ("exit 0", "wrote nothing")])
def test_a_browser_that_fails_leaves_nothing_half_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lines: str, said: str
) -> None:
    monkeypatch.setenv("KHABAR_CHROMIUM", str(browser(tmp_path, lines)))
    with pytest.raises(CannotPrint, match=said):
        print_page("<p>", tmp_path / "a.pdf")
    assert not (tmp_path / "a.pdf").exists()


def test_the_browser_asks_nobody_and_its_page_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = 'for one; do case "$one" in --print-to-pdf=*) echo "$@" > "${one#*=}";; esac; done'
    monkeypatch.setenv("KHABAR_CHROMIUM", str(browser(tmp_path, write)))
    print_page("<p>", tmp_path / "a.pdf")
    assert "--host-resolver-rules=MAP * ~NOTFOUND" in (tmp_path / "a.pdf").read_text(encoding="utf-8")
