"""Who are two sources, and who only one that is heard twice."""

import pytest

from khabar.values.claim import Verdict
from shelling import NAVY, SAID, SAID_TOO, SEEN, SEEN_TOO, by_army, by_source, main_claim, own_voice, weighed
from telling import Telling


def test_two_states_that_say_the_same_corroborate_each_other() -> None:
    claim = main_claim(by_army("r1", SAID), by_army("r2", SAID_TOO, "جيش البرتغال", "البرتغال"))
    assert claim.assessment.verdict is Verdict.CORROBORATED
    assert claim.assessment.reasons[0].code == "different-sides"
    assert len(claim.assessment.asserts) == 2


def test_two_sources_in_one_report_or_in_copies_of_it_do_not() -> None:
    text = f"قال جيش النرويج إن {SAID}. وقال جيش البرتغال إن {SAID_TOO}."
    reports = [Telling(report, text) for report in ("r1", "r2")]
    for telling in reports:
        telling.entity("جيش النرويج", "organisation").entity("جيش البرتغال", "organisation")
        telling.says(["جيش النرويج"], SAID).says(["جيش البرتغال"], SAID_TOO)
        telling.entity(NAVY, "organisation").event("قصفت", "ASSAULT", actor=[NAVY], said=0)
        telling.event("قصفته", "ASSAULT", actor=[NAVY], said=1)
    claim = main_claim(*reports)
    assert (claim.assessment.verdict, len(claim.assessment.asserts)) == (Verdict.SINGLE_ORIGIN, 2)


def test_two_media_that_give_no_source_do_not() -> None:
    media = [
        Telling(report, f"قالت {name} النرويجية إن {words}.").entity(name, "media").says([name], words, cue="قالت")
        for report, name, words in (("r1", "جريدة ألف", SAID), ("r2", "جريدة باء", SAID_TOO))
    ]
    assert main_claim(*media).assessment.verdict is Verdict.SINGLE_ORIGIN


def test_two_that_are_quoted_with_the_very_same_words_go_back_to_one_dispatch() -> None:
    claim = main_claim(by_army("r1", SAID), by_army("r2", SAID, "جيش البرتغال", "البرتغال"))
    assert (claim.assessment.verdict, len(claim.assessment.asserts)) == (Verdict.SINGLE_ORIGIN, 2)


def test_two_bodies_of_one_state_are_one_origin() -> None:
    claim = main_claim(by_army("r1", SAID), by_army("r2", SAID_TOO, "وزارة دفاع النرويج"))
    assert (claim.assessment.verdict, len(claim.assessment.asserts)) == (Verdict.SINGLE_ORIGIN, 1)


def test_ten_outlets_that_relay_one_speaker_are_one_origin() -> None:
    claim = main_claim(*(by_army(f"r{i}", SAID) for i in range(10)))
    assert (claim.assessment.verdict, len(claim.assessment.asserts)) == (Verdict.SINGLE_ORIGIN, 1)


def test_a_spokesman_is_his_body() -> None:
    spoken = Telling("r2", f"قال سامر الحلبي المتحدث باسم حركة الموج إن {SAID_TOO}.")
    spoken.entity("حركة الموج", "organisation", wikidata="Q1")
    spoken.entity("سامر الحلبي", "person", of="حركة الموج", office="المتحدث باسم حركة الموج")
    spoken.says(["سامر الحلبي"], SAID_TOO, cue="قال")
    body = Telling("r1", f"قالت حركة الموج إن {SAID}.").entity("حركة الموج", "organisation", wikidata="Q1")
    claim = main_claim(body.says(["حركة الموج"], SAID, cue="قالت"), spoken)
    assert [o.name for o in claim.assessment.asserts] == ["حركة الموج"]


def test_unnamed_sources_of_one_medium_are_one_and_of_two_media_two() -> None:
    one_medium = main_claim(by_source("r1", SEEN, "جريدة ألف"), by_source("r2", SEEN_TOO, "جريدة ألف", "مصدر"))
    two_media = main_claim(by_source("r1", SEEN, "جريدة ألف"), by_source("r2", SEEN_TOO, "جريدة باء", "مصدر"))
    assert one_medium.assessment.verdict is Verdict.SINGLE_ORIGIN
    assert two_media.assessment.verdict is Verdict.CORROBORATED


