"""Which mentions of one report name the same thing."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache

from khabar.extraction.names.candidates import Candidate
from khabar.extraction.names.classes import folded_class
from khabar.extraction.names.gazetteer import known_by_id, known_by_spelling
from khabar.extraction.names.lasts import (
    bare_name,
    is_of_one_word,
    last_written,
    shorts_of,
    telling_shorts,
    words_of_name,
)
from khabar.extraction.names.registry import Registry, Thing
from khabar.extraction.names.titles import TitlePhrase
from khabar.extraction.names.trie import name_starts
from khabar.extraction.names.words import Words, cut_offset, is_definite, is_function_word, is_preposition
from khabar.extraction.references import Reference
from khabar.knowledge.actors import news_agencies
from khabar.knowledge.name_grammar import name_grammar
from khabar.knowledge.name_words import organisation_heads
from khabar.language.normalise import fold, key
from khabar.language.spelling import foreign_key, name_words
from khabar.values.entity import Kind, Role
from khabar.values.span import Span
from khabar.values.why import EntityRule, SameRule

_VISITORS = 7  # words of those who go somewhere, between the verb and the place
_LEAST_OF_SPORT = 4  # words
_SHARE_OF_SPORT = 40
MINISTRY = "head.ministry"
_AGENCY = key("وكالة")


@dataclass(slots=True)
class Ledger:
    """The references found so far and the things that they refer to."""

    words: Words
    registry: Registry = field(default_factory=Registry)
    references: list[Reference] = field(default_factory=list)
    day: date | None = None  # of publication; None: not known
    explains: bool = False  # whether the entities shall say why
    sport: bool = False  # a report of matches, in which a town is its club

    def refer(self, first: int, last: int, start: int, things: Sequence[Thing], how: str) -> None:
        """Note that these words refer to those things; `start` is the offset after attached particles."""
        particle = attached(self.words, first, start)
        self.references.append(Reference(first, last, tuple(t.id for t in things), how, particle))


def is_of_sport(words: Words) -> bool:
    """Whether a report tells of matches: one word in forty at least is of them, and not only teams and aims."""
    of_sport, other = folded_class("sport_word"), folded_class("sport_or_other")
    told = [form for form in words.forms if form in of_sport]
    return (
        not other.issuperset(told) and len(told) >= _LEAST_OF_SPORT and len(told) * _SHARE_OF_SPORT >= len(words.tokens)
    )


def mention(ledger: Ledger, candidate: Candidate, thing: Thing) -> None:
    """Note that the candidate's words name the thing; a head noun alone is only a reference, of a medium always."""
    span = Span(candidate.start, ledger.words.tokens[candidate.last - 1].end)
    written = span.of(ledger.words.analysed.text)
    thing.written = thing.written or written
    described = candidate.kind is Kind.MEDIA or thing.rule.startswith("short:")
    if not (candidate.rule.startswith("short:") and described):
        thing.name_again(span, written, _why_same(thing, candidate, written))


def _why_same(thing: Thing, candidate: Candidate, written: str) -> SameRule:
    """What ties a candidate's words to those that named the thing before."""
    if any(words == written for _, words in thing.mentions):
        return SameRule.WORDS
    if candidate.known:
        return SameRule.ENTRY
    if candidate.kind is Kind.PERSON:
        return SameRule.PART_OF_NAME
    if candidate.kind is Kind.GROUP:
        return SameRule.GROUP
    return SameRule.HEAD_NOUN if candidate.rule.startswith("short:") or _may_take_up(candidate) else SameRule.OPENING


def with_fuller_names(words: Words, kept: Sequence[Candidate]) -> list[Candidate]:
    """The candidates, a body that the opening words of a known body's name name being that one: 'منظمة العفو'."""
    opened: dict[tuple[str, ...], set[Candidate]] = {}
    for known in kept:
        if known.known and known.kind in (Kind.ORGANISATION, Kind.MEDIA):
            parts = _written_keys(words, known)
            for length in range(2, len(parts)):
                opened.setdefault(parts[:length], set()).add(known)
    return [_as_fuller(candidate, opened.get(_written_keys(words, candidate), set())) for candidate in kept]


def _as_fuller(candidate: Candidate, fuller: set[Candidate]) -> Candidate:
    ids = sorted({c.known for c in fuller})
    if candidate.known or candidate.kind not in (Kind.ORGANISATION, Kind.MEDIA) or len(ids) != 1:
        return candidate
    known = next(iter(fuller))
    return replace(candidate, kind=known.kind, key=known.key, known=ids[0], country=known.country)


