"""A page printed into a PDF by a browser of this machine, which shapes Arabic as no other program does."""

import os
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from khabar.errors import CannotPrint
from khabar.shells.cli.packing import packed

_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
_NAMED = "KHABAR_CHROMIUM"
_PATIENCE = 300  # seconds: a dossier of thousands of sentences takes some ten
_ALONE = (
    *("--headless", "--disable-gpu", "--no-first-run", "--disable-extensions", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage"),
    "--host-resolver-rules=MAP * ~NOTFOUND",  # it asks nobody anything
)


def print_page(html: str, output: Path) -> None:
    """Writes the PDF of a page that needs nothing but itself; raises CannotPrint."""
    browser = _browser()
    with TemporaryDirectory() as folder:
        page, made = Path(folder) / "page.html", Path(folder) / "page.pdf"
        page.write_text(html, encoding="utf-8")
        _run([browser, *_options(Path(folder)), f"--print-to-pdf={made}", page.as_uri()])
        if not made.exists():
            raise CannotPrint(f"{browser} wrote nothing")
        output.write_bytes(packed(made.read_bytes()))


def _browser() -> str:
    named = os.environ.get(_NAMED)
    found = next((path for name in ((named,) if named else _BROWSERS) if (path := shutil.which(name))), None)
    if found is None:
        raise CannotPrint(f"there is no browser called {named}" if named else "no Chromium was found on this machine")
    return found


def _options(folder: Path) -> list[str]:
    own = ["--no-pdf-header-footer", "--generate-pdf-document-outline", f"--user-data-dir={folder / 'profile'}"]
    # As root it does not start in its sandbox. The page is ours: it loads nothing and runs only its own few lines.
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return [*_ALONE, *own, *(("--no-sandbox",) if is_root else ())]


def _run(command: list[str]) -> None:
    try:
        subprocess.run(command, check=True, capture_output=True, timeout=_PATIENCE)
    except subprocess.TimeoutExpired:
        raise CannotPrint(f"{command[0]} did not finish in {_PATIENCE} seconds") from None
    except (OSError, subprocess.CalledProcessError) as error:
        raise CannotPrint(f"{command[0]} failed: {error}") from error
