"""What a word, its neighbours and the rules tell of names: the clues that the name model weighs."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from khabar.extraction.names.candidates import Candidate
from khabar.extraction.names.classes import folded_class, group_trie, head_trie, title_trie
from khabar.extraction.names.ordinary import is_ordinary
from khabar.extraction.names.titles import TitlePhrase
from khabar.extraction.names.trie import name_starts
from khabar.extraction.names.words import Words, is_definite, is_function_word
from khabar.knowledge.name_parts import family_names, given_names, names_also_words
from khabar.language.normalise import key
from khabar.values.entity import Kind

PERSON, PLACE, BODY = "PER", "LOC", "ORG"
LABEL_OF: Mapping[Kind, str] = {
    Kind.PERSON: PERSON,
    Kind.PLACE: PLACE,
    Kind.COUNTRY: PLACE,
    Kind.ORGANISATION: BODY,
    Kind.MEDIA: BODY,
}
BEFORE, AFTER = "<", ">"  # begin what the word before and the word after tell
EDGE = "#"  # before the first and after the last word of a sentence
_LONGEST_SHAPE = 7  # letters
_ENDS = (1, 2, 3, 4)  # letters at either end of a word that are clues
IsWord = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class WordClues:
    """What a word tells of itself and of the word beside it."""

    own: tuple[str, ...]
    beside: tuple[str, ...]


def clues_of_word(form: str, is_arabic_word: bool, is_word: IsWord) -> WordClues:
    """The clues that a word gives wherever it stands. They are long: keep what is made of them."""
    if not is_arabic_word:
        shape = f"h={_shape(form)}"
        return WordClues((shape,), (shape,))
    word = key(form)
    listed = _classes(form, word, is_word)
    beside = (
        f"w={word}",
        f"S={'|'.join(listed)}",
        f"h={min(len(form), _LONGEST_SHAPE)}",
        *(f"F={one}" for one in listed),
    )
    parts = [f"p{n}={word[:n]}" for n in _ENDS] + [f"s{n}={word[-n:]}" for n in _ENDS]
    bare = [rest for _, rest in name_starts(word)[1:]] + ([word[2:]] if word.startswith("ال") else [])
    return WordClues((*beside, *parts, *(f"r={rest}" for rest in bare)), beside)


def settings_of(
    words: Words, found: Iterable[Candidate], titles: Iterable[TitlePhrase], nationalities: Iterable[int]
) -> list[str]:
    """For each word what rules and lists make of it: a part of a name, of a title, an adjective of nationality."""
    settings = ["O"] * len(words.tokens)
    for candidate in found:
        label = LABEL_OF.get(candidate.kind)
        if label:
            source = _source(candidate)
            settings[candidate.first] = f"B-{label}-{source}"
            for at in range(candidate.first + 1, candidate.last):
                settings[at] = f"I-{label}-{source}"
    for phrase in titles:
        for at in range(phrase.first, phrase.last):
            settings[at] += "+title"
        if phrase.last < len(settings):
            settings[phrase.last] += "+titled"
    for at in nationalities:
        settings[at] += "+national"
    return settings


def _source(candidate: Candidate) -> str:
    """What stands behind a candidate: a list, a doubtful entry of it, a rule, or an adjective of nationality."""
    if candidate.rule == "nationals":
        return candidate.rule
    return ("known" if candidate.known else "rule") + ("?" if "?" in candidate.rule else "")


def clues_of_setting(before: str, here: str, after: str) -> tuple[str, ...]:
    """What the settings of three neighbours tell."""
    return f"c={here}", f"<c={before}", f">c={after}", f"<c={before}/{here}", f">c={here}/{after}"


def clues_before(word: WordClues | None) -> list[str]:
    """What the word before tells; None: the sentence begins here."""
    return [f"{BEFORE}{clue}" for clue in (word.beside if word else (EDGE,))]


def clues_after(word: WordClues | None) -> list[str]:
    """What the word after tells; None: the sentence ends here."""
    return [f"{AFTER}{clue}" for clue in (word.beside if word else (EDGE,))]


def clues_at(told: Sequence[WordClues], settings: Sequence[str], at: int) -> list[str]:
    """All clues for the label of one word of a sentence; the model's score of a label is the sum of their weights."""
    before, here, after = told[at - 1] if at else None, told[at], told[at + 1] if at + 1 < len(told) else None
    around = (settings[at - 1] if before else EDGE, settings[at], settings[at + 1] if after else EDGE)
    return [
        *here.own,
        *clues_before(before),
        *clues_after(after),
        *clues_of_setting(*around),
    ]


def _classes(form: str, word: str, is_word: IsWord) -> list[str]:
    """What our lists say of a word."""
    bare = [rest for _, rest in name_starts(word)[1:]]
    given, family = given_names(), family_names()
    heads = head_trie().alone(word)
    told = {
        "given": word in given,
        "given-after-particle": word not in given and not given.isdisjoint(bare),
        "family": word in family or word.removeprefix("ال") in family,
        "family-after-particle": not family.isdisjoint(bare),
        "name-and-word": word in names_also_words(),
        "ordinary": is_ordinary(form),
        "lexicon": is_word(form),
        "closed": is_function_word(form),
        "time": form in folded_class("time_word"),
        "link": form in folded_class("name_link"),
        "title": title_trie().alone(word) is not None,
        "group": group_trie().alone(word) is not None,
        "definite": is_definite(form),
    }
    listed = [name for name, holds in told.items() if holds]
    return listed + ([f"head-of-{heads.found[0][0].kind.value}"] if heads else [])


def _shape(form: str) -> str:
    if form[0].isdigit():
        return "0"
    if form[0].isalpha():
        return "A" if form[0].isupper() else "a"
    return form[0]
