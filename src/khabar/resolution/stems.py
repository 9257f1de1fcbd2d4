"""Word forms brought to a common skeleton, by which passages are compared: تقصف meets قصف, and اخترق اختراق."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache

from khabar.knowledge.function_words import function_words
from khabar.knowledge.likeness import like
from khabar.language.english.stems import english_stems
from khabar.language.english.stems import is_empty as is_empty_in_english
from khabar.language.normalise import fold, key

_ARTICLE = ("وبال", "وكال", "فبال", "وال", "فال", "بال", "كال", "ولل", "لل", "ال")
_PARTICLE = ("وب", "ول", "وس", "فس", "و", "ف", "ب", "ل", "ك")
_ATTACHED = ("ل", "ب")  # prepositions of one letter
_PRONOUNS = ("ه", "ها", "هم", "هن", "هما", "نا", "ي", "ك", "كم")
_SUFFIXES = (
    ("تهما", "تيهم", "اتهم", "اتها", "هما", "تها", "تهم", "يات", "تان", "تين", "يين", "يون", "كما")
    + ("هم", "ها", "نا", "كم", "ات", "ون", "ين", "ان", "وا", "تا", "ته", "يه")
    + ("ه", "ت", "ا", "ي", "ن")
)
_PREFIXES = ("سيست", "است", "يست", "تست", "مست", "سي", "ست", "م", "ا", "ي", "ت", "ن")
_KEPT = 3  # letters that must be left when an affix is taken off
_OF_ONE_CLASS = 4  # letters from which on what is left of a word tells its class; fewer are many words: غارة, غار
_WEAK = re.compile("[اويء]+")
_EIGHTH_FORM = re.compile(r"(?<=^\w)ت(?=\w\w)")  # خترق, from اخترق: خرق
# The letter of the present, and the alef that derived forms lose beside it: ترتفع meets ارتفاع, إسلام keeps its own.
_PERSON = re.compile(r"^(?:س?[يت](?=\w{3})|ا(?=ن\w\w|\wت\w))")
_UNTOUCHED = re.compile(r"[a-z0-9]")


@lru_cache(maxsize=131072)
def stems(form: str) -> tuple[str, ...]:
    """The skeletons that a word may have: two where its first letter may be a particle, none for a function word."""
    return _read(form, _named)


@lru_cache(maxsize=131072)
def roots(form: str) -> tuple[str, ...]:
    """The same, where any word of a root is of the class of that root: whole reports are told apart by many words."""
    return _read(form, _of_root)


def _read(form: str, named: Callable[[str], str]) -> tuple[str, ...]:
    if form and form.isascii():
        return english_stems(form)
    word = key(form)
    if not word or is_empty(fold(form)):
        return ()
    if len(word) <= _KEPT or _UNTOUCHED.search(word) or word in _classes():
        return (named(word),)
    for article in _ARTICLE:
        if word.startswith(article) and len(word) - len(article) >= _KEPT - 1:
            return (named(word[len(article) :]),)
    found = {named(word)}
    for particle in _PARTICLE:
        if word.startswith(particle) and len(word) - len(particle) >= _KEPT:
            if is_empty(word[len(particle) :]):
                return ()
            found.add(named(word[len(particle) :]))
    return tuple(sorted(found))


@lru_cache(maxsize=131072)
def skeleton(word: str) -> str:
    """What is left of one word form, without particles, when endings, beginnings and weak letters are gone."""
    bare = _without_prefix(_without_suffix(word))
    marked = _WEAK.sub("-", bare).strip("-")
    dense = marked.replace("-", "")
    return dense if len(dense) >= _KEPT else marked or word


@lru_cache(maxsize=131072)
def trunks(form: str) -> frozenset[str]:
    """What may be left of a word without particles, endings and the letter of its person; weak letters stay."""
    word = key(form)
    rests = {word} | {word[len(p) :] for p in (*_ARTICLE, *_PARTICLE) if word.startswith(p) and len(word) - len(p) > 1}
    return frozenset(_without_suffix(_PERSON.sub("", rest)) for rest in rests if rest)


@lru_cache(maxsize=131072)
def is_empty(form: str) -> bool:
    """Whether a folded form says nothing by itself, alone or with و or ف before it."""
    if form and form.isascii():
        return is_empty_in_english(form)
    return form in _empty() or (form[:1] in "وف" and form[1:] in _empty())


@cache
def _empty() -> frozenset[str]:
    words = [*function_words(), *_with_pronouns((*function_words("preposition"), *_ATTACHED))]
    return frozenset(spelled for word in words for spelled in (fold(word), key(word)))


def _with_pronouns(prepositions: Iterable[str]) -> Iterator[str]:
    for word in prepositions:
        bare = f"{word[:-1]}ي" if word.endswith("ى") else word
        yield from (bare + pronoun for pronoun in _PRONOUNS)


def _named(word: str) -> str:
    # Of a class are the words that differ from its own by endings and the letter of the person.
    # Their skeletons tell too little: other words share them (ساعد and السعودية, جمع and الجمعة).
    classes = _classes()
    bare = _PERSON.sub("", word)
    looked_up = (word, _without_suffix(word), f"-{bare}", f"-{_without_suffix(bare)}")
    return next((classes[form] for form in looked_up if form in classes), None) or skeleton(word)


def _of_root(word: str) -> str:
    # the class of the very word before that of its skeleton, which several words share (قتل, مقاتل)
    stem = skeleton(word)
    classes = _classes()
    return classes.get(word) or classes.get(_without_suffix(word)) or _classes_of_roots().get(stem, stem)


@cache
def _classes_of_roots() -> dict[str, str]:
    classes: dict[str, str] = {}
    for name, words in like():
        for stem in (skeleton(key(word)) for word in words):
            if "-" not in stem:  # two letters around a weak one are many words: وزير, زيارة
                classes.setdefault(stem, name)
    return classes


@cache
def _classes() -> dict[str, str]:
    classes: dict[str, str] = {}
    for name, words in like():
        for word in words:
            classes.setdefault(key(word), name)
            for trunk in sorted({_PERSON.sub("", key(word)), *trunks(word)}):
                if len(trunk) >= _OF_ONE_CLASS or trunk == key(word):
                    classes.setdefault(f"-{trunk}", name)
    return classes


def _by_length(affixes: Iterable[str]) -> tuple[tuple[int, frozenset[str]], ...]:
    """Affixes by their length, the longest first."""
    told = tuple(affixes)
    lengths = sorted({*map(len, told)}, reverse=True)
    return tuple((length, frozenset(affix for affix in told if len(affix) == length)) for length in lengths)


_SUFFIXES_BY_LENGTH, _PREFIXES_BY_LENGTH = _by_length(_SUFFIXES), _by_length(_PREFIXES)


def _without_suffix(word: str) -> str:
    left = len(word) - _KEPT
    for length, suffixes in _SUFFIXES_BY_LENGTH:
        if length <= left and word[-length:] in suffixes:
            return word[:-length]
    return word


def _without_prefix(word: str) -> str:
    left = len(word) - _KEPT
    for length, prefixes in _PREFIXES_BY_LENGTH:
        if length <= left and word[:length] in prefixes:
            return _EIGHTH_FORM.sub("", word[length:])
    return word
