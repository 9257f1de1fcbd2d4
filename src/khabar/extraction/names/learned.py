"""Names that neither list nor rule found, told by the learned model."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from khabar.extraction.names.candidates import Candidate
from khabar.extraction.names.classes import folded_class, head_trie
from khabar.extraction.names.clues import BODY, LABEL_OF, PERSON, PLACE, IsWord, settings_of
from khabar.extraction.names.extents import Extents, is_no_name
from khabar.extraction.names.gazetteer import known_by_id, opens_known, short_of_one
from khabar.extraction.names.lasts import tells_one
from khabar.extraction.names.ordinary import is_ordinary
from khabar.extraction.names.tagger import tagger
from khabar.extraction.names.titles import TitlePhrase
from khabar.extraction.names.trie import name_starts, words_of
from khabar.extraction.names.vessels import flag_of
from khabar.extraction.names.words import Words, cut_offset, is_definite
from khabar.knowledge.goods import goods_words
from khabar.knowledge.name_parts import family_names, given_names, names_also_words
from khabar.language.normalise import fold
from khabar.values.entity import Kind
from khabar.values.why import EntityRule

_KINDS = {PERSON: Kind.PERSON, PLACE: Kind.PLACE, BODY: Kind.ORGANISATION}
# A logarithm: of the names that the model alone found in real reports, those with less were oftener wrong than right.
_LEAST_ODDS = 2.0
_A_NOUN_AND_ITS_ADJECTIVE = 2  # words
_FAR_FROM_NOUN = 5  # words from a ship to its name: adjectives and a quotation mark
_ACCUSATIVE, _NATIONAL_ACCUSATIVE = "ا", "يا"
_SHORTEST_REST = 4  # letters of a name after its particle


def learned_names(
    words: Words,
    found: Sequence[Candidate],
    doubtful: Iterable[Candidate],
    titles: Iterable[TitlePhrase],
    nationalities: Mapping[int, Candidate],
    is_word: IsWord,
) -> tuple[Candidate, ...]:
    """The names that the model sees and that lists and rules did not find, or not whole.

    `doubtful`: known names that are ordinary words too and that no rule supports; the model may.
    """
    extents = Extents(words, found, is_word)
    placed = {(c.first, c.last): c for c in found if c.kind is Kind.PLACE and c.head}
    known = {(c.first, c.last): c for c in doubtful if c.kind in LABEL_OF}
    vessels = _vessels(words, nationalities)
    names: list[Candidate] = []
    for name in tagger(is_word).tagged(words, settings_of(words, found, titles, nationalities)):
        if name.odds < _LEAST_ODDS:
            continue
        names.extend(_place_that_is_body(words, placed.get((name.first, name.last)), name.label))
        for first, last in extents.parts(name.first, name.last, name.label):
            doubted = known.get((first, last))
            if doubted and _settles(doubted, name.label):
                names.append(replace(doubted, rule=f"{doubted.rule}|{EntityRule.LEARNED}"))
            elif not (_one_of_many(words, first, last, nationalities) or _thing_described(words, first, last)) and (
                doubted is None or LABEL_OF[doubted.kind] == name.label
            ):
                cut = particles_cut(words, first)
                called = words.keys[first][cut:]
                if name.label in (PERSON, BODY) and called in vessels:
                    names.append(_vessel(_candidate(words, first, last, BODY, cut), vessels[called]))
                else:
                    names.append(_candidate(words, first, last, name.label, cut))
    shorts = _shorts(words, found)
    lasts = {c.key.split()[-1] for c in names if c.kind is Kind.PERSON and " " in c.key}
    names = [c for c in names if not (_only_short(words, c, shorts) or c.key in lasts)]
    return (*names, *_again(words, names, found))


def _place_that_is_body(words: Words, place: Candidate | None, label: str) -> Iterator[Candidate]:
    """The same words as a body, where their head noun opens names of both: 'بلدية القدس'."""
    if place and label == BODY:
        key = " ".join(words.keys[place.first : place.last])
        rule = f"{place.rule}|{EntityRule.LEARNED}"
        yield replace(place, kind=Kind.ORGANISATION, key=key, known=(), rule=rule, rank=place.rank + 1)


def _vessels(words: Words, nationalities: Mapping[int, Candidate]) -> Mapping[str, str | None]:
    """The first words of names that stand behind a ship, and its country: 'حاملة الطائرات الأميركية أيزنهاور'."""
    found: dict[str, str | None] = {}
    nouns = folded_class("vessel")
    for at, form in enumerate(words.forms):
        if form in nouns:
            after = at + 1
            while after < len(words.tokens) and (after in nationalities or not _may_be_name(words, after)):
                after += 1
            if after - at <= _FAR_FROM_NOUN and after < len(words.tokens):
                own = words.keys[after]
                told = (nationalities[i].country for i in range(at + 1, after) if i in nationalities)
                found[own] = found.get(own) or next(told, None) or flag_of(own)
    return found


def _vessel(name: Candidate, country: str | None) -> Candidate:
    return replace(name, country=country, rule=EntityRule.VESSEL)


def _may_be_name(words: Words, at: int) -> bool:
    return words.is_word(at) and not is_definite(words.form(at))


def _one_of_many(words: Words, first: int, last: int, nationalities: Collection[int]) -> bool:
    """Whether a noun that opens names has only an adjective without the article: 'محكمة سويسرية'."""
    if last - first != _A_NOUN_AND_ITS_ADJECTIVE or last - 1 not in nationalities:
        return False
    return not is_definite(words.form(last - 1)) and head_trie().at(words.keys, first) is not None


def _thing_described(words: Words, first: int, last: int) -> bool:
    """Whether a noun and its adjective of nationality stand in the accusative, which no name shows: 'سيفا كوريا'."""
    if last - first != _A_NOUN_AND_ITS_ADJECTIVE or not words.form(last - 1).endswith(_NATIONAL_ACCUSATIVE):
        return False
    thing = words.form(first)
    return thing in _wares() or (thing.endswith(_ACCUSATIVE) and is_ordinary(thing.removesuffix(_ACCUSATIVE)))


@cache
def _wares() -> frozenset[str]:
    """Words for goods as they stand in the accusative."""
    words = (word[0] for entry in goods_words() for word in entry.words if len(word) == 1)
    return frozenset(fold(word).removesuffix(_ACCUSATIVE) + _ACCUSATIVE for word in words)


def _settles(doubted: Candidate, label: str) -> bool:
    """Whether the model's word is what a doubtful known name lacks; it cannot tell one place from another: 'عمان'."""
    return LABEL_OF[doubted.kind] == label and "other-name" not in doubted.rule


