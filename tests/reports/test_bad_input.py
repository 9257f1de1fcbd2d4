"""Whatever comes in, it is kept with a reason, and nothing stops the rest."""

import gzip
import hashlib
import io
import json
import os
import time
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from reports_samples import STORY, refusal_of, report_of, unreadable_in, zipped

from khabar.reports.body import body_in
from khabar.reports.intake import reports_in
from khabar.reports.limits import MEGABYTE, Limits
from khabar.reports.tongue import language_of
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


ROWS = [("1", "2024-06-18", STORY.split("\n")[0]), ("2", "2024-06-19", STORY.split("\n")[1])]


@pytest.mark.parametrize(
    ("name", "table"),
    [
        ("a.csv", "id,date,words\n" + "".join(f'{a},{b},"{c}"\n' for a, b, c in ROWS)),
        ("a.tsv", "".join(f"{a}\t{b}\t{c}\n" for a, b, c in ROWS)),
        ("a.csv", "".join(f'"{c}";{a}\n' for a, _, c in ROWS)),
    ],
)
def test_a_table_that_does_not_tell_its_texts_is_refused_with_what_to_do(put: Put, name: str, table: str) -> None:
    refusal = refusal_of(put(name, table))
    assert refusal.startswith("a table with no column of texts")
    assert "--columns text=" in refusal


@pytest.mark.parametrize("text", [STORY, STORY.replace("\n", " "), STORY.replace("، ", ", ") + "\nانتهى."])
def test_prose_under_the_name_of_a_table_is_read(put: Put, text: str) -> None:
    assert report_of(put("a.csv", text)).text == text


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "windows-1256", "iso-8859-6"]
)
def test_every_usual_encoding_gives_the_same_text(put: Put, encoding: str) -> None:
    assert report_of(put("a.txt", STORY.encode(encoding))).text == STORY


def test_a_french_text_in_windows_1252_is_read(put: Put) -> None:
    french = "Le ministre a déclaré que les négociations reprendraient dès la fin de l'été à Genève."
    report = report_of(put("a.txt", french.encode("windows-1252")))
    assert (report.text, report.note) == (french, "decoded as windows-1252")


def test_lines_in_two_encodings_are_each_decoded_and_noted(put: Put) -> None:
    first, second = STORY.split("\n")
    report = report_of(put("a.txt", first.encode() + b"\n" + second.encode("windows-1256")))
    assert report.text == STORY
    assert report.note == "1 lines were not in UTF-8"


@pytest.mark.parametrize("wrong", ["windows-1252", "windows-1256"])
def test_utf8_that_was_saved_from_a_wrong_encoding_is_put_right_and_noted(put: Put, wrong: str) -> None:
    garbled = "".join(bytes([b]).decode(wrong, errors="ignore") or chr(b) for b in STORY.encode())
    report = report_of(put("a.txt", garbled))
    assert report.text == STORY
    assert report.note is not None
    assert wrong in report.note


def test_a_text_cut_in_its_last_letter_is_read_up_to_there(put: Put) -> None:
    report = report_of(put("a.txt", STORY[:-1].encode()[:-1]))
    assert report.text == STORY[:-2] + "\ufffd"
    assert report.note is not None
    assert "cut off" in report.note


def test_bytes_in_no_known_encoding_are_unreadable_with_what_to_do(put: Put) -> None:
    assert "Save it as UTF-8" in refusal_of(put("a.txt", bytes(0x80 + (i * 37) % 128 for i in range(400))))


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