def test_an_unnamed_source_in_the_words_of_another_may_be_the_other_blurred() -> None:
    claim = main_claim(by_source("r1", SAID, "جريدة ألف"), by_source("r2", SAID_TOO, "جريدة باء", "مصدر"))
    assert (claim.assessment.verdict, len(claim.assessment.asserts)) == (Verdict.SINGLE_ORIGIN, 2)


def test_an_unnamed_source_may_be_of_the_side_of_who_is_named() -> None:
    claim = main_claim(by_army("r1", SAID), by_source("r2", SEEN, "جريدة باء", "مصدر"))
    assert (claim.assessment.verdict, len(claim.assessment.asserts)) == (Verdict.SINGLE_ORIGIN, 2)


@pytest.mark.parametrize(
    ("speaker", "verdict"),
    [("مسؤولون أمريكيون", Verdict.CORROBORATED), ("مسؤول نرويجي", Verdict.SINGLE_ORIGIN)],
)
def test_officials_whom_no_name_but_a_nationality_tells_are_of_that_state(speaker: str, verdict: Verdict) -> None:
    assert (
        main_claim(by_army("r1", SEEN), by_source("r2", SEEN_TOO, "جريدة باء", speaker)).assessment.verdict is verdict
    )


def test_unnamed_sources_without_a_medium_are_never_shown_to_be_independent() -> None:
    claim = main_claim(by_source("r1", SAID, None), by_source("r2", SAID_TOO, None, "مصدر"))
    assert claim.assessment.verdict is Verdict.SINGLE_ORIGIN
    assert claim.assessment.reasons[0].code == "independence-not-shown"


def test_states_that_one_report_names_and_another_counts_are_one_origin() -> None:
    told = "ميناء الرملة القديم مغلق أمام سفن القمح"
    named = Telling("r1", f"قالت النرويج والبرتغال إن {told}.", outlet="جريدة ألف")
    named.entity("النرويج", "country", wikidata="Q20").entity("البرتغال", "country", wikidata="Q45")
    named.says_together(["النرويج", "البرتغال"], told, cue="قالت")

    def counted(who: str) -> Telling:
        telling = Telling("r2", f"قالت {who} أمس إن {told}.", outlet="جريدة باء").entity(who, "group")
        return telling.says([who], told, cue="قالت")

    claim = main_claim(named, counted("تسع دول"))
    assert len(claim.assessment.asserts) == 1
    assert "named-and-counted" in {r.code for r in claim.assessment.reasons}
    assert len(main_claim(named, counted("تسع سفن")).assessment.asserts) == 2


@pytest.mark.parametrize(
    ("other", "kind", "day", "verdict"),
    [
        ("الرملة", "place", None, Verdict.CORROBORATED),
        (None, "place", None, Verdict.SINGLE_ORIGIN),  # the other report does not say where
        ("الرملة", "country", None, Verdict.SINGLE_ORIGIN),  # a state is struck in many places
        ("الرملة", "country", "2021-05-03", Verdict.CORROBORATED),
    ],
)
def test_it_takes_a_place_or_a_day_to_confirm_a_strike(
    other: str | None, kind: str, day: str | None, verdict: Verdict
) -> None:
    def struck(report: str, country: str, content: str, verb: str, town: str | None) -> Telling:
        army = f"جيش {country}"
        telling = Telling(report, f"قال {army} إن {content}.")
        telling.entity(country, "country", wikidata={"النرويج": "Q20", "البرتغال": "Q45"}[country])
        telling.entity(army, "organisation", of=country).says([army], content, cue="قال")
        telling.entity(NAVY, "organisation").entity("الرملة", kind, wikidata="Q99" if kind == "country" else None)
        return telling.event(verb, "ASSAULT", actor=[NAVY], place=[town] if town else (), time=day, said=0)

    one = struck("r1", "النرويج", f"{NAVY} قصفت مواقع عسكرية في الرملة وأحرقت مخازن الحبوب", "قصفت", "الرملة")
    content = f"مواقع عسكرية في الرملة قصفتها {NAVY} فأحرقت مخازن الحبوب"
    claim = main_claim(one, struck("r2", "البرتغال", content, "قصفتها", other))
    assert claim.assessment.verdict is verdict


