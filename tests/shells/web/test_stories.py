"""The pages of stories show what the view tells of them."""

import pytest
from starlette.testclient import TestClient
from web_reader import Page

from khabar.shells.web.languages import Language, label
from khabar.store.archive import Archive
from khabar.views.stories import stories
from khabar.views.story_parts import by_verdict, claims_of_story, copies_in_story, in_time


@pytest.mark.parametrize("language", Language)
def test_every_story_is_listed_with_its_headline_and_days(
    reader: TestClient, archive: Archive, language: Language
) -> None:
    page = Page(reader.get(f"/{language}/stories").text)
    for shown in stories(archive):
        assert f"/{language}/stories/{shown.story.id}" in page.links
        assert shown.story.title in page.words


def test_a_story_about_nobody_known_is_not_there(reader: TestClient) -> None:
    page = Page(reader.get("/en/stories?about=كوستاريكا").text)
    assert not [link for link in page.links if link.startswith("/en/stories/")]


@pytest.mark.parametrize("language", Language)
def test_a_story_has_its_reports_claims_and_actors(reader: TestClient, archive: Archive, language: Language) -> None:
    for shown in stories(archive):
        page = Page(reader.get(f"/{language}/stories/{shown.story.id}").text)
        assert {f"/{language}/reports/{report.id}" for report in shown.reports} <= page.links
        assert {f"/{language}/claims/{claim}" for claim in shown.story.claims} <= page.links
        assert all(actor in page.words for actor in shown.actors[:24])
        assert all(label(language, "verdict", verdict) in page.words for verdict, _ in shown.verdicts)


def test_a_copy_in_a_story_is_marked_with_what_kind_it_is(reader: TestClient, archive: Archive) -> None:
    copied = [shown for shown in stories(archive) if shown.lineages]
    assert copied
    for shown in copied:
        page = Page(reader.get(f"/ar/stories/{shown.story.id}").text)
        for descent in copies_in_story(archive, shown).values():
            assert f"نسخة: {label(Language.AR, 'copy_kind', descent.kind)}" in page.words


def test_what_is_disputed_comes_first_and_no_claim_is_lost_between_parts(archive: Archive) -> None:
    for shown in stories(archive):
        every = claims_of_story(archive, shown)
        parts = [c for n in range(0, every.total, 3) for c in claims_of_story(archive, shown, limit=3, offset=n)]
        assert parts == list(every)
        assert [c for group in by_verdict(every) for c in group.claims] == parts
        assert {c.id for c in every} == set(shown.story.claims)


def test_dated_claims_stand_in_order_of_time(archive: Archive) -> None:
    dated = [in_time(claims_of_story(archive, shown)) for shown in stories(archive)]
    assert any(len(found) > 1 for found in dated)
    for found in dated:
        days = [claim.time.earliest for claim in found if claim.time and claim.time.earliest]
        assert days == sorted(days)