def _written_keys(words: Words, candidate: Candidate) -> tuple[str, ...]:
    first, *rest = words.keys[candidate.first : candidate.last]
    return (first[candidate.start - words.tokens[candidate.first].start :], *rest)


def thing_named(ledger: Ledger, candidate: Candidate) -> Thing:
    """The thing that a candidate names, found among those named before or made new."""
    registry = ledger.registry
    if candidate.known:
        return _known_thing(ledger, candidate)
    if candidate.kind is Kind.PERSON:
        spelled = known_by_spelling(candidate.key)
        return registry.named(Kind.PERSON, f"#{spelled.id}", candidate) if spelled else _person(registry, candidate)
    if candidate.kind is Kind.GROUP:
        return _group(ledger, candidate)
    return _body(ledger, candidate)


def _known_thing(ledger: Ledger, candidate: Candidate) -> Thing:
    known = known_by_id()[_meant(ledger, candidate)]
    elsewhere = not (candidate.head or _is_where(ledger, candidate))
    if known.kind is Kind.PLACE and known.speaks_for and elsewhere and not ledger.sport:
        known = known_by_id()[known.speaks_for]
    if known.kind is Kind.PLACE and known.town and ledger.sport and elsewhere:
        return ledger.registry.named(Kind.ORGANISATION, f"club {known.id}", replace(candidate, rule=EntityRule.CLUB))
    thing = ledger.registry.named(known.kind, f"#{known.id}", candidate)
    if known.kind is not candidate.kind:
        thing.rule = thing.rule or candidate.rule
    return thing


def _meant(ledger: Ledger, candidate: Candidate) -> str:
    """Of several things of one name, the one that the report named before by another name, or the likeliest."""
    for known_id in candidate.known:
        if ledger.registry.get(known_by_id()[known_id].kind, f"#{known_id}"):
            return known_id
    return candidate.known[0]


def _is_where(ledger: Ledger, candidate: Candidate) -> bool:
    """Whether a capital's name stands for the city: after a preposition of place, or at a dateline."""
    words, at = ledger.words, candidate.first
    if attached(words, at, candidate.start).endswith("ب"):
        return True
    before = words.form(at - 1) if at and words.touches(at) else ""
    if before == "من" and words.form(at - 2) in folded_class("asked_of"):
        return False
    if {before, before.removeprefix("و")} & folded_class("place_before") or _is_visited(words, at, candidate.start):
        return True
    sentence = words.analysed.sentence_at(at)
    return at == sentence[0] and words.form(candidate.last) in {"(", "-", "–", "—", "/", "،"}


def _is_visited(words: Words, at: int, start: int) -> bool:
    """Whether somebody goes to a place that is told with no preposition: 'زار وفد سعودي [صنعاء]', 'زيارة [باريس]'."""
    if start > words.tokens[at].start:
        return False
    first = max(words.analysed.sentence_at(at)[0], at - _VISITORS)
    for before in range(at - 1, first - 1, -1):
        form = words.form(before)
        if not words.is_word(before) or not words.touches(before + 1):
            return False
        if form in folded_class("goes_to"):
            return before == at - 1 or not form.endswith("ة")
        if form in folded_class("opens_what_is_said") or is_preposition(form):
            return False
    return False


def _person(registry: Registry, candidate: Candidate) -> Thing:
    parts = candidate.key.split()
    same = registry.get(Kind.PERSON, candidate.key)
    if same:
        return same
    for thing in reversed(registry.recent):
        if thing.kind is Kind.PERSON and (_is_told_so(thing, parts) or parts == last_written(thing)):
            registry.also(thing, candidate.key)
            if thing.known is None and len(parts) > len(thing.key.split()):
                thing.key = candidate.key  # the fuller name tells the shorts: 'القاضية شمعون', then 'ريتا شمعون'
            return thing
    return registry.named(Kind.PERSON, candidate.key, candidate)


def _is_told_so(thing: Thing, parts: list[str]) -> bool:
    """Whether a person may be told by these words; somebody known also behind a form of address.

    'العقيد المالكي' by his last name, by his first only whose father's goes on with it: 'الشيخ تميم'.
    """
    own = _parts_of(thing)
    if _same_person(own, parts):
        return True
    bare = _without_address(parts) if thing.known and len(parts) > 1 else parts
    if bare == parts or not _same_person(own, bare):
        return False
    return len(bare) > 1 or bare[0] == own[-1] or not _sons().isdisjoint(own)


@cache
def _sons() -> frozenset[str]:
    return frozenset(map(key, name_grammar("son_of")))


