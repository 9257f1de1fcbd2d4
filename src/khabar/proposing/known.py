"""What our own knowledge of the world says of a name that stands in a report. A model gives no identities."""

from collections.abc import Iterable

from khabar.extraction.names.adjectives import nationalities_in
from khabar.extraction.names.gazetteer import Known, Named, gazetteer_hits, known_by_id
from khabar.extraction.names.words import words_of
from khabar.language.analysis import AnalysedText
from khabar.values.entity import Kind
from khabar.values.span import Span


class KnownNames:
    """The known names of one text."""

    def __init__(self, analysed: AnalysedText) -> None:
        self._analysed = analysed
        words = words_of(analysed)
        hits = gazetteer_hits(words)
        self._found: dict[tuple[int, int], tuple[Named, ...]] = {(at, hit.last): hit.found for at, hit in hits}
        self._adjectives = {(c.first, c.last): c.country for c in nationalities_in(words) if c.how == "adjective"}

    def adjective(self, span: Span) -> Known | None:
        """The country that an adjective of nationality names; None: it is no such word, or a name (السعودية) too."""
        country = self._adjectives.get(self._analysed.range_of(span))
        return known_by_id()[country] if country and not self.named((span,), Kind.COUNTRY) else None

    def named(self, mentions: Iterable[Span], kind: Kind) -> Known | None:
        """The one entry of that kind that a mention names surely; None: there is none, or several."""
        for span in mentions:
            entries = {entry.id: entry for entry in self._entries(span) if entry.kind is kind}
            if len(entries) == 1:
                return next(iter(entries.values()))
        return None

    def _entries(self, span: Span) -> Iterable[Known]:
        for named in self._found.get(self._analysed.range_of(span), ()):
            if named.known:  # a doubtful name too: that the model gives it this kind is what supports it
                yield named.known
                if named.known.speaks_for:  # a capital that stands for its government
                    yield known_by_id()[named.known.speaks_for]
