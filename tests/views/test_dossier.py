"""The dossier is one page that stands alone: right to left, every link resolving, everything escaped."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from lxml import html
from view_samples import REPORTS, Shelf

import khabar.views.dossier as package
from khabar.values.report import Report
from khabar.views.dossier import Options, dossier_html


class Library(Shelf):
    def reports(self) -> Iterator[Report]:
        return iter(self.report(report_id) for report_id in REPORTS)


class Hostile(Library):
    def report(self, report_id: str) -> Report:
        report = super().report(report_id)
        return replace(report, title="<script>alert(1)</script>", url="javascript:alert(1)")


def page(options: Options = Options()) -> html.HtmlElement:  # noqa: B008
    return html.document_fromstring(dossier_html(Library(), options))


def test_the_page_is_arabic_and_right_to_left() -> None:
    assert (page().get("lang"), page().get("dir")) == ("ar", "rtl")


def test_every_link_into_the_page_resolves_and_ids_are_unique() -> None:
    for options in (Options(), Options(texts=1), Options(texts=0, listed=0), Options(characters=10)):
        ids = page(options).xpath("//@id")
        assert len(ids) == len(set(ids))
        assert {link[1:] for link in page(options).xpath("//a/@href") if link.startswith("#")} <= set(ids)


def test_nothing_is_fetched_from_outside() -> None:
    tree = page()
    assert not tree.xpath("//@src | //link | //iframe | //img | //object")
    assert "url(" not in dossier_html(Library())
    assert all(a.get("rel", "").startswith("noopener") for a in tree.xpath("//a[starts-with(@href, 'http')]"))


def test_what_a_report_holds_is_escaped() -> None:
    told = dossier_html(Hostile())
    assert "<script>alert" not in told
    assert "&lt;script&gt;alert" in told
    assert "javascript:" not in told


def test_the_same_archive_gives_the_same_bytes() -> None:
    assert dossier_html(Library()) == dossier_html(Library())


def test_both_sides_of_a_claim_stand_there_with_their_chains() -> None:
    (claim,) = page().xpath("//article[@id='c1']")
    (asserts,) = claim.xpath(".//section[contains(@class, 'side-asserts')]")
    (denies,) = claim.xpath(".//section[contains(@class, 'side-denies')]")
    nodes = [" ".join(n.text_content().split()) for n in asserts.find_class("node")]
    assert nodes[0].startswith("صحيفة الساحل")
    assert nodes[1] == "وكالة المرسى"
    assert "مصدر" in nodes[2]
    assert "مسقط" in denies.text_content()


def test_what_reports_differ_on_stands_there_with_those_who_tell_each_value() -> None:
    (section,) = page().xpath("//section[@id='differences']")
    values = [" ".join(dt.text_content().split()) for dt in section.iter("dt")]
    assert [value.split()[0] for value in values] == ["يثبته", "ينفيه"]
    assert "موقع الضفة" in section.text_content()
    assert section.xpath(".//dd//a[starts-with(@href, '#r')]")


def test_a_lineage_shows_who_follows_whom_and_whom_it_credits() -> None:
    (section,) = page().xpath("//section[@id='copies']")
    first, copy = (" ".join(li.text_content().split()) for li in section.xpath(".//ul[@class='lineage']/li"))
    assert "صحيفة الساحل" in first
    assert "مختصرة: نسخة من صحيفة الساحل" in copy
    assert "وتسمي وكالة المرسى" in copy


def test_headings_never_skip_a_level() -> None:
    levels = [int(h.tag[1]) for h in page().iter("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in zip(levels, levels[1:], strict=False))


def test_arabic_stands_in_the_catalogue_alone() -> None:
    home = Path(package.__file__).parent
    for file in (*home.glob("*.py"), *home.glob("templates/*")):
        bare = re.sub(r'"""[\s\S]*?"""|#.*', "", file.read_text(encoding="utf-8"))
        assert not re.search("[\u0621-\u064a]", bare), file.name