def _only_short(words: Words, candidate: Candidate, shorts: Collection[str]) -> bool:
    """Whether a name is somebody's short one, alone or beside an ordinary word: 'كيم', 'زر كيم', 'حرب بوتين'.

    Two short names are two people: 'أهدى بوتين كيم بندقية'.
    """
    parts = candidate.key.split()
    if len(parts) == 1:
        return candidate.key in shorts or (candidate.kind is not Kind.PERSON and _is_short_of_one(words, candidate))
    others = [at for at, part in enumerate(parts, candidate.first) if part not in shorts]
    if candidate.kind is Kind.PERSON and len(parts) == 2 and not others:
        return True
    two = candidate.kind is Kind.PERSON and len(parts) == 2 and len(others) == 1
    other = words.keys[others[0]] if two else ""
    return two and (other in names_also_words() or is_ordinary(words.form(others[0])) or not _is_part(other))


def _is_short_of_one(words: Words, candidate: Candidate) -> bool:
    return short_of_one(words, candidate.first) > candidate.first


def _candidate(words: Words, first: int, last: int, label: str, cut: int) -> Candidate:
    start = _start(words, first, cut)
    keys = [words.keys[first][cut:], *words.keys[first + 1 : last]]
    return Candidate(first, last, start, _KINDS[label], "name", " ".join(keys), rule=EntityRule.LEARNED.of(label))


def _shorts(words: Words, found: Iterable[Candidate]) -> set[str]:
    """Words that may stand for a person named in full, which is told when all are named."""
    shorts: set[str] = set()
    for person in (c for c in found if c.kind is Kind.PERSON):
        last = words.keys[person.last - 1]
        if not person.known or tells_one(last):
            shorts.add(last)
        shorts.update(word for i in person.known for short in known_by_id()[i].short for word in words_of(short))
    return shorts


def _again(words: Words, names: Sequence[Candidate], found: Sequence[Candidate]) -> Iterator[Candidate]:
    """The same names where the model passed over them: what names somebody once in a report names him throughout."""
    taken = {at for c in (*found, *names) for at in range(c.first, c.last)}
    parts = {tuple(c.key.split()): c for c in reversed(names) if c.rule.startswith(("learned:", EntityRule.VESSEL))}
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
    if _is_part(word):
        return 0
    for cut, rest in name_starts(word)[1:]:
        long_enough = len(rest) >= _SHORTEST_REST or (word[0] == "و" and cut == 1)
        if long_enough and (_opens_name(rest) or rest in words.keys):
            return cut
    return 1 if len(word) > _SHORTEST_REST and word[0] == "و" and word[1] not in "ايو" else 0


def _opens_name(word: str) -> bool:
    return _is_part(word) or head_trie().at([word], 0) is not None


def _is_part(word: str) -> bool:
    return word in given_names() or word in family_names() or opens_known(word)
