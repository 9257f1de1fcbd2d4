"""Views answer from what an archive holds, and every answer shows its words."""

import json
from dataclasses import replace
from datetime import date

import pytest
from view_samples import DENIES, FIRST, GIFT, LEFT, OMAN, READINGS, REPORTS, SHIP, YEMEN, Shelf

from khabar.errors import AmbiguousId, NotInArchive
from khabar.values.actor import Actor
from khabar.values.attribution import Stance
from khabar.values.claim import Verdict
from khabar.values.entity import Kind
from khabar.values.event import Status
from khabar.values.moment import Moment
from khabar.values.weighed import Weighed
from khabar.views.actors import actors
from khabar.views.bench_format import conclusions, prediction, prediction_line
from khabar.views.claims import claims
from khabar.views.contradictions import contradictions
from khabar.views.evidence import quoted
from khabar.views.exchanges import Asked, exchanges
from khabar.views.lineage import lineages
from khabar.views.shown import ActorShown, ClaimShown, EventShown, ReportShown, shown
from khabar.views.stories import stories
from khabar.views.timeline import timeline


def test_claims_with_most_positions_come_first() -> None:
    assert claims(Shelf()).items == (SHIP, LEFT)


def test_a_contradiction_shows_each_side_with_its_sources_in_their_sentences() -> None:
    (found,) = contradictions(Shelf())
    assert found.story == "سفينة"
    assert [(side.value, side.sources) for side in found.sides] == [
        ("so", SHIP.positions[0].chain[-1]),
        ("not so", SHIP.positions[-1].chain[-1]),
    ]
    assert [t.quoted.words for side in found.sides for t in side.tellings][0] in FIRST


def test_contradictions_are_asked_for_by_party_and_by_story() -> None:
    assert len(contradictions(Shelf(), about="مسقط")) == len(contradictions(Shelf(), story="s1")) == 1
    assert contradictions(Shelf(), about="النرويج").items == contradictions(Shelf(), story="s2").items == ()


def test_a_story_holds_its_reports_claims_contradictions_and_lineages() -> None:
    (found,) = stories(Shelf())
    assert [(r.id, r.outlet) for r in found.reports] == [("r1", "صحيفة الساحل"), ("r2", "موقع الضفة")]
    assert (found.first, found.last) == (date(2024, 6, 18), date(2024, 6, 20))
    assert (found.verdicts, found.contradictions, found.lineages) == ((("disputed", 1),), ("d1",), ("l1",))
    assert stories(Shelf(), about="اليمن").items == (found,)
    assert stories(Shelf(), about="النرويج").items == ()


@pytest.mark.parametrize("asked", [None, "r1", "r2"])
def test_a_lineage_is_found_by_each_of_its_reports(asked: str | None) -> None:
    (found,) = lineages(Shelf(), asked)
    assert [(one.descent.report, one.outlet, one.descent.of) for one in found.descents] == [
        ("r1", "صحيفة الساحل", None),
        ("r2", "موقع الضفة", "r1"),
    ]
    assert found.descents[1].shared is not None
    assert found.descents[1].shared.words == "السفينة"


def test_a_lineage_of_what_is_not_here_is_told_so() -> None:
    with pytest.raises(NotInArchive):
        lineages(Shelf(), "nowhere")


def test_claims_are_chosen_by_verdict() -> None:
    assert claims(Shelf(), verdict=Verdict.DISPUTED).items == (SHIP,)
    assert claims(Shelf(), verdict=Verdict.RETRACTED).items == ()


@pytest.mark.parametrize("about", ["عُمان", "عمان", "مسقط", "Q842", "p1", "وكالة المرسى", "خبير"])
def test_a_claim_is_found_by_any_name_of_any_party_or_speaker(about: str) -> None:
    assert claims(Shelf(), about=about).items == (SHIP,)


def test_a_claim_is_about_words_of_its_gist_but_not_about_letters_in_them() -> None:
    assert claims(Shelf(), about="الوفد").items == (LEFT,)
    assert claims(Shelf(), about="وفد").items == ()


