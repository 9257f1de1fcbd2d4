"""Passages that the page links to, and what links to them."""

from collections.abc import Mapping
from dataclasses import dataclass

from khabar.values.reason import Passage
from khabar.values.span import Span
from khabar.views.dossier.library import Card


@dataclass(frozen=True, slots=True, order=True)
class Back:
    """The way back from a passage to where it is used."""

    kind: str  # `claim` or `actor`
    number: int

    @property
    def href(self) -> str:
        """Where it leads."""
        return f"#{'c' if self.kind == 'claim' else 'a'}{self.number}"


class Places:
    """Collects, while the page is made, the passages that its reports must mark."""

    def __init__(self, cards: Mapping[str, Card], characters: int) -> None:
        self._cards = cards
        self._characters = characters
        self._used: dict[str, dict[Span, set[Back]]] = {}

    def link(self, passage: Passage, back: Back | None = None) -> str | None:
        """Where in the page the passage stands; None: the page does not hold its words."""
        card = self._cards.get(passage.report_id)
        if card is None or not card.has_text or passage.span.start >= self._characters or not len(passage.span):
            return None
        backs = self._used.setdefault(passage.report_id, {}).setdefault(passage.span, set())
        if back:
            backs.add(back)
        return f"#{mark_id(card.number, passage.span)}"

    def used_in(self, report_id: str) -> Mapping[Span, tuple[Back, ...]]:
        """The passages of one report that something links to, with the ways back."""
        return {span: tuple(sorted(backs)) for span, backs in sorted(self._used.get(report_id, {}).items())}


def mark_id(report_number: int, span: Span) -> str:
    """The id of one stretch of one report."""
    return f"r{report_number}-{span.start}-{span.end}"
