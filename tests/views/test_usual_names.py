"""A country is shown under its usual name; what is no country keeps its own."""

from dataclasses import replace

import pytest

from khabar.values.actor import Actor
from khabar.values.claim import Assessment, Claim, Origin, Story, Verdict
from khabar.values.conclusions import Chapter, Concluded, Conclusions
from khabar.values.entity import Kind
from khabar.values.exchange import Exchange, Stage
from khabar.values.reason import Reason
from khabar.values.weighed import Weighed
from khabar.views.usual_names import in_usual_names, usual_names, with_usual_names

AMERICA = Actor("Q30", "واشنطن", Kind.COUNTRY, ("r1",), ("الأميركيون",), "Q30", known_as="country.us")
CITY = Actor("Q61", "واشنطن", Kind.PLACE, ("r1",), (), "Q61")
PAPER = Actor("x1", "صحيفة الساحل", Kind.MEDIA, ("r1",))
REASON = Reason("asserted", (), "واشنطن; صحيفة الساحل")
CLAIM = Claim(
    "c1",
    "سلمت واشنطن السفينة",
    None,
    (),
    Assessment(
        Verdict.DISPUTED, (Origin("واشنطن", (), ("وزارة الخارجية",)),), (Origin("صحيفة الساحل", ()),), (REASON,)
    ),
    actor=("واشنطن", "الأميركيون"),
    place=("واشنطن",),
)
GIFT = Exchange("x1", "c1", ("واشنطن",), ("صحيفة الساحل",), "country.us", None, Stage.DELIVERED)
SHOWN = with_usual_names(Weighed(actors=(AMERICA, CITY, PAPER), claims=(CLAIM,), exchanges=(GIFT,)))


def test_an_actor_keeps_its_other_names() -> None:
    assert SHOWN.actors == (
        replace(AMERICA, name="الولايات المتحدة", also=("الأميركيون", "واشنطن")),
        CITY,
        PAPER,
    )


def test_parties_and_origins_are_named_so_and_places_and_words_are_not() -> None:
    (claim,) = SHOWN.claims
    assert (claim.actor, claim.place, claim.gist) == (("الولايات المتحدة",), ("واشنطن",), CLAIM.gist)
    assert [origin.name for origin in claim.assessment.asserts] == ["الولايات المتحدة"]
    assert claim.assessment.asserts[0].also == ("وزارة الخارجية", "واشنطن")
    assert claim.assessment.reasons[0].detail == "الولايات المتحدة; صحيفة الساحل"
    assert SHOWN.exchanges[0].giver == ("الولايات المتحدة",)


def test_it_is_the_same_when_done_twice() -> None:
    assert with_usual_names(SHOWN) == SHOWN


def test_a_name_of_two_actors_stays() -> None:
    namesake = replace(PAPER, name="واشنطن")
    shown = with_usual_names(Weighed(actors=(AMERICA, namesake), claims=(CLAIM,)))
    assert shown.claims[0].assessment.asserts[0].name == "واشنطن"


@pytest.mark.parametrize(
    "claim", [CLAIM, replace(CLAIM, actor=("الجنود", "الجنود"), assessment=Assessment(Verdict.DISPUTED, (), (), ()))]
)
def test_story_by_story_it_is_the_same(claim: Claim) -> None:
    names = {told: name for told, name in usual_names([AMERICA]).items() if told in claim.actor}
    chapter = Chapter(Story("s1", ("r1",), ("c1",)), (claim,), (), ())
    concluded = Concluded("k", names, lambda: chapter)
    (shown,) = in_usual_names(Conclusions((AMERICA,), (), (), (concluded,))).stories
    assert shown.chapter
    assert shown.chapter.claims == with_usual_names(Weighed(actors=(AMERICA,), claims=(claim,))).claims
