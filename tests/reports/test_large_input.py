"""What is large is read piece by piece, or refused with what to do; nothing takes more than in proportion to its length."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from reports_samples import STORY, report_of, unreadable_in

from ending import that_ends
from khabar.reports.body import body_in
from khabar.reports.intake import reports_in
from khabar.reports.limits import MEGABYTE, Limits
from khabar.reports.tongue import language_of
from khabar.values.report import Report, Unreadable

Put = Callable[[str, bytes | str], Path]


def test_one_text_of_50_mb_is_refused_with_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    with path.open("wb") as file:
        file.truncate(50 * MEGABYTE)
    item = unreadable_in(path)
    assert "20 MB" in item.reason
    assert "JSON lines" in item.reason
    assert item.sha256 == hashlib.sha256(b"\0" * (50 * MEGABYTE)).hexdigest()


def test_json_lines_of_50_mb_are_read_line_by_line(tmp_path: Path) -> None:
    path = tmp_path / "big.jsonl"
    line = json.dumps({"text": "a report " * 110_000}).encode()
    with path.open("wb") as file:
        for _ in range(53):
            file.write(line + b"\n")
    assert path.stat().st_size > 50 * MEGABYTE
    assert sum(isinstance(item, Report) for item in reports_in([path])) == 53


def test_one_line_of_10_mb_is_read(put: Put) -> None:
    line = (STORY.replace("\n", " ") + " ") * (10 * MEGABYTE // (2 * len(STORY)) + 1)
    with that_ends():
        report = report_of(put("a.txt", line))
        assert len(body_in(report.text)) == 1
        assert language_of(report.text) == "ar"


@pytest.mark.parametrize("piece", ["a", " ", "(", "@", "#", "\u200f", "-", ".", "<p>", "12/"])
def test_reading_one_long_line_of_anything_ends(piece: str) -> None:
    text = piece * (2 * MEGABYTE // len(piece))
    with that_ends():
        body_in(text)
        language_of(text)


def test_reading_very_many_short_lines_ends() -> None:
    with that_ends():
        body_in("كلمة\n" * 300_000)


def test_a_line_that_is_too_long_is_skipped_and_the_next_is_read(put: Put) -> None:
    good = json.dumps({"text": "a report"})
    path = put("a.jsonl", f'{{"text": "{"x" * 5000}"}}\n{good}\n')
    long, short = reports_in([path], limits=Limits(text=1000))
    assert isinstance(long, Unreadable)
    assert isinstance(short, Report)
