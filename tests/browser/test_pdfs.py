"""PDF files as a browser prints them, read back."""

from html import escape
from pathlib import Path
from unicodedata import combining

import pytest
from playwright.sync_api import Browser

from khabar.reports.intake import reports_in
from khabar.values.report import Report

DEMO = Path(__file__).parents[2] / "demo" / "reports"
NARROW = {"width": "105mm", "height": "148mm"}
HEAD = '<div style="font-size:8px;width:100%;text-align:center">صحيفة المرفأ</div>'
FOOT = '<div style="font-size:8px;width:100%;text-align:center"><span class="pageNumber"></span></div>'


def unvowelled(text: str) -> list[str]:
    return "".join(letter for letter in text if not combining(letter)).split("\n")


def reports(count: int) -> list[Report]:
    found = [item for item in reports_in([DEMO]) if isinstance(item, Report)]
    return [report for report in found if report.text.count("\n") > 2][:count]


def printed(browser: Browser, report: Report, style: str, **options: object) -> bytes:
    heading, *body = [line for line in report.text.split("\n") if line.strip()]
    paragraphs = "".join(f"<p>{escape(line)}</p>" for line in body)
    page = browser.new_page()
    page.set_content(
        f"<html lang=ar dir=rtl><style>body {{ font: 12px 'Noto Naskh Arabic', serif }} {style}</style>"
        f"<body><h1>{escape(heading)}</h1><div class=text>{paragraphs}</div></body></html>"
    )
    data = page.pdf(**options)  # type: ignore[arg-type]
    page.close()
    return data


@pytest.mark.parametrize(
    ("style", "options"),
    [
        ("", {}),
        ("", {**NARROW, "display_header_footer": True, "header_template": HEAD, "footer_template": FOOT}),
        (".text { columns: 2; text-align: justify }", {}),
        ("p { margin: 0; text-indent: 2em }", NARROW),
    ],
    ids=["plain", "pages with heads", "two columns", "indented"],
)
def test_a_printed_report_is_read_to_the_letter(
    browser: Browser, tmp_path: Path, style: str, options: dict[str, object]
) -> None:
    for number, report in enumerate(reports(6)):
        margin = {"top": "15mm", "bottom": "15mm", "left": "15mm", "right": "15mm"}
        path = tmp_path / f"{number}.pdf"
        path.write_bytes(printed(browser, report, style, margin=margin, **options))
        (read,) = reports_in([path])
        assert isinstance(read, Report)
        lines = [" ".join(line.split()) for line in report.text.split("\n") if line.strip()]
        # A browser prints the mark over the first line of a page at the foot of the page before.
        assert unvowelled(read.text) == unvowelled("\n".join(lines))
        assert abs(len(read.text) - len("\n".join(lines))) <= 1
        assert read.title == lines[0]
