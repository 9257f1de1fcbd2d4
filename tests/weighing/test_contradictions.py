"""On what the reports of a story differ, told from updates."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from khabar.values.contradiction import Bearing, Contradiction, Differing
from khabar.weighing import weigh
from telling import Telling

TAIL = "عندما انهار جسر الوادي القديم في بلدة الرملة صباح اليوم"


def differing(*tellings: Telling) -> tuple[Contradiction, ...]:
    return weigh([t.read for t in tellings]).contradictions


def toll(report: str, number: str, day: str = "2021-05-04", tail: str = TAIL) -> Telling:
    return Telling(report, f"قتل {number} {tail}.", day=day)


def values(found: Contradiction) -> list[str]:
    return sorted(side.value for side in found.sides)


def test_a_toll_that_is_later_and_lower_contradicts() -> None:
    (found,) = differing(toll("r1", "30 شخصا"), toll("r2", "20 شخصا", "2021-05-05"))
    assert (found.differing, found.bearing, values(found)) == (Differing.FIGURE, Bearing.CONTRADICTION, ["20", "30"])
    assert [r.code for r in found.reasons] == ["not-both-figures"]


def test_a_toll_that_is_later_and_higher_is_an_update() -> None:
    (found,) = differing(toll("r1", "20 شخصا"), toll("r2", "30 شخصا", "2021-05-05"))
    assert (found.bearing, [r.code for r in found.reasons]) == (Bearing.UPDATE, ["later-and-higher"])


def test_a_toll_that_is_said_to_have_risen_is_an_update_on_the_same_day() -> None:
    risen = Telling("r2", f"ارتفع إلى 30 قتيلا عدد الضحايا {TAIL}.")
    (found,) = differing(toll("r1", "20 شخصا"), risen)
    assert (found.bearing, [r.code for r in found.reasons]) == (Bearing.UPDATE, ["said-to-have-risen"])


def test_two_tolls_of_one_day_are_undecided() -> None:
    (found,) = differing(toll("r1", "20 شخصا"), toll("r2", "30 شخصا"))
    assert (found.bearing, [r.code for r in found.reasons]) == (Bearing.UNDECIDED, ["higher-on-one-day"])


def test_a_number_that_does_not_grow_contradicts_on_any_day() -> None:
    first = Telling("r1", f"أطلقت البحرية 20 صاروخا {TAIL}.")
    other = Telling("r2", f"أطلقت البحرية 30 صاروخا {TAIL}.", day="2021-05-05")
    (found,) = differing(first, other)
    assert found.bearing is Bearing.CONTRADICTION


NO_DIFFERENCE = {
    "both may be right": ("20 شخصا", "ما لا يقل عن 12 شخصا"),
    "the same in words": ("20 شخصا", "عشرون شخصا"),
    "others are counted": ("20 مدنيا", "30 جنديا"),
    "only tens": ("20 شخصا", "مئات الأشخاص"),
    "one of them counts more than that": ("20 شخصا", "5000 شخص"),
}


@pytest.mark.parametrize(("one", "other"), NO_DIFFERENCE.values(), ids=NO_DIFFERENCE)
def test_numbers_that_may_both_be_right_are_no_difference(one: str, other: str) -> None:
    assert differing(toll("r1", one), toll("r2", other)) == ()


def test_a_part_of_a_number_is_no_other_number() -> None:
    part = toll("r2", "20 شخصا بينهم 5 أشخاص")
    assert differing(toll("r1", "20 شخصا"), part) == ()


def test_a_number_over_a_longer_time_is_another_number() -> None:
    assert differing(toll("r1", "20 شخصا"), toll("r2", "300 شخص", tail=f"منذ مطلع العام {TAIL}")) == ()


def test_the_toll_of_another_year_is_background() -> None:
    before = toll("r2", "90 شخصا", tail=f"في 2015 {TAIL}").time("2015", "2015")
    assert differing(toll("r1", "20 شخصا"), before) == ()


def test_the_toll_of_another_town_is_another_toll() -> None:
    here = toll("r1", "20 شخصا").entity("الرملة", "place", wikidata="Q1")
    there = toll("r2", "30 شخصا", tail=TAIL.replace("الرملة", "الجبيل")).entity("الجبيل", "place", wikidata="Q2")
    assert differing(here, there) == ()


def test_two_sources_of_one_report_are_set_against_one_another() -> None:
    told = [f"{n} شخصا قتلوا {TAIL}" for n in (20, 30)]
    telling = Telling("r", f"قال الجيش إن {told[0]}. وقالت النقابة إن {told[1]}.")
    telling.entity("الجيش", "organisation").entity("النقابة", "organisation")
    telling.says(["الجيش"], told[0], cue="قال").says(["النقابة"], told[1], cue="وقالت")
    (found,) = differing(telling)
    assert [t.chain for side in found.sides for t in side.tellings] == [(("الجيش",),), (("النقابة",),)]


def test_a_report_that_tells_two_numbers_in_its_own_voice_tells_two_things() -> None:
    assert differing(Telling("r", f"قتل 20 شخصا {TAIL}. وقتل 30 شخصا {TAIL}.")) == ()


def test_a_number_that_is_denied_is_not_told() -> None:
    no = f"مقتل 30 شخصا {TAIL}"
    denial = Telling("r2", f"نفت البلدية {no}.").entity("البلدية", "organisation")
    found = differing(toll("r1", "20 شخصا"), denial.says(["البلدية"], no, "denies", cue="نفت"))
    assert Differing.FIGURE not in {one.differing for one in found}


def test_the_words_of_each_side_are_its_number() -> None:
    texts = {t.id: t for t in (toll("r1", "30 شخصا"), toll("r2", "20 شخصا", "2021-05-05"))}
    (found,) = differing(*texts.values())
    words = {t.words.of(texts[t.passage.report_id].text) for side in found.sides for t in side.tellings}
    assert words == {"30 شخصا", "20 شخصا"}


NAVY = "بحرية دلمون"


def raid(
    report: str,
    *,
    place: str | None = None,
    day: str | None = None,
    by: str = NAVY,
    whom: str = "سفينة القمح",
    story: str = "بقذائف ثقيلة قرب رصيف الحبوب بعد منتصف الليل",
) -> Telling:
    where, when = (f" في {place}" if place else ""), (f" يوم {day}" if day else "")
    telling = Telling(report, f"قصفت {by} {whom}{where}{when} {story}.", day="2021-05-08")
    telling.entity(by, "organisation").entity(whom, "organisation")
    if place:
        telling.entity(place, "place", wikidata={"الرملة": "Q1", "الجبيل": "Q2"}[place])
    if day:
        telling.time(day, {"الثلاثاء": "2021-05-04", "الخميس": "2021-05-06"}[day])
    return telling.event(
        "قصفت",
        "ASSAULT",
        actor=[by],
        recipient=[whom],
        place=[place] if place else [],
        time=telling.times[0].moment.edtf if telling.times and telling.times[0].moment else None,
    )


def kinds(*tellings: Telling) -> list[tuple[Differing, list[str]]]:
    return [(one.differing, values(one)) for one in differing(*tellings)]


def test_one_deed_on_two_days_is_a_difference_in_time() -> None:
    found = kinds(raid("r1", day="الثلاثاء"), raid("r2", day="الخميس"))
    assert found == [(Differing.TIME, ["2021-05-04", "2021-05-06"])]


def test_one_deed_in_two_towns_is_a_difference_in_place() -> None:
    found = kinds(raid("r1", place="الرملة"), raid("r2", place="الجبيل"))
    assert found == [(Differing.PLACE, ["الجبيل", "الرملة"])]


def by_state(report: str, state: str) -> Telling:
    body = f"بحرية {state}"
    telling = raid(report, by=body)
    telling.entity(state, "country", wikidata={"النرويج": "Q20", "البرتغال": "Q45"}[state])
    return telling.entity(body, "organisation", of=state)


def test_one_attack_by_two_sides_is_a_difference_in_who_did_it() -> None:
    found = kinds(by_state("r1", "النرويج"), by_state("r2", "البرتغال"))
    assert found == [(Differing.ACTOR, ["بحرية البرتغال", "بحرية النرويج"])]


def test_attacks_on_two_are_two_attacks() -> None:
    assert kinds(raid("r1", place="الرملة"), raid("r2", place="الجبيل", whom="سفينة الفحم")) == []


def test_deeds_told_in_other_words_may_be_two() -> None:
    other = "تحت نيران المدافع الساحلية طوال ساعتين"
    assert kinds(raid("r1", day="الثلاثاء"), raid("r2", day="الخميس", story=other)) == []


SAID = f"{NAVY} قصفت ميناء الرملة القديم وأحرقت مخازن الحبوب"


def by(report: str, body: str, content: str, stance: str, day: str = "2021-05-04") -> Telling:
    cue = "نفت" if stance == "denies" else "قالت"
    telling = Telling(report, f"{cue} {body} إن {content}.", day=day).entity(body, "organisation")
    return telling.says([body], content, stance, cue=cue)


def test_what_one_says_and_another_denies_is_a_difference_in_status() -> None:
    found = differing(by("r1", "وزارة الصيد", SAID, "asserts"), by("r2", "نقابة الملاح", f"أن {SAID}", "denies"))
    assert [(one.differing, one.bearing, values(one)) for one in found] == [
        (Differing.STATUS, Bearing.CONTRADICTION, ["not so", "so"])
    ]


def test_the_toll_in_another_country_is_another_toll() -> None:
    tail = TAIL.replace("في بلدة الرملة", "في {}")
    here = toll("r1", "20 شخصا", tail=tail.format("عمان")).entity("عمان", "country", wikidata="Q842")
    there = toll("r2", "30 شخصا", tail=tail.format("اليمن")).entity("اليمن", "country", wikidata="Q805")
    assert differing(here, there) == ()


def test_an_untrue_word_in_passing_denies_nothing() -> None:
    passing = "البحرية حاكمت الملاح الذي قصف ميناء الرملة القديم وأحرق مخازن الحبوب في قضية ملفقة"
    found = differing(by("r1", "وزارة الصيد", SAID, "asserts"), by("r2", "نقابة الملاح", passing, "asserts"))
    assert Differing.STATUS not in {one.differing for one in found}


def test_a_not_of_the_very_event_is_a_difference_in_status() -> None:
    said, no = SAID, f"{NAVY} لم تقصف ميناء الرملة القديم"
    first, other = by("r1", "وزارة الصيد", said, "asserts"), by("r2", "نقابة الملاح", no, "asserts")
    for telling, verb, status in ((first, "قصفت", "actual"), (other, "تقصف", "denied")):
        telling.entity(NAVY, "organisation").event(verb, "ASSAULT", actor=[NAVY], said=0, status=status)
    assert [(one.differing, values(one)) for one in differing(first, other)] == [(Differing.STATUS, ["not so", "so"])]


STORY = [
    toll("r1", "20 شخصا"),
    toll("r2", "30 شخصا", "2021-05-05"),
    toll("r3", "25 شخصا", "2021-05-06"),
    raid("r4", day="الثلاثاء"),
    raid("r5", day="الخميس"),
]


@settings(max_examples=15, deadline=None)
@given(st.permutations(STORY))
def test_the_order_of_the_reports_changes_no_contradiction(order: list[Telling]) -> None:
    assert differing(*order) == differing(*STORY)


def test_every_contradiction_lies_in_its_story_and_claims() -> None:
    found = weigh([t.read for t in STORY])
    stories = {s.id: s for s in found.stories}
    assert found.contradictions
    for one in found.contradictions:
        assert set(one.claims) <= set(stories[one.story].claims)
        assert {t.passage.report_id for s in one.sides for t in s.tellings} <= set(stories[one.story].reports)
