"""A report cut at its paragraphs into windows that a model can take in at once, each sentence under its number."""

from collections.abc import Iterator
from dataclasses import dataclass

from khabar.language.analysis import AnalysedText
from khabar.values.span import Span


@dataclass(frozen=True, slots=True)
class Window:
    """Sentences that follow one another."""

    text: str  # of the whole report
    sentences: tuple[Span, ...]

    @property
    def span(self) -> Span:
        """From the first to the last."""
        return Span(self.sentences[0].start, self.sentences[-1].end)

    def numbered(self) -> str:
        """The sentences, one to a line, numbered from 1."""
        lines = (" ".join(sentence.of(self.text).split()) for sentence in self.sentences)
        return "\n".join(f"[{number}] {line}" for number, line in enumerate(lines, 1))

    def sentence(self, number: object) -> Span | None:
        """The sentence of that number; None: there is none."""
        if isinstance(number, bool) or not isinstance(number, int) or not 1 <= number <= len(self.sentences):
            return None
        return self.sentences[number - 1]

    def end_after(self, span: Span, more: int) -> int:
        """The end of the sentence that a span stands in, or of so many further ones."""
        last = max(number for number, sentence in enumerate(self.sentences) if sentence.overlaps(span))
        return self.sentences[min(last + more, len(self.sentences) - 1)].end

    def sentences_over(self, span: Span) -> Iterator[Span]:
        """The sentences that share a character with the span."""
        return (sentence for sentence in self.sentences if sentence.overlaps(span))


def windows_of(analysed: AnalysedText, most: int) -> Iterator[Window]:
    """Windows of at most that many characters; a longer paragraph is cut at its sentences, no sentence is cut."""
    going: list[Span] = []
    for paragraph in _paragraphs(analysed):
        if going and _length([*going, *paragraph]) > most:
            yield from _cut(analysed.text, going, most)
            going = []
        going += paragraph
    if going:
        yield from _cut(analysed.text, going, most)


def _paragraphs(analysed: AnalysedText) -> Iterator[list[Span]]:
    for first, last in analysed.paragraphs:
        inside = [(begin, end) for begin, end in analysed.sentences if first <= begin and end <= last]
        if inside:
            yield [analysed.span(begin, end) for begin, end in inside]


def _cut(text: str, sentences: list[Span], most: int) -> Iterator[Window]:
    going: list[Span] = []
    for sentence in sentences:
        if going and _length([*going, sentence]) > most:
            yield Window(text, tuple(going))
            going = []
        going.append(sentence)
    yield Window(text, tuple(going))


def _length(sentences: list[Span]) -> int:
    return sentences[-1].end - sentences[0].start


def halves(window: Window) -> Iterator[Window]:
    """The window cut in two between sentences; it has two at least."""
    middle = len(window.sentences) // 2
    yield Window(window.text, window.sentences[:middle])
    yield Window(window.text, window.sentences[middle:])
