"""Who denies what: denials tied to what they answer, words taken back, and what is true in part."""

from dataclasses import replace

import pytest

from khabar.resolution.statements import Statement
from khabar.values.attribution import Stance
from khabar.values.claim import PositionStance, Verdict
from khabar.values.span import Span
from khabar.weighing.stances import held
from shelling import NAVY, NOT_SO, SAID, SAID_TOO, by_army, main_claim, own_voice, weighed
from telling import Telling

ASSERTS, DENIES = PositionStance.ASSERTS, PositionStance.DENIES


def test_a_claim_that_another_denies_is_disputed() -> None:
    claim = main_claim(by_army("r1", SAID), by_army("r2", NOT_SO, "جيش البرتغال", "البرتغال"))
    assert claim.assessment.verdict is Verdict.DISPUTED
    assert {p.stance for p in claim.positions} == {PositionStance.ASSERTS, PositionStance.DENIES}
    assert [r.code for r in claim.assessment.reasons] == ["asserted", "denied"]


def test_a_not_of_something_else_disputes_nothing() -> None:
    full, unpaid = "ميناء الرملة القديم مزدحم بسفن القمح", "عمال ميناء الرملة لم يتسلموا أجور القمح هذا الشهر"
    claim = main_claim(by_army("r1", full), by_army("r2", unpaid, "جيش البرتغال", "البرتغال"))
    assert len(claim.positions) > 1
    assert claim.assessment.verdict is Verdict.SINGLE_ORIGIN


@pytest.mark.parametrize(
    ("refused", "disputed"), [("خروج سفن القمح من ميناء الرملة", False), ("اتهامات بإغلاق ميناء الرملة", True)]
)
def test_who_refuses_a_step_denies_nothing_and_who_rejects_an_accusation_does(refused: str, *, disputed: bool) -> None:
    told = refused if disputed else f"{refused} بدأ"
    first = (
        Telling("r1", f"قالت النقابة إن {told}.").entity("النقابة", "organisation").says(["النقابة"], told, cue="قالت")
    )
    other = Telling("r2", f"رفضت الولاية {refused}.").entity("الولاية", "organisation")
    other.says(["الولاية"], refused, "denies", cue="رفضت", rule="say.rafada")
    verdicts = {c.assessment.verdict for c in weighed(first, other).claims}
    assert (Verdict.DISPUTED in verdicts) is disputed


def test_what_is_only_denied_is_called_so() -> None:
    claim = main_claim(by_army("r1", NOT_SO), by_army("r2", NOT_SO))
    assert claim.assessment.verdict is Verdict.DENIED_ONLY


def test_a_source_that_takes_its_word_back_has_retracted() -> None:
    first = Telling("r1", f"قالت قناة الموج إن {SAID}.").entity("قناة الموج", "media")
    first.says(["قناة الموج"], SAID, cue="قالت")
    back = Telling("r2", f"قناة الموج اعتذرت عن خبر أن {SAID}.", day="2021-05-05").entity("قناة الموج", "media")
    back.says(["قناة الموج"], f"خبر أن {SAID}", cue="اعتذرت")
    assert main_claim(first, back).assessment.verdict is Verdict.RETRACTED


@pytest.mark.parametrize(
    "bare",
    [
        "ذلك",
        "صحة هذه الأنباء",
        "هذه الاتهامات بشكل قاطع",
        "جميع التهم الموجهة إليها",
        "هذه الفرضية جملة وتفصيلا",
        "صحة هذه الأنباء في وقت لاحق",
    ],
)
def test_a_denial_that_names_nothing_goes_to_what_another_said_last_before_it(bare: str) -> None:
    first, last = "الميناء أغلق أمام السفن", "القوات سيطرت على بلدة"
    text = f"قال بحار إن {first}. وقال الجيش إن {last}. ونفت الحكومة {bare}."
    telling = (
        Telling("r1", text).entity("بحار", "person").entity("الجيش", "organisation").entity("الحكومة", "organisation")
    )
    telling.says(["بحار"], first, cue="قال").says(["الجيش"], last, cue="قال")
    claims = weighed(telling.says(["الحكومة"], bare, stance="denies", cue="نفت")).claims
    assert {c.gist: c.assessment.verdict for c in claims} == {first: Verdict.SINGLE_ORIGIN, last: Verdict.DISPUTED}


