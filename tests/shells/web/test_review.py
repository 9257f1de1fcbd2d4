"""Who may write, what is kept, and that every page shows it at once."""

import json
import shutil
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from web_reader import Page, reader_of

from khabar.store.archive import Archive

REPORT = "treaty-2024-06-20"
TOKEN = "not-to-be-guessed"


@pytest.fixture
def own(demo: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(demo, tmp_path / "own.khabar"))


def reviewer_of(archive: Path) -> TestClient:
    reader = reader_of(archive, token=TOKEN)
    entered = reader.post("/ar/review/enter", data={"token": TOKEN, "name": "ليلى"})
    assert "httponly" in entered.headers["set-cookie"].lower()
    assert "samesite=strict" in entered.headers["set-cookie"].lower()
    return reader


def test_only_who_has_the_token_is_let_in(own: Path) -> None:
    stranger = reader_of(own, token=TOKEN)
    stranger.post("/ar/review/enter", data={"token": "guess", "name": "x"})
    refused = stranger.post("/ar/review/correct", data={"item": f"{REPORT}#a1", "ruling": "wrong"})
    assert refused.status_code == 403
    assert "review/enter" not in stranger.get("/ar/review?token=guess").text
    assert "review/enter" in stranger.get(f"/ar/review?token={TOKEN}").text
    assert "review/correct" not in stranger.get(f"/ar/reports/{REPORT}").text


def test_without_review_nobody_is_let_in(own: Path) -> None:
    reader = reader_of(own)
    for guess in ("", "None"):
        reader.post("/ar/review/enter", data={"token": guess, "name": "x"})
        reader.cookies.set("khabar-reviewer", f"{guess}.78")
        assert reader.post("/ar/review/correct", data={"item": f"{REPORT}#a1", "ruling": "wrong"}).status_code == 403


def test_another_site_cannot_write_in_a_reviewers_name(own: Path) -> None:
    reviewer = reviewer_of(own)
    for origin in ("http://evil.example", "null", "http://localhost.evil.example"):
        data = {"item": f"{REPORT}#a1", "ruling": "wrong"}
        assert reviewer.post("/ar/review/correct", data=data, headers={"origin": origin}).status_code == 403
    with Archive.to_read(own) as archive:
        assert archive.corrections() == ()


def test_a_correction_is_on_every_page_at_once_with_its_author(own: Path) -> None:
    anybody = reader_of(own, token=TOKEN)
    before = anybody.get(f"/ar/reports/{REPORT}").text
    reviewer = reviewer_of(own)
    data = {"item": f"{REPORT}#a2", "ruling": "stance:denies", "because": "نفاه"}
    kept = reviewer.post("/ar/review/correct", data=data, headers={"origin": "http://localhost"})
    assert kept.status_code == 303
    after = anybody.get(f"/ar/reports/{REPORT}").text
    assert after != before
    assert "ليلى" in Page(after).words
    assert "نفاه" in Page(anybody.get("/ar/review").text).words
    key = key_of_newest(reviewer)
    assert reviewer.post("/ar/review/undo", data={"key": key}).status_code == 303
    assert anybody.get(f"/ar/reports/{REPORT}").text == before
    said, withdrawn = Path(f"{own}.corrections.jsonl").read_text(encoding="utf-8").splitlines()
    assert (json.loads(said)["correction"]["because"], json.loads(withdrawn)["withdrawal"]["author"]) == (
        "نفاه",
        "ليلى",
    )


def key_of_newest(reviewer: TestClient) -> str:
    html = reviewer.get("/ar/review").text
    return html.partition('name="key" value="')[2].partition('"')[0]


def test_two_actors_are_judged_the_same_and_the_page_of_one_names_both(own: Path) -> None:
    reviewer = reviewer_of(own)
    with Archive.to_read(own) as archive:
        one, other = [actor.name for actor in archive.weighed().actors if actor.kind == "person"][:2]
    kept = reviewer.post("/en/review/judge", data={"one": one, "other": other, "same": "true"})
    assert kept.status_code == 303
    with Archive.to_read(own) as archive:
        assert any({one, other} <= {actor.name, *actor.also} for actor in archive.weighed().actors)


def test_what_fits_nothing_is_told_and_changes_nothing(own: Path) -> None:
    reviewer = reviewer_of(own)
    for data in ({"item": f"{REPORT}#a1", "ruling": "status:denied"}, {"item": "x", "ruling": "wrong"}):
        assert reviewer.post("/en/review/correct", data=data).status_code in (400, 404, 422)
    assert reviewer.post("/en/review/correct", data={"ruling": "wrong"}).status_code == 422
    assert reviewer.post("/en/review/undo", data={"key": "0"}).status_code == 404


def test_a_page_with_forms_is_never_kept_for_others(own: Path) -> None:
    reviewer = reviewer_of(own)
    assert "review/correct" in reviewer.get(f"/ar/reports/{REPORT}").text
    assert "etag" not in reviewer.get(f"/ar/reports/{REPORT}").headers
    assert "review/correct" not in reader_of(own, token=TOKEN).get(f"/ar/reports/{REPORT}").text


def test_whom_nobody_knows_cannot_be_judged_and_the_page_says_whom(own: Path) -> None:
    reviewer = reviewer_of(own)
    data = {"one": "لا أحد", "other": "روسيا", "same": "true"}
    answer = reviewer.post("/ar/review/judge", data=data)
    assert answer.status_code == 404
    assert "«لا أحد»" in answer.text
    assert "/ar/review" in Page(answer.text).links


@pytest.mark.parametrize("name", ["", "   "])
def test_nobody_reviews_without_a_name(own: Path, name: str) -> None:
    stranger = reader_of(own, token=TOKEN)
    assert stranger.post("/ar/review/enter", data={"token": TOKEN, "name": name}).status_code == 422
    assert "set-cookie" not in stranger.get("/ar/review").headers
    assert "required" in stranger.get(f"/ar/review?token={TOKEN}").text


def test_an_address_of_an_earlier_start_says_so(own: Path) -> None:
    stranger = reader_of(own, token=TOKEN)
    assert "لم يعد هذا العنوان صالحا" in stranger.get("/ar/review?token=of-yesterday").text
    assert "لم يعد" not in stranger.get("/ar/review").text


def test_who_joined_two_actors_is_told_where_it_is_taken_back(own: Path) -> None:
    reviewer = reviewer_of(own)
    with Archive.to_read(own) as archive:
        one, other = [actor.name for actor in archive.weighed().actors if actor.kind == "person"][:2]
    kept = reviewer.post("/en/review/judge", data={"one": one, "other": other, "same": "true"}, follow_redirects=True)
    assert "can be taken back there" in kept.text
    assert "review/undo" in kept.text
    with Archive.to_read(own) as archive:
        joined = next(actor for actor in archive.weighed().actors if {one, other} <= {actor.name, *actor.also})
    assert "/ar/review" in Page(reviewer.get(f"/ar/actors/{joined.id}").text.partition("<main")[2]).links