@pytest.mark.parametrize(("day", "verdict"), [("2021-05-03", Verdict.CORROBORATED), (None, Verdict.SINGLE_ORIGIN)])
def test_where_town_and_day_are_told_the_word_for_what_was_done_confirms_it(day: str | None, verdict: Verdict) -> None:
    def struck(report: str, country: str, content: str) -> Telling:
        army = f"جيش {country}"
        telling = Telling(report, f"قال {army} إن {content}.").entity("الرملة", "place").entity(NAVY, "organisation")
        telling.entity(country, "country", wikidata={"النرويج": "Q20", "البرتغال": "Q45"}[country])
        telling.entity(army, "organisation", of=country).says([army], content, cue="قال")
        return telling.event("قصفت", "ASSAULT", actor=[NAVY], place=["الرملة"], time=day, said=0)

    one = struck("r1", "النرويج", f"{NAVY} قصفت الرملة فجرا بمدافع ثقيلة")
    other = struck("r2", "البرتغال", f"{NAVY} قصفت مخازن في الرملة")
    assert main_claim(one, other).assessment.verdict is verdict


@pytest.mark.parametrize(
    ("movement", "verdict"), [("org.houthis", Verdict.CORROBORATED), ("org.hamas", Verdict.SINGLE_ORIGIN)]
)
def test_who_strikes_a_movement_strikes_the_country_that_it_is_at_home_in(movement: str, verdict: Verdict) -> None:
    """One report names the movement, the other the country."""

    def struck(report: str, country: str, content: str, hit: str) -> Telling:
        army = f"جيش {country}"
        telling = Telling(report, f"قال {army} إن {content}.").entity(NAVY, "organisation")
        telling.entity("الرملة", "place").entity("الحركة", "organisation", known_as=movement)
        telling.entity("اليمن", "country", wikidata="Q805", known_as="country.ye")
        telling.entity(country, "country", wikidata={"النرويج": "Q20", "البرتغال": "Q45"}[country])
        telling.entity(army, "organisation", of=country).says([army], content, cue="قال")
        return telling.event("قصفت", "ASSAULT", actor=[NAVY], recipient=[hit], place=["الرملة"], said=0)

    one = struck("r1", "النرويج", f"{NAVY} قصفت مواقع في الرملة باليمن وأحرقت مخازن الحبوب", "اليمن")
    other = struck("r2", "البرتغال", f"{NAVY} قصفت فجرا مواقع الحركة في الرملة وأحرقت فيها مخازن الحبوب", "الحركة")
    assert main_claim(one, other).assessment.verdict is verdict


def test_a_medium_that_passed_on_a_source_is_no_second_origin() -> None:
    paper = Telling("r2", f"قالت جريدة ألف إن {SAID_TOO}.").entity("جريدة ألف", "media")
    claim = main_claim(by_source("r1", SAID, "جريدة ألف"), paper.says(["جريدة ألف"], SAID_TOO, cue="قالت"))
    assert [o.name for o in claim.assessment.asserts] == ["مسؤول"]
    assert "relayed-by-medium" in {r.code for r in claim.assessment.reasons}


def test_a_report_in_its_own_voice_confirms_nobody() -> None:
    claim = main_claim(by_army("r1", SAID), own_voice("r2", SAID_TOO), own_voice("r3", SAID))
    assert (claim.assessment.verdict, len(claim.assessment.asserts)) == (Verdict.SINGLE_ORIGIN, 1)


