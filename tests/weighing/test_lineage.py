"""Who copied whom."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from khabar.values.lineage import CopyKind, Descent, Lineage
from khabar.values.reading import Reading
from khabar.values.report import Report
from khabar.weighing import weigh
from telling import Telling

FIRST_PART = (
    "أعلنت بلدية الرملة صباح اليوم أن جسر الوادي القديم انهار في ساعة مبكرة من الفجر، وأن فرق الإنقاذ "
    "أخرجت تسعة عمال من تحت الأنقاض، وأن لجنة من المهندسين ستبحث أسباب الحادث خلال أسبوع واحد فقط"
)
SECOND_PART = (
    "وكان سكان الحي قد طلبوا مرارا ترميم دعائم الجسر بعد أن ظهرت فيها شقوق واسعة في الشتاء الماضي، "
    "غير أن المال المرصود ذهب إلى رصف طريق السوق وإنارة الميدان الكبير أمام دار البلدية"
)
REWORDED = (
    "انهار جسر الوادي القديم في ساعة مبكرة من الفجر، وأن فرق الإنقاذ أخرجت تسعة عمال من تحت الأنقاض، بحسب البلدية التي "
    "وعدت بتحقيق يقوم به خبراء من العاصمة، فيما أغلقت الشرطة الطريق المؤدي إلى السوق أمام السيارات حتى إشعار آخر "
    "ودعت السائقين إلى سلوك الطريق الساحلي"
)

Read = tuple[Report, Reading]


def told(report: str, text: str, day: str = "2021-05-04", outlet: str | None = None) -> Telling:
    return Telling(report, text, day=day, outlet=outlet or f"جريدة {report}")


def lineage_of(*tellings: Telling | Read) -> Lineage:
    (found,) = weigh([t.read if isinstance(t, Telling) else t for t in tellings]).lineages
    return found


def last(*tellings: Telling | Read) -> Descent:
    return lineage_of(*tellings).descents[-1]


def titled(telling: Telling, title: str) -> Read:
    report, reading = telling.read
    return replace(report, title=title), reading


BOTH = f"{FIRST_PART}. {SECOND_PART}."


def test_the_same_text_is_an_exact_copy_of_the_earlier() -> None:
    found = last(told("r2", BOTH), told("r1", BOTH, "2021-05-05"))
    assert (found.report, found.kind, found.of) == ("r1", CopyKind.EXACT, "r2")


def test_the_same_text_under_another_headline_is_re_headlined() -> None:
    first, other = titled(told("r1", BOTH), "انهيار جسر"), titled(told("r2", BOTH, "2021-05-05"), "كارثة في الرملة")
    assert last(first, other).kind is CopyKind.RE_HEADLINED


def test_a_half_is_abridged_and_more_is_extended() -> None:
    assert last(told("r1", BOTH), told("r2", f"{FIRST_PART}.", "2021-05-05")).kind is CopyKind.ABRIDGED
    assert last(told("r1", f"{FIRST_PART}."), told("r2", BOTH, "2021-05-05")).kind is CopyKind.EXTENDED


def test_one_dispatch_in_other_words_is_reworded_and_no_near_copy() -> None:
    found = weigh([told("r1", f"{FIRST_PART}.").read, told("r2", f"{REWORDED}.", "2021-05-05").read])
    assert [d.kind for d in found.lineages[0].descents] == [CopyKind.FIRST, CopyKind.REWORDED]
    assert found.copies == ()


def test_the_same_background_weeks_later_is_no_copy() -> None:
    assert weigh([told("r1", f"{FIRST_PART}.").read, told("r2", f"{REWORDED}.", "2021-05-25").read]).lineages == ()


def test_a_copy_that_credits_an_outlet_follows_it_and_not_the_nearer_text() -> None:
    crediting = told("r3", f"{FIRST_PART}، حسب ما نشرته جريدة الضاد.", "2021-05-06").entity("جريدة الضاد", "media")
    found = last(told("r1", f"{FIRST_PART}."), told("r2", BOTH, "2021-05-05", "جريدة الضاد"), crediting)
    assert (found.of, found.credits) == ("r2", "جريدة الضاد")
    assert "credits-the-other" in [r.code for r in found.reasons]


def test_of_one_day_who_credits_the_other_came_after() -> None:
    crediting = told("r1", f"{FIRST_PART}، حسب ما نشرته جريدة الضاد.").entity("جريدة الضاد", "media")
    found = last(crediting, told("r2", f"{FIRST_PART}.", outlet="جريدة الضاد"))
    assert (found.report, found.of) == ("r1", "r2")


def test_two_that_name_one_agency_both_took_it_from_there() -> None:
    tellings = [
        told(f"r{n}", f"{FIRST_PART}، نقلا عن رويترز.", f"2021-05-0{n}").entity("رويترز", "media") for n in (4, 5)
    ]
    found = lineage_of(*tellings)
    assert found.agency == "رويترز"
    assert [(d.of, d.credits) for d in found.descents] == [(None, "رويترز"), (None, "رويترز")]


def test_an_agency_whose_own_report_is_here_is_no_root_beside_it() -> None:
    own = told("r1", f"{FIRST_PART}.", outlet="رويترز")
    copies = [
        told(f"r{n}", f"{FIRST_PART}، نقلا عن رويترز.", f"2021-05-0{n}").entity("رويترز", "media") for n in (5, 6)
    ]
    found = lineage_of(own, *copies)
    assert (found.agency, [d.of for d in found.descents]) == (None, [None, "r1", "r1"])


def test_two_tellings_of_one_matter_have_no_lineage() -> None:
    other = "قال رئيس البلدية إن تسعة عمال أصيبوا عندما سقط الجسر، وطالب السكان بفتح طريق آخر إلى السوق"
    assert weigh([told("r1", FIRST_PART).read, told("r2", other).read]).lineages == ()


MANY = [told(f"r{n}", BOTH if n % 2 else f"{FIRST_PART}.", f"2021-05-0{n}") for n in range(1, 7)]


@settings(max_examples=10, deadline=None)
@given(st.permutations(MANY))
def test_the_order_of_the_reports_changes_no_lineage(order: list[Telling]) -> None:
    assert weigh([t.read for t in order]).lineages == weigh([t.read for t in MANY]).lineages


def test_every_copy_follows_an_earlier_one() -> None:
    seen: set[str] = set()
    for descent in lineage_of(*MANY).descents:
        assert descent.of is None or descent.of in seen
        seen.add(descent.report)
