"""People's names that no list holds whole: known parts of names in a row, and words after a title."""

from collections.abc import Collection, Iterable, Iterator
from itertools import compress, count

from khabar.extraction.names.candidates import Candidate
from khabar.extraction.names.classes import folded_class, head_trie
from khabar.extraction.names.finders import Ground
from khabar.extraction.names.parts import is_part, native_links, opening_links, proves
from khabar.extraction.names.runs import HYPHENS, IsWord, is_family_name, opens_another, run_end
from khabar.extraction.names.titles import TitlePhrase
from khabar.extraction.names.trie import name_starts
from khabar.extraction.names.words import cut_offset, is_function_word
from khabar.knowledge.name_parts import family_names, given_names, names_also_words
from khabar.knowledge.name_words import TitleKind
from khabar.language.normalise import NUNATED, fold
from khabar.language.remembered import remembered
from khabar.values.entity import Kind
from khabar.values.why import EntityRule

_OPENING = frozenset({"«", '"', "“"})
_CLOSING = frozenset({"،", "»", '"', "”"})
_AGREEMENT = ("ا", "ين", "ات", "ان", "ون")


def people_in(ground: Ground, titles: Iterable[TitlePhrase], is_word: IsWord, is_saying: IsWord) -> Iterator[Candidate]:
    """Names of people, after a title, after a verb that can only be one of saying, or by their parts alone."""
    titles = list(titles)
    titled = {phrase.last: phrase for phrase in titles if not phrase.plural}
    behind = {phrase.first for phrase in titles if phrase.definite and not phrase.plural and not phrase.honorific}
    words = ground.words
    likely = {*compress(count(), map(_may_open, words.keys)), *compress(count(1), map(is_saying, words.forms))}
    likely |= {at + 1 for at, form in enumerate(words.forms) if form == "،"} | titled.keys()
    likely |= {last + 1 for last in titled}
    at, person_end = 0, 0  # where the last person's name ended
    while at < len(words.tokens):
        if (at in likely or at == person_end) and words.words[at] and at not in ground.names:
            phrase = titled.get(at) or (_before_comma(ground, titled, at) if at - 1 in titled else None)
            if phrase and (words.touches(at) or phrase.last < at) and not opens_another(ground, at):
                last, cut = run_end(ground, at, is_word, titled=True), 0
                if last > at and not _believable(ground, at, last, phrase, is_word):
                    last = at
            else:
                last, cut = _untitled(ground, at, is_word)
                if last == at:
                    last, cut = _by_its_place(ground, at, person_end, behind, is_word, is_saying)
            if last > at:
                yield _candidate(ground, at, last, cut)
                at = person_end = last
                continue
        at += 1


def _before_comma(ground: Ground, titled: dict[int, TitlePhrase], at: int) -> TitlePhrase | None:
    """The title before the comma in 'الرئيس الروسي، فلاديمير بوتين، إن'."""
    phrase, mark = titled[at - 1], ground.words.form(at - 1)
    if mark in _OPENING or (mark == "،" and not phrase.honorific):
        return phrase
    return None


def _candidate(ground: Ground, first: int, last: int, cut: int) -> Candidate:
    words = ground.words
    keys = [
        words.keys[first][cut:],
        *(words.keys[at] for at in range(first + 1, last) if words.form(at) not in HYPHENS),
    ]
    start = cut_offset(words.analysed.text, words.tokens[first].start, cut)
    return Candidate(first, last, start, Kind.PERSON, "name", key=" ".join(keys), rule=EntityRule.NAME_PARTS, rank=2)


def _untitled(ground: Ground, at: int, is_word: IsWord) -> tuple[int, int]:
    """(last, letters cut): at least two parts of names in a row, one of which is no ordinary word."""
    if not _may_open(ground.words.keys[at]):
        return at, 0
    if is_function_word(ground.words.form(at)) or _only_describes(ground, at, is_word):
        return at, 0
    for cut, first in name_starts(ground.words.keys[at]):
        opens = first in given_names() or first in family_names()
        if not (opens or (first in opening_links() and cut == 0)):
            continue
        last = run_end(ground, at, is_word, titled=False)
        parts = [first, *ground.words.keys[at + 1 : last]]
        if len(parts) > 1 and parts[0] in native_links() and last - at > 1:
            return last, cut
        linked = any(p in opening_links() for p in parts[1:-1])
        if len(parts) > 1 and (linked or any(proves(p) for p in parts)):
            sure = [p for p in parts if is_part(p)]
            ruler = ground.words.form(last - 1) in folded_class("regnal")
            set_off = cut == 0 and _set_off(ground, at, last, is_word)
            if len(sure) > 1 or linked or ruler or set_off or _ends_in_family(ground, at, last, is_word):
                return last, cut
    return at, 0


@remembered
def _may_open(word_key: str) -> bool:
    """Whether a word, attached particles aside, may be the first of a name that no title stands before."""
    parts = (rest in given_names() or rest in family_names() for _, rest in name_starts(word_key))
    return word_key in opening_links() or any(parts)


