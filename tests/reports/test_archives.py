"""Tar files, packed web archives and books."""

import bz2
import gzip
import io
import lzma
import tarfile
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest
from reports_samples import STORY, refusal_of, report_of, zipped

from khabar.reports.intake import reports_in
from khabar.reports.limits import MEGABYTE, Limits
from khabar.reports.zstandard import zstd
from khabar.values.report import Report, Unreadable

Put = Callable[[str, bytes | str], Path]
FIRST, SECOND = STORY.split("\n")
PAGE = f"<html><head><title>النهر</title></head><body><h1>النهر يرتفع</h1><p>{FIRST}</p><p>{SECOND}</p></body></html>"


def tarred(members: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "pack"),
    [
        ("a.tar", bytes),
        ("a.tar.gz", gzip.compress),
        ("a.tgz", gzip.compress),
        ("a.tar.bz2", bz2.compress),
        ("a.tar.xz", lzma.compress),
        ("a.tar.zst", zstd.compress),
        ("a.tzst", zstd.compress),
    ],
)
def test_a_tar_file_is_read_like_a_folder_with_its_side_files(
    put: Put, name: str, pack: Callable[[bytes], bytes]
) -> None:
    members = {"in/a.txt": STORY.encode(), "in/a.meta.json": b'{"outlet": "x", "published": "2024-06-12"}'}
    report = report_of(put(name, pack(tarred(members | {".hidden": b"x"}))))
    assert (report.text, report.outlet, report.published) == (STORY, "x", date(2024, 6, 12))


@pytest.mark.parametrize(
    ("name", "pack"), [("a.txt.bz2", bz2.compress), ("a.txt.xz", lzma.compress), ("a.txt.zst", zstd.compress)]
)
def test_what_is_packed_otherwise_is_read_too(put: Put, name: str, pack: Callable[[bytes], bytes]) -> None:
    assert report_of(put(name, pack(STORY.encode()))).text == STORY
    assert "cannot be unpacked" in refusal_of(put(f"cut-{name}", pack(STORY.encode() * 9)[:-9]))


def test_members_that_leave_the_folder_link_or_swell_are_refused_and_the_rest_is_read(put: Put, tmp_path: Path) -> None:
    link = tarfile.TarInfo("link.txt")
    link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
    buffer = io.BytesIO(tarred({"../out.txt": STORY.encode(), "/abs.txt": STORY.encode(), "big.txt": bytes(3000)}))
    with tarfile.open(fileobj=buffer, mode="a") as archive:
        archive.addfile(link)
        good = tarfile.TarInfo("good.txt")
        good.size = len(STORY.encode())
        archive.addfile(good, io.BytesIO(STORY.encode()))
    path = put("in/a.tar", buffer.getvalue())
    before = sorted(tmp_path.rglob("*"))
    *refused, report = reports_in([path], limits=Limits(zip_nested=2000))
    reasons = [item.reason for item in refused if isinstance(item, Unreadable)]
    assert [reason.split(";")[0].split(":")[0] for reason in reasons] == [
        "its path leaves the folder of the archive",
        "its path leaves the folder of the archive",
        "a file of more than 2000 bytes in a tar file",
        "a link or a device in a tar file",
    ]
    assert isinstance(report, Report)
    assert sorted(tmp_path.rglob("*")) == before


def test_a_tar_of_too_much_or_too_many_is_read_up_to_the_limit(put: Put) -> None:
    members = {f"{n}.txt": f"{n} {STORY}".encode() for n in range(5)}
    path, size = put("a.tar", tarred(members)), len(members["0.txt"])
    items = list(reports_in([path], limits=Limits(zip_whole=2 * size + 1)))
    assert [type(item) for item in items] == [Report, Report, Unreadable, Unreadable, Unreadable]
    items = list(reports_in([path], limits=Limits(members=2)))
    assert [type(item) for item in items] == [Report, Report, Unreadable]
    assert "pack it in parts" in items[2].reason  # type: ignore[union-attr]


def test_a_tar_whose_head_swells_is_refused(put: Put) -> None:
    info = tarfile.TarInfo("pax")
    info.type, info.size = tarfile.XHDTYPE, 2 * MEGABYTE
    bomb = info.tobuf() + bytes(2 * MEGABYTE)
    assert "the head of a member has 2 MB" in refusal_of(put("a.tar.gz", gzip.compress(bomb)))


