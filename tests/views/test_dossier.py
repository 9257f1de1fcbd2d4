"""The dossier is one page that stands alone: right to left, every link resolving, everything escaped."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html
from view_samples import GIFT, LEFT, REPORTS, SHIP, Shelf

import khabar.views.dossier as package
from khabar.builds import build
from khabar.store.archive import Archive
from khabar.values.report import Report
from khabar.views.dossier import Options, dossier_html
from khabar.weighing import Weighed


class Library(Shelf):
    def reports(self) -> Iterator[Report]:
        return iter(self.report(report_id) for report_id in REPORTS)


class With(Library):
    """The samples with other conclusions."""

    def __init__(self, **other: object) -> None:
        self._other = other

    def weighed(self) -> Weighed:
        return replace(super().weighed(), **self._other)


class Hostile(Library):
    def report(self, report_id: str) -> Report:
        report = super().report(report_id)
        return replace(report, title="<script>alert(1)</script>", url="javascript:alert(1)")


def page(options: Options | None = None) -> html.HtmlElement:
    return html.document_fromstring(dossier_html(Library(), options or Options()))


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


def test_a_report_without_an_outlet_is_a_source_by_its_headline_and_leads_to_its_text(tmp_path: Path) -> None:
    report = Report("420653bc1cb70cdf", "وصول القمح\n\nسلمت روسيا كوريا الشمالية شحنة من القمح.", "4" * 64)
    with Archive.to_write(tmp_path / "a.khabar") as archive:
        build(archive, [report], workers=1)
        tree = html.document_fromstring(dossier_html(archive))
    (link,) = {a.get("href") for a in tree.xpath("//section[@id='claims']//a") if "وصول القمح" in a.text_content()}
    assert link == "#r1"
    assert [b.get("class") for b in tree.iter("bdi") if b.text_content() == report.id] == ["id"], (
        "beside its text alone"
    )


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


def luminance(colour: tuple[float, ...]) -> float:
    """Relative luminance of sRGB (WCAG 2.2)."""
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in (x / 255 for x in colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def colours(dark: bool) -> dict[str, tuple[float, ...]]:
    """The colours of one theme, by name; those that let through are laid over the surface."""
    style = (Path(package.__file__).parent / "style.css").read_text(encoding="utf-8")
    light, night = (block.split("}")[0] for block in style.split(":root {")[1:3])
    told = dict(re.findall(r"--(\w+): ([^;]+);", light)) | (
        dict(re.findall(r"--(\w+): ([^;]+);", night)) if dark else {}
    )
    solid = {n: tuple(int(v[i : i + 2], 16) for i in (1, 3, 5)) for n, v in told.items() if v.startswith("#")}
    for name, value in told.items():
        parts = re.fullmatch(r"rgb\((\d+) (\d+) (\d+) / (\d+)%\)", value)
        if parts:
            *over, share = (float(part) for part in parts.groups())
            pairs = zip(over, solid["surface"], strict=True)
            solid[name] = tuple(top * share / 100 + under * (1 - share / 100) for top, under in pairs)
    return solid


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["paper", "surface", "tint", "said", "refused", "asked", "cited", "found"])
@pytest.mark.parametrize("ink", ["ink", "link", "red"])
def test_letters_stand_out_from_what_is_behind_them(dark: bool, ground: str, ink: str) -> None:
    theme = colours(dark)
    one, other = sorted((luminance(theme[ink]), luminance(theme[ground])))
    assert (other + 0.05) / (one + 0.05) >= 4.5


def test_exchanges_name_the_measures_that_they_would_fall_under() -> None:
    gift = replace(GIFT, from_side="country.ru", to_side="country.kp")
    told = dossier_html(With(exchanges=(gift,)))
    assert "1718" not in dossier_html(Library())
    assert "قرار مجلس الأمن 1718 (2006)" in told
    assert "يندرج، إن وقع كما روي" in told


def test_two_parties_have_their_relation_drawn() -> None:
    ship = replace(SHIP, acting=("country.om",), acted_on=("country.ye",))
    tree = html.document_fromstring(dossier_html(With(claims=(LEFT, ship)), Options(between=("عمان", "اليمن"))))
    (row,) = tree.xpath("//section[@id='relations']//tbody/tr")
    assert "+2" in row.text_content()
    assert row.xpath(".//a/@href") == ["#c1"]
    assert tree.xpath("//h1")[0].text_content() == "ملف خبري عن عمان واليمن"


def test_what_has_no_date_is_folded_away() -> None:
    tree = page()
    assert tree.xpath("//section[@id='timeline']/ol/li//bdi/text()")[0] == "عُمان"
    assert "غادر الوفد" in tree.xpath("//section[@id='timeline']/details")[0].text_content()


def test_the_summary_says_what_goes_which_way_and_what_is_open() -> None:
    tree = page()
    assert "عُمان" in tree.xpath("//ul[@class='ways']")[0].text_content()
    assert tree.xpath("//ul[@class='ways']//a[@class='cite']/@href") == ["#x1"]