def test_the_timeline_goes_by_time_or_else_by_the_first_report() -> None:
    entries = timeline(Shelf())
    assert [entry.claim for entry in entries] == ["c1", "c2"]
    first = entries[0]
    assert (first.status, first.verdict, first.asserted_by, first.denied_by) == (
        Status.ACTUAL,
        Verdict.DISPUTED,
        ("مصدر",),
        ("مسقط",),
    )
    assert first.reports == ("r1", "r2")
    assert (entries[1].time, entries[1].reported, entries[1].status) == (None, date(2024, 6, 18), None)


@pytest.mark.parametrize(
    ("since", "until", "found"),
    [
        (date(2024, 6, 30), None, ["c1"]),
        (date(2024, 7, 1), None, []),
        (None, date(2024, 5, 31), []),
        (None, date(2024, 6, 1), ["c1"]),
    ],
)
def test_the_timeline_keeps_to_its_bounds(since: date | None, until: date | None, found: list[str]) -> None:
    assert [entry.claim for entry in timeline(Shelf(), since, until)] == found


def test_the_timeline_is_about_whom_was_asked_for() -> None:
    assert [entry.claim for entry in timeline(Shelf(), about="مسقط")] == ["c1"]


def test_actors_are_found_by_name_spelling_and_wikidata() -> None:
    assert actors(Shelf()).items == (OMAN, YEMEN)
    assert actors(Shelf(), about="مسقط").items == (OMAN,)
    assert actors(Shelf(), about="Q805").items == (YEMEN,)
    assert actors(Shelf(), about="باريس").items == ()


def test_whom_khabar_knows_is_found_by_the_english_name_too() -> None:
    class Knowing(Shelf):
        def weighed(self) -> Weighed:
            return replace(super().weighed(), actors=(replace(OMAN, known_as="country.om"), YEMEN))

    assert [actor.id for actor in actors(Knowing(), about="Oman")] == [OMAN.id]
    assert claims(Knowing(), about="oman").items == (SHIP,)
    assert actors(Knowing(), about="Norway").items == actors(Knowing(), about="Oma").items == ()


def test_an_exchange_is_shown_with_the_words_for_its_goods() -> None:
    (transfer,) = exchanges(Shelf(), Asked(about="اليمن"))
    assert (transfer.exchange, transfer.verdict, transfer.gist) == (GIFT, Verdict.DISPUTED, SHIP.gist)
    assert transfer.goods
    assert transfer.goods.words == "سفينة"
    assert exchanges(Shelf(), Asked(about="باريس")).items == ()


def test_words_are_quoted_in_their_sentence() -> None:
    quote = quoted(Shelf(), SHIP.positions[0].passage)
    assert quote.before + quote.words + quote.after == "نقلت وكالة المرسى عن مصدر أن عُمان سلمت اليمن سفينة."
    assert quote.words == "عُمان سلمت اليمن سفينة"
    assert (quote.outlet, quote.published) == ("صحيفة الساحل", date(2024, 6, 18))


def test_a_claim_is_shown_with_the_outlet_before_every_chain() -> None:
    found = shown(Shelf(), "c1")
    assert isinstance(found, ClaimShown)
    assert [position.chain for position in found.positions] == [
        (("صحيفة الساحل",), ("وكالة المرسى",), ("مصدر", "خبير")),
        (("موقع الضفة",), ("مسقط",)),
    ]
    assert found.positions[1].quoted.passage == DENIES


def test_a_report_is_shown_with_its_sayings_and_events() -> None:
    found = shown(Shelf(), "r1")
    assert isinstance(found, ReportShown)
    assert [(one.said, one.chain, one.stance) for one in found.sayings] == [
        ("a1", (("وكالة المرسى",), ("مصدر",)), Stance.ASSERTS)
    ]
    assert [event.id for event in found.events] == ["r1#v1"]
    assert [entity.name for entity in found.entities] == ["وكالة المرسى", "مصدر", "عُمان", "اليمن"]
    assert found.dates == (("أمس", Moment("2024-06-17")),)


