"""What many reports come to: verdicts, origins, exchanges; the same in any order."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from khabar.values.claim import Claim, PositionStance, Verdict
from khabar.weighing import Weighed, weigh
from telling import Telling

SAID = "صواريخ أصابت ميناء الرملة القديم وأحرقت مخازن الحبوب"
SAID_TOO = "ميناء الرملة القديم أصابته صواريخ أحرقت مخازن الحبوب"
NOT_SO = "ميناء الرملة القديم لم تصبه صواريخ ولم تحترق مخازن الحبوب"


def weighed(*tellings: Telling) -> Weighed:
    return weigh([t.read for t in tellings])


def main_claim(*tellings: Telling) -> Claim:
    return max(weighed(*tellings).claims, key=lambda c: len(c.positions))


def by_army(report: str, content: str, army: str = "جيش النرويج", country: str | None = "النرويج") -> Telling:
    telling = Telling(report, f"قال {army} في {country} إن {content}.")
    if country:
        telling.entity(country, "country", wikidata={"النرويج": "Q20", "البرتغال": "Q45"}[country])
    telling.entity(army, "organisation", of=country).says([army], content, cue="قال")
    return telling.event("أصاب" if "أصاب" in content else "تصبه", "ASSAULT", said=0)


def by_source(report: str, content: str, medium: str | None, speaker: str = "مسؤول") -> Telling:
    through = f"ل{medium}" if medium else ""
    telling = Telling(report, f"قال {speaker} {through} إن {content}.").entity(speaker, "group")
    if medium:
        telling.entity(medium, "media")
    telling.says([*([medium] if medium else []), speaker], content, cue="قال")
    return telling.event("أصاب", "ASSAULT", said=0) if "أصاب" in content else telling


def own_voice(report: str, content: str) -> Telling:
    return Telling(report, f"{content}.")


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
        telling.event("أصابت", "ASSAULT", said=0).event("أصابته", "ASSAULT", said=1)
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
    one_medium = main_claim(by_source("r1", SAID, "جريدة ألف"), by_source("r2", SAID_TOO, "جريدة ألف", "مصدر"))
    two_media = main_claim(by_source("r1", SAID, "جريدة ألف"), by_source("r2", SAID_TOO, "جريدة باء", "مصدر"))
    assert one_medium.assessment.verdict is Verdict.SINGLE_ORIGIN
    assert two_media.assessment.verdict is Verdict.CORROBORATED


def test_unnamed_sources_without_a_medium_are_never_shown_to_be_independent() -> None:
    claim = main_claim(by_source("r1", SAID, None), by_source("r2", SAID_TOO, None, "مصدر"))
    assert claim.assessment.verdict is Verdict.SINGLE_ORIGIN
    assert claim.assessment.reasons[0].code == "independence-not-shown"


def test_a_medium_that_passed_on_a_source_is_no_second_origin() -> None:
    paper = Telling("r2", f"قالت جريدة ألف إن {SAID_TOO}.").entity("جريدة ألف", "media")
    claim = main_claim(by_source("r1", SAID, "جريدة ألف"), paper.says(["جريدة ألف"], SAID_TOO, cue="قالت"))
    assert [o.name for o in claim.assessment.asserts] == ["مسؤول"]
    assert "relayed-by-medium" in {r.code for r in claim.assessment.reasons}


def test_a_report_in_its_own_voice_confirms_nobody() -> None:
    claim = main_claim(by_army("r1", SAID), own_voice("r2", SAID_TOO), own_voice("r3", SAID))
    assert (claim.assessment.verdict, len(claim.assessment.asserts)) == (Verdict.SINGLE_ORIGIN, 1)


def test_a_claim_that_another_denies_is_disputed() -> None:
    claim = main_claim(by_army("r1", SAID), by_army("r2", NOT_SO, "جيش البرتغال", "البرتغال"))
    assert claim.assessment.verdict is Verdict.DISPUTED
    assert {p.stance for p in claim.positions} == {PositionStance.ASSERTS, PositionStance.DENIES}
    assert [r.code for r in claim.assessment.reasons] == ["asserted", "denied"]


def test_what_is_only_denied_is_called_so() -> None:
    claim = main_claim(by_army("r1", NOT_SO), by_army("r2", NOT_SO))
    assert claim.assessment.verdict is Verdict.DENIED_ONLY


def test_a_source_that_takes_its_word_back_has_retracted() -> None:
    first = Telling("r1", f"قالت قناة الموج إن {SAID}.").entity("قناة الموج", "media")
    first.says(["قناة الموج"], SAID, cue="قالت")
    back = Telling("r2", f"قناة الموج اعتذرت عن خبر أن {SAID}.", day="2021-05-05").entity("قناة الموج", "media")
    back.says(["قناة الموج"], f"خبر أن {SAID}", cue="اعتذرت")
    assert main_claim(first, back).assessment.verdict is Verdict.RETRACTED


def test_a_reply_without_words_of_its_own_goes_to_what_it_replies_to() -> None:
    reply = Telling("r2", f"ادعت قناة الموج أن {SAID_TOO}. ورأى الوالي أن القضية مختلقة.")
    reply.entity("قناة الموج", "media").entity("الوالي", "person")
    reply.says(["قناة الموج"], SAID_TOO, cue="ادعت").says(["الوالي"], "القضية مختلقة", cue="ورأى")
    claim = main_claim(by_army("r1", SAID), reply)
    assert claim.assessment.verdict is Verdict.DISPUTED


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
    assert exchanges[0].in_return_for == (exchanges[1].claim,)


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


def test_a_report_that_comes_twice_counts_once() -> None:
    assert weighed(*MANY, *MANY) == weighed(*MANY)


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
