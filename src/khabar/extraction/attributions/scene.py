"""The text, its references and its cues together, as the grammar of saying looks at them."""

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from khabar.extraction.attributions.classes import opens
from khabar.extraction.attributions.cues import CueAt
from khabar.extraction.names.gazetteer import social_media
from khabar.extraction.references import Reference, Referents
from khabar.language.analysis import AnalysedText, Range
from khabar.language.forms import by_place
from khabar.language.quotes import Quote
from khabar.values.entity import Entity, Kind

_ARABIC_MARKS = {",": "،", ";": "؛"}  # some outlets type the Latin marks


@dataclass(frozen=True)
class Scene:
    """Everything that is known of one report before it is asked who says what."""

    analysed: AnalysedText
    referents: Referents
    cues: tuple[CueAt, ...]
    explains: bool = False  # whether what is read shall say why

    @cached_property
    def cue_at(self) -> dict[int, CueAt]:
        """The cues by their first token."""
        return {cue.first: cue for cue in self.cues}

    @cached_property
    def _starts(self) -> list[int]:
        return [cue.first for cue in self.cues]

    def cues_between(self, begin: int, end: int) -> tuple[CueAt, ...]:
        """The cues that begin in this stretch, in reading order."""
        return self.cues[bisect_left(self._starts, begin) : bisect_left(self._starts, end)]

    @cached_property
    def _quotes(self) -> tuple[list[int], list[Quote]]:
        quotes = sorted(self.analysed.quotes, key=lambda quote: (quote.first, quote.last))
        return [quote.first for quote in quotes], quotes

    def quotes_between(self, begin: int, end: int) -> list[Quote]:
        """The quotations that begin in this stretch."""
        starts, quotes = self._quotes
        return quotes[bisect_left(starts, begin) : bisect_left(starts, end)]

    @cached_property
    def quote_before(self) -> dict[int, Quote]:
        """Quotations by the token of their closing mark."""
        return {quote.last: quote for quote in self.analysed.quotes}

    @cached_property
    def quote_after(self) -> dict[int, Quote]:
        """Quotations by the token of their opening mark."""
        return {quote.first - 1: quote for quote in self.analysed.quotes}

    @cached_property
    def _quoted(self) -> list[tuple[int, int]]:
        return sorted((q.first, q.last) for q in self.analysed.quotes if q.depth == 0)

    @cached_property
    def ends(self) -> dict[tuple[int, bool], bool]:
        """Which tokens were found to end what is said before them, of a noun phrase and of a clause."""
        return {}

    def form(self, at: int) -> str:
        """The folded form of a token, Latin commas as Arabic ones; empty beyond either end."""
        return self._form(at)

    @cached_property
    def _form(self) -> Callable[[int], str]:
        return by_place([_ARABIC_MARKS.get(token.form, token.form) for token in self.analysed.tokens])

    def quote_over(self, at: int) -> Range | None:
        """The outermost quotation that a token stands in, marks left out."""
        place = bisect_left(self._quoted, (at + 1, 0)) - 1
        if place >= 0 and self._quoted[place][0] <= at < self._quoted[place][1]:
            return self._quoted[place]
        return None

    def entity(self, reference: Reference) -> Entity:
        """The first entity of a reference."""
        return self.referents.by_id[reference.entities[0]]

    def is_bare_place(self, reference: Reference) -> bool:
        """Whether a reference is to a place that stands for no government."""
        return self.entity(reference).kind is Kind.PLACE

    def is_medium(self, reference: Reference) -> bool:
        """Whether a reference is to a medium."""
        return self.entity(reference).kind is Kind.MEDIA

    def is_social(self, reference: Reference) -> bool:
        """Whether a reference is to a social network: a place to write in, no link of a chain."""
        if opens("networks", self.analysed.tokens, reference.first):
            return True
        return self.entity(reference).known_as in social_media()
