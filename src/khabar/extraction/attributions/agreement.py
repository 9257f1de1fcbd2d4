"""Number and gender of speakers, by which a verb without a subject tells whom it goes on from."""

from khabar.extraction.attributions.classes import folded
from khabar.extraction.names.classes import group_trie
from khabar.language.normalise import fold, key
from khabar.values.entity import Entity, Kind
from khabar.values.grammar import Number

_FEMININE = ("ة", "ات")
_PLURAL = ("ون", "ين")
_PEOPLE = (*_PLURAL, "اء")  # 'خبراء'


def is_plural(entity: Entity) -> bool:
    """Whether an unnamed source is more than one: 'مصادر مطلعة', 'سكان القرية', not 'مصدر'."""
    if entity.kind is not Kind.GROUP:
        return False
    head = entity.name.split()[0]
    if head.endswith(_PLURAL):
        return True
    hit = group_trie().at([key(fold(head))], 0)
    numbers = {number for _, number, _ in hit.found} if hit else set()
    return Number.PLURAL in numbers and Number.SINGULAR not in numbers


def is_feminine(entity: Entity) -> bool:
    """Whether a speaker that is no person takes a feminine verb, by what it is and how its name begins."""
    if entity.kind is Kind.GROUP and is_plural(entity):
        return not entity.name.split()[0].endswith(_PEOPLE) and entity.rule.startswith("group:")  # 'مصادر', 'وسائل'
    if entity.kind is Kind.COUNTRY:
        return fold(entity.name.split()[-1]) not in folded("masculine_countries")
    head = entity.name.split()[0]
    return entity.kind is Kind.MEDIA or head.endswith(_FEMININE) or fold(head) in folded("feminine_nouns")
