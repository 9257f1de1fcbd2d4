"""Whoever is asked for is the same under any of his names, and nobody else."""

import pytest

from khabar.store.archive import Archive
from khabar.values.actor import Actor
from khabar.values.claim import Assessment, Claim, Verdict
from khabar.values.entity import Kind
from khabar.values.weighed import Weighed
from khabar.views.about import called, claim_is_about, is_known, subject

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


ARCHIVE = Archive.in_memory()
ARCHIVE.keep_weighed(Weighed(actors=ACTORS, claims=CLAIMS), "one")


def bearers(asked: str) -> list[Actor]:
    ids = [one.id for one in called(ARCHIVE, asked)]
    return [actor for actor in ACTORS if actor.id in ids]


def about(asked: str) -> list[str]:
    wanted = subject(ARCHIVE, asked)
    return [one.gist for one in CLAIMS if claim_is_about(one, wanted)]


@pytest.mark.parametrize("asked", ["نتنياهو", "نتانياهو", "بنيامين نتنياهو", "بنيامين نتانياهو", "نيتانياهو", "Q43723"])
def test_a_person_is_the_same_in_any_spelling_and_is_no_government(asked: str) -> None:
    assert bearers(asked) == [LEADER]
    assert about(asked) == ["قال نتانياهو ذلك", "عاد نتنياهو"]


@pytest.mark.parametrize("asked", ["امريكا", "أميركا", "الولايات المتحدة", "الولايات المتحدة الأمريكية", "واشنطن"])
def test_a_country_is_the_same_under_any_of_its_names(asked: str) -> None:
    assert bearers(asked) == [AMERICA]
    assert len(about(asked)) == 3


def test_a_word_of_a_name_finds_whoever_has_it_where_nobody_bears_it_alone() -> None:
    assert bearers("مكتب") == [OFFICE]
    assert bearers("شويغو") == [MINISTER]
    assert bearers("حكومة") == []


def test_what_nobody_is_called_and_no_claim_has_is_not_known() -> None:
    assert is_known(ARCHIVE, "شويغو")
    assert is_known(ARCHIVE, "الاتفاق")
    assert not is_known(ARCHIVE, "البرازيل")