def test_one_line_of_10_mb_takes_seconds_at_most(put: Put) -> None:
    line = (STORY.replace("\n", " ") + " ") * (10 * MEGABYTE // (2 * len(STORY)) + 1)
    started = time.process_time()
    report = report_of(put("a.txt", line))
    assert len(body_in(report.text)) == 1
    assert language_of(report.text) == "ar"
    assert time.process_time() - started < 3


@pytest.mark.parametrize("piece", ["a", " ", "(", "@", "#", "\u200f", "-", ".", "<p>", "12/"])
def test_one_long_line_of_anything_takes_seconds_at_most(piece: str) -> None:
    text = piece * (2 * MEGABYTE // len(piece))
    started = time.process_time()
    body_in(text)
    language_of(text)
    assert time.process_time() - started < 2


def test_many_short_lines_take_seconds_at_most() -> None:
    text = "كلمة\n" * 100_000
    started = time.process_time()
    body_in(text)
    assert time.process_time() - started < 5


def test_a_page_loses_its_scripts_and_survives_broken_tags(put: Put) -> None:
    first, second = STORY.split("\n")
    page = (
        "<html><head><title>النهر يرتفع</title><script>var x = '<p>سرقة</p>';</script></head>"
        f"<body><div><h1>النهر يرتفع<p>{first}<p>{second}</b></i></div></div><script>alert('ملاحظة')"
    )
    report = report_of(put("a.html", page))
    assert report.title == "النهر يرتفع"
    assert first in report.text
    assert second in report.text
    assert "alert" not in report.text
    assert "سرقة" not in report.text


def test_a_page_with_nothing_to_read_is_unreadable(put: Put) -> None:
    assert "no article" in refusal_of(put("a.html", "<html><body><img src='a.png'></body></html>"))


def test_a_page_of_ten_thousand_open_tags_is_survived(put: Put) -> None:
    item = next(reports_in([put("a.html", "<div>" * 10_000 + f"<p>{STORY}")]))
    assert isinstance(item, Report | Unreadable)


def test_an_unknown_date_stays_unknown(put: Put) -> None:
    assert report_of(put("a.txt", STORY)).published is None


def test_a_date_that_is_none_is_noted_and_left_out(put: Put) -> None:
    report = report_of(put("a.json", json.dumps({"text": STORY, "date": "0104-20-16"})))
    assert report.published is None
    assert report.note == "its date '0104-20-16' could not be read"


def test_a_date_in_the_future_is_kept_and_noted(put: Put) -> None:
    path = put("a.json", json.dumps({"text": STORY, "date": "2031-05-01"}))
    (report,) = reports_in([path], today=date(2030, 1, 1))
    assert isinstance(report, Report)
    assert report.published == date(2031, 5, 1)
    assert report.note == "its date 2031-05-01 lies in the future"


def test_the_same_report_twice_comes_through_twice_with_one_hash(put: Put, tmp_path: Path) -> None:
    put("a.txt", STORY)
    put("b/c.txt", STORY)
    first, second = reports_in([tmp_path])
    assert first.sha256 == second.sha256 == hashlib.sha256(STORY.encode()).hexdigest()


def test_a_report_in_another_language_is_read_like_any(put: Put) -> None:
    english = "The ministry said on Monday that the talks will resume next week in Geneva."
    report = report_of(put("a.txt", english))
    assert (report.text, language_of(report.text)) == (english, "en")


def test_words_in_letters_of_two_alphabets_are_noted_and_what_is_attached_to_a_foreign_name_is_none(put: Put) -> None:
    assert report_of(put("a.txt", f"{STORY} \u0420utin")).note == "1 words in letters of two alphabets"
    assert report_of(put("b.txt", f"{STORY} وCNN والـBBC و5kΩ Россия")).note is None


@pytest.mark.parametrize(
    ("odd", "said"),
    [
        ("\u202b", "1 bidirectional controls"),
        ("\u200c", "1 zero-width characters"),
        ("\ufee3", "1 presentation forms"),
        ("\0", "1 NUL characters"),
        ("\x07", "1 other control characters"),
    ],
)
def test_odd_characters_stay_in_the_text_and_are_noted(put: Put, odd: str, said: str) -> None:
    text = STORY[:40] + odd + STORY[40:]
    report = report_of(put("a.txt", text))
    assert (report.text, report.note) == (text, said)


def test_carriage_returns_stay(put: Put) -> None:
    text = STORY.replace("\n", "\r\n")
    assert report_of(put("a.txt", text)).text == text


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
    really = Path.open

    def refusing(self: Path, *args: object, **options: object) -> object:
        if self.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return really(self, *args, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(Path, "open", refusing)
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


def test_a_bad_line_of_json_lines_is_named_by_its_number_and_the_rest_go_on(put: Put) -> None:
    good = json.dumps({"text": STORY})
    path = put("a.jsonl", f"{good}\n\n{{bad\n[1, 2]\n{good}\n")
    items = list(reports_in([path]))
    assert [type(item) for item in items] == [Report, Unreadable, Unreadable, Report]
    assert [item.source.rpartition(":")[2] for item in items if isinstance(item, Unreadable)] == ["3", "4"]


def test_a_line_that_is_too_long_is_skipped_and_the_next_is_read(put: Put) -> None:
    good = json.dumps({"text": "a report"})
    path = put("a.jsonl", f'{{"text": "{"x" * 5000}"}}\n{good}\n')
    long, short = reports_in([path], limits=Limits(text=1000))
    assert isinstance(long, Unreadable)
    assert isinstance(short, Report)


def test_json_nested_past_reading_is_refused(put: Put) -> None:
    assert "no JSON" in refusal_of(put("a.json", "[" * 200_000))
    assert "no JSON" in refusal_of(put("b.jsonl", "[" * 200_000 + "\n"))


def test_half_a_surrogate_in_json_does_not_break_the_text(put: Put) -> None:
    report = report_of(put("a.json", '{"text": "\\ud83d the end of it"}'))
    report.text.encode()  # what cannot be encoded cannot be kept


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
