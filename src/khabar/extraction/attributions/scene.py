"""The text, its references and its cues together, as the grammar of saying looks at them."""

from bisect import bisect_left

from khabar.extraction.attributions.classes import opens
from khabar.extraction.attributions.cues import CueAt
from khabar.extraction.names.gazetteer import social_media
from khabar.extraction.references import Reference, Referents
from khabar.knowledge.name_grammar import name_grammar
from khabar.language.analysis import AnalysedText, Range
from khabar.language.forms import by_place
from khabar.language.quotes import Quote
from khabar.values.entity import Entity, Kind


class Scene:
    """Everything that is known of one report before it is asked who says what."""

    def __init__(
        self, analysed: AnalysedText, referents: Referents, cues: tuple[CueAt, ...], explains: bool = False
    ) -> None:
        self.analysed, self.referents, self.cues = analysed, referents, cues
        self.explains = explains  # whether what is read shall say why
        # the folded form of a token; empty beyond either end
        self.form = by_place([token.form for token in analysed.tokens])
        self.cue_at = {cue.first: cue for cue in cues}  # the cues by their first token
        self._starts = [cue.first for cue in cues]
        self._quotes = sorted(analysed.quotes, key=lambda quote: (quote.first, quote.last))
        self._quote_starts = [quote.first for quote in self._quotes]
        self.quote_before = {quote.last: quote for quote in analysed.quotes}  # by the token of their closing mark
        self.quote_after = {quote.first - 1: quote for quote in analysed.quotes}  # by that of their opening mark
        self._quoted = sorted((q.first, q.last) for q in analysed.quotes if q.depth == 0)
        # which tokens were found to end what is said before them, of a noun phrase and of a clause
        self.ends: dict[tuple[int, bool], bool] = {}

    def cues_between(self, begin: int, end: int) -> tuple[CueAt, ...]:
        """The cues that begin in this stretch, in reading order."""
        return self.cues[bisect_left(self._starts, begin) : bisect_left(self._starts, end)]

    def quotes_between(self, begin: int, end: int) -> list[Quote]:
        """The quotations that begin in this stretch."""
        return self._quotes[bisect_left(self._quote_starts, begin) : bisect_left(self._quote_starts, end)]

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
        """Whether a reference is to a medium, or to media without names: 'وسائل الإعلام الرسمية'."""
        entity = self.entity(reference)
        return entity.kind is Kind.MEDIA or entity.rule.removeprefix("group:") in name_grammar("unnamed_media")

    def is_social(self, reference: Reference) -> bool:
        """Whether a reference is to a social network: a place to write in, no link of a chain."""
        if opens("networks", self.analysed.tokens, reference.first):
            return True
        return self.entity(reference).known_as in social_media()