def test_a_damaged_or_empty_tar_is_refused(put: Put) -> None:
    assert "cannot be unpacked" in refusal_of(put("a.tar", STORY))
    assert "empty" in refusal_of(put("b.tar", tarred({})))


def test_archives_of_all_kinds_in_one_another_are_read_to_a_depth(put: Put) -> None:
    data = zipped({"b.tar.gz": gzip.compress(tarred({"a.txt": STORY.encode()}))})
    assert report_of(put("a.zip", data)).text == STORY
    assert "in one another" in refusal_of(put("b.tar", tarred({"a.zip": data})))


def test_a_zstandard_bomb_one_too_wide_and_one_of_a_strange_dictionary_are_refused(put: Put) -> None:
    bomb = put("a.json.zst", zstd.compress(b" " * MEGABYTE))
    (refused,) = reports_in([bomb], limits=Limits(zip_whole=5000))
    assert isinstance(refused, Unreadable)
    assert "unpacked it holds more than 5000 bytes" in refused.reason
    wide = {zstd.CompressionParameter.window_log: 30, zstd.CompressionParameter.content_size_flag: 0}
    packer = zstd.ZstdCompressor(options=wide)
    assert "cannot be unpacked" in refusal_of(put("b.txt.zst", packer.compress(bytes(9 * MEGABYTE)) + packer.flush()))
    swollen = b"\x5d\x2a\x4d\x18" + (64 * MEGABYTE).to_bytes(4, "little")
    assert "its dictionary has 64 MB" in refusal_of(put("c.txt.zst", swollen + zstd.compress(STORY.encode())))
    assert "its dictionary cannot be used" in refusal_of(put("d.txt.zst", b"\x5d\x2a\x4d\x18\1\0\0\0x" + bytes(9)))


def test_of_a_packed_web_archive_only_what_was_archived_is_read(put: Put) -> None:
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE.encode()
    warc = (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://www.reuters.com/1\r\n"
        b"Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n"
    ) % (len(answer), answer)
    members = {
        "archive/data.warc.gz": gzip.compress(warc),
        "datapackage.json": b'{"profile": "data-package"}',
        "indexes/index.cdx": b"org,example)/ 2024",
        "pages/pages.jsonl": b'{"format": "json-pages-1.0"}\n{"url": "https://example.org/1", "text": "x"}\n',
    }
    report = report_of(put("a.wacz", zipped(members)))
    assert FIRST in report.text
    assert (report.url, report.outlet) == ("https://www.reuters.com/1", "رويترز")


def book(chapter: str = PAGE) -> bytes:
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<dc:publisher>دار المرفأ</dc:publisher><dc:date>2024-06-12</dc:date></metadata><manifest>"
        '<item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
        '<item id="b" href="text/b%20b.xhtml" media-type="application/xhtml+xml"/>'
        '<item id="a" href="text/a.xhtml" media-type="application/xhtml+xml"/>'
        '<item id="c" href="cover.xhtml" media-type="application/xhtml+xml"/></manifest>'
        '<spine><itemref idref="c"/><itemref idref="n"/><itemref idref="b"/><itemref idref="a"/></spine></package>'
    )
    return zipped(
        {
            "mimetype": b"application/epub+zip",
            "META-INF/container.xml": b'<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
            b'<rootfile full-path="OEBPS/content.opf"/></rootfiles></container>',
            "OEBPS/content.opf": package.encode(),
            "OEBPS/nav.xhtml": PAGE.encode(),
            "OEBPS/cover.xhtml": b"<html><body><img src='a.png'/></body></html>",
            "OEBPS/text/a.xhtml": PAGE.encode(),
            "OEBPS/text/b b.xhtml": chapter.encode(),
        }
    )


def test_each_chapter_of_a_book_is_a_report_in_the_order_of_reading(put: Put) -> None:
    items = list(reports_in([put("a.epub", book(PAGE.replace("النهر يرتفع", "الأول")))]))
    assert [item.title for item in items if isinstance(item, Report)] == ["الأول", "النهر يرتفع"]
    one = items[0]
    assert isinstance(one, Report)
    assert (one.text, one.outlet, one.published) == (f"الأول\n{STORY}", "دار المرفأ", date(2024, 6, 12))


def test_a_book_without_its_list_or_without_text_is_refused(put: Put) -> None:
    assert "does not tell its chapters" in refusal_of(put("a.epub", zipped({"mimetype": b"application/epub+zip"})))
    assert isinstance(next(reports_in([put("b.epub", book()[:200])])), Unreadable)
