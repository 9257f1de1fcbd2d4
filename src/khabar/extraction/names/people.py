"""People's names that no list holds whole: known parts of names in a row, and words after a title."""

from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cache
from itertools import compress, count

from khabar.extraction.names.candidates import Candidate
from khabar.extraction.names.classes import folded_class, head_trie, opens_listed
from khabar.extraction.names.finders import Ground
from khabar.extraction.names.gazetteer import is_short, short_of_one
from khabar.extraction.names.ordinary import is_ordinary
from khabar.extraction.names.titles import TitlePhrase
from khabar.extraction.names.trie import name_starts
from khabar.extraction.names.words import cut_offset, folded_function_words, is_function_word
from khabar.knowledge.name_grammar import name_grammar
from khabar.knowledge.name_parts import family_names, given_names, names_also_words
from khabar.knowledge.name_words import TitleKind
from khabar.language.normalise import NUNATED, fold, key
from khabar.language.remembered import remembered
from khabar.values.entity import Kind
from khabar.values.why import EntityRule

_LONGEST = 6  # words of a name
_SHORTEST_UNKNOWN = 3  # letters
_SHORTEST_FAMILY = 6  # letters, the article among them
_OPENING = frozenset({"«", '"', "“"})
_CLOSING = frozenset({"،", "»", '"', "”"})
_AGREEMENT = ("ا", "ين", "ات", "ان", "ون")
_HYPHENS = frozenset({"-", "\u2010", "\u2011"})
_VERBAL = ("ي", "سي", "ست")  # so begin present verbs: a word that no list of names has is sooner one of them
IsWord = Callable[[str], bool]  # whether a folded form is an ordinary word that our lexicons know


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
            if phrase and (words.touches(at) or phrase.last < at) and not _one_more_person(ground, at):
                last, cut = _run(ground, at, is_word, titled=True), 0
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
        *(words.keys[at] for at in range(first + 1, last) if words.form(at) not in _HYPHENS),
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
        if not (opens or (first in _opening_links() and cut == 0)):
            continue
        last = _run(ground, at, is_word, titled=False)
        parts = [first, *ground.words.keys[at + 1 : last]]
        if len(parts) > 1 and parts[0] in _native_links() and last - at > 1:
            return last, cut
        linked = any(p in _opening_links() for p in parts[1:-1])
        if len(parts) > 1 and (linked or any(_proves(p) for p in parts)):
            sure = [p for p in parts if _is_part(p)]
            ruler = ground.words.form(last - 1) in folded_class("regnal")
            set_off = cut == 0 and _set_off(ground, at, last, is_word)
            if len(sure) > 1 or linked or ruler or set_off or _ends_in_family(ground, at, last, is_word):
                return last, cut
    return at, 0


@remembered
def _may_open(word_key: str) -> bool:
    """Whether a word, attached particles aside, may be the first of a name that no title stands before."""
    parts = (rest in given_names() or rest in family_names() for _, rest in name_starts(word_key))
    return word_key in _opening_links() or any(parts)


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
    last = _run(ground, at, is_word, titled=True)
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
    last = _run(ground, at, is_word, titled=True)
    if last - at not in (2, 3) or ground.words.form(last) != "،" or _agreeing(ground, at, last):
        return at
    return last


def _next_of_list(ground: Ground, at: int, is_word: IsWord) -> int:
    """Where the name ends that و joins to another person's before it: '[جون كيلي] وتوماس هاريسون'."""
    word_key = ground.words.keys[at]
    if not word_key.startswith("و") or word_key[1:] not in given_names():
        return at
    last = _run(ground, at, is_word, titled=True)
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
    if not _is_part(ground.words.keys[at + 1]):
        return True
    return is_word(ground.words.form(at)) and _proves(ground.words.keys[at + 1])


