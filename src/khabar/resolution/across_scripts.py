"""People whose full names are the same in Latin and in Arabic letters."""

from collections import defaultdict
from collections.abc import Mapping

from khabar.language.english.romanised import skeleton
from khabar.language.spelling import name_key, name_words
from khabar.values.actor import Member
from khabar.values.entity import Entity, Kind

_FULL = 2  # words of a name that is somebody's own
_FEWEST = 5  # consonants by which two names are one


def across_scripts(entities: Mapping[Member, Entity]) -> dict[Member, str]:
    """The consonants of the full names that stand in both scripts, where they fit one name only in Arabic letters."""
    return fitting_one_name(in_both_scripts(entities), entities)


def fitting_one_name(written: Mapping[Member, str], entities: Mapping[Member, Entity]) -> dict[Member, str]:
    """Of names that stand in both scripts, given by their consonants, those that fit one only in Arabic letters."""
    spelled: dict[str, set[str]] = defaultdict(set)
    for member, bones in written.items():
        if not entities[member].name.isascii():
            spelled[bones].add(name_key(entities[member].name))
    return {m: bones for m, bones in written.items() if len(spelled[bones]) == 1}


def in_both_scripts(entities: Mapping[Member, Entity]) -> dict[Member, str]:
    """The same wherever a full name in Latin letters has consonants enough, however many names they fit in Arabic."""
    people = {m: e.name for m, e in entities.items() if e.kind is Kind.PERSON and len(name_words(e.name)) >= _FULL}
    latin = {m: skeleton(name) for m, name in people.items() if name.isascii()}
    if not latin:
        return {}
    wanted = {bones for bones in latin.values() if len(bones) >= _FEWEST}
    arabic = {m: bones for m, name in people.items() if not name.isascii() and (bones := skeleton(name)) in wanted}
    return {m: bones for m, bones in (latin | arabic).items() if bones in wanted}
