"""However an archive came about, report by report or at once, its conclusions are the same to the letter."""

import random
import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive_rows import rows_of
from khabar import builds
from khabar.store.archive import Archive
from khabar.store.places import GAP, places_for, taken_over
from khabar.values.correction import Corrected, Correction, Ruling
from khabar.values.judgement import Judged, Judgement
from khabar.values.reason import Passage
from khabar.versions import reader
from khabar.views.usual_names import in_usual_names, usual_names
from steps import Read, any_ruling, at_once, demo_read, in_steps, told


@pytest.fixture(scope="module")
def demo() -> list[Read]:
    return demo_read()


def cut(pairs: Sequence[Read], seed: int) -> list[list[Read]]:
    """The reports in another order, in some steps."""
    chance = random.Random(seed)
    mixed = chance.sample(pairs, len(pairs))
    ends = sorted(chance.sample(range(1, len(pairs)), chance.randint(1, min(5, len(pairs) - 1))))
    return [list(mixed[a:b]) for a, b in zip([0, *ends], [*ends, len(mixed)], strict=True)]


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10**6))
def test_steps_in_any_order_come_to_the_same_as_all_at_once(tmp_path_factory, demo, seed: int) -> None:
    folder = tmp_path_factory.mktemp("steps")
    pairs = [*demo, *told()]
    assert in_steps(folder / "steps.khabar", cut(pairs, seed)) == at_once(folder / "once.khabar", pairs)


def test_most_stories_are_left_alone_when_a_report_comes(tmp_path: Path, demo: list[Read]) -> None:
    pairs = [*demo, *told()]
    in_steps(tmp_path / "a.khabar", [pairs[:-1]])
    before = chapters_of(tmp_path / "a.khabar")
    in_steps(tmp_path / "a.khabar", [pairs[-1:]])
    after = chapters_of(tmp_path / "a.khabar")
    assert len(before & after) > len(before) // 2


def chapters_of(path: Path) -> set[tuple[int, str]]:
    database = sqlite3.connect(path)
    found = set(database.execute("SELECT place, key FROM chapters").fetchall())
    database.close()
    return found


def test_judgements_come_and_go_without_a_trace(tmp_path: Path, demo: list[Read]) -> None:
    pairs = [*demo, *told()]
    path = tmp_path / "a.khabar"
    plain = in_steps(path, [pairs])
    for judgement in judgements_on(path):
        with Archive.to_write(path) as archive:
            archive.keep_judgement(judgement)
        judged = in_steps(path, [()])
        assert judged == at_once(tmp_path / f"{judgement.of}{judgement.same}.khabar", pairs, [judgement])
        assert judged != plain
        with Archive.to_write(path) as archive:
            assert archive.undo_judgement(judgement)
        assert in_steps(path, [()]) == plain


def test_corrections_come_and_go_without_a_trace(tmp_path: Path, demo: list[Read]) -> None:
    pairs = [*demo, *told()]
    path = tmp_path / "a.khabar"
    plain = in_steps(path, [pairs])
    for correction in corrections_on(path):
        with Archive.to_write(path) as archive:
            archive.keep_correction(correction)
        mended = in_steps(path, [()])
        assert mended == at_once(tmp_path / f"{correction.of}{correction.ruling}.khabar", pairs, (), [correction])
        assert mended != plain
        with Archive.to_write(path) as archive:
            assert archive.undo_correction(correction)
        assert in_steps(path, [()]) == plain


