"""Whatever people judge of actors, one word after the other, comes to what weighing everything anew comes to."""

import random
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from khabar.store.archive import Archive
from khabar.store.concluded.claims import add_claims
from khabar.store.database import Database
from khabar.values.actor import Actor
from khabar.values.claim import Claim
from khabar.values.correction import Correction
from khabar.values.entity import Kind
from khabar.values.judgement import Judged, Judgement
from khabar.values.reason import Passage
from khabar.versions import reader
from steps import Read, any_ruling, at_once, demo_read, in_steps, told
from telling import Telling

_WORDS = 6  # that are said or taken back, one after the other


@pytest.fixture(scope="module")
def pairs() -> list[Read]:
    return [*demo_read(), *told(), *namesakes()]


def namesakes() -> list[Read]:
    """Names that are short, that several have, that belong to somebody, and that stand in two scripts."""
    tellings = [
        Telling("n1", "قال راشد بن سعيد إن الجسر مغلق").entity("راشد بن سعيد", "person"),
        Telling("n2", "قال راشد بن سعيد المنصوري إن الجسر مفتوح").entity("راشد بن سعيد المنصوري", "person"),
        Telling("n3", "قال راشد بن سعيد النعيمي إن الجسر مغلق").entity("راشد بن سعيد النعيمي", "person"),
        Telling("n4", "Khaled al-Mansouri said so").entity("Khaled al-Mansouri", "person"),
        Telling("n5", "قال خالد المنصوري ذلك").entity("خالد المنصوري", "person"),
        Telling("n6", "في طرابلس هدوء").entity("طرابلس", "place", wikidata="Q3579"),
        Telling("n7", "في طرابلس قتال").entity("طرابلس", "place", wikidata="Q168954"),
        ministry("n8", "النرويج"),
        ministry("n9", "الدنمارك"),
        ministry("n10", "النرويج"),
    ]
    tellings[0].says(["راشد بن سعيد"], "الجسر مغلق")
    tellings[1].says(["راشد بن سعيد المنصوري"], "الجسر مفتوح")
    return [(report, replace(reading, reader=reader())) for report, reading in (t.read for t in tellings)]


def ministry(report: str, of: str) -> Telling:
    telling = Telling(report, f"قالت وزارة الصحة في {of} إن اللقاح وصل").entity(of, "country", wikidata=f"Q-{of}")
    telling.entity("وزارة الصحة", "organisation", of=of, rule="head:ministry")
    return telling.says(["وزارة الصحة"], "اللقاح وصل", cue="قالت")


@pytest.mark.parametrize("seed", range(6))
def test_judgements_of_actors_in_any_order_come_to_what_all_at_once_comes_to(
    tmp_path: Path, pairs: list[Read], seed: int
) -> None:
    path, fresh = tmp_path / "steps.khabar", tmp_path / "fresh.khabar"
    in_steps(path, [pairs])
    for _ in words_said(path, pairs, random.Random(seed)):
        stepwise = in_steps(path, [()])
    with Archive.to_read(path) as archive:
        judgements = archive.judgements()
    assert stepwise == at_once(tmp_path / "once.khabar", pairs, judgements)
    with Archive.to_write(fresh) as archive:
        for pair in pairs:
            archive.keep(*pair)
        for judgement in judgements:
            archive.keep_judgement(judgement)
    in_steps(fresh, [()])
    assert kin_in(path) == kin_in(fresh)