def test_a_medium_credited_beside_a_speaker_in_one_report_brought_his_words() -> None:
    text = f"قالت جريدة ألف إن {SAID}. وقال جيش النرويج إن {SAID_TOO}."
    telling = Telling("r1", text).entity("جريدة ألف", "media").entity("جيش النرويج", "organisation")
    claim = main_claim(telling.says(["جريدة ألف"], SAID, cue="قالت").says(["جيش النرويج"], SAID_TOO, cue="وقال"))
    assert [o.name for o in claim.assessment.asserts] == ["جيش النرويج"]


def test_a_statement_is_the_word_of_the_body_that_gave_it() -> None:
    statement = Telling("r1", f"ذكر بيان النرويج أن {SAID}.").entity("النرويج", "country", wikidata="Q20")
    statement.entity("بيان النرويج", "group", of="النرويج", rule="group:group.statement")
    claim = main_claim(statement.says(["بيان النرويج"], SAID, cue="ذكر"), by_army("r2", SAID_TOO))
    assert [o.name for o in claim.assessment.asserts] == ["النرويج"]


@pytest.mark.parametrize(("verb", "verdict"), [("شنت", Verdict.CORROBORATED), ("توقعت", Verdict.SINGLE_ORIGIN)])
def test_a_strike_may_be_told_by_the_verb_that_carries_its_noun(verb: str, verdict: Verdict) -> None:
    def struck(report: str, country: str, content: str) -> Telling:
        army = f"جيش {country}"
        telling = Telling(report, f"قال {army} إن {content}.")
        telling.entity(country, "country", wikidata={"النرويج": "Q20", "البرتغال": "Q45"}[country])
        telling.entity(army, "organisation", of=country).says([army], content, cue="قال")
        telling.entity(NAVY, "organisation").entity("الرملة", "place")
        return telling.event("غارات", "ASSAULT", actor=[NAVY], place=["الرملة"], said=0)

    one = struck("r1", "النرويج", f"{verb} سفن {NAVY} عند الفجر غارات على مخازن الحبوب في الرملة")
    other = struck("r2", "البرتغال", f"سفن {NAVY} {verb} غارات أحرقت مخازن الحبوب قرب الرملة")
    assert main_claim(one, other).assessment.verdict is verdict


@pytest.mark.parametrize(
    ("doer", "day", "verdict"),
    [
        ("البرتغال", "2021-05-03", Verdict.CORROBORATED),
        ("البرتغال", None, Verdict.SINGLE_ORIGIN),  # it may be another strike of those days
        ("تونس", "2021-05-03", Verdict.SINGLE_ORIGIN),  # neither of the two who tell it did it
    ],
)
def test_who_did_it_and_who_heard_it_fall_confirm_one_another_whatever_either_says_was_hit(
    doer: str, day: str | None, verdict: Verdict
) -> None:
    def struck(report: str, country: str, content: str, place: tuple[str, ...], time: str | None) -> Telling:
        telling = Telling(report, f"قال جيش {country} إن {content}. وتحدث عن طائرات {doer}.")
        for name, item in (("النرويج", "Q20"), ("البرتغال", "Q45"), ("تونس", "Q948"), ("الرملة", None)):
            if name in telling.text:
                telling.entity(name, "country" if item else "place", wikidata=item)
        telling.entity(f"جيش {country}", "organisation", of=country).says([f"جيش {country}"], content, cue="قال")
        return telling.event("قصفت", "ASSAULT", actor=[doer], place=place, time=time, said=0)

    hit = struck("r1", "النرويج", f"طائرات {doer} قصفت مستودعات القمح في الرملة قبل الفجر", ("الرملة",), None)
    owned = struck("r2", "البرتغال", f"طائرات {doer} قصفت أهدافا ومستودعات للعدو ثم عادت سالمة", (), day)
    assert main_claim(hit, owned).assessment.verdict is verdict


