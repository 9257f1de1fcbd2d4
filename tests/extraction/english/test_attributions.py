"""Who says what, through whom, in English."""

import pytest

from english_reports import reading_of, said


@pytest.mark.parametrize(
    ("text", "content", "chain", "stance"),
    [
        ("Iran said that the talks would resume.", "the talks would resume", [["Iran"]], "asserts"),
        ("Iran said the talks would resume.", "the talks would resume", [["Iran"]], "asserts"),
        ("The talks would resume, Iran said on Monday.", "The talks would resume", [["Iran"]], "asserts"),
        ('"The talks will resume," said Dmitry Peskov.', "The talks will resume", [["Dmitry Peskov"]], "asserts"),
        ("“The talks will resume,” Dmitry Peskov said.", "The talks will resume", [["Dmitry Peskov"]], "asserts"),
        ("According to Iran, the talks will resume.", "the talks will resume", [["Iran"]], "asserts"),
        ("The talks will resume, according to Iran.", "The talks will resume", [["Iran"]], "asserts"),
        (
            "Dmitry Peskov told Reuters that the ship sank.",
            "the ship sank",
            [["Reuters"], ["Dmitry Peskov"]],
            "asserts",
        ),
        ("Iran denied that it had sent ships.", "it had sent ships", [["Iran"]], "denies"),
        ("Iran rejected the accusations.", "the accusations", [["Iran"]], "denies"),
        ("Iran said the report was false.", "the report was false", [["Iran"]], "denies"),
        ("Iran urged Iraq to open the border.", "open the border", [["Iran"]], "questions"),
        ("Iran declined to comment on the ship.", "Iran declined to comment on the ship", [["Iran"]], "declines"),
        (
            "Reuters, citing Western diplomats, reported that a ship sank.",
            "a ship sank",
            [["Reuters"], ["Western diplomats"]],
            "asserts",
        ),
        (
            "Reuters quoted Dmitry Peskov as saying that a ship sank.",
            "a ship sank",
            [["Reuters"], ["Dmitry Peskov"]],
            "asserts",
        ),
        (
            "Dmitry Peskov was quoted by Reuters as saying a ship sank.",
            "a ship sank",
            [["Reuters"], ["Dmitry Peskov"]],
            "asserts",
        ),
    ],
)
def test_a_way_of_saying(text: str, content: str, chain: list[list[str]], stance: str) -> None:
    assert said(text) == [(content, chain, stance)]


def test_a_saying_inside_a_saying_has_the_whole_chain() -> None:
    text = "Reuters reported that Kremlin spokesman Dmitry Peskov said the ship had sunk."
    assert said(text)[-1] == ("the ship had sunk", [["Reuters"], ["Dmitry Peskov"]], "asserts")
    outer, inner = reading_of(text).attributions
    assert inner.within == outer.id


def test_a_pronoun_goes_on_with_who_spoke_before() -> None:
    text = "Dmitry Peskov said the ship had sunk. He added that nobody was hurt."
    assert said(text)[1] == ("nobody was hurt", [["Dmitry Peskov"]], "asserts")


def test_a_second_speaker_ends_what_the_first_says() -> None:
    text = "Iran said the ship had sunk, and Iraq said nobody was hurt."
    assert [(content, chain) for content, chain, _ in said(text)] == [
        ("the ship had sunk", [["Iran"]]),
        ("nobody was hurt", [["Iraq"]]),
    ]


def test_a_headline_with_a_colon_is_a_saying() -> None:
    text = "Kremlin: no talks are planned\nThe office was quiet on Tuesday."
    assert said(text)[0] == ("no talks are planned", [["Kremlin"]], "asserts")


def test_the_reports_own_outlet_is_in_no_chain() -> None:
    text = "Omar Haddad told the Harbour Times that the ship had sunk."
    assert said(text, "The Harbour Times") == [("the ship had sunk", [["Omar Haddad"]], "asserts")]


@pytest.mark.parametrize(
    "text",
    [
        "Iran did not say that the ship had sunk.",
        "The road was closed and the port was empty.",
        "Iran will say that the ship had sunk.",
    ],
)
def test_no_act_of_saying_that_took_place(text: str) -> None:
    assert [told for told in said(text) if told[1] == [["Iran"]] and "will" not in text] == []


def test_a_quotation_is_direct_and_a_clause_with_one_in_it_is_mixed() -> None:
    reading = reading_of('Iran said the ship was "lost at sea" on Monday. "We are sorry," Iran said.')
    assert [a.mode.value for a in reading.attributions] == ["mixed", "direct"]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Omar Haddad told his old friends that the ship had sunk.", "the ship had sunk"),
        ("Iran has called on both sides to hold fire.", "hold fire"),
    ],
)
def test_a_hearer_without_a_name_is_passed_over(text: str, content: str) -> None:
    assert [told[0] for told in said(text)] == [content]


def test_a_source_that_wants_no_name_asks_for_nothing() -> None:
    text = "An Iranian official, who asked not to be named, said the ship had sunk."
    assert [told[0] for told in said(text)] == ["the ship had sunk"]


def test_where_something_was_said_is_not_what_was_said() -> None:
    text = '"The ship has sunk," Dmitry Peskov said at a meeting in Moscow.'
    assert said(text) == [("The ship has sunk", [["Dmitry Peskov"]], "asserts")]


def test_a_bound_opens_what_is_said() -> None:
    assert said("Iran said at least ten ships had sunk.")[0][0] == "at least ten ships had sunk"
