"""Takes the pictures of docs/pictures from the demo's pages: `make pictures`. Needs the dev extra and a Chromium."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parent.parent
PICTURES = ROOT / "docs" / "pictures"
WIDTH, HEIGHT = 1180, 820  # pixels
VIEWS = {
    "start": "/ar",
    "claim": "/ar/claims?verdict=disputed",  # its first
    "report": "/ar/reports/treaty-2024-06-20",
    "timeline": "/ar/timeline?all=1&undated=1",
    "exchanges": "/ar/exchanges",
    "relations": "/ar/relations?of=روسيا",
    "map": "/en/map",
    "contradictions": "/ar/contradictions",
}


def main(archive: str) -> None:
    """One picture a view."""
    command = [sys.executable, "-c", "from khabar.shells.cli import main; main()", "serve", "--port", "0"]
    with subprocess.Popen([*command, "--archive", archive], stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        told = re.search(r"http://\S+", server.stdout.readline())
        assert told
        _take(told[0].rstrip("/"))
        server.terminate()


def _take(address: str) -> None:
    PICTURES.mkdir(exist_ok=True)
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    with sync_playwright() as running:
        browser = running.chromium.launch(executable_path=found, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
        for name, view in VIEWS.items():
            page.goto(address + view)
            if name == "claim":
                page.locator(".line h3 a").first.click()
                page.wait_for_load_state()
            if name == "report":
                page.locator(".text mark.saying").first.click()
            page.screenshot(path=PICTURES / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1])
