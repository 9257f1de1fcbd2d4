"""Files and folders that cannot be read: each is kept with its reason, and nothing stops the rest."""

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from reports_samples import STORY, refusal_of

from khabar.reports.folders import files_under
from khabar.reports.found import Found
from khabar.reports.intake import reports_in
from khabar.values.report import Report, Unreadable

Put = Callable[[str, bytes | str], Path]


@pytest.mark.parametrize("content", [b"", b" \r\n\t\n", b"\xef\xbb\xbf", b"\0" * 64])
def test_an_empty_file_is_unreadable(put: Put, content: bytes) -> None:
    assert refusal_of(put("a.txt", content)).startswith("empty")


@pytest.mark.parametrize("name", ["a.json", "a.jsonl", "a.html"])
def test_an_empty_file_of_any_kind_is_unreadable(put: Put, name: str) -> None:
    assert "empty" in refusal_of(put(name, b""))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, "a picture"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "a PDF that cannot be read"),
        (bytes(range(256)) * 40, "binary"),
        (b"\x7fELF\x02\x01\x01" + b"\0" * 90, "a program"),
        (bytes((7 * i * i + 13 * i) % 256 for i in range(9000)), ""),
    ],
)
def test_a_binary_file_is_unreadable_and_the_reason_says_what_it_is(put: Put, content: bytes, said: str) -> None:
    assert said in refusal_of(put("a.txt", content))


def test_the_same_report_twice_comes_through_twice_with_one_hash(put: Put, tmp_path: Path) -> None:
    put("a.txt", STORY)
    put("b/c.txt", STORY)
    first, second = reports_in([tmp_path])
    assert first.sha256 == second.sha256 == hashlib.sha256(STORY.encode()).hexdigest()


@pytest.mark.skipif(os.geteuid() == 0, reason="whoever runs this may read everything")
def test_a_file_without_the_right_to_read_it_is_refused(put: Put) -> None:
    path = put("a.txt", STORY)
    path.chmod(0)
    assert "may not be read" in refusal_of(path)


def test_a_file_that_the_system_refuses_stops_nothing(
    put: Put, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put("a.txt", STORY)
    put("b.txt", STORY)
    really = os.open

    def refusing(path: str | Path, *args: int) -> int:
        if Path(path).name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return really(path, *args)

    monkeypatch.setattr(os, "open", refusing)
    first, second = reports_in([tmp_path])
    assert isinstance(first, Unreadable)
    assert "may not be read" in first.reason
    assert isinstance(second, Report)


def test_a_folder_that_links_to_itself_is_read_once(put: Put, tmp_path: Path) -> None:
    put("a/b/c.txt", STORY)
    (tmp_path / "a" / "b" / "up").symlink_to(tmp_path / "a", target_is_directory=True)
    report, loop = reports_in([tmp_path])
    assert isinstance(report, Report)
    assert isinstance(loop, Unreadable)
    assert "lies in" in loop.reason


def test_links_that_lead_nowhere_or_to_themselves_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    (tmp_path / "c").symlink_to(tmp_path / "nowhere")
    assert [type(item) for item in reports_in([tmp_path])] == [Unreadable] * 3


def test_a_missing_path_is_refused_and_the_next_one_is_read(put: Put, tmp_path: Path) -> None:
    missing, found = reports_in([tmp_path / "none.txt", put("a.txt", STORY)])
    assert isinstance(missing, Unreadable)
    assert "no such file" in missing.reason
    assert isinstance(found, Report)


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "a pipe" in refusal_of(tmp_path)


def test_a_pipe_in_the_place_of_a_side_file_is_not_waited_for(put: Put, tmp_path: Path) -> None:
    put("a.txt", STORY)
    os.mkfifo(tmp_path / "a.meta.json")
    (report,) = reports_in([tmp_path])
    assert isinstance(report, Report)
    assert "a pipe" in (report.note or "")


def test_a_file_that_becomes_a_pipe_after_it_was_found_is_not_waited_for(put: Put, tmp_path: Path) -> None:
    put("a.txt", STORY)
    (found,) = files_under([tmp_path])
    assert isinstance(found, Found)
    (tmp_path / "a.txt").unlink()
    os.mkfifo(tmp_path / "a.txt")
    with pytest.raises(OSError, match="a pipe"):
        found.open()


@pytest.mark.skipif(not Path("/proc/self/mounts").exists(), reason="no files without a size here")
def test_what_the_system_makes_up_as_it_is_read_is_taken_for_empty() -> None:
    assert refusal_of(Path("/proc/self/mounts")).startswith("empty")


def test_a_link_leads_no_further_than_the_folder(put: Put, tmp_path: Path) -> None:
    put("own/diary.txt", STORY)
    put("packed/a.txt", STORY)
    (tmp_path / "packed" / "b.txt").symlink_to("a.txt")
    (tmp_path / "packed" / "c.txt").symlink_to(tmp_path / "own" / "diary.txt")
    (tmp_path / "packed" / "d").symlink_to(tmp_path / "own", target_is_directory=True)
    inside, again, file, folder = reports_in([tmp_path / "packed"])
    assert isinstance(inside, Report)
    assert isinstance(again, Report)
    for refused in (file, folder):
        assert isinstance(refused, Unreadable)
        assert "leads out of the folder" in refused.reason


def test_a_folder_that_is_named_by_a_link_is_read(put: Put, tmp_path: Path) -> None:
    put("real/a.txt", STORY)
    (tmp_path / "link").symlink_to(tmp_path / "real", target_is_directory=True)
    assert [type(item) for item in reports_in([tmp_path / "link"])] == [Report]
