"""One who asks for the pages of an archive as a browser on this machine does."""

from datetime import date
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag

from starlette.testclient import TestClient

from khabar.builds import build
from khabar.shells.web.app import application
from khabar.shells.web.settings import Settings
from khabar.store.archive import Archive
from khabar.values.report import Report


def reader_of(archive: Path, **settings: Any) -> TestClient:
    app = application(Settings(archive, **settings))
    return TestClient(app, base_url="http://localhost", follow_redirects=False, raise_server_exceptions=False)


def archive_of(path: Path, *texts: str, outlet: str = "صحيفة المرسى") -> Path:
    """An archive of reports with these texts, one a day."""
    reports = [
        Report(f"r{n}", text, sha256(text.encode()).hexdigest(), outlet, published=date(2024, 6, n))
        for n, text in enumerate(texts, start=1)
    ]
    with Archive.to_write(path) as archive:
        build(archive, reports, workers=1)
    return path


class Page(HTMLParser):
    """What a page leads to and what it holds."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: set[str] = set()
        self.loads: set[str] = set()
        self.scripts_within = 0
        self.ids: list[str] = []
        self.words = ""
        self.attributes: dict[str, dict[str, str | None]] = {}
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.attributes[tag] = given
        if given.get("id"):
            self.ids.append(given["id"] or "")
        if tag == "a":
            self.links.add(urldefrag(given.get("href") or "").url)
        if tag in ("script", "img", "link", "iframe", "object"):
            self.loads.add(given.get("src") or given.get("href") or given.get("data") or "")
            self.scripts_within += tag == "script" and "src" not in given
        self.scripts_within += sum(name.startswith("on") or name == "style" for name in given)

    def handle_data(self, data: str) -> None:
        self.words += data

    @property
    def own_links(self) -> set[str]:
        return {link for link in self.links if link.startswith("/")}