def test_a_denial_that_names_nothing_answers_nothing_by_the_words_that_it_has() -> None:
    charged, told = "الوزير يواجه اتهامات كثيرة في قضية القمح", "البحارة باعوا القمح في الميناء سرا"
    text = f"قالت النقابة إن {charged}. وقال الجيش إن {told}. ونفت الحكومة هذه الاتهامات."
    telling = Telling("r1", text).entity("النقابة", "organisation").entity("الجيش", "organisation")
    telling.entity("الحكومة", "organisation").says(["النقابة"], charged, cue="قالت").says(["الجيش"], told, cue="وقال")
    claims = weighed(telling.says(["الحكومة"], "هذه الاتهامات", stance="denies", cue="ونفت")).claims
    assert {c.gist: c.assessment.verdict for c in claims} == {
        charged: Verdict.SINGLE_ORIGIN,
        told: Verdict.DISPUTED,
    }


def test_nobody_denies_what_he_said_himself_just_before() -> None:
    first, last = "البحارة باعوا القمح في الميناء سرا", "الطريق الجبلي مفتوح أمام الشاحنات كلها"
    text = f"قال الجيش إن {first}. وقالت الحكومة إن {last}. ونفت الحكومة ذلك بشدة."
    telling = Telling("r1", text).entity("الجيش", "organisation").entity("الحكومة", "organisation")
    telling.says(["الجيش"], first, cue="قال").says(["الحكومة"], last, cue="وقالت")
    claims = weighed(telling.says(["الحكومة"], "ذلك بشدة", stance="denies", cue="ونفت")).claims
    assert {c.gist: c.assessment.verdict for c in claims} == {first: Verdict.DISPUTED, last: Verdict.SINGLE_ORIGIN}


def test_a_reply_without_words_of_its_own_goes_to_what_it_replies_to() -> None:
    reply = Telling("r2", f"ادعت قناة الموج أن {SAID_TOO}. ورأى الوالي أن القضية مختلقة.")
    reply.entity("قناة الموج", "media").entity("الوالي", "person")
    reply.says(["قناة الموج"], SAID_TOO, cue="ادعت").says(["الوالي"], "القضية مختلقة", cue="ورأى")
    claim = main_claim(by_army("r1", SAID), reply)
    assert claim.assessment.verdict is Verdict.DISPUTED


def test_news_that_its_own_medium_withdraws_is_retracted_though_others_tell_something_near() -> None:
    text = (
        "قالت جريدة ألف إن خمس سفن نقلت القمح من الميناء. سحبت قناة الموج خبرا كانت قد نشرته وقالت فيه إن سفينة رست في ميناء "
        "الرملة. وأوضحت قناة الموج في تصحيح للخبر أن السفينة لم تصل."
    )
    telling = Telling("r", text).entity("قناة الموج", "media").entity("جريدة ألف", "media")
    telling.says(["جريدة ألف"], "خمس سفن نقلت القمح من الميناء", cue="قالت")
    telling.says(["قناة الموج"], "سفينة رست في ميناء الرملة", cue="وقالت")
    telling.says(["قناة الموج"], "السفينة لم تصل", cue="وأوضحت")
    (claim,) = [c for c in weighed(telling).claims if c.assessment.verdict is Verdict.RETRACTED]
    assert claim.gist == "سفينة رست في ميناء الرملة"
    assert [o.name for o in claim.assessment.asserts] == ["قناة الموج"]


