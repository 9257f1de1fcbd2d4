"""Who is who across reports."""

from dataclasses import replace
from itertools import permutations

import pytest

from khabar.resolution.actors import Cast, cast_of
from khabar.resolution.appearances import appearances_in
from khabar.values.judgement import Judged, Judgement
from khabar.values.reason import Passage
from telling import Telling


def cast(*tellings: Telling) -> Cast:
    return cast_of([appearances_in(*t.read) for t in tellings])


def person(report: str, name: str) -> Telling:
    return Telling(report, f"وصل {name} أمس").entity(name, "person")


def same(one: Telling, other: Telling) -> bool:
    found = cast(one, other)
    return found.of(one.id, next(iter(one.entities))) == found.of(other.id, next(iter(other.entities)))


def test_one_wikidata_item_is_one_actor_under_any_name() -> None:
    one = Telling("r1", "قالت أنقرة").entity("أنقرة", "country", wikidata="Q43")
    other = Telling("r2", "قالت تركيا").entity("تركيا", "country", wikidata="Q43")
    assert same(one, other)


def test_one_name_with_two_wikidata_items_is_two() -> None:
    one = Telling("r1", "في طرابلس").entity("طرابلس", "place", wikidata="Q3579")
    other = Telling("r2", "في طرابلس").entity("طرابلس", "place", wikidata="Q168954")
    assert not same(one, other)


def test_spellings_of_a_name_are_one_person_and_the_reason_is_kept() -> None:
    one, other = person("r1", "سيرغي شويغو"), person("r2", "سيرجي شويجو")
    assert same(one, other)
    (actor,) = cast(one, other).actors
    assert [r.code for r in actor.merged_because] == ["same-name-other-spelling"]
    assert [p.report_id for p in actor.merged_because[0].shown_by] == ["r1", "r2"]


def test_a_name_that_goes_on_is_the_same_person_where_only_one_does() -> None:
    short, long = person("r1", "راشد بن سعيد"), person("r2", "راشد بن سعيد آل نهار")
    assert same(short, long)
    second = person("r3", "راشد بن سعيد المنصوري")
    found = cast(short, long, second)
    assert len({found.of(t.id, n) for t in (short, long, second) for n in t.entities}) == 3


def test_a_father_is_not_his_son() -> None:
    assert not same(person("r1", "سعيد آل نهار"), person("r2", "راشد بن سعيد آل نهار"))


def test_sons_whose_names_differ_in_a_letter_are_two() -> None:
    assert not same(person("r1", "محمد بن سلمان"), person("r2", "محمد بن سلطان"))


def test_unnamed_speakers_of_two_reports_stay_two() -> None:
    one = Telling("r1", "قال مسؤول إن الجسر مغلق").entity("مسؤول", "group").says(["مسؤول"], "الجسر مغلق")
    other = Telling("r2", "قال مسؤول إن الجسر مفتوح").entity("مسؤول", "group").says(["مسؤول"], "الجسر مفتوح")
    assert not same(one, other)


def test_what_one_report_tells_apart_stays_apart() -> None:
    one = Telling("r1", "التقى علي حسن علي حسن الأصغر").entity("علي حسن", "person").entity("علي حسن الأصغر", "person")
    found = cast(one)
    assert len(found.actors) == 2


def judged(one: Telling, other: Telling, *, same: bool, at: str = "2024-06-18T10:00:00+00:00") -> Judgement:
    first, second = (Passage(t.id, next(iter(t.entities.values())).mentions[0]) for t in (one, other))
    return Judgement(Judged.ACTOR, same, first, second, "المحررة", at, "لقب عائلته")


def actors_of(*tellings: Telling, judgements: tuple[Judgement, ...]) -> list[set[str]]:
    found = cast_of([appearances_in(*t.read) for t in tellings], None, judgements)
    return sorted(({m[0] for m in a.members} for a in found.actors), key=sorted)


