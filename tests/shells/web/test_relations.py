"""The pages of relations: pairs, one party with its partners, two parties over time."""

from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from lxml import html
from starlette.testclient import TestClient
from web_reader import Page

from khabar.shells.web.drawings.curve import curve
from khabar.store.archive import Archive
from khabar.views.relations import Partner, Relation, busiest, partners, relations

KOREA, RUSSIA = "كوريا الشمالية", "روسيا"


@pytest.fixture(scope="module")
def relation(demo: Path) -> Relation:
    with Archive.to_read(demo) as archive:
        return relations(archive, KOREA, RUSSIA)[0]


@pytest.fixture(scope="module")
def around_korea(demo: Path) -> tuple[Partner, ...]:
    with Archive.to_read(demo) as archive:
        return partners(archive, KOREA).items


def asked(links: list[str]) -> list[dict[str, str]]:
    return [{name: values[0] for name, values in parse_qs(urlsplit(link).query).items()} for link in links]


def test_the_busiest_pairs_are_those_of_the_view(reader: TestClient, demo: Path) -> None:
    with Archive.to_read(demo) as archive:
        found = busiest(archive, limit=30)
    links = html.fromstring(reader.get("/ar/relations").text).xpath("//table/tbody/tr/th/a/@href")
    assert asked(links) == [{"of": one.one, "with": one.other} for one in found]


def test_every_partner_is_drawn_with_a_line_to_the_middle(
    reader: TestClient, around_korea: tuple[Partner, ...]
) -> None:
    page = html.fromstring(reader.get(f"/ar/relations?of={quote(KOREA)}").text)
    lines = page.xpath("//a[path[contains(@class, 'edge')]]/@href")
    assert asked(lines) == [{"of": KOREA, "with": one.other} for one in around_korea[:12]]
    signs = page.xpath("//a/path[contains(@class, 'edge ')]/@class")
    scores = [one.score for one in around_korea[:12]]
    assert [sign.split()[1] for sign in signs] == ["for" if s > 0 else "contra" if s < 0 else "even" for s in scores]
    rows = page.xpath("//table/tbody/tr/th//bdi/text()")
    assert rows == [one.other for one in around_korea]


def test_a_partner_that_is_opened_brings_its_own_and_can_be_closed(reader: TestClient, demo: Path) -> None:
    with Archive.to_read(demo) as archive:
        theirs = {one.other for one in partners(archive, RUSSIA)} - {KOREA}
    page = html.fromstring(reader.get(f"/ar/relations?of={quote(KOREA)}").text)
    (opening,) = [link for link in page.xpath("//a[@class='opens']/@href") if asked([link])[0]["open"] == RUSSIA]
    grown = html.fromstring(reader.get(opening).text)
    lines = asked(grown.xpath("//a[path[contains(@class, 'edge')]]/@href"))
    assert {one["with"] for one in lines if one["of"] == RUSSIA} <= theirs
    assert any(one["of"] == RUSSIA for one in lines)
    (closing,) = [link for link in grown.xpath("//a[@class='opens']/@href") if "open" not in asked([link])[0]]
    assert len(html.fromstring(reader.get(closing).text).xpath("//a[path]")) < len(lines)


def test_two_parties_are_drawn_month_by_month(reader: TestClient, relation: Relation) -> None:
    page = html.fromstring(reader.get(f"/en/relations?of={quote(KOREA)}&with={quote(RUSSIA)}").text)
    months = asked(page.xpath("//svg[contains(@class, 'bars')]/a/@href"))
    drawn_of = curve(relation.months)
    shown = relation.months[drawn_of.earlier :]
    assert [one["month"] for one in months] == [month.month for month in shown]
    drawn = page.xpath("//svg[contains(@class, 'bars')]/a/rect[contains(@class, 'month')]/@class")
    scores = [month.score for month in shown]
    assert [one.split()[1] for one in drawn] == ["for" if s > 0 else "contra" if s < 0 else "even" for s in scores]
    turns = page.xpath("//svg[contains(@class, 'bars')]/circle[contains(@class, 'turns')]")
    assert len(turns) == sum(month.turns for month in shown)


def test_a_month_leads_to_the_events_behind_it(reader: TestClient, relation: Relation) -> None:
    for month in relation.months:
        page = reader.get(f"/ar/relations?of={quote(KOREA)}&with={quote(RUSSIA)}&month={month.month}").text
        shown = {link.rpartition("/")[2] for link in html.fromstring(page).xpath("//p[@class='gist']/a/@href")}
        assert set(month.claims) <= shown
        assert shown == {d.told.claim for d in relation.dealings if d.month == month.month}


def test_the_events_of_two_parties_come_in_pages(reader: TestClient, relation: Relation) -> None:
    page = Page(reader.get(f"/ar/relations?of={quote(KOREA)}&with={quote(RUSSIA)}").text)
    assert {f"/ar/claims/{d.told.claim}" for d in relation.dealings[:30]} <= page.links


def test_somebody_who_has_to_do_with_nobody_is_told_so(reader: TestClient) -> None:
    assert reader.get("/en/relations?of=Atlantis").status_code == 200
    assert "Nothing answers this" in reader.get("/en/relations?of=Atlantis&with=Russia").text