def test_a_body_takes_back_what_its_spokesman_told_in_another_report() -> None:
    told = "أربعون بحارا غرقوا في ميناء الرملة القديم"
    first = Telling("r1", f"قال المتحدث باسم جيش البرتغال كريم سالم إن {told}.").entity("جيش البرتغال", "organisation")
    first.entity("كريم سالم", "person", of="جيش البرتغال", office="المتحدث باسم جيش البرتغال")
    first.says(["كريم سالم"], told, cue="قال")
    untrue = "ما أعلنه قبل يومين عن غرق أربعين بحارا في ميناء الرملة لم يكن صحيحا"
    last = Telling("r2", f"قال جيش البرتغال إن {untrue}.", day="2021-05-05").entity("جيش البرتغال", "organisation")
    claim = main_claim(first, last.says(["جيش البرتغال"], untrue, cue="قال"))
    assert [o.name for o in claim.assessment.asserts] == ["جيش البرتغال"]
    assert claim.assessment.verdict is Verdict.RETRACTED


def test_an_apology_for_something_else_takes_nothing_back() -> None:
    telling = Telling("r", "قال الوالي إن الميناء كان مغلقا. وقال الوالي إنه يعتذر للعمال عن إغلاق الميناء.")
    telling.entity("الوالي", "person").says(["الوالي"], "الميناء كان مغلقا", cue="قال")
    telling.says(["الوالي"], "يعتذر للعمال عن إغلاق الميناء", cue="وقال")
    assert Verdict.RETRACTED not in {c.assessment.verdict for c in weighed(telling).claims}


def test_a_report_that_passes_on_a_denial_is_no_denier() -> None:
    relayed = Telling("r2", f"وسبق للبرتغال أن نفت أن تكون {NAVY} قصفت ميناء الرملة القديم.", outlet="جريدة باء")
    relayed.entity("للبرتغال", "country", wikidata="Q45").entity(NAVY, "organisation")
    claim = main_claim(by_army("r1", SAID), relayed)
    assert "جريدة باء" not in {o.name for o in claim.assessment.denies}


def test_a_report_that_says_not_in_its_own_words_is_unsure() -> None:
    claim = main_claim(by_army("r1", SAID), own_voice("r2", NOT_SO))
    assert {p.stance for p in claim.positions if not p.chain} == {PositionStance.UNSURE}


def test_a_denial_by_name_does_not_answer_what_shares_no_word_with_it() -> None:
    text = "وصل والي النرويج إلى البرتغال صباح اليوم لحضور احتفال الهدنة. ونفت النرويج وجود أي صفقات قمح سرية."
    telling = (
        Telling("r", text).entity("النرويج", "country", wikidata="Q20").entity("البرتغال", "country", wikidata="Q45")
    )
    telling.says(["النرويج"], "وجود أي صفقات قمح سرية", "denies", cue="ونفت")
    telling.event("الهدنة", "AGREE", actor=["النرويج"], recipient=["البرتغال"])
    telling.event("صفقات", "AGREE", actor=["النرويج"], recipient=["البرتغال"], status="denied", said=0)
    assert Verdict.DISPUTED not in {c.assessment.verdict for c in weighed(telling).claims}


def test_who_denies_one_thing_and_asserts_another_in_one_breath_disputes_nothing() -> None:
    broken, words = "موقع الوكالة تعرض لقرصنة ليلا", "ما ظهر ليلا على موقع الوكالة غير صحيح"
    both = Telling("r1", f"قالت الوكالة إن {broken}. وقال الوالي إن {words}. وأضاف أن {broken}.")
    both.entity("الوكالة", "media").entity("الوالي", "person")
    both.says(["الوكالة"], broken, cue="قالت").says(["الوالي"], words, "denies", cue="وقال")
    last = Telling("r2", f"قال الوالي إن {broken}.").entity("الوالي", "person").says(["الوالي"], broken, cue="قال")
    both.sayings.append(replace(both.sayings[0], id="a9", content=both.at(broken), chain=(("الوالي",),)))
    claim = main_claim(both, last)
    assert {p.stance for p in claim.positions} == {PositionStance.ASSERTS, PositionStance.DENIES}
    assert claim.assessment.verdict is Verdict.SINGLE_ORIGIN


