"""Names of bodies, media, governments and places that a head noun opens: 'وزارة الدفاع الفرنسية'."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from khabar.extraction.names.candidates import Candidate
from khabar.extraction.names.classes import folded_class, group_trie, head_trie, portfolio_keys, title_trie
from khabar.extraction.names.finders import Ground
from khabar.extraction.names.trie import Hit, name_starts
from khabar.extraction.names.words import cut_offset, is_definite, is_function_word
from khabar.knowledge.name_grammar import name_grammar
from khabar.knowledge.name_words import HeadKind, NameHead, Number, State
from khabar.language.normalise import fold
from khabar.values.entity import Kind

_KINDS = {
    HeadKind.ORGANISATION: Kind.ORGANISATION,
    HeadKind.MEDIA: Kind.MEDIA,
    HeadKind.COUNTRY: Kind.COUNTRY,
    HeadKind.PLACE: Kind.PLACE,
}
_LONGEST = 9  # words after the head
_LONGEST_IN_MARKS = 5
_LONGEST_SHORT = 2  # words of a general noun with another that may take up a longer name
_SHORTEST_UNKNOWN = 3  # letters
_SHORTEST_FIELD = 5  # letters, لل among them
_MARKS = frozenset({'"', "«", "“", "”", "»", "(", ")"})


@dataclass(slots=True)
class _Reach:
    """How far a name reaches, as it is being followed."""

    last: int
    country: str | None = None
    named: bool = False  # a definite noun, a known name or a country was met
    proper: bool = False  # a name that is no common noun was met
    quoted: tuple[int, int] | None = None  # the words in quotation marks that are the name proper
    common: bool = False  # the definite noun met is an ordinary word
    place: Candidate | None = None  # the country or place that was met as the name


def bodies_in(ground: Ground, is_word: Callable[[str], bool]) -> Iterator[Candidate]:
    """Every stretch that a head noun opens and that names something definite."""
    words = ground.words
    found: list[Candidate] = []
    for at, token in enumerate(words.tokens):
        hit = head_trie().at(words.keys, at) if token.kind == "word" else None
        body = _best(ground, at, hit, is_word) if hit else None
        if body:
            found.append(body)
    long = [c for c in (*found, *ground.names.values()) if c.last - c.first > _LONGEST_SHORT]
    fuller = {_opening(ground, c) for c in long}
    for body in found:
        if not body.rule.startswith("maybe:"):
            yield body
        elif body.last - body.first == _LONGEST_SHORT and _opening(ground, body) in fuller:
            yield replace(body, rule=f"head:{body.head}")


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
    reach = _followed(ground, last, head, definite, is_word)
    if reach.last == last and head.kind is HeadKind.MEDIA and not definite and number is Number.SINGULAR:
        _unknown_name(ground, reach, is_word)
    if cut and not definite and head.id in name_grammar("no_name_after_particle"):
        return None
    if reach.last == last and definite and _qualifies(ground, at):
        return None
    general = reach.last > last and head.kind is not HeadKind.PLACE and _too_general(head, definite, reach)
    if not _names_something(head, number, definite, reach, last) or (general and not reach.named):
        return None
    start = cut_offset(ground.words.analysed.text, ground.words.tokens[at].start, cut)
    country = reach.country
    known: tuple[str, ...] = (country,) if head.kind is HeadKind.COUNTRY and country else ()
    if reach.place and reach.place.kind is Kind.PLACE and head.id in name_grammar("same_as_place"):
        known = reach.place.known
    return Candidate(
        at,
        reach.last,
        start,
        _KINDS[head.kind],
        "name",
        key=f"#{known[0]}" if known else _key(ground, at, reach, cut),
        known=known,
        country=country,
        head=head.id,
        rule="maybe:" if general else f"{_rule(ground, head, reach, at, last)}:{head.id}",
        rank=3 if reach.named or reach.country else 2,
    )


def _qualifies(ground: Ground, at: int) -> bool:
    """Whether an adjective of relation only describes the definite noun before it: 'السياسة الخارجية'."""
    return at > 0 and ground.words.touches(at) and ground.relational(at) and ground.definite_noun(at - 1)


def _rule(ground: Ground, head: NameHead, reach: _Reach, at: int, last: int) -> str:
    """`head`: a name; `short`: words that only take one up, as 'المركز', 'الموقع الإيطالي'."""
    articled = is_definite(ground.words.form(at))
    if reach.last == last:
        return "head" if head.id in name_grammar("stands_alone") or last - at > 1 else "short"
    return "short" if articled and head.kind is HeadKind.MEDIA and not reach.proper and not reach.named else "head"


def _names_something(head: NameHead, number: Number, definite: bool, reach: _Reach, last: int) -> bool:
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
    """Whether the place after the head makes no name of it: 'محطة لندن', 'مقاطعة إسرائيل'."""
    country = place.kind is Kind.COUNTRY or head.kind is not HeadKind.PLACE
    return country and head.id in name_grammar("place_makes_no_name")


def _many_named(head: NameHead, number: Number, reach: _Reach) -> bool:
    """Whether a plural or dual names something: 'شركتي "الف" و"باء"', 'الفصائل الفلسطينية', but not 'جامعات مصر'."""
    if head.id in name_grammar("plural_names"):
        return reach.proper or reach.country is not None
    return reach.quoted is not None or (number is Number.DUAL and reach.proper)


def _too_general(head: NameHead, definite: bool, reach: _Reach) -> bool:
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


def _key(ground: Ground, at: int, reach: _Reach, cut: int) -> str:
    if reach.quoted:
        return " ".join(ground.words.keys[slice(*reach.quoted)])
    first, *rest = ground.words.keys[at : reach.last]
    first = first[cut:]
    if first.startswith("لل"):
        first = "ال" + first[2:]
    return " ".join([first.removeprefix("ال"), *rest])


def _followed(ground: Ground, at: int, head: NameHead, definite: bool, is_word: Callable[[str], bool]) -> _Reach:
    reach = _Reach(at)
    while reach.last - at < _LONGEST and _step(ground, at, head, definite, reach):
        pass
    if head.id in name_grammar("noun_makes_name"):
        return reach
    if head.id in name_grammar("may_be_doing") or reach.last == at + 1:
        reach.common = _is_doubtful(ground, at - 1, head) and is_word(ground.words.form(at))
    return reach


def _is_doubtful(ground: Ground, at: int, head: NameHead) -> bool:
    """Whether the head is written in a form that is often an ordinary noun: 'حركة', 'قسم'."""
    ambiguous = {fold(form) for form in head.ambiguous}
    return any(word in ambiguous for _, word in name_starts(ground.words.form(at)))


def _unknown_name(ground: Ground, reach: _Reach, is_word: Callable[[str], bool]) -> None:
    """'موقع أكسيوس', 'وكالة بلومبرج للأنباء': a word that no list has, right after the head of a medium's name."""
    at = reach.last
    form = ground.words.form(at)
    if not ground.adjoining(at) or len(form) < _SHORTEST_UNKNOWN or is_definite(form) or form.startswith("لل"):
        return
    if is_function_word(form) or is_word(form) or at in ground.nationalities or form in folded_class("time_word"):
        return
    if any(trie.at(ground.words.keys, at) for trie in (head_trie(), title_trie(), group_trie())) or form.endswith("ية"):
        return
    reach.last, reach.named, reach.proper = at + 1, True, True
    if ground.adjoining(at + 1) and ground.words.form(at + 1).startswith("لل"):
        reach.last = at + 2


