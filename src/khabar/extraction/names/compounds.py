"""Last names of two words that belong together, by which a report calls whom it named in full: 'نصر الله'."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from khabar.extraction.names.candidates import Candidate
from khabar.extraction.names.trie import name_starts
from khabar.extraction.names.words import Words, cut_offset, is_function_word
from khabar.knowledge.name_grammar import name_grammar
from khabar.language.normalise import key
from khabar.values.entity import Kind
from khabar.values.why import EntityRule

_LENGTH = 2  # words of such a last name
_FULL = 3  # words at least of the name that it ends


def is_compound(last_words: Sequence[str]) -> bool:
    """Whether the last two of these keys make one name: 'نصر الله', 'بدر الدين', 'عبد الهادي', 'أبو زيد'."""
    if len(last_words) < _LENGTH:
        return False
    first, second = last_words[-_LENGTH:]
    return second in _class("closes_name") or first in _class("opens_last_name")


def compounds_in(words: Words, people: Iterable[Candidate], taken: set[int]) -> Iterator[Candidate]:
    """Later mentions by such a last name of people whom the report names in full; `taken` tokens are other names."""
    named: dict[tuple[str, ...], Candidate] = {}
    for person in people:
        keys = tuple(words.keys[person.first : person.last])
        if person.kind is Kind.PERSON and len(keys) >= _FULL and is_compound(keys):
            named.setdefault(keys[-_LENGTH:], person)
    seconds = {second for _, second in named}
    for at in range(len(words.keys) - 1):
        if words.keys[at + 1] in seconds and at not in taken and at + 1 not in taken and words.touches(at + 1):
            yield from _mention(words, at, named)


def _mention(words: Words, at: int, named: dict[tuple[str, ...], Candidate]) -> Iterator[Candidate]:
    for cut, rest in name_starts(words.keys[at]):
        person = named.get((rest, words.keys[at + 1]))
        if person and not is_function_word(words.form(at)):
            start = cut_offset(words.analysed.text, words.tokens[at].start, cut)
            short = person.key if person.known else f"{rest} {words.keys[at + 1]}"
            rule = person.rule if person.known else EntityRule.NAME_PARTS
            last = at + _LENGTH
            yield Candidate(
                at, last, start, Kind.PERSON, "name", short, person.known, person.country, rule=rule, rank=3
            )
            return


@cache
def _class(word_class: str) -> frozenset[str]:
    return frozenset(key(word) for word in name_grammar(word_class))