def test_who_says_that_it_is_less_than_told_agrees_in_part() -> None:
    less = "حرائق مخازن الحبوب في ميناء الرملة أقل مما ذكرت الصحف"
    minister = Telling("r2", f"قالت وزارة البرتغال إن {less}.").entity("البرتغال", "country", wikidata="Q45")
    minister.entity("وزارة البرتغال", "organisation", of="البرتغال").says(["وزارة البرتغال"], less, cue="قالت")
    claim = main_claim(by_army("r1", SAID), minister)
    assert {p.passage.report_id: p.stance for p in claim.positions} == {
        "r1": PositionStance.ASSERTS,
        "r2": PositionStance.PARTLY,
    }
    assert (claim.assessment.verdict, len(claim.assessment.asserts)) == (Verdict.SINGLE_ORIGIN, 1)


def test_where_nobody_tells_more_a_part_is_what_is_told() -> None:
    less = "عدد السفن المبيعة أقل مما ذكرت الصحف"
    telling = Telling("r1", f"قال الوالي إن {less}.").entity("الوالي", "person").says(["الوالي"], less, cue="قال")
    assert [p.stance for c in weighed(telling).claims for p in c.positions] == [PositionStance.ASSERTS]


@pytest.mark.parametrize(("quoted", "verdict"), [(True, Verdict.DISPUTED), (False, Verdict.SINGLE_ORIGIN)])
def test_what_a_report_mentions_in_passing_is_not_what_a_denial_answers(*, quoted: bool, verdict: Verdict) -> None:
    told = "سفن القمح ترسو منذ أسابيع عند أرصفة قديمة بناها صيادون فقراء من أهل الساحل الغربي وتنتظر رياح الربيع"
    answer = "غرق سفن القمح قرب المنارة ليلة العاصفة لإهمال حراسه وتأخر رجال الإنقاذ عن النجدة"
    beside = "ونزل المطر على الحقول. وفاز فريق المنارة بكأس السباق. وافتتحت المدرسة معرضا للرسم."
    first = Telling("r1", f"قالت النقابة إن {told}. {beside}" if quoted else f"{told}. {beside}")
    if quoted:
        first.entity("النقابة", "organisation").says(["النقابة"], told, cue="قالت")
    other = Telling("r2", f"نفى الوالي {answer}. {beside}").entity("الوالي", "person")
    other.says(["الوالي"], answer, "denies", cue="نفى", rule="say.nafa")
    (claim,) = [c for c in weighed(first, other).claims if any(p.stance is PositionStance.DENIES for p in c.positions)]
    assert (claim.assessment.verdict, len(claim.positions)) == (verdict, 2)


def test_a_not_answers_what_another_denies_in_so_many_words() -> None:
    """Beside one who tells something else of the matter: 'it denied raiding'; 'it carries out no raids'."""
    told = Statement(0, Span(0, 9), (0, 1), (("نقابة",),), Stance.ASSERTS)
    denied = Statement(1, Span(0, 9), (0, 1), (("وزارة",),), Stance.DENIES, negated=True)
    no_raid = Statement(2, Span(0, 9), (0, 1), (("جيش",),), Stance.ASSERTS, negated=True, denied=frozenset({"raid"}))
    no_wage = replace(no_raid, denied=frozenset({"wage"}))
    raid, port, wage = {"raid": 0.8, "port": 0.6}, {"port": 0.6, "siege": 0.8}, {"wage": 0.8, "port": 0.6}
    stances = [h.stance for h in held([told, denied, no_raid, no_wage], [port, raid, raid, wage])]
    assert stances == [ASSERTS, DENIES, DENIES, ASSERTS]


@pytest.mark.parametrize(
    ("denied", "disputed"),
    [
        (f"وجود اتصالات مع النرويج بشأن قصف {NAVY} ميناء الرملة القديم", False),
        (f"الأنباء بشأن قصف {NAVY} ميناء الرملة القديم", True),
        (f"ما نشره الناس بشأن قصف {NAVY} ميناء الرملة القديم", True),
    ],
)
def test_who_denies_talks_on_a_shelling_does_not_deny_the_shelling(denied: str, *, disputed: bool) -> None:
    other = Telling("r2", f"نفت البرتغال {denied}.").entity("البرتغال", "country", wikidata="Q45")
    other.says(["البرتغال"], denied, "denies", cue="نفت")
    verdicts = {c.assessment.verdict for c in weighed(by_army("r1", SAID), other).claims}
    assert (Verdict.DISPUTED in verdicts) is disputed


