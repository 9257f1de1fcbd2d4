"""Which reports are largely one text."""

from khabar.values.claim import CopyGroup
from khabar.weighing import weigh
from khabar.weighing.copies import Shared, shared_by, ties_in
from khabar.weighing.digest import analysed, digest_of
from khabar.weighing.shingles import candidates, looked_up, share, unpacked
from telling import Telling

DISPATCH = (
    "أعلنت بلدية الرملة صباح اليوم أن جسر الوادي القديم انهار في ساعة مبكرة من الفجر، وأن فرق الإنقاذ "
    "أخرجت تسعة عمال من تحت الأنقاض، وأن لجنة من المهندسين ستبحث أسباب الحادث خلال أسبوع واحد فقط"
)
OTHER = (
    "قال رئيس البلدية إن تسعة عمال أصيبوا عندما سقط الجسر قبل طلوع الشمس، وأضاف أن خبراء سيفحصون الموقع "
    "ثم يرفعون تقريرا إلى المحافظ، بينما طالب السكان بفتح طريق آخر إلى السوق حتى ينتهي العمل كله"
)


def copies(*tellings: Telling) -> tuple[CopyGroup, ...]:
    return weigh([t.read for t in tellings]).copies


def test_a_copy_under_another_headline_is_found() -> None:
    (group,) = copies(Telling("r1", DISPATCH), Telling("r2", f"كارثة في الرملة\n\n{DISPATCH}"))
    assert group.reports == ("r1", "r2")
    assert [r.code for r in group.reasons] == ["near-copy"]


def test_an_abridged_copy_is_found_and_called_one() -> None:
    half = DISPATCH[: DISPATCH.index("، وأن لجنة")]
    (group,) = copies(Telling("r1", f"{DISPATCH}. {OTHER}"), Telling("r2", half))
    assert [r.code for r in group.reasons] == ["abridged-copy"]


def test_two_tellings_of_one_matter_are_no_copies() -> None:
    assert copies(Telling("r1", DISPATCH), Telling("r2", OTHER)) == ()


def test_the_longest_run_of_words_that_both_have_is_shown() -> None:
    first = Telling("r1", f"مقدمة أولى. {DISPATCH}")
    second = Telling("r2", f"تمهيد آخر. {DISPATCH}")
    (group,) = copies(first, second)
    shown = [p.span.of(t.text) for p, t in zip(group.reasons[0].shown_by, (first, second), strict=True)]
    assert shown == [DISPATCH, DISPATCH]


def test_an_agency_that_both_name_is_kept_as_evidence() -> None:
    one = Telling("r1", f"{DISPATCH} (وكالة الضاد)").entity("وكالة الضاد", "media")
    other = Telling("r2", f"وكالة الضاد: {DISPATCH}").entity("وكالة الضاد", "media")
    (group,) = copies(one, other)
    assert [(r.code, r.detail) for r in group.reasons[1:]] == [("shared-credit", "وكالة الضاد")]


def test_a_crowd_of_copies_is_one_group() -> None:
    (group,) = copies(*(Telling(f"r{i:03}", f"عنوان {i}. {DISPATCH}") for i in range(100)))
    assert len(group.reports) == 100


def test_texts_of_a_few_words_are_never_copies() -> None:
    assert copies(Telling("r1", "انهار جسر الوادي فجرا"), Telling("r2", "انهار جسر الوادي فجرا")) == ()


def test_of_many_that_share_a_few_runs_only_copies_are_opened() -> None:
    words = ["".join("بتثجحخدذرز"[int(digit)] for digit in f"{n:06}") for n in range(5000)]
    texts = [
        " ".join((*words[i % 10 * 20 : i % 10 * 20 + 20], *words[400 + i * 100 : 500 + i * 100])) for i in range(40)
    ]
    texts[39] = texts[3]
    texts[20] = " ".join((*texts[0].split()[:60], *texts[20].split()[60:]))
    days = ["2021-06-04" if i == 20 else "2021-05-04" for i in range(40)]
    digests = [
        digest_of(*Telling(f"r{i:02}", text, day).read) for i, (text, day) in enumerate(zip(texts, days, strict=True))
    ]
    opened: list[tuple[int, int]] = []

    def shared(i: int, j: int) -> Shared:
        opened.append((i, j))
        return shared_by(*((digests[at].report, analysed(*Telling("r", texts[at]).read)) for at in (i, j)))

    assert 0.3 < share(*(unpacked(digests[i].shingles) for i in (0, 20))) < 0.5  # a month later: no rewording of it
    assert len(list(candidates([looked_up(d.shingles) for d in digests]))) > 40
    assert [(tie.one, tie.other, tie.share) for tie in ties_in(digests, shared)] == [(3, 39, 1.0)]
    assert opened == [(3, 39)]
