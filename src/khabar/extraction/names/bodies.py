"""Names of bodies, media, governments and places that a head noun opens: 'وزارة الدفاع الفرنسية'."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from khabar.extraction.names.candidates import Candidate
from khabar.extraction.names.classes import folded_class, head_trie, title_trie
from khabar.extraction.names.finders import Ground
from khabar.extraction.names.gazetteer import known_by_id
from khabar.extraction.names.reach import (
    Reach,
    followed,
    is_unlisted,
    unknown_name_follows,
    unlisted_name_follows,
    verb_alike,
)
from khabar.extraction.names.trie import Hit
from khabar.extraction.names.words import Words, cut_offset, is_definite
from khabar.knowledge.name_grammar import name_grammar
from khabar.knowledge.name_words import HeadKind, NameHead, State
from khabar.language.normalise import fold
from khabar.values.entity import Kind
from khabar.values.grammar import Number
from khabar.values.why import EntityRule

_KINDS = {
    HeadKind.ORGANISATION: Kind.ORGANISATION,
    HeadKind.MEDIA: Kind.MEDIA,
    HeadKind.COUNTRY: Kind.COUNTRY,
    HeadKind.PLACE: Kind.PLACE,
}
_ON = fold("على")
_FEMININE = "ة"
_OF_NOUNS = ("ة", "ات")  # so ends no verb that a body is the subject of
_HER = ("تها", "ته", "تهم")
_LONGEST_SHORT = 2  # words of a general noun with another that may take up a longer name


def bodies_in(ground: Ground, is_word: Callable[[str], bool]) -> Iterator[Candidate]:
    """Every stretch that a head noun opens and that names something definite."""
    words = ground.words
    found: list[Candidate] = []
    trie = head_trie()
    for at in trie.places(words.keys):
        hit = trie.at(words.keys, at) if words.words[at] else None
        body = _best(ground, at, hit, is_word) if hit else None
        if body:
            found.append(body)
    long = [c for c in (*found, *ground.names.values()) if c.last - c.first > _LONGEST_SHORT]
    fuller = {_opening(ground, c) for c in long}
    for body in found:
        if not body.rule.startswith("maybe:"):
            yield body
        elif body.last - body.first == _LONGEST_SHORT and _opening(ground, body) in fuller:
            yield replace(body, rule=EntityRule.HEAD.of(body.head))


def firm_names(words: Words, named: Iterable[Candidate]) -> frozenset[str]:
    """The names without their noun of firms that no list has, as keys: 'سوفراخت' of 'شركة سوفراخت'."""
    of_firms = name_grammar("named_by_one_word")
    firms = (c for c in named if c.head in of_firms and not c.known and c.last - c.first > 1)
    return frozenset(words.keys[c.first + 1] for c in firms)


def _opening(ground: Ground, name: Candidate) -> tuple[str, str]:
    """The first two words of a name, as a body's key gives them: 'منظمة العفو' of 'منظمة العفو الدولية'."""
    first, second = ground.words.keys[name.first], ground.words.keys[name.first + 1]
    return first[name.start - ground.words.tokens[name.first].start :].removeprefix("ال"), second


def _best(
    ground: Ground, at: int, hit: Hit[tuple[NameHead, Number, State]], is_word: Callable[[str], bool]
) -> Candidate | None:
    """The head's reading whose name reaches furthest."""
    readings = [_named_by(ground, at, hit.last, hit.cut, *reading, is_word) for reading in hit.found]
    found = [c for c in readings if c]
    return max(found, key=lambda c: (c.last, c.rank)) if found else None


def _named_by(
    ground: Ground,
    at: int,
    last: int,
    cut: int,
    head: NameHead,
    number: Number,
    state: State,
    is_word: Callable[[str], bool],
) -> Candidate | None:
    definite = state is State.DEFINITE or is_definite(ground.words.form(at))
    if verb_alike(ground, at, head):
        return None
    reach = _reached(ground, at, last, head, is_word, definite=definite, single=number is Number.SINGULAR)
    if _tells_otherwise(ground, at, last, cut, head, reach, definite):
        return None
    general = reach.last > last and head.kind is not HeadKind.PLACE and _too_general(head, definite, reach)
    never = general and (not reach.named or (definite and head.id in name_grammar("needs_quotation")))
    if never or not _names_something(head, number, definite, reach, last):
        return None
    known = _known(ground, last, head, reach)
    return Candidate(
        at,
        reach.last,
        cut_offset(ground.words.analysed.text, ground.words.tokens[at].start, cut),
        Kind.PLACE if _same_place(head, reach) else _KINDS[head.kind],
        "name",
        key=f"#{known[0]}" if known else _key(ground, at, reach, cut),
        known=known,
        country=reach.country,
        head=head.id,
        rule="maybe:" if general else _rule(ground, head, reach, at, last).of(head.id),
        rank=3 if reach.named or reach.country else 2,
    )


