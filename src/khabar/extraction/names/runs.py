"""How far the words go that may make up a person's name, from where it begins."""

from collections.abc import Callable

from khabar.extraction.names.classes import folded_class, opens_listed
from khabar.extraction.names.finders import Ground
from khabar.extraction.names.gazetteer import is_short, short_of_one
from khabar.extraction.names.ordinary import is_ordinary
from khabar.extraction.names.parts import is_part, native_links, proves
from khabar.extraction.names.trie import name_starts
from khabar.extraction.names.words import folded_function_words, is_function_word
from khabar.knowledge.name_parts import family_names, given_names
from khabar.language.remembered import remembered
from khabar.values.entity import Kind

_LONGEST = 6  # words of a name
_SHORTEST_UNKNOWN = 3  # letters
_SHORTEST_FAMILY = 6  # letters, the article among them
HYPHENS = frozenset({"-", "\u2010", "\u2011"})
_VERBAL = ("ي", "سي", "ست")  # so begin present verbs: a word that no list of names has is sooner one of them
IsWord = Callable[[str], bool]  # whether a folded form is an ordinary word that our lexicons know


def run_end(ground: Ground, at: int, is_word: IsWord, titled: bool) -> int:
    """Where the run of name parts that begins here ends; one word may be unknown, after a title two."""
    words = ground.words
    last, unknown, allowed = at, 0, 2 if titled else 1
    while (
        last - at < _LONGEST
        and words.is_word(last)
        and (last == at or words.touches(last) or _initial(ground, last) or _hyphenated(ground, last))
    ):
        if _is_outside(ground, at, last):
            break
        if not _surely_in_name(ground, last, is_word, begun=last > at):
            listed = last > at and is_family_name(ground, last, is_word)
            if unknown == allowed or not (last > at or titled) or not (listed or _may_be_name(ground, last, is_word)):
                break
            unknown += 1
        last += 1
        if (words.form(last) == "." and len(words.form(last - 1)) == 1) or _hyphenated(ground, last + 1):
            last += 1  # أندريه ر. بيلوسوف, كارين جان-بيير
    while last > at and (words.form(last - 1) in folded_class("name_link") or not words.is_word(last - 1)):
        last -= 1
    return last


def _is_outside(ground: Ground, first: int, at: int) -> bool:
    """Whether a word is no part of the name that begins with another, or with itself."""
    words = ground.words
    if at in ground.nationalities and words.keys[at] not in given_names():
        return True
    if _never_in_name(words.form(at)):
        return True
    if at == first:
        return is_function_word(words.form(at)) and not _part_at(ground, at + 1)
    if opens_another(ground, at) or _governed_name(words.keys[at]):
        return True
    if at == short_of_one(words, first) and _known_person(ground, at):
        return True  # 'أهدى بوتين كيم جونغ أون سيارة'
    # 'أهدى بوتين كيم بندقية'
    return at == first + 1 and (_short_of_another(ground, first, at) or _are_two_leaders(ground, first))


@remembered
def _never_in_name(form: str) -> bool:
    """Whether a word is of a closed class or a day: 'ترامب على', 'خامنئي الخميس'."""
    if form in folded_class("time_word"):
        return True
    inside = form in folded_class("name_link") or form in folded_function_words("pronoun")
    return is_function_word(form) and not inside


def opens_another(ground: Ground, at: int) -> bool:
    """Whether an attached و opens another name: 'جيمس كومي [ومايكل] هايدن'."""
    form, word_key = ground.words.form(at), ground.words.keys[at]
    opens = is_part(word_key[1:]) or word_key[1:] in native_links()
    return form.startswith("و") and not is_part(word_key) and opens


@remembered
def _governed_name(word_key: str) -> bool:
    """Whether ب brings a name that another word governs: 'تعتز [بمسعود]'."""
    return word_key.startswith("ب") and not is_part(word_key) and proves(word_key[1:])


def _surely_in_name(ground: Ground, at: int, is_word: IsWord, begun: bool) -> bool:
    """Whether this word is a part of a name, a link such as بن, what follows a link, or an initial."""
    form, word_key = ground.words.form(at), ground.words.keys[at]
    if form in folded_class("name_link"):
        return True
    if is_part(word_key) and not (begun and is_word(form) and not proves(word_key)):
        return True
    if not begun:
        return False
    if _is_listed_family(ground, at) or _hyphenated(ground, at):
        return True
    if form in folded_class("regnal") and is_part(ground.words.keys[at - 1]):
        return True
    if form in folded_function_words("pronoun") and is_part(ground.words.keys[at - 1]) and ground.adjoining(at + 1):
        return is_part(ground.words.keys[at + 1])  # تشانغ هو جين
    if len(form) == 1 and ground.words.form(at + 1) == ".":
        return True
    if ground.words.form(at - 1) not in folded_class("name_link") or is_function_word(form):
        return False
    return not (ground.words.form(at - 1) in folded_class("kin_link") and is_ordinary(form))


