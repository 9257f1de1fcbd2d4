"""People whom no list holds: by an office or rank beside the name, by a given name, by what they say."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from khabar.extraction.english.forms import cue_forms
from khabar.extraction.english.names.bodies import capital_runs
from khabar.extraction.english.names.finds import Find
from khabar.extraction.english.names.known import is_ordinary
from khabar.extraction.english.names.titles import Title, is_title
from khabar.knowledge.actors import persons
from khabar.knowledge.name_parts import given_names, names_also_words
from khabar.language.english.inflection import Form
from khabar.language.english.phrases import single
from khabar.language.english.romanised import skeleton
from khabar.language.english.text import EnglishText
from khabar.values.entity import Kind
from khabar.values.why import EntityRule

_LONGEST = 5  # words
_FEWEST_LETTERS = 2  # of a skeleton that shows a given name
_FEWEST_OF_FULL_NAME = 5
_FULL_NAME = 2  # words


def people_in(text: EnglishText, titles: Sequence[Title], taken: set[int]) -> Iterator[Find]:
    """Names of people outside the tokens that other names take."""
    behind_title = {title.office[1] for title in titles}
    behind_title |= {title.last + 1 for title in titles if title.of and text.form(title.last) == ","}
    for whole in capital_runs(text):
        for first, last in _free(text, whole, taken):
            first = _without_opening(text, first, last)
            first = max((t.office[1] for t in titles if first <= t.office[0] and t.office[1] < last), default=first)
            rule = _rule(text, first, last, behind_title) if last > first else None
            if rule:
                yield Find(first, last, Kind.PERSON, rule, key=text.forms[last - 1])


def _free(text: EnglishText, whole: tuple[int, int], taken: set[int]) -> Iterator[tuple[int, int]]:
    """The parts of a run that no other name takes."""
    begin: int | None = None
    for at in range(whole[0], whole[1] + 1):
        free = at < whole[1] and at not in taken
        if free and begin is None:
            begin = at
        elif not free and begin is not None:
            yield begin, at
            begin = None


def _without_opening(text: EnglishText, first: int, last: int) -> int:
    while first < last and is_ordinary(text.written[first]):
        first += 1
    return first


def _rule(text: EnglishText, first: int, last: int, behind_title: set[int]) -> str | None:
    words = [text.written[i] for i in range(first, last) if text.is_word(i)]
    if not words or len(words) > _LONGEST or any(word.isupper() and len(word) > 1 for word in words):
        return None
    if first in behind_title and (text.form(first - 1) != "," or text.form(last) == ","):
        return EntityRule.TITLE
    if len(words) < _FULL_NAME or is_title(text.forms[first]):
        return None
    if _is_given(words[0]):
        return EntityRule.NAME_PARTS
    return EntityRule.SUBJECT if _says(text, last) or _has_office(text, last) else None


def _says(text: EnglishText, last: int) -> bool:
    while text.form(last) in single("verb-group"):
        last += 1
    return any(found.form in (Form.PAST, Form.THIRD) for _, found in cue_forms().all_at(text.forms, last))


def _has_office(text: EnglishText, last: int) -> bool:
    """Whether an office follows behind a comma: 'Omar Khalil, the mayor of'."""
    if text.form(last) != ",":
        return False
    place = last + 1 + (text.form(last + 1) in single("article"))
    return any(is_title(" ".join(text.forms[place : place + n])) for n in (1, 2, 3))


def _is_given(word: str) -> bool:
    bones = skeleton(word)
    return len(bones) >= _FEWEST_LETTERS and bones in _given()


def person_spelled(name: str) -> str | None:
    """The entry of the one person whose full name is the same in another spelling; None: of none, or of several."""
    bones = skeleton(name)
    found = _known_people().get(bones, set()) if len(bones) >= _FEWEST_OF_FULL_NAME and " " in name else set()
    return next(iter(found)) if len(found) == 1 else None


@cache
def _known_people() -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for person in persons():
        for name in (person.en, *(name for name in person.names if name not in person.ambiguous)):
            if " " in name:
                found[skeleton(name)].add(person.id)
    return found


@cache
def _given() -> frozenset[str]:
    return frozenset(skeleton(name) for name in given_names() if name not in names_also_words())
