"""What our own knowledge of the world says of a name that stands in a report. A model gives no identities."""

from collections.abc import Iterable

from khabar.extraction.names.gazetteer import Known, Named, gazetteer_hits, known_by_id
from khabar.extraction.names.words import words_of
from khabar.language.analysis import AnalysedText
from khabar.values.entity import Kind
from khabar.values.span import Span


class KnownNames:
    """The known names of one text."""

    def __init__(self, analysed: AnalysedText) -> None:
        self._analysed = analysed
        hits = gazetteer_hits(words_of(analysed))
        self._found: dict[tuple[int, int], tuple[Named, ...]] = {(at, hit.last): hit.found for at, hit in hits}

    def named(self, mentions: Iterable[Span], kind: Kind) -> Known | None:
        """The one entry of that kind that a mention names surely; None: there is none, or several."""
        for span in mentions:
            entries = {entry.id: entry for entry in self._entries(span) if entry.kind is kind}
            if len(entries) == 1:
                return next(iter(entries.values()))
        return None

    def _entries(self, span: Span) -> Iterable[Known]:
        for named in self._found.get(self._analysed.range_of(span), ()):
            if named.known and not named.needs:
                yield named.known
                if named.known.speaks_for:  # a capital that stands for its government
                    yield known_by_id()[named.known.speaks_for]
