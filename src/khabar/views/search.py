"""Sentences found by their words."""

from typing import Protocol

from khabar.values.reason import Passage
from khabar.views.evidence import Quoted, Reports, quoted


class Words(Reports, Protocol):
    """What a search asks of an archive."""

    def sentences_with(self, asked: str, limit: int = 50) -> tuple[Passage, ...]:
        """Sentences that hold the words asked for, best first."""


def search(archive: Words, asked: str, limit: int = 50) -> tuple[Quoted, ...]:
    """The sentences that hold all the words, with any attached particle; a phrase may stand in quotation marks."""
    return tuple(quoted(archive, passage) for passage in archive.sentences_with(asked, limit))