@pytest.mark.parametrize(
    ("other", "code"),
    [
        ("خسر سهم المصرف 7% من قيمته بعد إعلان النتائج", "open-to-all"),
        ("خسر سهم المصرف 9% من قيمته بعد إعلان النتائج", "independence-not-shown"),  # another figure
        ("خسر وفد المصرف 7% من أوراقه بعد إعلان النتائج", "independence-not-shown"),  # no price
    ],
)
def test_two_outlets_confirm_a_price_that_anybody_can_look_up(other: str, code: str) -> None:
    first = Telling("r1", "هبط سهم المصرف بنسبة 7% بعد أن أعلن نتائج ضعيفة.", outlet="جريدة ألف")
    claim = main_claim(first, Telling("r2", f"{other}.", outlet="جريدة باء"))
    assert claim.assessment.reasons[0].code == code


def test_an_outlet_that_tells_it_twice_is_one_origin() -> None:
    first = Telling("r1", f"{SAID}.", outlet="جريدة ألف").entity(NAVY, "organisation")
    second = Telling("r2", f"{SEEN}.", outlet="جريدة ألف").entity(NAVY, "organisation")
    for telling in (first, second):
        telling.event("قصفت", "ASSAULT", actor=[NAVY])
    claim = main_claim(first, second)
    assert [o.name for o in claim.assessment.asserts] == ["جريدة ألف"]
    assert "one-outlet" in {r.code for r in claim.assessment.reasons}


@pytest.mark.parametrize(("agency", "origins"), [("medium.kcna", 1), ("medium.reuters", 2)])
def test_a_ministry_of_no_told_state_is_of_the_state_whose_agency_quotes_it(agency: str, origins: int) -> None:
    north, ministry, medium = "كوريا الشمالية", "وزارة الدفاع الوطني", "وكالة الفنار"
    first = Telling("r1", f"قالت {north} إن {SAID}.").entity(north, "country", wikidata="Q423").says([north], SAID)
    other = Telling("r2", f"ذكرت {medium} أن {ministry} قالت إن {SAID_TOO}.")
    other.entity(medium, "media", known_as=agency).entity(ministry, "organisation").says([medium, ministry], SAID_TOO)
    assert len(main_claim(first, other).assessment.asserts) == origins


def test_whom_only_a_headline_cites_without_a_name_is_no_source_beside_whom_the_report_names() -> None:
    headline, told = "سفينة القمح تصل الى ميناء الرملة القديم", "سفينة القمح وصلت الى ميناء الرملة القديم"
    text = f"صحيفة: {headline}\n\nقالت جريدة ألف إن {told}. وبقي عمال الميناء في بيوتهم حتى المساء."
    telling = Telling("r1", text).entity("صحيفة", "group", rule="group.subject").entity("جريدة ألف", "media")
    telling.says(["صحيفة"], headline).says(["جريدة ألف"], told, cue="قالت")
    (claim,) = [c for c in weighed(telling).claims if len(c.positions) > 1]
    assert [o.name for o in claim.assessment.asserts] == ["جريدة ألف"]


@pytest.mark.parametrize(
    ("body", "entry", "verdict"),
    [
        ("المرصد السوري لحقوق الإنسان", "org.sohr", Verdict.CORROBORATED),
        ("وزارة الدفاع السورية", None, Verdict.SINGLE_ORIGIN),
    ],
)
def test_an_association_named_after_a_country_does_not_speak_for_its_state(
    body: str, entry: str | None, verdict: Verdict
) -> None:
    def told(report: str, who: str, known_as: str | None, content: str, verb: str) -> Telling:
        telling = Telling(report, f"قال {who} إن {content}.").entity(who, "organisation", known_as=known_as)
        telling.entity("الرملة", "place").entity(NAVY, "organisation").says([who], content, cue="قال")
        return telling.event(verb, "ASSAULT", actor=[NAVY], place=["الرملة"], time="2021-05-03", said=0)

    army = told("r1", "الجيش السوري", None, f"{NAVY} قصفت الرملة فجرا بمدافع ثقيلة", "قصفت")
    other = told("r2", body, entry, f"{NAVY} قصفت مخازن في الرملة", "قصفت")
    assert main_claim(army, other).assessment.verdict is verdict
