"""What the countries and places promise to those who look names up."""

import re

import pytest

from khabar.knowledge.files import entries
from khabar.knowledge.geography import (
    Country,
    Needs,
    Place,
    Standing,
    countries,
    countries_seated_at,
    country_by_id,
    gazetteer_cities,
    place_by_id,
    places,
    reviewed_places,
)
from khabar.language.normalise import key

KINDS = {
    *("city", "district", "village", "camp", "region", "governorate", "continent", "island", "mountain", "border"),
    *("sea", "ocean", "lake", "river", "strait", "canal", "base", "port", "airport", "oilfield", "site"),
}
PLAIN_ARABIC = re.compile(r"[\u0621-\u063a\u0641-\u0652ڤ0-9 -]+")


def everything() -> tuple[Country | Place, ...]:
    return (*countries(), *places())


def written(thing: Country | Place) -> list[str]:
    forms = [*thing.names, *thing.not_in]
    if isinstance(thing, Country):
        forms += [*thing.adjectives, *thing.nationals, *thing.local_names]
    return forms


def test_ids_are_unique_and_ascii() -> None:
    ids = [thing.id for thing in everything()]
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"(country|place)\.[a-z0-9-]+", one) for one in ids)


def test_no_arabic_string_holds_tatweel_or_invisible_letters_or_stray_blanks() -> None:
    bad = [(t.id, form) for t in everything() for form in written(t) if not PLAIN_ARABIC.fullmatch(form)]
    assert not bad
    assert not [form for t in everything() for form in written(t) if form != " ".join(form.split())]


def test_every_capital_and_seat_is_a_place_that_we_have() -> None:
    for country in countries():
        for seat in (country.capital, *country.seats):
            assert place_by_id(seat) is not None, (country.id, seat)


def test_every_country_that_a_place_or_country_points_to_exists() -> None:
    for place in places():
        for pointed in (place.country, place.capital_of):
            assert pointed is None or country_by_id(pointed) is not None, place.id
    for country in countries():
        assert country.within is None or country_by_id(country.within) is not None


def test_every_state_has_codes_names_adjective_and_nationals() -> None:
    states = [c for c in countries() if c.standing is Standing.STATE]
    assert len(states) >= 193 + 4  # the members of the United Nations, and four that are none
    for country in states:
        assert re.fullmatch("[A-Z]{2}", country.iso2 or ""), country.id
        assert re.fullmatch("[A-Z]{3}", country.iso3 or ""), country.id
        assert re.fullmatch(r"Q\d+", country.wikidata or ""), country.id
        assert country.names, country.id
        assert len(country.adjectives) >= 2, country.id
    assert not [c.id for c in states if not c.nationals and c.id not in {"country.cf", "country.cg"}]


def test_no_two_countries_share_a_code() -> None:
    for codes in ([c.iso3 for c in countries()], [c.wikidata for c in countries()]):
        known = [code for code in codes if code]
        assert len(known) == len(set(known))


@pytest.mark.parametrize(
    ("country", "names"),
    [
        (
            "country.us",
            ["الولايات المتحدة", "الولايات المتحدة الأمريكية", "الولايات المتحدة الأميركية", "أمريكا", "أميركا"],
        ),
        ("country.gb", ["بريطانيا", "المملكة المتحدة"]),
        ("country.sa", ["السعودية", "المملكة العربية السعودية"]),
        ("country.kp", ["كوريا الشمالية", "كوريا الديمقراطية", "جمهورية كوريا الديمقراطية الشعبية"]),
        ("country.su", ["الاتحاد السوفياتي", "الاتحاد السوفيتي"]),
        ("country.sn", ["السنغال", "السنجال"]),
    ],
)
def test_a_country_answers_to_all_its_names(country: str, names: list[str]) -> None:
    found = country_by_id(country)
    assert found is not None
    assert {key(n) for n in names} <= {key(n) for n in found.names}


@pytest.mark.parametrize(
    ("place", "names"),
    [
        ("place.pyongyang", ["بيونغ يانغ", "بيونج يانج", "بيونغيانغ", "بيونجيانج"]),
        ("place.kyiv", ["كييف", "كيف"]),
        ("place.vostochny", ["فوستوتشني", "فوستوشني"]),
        ("place.luhansk", ["لوغانسك", "لوجانسك", "لوهانسك"]),
        ("place.red-sea", ["البحر الأحمر"]),
        ("place.gaza-strip", ["قطاع غزة"]),
        ("place.kaesong", ["كيسونغ", "كيسونج"]),
    ],
)
def test_a_place_answers_to_the_spellings_of_all_outlets(place: str, names: list[str]) -> None:
    found = place_by_id(place)
    assert found is not None
    assert {key(n) for n in names} <= {key(n) for n in found.names}


@pytest.mark.parametrize(
    ("thing", "form"),
    [
        ("country.ml", "مالي"),
        ("country.om", "عمان"),
        ("place.amman", "عمان"),
        ("place.kyiv", "كيف"),
        ("country.bj", "بنين"),
    ],
)
def test_a_name_that_is_another_word_says_what_it_needs(thing: str, form: str) -> None:
    found = country_by_id(thing) or place_by_id(thing)
    assert found is not None
    assert form in {a.form for a in found.ambiguous if not a.adjective}


def test_an_ambiguous_form_is_one_of_the_names_or_adjectives() -> None:
    for thing in everything():
        known = {key(form) for form in written(thing)}
        for ambiguity in thing.ambiguous:
            assert key(ambiguity.form) in known, (thing.id, ambiguity.form)
            assert isinstance(ambiguity.needs, Needs)


def test_a_name_that_two_share_is_marked_in_both() -> None:
    owners: dict[str, set[str]] = {}
    for thing in everything():
        for name in thing.names:
            owners.setdefault(key(name), set()).add(thing.id)
    marked = {(t.id, key(a.form)) for t in everything() for a in t.ambiguous}
    unmarked = [
        (name, ids) for name, ids in owners.items() if len(ids) > 1 and not all((i, name) in marked for i in ids)
    ]
    assert not unmarked


def test_moscow_speaks_for_russia_before_the_soviet_union() -> None:
    assert [c.id for c in countries_seated_at()["place.moscow"]][0] == "country.ru"
    assert "place.kuwait-city" not in countries_seated_at()


def test_coordinates_lie_on_the_globe() -> None:
    for place in places():
        assert place.kind in KINDS, place.id
        assert (place.lat is None) == (place.lon is None)
        assert place.lat is None or (-90 <= place.lat <= 90 and place.lon is not None and -180 <= place.lon <= 180)


def test_a_gazetteer_city_has_no_short_name() -> None:
    assert all(len(name.replace(" ", "")) >= 4 for city in gazetteer_cities() for name in city.names)
    assert all(city.population is not None and city.population >= 15_000 for city in gazetteer_cities())
    assert all(place.population is None for place in reviewed_places())


def test_every_reviewed_entry_has_an_example_and_no_counterexample_twice() -> None:
    for file in ("world/countries.yaml", "world/places.yaml"):
        for entry in entries(file):
            assert entry["examples"], entry["id"]
            assert not set(entry["examples"]) & set(entry.get("counterexamples", ())), entry["id"]


def test_the_words_of_an_example_hold_a_name_or_an_adjective_of_its_entry() -> None:
    for country in countries():
        stems = {key(n) for n in country.names} | {key(a).split()[0] for a in country.adjectives}
        row = next(e for e in entries("world/countries.yaml") if e["id"] == country.id)
        for example in row["examples"]:
            assert any(stem in key(example) for stem in stems), (country.id, example)
