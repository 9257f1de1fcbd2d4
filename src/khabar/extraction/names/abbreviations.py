"""Abbreviations that brackets give a body's name, and the body by them: 'منظمة الأغذية والزراعة (فاو)'."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace

from khabar.extraction.names.candidates import Candidate
from khabar.extraction.names.classes import folded_class, opens_listed
from khabar.extraction.names.finders import Ground
from khabar.extraction.names.trie import name_starts
from khabar.extraction.names.words import cut_offset, is_function_word
from khabar.values.entity import Kind

_SHORTEST = 3  # letters
_SHORTEST_ALONE = 4  # letters of one that names the body without the brackets
_IN_BRACKETS = 2  # tokens from the opening bracket to the closing one
IsWord = Callable[[str], bool]  # whether a folded form is an ordinary word that our lexicons know


def abbreviations_in(
    ground: Ground, bodies: Iterable[Candidate], taken: Collection[int], is_word: IsWord
) -> Iterator[Candidate]:
    """Each word in brackets right behind a body's name that is no other word, and the same word further on."""
    short: dict[str, tuple[int, Candidate]] = {}
    for body in bodies:
        at = body.last + 1
        if not body.known and (same := _known_in_brackets(ground, body)):
            yield same
        long = body.kind in (Kind.ORGANISATION, Kind.MEDIA) and body.last - body.first > 1
        if long and at not in taken and _abbreviates(ground, at, is_word):
            short.setdefault(ground.words.keys[at], (at, body))
    if not short:
        return
    for at, word in enumerate(ground.words.keys):
        for cut, rest in name_starts(word):
            told = short.get(rest)
            if told and at not in taken and (at == told[0] or (at > told[0] and len(rest) >= _SHORTEST_ALONE)):
                yield _named(ground, at, cut, told[1])
                break


def _known_in_brackets(ground: Ground, body: Candidate) -> Candidate | None:
    """A body that no list has as the known one of its kind that alone fills the brackets right behind its name.

    'وكالة أنباء كوريا الجنوبية ([يونهاب])', of no other country.
    """
    words, known = ground.words, ground.names.get(body.last + 1)
    if known is None or body.kind not in (Kind.ORGANISATION, Kind.MEDIA) or known.kind is not body.kind:
        return None
    fills = words.form(body.last) == "(" and words.form(known.last) == ")"
    if not fills or body.country not in (None, known.country):
        return None
    return replace(body, key=known.key, known=known.known, country=known.country, rank=body.rank + 1)


def _abbreviates(ground: Ground, at: int, is_word: IsWord) -> bool:
    """Whether a word stands alone in brackets and is no ordinary one: '([فاو])', not '(غرب)'."""
    words = ground.words
    if words.form(at - 1) != "(" or words.form(at - 1 + _IN_BRACKETS) != ")" or not words.is_word(at):
        return False
    form = words.form(at)
    if (
        len(form) < _SHORTEST
        or is_function_word(form)
        or form in folded_class("time_word")
        or at in ground.nationalities
    ):
        return False
    return not (is_word(form) or opens_listed(words.keys, at))


def _named(ground: Ground, at: int, cut: int, body: Candidate) -> Candidate:
    words = ground.words
    start = cut_offset(words.analysed.text, words.tokens[at].start, cut)
    return replace(body, first=at, last=at + 1, start=start)