def test_a_correction_opens_no_story_but_those_it_bears_on_and_draws_no_outline(
    tmp_path: Path, demo: list[Read], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.khabar"
    in_steps(path, [[*demo, *told()]])
    before = chapters_of(path)
    monkeypatch.setattr("khabar.weighing.sketch.outline_of", refuse)
    for correction in corrections_on(path):
        with Archive.to_write(path) as archive:
            archive.keep_correction(correction)
        in_steps(path, [()])
        assert len(before - chapters_of(path)) in (1, 2), correction
        with Archive.to_write(path) as archive:
            assert archive.undo_correction(correction)
        in_steps(path, [()])
        assert chapters_of(path) == before


def refuse(*given: object) -> None:
    raise AssertionError("an outline is drawn")


def test_after_any_corrections_and_judgements_all_is_as_if_it_had_been_said_before(
    tmp_path: Path, demo: list[Read]
) -> None:
    pairs = [*demo, *told()]
    path = tmp_path / "a.khabar"
    in_steps(path, [pairs[:-2]])
    judged, corrected = judgements_on(path), corrections_on(path)
    said = [corrected[1], judged[2], corrected[2], judged[0], corrected[0]]
    for n, one in enumerate(said):
        say(path, one)
        in_steps(path, [pairs[-2:-1] if n == 2 else ()])  # a report comes in between
    take_back(path, judged[2])
    whole = in_steps(path, [pairs[-1:]])
    assert whole == at_once(tmp_path / "b.khabar", pairs, [judged[0]], corrected)


def say(path: Path, one: Judgement | Correction) -> None:
    with Archive.to_write(path) as archive:
        if isinstance(one, Judgement):
            archive.keep_judgement(one)
        else:
            archive.keep_correction(one)


def take_back(path: Path, judgement: Judgement) -> None:
    with Archive.to_write(path) as archive:
        assert archive.undo_judgement(judgement)


def test_every_ruling_on_any_item_comes_to_what_weighing_all_anew_comes_to(tmp_path: Path, demo: list[Read]) -> None:
    path = tmp_path / "a.khabar"
    pairs = [*demo[:6], *told()]
    in_steps(path, [pairs])
    chance = random.Random(7)
    kept: list[Correction] = []
    for _ in range(6):
        report, reading = chance.choice([pair for pair in pairs if pair[1].attributions or pair[1].events])
        kept.append(any_ruling(reading, chance, len(kept)))
        say(path, kept[-1])
        in_steps(path, [()])
    assert in_steps(path, [()]) == at_once(tmp_path / "b.khabar", pairs, (), kept)


def corrections_on(path: Path) -> list[Correction]:
    """Rulings on what somebody says of an event on which alone a claim rests, and on that event."""
    with Archive.to_read(path) as archive:
        told = (c.positions[0] for c in archive.weighed().claims if len(c.positions) == 1 and c.positions[0].event)
        for position in told:
            reading = archive.reading(position.passage.report_id)
            assert reading is not None
            event = next(e for e in reading.events if e.id == position.event)
            if event.attribution and event.status == "actual" and position.stance == "asserts":
                break
    saying = next(a for a in reading.attributions if a.id == event.attribution)
    content, anchor = (Passage(reading.report_id, span) for span in (saying.content, event.anchor))
    by, at = "المحررة", "2024-06-18T10:00:00+00:00"
    return [
        Correction(Corrected.SAYING, content, Ruling.WRONG, by, at),
        Correction(Corrected.EVENT, anchor, Ruling.STATUS, by, at, "planned"),
        Correction(Corrected.EVENT, anchor, Ruling.TIME, by, at, "2019-03"),
    ]


def judgements_on(path: Path) -> list[Judgement]:
    with Archive.to_read(path) as archive:
        weighed = archive.weighed()
        long = max(weighed.claims, key=lambda c: len(c.positions))
        far = next(c for c in weighed.claims if c.positions[0].passage.report_id == "r6")
        actors = [a for a in weighed.actors if a.kind == "person" and len(a.reports) == 1][:2]
        named = [Passage(a.members[0][0], mention(archive, *a.members[0])) for a in actors]
    ends = long.positions[0].passage, long.positions[-1].passage
    at = "2024-06-18T10:00:00+00:00"
    return [
        Judgement(Judged.CLAIM, True, ends[0], far.positions[0].passage, "المحررة", at),
        Judgement(Judged.CLAIM, False, *ends, "المحررة", at),
        Judgement(Judged.ACTOR, True, *named, "المحررة", at),
    ]


def mention(archive: Archive, report_id: str, entity_id: str):  # noqa: ANN201
    reading = archive.reading(report_id)
    assert reading is not None
    return next(e.mentions[0] for e in reading.entities if e.id == entity_id)


def test_what_is_read_otherwise_is_weighed_otherwise(tmp_path: Path, demo: list[Read]) -> None:
    path = tmp_path / "a.khabar"
    in_steps(path, [demo])
    report, reading = demo[0]
    other = replace(reading, events=(), attributions=reading.attributions[:1])
    assert in_steps(path, [[(report, other)]]) == at_once(tmp_path / "b.khabar", [(report, other), *demo[1:]])


def test_another_version_of_the_weigher_finds_everything_out_anew(
    tmp_path: Path, demo: list[Read], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.khabar"
    plain = in_steps(path, [demo[:-1]])
    assert plain["claims"]
    opened = []
    keep = builds.conclude
    monkeypatch.setattr(builds, "weigher", lambda: "a later version")
    monkeypatch.setattr(builds, "conclude", lambda *given: opened.append(keep(*given)) or opened[-1])
    assert in_steps(path, [demo[-1:]]) == at_once(tmp_path / "b.khabar", demo)
    assert all(story.chapter for story in opened[-1].stories)


def test_conclusions_drawn_by_another_build_meanwhile_are_not_written_over(tmp_path: Path) -> None:
    pairs = told()
    path = tmp_path / "a.khabar"
    in_steps(path, [pairs[:4]])
    with Archive.to_write(path) as archive:
        archive.keep(*pairs[4])
        new, desk = archive.not_weighed(), archive.desk(builds.weigher())
        found = builds.conclude(desk, (), desk)
        in_steps(path, [pairs[5:]])
        assert not archive.keep_conclusions(found, desk, reader(), new)
    assert rows_of(path) == at_once(tmp_path / "b.khabar", pairs)


def test_what_somebody_corrects_meanwhile_is_not_passed_over(tmp_path: Path, demo: list[Read]) -> None:
    path = tmp_path / "a.khabar"
    in_steps(path, [demo[:-1]])
    (correction, *_) = corrections_on(path)
    with Archive.to_write(path) as archive:
        archive.keep(*demo[-1])
        new, desk = archive.not_weighed(), archive.desk(builds.weigher())
        found = builds.conclude(desk, (), desk)
        archive.keep_correction(correction)
        assert not archive.keep_conclusions(found, desk, reader(), new)
    assert in_steps(path, [()]) == at_once(tmp_path / "b.khabar", demo, (), [correction])


def test_what_another_build_reads_otherwise_while_one_weighs_is_not_left_out(tmp_path: Path, demo: list[Read]) -> None:
    path = tmp_path / "a.khabar"
    in_steps(path, [demo[:-1]])
    report, reading = demo[0]
    other = replace(reading, events=())
    with Archive.to_write(path) as archive:
        archive.keep(*demo[-1])
        new, desk = archive.not_weighed(), archive.desk(builds.weigher())
        desk.rests_on()
        archive.keep(report, other)
        found = builds.conclude(desk, (), desk, usual_names)
        assert archive.keep_conclusions(in_usual_names(found), desk, reader(), new)
    assert in_steps(path, [()]) == at_once(tmp_path / "b.khabar", [(report, other), *demo[1:]])


def test_what_another_build_has_read_just_so_need_not_be_weighed_again(tmp_path: Path, demo: list[Read]) -> None:
    path = tmp_path / "a.khabar"
    in_steps(path, [demo])
    with Archive.to_write(path) as archive:
        archive.keep(*demo[0])
        assert archive.is_weighed_by(reader())


def test_places_are_kept_and_rise() -> None:
    first = places_for(["a", "b", "c"], {})
    assert first is not None
    second = places_for(["x", "a", "y", "b", "z", "c", "w"], first)
    assert second is not None
    assert {item: second[item] for item in first} == first
    assert list(second.values()) == sorted(second.values())
    assert len(set(second.values())) == 7


def test_what_comes_for_what_goes_has_its_place() -> None:
    first = {"a": 10, "b": 20, "c": 30, "d": 40}
    assert taken_over(["a", "x", "y", "d"], first) == {"a": 10, "x": 20, "y": 30, "d": 40}
    assert taken_over(["x", "b", "c", "y"], first) == {"x": 10, "b": 20, "c": 30, "y": 40}


@pytest.mark.parametrize("now", [["a", "x", "d"], ["a", "x", "y", "z", "d"], ["a", "d", "x", "y"]])
def test_where_another_number_comes_than_goes_each_gets_a_place_of_its_own(now: list[str]) -> None:
    first = {"a": 10, "b": 20, "c": 30, "d": 40}
    assert taken_over(now, first) == {"a": 10, "d": 40}


@pytest.mark.parametrize("taken", [{"a": 1, "b": 2}, {"a": GAP, "c": GAP + 5, "b": GAP - 1}])
def test_where_there_is_no_room_or_no_order_there_are_no_places(taken: dict[str, int]) -> None:
    assert places_for(["a", "c", "b"], taken) is None