def _reached(
    ground: Ground, at: int, last: int, head: NameHead, is_word: Callable[[str], bool], *, definite: bool, single: bool
) -> Reach:
    """How far the name behind a head goes, with names that no list has where the head calls for one."""
    reach = followed(ground, last, head, definite, is_word)
    opens = single and not definite
    if reach.last == last and head.kind is HeadKind.MEDIA and opens:
        unknown_name_follows(ground, reach, is_word)
    if reach.last == last and opens and at not in ground.names and head.id in name_grammar("named_by_any_word"):
        unlisted_name_follows(ground, reach, head, is_word)
    if reach.last == last + 1 and head.id in name_grammar("place_of_any_name"):
        reach.proper = reach.proper or is_unlisted(ground, last, is_word)
    return reach


def _tells_otherwise(
    ground: Ground, at: int, last: int, cut: int, head: NameHead, reach: Reach, definite: bool
) -> bool:
    """Whether what stands around a head shows that it names no body: it describes, leads, or is of another noun."""
    if cut and not definite and head.id in name_grammar("no_name_after_particle"):
        return True
    if cut and head.id in name_grammar("led_by") and _is_led(ground, last):
        return True
    if reach.last == last and definite and (_qualifies(ground, at) or _is_doing(ground, last, head)):
        return True
    if reach.last == last and definite and head.kind is HeadKind.COUNTRY and _is_described(ground, last):
        return True
    if reach.last > last and reach.country is None and head.id in name_grammar("field_heads"):
        return True  # 'الطاقة الشمسية': the field itself, no ministry
    return head.id in name_grammar("field_or_kind") and _tells_the_kind(ground, at)


def _known(ground: Ground, last: int, head: NameHead, reach: Reach) -> tuple[str, ...]:
    """The entries of the gazetteer that a head with its name may be."""
    known: tuple[str, ...] = (reach.country,) if head.kind is HeadKind.COUNTRY and reach.country else ()
    if head.kind is HeadKind.COUNTRY and reach.place:
        known = _states_of(reach.place) or known  # 'the two republics of Donetsk and Luhansk' are not Ukraine
    if reach.place and _same_place(head, reach):
        known = reach.place.known
    if reach.quoted:
        known = _known_in_marks(ground, head, reach.quoted)
    return known or _known_medium(ground, last, reach.last)


def _states_of(place: Candidate) -> tuple[str, ...]:
    """The states for which the name of a place may stand as that of their capital."""
    speaking = (known_by_id()[name].speaks_for for name in place.known)
    return tuple(state for state in speaking if state)


def _same_place(head: NameHead, reach: Reach) -> bool:
    """Whether a head with its name is no more than the place that the name is of: 'مدينة عدن'."""
    return reach.place is not None and reach.place.kind is Kind.PLACE and _is_its_place(head, reach.place)


def _is_its_place(head: NameHead, place: Candidate) -> bool:
    """Whether a head with a place's name names that place: 'مدينة عدن', and 'جمهورية تتارستان', which is no state."""
    if head.id in name_grammar("land_or_state"):
        return not any(known_by_id()[name].speaks_for for name in place.known)
    return head.id in name_grammar("same_as_place")


def _is_led(ground: Ground, at: int) -> bool:
    """Whether an office follows, so that a noun behind ب tells who leads: 'اجتمع المجلس برئاسة [الأمير] فلان'."""
    hit = title_trie().at(ground.words.keys, at) if ground.adjoining(at) else None
    return hit is not None and hit.found[0][1] is Number.SINGULAR


def _known_in_marks(ground: Ground, head: NameHead, quoted: tuple[int, int]) -> tuple[str, ...]:
    """The known body or medium whose name is all that stands in the marks: 'وكالة "الأناضول"', not 'موقع "حماس"'."""
    name = ground.names.get(quoted[0])
    kinds = (Kind.MEDIA,) if head.kind is HeadKind.MEDIA else (Kind.ORGANISATION, Kind.MEDIA)
    return name.known if name and name.last == quoted[1] and name.kind in kinds else ()


def _known_medium(ground: Ground, first: int, last: int) -> tuple[str, ...]:
    """The known medium whose name is all that stands behind the head: 'وكالة [الأسوشييتد برس]'."""
    name = ground.names.get(first)
    return name.known if name and name.last == last and name.kind is Kind.MEDIA else ()


def _qualifies(ground: Ground, at: int) -> bool:
    """Whether an adjective only describes the definite noun before it: 'السياسة الخارجية', 'الاتفاق الموقع'."""
    adjective = ground.relational(at) or ground.words.form(at) in folded_class("also_participle")
    if at == 0 or not ground.words.touches(at) or not adjective:
        return False
    return ground.definite_noun(at - 1) or ground.words.form(at - 1).endswith(_HER)  # 'رئاستها [الدورية]'


