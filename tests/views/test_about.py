"""Whoever is asked for is the same under any of his names, and nobody else."""

import pytest

from khabar.values.actor import Actor
from khabar.values.claim import Assessment, Claim, Verdict
from khabar.values.entity import Kind
from khabar.views.about import called, claim_is_about, is_known, subject
from khabar.weighing.weighed import Weighed

AMERICA = Actor("Q30", "واشنطن", Kind.COUNTRY, ("r1",), ("الولايات المتحدة",), "Q30", known_as="country.us")
ISRAEL = Actor(
    "Q801", "إسرائيل", Kind.COUNTRY, ("r1",), ("حكومة بنيامين نتانياهو", "تل أبيب"), "Q801", known_as="country.il"
)
LEADER = Actor("Q43723", "بنيامين نتنياهو", Kind.PERSON, ("r1",), ("نتانياهو",), "Q43723", known_as="person.netanyahu")
OFFICE = Actor("x1", "مكتب نتنياهو", Kind.ORGANISATION, ("r1",))
MINISTER = Actor("x2", "سيرجي شويجو", Kind.PERSON, ("r1",))
ACTORS = (AMERICA, ISRAEL, LEADER, OFFICE, MINISTER)


def claim(gist: str, *actor: str) -> Claim:
    return Claim(gist, gist, None, (), Assessment(Verdict.SINGLE_ORIGIN, (), (), ()), actor=actor)


CLAIMS = (
    claim("وصل الوفد", "الولايات المتحدة"),
    claim("عادت أمريكا، إلى الاتفاق"),
    claim("حذرت واشنطن من ذلك"),
    claim("قال نتانياهو ذلك"),
    claim("عاد نتنياهو"),
    claim("اجتمعت الحكومة", "إسرائيل"),
)


def about(asked: str) -> list[str]:
    wanted = subject(asked, ACTORS)
    return [one.gist for one in CLAIMS if claim_is_about(one, wanted)]


@pytest.mark.parametrize("asked", ["نتنياهو", "نتانياهو", "بنيامين نتنياهو", "بنيامين نتانياهو", "نيتانياهو", "Q43723"])
def test_a_person_is_the_same_in_any_spelling_and_is_no_government(asked: str) -> None:
    assert called(ACTORS, asked) == (LEADER,)
    assert about(asked) == ["قال نتانياهو ذلك", "عاد نتنياهو"]


@pytest.mark.parametrize("asked", ["امريكا", "أميركا", "الولايات المتحدة", "الولايات المتحدة الأمريكية", "واشنطن"])
def test_a_country_is_the_same_under_any_of_its_names(asked: str) -> None:
    assert called(ACTORS, asked) == (AMERICA,)
    assert len(about(asked)) == 3


def test_a_word_of_a_name_finds_whoever_has_it_where_nobody_bears_it_alone() -> None:
    assert called(ACTORS, "مكتب") == (OFFICE,)
    assert called(ACTORS, "شويغو") == (MINISTER,)
    assert called(ACTORS, "حكومة") == ()


def test_what_nobody_is_called_and_no_claim_has_is_not_known() -> None:
    weighed = Weighed(actors=ACTORS, claims=CLAIMS)
    assert is_known("شويغو", weighed)
    assert is_known("الاتفاق", weighed)
    assert not is_known("البرازيل", weighed)
