"""Which words are parts of people's names, and which of them prove that a name stands there."""

from functools import cache

from khabar.knowledge.name_grammar import name_grammar
from khabar.knowledge.name_parts import family_names, given_names, names_also_words
from khabar.language.normalise import key


def is_part(word_key: str) -> bool:
    """Whether a word is a given name or a family name, which may have the article."""
    bare = word_key.removeprefix("ال")
    return word_key in given_names() or word_key in family_names() or (bare != word_key and bare in family_names())


def proves(word_key: str) -> bool:
    """Whether a word is a part of names and nothing else; 'الحرب' is no surer than 'حرب'."""
    if word_key in names_also_words() or not is_part(word_key):
        return False
    listed = word_key in given_names() or word_key in family_names()
    return listed or word_key.removeprefix("ال") not in names_also_words()


@cache
def native_links() -> frozenset[str]:
    """عبد, أبو: what opens an Arabic name whatever follows."""
    return frozenset(key(word) for word in name_grammar("opens_name"))


@cache
def opening_links() -> frozenset[str]:
    """The links that a name may begin with, untitled: not 'ولد', which is a verb too, nor 'لا'."""
    return native_links() | {key(word) for word in name_grammar("opens_with_title")}
