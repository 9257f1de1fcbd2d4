"""The words of a name by which alone it is told later: 'بوتين', and of a firm 'سوفراخت'."""

from collections.abc import Iterable

from khabar.extraction.names.compounds import is_compound
from khabar.extraction.names.gazetteer import known_by_id
from khabar.extraction.names.korean import family_of
from khabar.extraction.names.ordinary import is_ordinary
from khabar.extraction.names.registry import Thing
from khabar.extraction.names.trie import words_of
from khabar.knowledge.actors import person_by_id
from khabar.knowledge.name_grammar import name_grammar
from khabar.knowledge.name_parts import given_names, names_also_words
from khabar.language.normalise import fold
from khabar.language.remembered import remembered
from khabar.values.why import EntityRule

_OF_SERVANTS = "عبد"  # opens given names
_SHORTEST_ALONE = 3  # letters of a name of one word
words_of_name = remembered(words_of)  # of the names that the news is about, each asked for again and again


def last_written(thing: Thing) -> list[str]:
    """The last word of a known person's full name as this report spelled it last: 'غوتيريس' of who is غوتيريش."""
    return _lasts_written(thing)[-1:] if thing.known else []


def bare_name(thing: Thing) -> str:
    """The name without its noun of a firm that no list has: 'سوفراخت' of 'شركة سوفراخت'; none: it has no such name."""
    words = thing.key.split()[1:2] if thing.known is None and thing.head in name_grammar("named_by_one_word") else []
    return words[0] if words and not words[0].startswith("ال") and _stands_in_no_list(words[0]) else ""


def is_of_one_word(thing: Thing) -> bool:
    """Whether somebody of whom we do not know is told by one word alone."""
    return thing.known is None and " " not in thing.key


def telling_shorts(thing: Thing) -> list[str]:
    """The words, as keys, by each of which alone the news calls somebody and nobody else much in the news."""
    person = person_by_id(thing.known) if thing.known else None
    return _of_one_word(person.telling_short) if person else []


def _of_one_word(names: Iterable[str]) -> list[str]:
    return [words[0] for words in map(words_of_name, names) if len(words) == 1]


def shorts_of(thing: Thing) -> list[str]:
    """The words, as keys, by each of which a person is told later; none: a report has to name him whole again."""
    parts = thing.key.split()
    if thing.known:
        known = known_by_id()[thing.known]
        named = _of_one_word(known.short)
        if named:
            return [*named, *_lasts_written(thing)]
        parts = list(words_of_name(max((written for _, written in thing.mentions), key=len, default=known.name)))
    elif thing.mentions:
        parts = max((list(words_of_name(written)) for _, written in thing.mentions), key=len)
    if family := family_of(parts):
        return [family]
    if len(parts) == 1 and thing.known is None and thing.rule == EntityRule.NAME_PARTS and _stands_in_no_list(parts[0]):
        return parts
    if len(parts) < 2 or len(parts[-1]) < 3 or is_compound(parts[1:]) or _last_is_ordinary(thing):
        return []
    return [parts[-1]]


def _stands_in_no_list(word: str) -> bool:
    """Whether a word is no given name, which many bear, nor any other word that our lists have."""
    listed = word in given_names() or word in names_also_words() or is_ordinary(word)
    return len(word) > _SHORTEST_ALONE and not listed


def _lasts_written(thing: Thing) -> list[str]:
    """The last words of a person's full names as this report spells them: 'بوتن'."""
    written = [words_of_name(name) for _, name in thing.mentions]
    return sorted({name[-1] for name in written if len(name) > 1 and not is_compound(name) and tells_one(name[-1])})


def tells_one(last: str) -> bool:
    """Whether the last word of a known name may stand for it: no given name, as 'عبدالعزيز' is, nor another word."""
    return not (last in given_names() or last in names_also_words() or last.startswith(_OF_SERVANTS))


def _last_is_ordinary(thing: Thing) -> bool:
    """Whether a person's last name is an ordinary word, so that alone it names nobody."""
    return thing.known is None and any(is_ordinary(fold(written.split()[-1])) for _, written in thing.mentions)
