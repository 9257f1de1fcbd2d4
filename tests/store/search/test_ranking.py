"""A sentence is worth more where its words are nearer to what was asked for, closer together, rarer, in a headline."""

from khabar.store.search.ranking import Met, by_form, rarity, score


def at(place: int, near: float = 1.0) -> list[Met]:
    return [Met(place, place, near, "")]


def worth(*met: list[Met], length: int = 20, headline: bool = False) -> float:
    return score(met, [1.0] * len(met), length, headline=headline)


def test_the_very_word_is_worth_more_than_another_form() -> None:
    assert worth(at(5)) > worth(at(5, near=0.6)) > 0


def test_words_side_by_side_are_worth_more_than_words_far_apart() -> None:
    assert worth(at(5), at(6)) > worth(at(5), at(9)) > worth(at(5), at(19))


def test_the_order_of_two_words_is_nothing() -> None:
    assert worth(at(5), at(8)) == worth(at(8), at(5))


def test_a_headline_and_a_short_sentence_are_worth_more() -> None:
    assert worth(at(5), headline=True) > worth(at(5)) > worth(at(5), length=60)


def test_a_word_that_stands_there_again_adds_to_the_worth() -> None:
    assert worth([*at(5), *at(7)]) > worth(at(5))


def test_a_rare_word_is_worth_more_than_a_common_one() -> None:
    assert rarity(3, 1000) > rarity(300, 1000) > 0


def test_nothing_met_is_worth_nothing() -> None:
    assert worth([]) == 0


def test_a_phrase_is_met_only_where_all_its_words_follow() -> None:
    words = ["مجلس", "الامن", "ومجلس", "النواب"]
    assert by_form({"مجلس": 1.0, "ومجلس": 0.9}, ("النواب",), words) == [Met(2, 3, 0.9, "ومجلس")]
    assert by_form({"النواب": 1.0}, ("الامن",), words) == []
