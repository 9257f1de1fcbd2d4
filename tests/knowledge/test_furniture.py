"""What the words of page furniture promise."""

import pytest

from khabar.knowledge.furniture import NUMBER, Furniture, furniture, words_of
from khabar.reports.body import body_in
from khabar.reports.labels import label_of
from khabar.reports.lines import lines_in

HEADLINE = "الميناء يفتح أبوابه بعد العاصفة"
PARAGRAPHS = (
    "فتح الميناء أبوابه صباح اليوم بعد عاصفة استمرت ثلاثة أيام وأغلقت الطرق المؤدية إلى المدينة.",
    "وقالت إدارة الميناء إن خمس سفن دخلت الحوض الكبير، وإن العمال عادوا إلى أعمالهم كلها.",
    "وتوقعت الأرصاد أن تهدأ الرياح مساء وأن يستمر الطقس معتدلا حتى نهاية الأسبوع القادم.",
)


def report_with(line: str, where: str) -> str:
    lines = [HEADLINE, *PARAGRAPHS]
    lines.insert({"head": 1, "edges": 1, "tail": 4, "anywhere": 2}[where], line)
    return "\n".join(lines)


def kept(text: str) -> list[str]:
    return [line for span in body_in(text, HEADLINE) for line in span.of(text).split("\n")]


@pytest.mark.parametrize(
    ("kind", "example"), [pytest.param(k, e, id=f"{k.id}-{n}") for k in furniture() for n, e in enumerate(k.examples)]
)
def test_every_example_is_cut_and_nothing_else(kind: Furniture, example: str) -> None:
    assert kept(report_with(example, kind.where)) == [HEADLINE, *PARAGRAPHS]


@pytest.mark.parametrize(
    ("kind", "near_miss"),
    [pytest.param(k, e, id=f"{k.id}-{n}") for k in furniture() for n, e in enumerate(k.counterexamples)],
)
def test_every_near_miss_stays(kind: Furniture, near_miss: str) -> None:
    assert near_miss in kept(report_with(near_miss, "anywhere"))


@pytest.mark.parametrize(
    ("kind", "near_miss"),
    [pytest.param(k, e, id=f"{k.id}-{n}") for k in furniture() for n, e in enumerate(k.counterexamples)],
)
def test_no_kind_takes_its_own_near_miss_anywhere(kind: Furniture, near_miss: str) -> None:
    (line,) = lines_in(near_miss)
    assert label_of(line, "anywhere") != kind


def test_ids_are_unique_and_no_form_stands_in_two_kinds_that_match_alike() -> None:
    assert len({kind.id for kind in furniture()}) == len(furniture())
    strong = [(form, kind.match) for kind in furniture() if not kind.needs for form in kind.forms]
    twice = {pair for pair in strong if strong.count(pair) > 1 and pair[1] == "alone"}
    assert not twice


def test_no_form_holds_tatweel_controls_or_presentation_forms() -> None:
    forbidden = "\u0640\u200b\u200e\u200f\u202a\u202b\u202c\ufeff"
    for kind in furniture():
        for text in (*kind.examples, *kind.counterexamples, *(word for form in kind.forms for word in form)):
            assert not any(char in forbidden or "\ufb50" <= char <= "\ufdff" for char in text), kind.id


def test_spelling_forgets_hamza_seats_marks_case_and_figures() -> None:
    assert words_of("إقرأ أيضاً") == words_of("اقرا ايضا")
    assert words_of("عدد التعلیقات ٣") == ("عدد", "التعليقات", NUMBER)
    assert words_of("FacebookTwitter PDF") == ("facebook", "twitter", "pdf")
