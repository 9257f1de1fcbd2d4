"""PDF files of text: every way of drawing Arabic, pages with columns and heads, and files that cannot be read."""

import gzip
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pdf_making import RIGHT, Drawn, of_contents, pdf, read, seen, swollen, unturned, written
from reports_samples import refusal_of, report_of, zipped

from khabar.reports.intake import reports_in
from khabar.reports.limits import MEGABYTE, Limits
from khabar.reports.pdf import report as pdf_report
from khabar.values.report import Report, Unreadable

Put = Callable[[str, bytes | str], Path]
Draw = Callable[..., list[Drawn]]
LINES = (
    "أعلنت وزارة الموارد المائية في 18/6/2024 أن منسوب النهر قد ارتفع",
    "إلى 4.5 متر (بعد الأمطار)، وقال Boko Haram «السد» آمن.",
    "وقال مدير السد إن البوابات كلها ستبقى مفتوحة حتى نهاية الأسبوع",
    "على الأقل.",
)
PARAGRAPHS = f"{LINES[0]} {LINES[1]}\n{LINES[2]} {LINES[3]}"


def page(draw: Draw, lines: tuple[str, ...] = LINES, top: float = 700, right: float = RIGHT) -> list[Drawn]:
    """Lines one below the other."""
    return [one for n, line in enumerate(lines) for one in draw(line, top - 14 * n, right)]


@pytest.mark.parametrize("draw", [seen, read])
def test_lines_are_read_whichever_way_their_letters_were_drawn(put: Put, draw: Draw) -> None:
    report = report_of(put("a.pdf", pdf(page(draw))))
    assert report.text == PARAGRAPHS
    assert len(report.sha256) == 64


def test_letters_that_were_never_turned_are_not_turned_back(put: Put) -> None:
    report = report_of(put("a.pdf", pdf(page(unturned, LINES[:3]))))
    assert report.text.split() == " ".join(LINES[:3]).split()


def test_forms_of_letters_are_letters_and_marks_stay_with_theirs(put: Put) -> None:
    forms = "\ufedb\ufe98\ufe8e\ufe8f \ufefb"  # كتاب لا in the forms that fonts have
    marked = "قد\u0651م"
    report = report_of(put("a.pdf", pdf(seen(forms, 700) + read(marked, 680))))
    assert report.text == f"كتاب لا {marked}"


@pytest.mark.parametrize("foreign", ["COVID-19", "https://example.org/2024/06-18/a1", "F-16"])
def test_foreign_words_keep_the_numbers_in_them(put: Put, foreign: str) -> None:
    line = f"وصلت {foreign} إلى 3-4 دول"
    looks = line.replace(foreign, foreign[::-1])[::-1]
    assert report_of(put("a.pdf", pdf([Drawn(looks, 100, 700)]))).text == line


def test_a_line_of_a_number_alone_runs_as_its_page(put: Put) -> None:
    long = "أعلنت وزارة الموارد المائية أن منسوب النهر ارتفع كما في عام"
    assert report_of(put("a.pdf", pdf(page(seen, (long, "2010."))))).text == f"{long} 2010."


def test_the_largest_line_is_the_headline(put: Put) -> None:
    content = seen("النهر يرتفع", 740, size=18) + page(seen)
    report = report_of(put("a.pdf", pdf(content)))
    assert (report.title, report.text) == ("النهر يرتفع", f"النهر يرتفع\n{PARAGRAPHS}")
    assert report_of(put("b.pdf", pdf(page(seen)))).title is None


def test_a_gap_an_indent_and_room_for_the_next_word_part_paragraphs(put: Put) -> None:
    long = "وقال مدير السد إن البوابات ستبقى مفتوحة حتى نهاية الأسبوع"
    gap = page(seen, (long, long)) + page(seen, (long, long), 660)
    assert report_of(put("a.pdf", pdf(gap))).text == f"{long} {long}\n{long} {long}"
    indent = page(seen, (long, long)) + page(seen, (long,), 672, RIGHT - 20) + page(seen, (long,), 658)
    assert report_of(put("b.pdf", pdf(indent))).text == f"{long} {long}\n{long} {long}"
    room = page(seen, (long, "ثم عاد.", long, long))
    assert report_of(put("c.pdf", pdf(room))).text == f"{long} ثم عاد.\n{long} {long}"


def test_what_a_page_does_not_show_is_not_read(put: Put) -> None:
    def drawn(line: str, y: float) -> bytes:
        return b"".join(map(written, seen(line, y)))

    frame = b"q 0 400 600 400 re W* n\n" + drawn("سطر ظاهر في الصفحة.", 700) + drawn("سطر من الصفحة التالية.", 300)
    inner = b"q 0 650 600 100 re W n\n" + drawn("سطر ظاهر في الإطار.", 660) + drawn("سطر تحت الإطار.", 600) + b"Q\n"
    content = frame + inner + drawn("سطر بعد الإطار.", 500) + b"Q\n" + drawn("سطر بعد كل شيء.", 200)
    told = report_of(put("a.pdf", of_contents([content]))).text
    assert "التالية" not in told
    assert "تحت" not in told
    assert [told.count(word) for word in ("الصفحة", "في الإطار", "بعد الإطار", "كل شيء")] == [1, 1, 1, 1]


