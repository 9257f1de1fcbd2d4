import pytest
from hypothesis import given
from hypothesis import strategies as st

from khabar.knowledge.files import Entry, entries
from khabar.language.clitics import Split, splits
from khabar.language.normalise import fold
from khabar.language.tokens import tokens_in

WORDS = st.text(alphabet="ابتسلكفونيهمأةىئ", min_size=1, max_size=14)


def taken_apart(form: str) -> set[tuple[str, str, str]]:
    return {("+".join(s.proclitics), s.rest, s.enclitic) for s in splits(form)}


@pytest.mark.parametrize(
    ("form", "split"),
    [
        ("قال", ("", "قال", "")),
        ("فقال", ("ف", "قال", "")),
        ("وقال", ("و", "قال", "")),
        ("سيقول", ("س", "يقول", "")),
        ("وسيقول", ("و+س", "يقول", "")),
        ("ليقول", ("ل", "يقول", "")),
        ("والوزير", ("و+ال", "وزير", "")),
        ("وبالوزير", ("و+ب+ال", "وزير", "")),
        ("للوزير", ("ل+ال", "وزير", "")),
        ("وللجنة", ("و+ل+ال", "لجنة", "")),
        ("كالوزير", ("ك+ال", "وزير", "")),
    ],
)
def test_what_stands_in_front_comes_off(form: str, split: tuple[str, str, str]) -> None:
    assert split in taken_apart(form)


@pytest.mark.parametrize(
    ("form", "rest", "pronoun"),
    [
        ("زيارته", "زيارة", "ه"),
        ("نفاه", "نفى", "ه"),
        ("نفته", "نفت", "ه"),
        ("قالوه", "قالوا", "ه"),
        ("ادعائه", "ادعاء", "ه"),
        ("ادعاؤها", "ادعاء", "ها"),
        ("راه", "راى", "ه"),
        ("اتهمني", "اتهم", "ني"),
        ("بيانهما", "بيان", "هما"),
    ],
)
def test_a_pronoun_comes_off_and_the_word_gets_back_its_last_letter(form: str, rest: str, pronoun: str) -> None:
    assert ("", rest, pronoun) in taken_apart(form)


def test_the_whole_word_comes_first_and_the_longest_prefix_last() -> None:
    assert splits("وبالوزير")[0] == Split((), "وبالوزير")
    assert splits("وبالوزير")[-1].proclitics == ("و", "ب", "ال")


def test_the_future_s_stands_before_a_present_only() -> None:
    assert ("س", "فير", "") not in taken_apart("سفير")


def test_a_word_with_the_article_has_no_pronoun() -> None:
    assert all(not s.enclitic for s in splits("الكتابه") if "ال" in s.proclitics)


def words_of(text: str) -> list[str]:
    return [token.form for token in tokens_in(text) if token.kind == "word"]


@pytest.mark.parametrize("entry", entries("ar/whole_words.yaml"), ids=lambda entry: entry["id"])
def test_a_whole_word_is_not_taken_apart_and_its_look_alike_is(entry: Entry) -> None:
    whole = {fold(word) for word in entry["words"]}
    for example in entry["examples"]:
        met = whole.intersection(words_of(example))
        assert met
        assert all(splits(word) == (Split((), word),) for word in met)
    for near_miss in entry["counterexamples"]:
        assert not whole.intersection(words_of(near_miss))
        assert len(splits(words_of(near_miss)[0])) > 1


def test_a_whole_word_keeps_its_first_letter_before_a_pronoun_and_after_a_particle() -> None:
    assert all(not s.proclitics for s in splits("وزيرها"))
    assert ("", "وزير", "ها") in taken_apart("وزيرها")
    assert ("و", "فيلم", "") in taken_apart("وفيلم")
    assert all(s.proclitics != ("ف",) for s in splits("فيلمه"))


def test_what_stands_after_the_article_is_no_verb_that_addresses_somebody() -> None:
    assert all(not s.enclitic for s in splits("الحكم") + splits("التمسك"))


@given(WORDS)
def test_a_split_without_a_pronoun_puts_together_to_the_word_again(form: str) -> None:
    for split in splits(form):
        if not split.enclitic and split.proclitics[-2:] != ("ل", "ال"):
            assert "".join(split.proclitics) + split.rest == form


@given(WORDS)
def test_the_word_itself_is_always_among_the_splits_and_none_comes_twice(form: str) -> None:
    assert splits(form)[0] == Split((), form)
    assert len(set(splits(form))) == len(splits(form))


def test_a_word_of_a_megabyte_does_not_hang() -> None:
    assert splits("وال" * 350_000)
