from khabar.language import remembered as module
from khabar.language.forms import by_place
from khabar.language.remembered import remembered


def test_an_answer_is_worked_out_once() -> None:
    asked: list[str] = []
    length = remembered(lambda word: asked.append(word) or len(word))
    assert [length("خبر"), length("خبر"), length("أخبار")] == [3, 3, 5]
    assert asked == ["خبر", "أخبار"]


def test_answers_stay_right_and_few_however_many_words_come(monkeypatch) -> None:
    monkeypatch.setattr(module, "_MOST", 3)
    length = remembered(len)
    words = [f"{'ب' * (at % 7)}{at % 5}" for at in range(50)]
    assert [length(word) for word in words] == [len(word) for word in words]
    assert len(length.__self__) <= 3


def test_nothing_stands_beyond_either_end() -> None:
    form = by_place(["قال", "الوزير"])
    assert [form(at) for at in (-2, -1, 0, 1, 2, 3)] == ["", "", "قال", "الوزير", "", ""]