def test_who_is_judged_the_same_is_one_actor_with_the_reason() -> None:
    one, other = person("r1", "سعيد آل نهار"), person("r2", "أبو راشد")
    judgement = judged(one, other, same=True)
    assert actors_of(one, other, judgements=(judgement,)) == [{"r1", "r2"}]
    (actor,) = cast_of([appearances_in(*t.read) for t in (one, other)], None, (judgement,)).actors
    assert [(r.code, r.detail) for r in actor.merged_because] == [("judged-same", judgement.told)]


def test_two_items_that_are_judged_the_same_are_one_with_all_their_reports() -> None:
    tellings = [Telling(f"r{n}", "قال مسافر").entity("مسافر", "person", wikidata=f"Q{n % 2}") for n in range(6)]
    for one, other in permutations(range(6), 2):
        if one % 2 != other % 2:
            judgement = judged(tellings[one], tellings[other], same=True)
            assert actors_of(*tellings, judgements=(judgement,)) == [{f"r{n}" for n in range(6)}]


@pytest.mark.parametrize("few", [1, 2])
def test_of_two_that_are_judged_the_same_that_one_keeps_its_id_whom_more_reports_name(few: int) -> None:
    rare = [Telling(f"a{n}", "قال عابر").entity("عابر", "person", wikidata="Q1") for n in range(few)]
    often = [Telling(f"b{n}", "قال مسافر").entity("مسافر", "person", wikidata="Q2") for n in range(3)]
    tellings = [*rare, *often]
    (actor,) = cast_of(
        [appearances_in(*t.read) for t in tellings], None, (judged(rare[0], often[0], same=True),)
    ).actors
    assert (actor.id, actor.wikidata, actor.name) == ("Q2", "Q2", "مسافر")


def test_without_an_item_the_name_that_most_reports_give_tells_the_id() -> None:
    rare, often = [person("a", "آدم سالم")], [person(f"b{n}", "يوسف سالم") for n in range(2)]
    told = [appearances_in(*t.read) for t in (*rare, *often)]
    alone = cast_of(told[1:]).actors
    (actor,) = cast_of(told, None, (judged(rare[0], often[0], same=True),)).actors
    assert [actor.id] == [a.id for a in alone]


def test_two_of_one_item_that_are_judged_different_have_ids_of_their_own() -> None:
    tellings = [Telling(f"r{n}", "قال مسافر").entity("مسافر", "person", wikidata="Q1") for n in range(3)]
    judgement = judged(tellings[0], tellings[1], same=False)
    found = cast_of([appearances_in(*t.read) for t in tellings], None, (judgement,))
    assert {frozenset(a.reports) for a in found.actors} == {frozenset({"r0", "r2"}), frozenset({"r1"})}
    assert found.of("r0", "مسافر") == "Q1" != found.of("r1", "مسافر")


def test_namesakes_that_are_judged_different_stay_two_whatever_speaks_for_one() -> None:
    tellings = [person(f"r{n}", "سيرغي شويغو") for n in (1, 2, 3)]
    judgement = judged(tellings[0], tellings[1], same=False)
    assert actors_of(*tellings, judgements=()) == [{"r1", "r2", "r3"}]
    assert actors_of(*tellings, judgements=(judgement,)) == [{"r1", "r3"}, {"r2"}]


def test_a_judgement_on_a_name_that_is_cut_otherwise_now_holds_still() -> None:
    one, other = person("r1", "سعيد آل نهار"), person("r2", "أبو راشد")
    judgement = judged(one, other, same=True)
    shorter = Telling("r1", one.text).entity("سعيد", "person")
    assert actors_of(shorter, other, judgements=(judgement,)) == [{"r1", "r2"}]


def test_a_judgement_on_words_that_name_nobody_now_changes_nothing() -> None:
    one, other = person("r1", "سعيد آل نهار"), person("r2", "أبو راشد")
    judgement = judged(one, other, same=True)
    assert actors_of(Telling("r1", one.text), other, judgements=(judgement,)) == [{"r2"}]


