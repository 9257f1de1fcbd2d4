"""Bytes and letters that are odd: decoded, kept and noted, or refused with what to do."""

from collections.abc import Callable
from pathlib import Path

import pytest
from reports_samples import STORY, refusal_of, report_of

from khabar.reports.tongue import language_of

Put = Callable[[str, bytes | str], Path]


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


def test_half_a_surrogate_in_json_does_not_break_the_text(put: Put) -> None:
    report = report_of(put("a.json", '{"text": "\\ud83d the end of it"}'))
    report.text.encode()  # what cannot be encoded cannot be kept
