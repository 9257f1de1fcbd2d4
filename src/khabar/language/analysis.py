"""A text cut into paragraphs, sentences, tokens and quotations."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import NamedTuple

from khabar.language.evening import evened
from khabar.language.quotes import Quote, quotes_in
from khabar.language.tokens import Token, tokens_in
from khabar.values.span import Span

Range = tuple[int, int]  # half-open, of token indices

_ENDS = frozenset({".", "؟", "!", "؛؛"})
_LONGEST = 300  # tokens: past it a text has lost its full stops, and a comma ends what is read at once
_BREAKS = frozenset({"،", "؛", ":"})
_END = attrgetter("end")
_CLOSING = frozenset({"»", "”", '"', ")", "’", "›", "]"})


@dataclass(frozen=True, slots=True)
class AnalysedText:
    """The article proper of one text; all offsets are the original's."""

    text: str
    evened: str  # the same with the ways of typing made one: what the tokens are cut from
    tokens: tuple[Token, ...]
    paragraphs: tuple[Range, ...]
    sentences: tuple[Range, ...]
    quotes: tuple[Quote, ...]

    def sentence_at(self, token: int) -> Range:
        """The sentence that a token stands in."""
        return self.sentences[bisect_right(self.sentences, (token, len(self.tokens) + 1)) - 1]

    def paragraph_at(self, token: int) -> Range:
        """The paragraph that a token stands in."""
        return self.paragraphs[bisect_right(self.paragraphs, (token, len(self.tokens) + 1)) - 1]

    def token_from(self, offset: int) -> int:
        """Index of the first token that ends after the offset; the number of tokens if none does."""
        return bisect_right(self.tokens, offset, key=_END)

    def range_of(self, span: Span) -> Range:
        """The tokens that share a character with the span."""
        first = self.token_from(span.start)
        last = first
        while last < len(self.tokens) and self.tokens[last].start < span.end:
            last += 1
        return first, last

    def span(self, first: int, last: int) -> Span:
        """The stretch of the original text from one token to before another."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)


class Cut(NamedTuple):
    """A text cut into tokens and sentences, and nothing more."""

    tokens: list[Token]
    paragraphs: list[Range]
    sentences: list[Range]


def analyse(text: str, body: Iterable[Span] = ()) -> AnalysedText:
    """Cut up the given stretches of the text, or all of it where none is given."""
    even = evened(text)
    tokens, paragraphs, sentences = cut_up(even, body)
    quotes = quotes_in(tokens, paragraphs, text)
    return AnalysedText(text, even, tuple(tokens), tuple(paragraphs), tuple(sentences), quotes)


def cut_up(text: str, body: Iterable[Span] = ()) -> Cut:
    """The tokens and the sentences of the given stretches, or of all the text."""
    tokens: list[Token] = []
    paragraphs: list[Range] = []
    for stretch in body or (Span(0, len(text)),):
        for start, end in _lines(text, stretch):
            first = len(tokens)
            tokens.extend(tokens_in(text, start, end))
            if len(tokens) > first:
                paragraphs.append((first, len(tokens)))
    return Cut(tokens, paragraphs, [s for p in paragraphs for s in _sentences(tokens, p)])


def _lines(text: str, stretch: Span) -> Iterable[tuple[int, int]]:
    at = stretch.start
    while at < stretch.end:
        end = text.find("\n", at, stretch.end)
        end = stretch.end if end < 0 else end
        yield at, end
        at = end + 1


def _sentences(tokens: Sequence[Token], paragraph: Range) -> Iterable[Range]:
    first, last = paragraph
    begin, at = first, first
    while at < last:
        if tokens[at].form in _ENDS and tokens[at].kind == "mark" and not _is_initial(tokens, at, begin):
            end = at + 1
            while end < last and tokens[end].form in _ENDS | _CLOSING and tokens[end].start == tokens[end - 1].end:
                end += 1
            yield begin, end
            begin = at = end
        elif at - begin >= _LONGEST and (tokens[at].form in _BREAKS or at - begin >= 2 * _LONGEST):
            yield begin, at + 1
            begin = at = at + 1
        else:
            at += 1
    if begin < last:
        yield begin, last


def _is_initial(tokens: Sequence[Token], at: int, begin: int) -> bool:
    """Whether a full stop only ends an initial or stands in an abbreviation or address: أندريه ر. بيلوسوف, أ.ف.ب."""
    if at == begin or tokens[at].form != ".":
        return False
    before = tokens[at - 1]
    if at + 1 < len(tokens) and tokens[at + 1].kind == "word" and tokens[at + 1].start == tokens[at].end:
        return True  # inside an address: العربية.نت
    return before.kind == "word" and len(before.form) == 1 and before.end == tokens[at].start