def _step(ground: Ground, begin: int, head: NameHead, definite: bool, reach: _Reach) -> bool:
    """Take one more word or name into the reach; False where it ends."""
    at = reach.last
    if not definite and head.id not in name_grammar("not_quoted") and _in_marks(ground, at, reach):
        return False
    if not ground.adjoining(at):
        return False
    form = ground.words.form(at)
    if at == begin and not definite and _portfolio(ground, head, at):
        reach.last, reach.named = at + 1, True
        return True
    national = ground.nationalities.get(at)
    if national and national.start == ground.words.tokens[at].start and not form.startswith("لل"):
        feminine = ground.words.form(at - 1).endswith("ة") or head.id in name_grammar("field_heads")
        return _nationality(national, form, definite and at == begin, feminine, reach)
    name = ground.plain_name(at)
    if name and not definite and not reach.named and _takes(head, name):
        return _name(head, name, reach)
    if form in folded_class("of_body") and _larger(ground, at + 1):
        larger = _larger(ground, at + 1)
        assert larger is not None
        reach.country, reach.last, reach.named = reach.country or larger.country, larger.last, True
        return False
    return _plain_word(ground, begin, head, definite, reach)


def _portfolio(ground: Ground, head: NameHead, at: int) -> bool:
    """Whether after 'وزارة' a field stands, though the same word may be an adjective of nationality: 'المالية'."""
    takes = "portfolio" in head.takes
    return takes and is_definite(ground.words.form(at)) and ground.words.keys[at] in portfolio_keys()


