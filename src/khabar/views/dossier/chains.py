"""Chains of transmission as trees: from the outlet through the media to the first speaker, and his words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from khabar.values.claim import Position
from khabar.views.dossier.library import Card
from khabar.views.dossier.names import Named, Names
from khabar.views.dossier.places import Back, Places
from khabar.views.evidence import Reports, quoted

_AROUND = 140  # characters shown on either side of the words
_WORDS = 700

Link = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """Words in their sentence."""

    before: str
    words: str
    after: str
    href: str | None  # None: the page does not hold the report's text


@dataclass(frozen=True, slots=True)
class Branch:
    """One link of chains, with what was said at its end and the links behind it."""

    names: tuple[Named, ...]
    quotes: tuple[Quote, ...]
    branches: tuple["Branch", ...]


@dataclass(frozen=True, slots=True)
class Root:
    """One report with the chains that begin in it."""

    card: Card
    copy_of: Card | None  # None: it copies none
    own_voice: tuple[Quote, ...]
    branches: tuple[Branch, ...]


class Chains:
    """Makes the trees of one page."""

    def __init__(
        self, reports: Reports, cards: Mapping[str, Card], copied: Mapping[str, str], names: Names, places: Places
    ) -> None:
        self._reports = reports
        self._cards = cards
        self._copied = copied
        self._names = names
        self._places = places

    def trees(self, positions: Iterable[Position], back: Back) -> tuple[Root, ...]:
        """One tree for each report that takes one of the positions, in their order."""
        of_report: dict[str, list[tuple[tuple[Link, ...], Quote]]] = {}
        for position in positions:
            quote = self._quote(position, back)
            of_report.setdefault(position.passage.report_id, []).append((position.chain, quote))
        return tuple(self._root(report_id, told) for report_id, told in of_report.items() if report_id in self._cards)

    def _root(self, report_id: str, told: list[tuple[tuple[Link, ...], Quote]]) -> Root:
        first = self._copied.get(report_id)
        return Root(
            card=self._cards[report_id],
            copy_of=self._cards.get(first) if first else None,
            own_voice=tuple(quote for chain, quote in told if not chain),
            branches=self._branches([(chain, quote) for chain, quote in told if chain]),
        )

    def _branches(self, told: list[tuple[tuple[Link, ...], Quote]]) -> tuple[Branch, ...]:
        by_link: dict[Link, list[tuple[tuple[Link, ...], Quote]]] = {}
        for chain, quote in told:
            by_link.setdefault(chain[0], []).append((chain[1:], quote))
        return tuple(
            Branch(
                names=self._names.named(link),
                quotes=tuple(quote for chain, quote in behind if not chain),
                branches=self._branches([(chain, quote) for chain, quote in behind if chain]),
            )
            for link, behind in by_link.items()
        )

    def _quote(self, position: Position, back: Back) -> Quote:
        found = quoted(self._reports, position.passage)
        return Quote(
            before=_end_of(found.before),
            words=beginning_of(found.words, _WORDS),
            after=beginning_of(found.after, _AROUND),
            href=self._places.link(position.passage, back),
        )


def beginning_of(text: str, most: int) -> str:
    """The text, or as many whole words of it as there is room for."""
    if len(text) <= most:
        return text
    return f"{text[:most].rsplit(None, 1)[0]} …"


def _end_of(text: str) -> str:
    if len(text) <= _AROUND:
        return text
    return f"… {text[-_AROUND:].split(None, 1)[-1]}"