def test_two_columns_are_read_one_after_the_other_the_right_one_first(put: Put) -> None:
    one = ("قال الوزير إن الطريق مفتوح أمام", "الشاحنات منذ الصباح وإن العمل", "مستمر حتى نهاية الشهر المقبل.")
    two = ("وأضاف أن الجسر سيفتح بعد أيام", "قليلة أمام السيارات الصغيرة ثم", "أمام الحافلات في مطلع العام.")
    for lower in (0, 5):  # lines that stand beside one another, and lines that do not
        heading = seen("افتتاح الطريق الدولي", 740, size=18)
        report = report_of(put("a.pdf", pdf(heading + page(seen, two, 700 - lower, 280) + page(seen, one))))
        assert report.text == f"افتتاح الطريق الدولي\n{' '.join(one)}\n{' '.join(two)}"


def test_what_half_of_the_pages_repeat_at_their_edges_is_left_out_with_a_note(put: Put) -> None:
    heads, feet = ("صحيفة المرفأ", 780), "صفحة {} من 3"
    bodies = [(line, f"{line[:9]}.") for line in LINES[:3]]
    pages = [seen(*heads) + page(seen, body) + seen(feet.format(n), 20) for n, body in enumerate(bodies, start=1)]
    report = report_of(put("a.pdf", pdf(*pages)))
    assert report.text == "\n".join(" ".join(body) for body in bodies)
    assert report.note == "6 lines at the edges of its pages were left out"


STAMP = "11/22/26, 10:45 AM"


@pytest.mark.parametrize(
    ("head", "foot"),
    [
        ([STAMP, "ارتفاع منسوب النهر"], ["https://example.org/news/1", "1/1"]),  # Chromium
        (["ارتفاع منسوب النهر", "https://example.org/news/1"], ["1 of 1", STAMP]),  # Firefox
        (["٢٢/١١/٢٠٢٦، ١٠:٤٥ ص", "ارتفاع منسوب النهر"], ["https://example.org/news/1", "١/١"]),
    ],
)
def test_what_a_browser_prints_around_a_page_is_left_out(put: Put, head: list[str], foot: list[str]) -> None:
    edges = [*_spread(head, 770), *_spread(foot, 20)]
    assert report_of(put("a.pdf", pdf([*page(seen), *edges]))).text == PARAGRAPHS


@pytest.mark.parametrize(
    ("head", "foot"),
    [([STAMP], ["https://example.org/news/1"]), ([STAMP], ["1/1"]), (["https://example.org/news/1"], ["1/1"])],
)
def test_a_day_an_address_or_a_number_alone_is_no_print_of_a_browser(
    put: Put, head: list[str], foot: list[str]
) -> None:
    found = report_of(put("a.pdf", pdf([*page(seen), *_spread(head, 770), *_spread(foot, 20)]))).text
    assert all(line in found.splitlines() for line in (*head, *foot))


def _spread(texts: list[str], y: float) -> list[Drawn]:
    """Pieces of one line, the first at the left edge and the next at the right."""
    return [
        Drawn(text[::-1] if "\u0620" < text[0] < "\u065f" else text, 30 + 300 * n, y, 8) for n, text in enumerate(texts)
    ]


def test_a_paragraph_goes_on_on_the_next_page(put: Put) -> None:
    first = "وصلت السفينة أمس إلى ميناء العاصمة قادمة من الشرق وفيها قمح"
    pages = (page(seen, (first, LINES[0])), page(seen, LINES[1:]))
    assert report_of(put("a.pdf", pdf(*pages))).text == f"{first} {PARAGRAPHS}"


def test_a_pdf_is_read_wherever_it_lies(put: Put) -> None:
    data = pdf(page(seen))
    as_it_is = report_of(put("a.pdf", data))
    assert report_of(put("a.pdf.gz", gzip.compress(data))) == as_it_is
    assert report_of(put("a.zip", zipped({"a.bin": data}))) == as_it_is


def test_what_has_no_letters_says_what_to_do(put: Put) -> None:
    assert "needs OCR" in refusal_of(put("a.pdf", pdf([])))
    unknown = b"/F 10 Tf 1 0 0 1 100 700 Tm <0001000200030004> Tj"
    assert "fonts do not tell" in refusal_of(put("b.pdf", of_contents([b"BT %s ET" % unknown])))
    lock = b"/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<%s>/U<%s>>>" % (b"00" * 32, b"11" * 32)
    assert "locked with a password" in refusal_of(put("c.pdf", pdf(page(seen), trailer=lock)))
    assert "cannot be read" in refusal_of(put("d.pdf", b"%PDF-1.7\n1 0 obj"))


def test_a_pdf_that_swells_is_set_aside_and_the_rest_is_read(put: Put) -> None:
    bomb, good = put("a.pdf", swollen(600 * MEGABYTE)), put("b.pdf", pdf(page(seen)))
    refused, report = reports_in([bomb, good], limits=Limits(apart_memory=400 * MEGABYTE))
    assert isinstance(refused, Unreadable)
    assert "takes more than 400 MB of memory" in refused.reason
    assert isinstance(report, Report)


def test_a_pdf_that_takes_too_long_is_set_aside(put: Put) -> None:
    endless = of_contents([b"q Q " * 2_000_000])
    # its seven megabytes give it seven seconds more
    (refused,) = reports_in([put("a.pdf", endless)], limits=Limits(apart_seconds=-6))
    assert isinstance(refused, Unreadable)
    assert "takes more than 1 seconds" in refused.reason


def test_without_the_library_it_is_said_how_to_get_it(put: Put, monkeypatch: Any) -> None:
    monkeypatch.setattr(pdf_report, "find_spec", lambda name: None)
    assert "khabar[pdf]" in refusal_of(put("a.pdf", pdf(page(seen))))


def test_a_text_that_is_too_long_is_refused(put: Put) -> None:
    (refused,) = reports_in([put("a.pdf", pdf(page(seen)))], limits=Limits(text=100))
    assert isinstance(refused, Unreadable)
    assert "a text of more than 100 bytes" in refused.reason
