"""The page of contradictions sets the sides next to one another."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient
from web_reader import Page, archive_of, reader_of

from khabar.shells.web.languages import Language, label
from khabar.store.archive import Archive
from khabar.views.contradictions import contradictions

TOLLS = (
    "قالت وزارة الصحة إن الزلزال في مدينة المرسى أسفر عن مقتل 40 شخصا.",
    "قالت وزارة الصحة إن الزلزال في مدينة المرسى أسفر عن مقتل 55 شخصا.",
)


@pytest.mark.parametrize("language", Language)
def test_each_side_has_its_value_its_chain_and_its_sentence(
    reader: TestClient, archive: Archive, language: Language
) -> None:
    page = Page(reader.get(f"/{language}/contradictions").text)
    found = contradictions(archive)
    assert found
    for one in found:
        assert label(language, "bearing", one.contradiction.bearing) in page.words
        for telling in (telling for side in one.sides for telling in side.tellings):
            assert telling.quoted.words in page.words
            assert all(name in page.words for link in telling.chain for name in link)
        for side in one.sides:
            assert label(language, "differing_value", side.value.replace(" ", "-")) in page.words


def test_those_of_one_story_alone_can_be_asked_for(reader: TestClient, archive: Archive) -> None:
    first, *others = contradictions(archive)
    page = reader.get(f"/ar/contradictions?story={first.contradiction.story}").text
    assert first.contradiction.id in Page(page).ids
    assert not {one.contradiction.id for one in others if one.contradiction.story != first.contradiction.story} & set(
        Page(page).ids
    )
    assert reader.get("/ar/contradictions?story=s0000").status_code == 404


def test_an_update_is_not_shown_as_a_contradiction(tmp_path: Path) -> None:
    path = archive_of(tmp_path / "t.khabar", *TOLLS)
    with Archive.to_read(path) as archive:
        (one,) = contradictions(archive)
    page = reader_of(path).get("/en/contradictions").text
    assert f'class="difference b-{one.contradiction.bearing}"' in page
    assert "update" in Page(page).words
    assert {"40", "55"} <= set(Page(page).words.split())
    assert "b-contradiction" not in page


def test_a_claims_page_shows_the_figures_that_are_told_of_it_next_to_one_another(tmp_path: Path) -> None:
    path = archive_of(tmp_path / "t.khabar", *TOLLS)
    with Archive.to_read(path) as archive:
        (found,) = contradictions(archive)
    reader = reader_of(path)
    for claim in found.contradiction.claims:
        page = Page(reader.get(f"/ar/claims/{claim}").text)
        assert "ما ترويه التقارير منه على وجوه مختلفة" in page.words
        assert found.contradiction.id in page.ids