def _nationality(national: Candidate, form: str, directly: bool, feminine: bool, reach: _Reach) -> bool:
    """Take an adjective of nationality that agrees with the head right before it: not 'الكتلة الفرنسي'."""
    articled = form.startswith("ال")
    if directly and not articled or directly and feminine and form.endswith("ي"):
        return False
    reach.country, reach.last = reach.country or national.country, national.last
    reach.named = reach.named or articled
    return True


def _name(head: NameHead, name: Candidate, reach: _Reach) -> bool:
    """Take a known name; what is said of a town after its name is no part of it."""
    reach.country = reach.country or name.country
    reach.last, reach.named, reach.proper = name.last, True, True
    reach.place = name if name.kind in (Kind.PLACE, Kind.COUNTRY) else None
    return head.id not in name_grammar("same_as_place")


def _plain_word(ground: Ground, begin: int, head: NameHead, definite: bool, reach: _Reach) -> bool:
    at = reach.last
    form = ground.words.form(at)
    if definite or reach.named:
        if ground.relational(at) or (at > begin and _field(ground, at, head)):
            reach.last, reach.named = at + 1, True
            return True
        return _joined_portfolio(ground, head, reach)
    if ground.definite_noun(at):
        reach.last, reach.named = at + 1, True
        return True
    if form.startswith("لل") and len(form) > 4:  # مصرف ... للتنمية
        reach.last, reach.named = at + 1, True
        return True
    if at == begin and ground.words.keys[at] in portfolio_keys() and _leads_on(ground, at + 1):
        reach.last = at + 1  # وزارة خارجية روسيا
        return True
    return False


def _field(ground: Ground, at: int, head: NameHead) -> bool:
    """Whether لل opens the field that a body is for: 'الاتحاد التونسي [للصناعة]'."""
    form = ground.words.form(at)
    if not form.startswith("لل") or len(form) < _SHORTEST_FIELD or head.id not in name_grammar("takes_lil"):
        return False
    keys = ground.words.keys
    return at not in ground.names and not any(trie.at(keys, at) for trie in (group_trie(), title_trie(), head_trie()))


def _joined_portfolio(ground: Ground, head: NameHead, reach: _Reach) -> bool:
    """'وزارة التربية والتعليم': a second field of the same ministry."""
    form = ground.words.form(reach.last)
    if "portfolio" in head.takes and form.startswith("وال") and ground.words.keys[reach.last][1:] in portfolio_keys():
        reach.last += 1
        return True
    return False


def _leads_on(ground: Ground, at: int) -> bool:
    return ground.adjoining(at) and (ground.plain_name(at) is not None or at in ground.nationalities)


def _takes(head: NameHead, name: Candidate) -> bool:
    if head.kind is HeadKind.PLACE and name.kind not in (Kind.COUNTRY, Kind.PLACE):
        return head.id in name_grammar("named_after_people")
    if name.kind is Kind.COUNTRY:
        return bool({"country", "adjective", "name"} & set(head.takes))
    if name.kind is Kind.PLACE:
        return bool({"place", "name", "country"} & set(head.takes))
    return "name" in head.takes


def _larger(ground: Ground, at: int) -> Candidate | None:
    found = ground.names.get(at)
    return found if found and ground.adjoining(at) else None


def _in_marks(ground: Ground, at: int, reach: _Reach) -> bool:
    """'صحيفة "لوموند"': a short name in quotation marks right after the head; it ends the name."""
    words = ground.words
    if reach.named or not (0 < at < len(words.tokens)) or words.form(at) not in _MARKS or words.form(at) in {")", "»"}:
        return False
    for end in range(at + 2, min(at + 2 + _LONGEST_IN_MARKS, len(words.tokens))):
        if words.form(end) in _MARKS:
            reach.quoted, reach.last, reach.named, reach.proper = (at + 1, end), end + 1, True, True
            return True
        if words.tokens[end].kind == "mark":
            return False
    return False
