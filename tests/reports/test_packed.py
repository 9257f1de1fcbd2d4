"""Zip and gzip files: bombs, locks, damage and paths that lead out are refused, and the rest is read."""

import gzip
import hashlib
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from reports_samples import STORY, refusal_of, report_of, zipped

from khabar.reports.intake import reports_in
from khabar.reports.limits import MEGABYTE, Limits
from khabar.values.report import Report, Unreadable

Put = Callable[[str, bytes | str], Path]


def test_a_zip_bomb_is_refused_unopened_and_the_rest_is_read(put: Put) -> None:
    path = put("a.zip", zipped({"bomb.txt": b"\0" * (40 * MEGABYTE), "good.txt": STORY.encode()}))
    bomb, good = reports_in([path])
    assert isinstance(bomb, Unreadable)
    assert "a zip bomb" in bomb.reason
    assert isinstance(good, Report)


def test_a_zip_of_too_much_in_all_is_read_up_to_the_limit(put: Put) -> None:
    members = {f"{n}.txt": f"{n} {STORY}".encode() for n in range(5)}
    path = put("a.zip", zipped(members))
    limits = Limits(zip_whole=2 * max(map(len, members.values())) + 1)
    items = list(reports_in([path], limits=limits))
    assert [type(item) for item in items] == [Report, Report, Unreadable, Unreadable, Unreadable]


def test_zips_in_zips_are_read_to_a_depth(put: Put) -> None:
    data = zipped({"a.txt": STORY.encode()})
    assert report_of(put("two.zip", zipped({"in.zip": data}))).text == STORY
    for _ in range(5):
        data = zipped({"in.zip": data})
    assert "archives in one another" in refusal_of(put("many.zip", data))


@pytest.mark.parametrize("name", ["../out.txt", "/etc/out.txt", "a/../../out.txt", "..\\out.txt", "C:\\out.txt"])
def test_a_path_that_leaves_the_zip_is_refused_and_nothing_is_written(put: Put, tmp_path: Path, name: str) -> None:
    path = put("in/a.zip", zipped({name: STORY.encode(), "good.txt": STORY.encode()}))
    before = sorted(tmp_path.rglob("*"))
    items = list(reports_in([path]))
    assert sorted(type(item).__name__ for item in items) == ["Report", "Unreadable"]
    assert any("leaves the folder" in item.reason for item in items if isinstance(item, Unreadable))
    assert sorted(tmp_path.rglob("*")) == before


def test_a_locked_member_is_refused_and_the_rest_is_read(put: Put) -> None:
    data = bytearray(zipped({"a.txt": STORY.encode()}))
    # bit 0 of the flags, in the member's own header and in the directory
    data[6] |= 1
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    assert "password" in refusal_of(put("a.zip", bytes(data)))


def test_a_damaged_zip_or_member_is_refused(put: Put) -> None:
    whole = zipped({"a.txt": STORY.encode() * 20})
    assert "cannot be opened" in refusal_of(put("cut.zip", whole[:60]))
    flipped = bytearray(whole)
    flipped[45:55] = bytes(10)
    assert "cannot be unpacked" in refusal_of(put("flipped.zip", bytes(flipped)))


def test_a_member_without_a_name_is_refused(put: Put) -> None:
    data = bytearray(zipped({"a": STORY.encode()}))
    directory = data.rindex(b"PK\x01\x02")
    for at in (26, directory + 28):  # the name's length, then that of the extra field, which gets its one letter
        data[at : at + 4] = b"\x00\x00\x01\x00"
    assert "leaves the folder" in refusal_of(put("a.zip", bytes(data)))


def test_an_office_document_is_no_zip_of_reports(put: Put) -> None:
    assert "office document" in refusal_of(put("a.docx", zipped({"[Content_Types].xml": b"<x/>"})))


def test_an_empty_zip_is_said_to_be_empty(put: Put) -> None:
    assert refusal_of(put("a.zip", zipped({}))).startswith("empty")


def test_a_zip_that_is_named_text_is_still_a_zip(put: Put) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a.txt", STORY)
    assert report_of(put("a.txt", buffer.getvalue())).text == STORY


def test_a_gzip_file_that_is_cut_off_is_read_up_to_the_cut(put: Put) -> None:
    lines = "".join(
        json.dumps({"text": f"{STORY} {number} {hashlib.sha256(b'%d' % number).hexdigest()}"}) + "\n"
        for number in range(4000)
    )
    *reports, damage = reports_in([put("a.jsonl.gz", gzip.compress(lines.encode())[:-20_000])])
    assert reports
    assert all(isinstance(report, Report) for report in reports)
    assert isinstance(damage, Unreadable)
    assert "cannot be unpacked" in damage.reason


def test_a_gzip_bomb_and_one_packed_too_often_are_refused(put: Put) -> None:
    limits = Limits(zip_whole=5000)
    (bomb,) = reports_in([put("a.json.gz", gzip.compress(b" " * MEGABYTE))], limits=limits)
    assert isinstance(bomb, Unreadable)
    assert "unpacked it holds more than" in bomb.reason
    often = gzip.compress(gzip.compress(gzip.compress(gzip.compress(STORY.encode()))))
    assert "in one another" in refusal_of(put("a.txt.gz.gz.gz.gz", often))