def test_an_event_is_shown_with_names_and_its_chain() -> None:
    found = shown(Shelf(), "r1#v1")
    assert isinstance(found, EventShown)
    assert (found.actor, found.recipient, found.chain) == (("عُمان",), ("اليمن",), (("وكالة المرسى",), ("مصدر",)))


def test_an_actor_is_shown_where_each_report_names_it() -> None:
    found = shown(Shelf(), "p1")
    assert isinstance(found, ActorShown)
    assert [quote.words for quote in found.named] == ["عُمان", "مسقط"]
    assert [entry.claim for entry in found.events] == [SHIP.id]


@pytest.mark.parametrize("asked", ["c9", "r1#v9", "r9#v1", "#", ""])
def test_an_unknown_id_is_told(asked: str) -> None:
    with pytest.raises(NotInArchive):
        shown(Shelf(), asked)


def test_the_beginning_of_several_ids_is_told_with_all_of_them() -> None:
    class Two(Shelf):
        def weighed(self) -> Weighed:
            return Weighed(claims=(replace(SHIP, id="c1234567"), replace(LEFT, id="c1234589")))

    with pytest.raises(AmbiguousId, match=r"2 ids begin with 'c12345'(.|\n)*c1234567  عُمان(.|\n)*c1234589  غادر"):
        shown(Two(), "c12345")
    found = shown(Two(), "c123456")
    assert isinstance(found, ClaimShown)
    assert found.claim.id == "c1234567"


def test_a_prediction_is_one_line_with_its_keys_in_order() -> None:
    line = prediction_line(READINGS["r1"], FIRST)
    assert "\n" not in line
    assert "عُمان" in line
    given = json.loads(line)
    assert list(given)[:6] == ["id", "body", "entities", "times", "attributions", "events"]
    assert list(given["attributions"][0])[:5] == ["id", "content", "mode", "stance", "chain"]


def test_a_lone_speaker_is_an_id_and_joint_ones_are_a_list() -> None:
    assert prediction(READINGS["r1"], FIRST)["attributions"][0]["chain"] == ["e1", "e2"]
    told = conclusions([SHIP], [])
    assert told["claims"][0]["positions"][0]["chain"] == ["وكالة المرسى", ["مصدر", "خبير"]]


def test_goods_are_told_in_the_words_of_the_report() -> None:
    (event,) = prediction(READINGS["r1"], FIRST)["events"]
    (goods,) = event["goods"]
    assert (goods["category"], goods["text"], goods["quantity"]) == ("ship", "سفينة", "1 ship")


def test_every_offset_of_a_prediction_gives_its_words() -> None:
    given = prediction(READINGS["r1"], FIRST)
    start, end = given["entities"][2]["mentions"][0]
    assert FIRST[start:end] == "عُمان"
    start, end = given["events"][0]["anchor"]
    assert FIRST[start:end] == "سلمت"


def test_conclusions_name_origins_and_copies() -> None:
    told = conclusions([SHIP], Shelf().weighed().copies)
    assert told["claims"][0]["origins"] == {"asserts": ["مصدر"], "denies": ["مسقط"]}
    assert told["claims"][0]["verdict"] == "disputed"
    assert told["near_copies"] == [["r1", "r2"]]


def test_a_report_that_could_not_be_read_says_why() -> None:
    class Bare(Shelf):
        def reading(self, report_id: str) -> None:
            return None

    found = shown(Bare(), "r1")
    assert isinstance(found, ReportShown)
    assert found.unread == "it could not be read"
    assert found.report == REPORTS["r1"]


def test_a_known_person_is_shown_with_offices_and_kin_of_our_knowledge() -> None:
    class Known(Shelf):
        def weighed(self) -> Weighed:
            sister = Actor("p9", "كيم يو جونغ", Kind.PERSON, (), known_as="person.kim_yo_jong")
            return replace(super().weighed(), actors=(sister,))

    found = shown(Known(), "p9")
    assert isinstance(found, ActorShown)
    assert found.kin == (("sister_of", "كيم جونغ أون"),)
    assert [office.of for office in found.known_offices] == ["حزب العمال الكوري"]