def _family_of(ground: Ground, at: int, is_word: IsWord) -> bool:
    """Whether after a given name a definite word stands that is no ordinary one: 'محمد [المسلمي]'."""
    form, keys = ground.words.form(at), ground.words.keys
    if not form.startswith("ال") or len(form) < _SHORTEST_FAMILY or keys[at - 1] not in given_names():
        return False
    if is_word(form) or is_ordinary(form.removeprefix("ال")) or at in ground.nationalities or at in ground.names:
        return False
    known = opens_listed(keys, at)
    return not known and form not in folded_class("time_word")


def _ends_in_family(ground: Ground, at: int, last: int, is_word: IsWord) -> bool:
    """Whether a sure given name and an unlisted family name make the whole."""
    return last - at > 1 and _proves(ground.words.keys[last - 2]) and _family_of(ground, last - 1, is_word)


def _set_off(ground: Ground, first: int, last: int, is_word: IsWord) -> bool:
    """Whether a name of one known part stands after a verb or between commas, and nothing goes on behind it."""
    words = ground.words
    before, after = words.form(first - 1), words.form(last)
    if words.keys[first] in names_also_words():
        return False
    return after in _CLOSING | {"."} and (before == "،" or (words.touches(first) and is_word(before)))


def _run(ground: Ground, at: int, is_word: IsWord, titled: bool) -> int:
    """Where the run of name parts that begins here ends; one word may be unknown, after a title two."""
    words = ground.words
    last, unknown, allowed = at, 0, 2 if titled else 1
    while (
        last - at < _LONGEST
        and words.is_word(last)
        and (last == at or words.touches(last) or _initial(ground, last) or _hyphenated(ground, last))
    ):
        if last in ground.nationalities and words.keys[last] not in given_names():
            break
        if _never_in_name(words.form(last)) or (last > at and _one_more_person(ground, last)):
            break
        if last > at and _governed_name(words.keys[last]):
            break
        if last > at and last == short_of_one(words, at) and _known_person(ground, last):
            break  # 'أهدى بوتين كيم جونغ أون سيارة'
        if last == at + 1 and (_short_of_another(ground, at, last) or _are_two_leaders(ground, at)):
            break  # 'أهدى بوتين كيم بندقية'
        if last == at and is_function_word(words.form(at)) and not _part_at(ground, at + 1):
            break
        if not _surely_in_name(ground, last, is_word, begun=last > at):
            listed = last > at and _family_of(ground, last, is_word)
            if unknown == allowed or not (last > at or titled) or not (listed or _may_be_name(ground, last, is_word)):
                break
            unknown += 1
        last += 1
        if (words.form(last) == "." and len(words.form(last - 1)) == 1) or _hyphenated(ground, last + 1):
            last += 1  # أندريه ر. بيلوسوف, كارين جان-بيير
    while last > at and (words.form(last - 1) in folded_class("name_link") or not words.is_word(last - 1)):
        last -= 1
    return last


@remembered
def _never_in_name(form: str) -> bool:
    """Whether a word is of a closed class or a day: 'ترامب على', 'خامنئي الخميس'."""
    if form in folded_class("time_word"):
        return True
    inside = form in folded_class("name_link") or form in folded_function_words("pronoun")
    return is_function_word(form) and not inside


def _one_more_person(ground: Ground, at: int) -> bool:
    """Whether an attached و opens another name: 'جيمس كومي [ومايكل] هايدن'."""
    form, word_key = ground.words.form(at), ground.words.keys[at]
    opens = _is_part(word_key[1:]) or word_key[1:] in _native_links()
    return form.startswith("و") and not _is_part(word_key) and opens


@remembered
def _governed_name(word_key: str) -> bool:
    """Whether ب brings a name that another word governs: 'تعتز [بمسعود]'."""
    return word_key.startswith("ب") and not _is_part(word_key) and _proves(word_key[1:])


