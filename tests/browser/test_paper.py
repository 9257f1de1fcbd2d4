"""The dossier on paper: all of its words, numbered pages, addresses written out, no card cut."""

from pathlib import Path

import pytest
from command_line import run
from playwright.sync_api import Browser

import khabar
from khabar.builds import build
from khabar.reports.intake import reports_in
from khabar.reports.pdf.glyphs import pages_in
from khabar.reports.pdf.lines import lines_in
from khabar.reports.pdf.paragraphs import paragraphs_in
from khabar.store.archive import Archive
from khabar.views.dossier import dossier_html

DEMO = Path(__file__).parents[2] / "demo" / "reports"
CARDS = (".claim", ".moment", ".tally", ".actor-card", ".copy-group", ".disputes > li", "blockquote")


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("paper") / "demo.khabar"
    with Archive.to_write(path) as written:
        build(written, reports_in([DEMO]), workers=1)
    return path


def test_a_printed_dossier_holds_its_words_on_numbered_pages(browser: Browser, archive: Path, tmp_path: Path) -> None:
    out = tmp_path / "port.pdf"
    assert run("dossier", "--archive", archive, "--between", "روسيا", "كوريا الشمالية", "-o", out).returncode == 0
    with out.open("rb") as file:
        pages = [lines_in([page]) for page in pages_in(file)]
    assert len(pages) > 3
    feet = [min(page, key=lambda line: line.middle).text for page in pages]
    assert [set(foot.replace("/", " ").split()) for foot in feet] == [
        {str(number), str(len(pages))} for number in range(1, len(pages) + 1)
    ]
    told = " ".join(one.text for page in pages for one in paragraphs_in(page))
    with khabar.open(archive) as asked:
        quoted = [" ".join(claim.gist.split()) for claim in asked.claims("روسيا")]
        reports = [asked.report(card.id) for card in asked.reports() if card.id in told]
    assert sum(gist in told for gist in quoted) > 10
    assert len(reports) > 10
    assert [report.url for report in reports if report.url not in told] == []


def test_on_paper_nothing_is_folded_and_no_card_is_cut(browser: Browser, archive: Path) -> None:
    page = browser.new_page()
    with Archive.to_read(archive) as opened:
        page.set_content(dossier_html(opened))
    page.emulate_media(media="print")
    for card in CARDS:
        broken = "all => all.length && all.every(one => getComputedStyle(one).breakInside === 'avoid')"
        assert page.eval_on_selector_all(card, broken), card
    folded = page.locator("details:not([open]) li").first
    assert folded.evaluate("one => one.getBoundingClientRect().height") > 0
    page.close()


def test_on_paper_no_marked_word_of_a_report_is_left_out(browser: Browser, archive: Path) -> None:
    page = browser.new_page()
    with Archive.to_read(archive) as opened:
        page.set_content(dossier_html(opened))
    page.emulate_media(media="print")
    left_out = "all => all.filter(one => !one.getClientRects().length).map(one => one.textContent)"
    assert page.locator(".text mark.open").count(), "the demo has questions, and who declines to comment"
    assert page.eval_on_selector_all(".text mark", left_out) == []
    page.close()


def test_a_printed_dossier_takes_few_sheets_for_each_report_and_few_bytes_for_each_sheet(
    browser: Browser, archive: Path, tmp_path: Path
) -> None:
    out = tmp_path / "all.pdf"
    assert run("dossier", "--archive", archive, "-o", out).returncode == 0
    with khabar.open(archive) as asked, out.open("rb") as file:
        pages = len(list(pages_in(file)))
        assert pages < 6 * asked.overview().reports
        assert out.stat().st_size < 50_000 * pages
