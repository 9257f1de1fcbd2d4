"""`khabar fetch` and `khabar watch`, asked of a site on this machine."""

import json
import sqlite3
from hashlib import sha256
from pathlib import Path

import pytest
from command_line import REPORT, run
from server import Site, page, site

from khabar.shells.cli import fetching

PAGE = f"<html><body><h1>السفينة</h1><p>{REPORT}</p></body></html>"
FEED = f"<rss><channel><title>أخبار</title><item><link>/a</link><description>{REPORT[:30]}</description></item></channel></rss>"


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    with site() as answering:
        answering.replies |= {"/a": page(PAGE, ETag='"1"'), "/feed": page(FEED, kind="text/xml")}
        yield answering


def test_a_page_is_fetched_into_an_archive_once(here: Site, tmp_path: Path) -> None:
    archive, address = tmp_path / "a.khabar", f"{here.address}/a"
    told = run("fetch", address, "--archive", archive, "--allow-private", "--json")
    assert (told.returncode, json.loads(told.stdout)["new"]) == (0, 1)
    again = run("fetch", address, "--archive", archive, "--allow-private", "--json")
    assert (again.returncode, json.loads(again.stdout)["known"]) == (0, 1)
    assert here.asked[-1][1]["If-None-Match"] == '"1"'
    with sqlite3.connect(archive) as database:
        assert database.execute("SELECT url FROM reports").fetchall() == [(address,)]


def proved(archive: Path, raw: Path) -> str:
    facts = archive.with_suffix(".facts")
    assert run("export", "--format", "facts", "--archive", archive, "--output", facts).returncode == 0
    told = run("verify", facts, "--reports", raw, "--json")
    assert told.returncode == 0, told.stdout
    return ", ".join(json.loads(told.stdout)["texts"])


def test_a_page_whose_bytes_are_kept_is_proved(here: Site, tmp_path: Path) -> None:
    archive, raw = tmp_path / "a.khabar", tmp_path / "raw"
    told = run("fetch", f"{here.address}/a", "--archive", archive, "--keep", raw, "--allow-private")
    assert told.returncode == 0
    (file,) = raw.iterdir()
    assert (file.name, file.read_bytes()) == (f"{sha256(PAGE.encode()).hexdigest()}.html", PAGE.encode())
    assert proved(archive, raw) == "the lines of their pages, tags and blanks aside"


def test_items_of_feeds_and_their_pages_are_proved(here: Site, tmp_path: Path) -> None:
    whole = f"<item><guid>2</guid><title>السفينة</title><content:encoded>&lt;p&gt;{REPORT}&lt;/p&gt;</content:encoded></item>"
    ours = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    here.replies["/feed"] = page(FEED.replace("<rss>", f"<rss {ours}>").replace("</channel>", f"{whole}</channel>"))
    archive, raw = tmp_path / "a.khabar", tmp_path / "raw"
    told = run("watch", f"{here.address}/feed", "--archive", archive, "--keep", raw, "--allow-private", "--json")
    assert (told.returncode, json.loads(told.stdout)["new"]) == (0, 2)
    assert proved(archive, raw)


def test_a_folder_that_cannot_be_written_is_named(here: Site, tmp_path: Path) -> None:
    (tmp_path / "raw").write_text("a file", encoding="utf-8")
    command = ("fetch", f"{here.address}/a", "--archive", tmp_path / "a.khabar", "--allow-private")
    told = run(*command, "--keep", tmp_path / "raw")
    assert told.returncode == 1
    assert str(tmp_path / "raw") in told.stderr
    assert "Traceback" not in told.stderr


def test_a_private_address_is_refused_with_what_to_do(here: Site, tmp_path: Path) -> None:
    told = run("fetch", f"{here.address}/a", "--archive", tmp_path / "a.khabar")
    assert told.returncode == 1
    assert "--allow-private" in told.stderr
    assert here.asked == []


def test_a_list_of_feeds_is_watched_and_a_second_look_finds_nothing_new(here: Site, tmp_path: Path) -> None:
    listed = tmp_path / "feeds.txt"
    listed.write_text(f"{here.address}/feed\n")
    asked = ("watch", listed, "--archive", tmp_path / "a.khabar", "--allow-private", "--json")
    assert json.loads(run(*asked).stdout)["new"] == 1
    assert sum(json.loads(run(*asked).stdout).values()) == 0
    assert here.paths() == ["/feed", "/a", "/feed"]


def test_watching_goes_on_until_it_is_stopped(here: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pauses: list[float] = []

    def sleep(seconds: float) -> None:
        pauses.append(seconds)
        if len(pauses) == 2:
            raise KeyboardInterrupt

    monkeypatch.setattr(fetching.time, "sleep", lambda seconds: sleep(seconds) if seconds > 60 else None)
    with pytest.raises(KeyboardInterrupt):
        fetching.watch(
            [f"{here.address}/feed"],
            fetching.Going(tmp_path / "a.khabar", manners=fetching.Manners(allow_private=True, pause=0.0)),
            900.0,
            pages=False,
        )
    assert pauses == [900.0, 900.0]


@pytest.mark.parametrize("content", [None, "كلام"])
def test_what_is_no_list_of_feeds_is_told_with_what_to_do(tmp_path: Path, content: str | None) -> None:
    listed = tmp_path / "feeds.opml"
    if content:
        listed.write_text(content)
    told = run("watch", listed, "--archive", tmp_path / "a.khabar")
    assert told.returncode == 1
    assert "OPML" in told.stderr
    assert not (tmp_path / "a.khabar").exists()


@pytest.mark.parametrize("every", ["0s", "1", "x", "30s"])
def test_a_pause_that_is_none_or_too_short_is_refused(tmp_path: Path, every: str) -> None:
    assert run("watch", "https://example.org/", "--every", every, "--archive", tmp_path / "a").returncode == 2