def _is_listed_family(ground: Ground, at: int) -> bool:
    """Whether a listed family name with the article follows a sure given name: 'محمد [المختار]', a participle too."""
    form, keys = ground.words.form(at), ground.words.keys
    listed = form.startswith("ال") and keys[at] in family_names() and proves(keys[at - 1])
    return listed and not is_ordinary(form) and not opens_listed(keys, at)


def is_family_name(ground: Ground, at: int, is_word: IsWord) -> bool:
    """Whether after a given name a definite word stands that is no ordinary one: 'محمد [المسلمي]'."""
    form, keys = ground.words.form(at), ground.words.keys
    if not form.startswith("ال") or len(form) < _SHORTEST_FAMILY or keys[at - 1] not in given_names():
        return False
    if is_word(form) or is_ordinary(form.removeprefix("ال")) or at in ground.nationalities or at in ground.names:
        return False
    known = opens_listed(keys, at)
    return not known and form not in folded_class("time_word")


def _name_follows(ground: Ground, at: int, is_word: IsWord) -> bool:
    """Whether after a word such as 'سيليشي' or 'سين' another part of a name stands, and so it is no verb."""
    return ground.adjoining(at + 1) and (is_part(ground.words.keys[at + 1]) or _may_be_name(ground, at + 1, is_word))


def _known_person(ground: Ground, at: int) -> bool:
    """Whether somebody's whole known name begins here, or the short one of an office-holder."""
    name = ground.names.get(at)
    return (name is not None and name.kind is Kind.PERSON) or is_short(ground.words, at)


def _short_of_another(ground: Ground, at: int, other: int) -> bool:
    """Whether two words are the short names of two people whom the text names in full: 'بوتين كيم'."""
    if not ground.shorts or ground.words.keys[other] not in ground.shorts:
        return False
    own = {who for _, rest in name_starts(ground.words.keys[at]) for who in ground.shorts.get(rest, ())}
    return bool(own) and own.isdisjoint(ground.shorts[ground.words.keys[other]])


def _are_two_leaders(ground: Ground, at: int) -> bool:
    """Whether of two words one is short for one office-holder, the other for leaders called so: 'ترامب كيم'."""
    words, leaders = ground.words, folded_class("leader_by_one_name")
    one, two = short_of_one(words, at) > at, short_of_one(words, at + 1) > at + 1
    return (one and words.form(at + 1) in leaders) or (two and words.form(at).removeprefix("و") in leaders)


def _hyphenated(ground: Ground, at: int) -> bool:
    """Whether a hyphen with no blank beside it joins a word to the one before, and neither is a name by itself.

    'كارين جان-[بيير]', but not 'قمة بوتين-[كيم]'.
    """
    words = ground.words
    if words.form(at - 1) not in HYPHENS or not words.is_word(at) or at in ground.names or at in ground.nationalities:
        return False
    mark = words.tokens[at - 1]
    unspaced = words.tokens[at - 2].end == mark.start and mark.end == words.tokens[at].start
    leaders = folded_class("leader_by_one_name")
    alone = words.form(at) in leaders or is_short(words, at) or words.form(at - 2) in leaders or is_short(words, at - 2)
    return unspaced and words.is_word(at - 2) and not alone


def _initial(ground: Ground, at: int) -> bool:
    return ground.words.form(at - 1) == "." and len(ground.words.form(at - 2)) == 1


def _part_at(ground: Ground, at: int) -> bool:
    return ground.adjoining(at) and is_part(ground.words.keys[at])


def _may_be_name(ground: Ground, at: int, is_word: IsWord) -> bool:
    """Whether a word that no list knows may be part of a name: no article, no known word, no function word."""
    form = ground.words.form(at)
    if form.endswith("ة"):
        return False  # foreign names are seldom written so, and Arabic ones are listed
    if form.startswith(_VERBAL) and not (form.startswith("سي") and _name_follows(ground, at, is_word)):
        return False
    if (
        len(form) < _SHORTEST_UNKNOWN
        or form.startswith(("ال", "وال", "بال", "لل", "فال"))
        or form.endswith(("ا", "ات"))
        and len(form) < 4
    ):
        return False
    if is_function_word(form) or is_word(form) or at in ground.names or form in folded_class("time_word"):
        return False
    keys = ground.words.keys
    return not opens_listed(keys, at)
