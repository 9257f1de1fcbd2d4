"""Sentences found by their words."""

from typing import Protocol

from khabar.values.page import Page
from khabar.values.reason import Passage
from khabar.views.evidence import Quoted, Reports, quoted

_MANY = 50  # sentences, where nobody says how many


class Words(Reports, Protocol):
    """What a search asks of an archive."""

    def sentences_with(self, asked: str, limit: int | None = None, offset: int = 0) -> Page[Passage]:
        """Sentences that hold the words asked for, best first."""


def search(archive: Words, asked: str, limit: int | None = _MANY, offset: int = 0) -> Page[Quoted]:
    """The sentences that hold all the words, with any attached particle; a phrase may stand in quotation marks."""
    found = archive.sentences_with(asked, limit, offset)
    return Page(tuple(quoted(archive, passage) for passage in found), found.total, found.offset)