def test_offices_are_kept_with_the_dates_of_the_reports() -> None:
    text = "وزير النقل سامر الحلبي"
    reports = [
        Telling(f"r{day}", text, day=f"2021-05-0{day}").entity("سامر الحلبي", "person", office="وزير النقل")
        for day in (3, 1)
    ]
    (actor,) = cast(*reports).actors
    (office,) = actor.offices
    assert (office.title, str(office.first), str(office.last)) == ("وزير النقل", "2021-05-01", "2021-05-03")


def test_the_order_of_reports_changes_nothing() -> None:
    tellings = [person("r1", "راشد بن سعيد"), person("r2", "راشد بن سعيد آل نهار"), person("r3", "سيرغي شويغو")]
    assert len({cast_of([appearances_in(*t.read) for t in order]).actors for order in permutations(tellings)}) == 1


def ministry(report: str, of: str | None = None) -> Telling:
    telling = Telling(report, f"قالت وزارة الصحة في {of or 'البلاد'} إن اللقاح وصل")
    if of:
        telling.entity(of, "country", wikidata=f"Q-{of}")
    return telling.entity("وزارة الصحة", "organisation", of=of, rule="head:ministry")


def test_every_state_has_a_ministry_of_health() -> None:
    tellings = [ministry("r1"), ministry("r2"), ministry("r3", "النرويج"), ministry("r4", "النرويج")]
    found = cast_of([appearances_in(*t.read) for t in tellings], {"r1": 1, "r2": 2, "r3": 3, "r4": 4})
    first, second, third, fourth = (found.of(t.id, "وزارة الصحة") for t in tellings)
    assert third == fourth
    assert len({first, second, third}) == 3


def test_in_one_story_it_is_one_ministry() -> None:
    assert same(ministry("r1"), ministry("r2"))


def test_people_named_by_their_office_are_somebody_in_particular() -> None:
    text = "قال وزير النقل إن الجسر مغلق، وقالت مصادر إن الجسر مفتوح"
    telling = Telling("r", text).entity("وزير النقل", "group", rule="title").entity("مصادر", "group", rule="group")
    telling.says(["وزير النقل"], "الجسر مغلق").says(["مصادر"], "الجسر مفتوح")
    assert {a.name: a.unnamed for a in cast(telling).actors} == {"وزير النقل": False, "مصادر": True}


def test_a_word_that_only_takes_up_a_name_is_no_name_across_reports() -> None:
    one = Telling("r1", "قالت الوكالة أمس").entity("الوكالة", "media", rule="head:head.agency")
    other = Telling("r2", "ردت الوكالة اليوم").entity("الوكالة", "media", rule="head:head.agency")
    assert not same(one, other)


def test_an_actor_is_called_by_a_name_not_by_the_word_that_takes_it_up() -> None:
    telling = Telling("r1", "قالت وكالة الموج إن السوق مفتوحة. وأضافت الوكالة أن الطريق مغلق")
    telling.entity("الوكالة", "media", wikidata="Q1")
    taken_up = telling.entities["الوكالة"]
    telling.entities["الوكالة"] = replace(taken_up, mentions=(telling.at("وكالة الموج"), *taken_up.mentions))
    (actor,) = cast(telling).actors
    assert (actor.name, actor.also) == ("وكالة الموج", ())


def body(report: str, name: str, kind: str = "organisation") -> Telling:
    return Telling(report, f"قالت {name} أمس").entity(name, kind)


def test_a_name_that_we_know_is_the_same_with_its_nation_added() -> None:
    paper = known("r2", "وول ستريت جورنال", "media", "medium.wsj")
    assert same(body("r1", "صحيفة وول ستريت جورنال الأمريكية", "media"), paper)
    movement = known("r2", "حركة حماس", "organisation", "org.hamas")
    assert same(body("r1", "حركة حماس الفلسطينية"), movement)
    assert not same(body("r1", "حركة حماس الجزائرية"), movement)
    assert not same(body("r1", "شركة حماس الفلسطينية"), movement)


def known(report: str, name: str, kind: str, entry: str) -> Telling:
    telling = body(report, name, kind)
    telling.entities[name] = replace(telling.entities[name], known_as=entry)
    return telling