WENT_ON = "لم تصل أي باخرة تلك الليلة"


@pytest.mark.parametrize(("said", "together"), [(WENT_ON, True), ("العمال لا يعرفون الراحة", False)])
def test_who_goes_on_saying_no_after_his_denial_denies_the_same(said: str, *, together: bool) -> None:
    told, answer = "سفن القمح رست في ميناء الرملة", "رسو سفن القمح في ميناء الرملة"
    first = Telling("r1", f"قالت النقابة إن {told}.").entity("النقابة", "organisation")
    first.says(["النقابة"], told, cue="قالت")
    text = f"نفى الوالي {answer}. وقال الوالي إن {said}."
    other = (
        Telling("r2", text).entity("الوالي", "person").says(["الوالي"], answer, "denies", cue="نفى", rule="say.nafa")
    )
    claim = main_claim(first, other.says(["الوالي"], said, cue="وقال"))
    passages = {p.passage.span.of(text): p.stance for p in claim.positions if p.passage.report_id == "r2"}
    assert passages.get(said) is (PositionStance.DENIES if together else None)


def test_what_another_says_not_to_be_so_after_a_denial_is_a_matter_of_its_own() -> None:
    told, answer = "سفن القمح رست في ميناء الرملة", "رسو سفن القمح في ميناء الرملة"
    text = f"قالت النقابة إن {told}. ونفى الوالي {answer}. وقال الصياد إن {WENT_ON}."
    telling = (
        Telling("r1", text).entity("النقابة", "organisation").entity("الوالي", "person").entity("الصياد", "person")
    )
    telling.says(["النقابة"], told, cue="قالت").says(["الوالي"], answer, "denies", cue="ونفى", rule="say.nafa")
    claim = main_claim(telling.says(["الصياد"], WENT_ON, cue="وقال"))
    assert WENT_ON not in {p.passage.span.of(text) for p in claim.positions}


@pytest.mark.parametrize("silent", [True, False])
def test_that_several_will_not_comment_is_no_claim_of_its_own(*, silent: bool) -> None:
    told, keeps = "ميناء الرملة القديم مغلق أمام سفن القمح", "الإدلاء بأي تفاصيل عن الأمر"
    first = Telling("r1", f"قالت النقابة إن {told}. وامتنع الوالي عن {keeps}.").entity("النقابة", "organisation")
    first.entity("الوالي", "person").says(["النقابة"], told, cue="قالت")
    first.says(["الوالي"], keeps, "declines" if silent else "asserts", cue="وامتنع")
    other = Telling("r2", f"وامتنع الجيش عن {keeps}.").entity("الجيش", "organisation")
    other.says(["الجيش"], keeps, "declines" if silent else "asserts", cue="وامتنع")
    claims = weighed(first, other).claims
    together = any({"r1", "r2"} <= {p.passage.report_id for p in c.positions} for c in claims)
    assert together is not silent


def test_what_two_keep_back_in_one_passage_is_one_claim() -> None:
    """A claim is known by its passage: two of one passage could not be told apart."""
    keeps = "ما إذا كان ميناء الرملة القديم مغلقا أمام سفن القمح"
    telling = (
        Telling("r1", f"ولا يعرف الوالي والجيش {keeps}.").entity("الوالي", "person").entity("الجيش", "organisation")
    )
    telling.says(["الوالي"], keeps, "declines", cue="يعرف").says(["الجيش"], keeps, "declines", cue="يعرف")
    ids = [claim.id for claim in weighed(telling).claims]
    assert len(ids) == len(set(ids))
    assert sorted(len(claim.positions) for claim in weighed(telling).claims) == [2]
