"""Names that are ordinary words too: which of them are to be believed where they stand."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache, partial
from typing import Any

from khabar.extraction.names.candidates import Candidate
from khabar.extraction.names.classes import folded_class, head_trie, title_trie
from khabar.extraction.names.gazetteer import known_by_id
from khabar.extraction.names.trie import NameTrie
from khabar.extraction.names.words import Words, folded_function_words, is_definite, is_function_word
from khabar.knowledge.actors import person_by_id
from khabar.knowledge.geography import countries, country_by_id
from khabar.knowledge.name_parts import family_names, given_names
from khabar.language.normalise import fold
from khabar.values.entity import Kind

_LONGEST_OFFICE = 7  # words from an office's first to the name: 'وزير الشؤون الخارجية والتعاون الدولي المصري السيد'
_prepositions = partial(folded_function_words, "preposition")


def believed(
    words: Words, names: Sequence[Candidate], nationalities: Iterable[Candidate], is_saying: Callable[[str], bool]
) -> Iterator[Candidate]:
    """The names that nothing speaks against, and the doubtful ones that something supports."""
    told = {c.country for c in (*names, *nationalities) if c.kind is not Kind.PLACE and "?" not in c.rule}
    sure = {c.known[0] for c in names if "?" not in c.rule}
    ends = {name.last for name in names}
    for name in names:
        needs = name.rule.partition("?")[2]
        if needs and (_is_adjective(words, name) or _is_for_something(words, name)):
            continue
        known = name.known[0] in sure and not _asks(words, name)
        known = known or (
            needs == "its-country" and not _is_qualified(words, name) and not told.isdisjoint(_lies_in(name))
        )
        if not needs or known or _is_believed(words, name, needs, ends, is_saying):
            yield name
        elif "no-preposition" in needs.split("|") and name.first in ends and _particles(words, name) == "و":
            yield name  # 'إسرائيل وحماس'


def _lies_in(name: Candidate) -> set[str | None]:
    """The countries of the places that a name may be of, and those that share their name: of Seoul both Koreas."""
    own = {known_by_id()[one].country for one in name.known}
    return own.union(*(_namesakes(country) for country in own if country))


@cache
def _namesakes(country: str) -> frozenset[str]:
    """The countries whose first names of two words begin alike: 'كوريا الجنوبية' and 'كوريا الشمالية'."""
    land = country_by_id(country)
    first, second = (land.names[0].split() + [""])[:2] if land else ("", "")
    return frozenset(other.id for other in countries() if second and other.names[0].split()[0] == first)


def _is_qualified(words: Words, name: Candidate) -> bool:
    """Whether an adjective without the article follows, and the word is a noun: 'سيول [جارفة]'."""
    after = words.form(name.last)
    return words.touches(name.last) and after.endswith("ة") and not is_definite(after)


def told_by_office(words: Words, names: Iterable[Candidate]) -> Iterator[Candidate]:
    """The names, of those that several people bear only where the office that tells who it is stands before."""
    for name in names:
        if not name.rule.endswith("?office"):
            yield name
        elif _after_office(words, name) and not _goes_on(words, name):
            yield replace(name, rule=name.rule.partition("?")[0])


def _is_adjective(words: Words, name: Candidate) -> bool:
    """Whether a name that is a participle too describes the definite noun right before it: 'الزوارق [المسيرة]'."""
    before, form = words.form(name.first - 1), words.form(name.first)
    alone = name.first > 0 and name.last == name.first + 1 and form in folded_class("also_participle")
    return alone and words.touches(name.first) and is_definite(before) and not is_function_word(before)


def _is_for_something(words: Words, name: Candidate) -> bool:
    """Whether what a body is for follows, and so it is another: 'المنظمة الدولية [لحظر] الأسلحة الكيميائية'."""
    form = words.form(name.last)
    told = form.startswith("لل") or (form[:1] == "ل" and form[1:] in folded_class("cause_of_body"))
    return name.kind is Kind.ORGANISATION and name.last - name.first > 1 and told and words.touches(name.last)


def _asks(words: Words, name: Candidate) -> bool:
    """Whether a name is a word of asking too, which no other spelling of it in the report supports."""
    return words.form(name.first) in folded_class("also_asks")


def _is_believed(
    words: Words, name: Candidate, needs: str, ends: Collection[int], is_saying: Callable[[str], bool]
) -> bool:
    """Whether something supports a name.

    One that asks how as well needs a name or a preposition before it, or what it says behind: 'قالت [كيف] إن'.
    """
    if _asks(words, name):
        says = words.form(name.last) in folded_class("opens_what_is_said")
        return name.first in ends if _particles(words, name) else says or _after_preposition(words, name)
    return any(_supported(words, name, need, is_saying) for need in needs.split("|"))


def _particles(words: Words, name: Candidate) -> str:
    """What is attached before a name."""
    return fold(words.analysed.text[words.tokens[name.first].start : name.start])


def _supported(words: Words, name: Candidate, needs: str, is_saying: Callable[[str], bool]) -> bool:
    if needs == "not-a-name":
        return not _after(words, name.first, (title_trie(),))
    if needs in ("cue", "its-country"):
        before = words.form(name.first - 1) if name.first else ""
        told = name.start == words.tokens[name.first].start and (is_saying(before) or words.form(name.last) == ":")
        return told or _after_preposition(words, name) or _after(words, name.first, (head_trie(),))
    if needs == "head":
        return _after(words, name.first, (head_trie(),)) or _in_marks(words, name)
    if needs == "no-preposition":
        return name.start == words.tokens[name.first].start
    if needs == "source":
        return _is_told(words, name, is_saying) or (
            name.first > 0 and words.touches(name.first) and is_saying(words.form(name.first - 1))
        )
    return False


def _is_told(words: Words, name: Candidate, is_saying: Callable[[str], bool]) -> bool:
    """Whether somebody says something to it: 'قال مسؤول أممي [للجزيرة] إن'."""
    if not words.form(name.first).startswith("لل") or words.form(name.last) not in folded_class("opens_what_is_said"):
        return False
    begin = words.analysed.sentence_at(name.first)[0]
    return any(is_saying(words.form(at)) for at in range(max(begin, name.first - _LONGEST_OFFICE), name.first))


def _after_preposition(words: Words, name: Candidate) -> bool:
    at = name.first
    particles = _particles(words, name)
    if particles[-1:] in ("ب", "ل"):
        return True
    if particles == "و":  # one more of a list: 'لدى السعودية ومصر'
        return at > 0 and words.touches(at)
    before = words.form(at - 1) if at else ""
    return not particles and bool(before) and words.touches(at) and not _prepositions().isdisjoint(_joined(before))


def _joined(form: str) -> tuple[str, ...]:
    """A word, and what و or ف joins if it opens with one: 'وفي'."""
    return (form, form[1:]) if form[0] in "وف" and len(form) > 2 else (form,)


def _after(words: Words, at: int, tries: Sequence[NameTrie[Any]]) -> bool:
    """Whether the word before opens a name or is a title."""
    if at == 0 or words.form(at - 1) in folded_function_words():
        return False
    before = at - 1
    if words.tokens[before].kind == "mark" and before > 0:
        before -= 1
    if head_trie() in tries and is_definite(words.form(before)):
        return False  # 'الدول العربية' is no name as 'قناة العربية' is
    return any(trie.at(words.keys, before) is not None for trie in tries)


def _after_office(words: Words, name: Candidate) -> bool:
    """Whether the noun of an office that the person held stands shortly before: 'وزير الداخلية محمد إبراهيم'.

    Or right before, for who heads a state, what he rules by: 'نظام الأسد'.
    """
    if words.form(name.first - 1) in folded_class("rule_of") and words.touches(name.first):
        return name.start == words.tokens[name.first].start
    person = person_by_id(name.known[0])
    nouns = {fold(office.title.split()[0]).removeprefix("ال") for office in person.offices} if person else set()
    before = range(max(0, name.first - _LONGEST_OFFICE), name.first)
    return any(words.form(at).removeprefix("ال") in nouns for at in before)


def _goes_on(words: Words, name: Candidate) -> bool:
    """Whether another part of a name follows, so that it is somebody else's: 'محمد الناصر [جبيرة]'."""
    if not (words.is_word(name.last) and words.touches(name.last)) or is_function_word(words.form(name.last)):
        return False  # a preposition is spelled like a name: 'على'
    after = words.keys[name.last]
    return after in given_names() or after in family_names()


def _in_marks(words: Words, name: Candidate) -> bool:
    return words.form(name.first - 1) in {'"', "«", "“", "("} and words.form(name.last) in {'"', "»", "”", ")"}
