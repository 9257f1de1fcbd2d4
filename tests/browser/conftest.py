"""A real browser before a real server with the demo's archive."""

import os
import re
import shutil
import subprocess
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright, sync_playwright

from khabar.builds import build
from khabar.reports.intake import reports_in
from khabar.reports.told import Told
from khabar.store.archive import Archive

DEMO = Path(__file__).parents[2] / "demo" / "reports"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
WIDTHS = (1280, 390)  # pixels: a desk and a phone


def _browser() -> str | None:
    """The browser that is installed; None: there is none."""
    named = os.environ.get("KHABAR_CHROMIUM")
    return named or next((found for name in BROWSERS if (found := shutil.which(name))), None)


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    path = tmp_path_factory.mktemp("browser") / "demo.khabar"
    with Archive.to_write(path) as archive:
        build(archive, reports_in([DEMO], Told()), workers=1)
    command = [sys.executable, "-c", "from khabar.shells.cli import main; main()", "serve"]
    with subprocess.Popen([*command, "--archive", path, "--port", "0"], stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        told = re.search(r"http://\S+", server.stdout.readline())
        assert told
        yield told[0].rstrip("/")
        server.terminate()


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    found = _browser()
    if found is None:
        warnings.warn(
            "NO BROWSER: install Chromium, or name it in KHABAR_CHROMIUM; the pages were NOT tried", stacklevel=1
        )
        pytest.skip("no Chromium on this machine")
    running = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
    yield running
    running.close()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A page that may load nothing from elsewhere and must not complain."""
    context = browser.new_context(base_url=address, viewport={"width": WIDTHS[0], "height": 900})
    opened = context.new_page()
    complaints: list[str] = []
    elsewhere: list[str] = []
    opened.on("console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None)
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on("request", lambda asked: None if asked.url.startswith(address) else elsewhere.append(asked.url))
    yield opened
    context.close()
    assert complaints == []
    assert elsewhere == []
