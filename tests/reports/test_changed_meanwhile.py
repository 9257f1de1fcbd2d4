"""Files that are cut, replaced, lengthened or taken away while they are read: the others are read, and each is named."""

import json
import os
import random
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from khabar.builds import build
from khabar.reports.intake import reports_in
from khabar.store.archive import Archive
from khabar.values.report import Report, Unreadable

LINES = 200  # of more bytes than are read at once
Change = Callable[[Path], object]


def sentence(of: str) -> str:
    return f"أعلنت بلدية المرج في بيانها {of} أن السوق يفتح صباحا."


def line(of: str) -> str:
    return json.dumps({"id": of, "text": sentence(of) * 20}) + "\n"


def replaced(path: Path, text: str) -> None:
    (new := path.with_name("new.part")).write_text(text, encoding="utf-8")
    os.replace(new, path)


def lengthened(path: Path, text: str) -> None:
    with path.open("a", encoding="utf-8") as file:
        file.write(text)


def in_place_of(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


# What happens to a file of one report before it is opened, and why none comes of it; empty: one comes.
BEFORE: dict[str, tuple[Change, str]] = {
    "deleted": (Path.unlink, "there is no such file"),
    "cut": (lambda path: os.truncate(path, 0), "empty"),
    "replaced": (lambda path: replaced(path, sentence("another")), ""),
    "lengthened": (lambda path: lengthened(path, sentence("more")), ""),
    "a pipe": (in_place_of, "neither a file nor a folder"),
}
# What happens to a file of many lines after its first; why not all came, and how many came at least.
MEANWHILE: dict[str, tuple[Change, str, int]] = {
    "deleted": (Path.unlink, "", LINES),
    "cut to nothing": (lambda path: os.truncate(path, 0), "it was cut while it was read", 1),
    "cut behind a line": (lambda path: os.truncate(path, len(line("a100")) * 150), "it was cut while it was read", 100),
    "cut in a line": (
        lambda path: os.truncate(path, len(line("a100")) * 150 + 30),
        "it was cut while it was read",
        100,
    ),
    "replaced": (lambda path: replaced(path, line("another")), "", LINES),
    "lengthened": (lambda path: lengthened(path, line("more")), "", LINES + 1),
}


def items_with(folder: Path, change: Change, path: Path) -> Iterator[Report | Unreadable]:
    """All that lies in a folder, of which a file is changed once the first item has come."""
    items = reports_in([folder])
    yield next(items)
    change(path)
    yield from items


def built(folder: Path, change: Change, path: Path) -> tuple[list[str], list[str]]:
    """The ids of what a build keeps, and the reasons why the rest was set aside."""
    with Archive.to_write(folder.parent / "a.khabar") as archive:
        build(archive, items_with(folder, change, path), workers=1)
        return [report.text for report in archive.reports()], [
            f"{one.source}: {one.reason}" for one in archive.unreadable()
        ]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    where = tmp_path / "reports"
    where.mkdir()
    return where


@pytest.mark.parametrize("what", BEFORE)
def test_a_file_that_changes_before_its_turn_costs_no_other(folder: Path, what: str) -> None:
    for name in "abc":
        (folder / f"{name}.txt").write_text(sentence(name), encoding="utf-8")
    change, reason = BEFORE[what]
    texts, reasons = built(folder, change, folder / "b.txt")
    assert {sentence("a"), sentence("c")} <= set(texts)
    assert len(texts) == (2 if reason else 3)
    assert len(reasons) == (1 if reason else 0)
    assert all(str(folder / "b.txt") in told and reason in told for told in reasons)


@pytest.mark.parametrize("what", MEANWHILE)
def test_a_file_that_changes_while_it_is_read_says_so_where_anything_is_lost(folder: Path, what: str) -> None:
    path = folder / "a.jsonl"
    path.write_text("".join(line(f"a{n + 100}") for n in range(LINES)), encoding="utf-8")
    (folder / "b.txt").write_text(sentence("b"), encoding="utf-8")
    change, reason, least = MEANWHILE[what]
    items = list(items_with(folder, change, path))
    lost = [item for item in items if isinstance(item, Unreadable)]
    came = [item.text for item in items if isinstance(item, Report)]
    assert sentence("b") in came
    assert len(came) - 1 >= least
    assert bool(lost) == bool(reason)
    assert not reason or any(item.source == str(path) and reason in item.reason for item in lost)


@pytest.mark.parametrize("at", ["before", "meanwhile"])
def test_a_zip_file_that_is_cut_names_what_is_lost(folder: Path, at: str) -> None:
    path, letters = folder / "b.zip", random.Random(7)
    with zipfile.ZipFile(path, "w") as packed:
        for n in range(20):
            packed.writestr(f"{n + 10}.txt", sentence(str(n)) + "".join(letters.choices("ابتثجح ", k=20_000)))
    (folder / ("a.txt" if at == "before" else "c.txt")).write_text(sentence("other"), encoding="utf-8")
    (folder / "d.txt").write_text(sentence("d"), encoding="utf-8")
    items = list(items_with(folder, lambda path: os.truncate(path, path.stat().st_size // 2), path))
    lost = [item for item in items if isinstance(item, Unreadable)]
    came = [item.text for item in items if isinstance(item, Report)]
    assert {sentence("other"), sentence("d")} <= set(came)
    assert lost
    assert all(item.source.startswith(str(path)) and not item.reason.endswith(": ") for item in lost)
    assert at == "before" or len(lost) + len(came) == 22


def test_a_mailbox_that_is_cut_while_it_is_read_says_so(folder: Path) -> None:
    path = folder / "a.mbox"
    mail = "From a Mon Jan  1 00:00:00 2024\nFrom: a@example.org\nSubject: x\n\n{}\n\n".format
    path.write_text("".join(mail(sentence(str(n)) * 20) for n in range(LINES)), encoding="utf-8")
    items = list(items_with(folder, lambda path: os.truncate(path, path.stat().st_size // 2), path))
    assert any(isinstance(item, Unreadable) and "it was cut while it was read" in item.reason for item in items)
