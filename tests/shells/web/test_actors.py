"""The pages of actors show who is meant, in all spellings."""

import pytest
from starlette.testclient import TestClient
from web_reader import Page

from khabar.shells.web.languages import Language, label
from khabar.store.archive import Archive
from khabar.values.entity import Kind
from khabar.views.actors import actors, actors_in_brief
from khabar.views.relations import partners
from khabar.views.shown import ActorShown, shown
from khabar.views.statements import statements


@pytest.mark.parametrize("language", Language)
def test_actors_are_listed_with_those_of_most_reports_first(
    reader: TestClient, archive: Archive, language: Language
) -> None:
    text = reader.get(f"/{language}/actors").text
    places = [text.index(f'href="/{language}/actors/{actor.id}"') for actor in actors(archive, limit=50)]
    assert places == sorted(places)


def test_a_name_in_another_spelling_and_a_kind_narrow_the_list(reader: TestClient, archive: Archive) -> None:
    (kim,) = actors(archive, "كيم جونغ أون")
    assert f"/ar/actors/{kim.id}" in Page(reader.get("/ar/actors?about=كيم جونغ اون").text).links
    people = Page(reader.get("/ar/actors?kind=person").text).links
    assert {f"/ar/actors/{one.id}" for one in actors_in_brief(archive, kind=Kind.PERSON, limit=50)} <= people
    assert not [one for one in actors(archive) if one.kind is not Kind.PERSON and f"/ar/actors/{one.id}" in people]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", ["روسيا", "كيم جونج أون", "دميتري بيسكوف"])
def test_one_actor_has_names_offices_deeds_and_partners(
    reader: TestClient, archive: Archive, name: str, language: Language
) -> None:
    found = shown(archive, actors(archive, name)[0].id)
    assert isinstance(found, ActorShown)
    page = Page(reader.get(f"/{language}/actors/{found.actor.id}").text)
    assert all(words in page.words for words in (found.actor.name, *found.actor.also))
    assert all(office.title in page.words for office in (*found.actor.offices, *found.known_offices))
    assert {f"/{language}/claims/{entry.claim}" for entry in found.events[:50]} <= page.links
    assert all(label(language, "kin", relation) in page.words for relation, _ in found.kin)
    assert all(one.other in page.words for one in partners(archive, found.actor.id, limit=12))
    assert found.actor.wikidata is None or found.actor.wikidata in page.words


def test_a_name_anywhere_leads_to_its_actor(reader: TestClient, archive: Archive) -> None:
    (russia,) = [one for one in actors(archive, "روسيا") if one.kind is Kind.COUNTRY]
    assert reader.get("/en/named?name=روسيا").headers["location"] == f"/en/actors/{russia.id}"
    assert reader.get("/en/actors/x0000000").status_code == 404


def test_an_actors_own_words_stand_on_his_page_with_those_who_pass_them_on(
    reader: TestClient, archive: Archive
) -> None:
    (peskov,) = actors(archive, "دميتري بيسكوف")
    said = statements(archive, peskov)
    assert said
    assert all(set(one.chain[-1]) & {peskov.name, *peskov.also} for several in said for one in several)
    page = Page(reader.get(f"/ar/actors/{peskov.id}").text)
    assert all(several[0].quoted.words.strip() in page.words for several in said[:5])
