"""The places of the claims: known by any of their names, put on the map only where we know the point."""

from dataclasses import replace

from view_samples import LEFT, OMAN, SHIP, Shelf

from khabar.values.actor import Actor
from khabar.values.claim import Verdict
from khabar.values.entity import Kind
from khabar.values.event import EventType
from khabar.values.moment import Moment
from khabar.views.places import Chosen, Point, claims_at, places
from khabar.weighing import Weighed

CITY = Actor("p7", "كييف", Kind.PLACE, ("r1",), ("كيف",), known_as="place.kyiv")
STATE = Actor("p8", "أوكرانيا", Kind.COUNTRY, ("r1", "r2"), ("كييف",), known_as="country.ua")
VILLAGE = Actor("p9", "قرية المنارة", Kind.PLACE, ("r1",))

SHIPPED = replace(SHIP, place=("كييف",), time=Moment("2024-06"))
LATER = replace(LEFT, id="c3", place=("كيف", "قرية المنارة"), time=Moment("2024-07"), type=EventType.AID)
NOWHERE = replace(LEFT, id="c4")
UNHEARD = replace(LEFT, id="c5", place=("التل البعيد",))


class Placed(Shelf):
    def weighed(self) -> Weighed:
        return Weighed(actors=(OMAN, CITY, STATE, VILLAGE), claims=(SHIPPED, LATER, NOWHERE, UNHEARD))


def test_a_place_is_one_under_all_its_names_and_a_city_is_not_its_country() -> None:
    city = places(Placed())[0]
    assert (city.spot.id, city.spot.name, city.spot.en, city.spot.country) == (
        *("place.kyiv", "كييف", "Kyiv", "country.ua"),
    )
    assert city.claims == 2
    assert city.spot.at == Point(50.45, 30.52)


def test_what_we_do_not_know_has_no_point() -> None:
    unknown = {one.spot.name: one.spot.at for one in places(Placed()) if one.spot.id != "place.kyiv"}
    assert unknown == {"قرية المنارة": None, "التل البعيد": None}


def test_the_gravest_doubt_comes_first_and_the_newest_claim_too() -> None:
    city = places(Placed())[0]
    assert city.verdicts == ((Verdict.DISPUTED, 1), (Verdict.SINGLE_ORIGIN, 1))
    assert city.gravest is Verdict.DISPUTED
    assert [claim.id for claim in city.newest] == ["c3", "c1"]
    assert city.types == ((EventType.AID, 1), (EventType.TRANSFER, 1))


def test_pages_of_places_are_parts_of_the_whole() -> None:
    whole = places(Placed())
    assert whole.total == 3
    assert tuple(places(Placed(), limit=1, offset=n)[0] for n in range(3)) == whole.items


def test_the_claims_of_a_place_are_those_it_was_counted_for() -> None:
    for one in places(Placed()):
        assert claims_at(Placed(), one.spot.id).total == one.claims
    assert [claim.id for claim in claims_at(Placed(), "كييف", limit=1)] == ["c3"]
    assert claims_at(Placed(), "place.nowhere").total == 0


def test_places_are_chosen_as_claims_are() -> None:
    only = places(Placed(), Chosen(verdict=Verdict.DISPUTED))
    assert [(one.spot.id, one.claims) for one in only] == [("place.kyiv", 1)]
    assert places(Placed(), Chosen(type=EventType.AID)).total == 2
