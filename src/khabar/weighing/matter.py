"""All that weighing knows of one collection: reports, texts, readings, actors, copies."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from khabar.language.analysis import AnalysedText
from khabar.language.tokens import Token
from khabar.resolution.actors import Cast
from khabar.resolution.headlines import headline_in
from khabar.resolution.statements import Statement
from khabar.values.claim import PositionStance
from khabar.values.reading import Reading
from khabar.values.reason import Passage
from khabar.values.report import Report
from khabar.weighing.sides import principals


@dataclass(frozen=True, slots=True)
class Matter:
    """The collection in its one order (published, id), and what was found out about it so far."""

    reports: Sequence[Report]
    texts: Sequence[AnalysedText]
    readings: Sequence[Reading]
    cast: Cast
    first_copy: Mapping[int, int]  # the earliest report of the copy group that a report is in; itself if in none

    def passage(self, statement: Statement) -> Passage:
        """Where a statement stands."""
        return Passage(self.reports[statement.report].id, statement.passage)

    def words(self, statement: Statement) -> list[Token]:
        """The words and figures of a statement."""
        return [t for t in self.texts[statement.report].tokens[slice(*statement.tokens)] if t.kind != "mark"]

    def speakers(self, statement: Statement) -> frozenset[str]:
        """Who stands at the end of a statement's chain; the first copy of its report where it says so itself."""
        report_id = self.reports[statement.report].id
        last = statement.chain[-1] if statement.chain else ()
        found = self.cast.known(report_id, last)
        return frozenset(found or {self.reports[self.first_copy[statement.report]].id})

    def behind(self, statement: Statement) -> frozenset[str]:
        """For whom those speak who stand at the end of a statement's chain: a spokesman for his ministry's state."""
        last = statement.chain[-1] if statement.chain else ()
        return principals(self.reports[statement.report].id, last, self.cast) or self.speakers(statement)

    def is_headline(self, statement: Statement) -> bool:
        """Whether a statement stands in the headline of its report."""
        headline = headline_in(self.texts[statement.report], self.reports[statement.report].title)
        return headline is not None and headline.covers(statement.passage)

    def names(self, statement: Statement) -> tuple[tuple[str, ...], ...]:
        """The chain of a statement in names."""
        named = {e.id: e.name for e in self.readings[statement.report].entities}
        return tuple(tuple(named[i] for i in link if i in named) for link in statement.chain)


@dataclass(frozen=True, slots=True)
class Held:
    """A statement with the stance that it takes to its claim."""

    statement: Statement
    stance: PositionStance
    vector: Mapping[str, float] = field(default_factory=dict)  # by what it was compared
