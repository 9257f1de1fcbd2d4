"""A page is a part of an answer that knows how long the whole is."""

import pytest

from khabar.values.page import Page

LETTERS = "abcdefg"


@pytest.mark.parametrize(
    ("limit", "offset", "shown"),
    [(None, 0, "abcdefg"), (3, 0, "abc"), (3, 5, "fg"), (0, 0, ""), (None, 6, "g"), (3, 99, "")],
)
def test_a_page_shows_a_part_and_counts_the_whole(limit: int | None, offset: int, shown: str) -> None:
    page = Page.of(LETTERS, limit, offset)
    assert ("".join(page), page.total, page.offset) == (shown, len(LETTERS), offset)


def test_a_page_is_a_sequence_of_what_it_shows() -> None:
    page = Page.of(LETTERS, 3, 2)
    assert (len(page), page[0], page[-1], page[1:], "c" in page, "a" in page) == (3, "c", "e", ("d", "e"), True, False)
    assert not Page.of(LETTERS, 0)


def test_pages_one_after_another_are_the_whole() -> None:
    pages = [Page.of(LETTERS, 2, offset) for offset in range(0, len(LETTERS), 2)]
    assert "".join(letter for page in pages for letter in page) == LETTERS