def _tells_the_kind(ground: Ground, at: int) -> bool:
    """Whether a field belongs to the noun or the field before it: 'ناقلة [النفط]', 'لجنة الطاقة [والتجارة]'."""
    words, before = ground.words, ground.words.form(at - 1)
    if at == 0 or not words.touches(at) or at - 1 in ground.nationalities:
        return False
    if words.form(at).startswith("و"):
        return ground.definite_noun(at - 1)
    return words.form(at).startswith("ال") and not is_definite(before) and before.endswith(_OF_NOUNS)


def _is_described(ground: Ground, at: int) -> bool:
    """Whether an adjective goes on that is of no country, so that no country is meant: 'الدولة [العميقة]'."""
    adjective = ground.words.form(at).startswith("ال") and ground.words.form(at).endswith(_FEMININE)
    alone = ground.adjoining(at) and at not in ground.nationalities and at not in ground.names
    return adjective and alone and ground.words.form(at) not in folded_class("time_word")


def _is_doing(ground: Ground, behind: int, head: NameHead) -> bool:
    """Whether a definite noun is a masdar with what is done behind it: 'القضاء على الفقر'."""
    return head.id in name_grammar("also_doing") and ground.words.form(behind) == _ON


def _rule(ground: Ground, head: NameHead, reach: Reach, at: int, last: int) -> EntityRule:
    """`head`: a name; `short`: words that only take one up, as 'المركز', 'الموقع الإيطالي'."""
    articled = is_definite(ground.words.form(at))
    if reach.last == last:
        alone = head.id in name_grammar("stands_alone") or last - at > 1
        return EntityRule.HEAD if alone else EntityRule.SHORT
    general = not reach.named or head.id in name_grammar("needs_proper_name")
    taken_up = articled and head.kind is HeadKind.MEDIA and not reach.proper and general
    return EntityRule.SHORT if taken_up else EntityRule.HEAD


def _names_something(head: NameHead, number: Number, definite: bool, reach: Reach, last: int) -> bool:
    """Whether what was followed is a name, and no common noun with an adjective."""
    if reach.place and _mere_place(head, reach.place):
        return False
    if head.kind is HeadKind.PLACE:
        return reach.proper and number is Number.SINGULAR
    if reach.last == last:
        return definite and head.alone and number is Number.SINGULAR and head.id not in name_grammar("never_alone")
    if not (definite or reach.named or reach.proper):
        return False  # 'محكمة فرنسية': one of many
    if number is not Number.SINGULAR and not _many_named(head, number, reach):
        return False
    described = definite and head.id in name_grammar("government_described")
    return head.kind is not HeadKind.COUNTRY or reach.country is not None or described


def _mere_place(head: NameHead, place: Candidate) -> bool:
    """Whether the place after the head makes no name of it: 'محطة لندن', 'مقاطعة إسرائيل', 'شمال موريتانيا'."""
    if head.id in name_grammar("side_of"):
        return place.kind is Kind.COUNTRY or any(known_by_id()[name].water for name in place.known)
    country = place.kind is Kind.COUNTRY or head.kind is not HeadKind.PLACE
    return country and head.id in name_grammar("place_makes_no_name")


def _many_named(head: NameHead, number: Number, reach: Reach) -> bool:
    """Whether a plural or dual names something: 'شركتي "الف" و"باء"', 'الفصائل الفلسطينية', but not 'جامعات مصر'."""
    if head.id in name_grammar("plural_names"):
        return reach.proper or reach.country is not None
    return reach.quoted is not None or (number is Number.DUAL and reach.proper)


def _too_general(head: NameHead, definite: bool, reach: Reach) -> bool:
    """Whether so general a noun as 'حركة' or 'قائمة' has nothing beside it that makes a name of it."""
    own_name = reach.quoted is not None or (reach.proper and reach.place is None)
    by_noun = reach.named and not (definite or reach.common or reach.proper)
    if head.id in name_grammar("needs_quotation"):
        return reach.quoted is None
    if head.id in name_grammar("country_makes_no_name"):
        return not (own_name or by_noun)
    if head.id in name_grammar("needs_proper_name"):
        return not (reach.proper or reach.country is not None)
    if head.id in name_grammar("needs_name"):
        return not (reach.proper or reach.country is not None or by_noun)
    return False


def _key(ground: Ground, at: int, reach: Reach, cut: int) -> str:
    if reach.quoted:
        return " ".join(ground.words.keys[slice(*reach.quoted)])
    first, *rest = ground.words.keys[at : reach.last]
    first = first[cut:]
    if first.startswith("لل"):
        first = "ال" + first[2:]
    return " ".join([first.removeprefix("ال"), *rest])