def _without_address(parts: list[str]) -> list[str]:
    """The words without the form of address that opens them."""
    bare = list(name_words(" ".join(parts)))
    return bare if parts[-len(bare) :] == bare else parts


def _parts_of(thing: Thing) -> list[str]:
    """The words of a person's name, as this report or our knowledge gives it."""
    return list(words_of_name(known_by_id()[thing.known].name)) if thing.known else thing.key.split()


def _same_person(one: list[str], other: list[str]) -> bool:
    """Whether two written names can be of one person: one opens or ends the other, or their ends are alike."""
    short, long = sorted((one, other), key=len)
    if short == long[: len(short)] or (len(short) > 1 and short == long[-len(short) :]):
        return True
    if len(short) == 1:
        return short[0] == long[-1]
    if short[0] != long[0]:
        return False
    return (
        short[-1] == long[-1] and set(short) <= set(long) or foreign_key(" ".join(one)) == foreign_key(" ".join(other))
    )


def _group(ledger: Ledger, candidate: Candidate) -> Thing:
    registry = ledger.registry
    if is_definite(ledger.words.form(candidate.last - 1)) and is_definite(ledger.words.form(candidate.first)):
        before = registry.latest(Kind.GROUP, candidate.head, candidate.country)
        if before and candidate.rule != "subject":
            return before
    same = registry.get(Kind.GROUP, candidate.key)
    return same or _body_opened(ledger, candidate) or registry.named(Kind.GROUP, candidate.key, candidate)


def _body_opened(ledger: Ledger, speaker: Candidate) -> Thing | None:
    """The body named last by a name that a speaker's noun opens: 'قال [التجمع] إن' after 'تجمع المهنيين'."""
    if speaker.rule != EntityRule.SUBJECT or " " in speaker.key or not speaker.key.startswith("ال"):
        return None
    head = speaker.key.removeprefix("ال")
    bodies = (t for t in reversed(ledger.registry.recent) if t.kind is Kind.ORGANISATION)
    return next((t for t in bodies if head in _heads_of(t)), None)


def _body(ledger: Ledger, candidate: Candidate) -> Thing:
    registry = ledger.registry
    same = registry.get(candidate.kind, candidate.key)
    if same:
        return same
    words = candidate.key.split()
    if candidate.rule.startswith("short:") or (candidate.kind is Kind.COUNTRY and len(words) == 1):
        return _taken_up(ledger, candidate) or registry.named(candidate.kind, candidate.key, candidate)
    if len(words) == 1 and (known := _known_by_head(ledger, candidate)):
        return known
    if _may_take_up(candidate) and (medium := _medium_of_country(ledger, candidate)):
        return medium  # 'الوكالة البريطانية' too, though it may be of the state
    for thing in reversed(registry.recent):
        if thing.kind is candidate.kind and thing.head == candidate.head and _same_body(thing, words, candidate):
            registry.also(thing, candidate.key)
            thing.country = thing.country or candidate.country
            if len(words) > len(thing.key.split()):
                thing.key = candidate.key
            return thing
    return registry.named(candidate.kind, candidate.key, candidate)


def _may_take_up(candidate: Candidate) -> bool:
    """Whether words tell no more of a medium than its country: 'الصحيفة الأمريكية'."""
    of_country = candidate.country and candidate.last - candidate.first == 2
    return bool(of_country) and candidate.head in name_grammar("taken_up_by_country")


def _medium_of_country(ledger: Ledger, candidate: Candidate) -> Thing | None:
    """The medium of that country which was named last; one of the same kind before others."""
    head = candidate.key.split()[0].removeprefix("ال")
    media = [t for t in reversed(ledger.registry.recent) if t.kind is Kind.MEDIA and t.country == candidate.country]
    other = media[0] if media and candidate.kind is Kind.MEDIA else None
    agencies = news_agencies() if head == _AGENCY else frozenset()
    return next((t for t in media if head in _heads_of(t) or t.known in agencies), other)


def _known_by_head(ledger: Ledger, candidate: Candidate) -> Thing | None:
    """The known body that was named last by a name that this noun opens: 'الجيش' after 'الجيش التركي'."""
    head = candidate.key
    for thing in reversed(ledger.registry.recent):
        known = thing.kind is Kind.ORGANISATION is candidate.kind and thing.known
        if known and head in _heads_of(thing):
            return thing if not candidate.country or thing.country in (None, candidate.country) else None
    return None


