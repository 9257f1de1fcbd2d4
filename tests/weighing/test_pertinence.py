"""Who tells what the claim is, and who only something beside it."""

from dataclasses import replace

from khabar.language.analysis import analyse
from khabar.resolution.actors import cast_of
from khabar.resolution.appearances import appearances_in
from khabar.resolution.statements import statements_in
from khabar.values.claim import PositionStance
from khabar.values.reason import Reason
from khabar.weighing.matter import Held, Matter
from khabar.weighing.origins import sources_of
from khabar.weighing.pertinence import parted
from shelling import NAVY, SAID, by_army, main_claim
from telling import Telling

WHEAT = "سفن القمح وصلت إلى ميناء الرملة قبل شهور طويلة من بلاد الشمال البعيدة"


def beside(*tellings: Telling) -> list[Reason]:
    return [r for r in main_claim(*tellings).assessment.reasons if r.code == "beside-the-claim"]


def denied_by_navy(report: str) -> Telling:
    telling = Telling(report, f"نفت {NAVY} أن {SAID}.").entity(NAVY, "organisation")
    return telling.says([NAVY], SAID, "denies", cue="نفت")


def test_who_tells_something_beside_it_is_no_origin_of_a_claim() -> None:
    told = [by_army("r1", SAID), by_army("r2", SAID), by_army("r3", WHEAT, "جيش البرتغال", "البرتغال")]
    told.append(denied_by_navy("r4"))
    claim = main_claim(*told)
    assert {p.passage.report_id for p in claim.positions} == {"r1", "r2", "r3", "r4"}
    assert [o.name for o in claim.assessment.asserts] == ["النرويج"]
    assert [r.detail for r in beside(*told)] == ["البرتغال"]


def test_who_tells_it_in_near_words_is_one() -> None:
    told = [by_army("r1", SAID), by_army("r3", f"{SAID} ليلا", "جيش البرتغال", "البرتغال")]
    assert len(main_claim(*told).assessment.asserts) == 2
    assert beside(*told) == []


def told_apart(first: Telling, other: Telling) -> list[str]:
    """Who tells something beside the claim, of two whose words have nothing in common."""
    read = [telling.read for telling in (first, other)]
    cast = cast_of([appearances_in(*pair) for pair in read])
    texts = [analyse(report.text, reading.body) for report, reading in read]
    matter = Matter([r for r, _ in read], texts, [r for _, r in read], cast, {0: 0, 1: 1})
    told = [next(s for s in statements_in(n, texts[n], read[n][1]) if s.chain) for n in range(2)]
    positions = [Held(s, PositionStance.ASSERTS, {f"word{n}": 1.0}) for n, s in enumerate(told)]
    return [source.origin.name for source in parted(sources_of(told, matter)[0], positions, matter)[1]]


def sold(report: str, content: str, army: str, country: str, goods: str) -> Telling:
    telling = Telling(report, f"قال {army} في {country} إن {content}.")
    telling.entity(country, "country", wikidata={"النرويج": "Q20", "البرتغال": "Q45"}[country])
    telling.entity("دلمون", "country", wikidata="Q1").entity("الرملة", "country", wikidata="Q2")
    telling.entity(army, "organisation", of=country).says([army], content, cue="قال")
    return telling.event("باعت", "TRANSFER", actor=["دلمون"], recipient=["الرملة"], goods=goods, said=0)


def test_who_tells_that_the_same_goods_went_the_same_way_is_one_whatever_his_words() -> None:
    first = sold("r1", "دلمون باعت الرملة القمح", "جيش النرويج", "النرويج", "القمح")
    other = sold("r2", "الرملة باعت لها دلمون الشعير", "جيش البرتغال", "البرتغال", "الشعير")
    assert told_apart(first, other) == []
    other.events[0] = replace(other.events[0], actor=("الرملة",), recipient=("دلمون",))
    assert told_apart(first, other) == ["البرتغال"]
