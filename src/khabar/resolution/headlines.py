"""The headline of a report, where it stands in the text."""

from khabar.language.analysis import AnalysedText
from khabar.values.span import Span

_LONGEST = 40  # tokens of a first line that is a headline; a paragraph has more
_FEWEST = 4  # words; fewer are a section or a place and a day
_CLOSING = frozenset(".!؟?:")  # a sentence of the text; a headline is closed by nothing


def headline_in(text: AnalysedText, title: str | None) -> Span | None:
    """The title where the text opens with it; of a report without one its first line, if that is no paragraph."""
    if title:
        return Span(0, len(title)) if text.text.startswith(title) else None
    if len(text.paragraphs) < 2:
        return None
    first, last = text.paragraphs[0]
    words = sum(token.kind != "mark" for token in text.tokens[first:last])
    if words < _FEWEST or last - first > _LONGEST or text.tokens[last - 1].form in _CLOSING:
        return None
    return text.span(first, last)
