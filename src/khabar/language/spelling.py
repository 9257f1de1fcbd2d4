"""Keys under which the spellings of one name meet: جونغ and جونج, كييف and كييڤ, عبدالعزيز and عبد العزيز."""

import re
from functools import cache

from khabar.knowledge.spelling import read_as
from khabar.language.normalise import key
from khabar.language.remembered import remembered

_PIECE = re.compile(r"[^\W_]+|\+")
_FOREIGN_G = str.maketrans("غجقك", "كككك")  # four letters that outlets choose from for a foreign g
_LONG_VOWELS = str.maketrans("", "", "اوي")
_NATIVE = ("عبد", "ابو")
_SHORTEST_SINGLE = 5  # letters: below, a single word is too common to be one name in two spellings


@remembered
def name_words(name: str) -> tuple[str, ...]:
    """The words of a name as they are compared: folded, joined (عبد الله), without forms of address."""
    words = [word for piece in _PIECE.findall(key(name)) if (word := _read_as().get(piece, piece))]
    return tuple(_joined(words or _PIECE.findall(key(name))))


@remembered
def has_head(name: str) -> bool:
    """Whether a generic word stands before the proper name: شركة أمواج, حركة الموج."""
    return len(name_words(name)) < len(_joined(_PIECE.findall(key(name))))


@remembered
def name_key(name: str) -> str:
    """The same for two spellings that every reader takes for one name."""
    return " ".join(_plain(word) for word in name_words(name))


@remembered
def foreign_key(name: str) -> str:
    """The same for spellings of a foreign name that choose another letter for its g. Alone it proves nothing."""
    return " ".join(_one_g(word) for word in name_words(name))


@remembered
def bare_key(name: str) -> str:
    """The foreign key without long vowels: for places and media; حسن and حسين would become one man."""
    return " ".join(_bare(word) for word in name_words(name))


def same_spelling(one: str, other: str, *, people: bool = True) -> bool:
    """Whether two names are the same but for spelling; short single words only when their plain keys are the same."""
    if name_key(one) == name_key(other):
        return True
    loose = foreign_key if people else bare_key
    return loose(one) == loose(other) and is_telling(one) and is_telling(other)


@remembered
def is_telling(name: str) -> bool:
    """Whether a name is long enough for its foreign or bare key to mean something."""
    words = name_words(name)
    return len(words) > 1 or (len(words) == 1 and len(words[0]) >= _SHORTEST_SINGLE)


@cache
def _read_as() -> dict[str, str]:
    return {key(word): key(to) for word, to in read_as().items()}


def _joined(words: list[str]) -> list[str]:
    joined: list[str] = []
    for word in words:
        if joined and (joined[-1] == "عبد" or (joined[-1] == "ابو" and word.startswith("ال"))):
            joined[-1] += word
        else:
            joined.append(word)
    return joined


@remembered
def _plain(word: str) -> str:
    word = word[2:] if word.startswith("ال") and len(word) > 4 else word
    return re.sub(r"(.)\1", r"\1", word)  # كييف, كيف


@remembered
def _one_g(word: str) -> str:
    word = _plain(word)
    if word.startswith(_NATIVE):
        return word
    # ق and ك at the head of a word tell Arabic names apart (قاسم, كريم); غ and ج there seldom do
    head = "ج" if word[0] == "غ" else word[0]
    return head + word[1:].translate(_FOREIGN_G)


@remembered
def _bare(word: str) -> str:
    word = _one_g(word)
    return word if word.startswith(_NATIVE) else word[0] + word[1:-1].translate(_LONG_VOWELS) + word[1:][-1:]