def _by_its_place(
    ground: Ground, at: int, person_end: int, behind: Collection[int], is_word: IsWord, is_saying: IsWord
) -> tuple[int, int]:
    """(last, letters cut) of a name that what stands before it shows: a verb of saying, a comma, another name.

    `behind`: where titles begin that may follow a name.
    """
    before, touches = ground.words.form(at - 1), ground.words.touches(at)
    if at and touches and is_saying(before):
        return _speaker(ground, at, behind, is_word), 0
    if before == "،":
        return _between_commas(ground, at, is_word), 0
    if at == person_end and touches:
        return _next_of_list(ground, at, is_word), 1
    return at, 0


def _speaker(ground: Ground, at: int, behind: Collection[int], is_word: IsWord) -> int:
    """Where a name of two words or more ends that stands right after a verb of saying: 'قال كمال الحجام إن'.

    An office may follow: 'قالت تينا نيل المسؤولة عن المرصد إن'.
    """
    words = ground.words
    last = run_end(ground, at, is_word, titled=True)
    after = words.form(last)
    open_end = ground.adjoining(last) and not is_function_word(after) and after not in folded_class("time_word")
    open_end = open_end and last not in behind
    if last - at < 2 or open_end or _agreeing(ground, at, last):
        return at
    return last


def _goes_to(ground: Ground, at: int) -> bool:
    """Whether ل brings a body or a medium, so that what stands before it is whole: 'قال المحلل فلان [لراديو] دبنقا'."""
    hit = head_trie().at(ground.words.keys, at) if ground.words.form(at).startswith("ل") else None
    return hit is not None and hit.cut > 0


def _between_commas(ground: Ground, at: int, is_word: IsWord) -> int:
    """Where a name of two words or three between commas ends, one of which is a part of names: '، بول كونروي، '."""
    if ground.words.keys[at] not in given_names():
        return at
    last = run_end(ground, at, is_word, titled=True)
    if last - at not in (2, 3) or ground.words.form(last) != "،" or _agreeing(ground, at, last):
        return at
    return last


def _next_of_list(ground: Ground, at: int, is_word: IsWord) -> int:
    """Where the name ends that و joins to another person's before it: '[جون كيلي] وتوماس هاريسون'."""
    word_key = ground.words.keys[at]
    if not word_key.startswith("و") or word_key[1:] not in given_names():
        return at
    last = run_end(ground, at, is_word, titled=True)
    return last if last - at > 1 else at


def _agreeing(ground: Ground, first: int, last: int) -> bool:
    """Whether the words end alike, as a noun and its adjective do, or one is in the accusative: 'انفعالا عاطفيا'."""
    words, text = ground.words, ground.words.analysed.text
    forms = [words.form(at) for at in range(first, last)]
    if any(text[token.end - 2 : token.end] in NUNATED for token in words.tokens[first:last]):
        return True
    return any(all(form.endswith(ending) for form in forms) for ending in _AGREEMENT)


def _only_describes(ground: Ground, at: int, is_word: IsWord) -> bool:
    """Whether a word that is a name too stands before a name or an unknown word: '[نجم] ليفربول محمد صلاح'."""
    word_key = ground.words.keys[at]
    if word_key not in names_also_words() or not ground.adjoining(at + 1):
        return False
    if ground.words.form(at + 1) in folded_class("name_link"):
        return False
    if not is_part(ground.words.keys[at + 1]):
        return True
    return is_word(ground.words.form(at)) and proves(ground.words.keys[at + 1])


def _ends_in_family(ground: Ground, at: int, last: int, is_word: IsWord) -> bool:
    """Whether a sure given name and an unlisted family name make the whole."""
    return last - at > 1 and proves(ground.words.keys[last - 2]) and is_family_name(ground, last - 1, is_word)


def _set_off(ground: Ground, first: int, last: int, is_word: IsWord) -> bool:
    """Whether a name of one known part stands after a verb or between commas, and nothing goes on behind it."""
    words = ground.words
    before, after = words.form(first - 1), words.form(last)
    if words.keys[first] in names_also_words():
        return False
    return after in _CLOSING | {"."} and (before == "،" or (words.touches(first) and is_word(before)))


def _believable(ground: Ground, first: int, last: int, phrase: TitlePhrase, is_word: IsWord) -> bool:
    """Whether the words after a title are its bearer's name."""
    parts = ground.words.keys[first:last]
    if phrase.last < first:  # an apposition is closed by a comma again, a name in marks by the mark
        return ground.words.form(last) in _CLOSING and len(parts) > 1
    if ground.words.form(first - 1).removeprefix("ال") in {fold(form) for form in phrase.title.ambiguous}:
        return any(proves(p) for p in parts)
    if any(proves(p) for p in parts) or parts[0] in native_links():
        return True
    if phrase.title.kind is TitleKind.KIN or (len(parts) == 1 and not phrase.honorific):
        return False
    closed = not ground.adjoining(last) or is_function_word(ground.words.form(last)) or _goes_to(ground, last)
    return (closed or is_word(ground.words.form(last))) and (phrase.honorific or phrase.definite)
