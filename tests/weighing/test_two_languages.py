"""An English report and what Arabic outlets make of it: one claim, one origin, one lineage."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from english_reports import english
from khabar.builds import build
from khabar.engine import read
from khabar.store.archive import Archive
from khabar.values.claim import Claim, Verdict
from khabar.values.event import EventType
from khabar.values.report import Report
from khabar.values.weighed import Weighed
from khabar.weighing.concluding import weigh

SOURCE = english(
    "Russia delivers fighter jets to Egypt\n"
    "MOSCOW - Kremlin spokesman Dmitry Peskov said on Monday that Russia had delivered ten fighter jets to Egypt on"
    " Sunday.\nThe Egyptian Defence Ministry declined to comment on the delivery.",
    "source",
    "Reuters",
    date(2022, 3, 14),
)
RELAY = english(
    "روسيا تسلم مصر مقاتلات\nنقلت رويترز عن متحدث باسم الكرملين قوله إن روسيا سلمت مصر عشر مقاتلات يوم الأحد.\n"
    "ولم تعلق وزارة الدفاع المصرية على الصفقة.",
    "relay",
    "صحيفة الميناء",
    date(2022, 3, 15),
)


def weighed(*reports: Report) -> Weighed:
    return weigh((report, read(report)) for report in reports)


def told_in(weighing: Weighed, report_id: str, kind: EventType) -> Claim:
    """The claim of that kind in which a report holds an event."""
    (claim,) = [
        c
        for c in weighing.claims
        if c.type is kind and any(p.passage.report_id == report_id and p.event for p in c.positions)
    ]
    return claim


def test_the_relay_and_its_source_meet_in_one_claim_and_are_one_origin() -> None:
    found = weighed(SOURCE, RELAY)
    claim = told_in(found, "source", EventType.TRANSFER)
    assert claim == told_in(found, "relay", EventType.TRANSFER)
    assert claim.assessment.verdict is Verdict.SINGLE_ORIGIN
    assert len(claim.assessment.asserts) == 1
    assert "same-happening" in {reason.code for reason in claim.merged_because}


def test_the_lineage_tells_who_relays_whom() -> None:
    (lineage,) = weighed(SOURCE, RELAY).lineages
    first, second = lineage.descents
    assert (first.report, second.report, second.of, second.credits) == ("source", "relay", "source", "رويترز")
    assert {reason.code for reason in second.reasons} == {"relayed-in-translation", "credits-the-other"}


def test_a_relay_that_does_not_name_the_outlet_is_no_descent() -> None:
    silent = replace(RELAY, text=RELAY.text.replace("نقلت رويترز عن", "نقل التلفزيون عن"))
    assert weighed(SOURCE, silent).lineages == ()


def test_who_relays_later_than_some_days_follows_no_more() -> None:
    assert weighed(SOURCE, replace(RELAY, published=date(2022, 3, 25))).lineages == ()


def test_another_happening_of_the_same_two_is_another_claim() -> None:
    other = replace(RELAY, text=RELAY.text.replace("عشر مقاتلات يوم الأحد", "عشر مقاتلات يوم 2 يناير"))
    found = weighed(SOURCE, other)
    assert told_in(found, "source", EventType.TRANSFER) != told_in(found, "relay", EventType.TRANSFER)


def test_another_number_is_another_claim() -> None:
    other = replace(RELAY, text=RELAY.text.replace("عشر مقاتلات", "30 مقاتلة"))
    found = weighed(SOURCE, other)
    assert told_in(found, "source", EventType.TRANSFER) != told_in(found, "relay", EventType.TRANSFER)


def test_two_sides_in_two_languages_confirm_nothing() -> None:
    """What the words are compared by differs, so that it is never sure that two tell the very same."""
    egypt = english(
        "مصر تتسلم مقاتلات\nقالت وزارة الدفاع المصرية إن روسيا سلمت مصر عشر مقاتلات يوم الأحد.",
        "egypt",
        "صحيفة الميناء",
        date(2022, 3, 15),
    )
    verdicts = {claim.assessment.verdict for claim in weighed(SOURCE, egypt).claims}
    assert Verdict.CORROBORATED not in verdicts


def test_countries_bodies_and_people_are_one_actor_in_both_languages() -> None:
    text = "Vladimir Putin and Khaled al-Mansouri met in Cairo. The Arab League was content."
    arabic = "اجتمع فلاديمير بوتين وخالد المنصوري في القاهرة. ورحبت جامعة الدول العربية بذلك."
    found = weighed(english(text, "one"), english(arabic, "two"))
    both = {a.known_as or a.name for a in found.actors if a.reports == ("one", "two")}
    assert {"person.putin", "org.arab_league", "خالد المنصوري"} <= both | {n for a in found.actors for n in a.also}


def test_the_same_whatever_the_order_and_again() -> None:
    assert weighed(SOURCE, RELAY) == weighed(RELAY, SOURCE, SOURCE)


def test_built_in_any_steps_it_comes_to_the_same(tmp_path: Path) -> None:
    found = []
    for number, steps in enumerate(([[SOURCE, RELAY]], [[SOURCE], [RELAY]], [[RELAY], [SOURCE]])):
        with Archive.to_write(tmp_path / f"{number}.khabar") as archive:
            for step in steps:
                build(archive, step, workers=1)
            found.append(archive.weighed())
    assert found[0] == found[1] == found[2]
