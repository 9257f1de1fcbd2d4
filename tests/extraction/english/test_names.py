"""Who and what an English report names."""

import pytest

from english_reports import reading_of
from khabar.values.entity import Kind


def named(text: str) -> dict[str, str]:
    return {e.name: e.kind.value for e in reading_of(text).entities}


def test_what_has_an_entry_is_found_by_its_english_name() -> None:
    reading = reading_of("Vladimir Putin visited Saudi Arabia and met the Arab League in Riyadh.")
    assert {"person.putin", "country.sa", "org.arab_league"} <= {e.known_as for e in reading.entities}


def test_a_name_is_whole_words_with_a_capital() -> None:
    assert named("The turkey was eaten in china cups by the omanite.") == {}


def test_a_family_name_and_a_capital_that_acts_are_the_same_again() -> None:
    text = "Russia sold the ship. Dmitry Peskov said Moscow would reply. Peskov left."
    by_name = {e.name: e for e in reading_of(text).entities}
    assert [m.of(text) for m in by_name["Russia"].mentions] == ["Russia", "Moscow"]
    assert [m.of(text) for m in by_name["Dmitry Peskov"].mentions] == ["Dmitry Peskov", "Peskov"]


def test_a_capital_behind_a_preposition_is_the_town() -> None:
    assert named("The envoy left from Moscow.")["Moscow"] == "place"


def test_an_unknown_person_is_known_by_an_office_beside_the_name() -> None:
    text = "Harbour Minister Sello Brandt opened the pier. Ines Kaspar, the mayor of the town, was absent."
    people = {e.name: e for e in reading_of(text).entities if e.kind is Kind.PERSON}
    assert set(people) == {"Sello Brandt", "Ines Kaspar"}
    assert [r.span.of(text) for r in people["Sello Brandt"].roles] == ["Minister"]


def test_an_office_belongs_to_the_country_or_body_beside_it() -> None:
    text = "Kremlin spokesman Dmitry Peskov met former Jordanian prime minister Omar Khalil."
    reading = reading_of(text)
    by_id = {e.id: e for e in reading.entities}
    offices = {e.name: (by_id[r.of or ""].known_as, r.former) for e in reading.entities for r in e.roles}
    assert offices == {"Dmitry Peskov": ("org.kremlin", False), "Omar Khalil": ("country.jo", True)}


def test_a_body_is_known_by_its_head_and_its_country() -> None:
    text = "Egypt's Ministry of Health denied the report of the Delta Shipping Company."
    found = {e.name: (e.kind.value, e.rule) for e in reading_of(text).entities if e.kind is Kind.ORGANISATION}
    assert found == {
        "Egypt's Ministry of Health": ("organisation", "head:en.body.state"),
        "Delta Shipping Company": ("organisation", "head:en.body.own"),
    }


def test_a_government_is_its_country() -> None:
    (iraq,) = reading_of("The Iraqi government closed the port.").entities
    assert (iraq.known_as, iraq.kind) == ("country.iq", Kind.COUNTRY)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Two senior Iraqi security officials said the road was closed.", "Two senior Iraqi security officials"),
        ("A person familiar with the matter said the road was closed.", "person familiar with the matter"),
        ("Western diplomats said the road was closed.", "Western diplomats"),
    ],
)
def test_unnamed_sources_are_groups_with_all_that_describes_them(text: str, source: str) -> None:
    groups = [e for e in reading_of(text).entities if e.kind is Kind.GROUP]
    assert [e.mentions[0].of(text) for e in groups] == [source]


def test_groups_that_say_and_do_nothing_are_left_out() -> None:
    assert named("The officials of the port were many.") == {}


def test_an_abbreviation_ends_no_sentence() -> None:
    text = "Gen. Omar Haddad said the U.S. army had left. Mr. Haddad thanked it."
    assert named(text)["Gen. Omar Haddad"] == "person"
    assert len([e for e in reading_of(text).entities if e.kind is Kind.PERSON]) == 1


def test_letters_in_brackets_name_a_body_from_there_on() -> None:
    text = "The Delta Shipping Company (DSC) said the ship had sunk. Iran denied that DSC had a ship."
    (company,) = [e for e in reading_of(text).entities if e.kind is Kind.ORGANISATION]
    assert [m.of(text) for m in company.mentions] == ["Delta Shipping Company", "DSC", "DSC"]


def test_a_known_person_is_known_in_another_spelling() -> None:
    reading = reading_of("Abdul Fattah al-Sissi left. Vladimer Putin left.")
    assert {"person.sisi", "person.putin"} <= {e.known_as for e in reading.entities}