@pytest.mark.parametrize("seed", range(4))
def test_judgements_corrections_and_reports_in_any_order_come_to_what_all_at_once_comes_to(
    tmp_path: Path, pairs: list[Read], seed: int
) -> None:
    path, chance = tmp_path / "steps.khabar", random.Random(seed)
    first = chance.sample(pairs, len(pairs) - 3)
    late = [pair for pair in pairs if pair not in first]
    in_steps(path, [first])
    corrections: list[Correction] = []
    for n, _ in enumerate(words_said(path, first, chance)):
        _, reading = chance.choice([pair for pair in first if pair[1].attributions or pair[1].events])
        corrections.append(any_ruling(reading, chance, n))
        with Archive.to_write(path) as archive:
            archive.keep_correction(corrections[-1])
        stepwise = in_steps(path, [late[n // 2 : n // 2 + 1] if n % 2 else ()])
    with Archive.to_read(path) as archive:
        judgements = archive.judgements()
    assert stepwise == at_once(tmp_path / "once.khabar", pairs, judgements, corrections)


@pytest.mark.parametrize("seed", range(4))
def test_a_name_that_only_now_means_one_country_is_shown_otherwise_wherever_it_comes(
    tmp_path: Path, pairs: list[Read], seed: int
) -> None:
    path, chance = tmp_path / "steps.khabar", random.Random(seed)
    names = {e.name for _, reading in pairs for e in reading.entities if e.kind is not Kind.PLACE}
    # reports go by their outlets where they name nobody, and an outlet may be called as an actor is
    here = [(replace(report, outlet=chance.choice(sorted(names))), reading) for report, reading in pairs]
    in_steps(path, [here])
    of_countries = [(r.id, e.mentions) for r, reading in here for e in reading.entities if e.kind is Kind.COUNTRY]
    countries = [Passage(report, mention) for report, mentions in of_countries for mention in mentions[:1]]
    judgements: list[Judgement] = []
    for n in range(_WORDS):
        ends = (chance.choice(countries), two_named(here, chance, alike=False)[0])
        judgements.append(Judgement(Judged.ACTOR, True, *ends, "المحررة", f"2024-06-18T10:00:0{n}+00:00"))
        with Archive.to_write(path) as archive:
            archive.keep_judgement(judgements[-1])
        stepwise = in_steps(path, [()])
    with Archive.to_read(path) as archive:
        judgements = list(archive.judgements())
    assert stepwise == at_once(tmp_path / "once.khabar", here, judgements)


def words_said(path: Path, pairs: list[Read], chance: random.Random) -> Iterator[None]:
    """Says of two at a time that they are the same or not, or takes a word back, and waits after each."""
    kept: list[Judgement] = []
    for n in range(_WORDS):
        with Archive.to_write(path) as archive:
            if kept and chance.random() < 0.3:
                assert archive.undo_judgement(kept.pop(chance.randrange(len(kept))))
            else:
                same = chance.random() < 0.6
                ends = two_named(pairs, chance, alike=not same or chance.random() < 0.3)
                word = Judgement(Judged.ACTOR, same, *ends, "المحررة", f"2024-06-18T10:00:0{n}+00:00")
                archive.keep_judgement(word)
                kept = [one for one in kept if {one.one, one.other} != set(ends)] + [word]
        yield


def two_named(pairs: list[Read], chance: random.Random, *, alike: bool) -> list[Passage]:
    """Words of two reports that name somebody, by one name or by any."""
    named: dict[str, list[Passage]] = defaultdict(list)
    for report, reading in pairs:
        for entity in reading.entities:
            named[entity.name if alike else ""] += [Passage(report.id, span) for span in entity.mentions[:1]]
    return chance.sample(chance.choice([told for told in named.values() if len(told) > 1]), 2)


def kin_in(path: Path) -> list[list[tuple[str, str]]]:
    """Who might be one, and on whom it rests for whom somebody speaks."""
    database = sqlite3.connect(path)
    questions = (
        "SELECT kin, actor FROM kin ORDER BY 1, 2",
        "SELECT owner, id FROM owners JOIN actors ON actors.n = owners.actor ORDER BY 1, 2",
    )
    found = [database.execute(question).fetchall() for question in questions]
    database.close()
    return found


def test_a_judgement_of_actors_draws_no_outline_and_opens_only_stories_that_name_them(
    tmp_path: Path, pairs: list[Read], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.khabar"
    in_steps(path, [pairs])
    before = chapters_in(path)
    monkeypatch.setattr("khabar.weighing.sketch.outline_of", refuse)
    word = Judgement(Judged.ACTOR, True, words("n1", pairs), words("n5", pairs), "المحررة", "2024-06-18T10:00:00+00:00")
    with Archive.to_write(path) as archive:
        archive.keep_judgement(word)
    in_steps(path, [()])
    assert 1 <= len(before - chapters_in(path)) <= 3
    with Archive.to_write(path) as archive:
        assert archive.undo_judgement(word)
    in_steps(path, [()])
    assert chapters_in(path) == before


def test_of_a_story_weighed_anew_only_the_claims_that_changed_are_written(
    tmp_path: Path, pairs: list[Read], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.khabar"
    in_steps(path, [pairs])
    before = claims_in(path)
    written: list[int] = []

    def noting(database: Database, claims: Iterable[tuple[int, Claim]], *given: Any) -> None:
        told = list(claims)
        written.extend(n for n, _ in told)
        add_claims(database, told, *given)

    monkeypatch.setattr("khabar.store.concluded.chapters.add_claims", noting)
    chance = random.Random(3)
    with Archive.to_write(path) as archive:
        people = [actor for actor in archive.weighed().actors if actor.kind is Kind.PERSON and len(actor.reports) > 1]
        ends = [named_in(archive, actor) for actor in chance.sample(people, 2)]
        archive.keep_judgement(Judgement(Judged.ACTOR, True, *ends, "المحررة", "2024-06-18T10:00:00+00:00"))
    judged = in_steps(path, [()])
    after = claims_in(path)
    assert 0 < len(written) < len(after) // 2
    assert {n for n, text in after.items() if before.get(n) != text} == {*written}
    with Archive.to_read(path) as archive:
        assert judged == at_once(tmp_path / "b.khabar", pairs, archive.judgements())


def named_in(archive: Archive, actor: Actor) -> Passage:
    report, entity = actor.members[0]
    reading = archive.reading(report)
    assert reading is not None
    return Passage(report, next(e.mentions[0] for e in reading.entities if e.id == entity))


def claims_in(path: Path) -> dict[int, str]:
    database = sqlite3.connect(path)
    found = dict(database.execute("SELECT n, claim FROM claims").fetchall())
    database.close()
    return found


def words(report_id: str, pairs: list[Read]) -> Passage:
    (entity,) = next(reading.entities for report, reading in pairs if report.id == report_id)
    return Passage(report_id, entity.mentions[0])


def refuse(*given: object) -> None:
    raise AssertionError("an outline is drawn")


def chapters_in(path: Path) -> set[str]:
    database = sqlite3.connect(path)
    found = {key for (key,) in database.execute("SELECT key FROM chapters")}
    database.close()
    return found
