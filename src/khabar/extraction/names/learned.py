"""Names that neither list nor rule found, told by the learned model."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from khabar.extraction.names.candidates import Candidate
from khabar.extraction.names.classes import head_trie
from khabar.extraction.names.clues import BODY, LABEL_OF, PERSON, PLACE, IsWord, settings_of
from khabar.extraction.names.extents import Extents, is_no_name
from khabar.extraction.names.gazetteer import known_by_id
from khabar.extraction.names.tagger import tagger
from khabar.extraction.names.titles import TitlePhrase
from khabar.extraction.names.trie import name_starts, words_of
from khabar.extraction.names.words import Words, cut_offset
from khabar.knowledge.name_parts import family_names, given_names
from khabar.values.entity import Kind
from khabar.values.why import EntityRule

_KINDS = {PERSON: Kind.PERSON, PLACE: Kind.PLACE, BODY: Kind.ORGANISATION}
# A logarithm: of the names that the model alone found in real reports, those with less were oftener wrong than right.
_LEAST_ODDS = 2.0


def learned_names(
    words: Words,
    found: Sequence[Candidate],
    doubtful: Iterable[Candidate],
    titles: Iterable[TitlePhrase],
    nationalities: Iterable[int],
    is_word: IsWord,
) -> tuple[Candidate, ...]:
    """The names that the model sees and that lists and rules did not find, or not whole.

    `doubtful`: known names that are ordinary words too and that no rule supports; the model may.
    """
    extents = Extents(words, found, is_word)
    placed = {(c.first, c.last): c for c in found if c.kind is Kind.PLACE and c.head}
    known = {(c.first, c.last): c for c in doubtful if c.kind in LABEL_OF}
    names: list[Candidate] = []
    for name in tagger(is_word).tagged(words, settings_of(words, found, titles, nationalities)):
        if name.odds < _LEAST_ODDS:
            continue
        names.extend(_place_that_is_body(words, placed.get((name.first, name.last)), name.label))
        first, last = extents.trimmed(name.first, name.last, name.label)
        if last == first:
            continue
        doubted = known.get((first, last))
        if doubted and _settles(doubted, name.label):
            names.append(replace(doubted, rule=f"{doubted.rule}|{EntityRule.LEARNED}"))
        elif doubted is None or LABEL_OF[doubted.kind] == name.label:
            first, last = extents.whole_name(first, last) if name.label == PERSON else (first, last)
            names.append(_candidate(words, first, last, name.label, particles_cut(words, first)))
    shorts = _shorts(found)
    lasts = {c.key.split()[-1] for c in names if c.kind is Kind.PERSON and " " in c.key}
    names = [c for c in names if not (_only_short(c, shorts) or c.key in lasts)]
    return (*names, *_again(words, names, found))


def _place_that_is_body(words: Words, place: Candidate | None, label: str) -> Iterator[Candidate]:
    """The same words as a body, where their head noun opens names of both: 'بلدية القدس'."""
    if place and label == BODY:
        key = " ".join(words.keys[place.first : place.last])
        rule = f"{place.rule}|{EntityRule.LEARNED}"
        yield replace(place, kind=Kind.ORGANISATION, key=key, known=(), rule=rule, rank=place.rank + 1)


def _settles(doubted: Candidate, label: str) -> bool:
    """Whether the model's word is what a doubtful known name lacks; it cannot tell one place from another: 'عمان'."""
    return LABEL_OF[doubted.kind] == label and "other-name" not in doubted.rule


def _only_short(candidate: Candidate, shorts: Collection[str]) -> bool:
    """Whether a name is a short one, alone or beside a word that is no part of names: 'كيم', 'زر كيم'."""
    words = candidate.key.split()
    if candidate.kind is not Kind.PERSON or len(words) > 2:
        return False
    others = [word for word in words if word not in shorts]
    return len(others) < len(words) and not any(word in given_names() or word in family_names() for word in others)


def _candidate(words: Words, first: int, last: int, label: str, cut: int) -> Candidate:
    start = _start(words, first, cut)
    keys = [words.keys[first][cut:], *words.keys[first + 1 : last]]
    return Candidate(first, last, start, _KINDS[label], "name", " ".join(keys), rule=EntityRule.LEARNED.of(label))


def _shorts(found: Iterable[Candidate]) -> set[str]:
    """Words that may stand for a person named in full, which is told when all are named."""
    people = [c for c in found if c.kind is Kind.PERSON]
    known = [known_by_id()[i] for c in people for i in c.known]
    return {c.key.split()[-1] for c in people} | {
        word for k in known for written in (k.name, *k.short) for word in words_of(written)
    }


def _again(words: Words, names: Sequence[Candidate], found: Sequence[Candidate]) -> Iterator[Candidate]:
    """The same names where the model passed over them: what names somebody once in a report names him throughout."""
    taken = {at for c in (*found, *names) for at in range(c.first, c.last)}
    parts = {tuple(c.key.split()): c for c in reversed(names) if c.rule.startswith("learned:")}
    opening: dict[str, list[tuple[str, ...]]] = {}
    for name in sorted(parts, key=len, reverse=True):
        opening.setdefault(name[0], []).append(name)
    for at in range(len(words.tokens)) if opening else ():
        if words.is_word(at) and at not in taken and not is_no_name(words.form(at)):
            for cut, rest in name_starts(words.keys[at]):
                for name in opening.get(rest, ()):
                    last = at + len(name)
                    if tuple(words.keys[at + 1 : last]) == name[1:] and taken.isdisjoint(range(at, last)):
                        taken.update(range(at, last))
                        yield replace(parts[name], first=at, last=last, start=_start(words, at, cut))


def _start(words: Words, at: int, cut: int) -> int:
    return cut_offset(words.analysed.text, words.tokens[at].start, cut)


def particles_cut(words: Words, at: int) -> int:
    """Letters of attached particles before a name that no list has."""
    word = words.keys[at]
    starts = name_starts(word)[1:]
    if not starts or word in given_names() or word in family_names():
        return 0
    for cut, rest in starts:
        if rest in given_names() or rest in family_names() or rest in words.keys or head_trie().at([rest], 0):
            return cut
    return 1 if word[0] == "و" and word[1] not in "ايو" else 0
