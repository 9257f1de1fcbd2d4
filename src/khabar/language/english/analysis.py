"""An English text cut up: as any text, but a full stop behind an abbreviation ends no sentence."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from khabar.knowledge.english.words import words_used_as
from khabar.language.analysis import AnalysedText, Range, analyse
from khabar.language.tokens import LATIN_MARKS
from khabar.values.span import Span

ENGLISH = "en"  # ISO 639-1


def analyse_english(text: str, body: Iterable[Span] = ()) -> AnalysedText:
    """The given stretches of an English text cut up, or all of it where none is given."""
    cut = analyse(text, body)
    tokens = tuple(t._replace(form=LATIN_MARKS[t.form]) if t.form in LATIN_MARKS else t for t in cut.tokens)
    return replace(cut, tokens=tokens, sentences=tuple(_joined(cut)))


def _joined(cut: AnalysedText) -> list[Range]:
    found: list[Range] = []
    for first, last in cut.sentences:
        if found and found[-1][1] == first and _goes_on(cut, first):
            found[-1] = (found[-1][0], last)
        else:
            found.append((first, last))
    return found


def _goes_on(cut: AnalysedText, first: int) -> bool:
    """Whether a sentence was cut behind 'Gen.' or within 'p.m.'."""
    if cut.paragraph_at(first)[0] == first or cut.tokens[first - 1].form != ".":
        return False
    before, after = cut.tokens[first - 2].form.lower(), cut.tokens[first].span.of(cut.text)
    return before in _abbreviations() or after[:1].islower()


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(words_used_as("abbreviation"))
