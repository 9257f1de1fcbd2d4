"""E-mails, folders of them, and pages kept like them."""

from collections.abc import Callable
from datetime import date
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reports_samples import STORY, refusal_of, report_of, zipped

from khabar.reports.intake import reports_in
from khabar.reports.limits import Limits
from khabar.reports.mails import parts_in
from khabar.reports.told import Told
from khabar.reports.way import Allowance, Way
from khabar.values.report import Report, Unreadable

Put = Callable[[str, bytes | str], Path]
FIRST, SECOND = STORY.split("\n")
PAGE = f"<html><head><title>النهر</title></head><body><h1>النهر يرتفع</h1><p>{FIRST}</p><p>{SECOND}</p></body></html>"
WAY = Way(Told(), Limits(), Allowance(10**9))


def mail(text: str | None = STORY, html: str | None = None, number: int = 1) -> EmailMessage:
    message = EmailMessage()
    message["From"] = "نشرة المرفأ <news@example.org>"
    message["To"] = "reader@example.org"
    message["Date"] = "Wed, 12 Jun 2024 10:00:00 +0300"
    message["Subject"] = "النهر يرتفع"
    message["Message-ID"] = f"<n{number}@example.org>"
    if text is not None:
        message.set_content(text, charset="windows-1256", cte="base64")
    if html is not None:
        message.add_alternative(html, subtype="html") if text is not None else message.set_content(html, subtype="html")
    return message


def folder(*mails: EmailMessage) -> bytes:
    return b"".join(b"From news@example.org Wed Jun 12 10:00:00 2024\n" + m.as_bytes() + b"\n\n" for m in mails)


@pytest.mark.parametrize("letter", ["\x1c", "\x0b", "\uffff"])
def test_a_page_with_letters_that_no_tree_takes_is_read_with_its_lines(put: Put, letter: str) -> None:
    """They stand behind a block, where the end of its line goes."""
    page = f"<p>{FIRST}</p>{letter}{SECOND}"
    report = report_of(put("a.eml", mail(None, page).as_bytes()))
    assert [line.strip(letter) for line in report.text.split("\n")[-2:]] == [FIRST, SECOND]


@pytest.mark.parametrize("name", ["a.eml", "new/1718.M1P2.host", "cur/1718.M1P2.host:2,S"])
@pytest.mark.parametrize(("text", "html"), [(STORY, None), (None, PAGE), (STORY, "<p>x</p>")])
def test_a_mail_is_a_report_with_its_sender_day_and_subject(
    put: Put, name: str, text: str | None, html: str | None
) -> None:
    report = report_of(put(name, mail(text, html).as_bytes()))
    assert report.text.startswith("النهر يرتفع\n")
    assert FIRST in report.text
    assert SECOND in report.text
    assert (report.outlet, report.published, report.title, report.id) == (
        "نشرة المرفأ",
        date(2024, 6, 12),
        "النهر يرتفع",
        "n1@example.org",
    )


@pytest.mark.parametrize("name", ["a.mbox", "Inbox"])
def test_each_mail_of_a_folder_is_a_report_and_a_bad_one_does_not_stop_the_next(put: Put, name: str) -> None:
    quoted = mail(f"{FIRST}\n\n>From words on\n{SECOND}", number=3)
    quoted.set_content(f"{FIRST}\n\n>From words on", cte="8bit")
    one, empty, three = reports_in([put(name, folder(mail(), mail("", number=2), quoted))])
    assert isinstance(one, Report)
    assert isinstance(empty, Unreadable)
    assert empty.source.endswith(f"{name}#2")
    assert isinstance(three, Report)
    assert "\nFrom words on" in three.text


def test_what_is_attached_is_read_and_pictures_are_passed_over(put: Put) -> None:
    message = mail()
    message.add_attachment(SECOND.encode(), maintype="text", subtype="plain", filename="more.txt")
    message.add_attachment(zipped({"in.txt": FIRST.encode()}), maintype="application", subtype="zip", filename="z.zip")
    message.add_attachment(b"GIF89a", maintype="image", subtype="gif", filename="a.gif")
    texts = [item.text for item in reports_in([put("a.eml", message.as_bytes())]) if isinstance(item, Report)]
    assert texts[1:] == [SECOND, FIRST]


def test_a_mail_that_is_too_long_is_named_and_the_next_is_read(put: Put) -> None:
    path = put("a.mbox", folder(mail(STORY * 200), mail(number=2)))
    long, report = reports_in([path], limits=Limits(mail=20_000))
    assert isinstance(long, Unreadable)
    assert "a mail of more than" in long.reason
    assert isinstance(report, Report)
    assert report.id == "n2@example.org"


def test_an_empty_folder_of_mails_is_unreadable(put: Put) -> None:
    assert "empty" in refusal_of(put("a.mbox", b"\n"))


def test_prose_that_opens_like_a_head_stays_prose(put: Put) -> None:
    text = f"From: the minister\nDate: today\n\n{STORY}"
    assert report_of(put("a.txt", text)).text == text


@given(st.binary(max_size=300))
def test_no_head_or_body_breaks_the_reading_of_a_mail(noise: bytes) -> None:
    head = b"From: a@b.c\nSubject: =?x?q?=ff?=\nContent-Type: multipart/mixed; boundary=b\nDate: x\n"
    for data in (noise, head + noise, head + b"\n--b\n" + noise + b"\n--b--", b"Content-Type: " + noise):
        assert list(parts_in(data, "a.eml", WAY))


def test_a_page_kept_with_its_pictures_is_a_report_with_its_address(put: Put) -> None:
    kept = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://www.reuters.com/1\r\nSubject: x\r\n"
        "Date: Wed, 12 Jun 2024 10:00:00 +0300\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n'
        "--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n"
        f"Content-Location: https://www.reuters.com/1\r\n\r\n{PAGE}\r\n"
        "--b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n--b--\r\n"
    )
    report = report_of(put("a.mhtml", kept))
    assert FIRST in report.text
    assert (report.url, report.outlet, report.published) == ("https://www.reuters.com/1", "رويترز", None)
    assert "no page in it" in refusal_of(put("b.mht", kept.replace("text/html; charset", "text/css; charset")))


def test_a_subject_of_a_hundred_thousand_words_is_cut(put: Put) -> None:
    subject = "=?utf-8?Q?=D9=85?= " * 100_000
    report = report_of(
        put("a.eml", f"From: a@b.example\nDate: Mon, 17 Jun 2024 10:00:00 +0300\nSubject: {subject}\n\n{STORY}")
    )
    assert len(report.title or "") < 20_000
    assert FIRST in report.text