def _surely_in_name(ground: Ground, at: int, is_word: IsWord, begun: bool) -> bool:
    """Whether this word is a part of a name, a link such as بن, what follows a link, or an initial."""
    form, word_key = ground.words.form(at), ground.words.keys[at]
    if form in folded_class("name_link"):
        return True
    if _is_part(word_key) and not (begun and is_word(form) and not _proves(word_key)):
        return True
    if not begun:
        return False
    if _is_listed_family(ground, at) or _hyphenated(ground, at):
        return True
    if form in folded_class("regnal") and _is_part(ground.words.keys[at - 1]):
        return True
    if form in folded_function_words("pronoun") and _is_part(ground.words.keys[at - 1]) and ground.adjoining(at + 1):
        return _is_part(ground.words.keys[at + 1])  # تشانغ هو جين
    if len(form) == 1 and ground.words.form(at + 1) == ".":
        return True
    if ground.words.form(at - 1) not in folded_class("name_link") or is_function_word(form):
        return False
    return not (ground.words.form(at - 1) in folded_class("kin_link") and is_ordinary(form))


def _is_listed_family(ground: Ground, at: int) -> bool:
    """Whether a listed family name with the article follows a sure given name: 'محمد [المختار]', a participle too."""
    form, keys = ground.words.form(at), ground.words.keys
    listed = form.startswith("ال") and keys[at] in family_names() and _proves(keys[at - 1])
    return listed and not is_ordinary(form) and not opens_listed(keys, at)


def _name_follows(ground: Ground, at: int, is_word: IsWord) -> bool:
    """Whether after a word such as 'سيليشي' or 'سين' another part of a name stands, and so it is no verb."""
    return ground.adjoining(at + 1) and (_is_part(ground.words.keys[at + 1]) or _may_be_name(ground, at + 1, is_word))


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
    if words.form(at - 1) not in _HYPHENS or not words.is_word(at) or at in ground.names or at in ground.nationalities:
        return False
    mark = words.tokens[at - 1]
    unspaced = words.tokens[at - 2].end == mark.start and mark.end == words.tokens[at].start
    leaders = folded_class("leader_by_one_name")
    alone = words.form(at) in leaders or is_short(words, at) or words.form(at - 2) in leaders or is_short(words, at - 2)
    return unspaced and words.is_word(at - 2) and not alone


def _initial(ground: Ground, at: int) -> bool:
    return ground.words.form(at - 1) == "." and len(ground.words.form(at - 2)) == 1


def _is_part(word_key: str) -> bool:
    bare = word_key.removeprefix("ال")
    return word_key in given_names() or word_key in family_names() or (bare != word_key and bare in family_names())


def _proves(word_key: str) -> bool:
    """Whether a word is a part of names and nothing else; 'الحرب' is no surer than 'حرب'."""
    if word_key in names_also_words() or not _is_part(word_key):
        return False
    listed = word_key in given_names() or word_key in family_names()
    return listed or word_key.removeprefix("ال") not in names_also_words()


def _part_at(ground: Ground, at: int) -> bool:
    return ground.adjoining(at) and _is_part(ground.words.keys[at])


@cache
def _native_links() -> frozenset[str]:
    """عبد, أبو: what opens an Arabic name whatever follows."""
    return frozenset(key(word) for word in name_grammar("opens_name"))


@cache
def _opening_links() -> frozenset[str]:
    """The links that a name may begin with, untitled: not 'ولد', which is a verb too, nor 'لا'."""
    return _native_links() | {key(word) for word in name_grammar("opens_with_title")}


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


def _believable(ground: Ground, first: int, last: int, phrase: TitlePhrase, is_word: IsWord) -> bool:
    """Whether the words after a title are its bearer's name."""
    parts = ground.words.keys[first:last]
    if phrase.last < first:  # an apposition is closed by a comma again, a name in marks by the mark
        return ground.words.form(last) in _CLOSING and len(parts) > 1
    if ground.words.form(first - 1).removeprefix("ال") in {fold(form) for form in phrase.title.ambiguous}:
        return any(_proves(p) for p in parts)
    if any(_proves(p) for p in parts) or parts[0] in _native_links():
        return True
    if phrase.title.kind is TitleKind.KIN or (len(parts) == 1 and not phrase.honorific):
        return False
    closed = not ground.adjoining(last) or is_function_word(ground.words.form(last)) or _goes_to(ground, last)
    return (closed or is_word(ground.words.form(last))) and (phrase.honorific or phrase.definite)
