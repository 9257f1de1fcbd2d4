"""People who are told only by whose they are: 'محامي كوهين', 'أحد مساعدي الوزير كريم سالم', 'عائلة القتيل'."""

from collections.abc import Collection, Iterable, Iterator
from functools import cache

from khabar.extraction.names.candidates import Candidate
from khabar.extraction.names.classes import folded_class
from khabar.extraction.names.titles import TitlePhrase
from khabar.extraction.names.words import Words, cut_offset
from khabar.language.normalise import fold
from khabar.values.entity import Kind
from khabar.values.why import EntityRule

_FROM = fold("من")
_ATTACHED = ("و", "ل", "ب")


def entourage_in(words: Words, named: Iterable[Candidate], titles: Iterable[TitlePhrase]) -> Iterator[Candidate]:
    """Every noun for people that stands in the construct with somebody's name, his office between them or not.

    Behind a noun for one the name must follow at once: 'مستشار الرئيس كريم سالم' may be the adviser's own name.
    """
    written = _written()
    heads = [at for at, form in enumerate(words.forms) if form in written and words.words[at]]
    if not heads:
        return
    people = {c.first: c for c in named if c.kind is Kind.PERSON}
    lasts = {words.keys[c.last - 1] for c in people.values()}
    offices = {t.first: t for t in titles if t.definite}
    for at in heads:
        head = words.form(at)[_joined(words.form(at)) :]
        several = head in folded_class("entourage") or _some(words, at - 1)
        last = _whose(words, at + 1, people, lasts, offices if several else {})
        if last:
            yield _candidate(words, at, last)


@cache
def _nouns() -> frozenset[str]:
    return folded_class("entourage") | folded_class("one_of_entourage")


@cache
def _written() -> frozenset[str]:
    """The nouns as they stand, a particle attached or none."""
    return _nouns() | {letter + noun for letter in _ATTACHED for noun in _nouns()}


def _joined(form: str) -> int:
    """Letters of a particle attached to a noun of ours."""
    return int(form[:1] in _ATTACHED and form not in _nouns() and form[1:] in _nouns())


def _some(words: Words, at: int) -> bool:
    """Whether one or several of those that follow are meant: 'أحد', 'عدد من'."""
    return at >= 0 and words.form(at) in folded_class("some_of")


def _whose(
    words: Words,
    at: int,
    people: dict[int, Candidate],
    lasts: Collection[str],
    offices: dict[int, TitlePhrase],
) -> int:
    """Where the name ends whose they are; 0: nobody's stands here."""
    at += words.form(at) == _FROM and words.form(at - 1).endswith(("ون", "ين"))
    office = offices.get(at) or offices.get(at - 1)  # 'مساعدو [الوزير]' may be one phrase
    if office and office.last > at:
        at = office.last
        at += words.form(at) == "،" and at + 1 in people
    name = people.get(at)
    if name is None or (not office and not words.touches(at)) or name.start > words.tokens[name.first].start:
        alone = words.is_word(at) and words.touches(at) and words.keys[at] in lasts
        return at + 1 if alone else 0
    return name.last


def _candidate(words: Words, at: int, last: int) -> Candidate:
    first = at - _some(words, at - 1)
    cut = _joined(words.form(first)) if first == at else 0
    key = " ".join([words.keys[first][cut:], *words.keys[first + 1 : last]])
    start = cut_offset(words.analysed.text, words.tokens[first].start, cut)
    return Candidate(first, last, start, Kind.GROUP, "group", key, head="entourage", rule=EntityRule.ENTOURAGE)
