"""What a clause only mentions beside what it tells: after, before, since, because of what is known already."""

from collections.abc import Iterator, Sequence

from khabar.language.analysis import AnalysedText, Range
from khabar.language.number_words import number_word
from khabar.language.times.lexicon import pieces_of
from khabar.resolution.phrases import phrases_for
from khabar.resolution.stems import is_empty

_BREAKS = frozenset({"،", "؛"})
_AND = ("و", "ف")
_FEWEST = 3  # words that say something: in fewer nothing is told, or nothing is left that the clause tells


def background_in(text: AnalysedText, clause: Range) -> tuple[Range, ...]:
    """The stretches of a clause that tell its background, each up to the next comma; none where nothing else is told.

    'Since the two met in spring, 40 ships have come', 'the price rose after the ministers had closed the port'.
    """
    forms = [t.form for t in text.tokens[slice(*clause)]]
    found = [(at, end) for at, end in _stretches(forms) if _told(forms[at:end]) >= _FEWEST]
    inside = {i for stretch in found for i in range(*stretch)}
    left = [form for i, form in enumerate(forms) if i not in inside]
    return tuple((clause[0] + at, clause[0] + end) for at, end in found) if _told(left) >= _FEWEST else ()


def _stretches(forms: Sequence[str]) -> Iterator[Range]:
    last = 0
    for at in phrases_for("background").places_in(forms):
        if at < last or _is_of_dates(forms[at + 1 : at + 2]):
            continue
        end = next((i for i in range(at, len(forms)) if forms[i] in _BREAKS), len(forms))
        # 'and after the meeting he left': with no comma nothing tells where the background ends
        if end < len(forms) or not forms[at].startswith(_AND):
            last = end
            yield at, end


def _is_of_dates(forms: Sequence[str]) -> bool:
    """Whether what follows is how long ago or when: 'for weeks', 'two days before'."""
    return any(pieces_of(form) or number_word(form) for form in forms)


def _told(forms: Sequence[str]) -> int:
    return sum(form.isalnum() and not is_empty(form) for form in forms)
