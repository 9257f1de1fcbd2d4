"""What the negations of a clause are of: the clause, an event in it, or something that is only told beside it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from khabar.language.analysis import AnalysedText, Range
from khabar.resolution.inside import Inside
from khabar.resolution.negations import is_definite, relatives
from khabar.resolution.stems import is_empty, stems
from khabar.values.entity import EntityId, Kind
from khabar.values.event import Event, Status

_AND = "و"
_MAIN = 10  # tokens into a clause, after which a negation is of something beside its main verb
_BEFORE_ANCHOR = 2  # tokens before an event word in which a negation is of that word


class Noes:
    """One report's negations, with who is named where."""

    def __init__(self, text: AnalysedText, named: Inside[EntityId], kinds: Mapping[EntityId, Kind]) -> None:
        self._text = text
        self._named = named
        self._kinds = kinds

    def negate(self, clause: Range, places: Sequence[int], events: Sequence[Event], *, own: bool) -> bool:
        """Whether a clause says no by negations at these places in it.

        Where events were read in it, a negation counts only if it is of one of them or of the whole clause; where no
        negation stands, `own` tells whether events that are denied are so by what the clause says itself.
        """
        if not events:
            return any(at < _MAIN and self._is_main(clause[0] + at, clause[0]) for at in places)
        if not places:
            return own and any(e.status is Status.DENIED for e in events)
        anchors = [self._text.range_of(e.anchor)[0] - clause[0] for e in events]
        return any(
            0 < anchor - at <= _BEFORE_ANCHOR or (at < anchor and self._is_main(clause[0] + at, clause[0]))
            for at in places
            for anchor in anchors
        )

    def events_denied(self, events: Iterable[Event], places: Sequence[int]) -> frozenset[str]:
        """The stems of the events that are said not to be, whatever verb carries them: 'does not carry out raids'."""
        spans = [e.anchor for e in events if places and e.status is Status.DENIED]
        words = (token for span in spans for token in self._text.tokens[slice(*self._text.range_of(span))])
        return frozenset(stem for token in words for stem in stems(token.form))

    def is_relative(self, at: int, first: int) -> bool:
        """Whether what stands at a token opens a relative clause: 'who was not named', 'a party that is not known'."""
        if at == first:
            return False
        before = self._text.tokens[at - 1].form
        groups = [kind is Kind.GROUP for kind in self._names_before(at)]
        unnamed = bool(groups) and all(groups) and not before.isascii()  # English has its 'who' there
        return before.removeprefix(_AND) in relatives() or (unnamed and not is_definite(before))

    def _is_main(self, at: int, first: int) -> bool:
        """Whether a negation is of the clause, not of a relative clause: 'somebody who was not named'."""
        if at == first or self._text.tokens[at].form.startswith(_AND):  # 'and is no …' opens a clause
            return True
        before = self._text.tokens[at - 1]
        if self.is_relative(at, first):
            return False
        leads = before.kind == "mark" or is_empty(before.form)  # 'we do not', 'because it is no'
        named = any(kind is not Kind.GROUP for kind in self._names_before(at))
        return leads or is_definite(before.form) or named

    def _names_before(self, at: int) -> Iterator[Kind]:
        return (self._kinds[i] for i in self._named.within(self._text.tokens[at - 1].span))