def _taken_up(ledger: Ledger, candidate: Candidate) -> Thing | None:
    """What a head noun alone takes up: the last thing whose name it heads; for a medium else the last medium."""
    head = candidate.key.split()[0]
    if candidate.kind is Kind.COUNTRY:
        return _headed(ledger, head) or (_kingdom(ledger) if head in _kingdom_nouns() else None)
    bodies = [t for t in reversed(ledger.registry.recent) if t.kind in (Kind.ORGANISATION, Kind.MEDIA) and t.mentions]
    same_country = [t for t in bodies if not candidate.country or t.country in (None, candidate.country)]
    for thing in same_country:
        if head in _heads_of(thing) or (candidate.head == MINISTRY and _is_ministry(thing)):
            return thing
    if candidate.kind is Kind.MEDIA:
        return next((t for t in same_country if t.kind is Kind.MEDIA and t.head != "head.press"), None)
    return None


def _is_ministry(thing: Thing) -> bool:
    """Whether a ministry is told by its field alone: 'الخارجية الروسية'."""
    return thing.kind is Kind.ORGANISATION and not _ministry_fields().isdisjoint(_heads_of(thing))


@cache
def _ministry_fields() -> frozenset[str]:
    fields = (head.lemma for head in organisation_heads() if head.id in name_grammar("field_heads"))
    return frozenset(key(field).removeprefix("ال") for field in fields)


def _heads_of(thing: Thing) -> list[str]:
    """The first word of each of its names as they were written, without the article."""
    return [words_of_name(written)[0].removeprefix("ال") for _, written in thing.mentions]


def _headed(ledger: Ledger, head: str) -> Thing | None:
    """The country whose government was last named by this noun: 'النظام' after 'النظام السوري'."""
    for thing in reversed(ledger.registry.recent):
        if thing.kind is Kind.COUNTRY and thing.known and head in _heads_of(thing):
            return thing
    return None


def _kingdom(ledger: Ledger) -> Thing | None:
    """The kingdom that was named last, which 'المملكة' takes up."""
    kingdoms = [t for t in ledger.registry.recent if t.known in name_grammar("kingdom")]
    return kingdoms[-1] if kingdoms else None


@cache
def _kingdom_nouns() -> frozenset[str]:
    return frozenset(key(word) for word in name_grammar("kingdom_noun"))


def _same_body(thing: Thing, words: list[str], candidate: Candidate) -> bool:
    if candidate.country and thing.country and candidate.country != thing.country:
        return False
    short, long = sorted((thing.key.split(), words), key=len)
    return short == long[: len(short)] and (len(short) > 1 or len(words) == 1)


def short_names(ledger: Ledger, taken: set[int]) -> None:
    """Later mentions of people by one part of their name, of firms without their noun, once the report named them."""
    shorts: dict[str, Thing] = {}
    people = [t for t in ledger.registry.things if t.kind is Kind.PERSON]
    for thing in people:  # 'ترامب' is whom we know by that word alone, before others of the family
        for short in telling_shorts(thing):
            shorts.setdefault(short, thing)
    for thing in sorted(people, key=is_of_one_word):  # whoever is named whole before others
        for short in shorts_of(thing):
            shorts.setdefault(short, thing)
    for thing in ledger.registry.things:
        if bare := bare_name(thing):
            shorts.setdefault(bare, thing)
    words = ledger.words
    ends = tuple(short.removeprefix("ال") for short in shorts)  # what is attached before them may change the article
    for at, token in enumerate(words.tokens):
        if not words.keys[at].endswith(ends) or token.kind != "word" or at in taken or is_function_word(token.form):
            continue
        for cut, rest in name_starts(words.keys[at]):
            named = shorts.get(rest)
            if named:
                start = cut_offset(words.analysed.text, token.start, cut)
                why = SameRule.LAST_NAME if named.kind is Kind.PERSON else SameRule.OPENING
                named.name_again(Span(start, token.end), words.analysed.text[start : token.end], why)
                ledger.refer(at, at + 1, start, [named], "name")
                taken.add(at)
                break


def attached(words: Words, at: int, start: int) -> str:
    """The particles attached before a name that begins at `start`, the ل of للـ among them."""
    before = fold(words.analysed.text[words.tokens[at].start : start])
    return before + "ل" if words.form(at)[len(before) :].startswith("لل") else before


def role_of(ledger: Ledger, phrase: TitlePhrase, of: Thing | None) -> Role:
    """The role that a title phrase tells."""
    end = ledger.words.tokens[phrase.last - 1].end
    return Role(Span(phrase.start, end), of.id if of else None, phrase.former)
