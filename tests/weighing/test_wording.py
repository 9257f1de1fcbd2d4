"""How near two statements are in their wording, and which of one story are of one claim for it."""

from collections.abc import Sequence

from khabar.values.claim import Claim
from khabar.weighing.wording import Wording, nearness
from shelling import weighed
from telling import Telling

BARE: frozenset[str] = frozenset()
LIGHTHOUSE = "أضاء حرس المنارة مصباحها العتيق بعد إصلاح عدستها المكسورة في شتاء قارس"
AGAIN = "عاد مصباح المنارة العتيق إلى الإضاءة بعد إصلاح حرس المنارة عدستها المكسورة"
BESIDE = "طالب حرس المنارة القديم برواتب متأخرة وهددوا بترك المصباح"


def worded(words: str, speakers: Sequence[str] = (), actors: Sequence[str] = ()) -> Wording:
    bag = dict.fromkeys(words.split(), 1.0)
    return Wording(bag, bag, BARE, frozenset(actors), frozenset(speakers), float(len(bag)))


def test_words_of_their_own_bring_two_nearer_than_the_same_names_do() -> None:
    sharing = nearness(worded("a b c d"), worded("a b c e"))
    naming = nearness(worded("a d f g", actors=("x", "y")), worded("a e h i", actors=("x", "y")))
    assert sharing > naming > nearness(worded("a d f g"), worded("a e h i"))


def test_what_one_speaker_says_twice_is_nearer_than_what_two_say() -> None:
    one, other = worded("a b c", ("x",)), worded("a d e", ("x",))
    assert nearness(one, other) > nearness(one, worded("a d e", ("y",)))


def test_nearness_is_the_same_either_way() -> None:
    one, other = worded("a b c d e", ("x",), ("p",)), worded("a b", ("x",), ("p", "q"))
    assert nearness(one, other) == nearness(other, one)


def told(report: str, content: str, who: str) -> Telling:
    return Telling(report, f"قال {who} إن {content}.").entity(who, "person").says([who], content, cue="قال")


def with_reports(claims: Sequence[Claim]) -> set[frozenset[str]]:
    return {frozenset(p.passage.report_id for p in claim.positions) for claim in claims}


def test_one_thing_in_two_wordings_is_one_claim_and_another_of_the_same_matter_is_not() -> None:
    found = weighed(told("r1", LIGHTHOUSE, "سالم"), told("r2", AGAIN, "خالد"), told("r3", BESIDE, "ماجد"))
    assert [len(story.reports) for story in found.stories] == [3]
    assert with_reports(found.claims) == {frozenset({"r1", "r2"}), frozenset({"r3"})}
