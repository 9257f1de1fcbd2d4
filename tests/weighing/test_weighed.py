"""What many reports come to: claims, verdicts, judgements; the same in any order."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from khabar.values.claim import Claim, PositionStance, Verdict
from khabar.values.judgement import Judged, Judgement
from khabar.weighing import weigh
from shelling import NAVY, NOT_SO, SAID, SAID_TOO, by_army, by_source, main_claim, own_voice, weighed
from telling import Telling


def test_a_kingdom_that_is_not_named_may_be_the_one_that_another_report_names() -> None:
    def denied(report: str, state: str, with_whom: str, wikidata: str | None) -> Telling:
        content = f"{state} لم تبحث مع {with_whom} زيادة إنتاج القمح عشرين ألف طن في الموسم"
        telling = Telling(report, f"قال الوزير راشد إن {content}.").entity("راشد", "person")
        telling.entity(state, "country", wikidata=wikidata).entity(with_whom, "group")
        telling.says(["راشد"], content, "denies", cue="قال")
        return telling.event("تبحث", "CONSULT", actor=[state], recipient=[with_whom], status="denied", said=0)

    named = denied("r1", "النرويج", "منتجي القمح", "Q20")
    assert len(main_claim(named, denied("r2", "المملكة", "منتجين آخرين", None)).positions) == 2
    assert len(main_claim(named, denied("r2", "البرتغال", "منتجين آخرين", "Q45")).positions) == 1


def test_every_statement_taken_into_a_claim_has_its_reason() -> None:
    claim = main_claim(by_army("r1", SAID), by_army("r2", SAID_TOO), by_army("r3", NOT_SO))
    assert len(claim.merged_because) == len(claim.positions) - 1
    assert all(len(r.shown_by) == 2 for r in claim.merged_because)


def test_what_is_given_for_what_is_linked_in_one_sentence() -> None:
    telling = Telling("r", "سلمت النرويج القمح مقابل تسليم البرتغال النفط.")
    telling.entity("النرويج", "country", wikidata="Q20").entity("البرتغال", "country", wikidata="Q45")
    telling.event("سلمت", "TRANSFER", actor=["النرويج"], recipient=["البرتغال"], goods="القمح")
    telling.event("تسليم", "TRANSFER", actor=["البرتغال"], recipient=["النرويج"], goods="النفط")
    exchanges = weighed(telling).exchanges
    assert [(e.giver, e.recipient) for e in exchanges] == [
        (("النرويج",), ("البرتغال",)),
        (("البرتغال",), ("النرويج",)),
    ]
    assert exchanges[0].in_return_for == (exchanges[1].id,)


def of_state(report: str, state: str, content: str, verb: str, kind: str, **told: object) -> Telling:
    """What the foreign ministry of a state says of the navy, with the event that is read in it."""
    body = f"خارجية {state}"
    telling = Telling(report, f"قالت {body} إن {content}.").entity(body, "organisation", of=state)
    telling.entity(state, "country", wikidata={"النرويج": "Q20", "البرتغال": "Q45"}[state]).entity(NAVY, "organisation")
    telling.says([body], content, cue="قالت")
    return telling.event(verb, kind, actor=[NAVY], said=0, **told)  # type: ignore[arg-type]


UNCONFIRMED = {
    "one of them plans it": (SAID, "قصفت", "ASSAULT", "planned"),
    "one of them supposes it": (SAID, "قصفت", "ASSAULT", "possible"),
    "one of them makes it a condition": (SAID, "قصفت", "ASSAULT", "conditional"),
    "they share a stance": (f"{NAVY} رفضت خروج سفن الرملة من الميناء", "رفضت", "REJECT", "actual"),
    "one mentions what came before": (
        f"أسعار القمح ارتفعت بعد أن {NAVY} قصفت ميناء الرملة القديم",
        "قصفت",
        "ASSAULT",
        "actual",
    ),
}


@pytest.mark.parametrize(("content", "verb", "kind", "status"), UNCONFIRMED.values(), ids=UNCONFIRMED)
def test_only_a_happening_told_as_a_fact_is_confirmed(content: str, verb: str, kind: str, status: str) -> None:
    told = content if kind == "REJECT" else SAID_TOO
    first = of_state("r1", "النرويج", content, verb, kind, status=status)
    other = of_state("r2", "البرتغال", told, verb if kind == "REJECT" else "قصفته", kind)
    assert {c.assessment.verdict for c in weighed(first, other).claims} == {Verdict.SINGLE_ORIGIN}


def test_two_states_that_tell_one_event_in_two_stories_confirm_each_other() -> None:
    padding = "ثم تحدث الناطق طويلا عن أسعار القمح في بورصة المدينة وعن موسم الحصاد المقبل وعن أجور العمال"
    first = of_state("r1", "النرويج", SAID, "قصفت", "ASSAULT")
    other = of_state("r2", "البرتغال", SAID_TOO, "قصفته", "ASSAULT")
    other.text += f" {padding}. {padding} والتجار والحمالين."
    verdicts = [c.assessment.verdict for c in weighed(first, other).claims]
    assert verdicts.count(Verdict.CORROBORATED) == 1


def test_the_gist_of_what_two_confirm_is_what_both_tell() -> None:
    claim = main_claim(
        of_state("r1", "النرويج", SAID, "قصفت", "ASSAULT"), by_army("r2", SAID_TOO, "جيش البرتغال", "البرتغال")
    )
    assert claim.gist in (SAID, SAID_TOO)


@pytest.mark.parametrize("opening", ["ثم", "حيث", "وردا على سؤال"])
def test_a_gist_does_not_begin_amid_a_thought(opening: str) -> None:
    plain = f"{NAVY} قصفت ميناء الرملة القديم"
    told = [Telling(f"r{n}", f"{text}.") for n, text in enumerate((plain, f"{opening} {plain} قبل الفجر"))]
    (claim,) = weighed(*(shelled_by_itself(telling) for telling in told)).claims
    assert len(claim.positions) == 2
    assert claim.gist == plain


def test_a_gist_closes_its_quotations() -> None:
    plain = f"{NAVY} قصفت ميناء الرملة القديم"
    told = [Telling(f"r{n}", f"{text}.") for n, text in enumerate((plain, f'{plain} قبل الفجر" بساعة'))]
    (claim,) = weighed(*(shelled_by_itself(telling) for telling in told)).claims
    assert (len(claim.positions), claim.gist) == (2, plain)


def test_a_dash_before_a_clause_is_no_part_of_it() -> None:
    (claim,) = weighed(shelled_by_itself(Telling("r", f"- {NAVY} قصفت ميناء الرملة القديم."))).claims
    assert claim.gist == f"{NAVY} قصفت ميناء الرملة القديم"


def shelled_by_itself(telling: Telling) -> Telling:
    return telling.entity(NAVY, "organisation").event("قصفت", "ASSAULT", actor=[NAVY])


@pytest.mark.parametrize(
    ("told", "gist"),
    [
        ("وسلمت البلدية المدرسة سفينة جديدة", "سلمت البلدية المدرسة سفينة جديدة"),
        ("وصلت البلدية سفينة جديدة من النرويج", "وصلت البلدية سفينة جديدة من النرويج"),
        ("وزارة النقل سلمت المدرسة سفينة جديدة", "وزارة النقل سلمت المدرسة سفينة جديدة"),
    ],
)
def test_a_gist_leaves_off_the_particle_attached_to_its_head(told: str, gist: str) -> None:
    telling = Telling("r", f"انهار الجسر القديم. {told}.").entity("البلدية", "organisation")
    telling.event("سلمت" if "سلمت" in told else "وصلت", "TRANSFER", actor=["البلدية"])
    assert gist in [claim.gist for claim in weighed(telling).claims]


def test_kinds_of_event_that_are_never_one_are_not_made_one() -> None:
    content = f"{NAVY} أطلقت صاروخين في يوم توقيع اتفاق الميناء"
    launch = of_state("r1", "النرويج", content, "أطلقت", "TEST")
    signed = of_state("r2", "البرتغال", f"{NAVY} أبرمت اتفاق الميناء في يوم صاروخين", "أبرمت", "AGREE")
    assert max(len(c.positions) for c in weighed(launch, signed).claims) == 1


def test_what_only_rumours_say_is_nobodys_word() -> None:
    telling = Telling("r", "نشرت الشائعات أن الميناء مغلق تماما.").entity("الشائعات", "group")
    telling.says(["الشائعات"], "الميناء مغلق تماما", cue="نشرت")
    assert [p.stance for c in weighed(telling).claims for p in c.positions] == [PositionStance.UNSURE]


def test_reasons_are_told_in_whole_words_of_the_reports() -> None:
    claim = main_claim(by_army("r1", SAID), by_army("r2", SAID_TOO, "جيش البرتغال", "البرتغال"))
    written = set(re.findall(r"\w+", f"{SAID} {SAID_TOO}"))
    assert {w for r in claim.merged_because for w in re.findall(r"\w+", r.detail)} <= written


MANY = [
    by_army("r1", SAID),
    by_army("r2", SAID_TOO, "جيش البرتغال", "البرتغال"),
    by_source("r3", NOT_SO, "جريدة ألف"),
    own_voice("r4", SAID),
    by_source("r5", "سعر القمح ارتفع في بورصة الحبوب", "جريدة باء"),
]


@settings(max_examples=20, deadline=None)
@given(st.permutations(MANY))
def test_the_order_of_the_reports_changes_nothing(order: list[Telling]) -> None:
    assert weighed(*order) == weighed(*MANY)


ELSEWHERE = [
    Telling(f"x{n}", text, day=f"2021-05-0{n + 1}")
    for n, text in enumerate(
        (
            "فاز فريق المدينة بكأس الناشئين بعد مباراة طويلة انتهت بركلات الترجيح أمام جمهور كبير.",
            "افتتح المتحف الوطني معرضا للخزف القديم يضم أواني جمعها هواة من ثلاث قرى جبلية.",
            "حذر خبراء الطقس من عاصفة رملية تصل مساء غد وتستمر يومين في المناطق الصحراوية.",
        )
    )
]


@settings(max_examples=10, deadline=None)
@given(st.lists(st.sampled_from(ELSEWHERE), unique_by=lambda t: t.id))
def test_reports_of_other_matters_change_nothing_in_a_story(others: list[Telling]) -> None:
    alone, among = weighed(*MANY), weighed(*MANY, *others)
    own = {t.id for t in MANY}
    mine = [s for s in among.stories if own & set(s.reports)]
    assert mine == list(alone.stories)
    told = {claim for story in mine for claim in story.claims}
    assert [c for c in among.claims if c.id in told] == list(alone.claims)
    assert among.lineages == alone.lineages


def test_a_report_that_comes_twice_counts_once() -> None:
    assert weighed(*MANY, *MANY) == weighed(*MANY)


def on_claims(one: Claim, other: Claim, *, same: bool) -> Judgement:
    first, second = one.positions[0].passage, other.positions[-1].passage
    return Judgement(Judged.CLAIM, same, first, second, "المحررة", "2024-06-18T10:00:00+00:00", "حادث واحد")


def test_two_claims_that_are_judged_the_same_are_one() -> None:
    wheat = by_source("r6", "سعر القمح ارتفع في بورصة الحبوب", "جريدة باء")
    read = [t.read for t in (by_army("r1", SAID), wheat)]
    claims = weigh(read).claims
    judgement = on_claims(claims[0], claims[-1], same=True)
    joined = weigh(read, [judgement]).claims
    (whole,) = [c for c in joined if {p.passage.report_id for p in c.positions} == {"r1", "r6"}]
    assert len(joined) == len(claims) - 1
    assert (whole.merged_because[-1].code, whole.merged_because[-1].detail) == ("judged-same", judgement.told)


def test_a_claim_with_a_denial_that_goes_on_is_judged_the_same_as_one_of_an_earlier_story() -> None:
    told, answer, no = "سفن القمح رست في ميناء الرملة", "رسو سفن القمح في ميناء الرملة", "لم تصل أي باخرة تلك الليلة"
    docked = Telling("r2", f"قالت النقابة إن {told}.", day="2021-09-10").entity("النقابة", "organisation")
    docked.says(["النقابة"], told, cue="قالت")
    text = f"نفى الوالي {answer}. وقال الوالي إن {no}."
    denied = Telling("r3", text, day="2021-09-10").entity("الوالي", "person")
    denied.says(["الوالي"], answer, "denies", cue="نفى", rule="say.nafa").says(["الوالي"], no, cue="وقال")
    read = [t.read for t in (by_army("r1", SAID), docked, denied)]
    claims = weigh(read).claims
    later = max(claims, key=lambda c: len(c.positions))
    joined = max(weigh(read, [on_claims(claims[0], later, same=True)]).claims, key=lambda c: len(c.positions))
    assert {p.passage.report_id for p in joined.positions} == {"r1", "r2", "r3"}
    stances = {p.passage.span.of(text): p.stance for p in joined.positions if p.passage.report_id == "r3"}
    assert stances[no] is PositionStance.DENIES


def test_a_claim_that_is_judged_to_be_two_is_cut() -> None:
    read = [t.read for t in (by_army("r1", SAID), by_army("r2", SAID_TOO))]
    whole = max(weigh(read).claims, key=lambda c: len(c.positions))
    parts = weigh(read, [on_claims(whole, whole, same=False)]).claims
    assert {p.passage.report_id for p in whole.positions} == {"r1", "r2"}
    first, last = whole.positions[0].passage, whole.positions[-1].passage
    assert not any({first, last} <= {p.passage for p in c.positions} for c in parts)
    assert sum(len(c.positions) for c in parts) == sum(len(c.positions) for c in weigh(read).claims)


def test_claims_have_ids_of_their_own() -> None:
    ids = [c.id for c in weighed(*MANY).claims]
    assert len(ids) == len(set(ids))


def test_every_passage_lies_in_its_report() -> None:
    texts = {t.id: t.text for t in MANY}
    for claim in weighed(*MANY).claims:
        for reason in (*claim.assessment.reasons, *claim.merged_because):
            assert all(p.span.of(texts[p.report_id]).strip() for p in reason.shown_by)


@pytest.mark.parametrize("tellings", [(), (Telling("r", ""),), (Telling("r", "…"),)])
def test_nothing_comes_of_nothing(tellings: tuple[Telling, ...]) -> None:
    assert weighed(*tellings).claims == ()


def test_every_reason_has_its_paragraph() -> None:
    page = (Path(__file__).parents[2] / "docs" / "reasons.md").read_text(encoding="utf-8")
    found = weighed(*MANY)
    given_codes = {r.code for c in found.claims for r in (*c.assessment.reasons, *c.merged_because)}
    given_codes |= {r.code for g in found.copies for r in g.reasons} | {
        r.code for a in found.actors for r in a.merged_because
    }
    assert {code for code in given_codes if f"**{code}**" not in page} == set()


def test_no_paragraph_is_of_a_reason_that_is_never_given() -> None:
    root = Path(__file__).parents[2]
    source = "".join(p.read_text(encoding="utf-8") for p in sorted((root / "src" / "khabar").rglob("*.py")))
    page = (root / "docs" / "reasons.md").read_text(encoding="utf-8")
    assert [code for code in re.findall(r"\*\*([a-z-]+)\*\*", page) if f'"{code}"' not in source] == []


def test_nothing_is_concluded_from_a_report_that_was_not_read() -> None:
    report, reading = by_army("r", SAID).read
    unread = replace(reading, body=(), entities=(), attributions=(), events=(), unread="another language")
    found = weigh([(report, unread)])
    assert (found.claims, found.copies, [s.reports for s in found.stories]) == ((), (), [("r",)])


def test_a_story_bears_the_headline_of_its_first_report() -> None:
    later = Telling("r1", f"عنوان آخر\n{SAID_TOO}", day="2021-05-06")
    found = weighed(later, Telling("r2", f"صواريخ على الميناء\n{SAID}", day="2021-05-04"))
    assert [s.title for s in found.stories] == ["صواريخ على الميناء"]


def test_nobody_in_particular_is_a_party() -> None:
    def struck(doer: str, kind: str) -> Claim:
        telling = Telling("r1", f"قصفت {doer} ميناء الرملة أمس.").entity(doer, kind).entity("الرملة", "place")
        telling.entity("ميناء الرملة", "organisation", wikidata="Q7")
        (claim,) = weighed(telling.event("قصفت", "ASSAULT", actor=[doer], recipient=["ميناء الرملة"])).claims
        return claim

    assert len(struck(NAVY, "organisation").acting) == 1
    assert struck("شائعات", "group").acting == ()
    assert struck("شائعات", "group").actor == ("شائعات",)


@pytest.mark.parametrize(("taker", "claims"), [("النرويج", 2), ("البرتغال", 1)])
def test_who_gives_in_the_one_and_gets_in_the_other_is_in_two_claims(taker: str, claims: int) -> None:
    text = "قالت جريدة ألف إن النرويج سلمت البرتغال شحنة قمح. ونفى جيش تونس أن تكون {} تسلمت شحنة قمح."
    telling = Telling("r1", text.format(taker)).entity("جريدة ألف", "media").entity("جيش تونس", "organisation")
    telling.entity("النرويج", "country", wikidata="Q20").entity("البرتغال", "country", wikidata="Q45")
    telling.says(["جريدة ألف"], "النرويج سلمت البرتغال شحنة قمح", cue="قالت")
    telling.says(["جيش تونس"], f"{taker} تسلمت شحنة قمح", "denies", cue="نفى")
    telling.event("سلمت", "TRANSFER", actor=["النرويج"], recipient=["البرتغال"], said=0)
    telling.event("تسلمت", "TRANSFER", recipient=[taker], status="denied", said=1)
    assert len(weighed(telling).claims) == claims


def test_what_two_reports_tell_by_themselves_is_one_only_if_it_shares_more_than_a_few_words() -> None:
    bridge = "بدأت البلدية بناء جسر جديد فوق وادي الرملة لتخفيف الزحام"
    first = f"{bridge}. وفي المدينة متحف قديم للخزف يزوره طلاب المدارس كل شتاء مع معلميهم قبل عطلة الربيع"
    other = f"{bridge}. وقد زين بحارة من الشمال جدران متحف الخزف بلوحات كبيرة تروي رحلات صيد اللؤلؤ وأغاني الغواصين"
    found = [
        {p.passage.report_id for p in c.positions}
        for c in weighed(own_voice("r1", first), own_voice("r2", other)).claims
    ]
    assert found == [{"r1", "r2"}]
