"""What is the article, and what only stands around it."""

from textwrap import fill

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khabar.knowledge.furniture import furniture
from khabar.reports.body import body_in

HEADLINE = "الحكومة تقر خطة لبناء خمسين مدرسة"
FIRST = "أقرت الحكومة أمس خطة لبناء خمسين مدرسة في القرى البعيدة خلال ثلاث سنوات."
SECOND = "وقال وزير التعليم إن الخطة تبدأ من الجنوب، حيث يمشي التلاميذ ساعة إلى أقرب مدرسة."
THIRD = "وترى نقابة المعلمين أن المال المخصص لا يكفي لنصف هذا العدد من المدارس."


def body_of(*lines: str, title: str | None = None) -> list[str]:
    text = "\n".join(lines)
    return [line for span in body_in(text, title) for line in span.of(text).splitlines() if line]


def test_a_clean_report_is_body_from_its_first_letter_to_its_last() -> None:
    text = f"\n  {HEADLINE}\n\n{FIRST}\n{SECOND} \n"
    (span,) = body_in(text)
    assert span.of(text) == f"{HEADLINE}\n\n{FIRST}\n{SECOND}"


def test_sub_headings_stay() -> None:
    lines = (HEADLINE, FIRST, "من الجنوب", SECOND, "موقف النقابة", THIRD)
    assert body_of(*lines) == list(lines)


def test_a_dateline_stays_with_its_paragraph() -> None:
    dateline = "تونس (وات) - " + FIRST
    assert body_of(HEADLINE, dateline, SECOND) == [HEADLINE, dateline, SECOND]


@pytest.mark.parametrize("name", ["هند الزين", "بوابة الميناء نيوز..", "صنعاء، عواصم (وكالات)"])
def test_a_name_between_headline_and_first_paragraph_is_a_byline(name: str) -> None:
    assert body_of(HEADLINE, name, FIRST, SECOND) == [HEADLINE, FIRST, SECOND]


def test_a_second_headline_stays() -> None:
    under = "الوزير: نبدأ من الجنوب ثم نتجه شمالا"
    assert body_of(HEADLINE, under, FIRST, SECOND) == [HEADLINE, under, FIRST, SECOND]


@pytest.mark.parametrize("opening", ["تقرير", "بالفيديو", "عاجل", "خاص"])
def test_a_headline_may_open_with_a_word_of_furniture(opening: str) -> None:
    headline = f"{opening}: {HEADLINE}"
    assert body_of(headline, FIRST, SECOND)[0] == headline


def test_a_caption_given_twice_is_no_sub_heading() -> None:
    caption = "تلاميذ أمام مدرسة"
    assert body_of(HEADLINE, FIRST, caption, caption, SECOND) == [HEADLINE, FIRST, SECOND]


def test_a_paragraph_given_twice_stays_twice() -> None:
    assert body_of(HEADLINE, FIRST, FIRST, SECOND) == [HEADLINE, FIRST, FIRST, SECOND]


def test_a_list_of_links_ends_where_the_article_goes_on() -> None:
    links = ("اقرأ أيضا", "المعلمون يطلبون زيادة الأجور", "كم مدرسة تحتاج القرى؟")
    assert body_of(HEADLINE, FIRST, *links, SECOND, THIRD) == [HEADLINE, FIRST, SECOND, THIRD]


def test_titles_in_a_row_between_paragraphs_are_links_even_without_a_label() -> None:
    links = ("المعلمون يطلبون زيادة الأجور هذا العام", "كم مدرسة تحتاج القرى في الجنوب")
    assert body_of(HEADLINE, FIRST, *links, SECOND, THIRD) == [HEADLINE, FIRST, SECOND, THIRD]


def test_lines_that_a_colon_announces_are_a_list_of_the_article() -> None:
    lines = ("وتشمل الخطة في عامها الأول ما يأتي:", "عشرون مدرسة في محافظات الجنوب كلها", "عشر مدارس في القرى الجبلية")
    assert body_of(HEADLINE, FIRST, *lines, THIRD) == [HEADLINE, FIRST, *lines, THIRD]


def test_a_bracket_that_names_the_editors_is_cut_from_the_last_paragraph() -> None:
    assert body_of(HEADLINE, FIRST, SECOND + " (إعداد هند الزين للنشرة العربية - تحرير سامي منصور)") == [
        HEADLINE,
        FIRST,
        SECOND,
    ]
    aside = SECOND + " (وهذا ما نفته النقابة في بيان لها أمس)"
    assert body_of(HEADLINE, FIRST, aside) == [HEADLINE, FIRST, aside]


def test_comments_close_the_article_whatever_they_say() -> None:
    assert body_of(HEADLINE, FIRST, SECOND, "التعليقات", "سالم", THIRD) == [HEADLINE, FIRST, SECOND]


def test_a_word_of_the_menu_above_the_article_does_not_close_it() -> None:
    assert body_of("الرئيسية", "التعليقات", HEADLINE, FIRST, SECOND, THIRD) == [HEADLINE, FIRST, SECOND, THIRD]


def test_a_date_alone_is_furniture_at_the_edge_and_a_heading_in_a_chronicle() -> None:
    assert body_of(HEADLINE, "الأحد 3 مارس 2019", FIRST, SECOND) == [HEADLINE, FIRST, SECOND]
    chronicle = (HEADLINE, FIRST, "3 مارس 2019", SECOND, "2021", THIRD)
    assert body_of(*chronicle) == list(chronicle)


@pytest.mark.parametrize("width", [40, 72, 100])
def test_paragraphs_that_were_broken_into_lines_stay_whole(width: int) -> None:
    text = "\n\n".join(fill(" ".join(three), width) for three in ((FIRST, SECOND, THIRD), (THIRD, SECOND, FIRST)))
    (span,) = body_in(f"{HEADLINE}\n\n{text}")
    assert span.of(f"{HEADLINE}\n\n{text}") == f"{HEADLINE}\n\n{text}"


def test_a_text_of_nothing_but_furniture_is_its_own_body() -> None:
    assert body_of("طباعة", "مشاركة") == ["طباعة", "مشاركة"]


def test_a_text_without_a_letter_or_line_has_no_body() -> None:
    assert body_in("") == body_in(" \n\u200f\n") == ()


PIECES = st.sampled_from(
    [
        HEADLINE,
        FIRST,
        SECOND,
        THIRD,
        "",
        "  ",
        "\u200f",
        "طباعة",
        "12",
        "اقرأ أيضا",
        "التعليقات",
        "كلمة",
        "\r",
        "1/2/2020",
    ]
    + [example for kind in furniture() for example in kind.examples]
)


@given(st.lists(PIECES | st.text(max_size=40), max_size=14), st.none() | PIECES)
def test_stretches_are_sorted_and_disjoint_and_start_and_end_in_something(lines: list[str], title: str | None) -> None:
    text = "\n".join(lines)
    spans = body_in(text, title)
    assert list(spans) == sorted(spans)
    assert all(a.end <= b.start for a, b in zip(spans, spans[1:], strict=False))
    for span in spans:
        assert span.of(text).strip() == span.of(text) != ""


ABOVE = PIECES.filter(lambda piece: piece not in (FIRST, SECOND, THIRD))  # paragraphs above are the article's own


@given(st.lists(st.sampled_from([FIRST, SECOND, THIRD]), min_size=2, max_size=5), st.lists(ABOVE, max_size=4))
def test_no_paragraph_is_cut_by_what_stands_above_it(paragraphs: list[str], above: list[str]) -> None:
    kept = body_of(*above, *paragraphs)
    assert kept[-len(paragraphs) :] == paragraphs
