"""Number and gender of speakers, by which a verb without a subject tells whom it goes on from."""

from functools import cache, lru_cache

from khabar.extraction.attributions.classes import folded
from khabar.extraction.names.classes import group_trie
from khabar.knowledge import name_words
from khabar.knowledge.name_grammar import name_grammar
from khabar.language.normalise import fold, key
from khabar.language.number_words import number_word
from khabar.values.entity import Entity, Kind
from khabar.values.grammar import Number

_FEMININE = ("ة", "ات")
_PLURAL = ("ون", "ين")
_COUNTS = frozenset({"unit", "ten", "hundred", "scale", "digits"})  # roles of number words
_PEOPLE = (*_PLURAL, "اء")  # 'خبراء'


def is_plural(entity: Entity) -> bool:
    """Whether an unnamed source is more than one: 'مصادر مطلعة', 'سكان القرية', not 'مصدر'."""
    if entity.kind is not Kind.GROUP:
        return False
    return _is_counted(entity) or _names_several(entity.name.split()[0])  # 'ستة عمال', 'سكان القرية'


def _is_counted(entity: Entity) -> bool:
    counted = number_word(fold(entity.name.split()[0])) if " " in entity.name else None
    return counted is not None and counted.role in _COUNTS and counted.value > 1


def is_oblique_plural(head: str) -> bool:
    """Whether a word is a sound plural of people that is no subject by its ending: 'مسؤولين', not 'مسؤولون'."""
    return head.endswith("ين") and Number.PLURAL in _numbers(head)


def is_several(head: str) -> bool:
    """Whether a word is a dual, or a sound plural of people: 'شركتين', 'مسؤولون', after which a verb is no singular."""
    numbers = _numbers(head)
    return numbers == {Number.DUAL} or (head.endswith(_PLURAL) and Number.PLURAL in numbers)


def _names_several(word: str) -> bool:
    numbers = _numbers(word)
    return word.endswith(_PLURAL) or (Number.PLURAL in numbers and Number.SINGULAR not in numbers)


@lru_cache(maxsize=4096)
def _numbers(head: str) -> frozenset[Number]:
    hit = group_trie().at([key(fold(head))], 0)
    return frozenset(number for _, number, _ in hit.found) if hit else frozenset()


def is_feminine(entity: Entity) -> bool:
    """Whether a speaker that is no person takes a feminine verb, by what it is and how its name begins."""
    if entity.kind is Kind.GROUP and is_plural(entity):
        if entity.rule.removeprefix("group:") in name_grammar("bodies_of_many"):
            return True  # 'عشر دول', 'ثلاث منظمات'
        people = _is_counted(entity) or entity.name.split()[0].endswith(_PEOPLE)
        return not people and entity.rule.startswith("group:")  # 'مصادر', 'وسائل'
    if entity.kind is Kind.COUNTRY:
        return fold(entity.name.split()[-1]) not in folded("masculine_countries")
    head = entity.name.split()[0]
    if entity.kind is Kind.MEDIA:
        return fold(head) not in masculine_heads() | folded("masculine_media")
    return head.endswith(_FEMININE) or fold(head) in folded("feminine_nouns")


@cache
def masculine_heads() -> frozenset[str]:
    """Nouns in the masculine singular that open names of bodies, with and without the article."""
    masculine = (head for head in name_words.organisation_heads() if head.gender is name_words.Gender.MASCULINE)
    forms = [form.text for head in masculine for form in head.forms if form.number is Number.SINGULAR]
    return frozenset(form for text in map(fold, forms) for form in (text, f"ال{text}"))
