"""How far the words of an act of speech go: past its doer and what describes him, to what is asked or condemned."""

from collections.abc import Container, Iterator, Sequence

from khabar.language.analysis import AnalysedText, Range
from khabar.resolution.clauses import is_aside, words_told
from khabar.resolution.inside import Inside
from khabar.values.entity import EntityId
from khabar.values.event import Event
from khabar.values.reading import Reading
from khabar.values.span import Span

_FEWEST = 2  # words beside the act and its doer that tell what it is about
_LONGEST = 60  # tokens that an act is told in: past it a sentence has lost its full stop


class Acts:
    """One report's acts of speech, with who is named in it and when they are."""

    def __init__(self, text: AnalysedText, reading: Reading) -> None:
        self._text = text
        self._mentions = Inside((mention, (mention, e.id)) for e in reading.entities for mention in e.mentions)
        self._times = Inside((timex.span, timex.span) for timex in reading.times)

    def whole(self, act: Event, pieces: Sequence[Range], here: int) -> Range:
        """The piece of a sentence that tells an act, and those that follow until they tell what the act is about.

        `pieces[here]` holds the act. That is told by words that name neither the act, its doer nor the time, and where
        somebody is named to whom it is turned, he must be among them: 'the minister, a seaman, called on the rebels'.
        """
        first, last = pieces[here]
        reach = self._text.span(first, min(pieces[-1][1], last + _LONGEST))
        named = self._named(act, reach)
        asked = min((self._text.range_of(span)[0] for span in self._naming(act.recipient, reach)), default=None)
        about = self._about(pieces[here], named)
        for begin, end in pieces[here + 1 :]:
            if last - first > _LONGEST or (about >= _FEWEST and (asked is None or asked < last)):
                break
            last = end
            about += 0 if begin in named or is_aside(self._text, begin) else self._about((begin, end), named)
        return first, last

    def _named(self, act: Event, reach: Span) -> frozenset[int]:
        """The tokens there of an act, of whoever does it, and of times."""
        spans = (act.anchor, *self._times.within(reach), *self._naming(act.actor, reach))
        return frozenset(i for span in spans for i in range(*self._text.range_of(span)))

    def _naming(self, named: Sequence[EntityId], reach: Span) -> Iterator[Span]:
        """Where one of them is named there."""
        return (mention for mention, own_id in self._mentions.within(reach) if own_id in named)

    def _about(self, piece: Range, named: Container[int]) -> int:
        return sum(words_told(self._text, (at, at + 1)) for at in range(*piece) if at not in named)
