"""Who does what to whom in English."""

import pytest

from english_reports import done, names, reading_of


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Russia delivered ten jets to Egypt.", ("delivered", "TRANSFER", ["Russia"], ["Egypt"], "actual")),
        ("Egypt bought wheat from Russia.", ("bought", "TRANSFER", ["Russia"], ["Egypt"], "actual")),
        ("Iran supplied the Houthis with missiles.", ("supplied", "TRANSFER", ["Iran"], ["Houthis"], "actual")),
        ("Russia gave Egypt ten jets.", ("gave", "TRANSFER", ["Russia"], ["Egypt"], "actual")),
        ("The Israeli army bombed Hezbollah.", ("bombed", "ASSAULT", ["Israeli army"], ["Hezbollah"], "actual")),
        ("Hezbollah was bombed by the Israeli army.", ("bombed", "ASSAULT", ["Israeli army"], ["Hezbollah"], "actual")),
        ("Iran accused Israel of the attack.", ("accused", "ACCUSE", ["Iran"], ["Israel"], "actual")),
        ("The EU imposed sanctions on Belarus.", ("imposed sanctions on", "SANCTION", ["EU"], ["Belarus"], "actual")),
        ("Russia will deliver ten jets to Egypt.", ("deliver", "TRANSFER", ["Russia"], ["Egypt"], "planned")),
        ("Russia plans to deliver jets to Egypt.", ("deliver", "TRANSFER", ["Russia"], ["Egypt"], "planned")),
        ("Russia may deliver ten jets to Egypt.", ("deliver", "TRANSFER", ["Russia"], ["Egypt"], "possible")),
        ("Russia did not deliver jets to Egypt.", ("deliver", "TRANSFER", ["Russia"], ["Egypt"], "denied")),
        ("North Korea launched two ballistic missiles.", ("launched", "TEST", ["North Korea"], [], "actual")),
        ("Thousands of Jordanians protested.", ("protested", "PROTEST", ["Jordanians"], [], "actual")),
    ],
)
def test_an_event(text: str, event: tuple[str, str, list[str], list[str], str]) -> None:
    assert done(text) == [event]


@pytest.mark.parametrize(
    "text",
    [
        "The delivery of the letters took a day.",  # neither goods nor parties
        "Critics attacked the novel.",  # nobody is named
        "A quiet day\nThe sailors of the Strike Commission of Norway slept.",  # part of a name
        "The jet set gave to charity.",
    ],
)
def test_a_word_alone_is_no_event(text: str) -> None:
    assert done(text) == []


def test_what_two_do_together_has_both_in_both_roles() -> None:
    assert done("Iran and Iraq signed a treaty.")[0][1:4] == ("AGREE", ["Iran", "Iraq"], ["Iran", "Iraq"])


def test_an_event_that_somebody_denies_is_denied_and_stands_in_his_saying() -> None:
    text = "Iran denied that it had sent drones to Russia."
    reading = reading_of(text)
    (event,) = reading.events
    assert (event.status, event.attribution) == ("denied", reading.attributions[0].id)
    assert names(reading, event.actor) == ["Iran"]


def test_goods_have_a_category_and_a_quantity() -> None:
    text = "Kuwait sent 500 tents and more than 20 tons of food to Sudan."
    goods = [(g.span.of(text), g.category.value, g.quantity) for e in reading_of(text).events for g in e.goods]
    assert goods == [("500 tents", "aid", "500 aid"), ("more than 20 tons of food", "food", ">20 tonne")]


def test_place_and_time_are_those_of_the_clause() -> None:
    text = "Iran held talks with Iraq in Muscat on Monday, and Oman met Qatar on Sunday."
    reading = reading_of(text)
    told = [(names(reading, e.place), str(e.time)) for e in reading.events]
    assert told == [(["Muscat"], "2024-06-17"), ([], "2024-06-16")]


def test_a_town_that_is_attacked_is_the_place_and_its_country_is_who_suffers() -> None:
    reading = reading_of("The Houthis shelled the city of Marib.")
    (event,) = reading.events
    assert (names(reading, event.place), names(reading, event.recipient)) == (["Marib"], ["Yemen"])


def test_what_a_report_tells_twice_is_one_event_told_as_fully_as_both() -> None:
    text = "Russia delivers jets to Egypt\nRussia delivered ten jets to Egypt on Sunday. The office was quiet."
    reading = reading_of(text)
    (event,) = reading.events
    assert (event.anchor.of(text), str(event.time)) == ("delivered", "2024-06-16")


def test_a_noun_that_looks_like_a_verb_has_nobody_before_it() -> None:
    assert done("Egypt sent medical supplies to Sudan.") == [("sent", "TRANSFER", ["Egypt"], ["Sudan"], "actual")]


def test_an_office_and_a_name_between_commas_are_one_party() -> None:
    text = "Jordan's energy minister, Sello Brandt, visited Iraq."
    assert done(text) == [("visited", "CONSULT", ["Sello Brandt"], ["Iraq"], "actual")]
