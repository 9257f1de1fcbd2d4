"""Names found against names that people marked."""

from khabar.measures.marked_text import MarkedName, MarkedText
from khabar.measures.naming_quality import ALL, measure_names
from khabar.values.span import Span

TEXT = "وصل سامي حداد إلى بيروت ولبنان"


def name(words: str, label: str) -> MarkedName:
    start = TEXT.index(words)
    return MarkedName(Span(start, start + len(words)), label)


MARKED = MarkedText(TEXT, (name("سامي حداد", "PER"), name("بيروت", "LOC"), name("ولبنان", "LOC")))


def test_a_name_is_found_whole_or_in_part_or_not() -> None:
    figures = measure_names([MARKED], lambda _: [name("سامي", "PER"), name("بيروت", "LOC")])
    exact, overlap = figures["PER"]
    assert (exact.f1, overlap.f1) == (0.0, 1.0)
    exact, overlap = figures["LOC"]
    assert (exact.precision, exact.recall) == (1.0, 0.5)
    assert (figures[ALL][0].gold, figures[ALL][0].found) == (3, 2)


def test_attached_particles_make_no_difference() -> None:
    figures = measure_names([MARKED], lambda _: [name("لبنان", "LOC"), name("بيروت", "LOC")])
    assert figures["LOC"][0].f1 == 1.0


def test_a_name_of_another_sort_is_wrong() -> None:
    figures = measure_names([MARKED], lambda _: [name("بيروت", "ORG")])
    assert figures["ORG"][0].precision == figures["ORG"][1].precision == 0.0


def test_one_found_name_stands_for_one_marked_name() -> None:
    figures = measure_names([MARKED], lambda _: [name("بيروت ولبنان", "LOC")])
    exact, overlap = figures["LOC"]
    assert (exact.recall, overlap.recall) == (0.0, 0.5)
