"""A found sentence tells who says it, through whom, and shows the words that were asked for."""

from view_samples import FIRST, Shelf, at

from khabar.values.attribution import Stance
from khabar.values.reason import Passage
from khabar.values.search import Said
from khabar.views.search import search


def test_words_inside_a_saying_are_given_with_its_chain() -> None:
    found = search(Shelf(), "سلمت")[0]
    assert (found.chain, found.stance) == ((("وكالة المرسى",), ("مصدر",)), Stance.ASSERTS)
    assert (found.outlet, found.title) == ("صحيفة الساحل", "سفينة")
    assert found.words == FIRST[: FIRST.index(".") + 1]
    assert found.marks == (at("سلمت", FIRST),)


class Quoting(Shelf):
    """An archive in which nearly all of the first sentence is somebody's words."""

    def sayings_over(self, passage: Passage) -> tuple[Said, ...]:
        return (Said(at("عن مصدر أن عُمان سلمت اليمن سفينة", FIRST), (("سفير",),), Stance.DENIES),)


def test_a_sentence_that_is_mostly_a_saying_has_its_chain_wherever_the_words_stand() -> None:
    assert search(Quoting(), "نقلت")[0].chain == (("سفير",),)
    assert search(Shelf(), "نقلت")[0].chain == ()  # less than half of it


def test_the_reports_own_voice_has_no_chain() -> None:
    (found,) = search(Shelf(), "غادر")
    assert (found.chain, found.stance) == ((), None)


def test_a_page_knows_how_many_sentences_there_are() -> None:
    found = search(Shelf(), '"تسليم السفينة"', limit=0)
    assert (len(found), found.total) == (0, 1)
