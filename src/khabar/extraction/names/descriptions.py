"""Descriptions without a name: 'الرئيس الروسي', 'الزعيمان', 'البلدان', 'بلاده'."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from itertools import compress, count
from typing import NamedTuple

from khabar.extraction.names.classes import cut_before, folded_class
from khabar.extraction.names.coreference import Ledger
from khabar.extraction.names.offices import has_held, has_now
from khabar.extraction.names.registry import Thing
from khabar.extraction.names.titles import TitlePhrase
from khabar.extraction.names.words import Words, cut_offset, folded_function_words, is_definite
from khabar.extraction.references import Reference
from khabar.knowledge.actors import person_by_id
from khabar.knowledge.name_grammar import name_grammar
from khabar.knowledge.name_words import Title, TitleKind, titles
from khabar.language.normalise import fold
from khabar.language.remembered import remembered
from khabar.values.entity import Kind
from khabar.values.span import Span
from khabar.values.why import EntityRule, SameRule

_FOR = fold("باسم")
_OTHER = "other_party"  # words for the other of two
_TELLING = frozenset({"name", "description"})
_OF_LANDS = frozenset({Kind.PERSON, Kind.GROUP})
_LEADING = frozenset({"leader", "president", "prime-minister", "king"})
_VERB = 2  # tokens of a verb and its particle
_OFTEN = 3  # times that each of the two is told of that a report is about


def person_described(ledger: Ledger, phrase: TitlePhrase, of: Thing | None) -> Thing | None:
    """Who a title without a name stands for: somebody named here, or an unnamed holder; None: nobody definite."""
    written = ledger.words.analysed.evened[phrase.start : ledger.words.tokens[phrase.first].end]
    word = fold(written).removeprefix("ال")
    if phrase.honorific or phrase.plural or word in {fold(form) for form in phrase.title.ambiguous}:
        return None
    bearer = _bearer(ledger, phrase)
    if bearer:
        return bearer
    if not phrase.definite and phrase.country is None and phrase.body is None:
        return None
    span = Span(phrase.start, ledger.words.tokens[phrase.last - 1].end)
    if is_definite(ledger.words.form(phrase.first)) or phrase.owned:
        before = ledger.registry.latest(Kind.GROUP, phrase.title.id, phrase.country)
        if before and phrase.title.kind is not TitleKind.KIN and not _for_other_bodies(ledger, before, phrase):
            before.name_again(span, span.of(ledger.words.analysed.text), SameRule.TITLE)
            return before
    key = " ".join([phrase.title.id, phrase.country or "", *ledger.words.keys[phrase.first + 1 : phrase.last]])
    thing = ledger.registry.named(Kind.GROUP, f"title {key}")
    thing.rule, thing.country, thing.head = EntityRule.TITLE, phrase.country, phrase.title.id
    thing.of = of.id if of else None
    thing.name_again(span, span.of(ledger.words.analysed.text), SameRule.TITLE)
    return thing


def _bearer(ledger: Ledger, phrase: TitlePhrase) -> Thing | None:
    """The person of this report who bears the title: called so here, or known to have held such an office."""
    people = [t for t in ledger.registry.recent if t.kind is Kind.PERSON and _may_have_been(ledger, t, phrase)]
    whose = _spoken_for(ledger.words.forms[phrase.first : phrase.last])
    people = [p for p in people if not _speaks_for_another(ledger, p, whose)] if whose else people
    same_office = _offices_by_word(phrase)
    titled = [p for p in people if any(title in same_office for title, _ in p.titles)]
    called = [p for p in people if _is_called(p, phrase) and _agrees(ledger, p, phrase)]
    if called:
        return next((p for p in called if not _past(p, phrase)), None) or _last_named(ledger, phrase.first, titled)
    if phrase.country is None:
        same = [p for p in titled if _agrees(ledger, p, phrase)]
        if phrase.definite and same:
            return _last_named(ledger, phrase.first, same)
    may_hold = people if phrase.definite or phrase.country else []
    held = [p for p in may_hold if has_held(ledger.words, p, phrase, ledger.day) and _agrees(ledger, p, phrase)]
    if len(held) > 1 and ledger.day and not phrase.former:
        held = [p for p in held if has_now(ledger.words, p, phrase, ledger.day)]
    if len(held) > 1 and len(same_office) > 1 and phrase.country is None:
        return _named_before(held, phrase.start)
    return held[0] if len(held) == 1 else None


def _is_called(person: Thing, phrase: TitlePhrase) -> bool:
    """Whether a person bore the title in that country, or where it was not told and nothing shows him to be of another.

    So it is where a body was told more fully or more shortly before: 'المتحدث باسم [قوات] التحالف العربي'.
    """
    title = phrase.title.id
    untold = (
        phrase.body is not None
        and not phrase.owned
        and person.country in (None, phrase.country)
        and (title, None) in person.titles
    )
    return untold or (title, phrase.country) in person.titles


def _named_before(people: Iterable[Thing], start: int) -> Thing | None:
    """Of several who hold an office he whom the report named last: 'قال [الوزير] لنظيره الأوكراني فلان'."""
    before = [(span.start, i, p) for i, p in enumerate(people) for span, _ in p.mentions if span.start < start]
    return max(before)[2] if before else None


def _offices_by_word(phrase: TitlePhrase) -> frozenset[str]:
    """Ids of the titles that a phrase may tell: 'الوزير' is the foreign minister too."""
    alone = phrase.last == phrase.first + 1 and phrase.title.id in name_grammar("short_of_office")
    return _opened_by(phrase.title) if alone else frozenset({phrase.title.id})


@cache
def _opened_by(title: Title) -> frozenset[str]:
    return frozenset(other.id for other in titles() if other.lemma.split()[0] == title.lemma)


def _speaks_for_another(ledger: Ledger, person: Thing, whose: frozenset[str]) -> bool:
    """Whether somebody speaks for another body: 'متحدث باسم الجيش' is not 'الناطق باسم الوزارة'."""
    texts = (role.span.of(ledger.words.analysed.evened) for role in person.roles)
    others = [found for found in (_spoken_for(fold(text).split()) for text in texts) if found]
    return bool(others) and all(whose.isdisjoint(other) for other in others)


def _for_other_bodies(ledger: Ledger, before: Thing, phrase: TitlePhrase) -> bool:
    """Whether two spokesmen without a name speak for two bodies."""
    whose = _spoken_for(ledger.words.forms[phrase.first : phrase.last])
    other = (
        _spoken_for(fold(before.mentions[0][0].of(ledger.words.analysed.evened)).split())
        if before.mentions
        else frozenset()
    )
    return bool(whose and other) and whose.isdisjoint(other)


def _spoken_for(office: Sequence[str]) -> frozenset[str]:
    """The words behind باسم in an office."""
    return frozenset(office[office.index(_FOR) + 1 :]) if _FOR in office else frozenset()


def _may_have_been(ledger: Ledger, person: Thing, phrase: TitlePhrase) -> bool:
    """Whether somebody called a former holder was called so before, or is known to hold the office no longer."""
    if not phrase.former or any(role.former for role in person.roles):
        return True
    if ledger.day is None:
        return False
    return has_held(ledger.words, person, phrase, ledger.day) and not has_now(ledger.words, person, phrase, ledger.day)


def _past(person: Thing, phrase: TitlePhrase) -> bool:
    """Whether the report calls somebody a former holder only, and the phrase tells of one who is in office."""
    return not (phrase.former or phrase.owned) and bool(person.roles) and all(role.former for role in person.roles)


def _agrees(ledger: Ledger, person: Thing, phrase: TitlePhrase) -> bool:
    """Whether the title is in the gender of the titles that the person bears, or of whom we know to bear the name."""
    known = person_by_id(person.known or "")
    text = ledger.words.analysed.evened
    borne = {_is_feminine(role.span.of(text).split()[0]) for role in person.roles}
    if known and not borne:
        borne = {known.female}
    return len(borne) != 1 or _is_feminine(ledger.words.form(phrase.first)) in borne


def _is_feminine(word: str) -> bool:
    return word.endswith("ة")


def _last_named(ledger: Ledger, at: int, people: list[Thing]) -> Thing:
    """Of several bearers of a title the one that was referred to last before this word, else the last of the report."""
    by_id = {person.id: person for person in people}
    before = [r for r in ledger.references if r.first < at and r.entities[0] in by_id]
    return by_id[max(before, key=lambda r: r.first).entities[0]] if before else people[-1]


def pairs_in(ledger: Ledger, taken: set[int]) -> None:
    """'البلدان' stands for the last two countries referred to before it, 'الزعيمان' for the last two people.

    A country in which something only lies is sooner none of the two: 'النزاع في أوكرانيا'. Nor is one that is named
    in passing where the report is about two others.
    """
    chief = _chief_two(ledger)
    for at in compress(count(), map(_may_describe, ledger.words.forms)):
        token = ledger.words.tokens[at]
        if token.kind != "word" or at in taken:
            continue
        for word_class, kind in (("pair", Kind.COUNTRY), ("pair_of_people", Kind.PERSON)):
            if _bare(token.form) in folded_class(word_class) and not _are_many(ledger.words, at):
                two = _last_leaders(ledger, at) if _bare(token.form) in folded_class("pair_of_leaders") else []
                two = two or _last_two(ledger, at, kind, wherein=False) or _last_two(ledger, at, kind)
                two = chief.instead_of(two) if kind is Kind.COUNTRY else two
                if len(two) == 2:
                    ledger.refer(at, at + 1, token.start, two, "description")
                    taken.add(at)
        cut = cut_before(_OTHER, token.form)
        other = _other_of_two(ledger, at) if cut is not None else None
        if other and cut is not None:
            ledger.refer(at, at + 1, cut_offset(ledger.words.analysed.text, token.start, cut), [other], "description")
            taken.add(at)
        if _bare(token.form) in folded_class("own_country"):
            home = _home(ledger, at)
            if home:
                ledger.refer(at, at + 1, token.start, [home], "pronoun")
                taken.add(at)


class _Chief(NamedTuple):
    """The two countries that a report is about, and how often each country is told of."""

    two: tuple[Thing, ...]  # empty: it is about one, or about more than two
    told: Mapping[str, int]  # by id

    def instead_of(self, last: list[Thing]) -> list[Thing]:
        """The chief two where one of the last two is told of not half as often as either; else the last two."""
        if not self.two or not last:
            return last
        least = min(self.told[thing.id] for thing in self.two)
        return list(self.two) if min(self.told[thing.id] for thing in last) * 2 < least else last


def _chief_two(ledger: Ledger) -> _Chief:
    by_id = {t.id: t for t in ledger.registry.things}
    told: Counter[str] = Counter()
    for reference in ledger.references:
        if reference.how != "pronoun":
            lands = [_land(ledger, by_id[e]) for e in reference.entities]
            told.update({land.id for land in lands if land})
    first, second, third = [*told.most_common(3), *[("", 0)] * 3][:3]
    clear = second[1] >= _OFTEN and third[1] * 2 <= second[1]
    return _Chief((by_id[first[0]], by_id[second[0]]) if clear else (), told)


def _land(ledger: Ledger, thing: Thing) -> Thing | None:
    """The country that somebody or a people stands for; None: it is none and stands for none."""
    if thing.kind in _OF_LANDS and thing.country:
        return ledger.registry.get(Kind.COUNTRY, f"#{thing.country}")
    return thing if thing.kind is Kind.COUNTRY else None


def is_pair(form: str) -> bool:
    """Whether a word stands for two that were named before: 'الزعيمان'."""
    return _bare(form) in folded_class("pair") | folded_class("pair_of_people")


@remembered
def _may_describe(form: str) -> bool:
    """Whether a word is one of those for a pair, the other of two or one's own country."""
    bare = _bare(form)
    return bare in _words_for_known() or cut_before(_OTHER, form) is not None


@cache
def _words_for_known() -> frozenset[str]:
    return folded_class("pair") | folded_class("pair_of_people") | folded_class("own_country")


def _bare(form: str) -> str:
    for prefix in ("و", "ف", "ب"):
        if form.startswith(prefix + "ال"):
            return form[1:]
    return "ال" + form[2:] if form.startswith("لل") else form


def _other_of_two(ledger: Ledger, at: int) -> Thing | None:
    """Whom 'his guest' stands for: of the people named so far but the last one, whose guest it is, the oftenest.

    Where nobody stands right before it, the guest is who was named last: he received José, and gave his guest a car.
    """
    people = {t.id: t for t in ledger.registry.recent if t.kind is Kind.PERSON}
    told_of = [r for r in ledger.references if r.how in _TELLING and r.entities[0] in people]
    if any(r.first == at + 1 for r in told_of):
        return None  # his guest José
    before = sorted((r for r in told_of if r.first < at), key=lambda r: r.first)
    if len({r.entities[0] for r in before}) > 1 and not _gives(ledger.words, before[-1], at):
        return people[before[-1].entities[0]]
    told = Counter(r.entities[0] for r in before if r.entities[0] != before[-1].entities[0])
    last = {r.entities[0]: r.first for r in before}
    return people[max(told, key=lambda person: (told[person], last[person]))] if told else None


def _are_many(words: Words, at: int) -> bool:
    """Whether the nominative of a dual is sooner the plural written alike: 'من البلدان', 'هذه البلدان'."""
    if _bare(words.form(at)) not in folded_class("pair_or_plural"):
        return False
    attached = words.form(at) != _bare(words.form(at)) and not words.form(at).startswith(("و", "ف"))
    return attached or words.form(at - 1) in folded_class("before_plural") | folded_function_words("preposition")


def _gives(words: Words, giver: Reference, at: int) -> bool:
    """Whether who was named last has the guest: 'إن خوسيه أهدى [ضيفه]'; not 'استقبل خوسيه وأهدى [ضيفه]'."""
    between = range(giver.last, at)
    return len(between) <= _VERB and all(words.is_word(i) and not words.form(i).startswith("و") for i in between)


def _last_two(ledger: Ledger, at: int, kind: Kind, *, wherein: bool = True) -> list[Thing]:
    """The last two of a kind; without `wherein` those that are only told as where something is are left out."""
    by_id = {t.id: t for t in ledger.registry.things}
    found: list[Thing] = []
    for reference in sorted(ledger.references, key=lambda r: -r.first):
        if reference.first >= at or (not wherein and _is_where(ledger.words, reference)):
            continue
        for entity in reference.entities:
            thing = by_id[entity]
            if kind is Kind.COUNTRY and thing.kind in _OF_LANDS:
                thing = ledger.registry.get(Kind.COUNTRY, f"#{thing.country}") or thing  # Putin and Kim
            if thing.kind is kind and thing not in found:
                found.append(thing)
        if len(found) >= 2:
            break
    return found[:2][::-1] if wherein or len(found) > 1 else []


def _last_leaders(ledger: Ledger, at: int) -> list[Thing]:
    """The last two who lead a state, as the report or what we know of them tells; none where it tells of one only."""
    people = {t.id: t for t in ledger.registry.things if t.kind is Kind.PERSON and leads(t, ledger.day)}
    before = sorted((r for r in ledger.references if r.first < at), key=lambda r: -r.first)
    found = list(dict.fromkeys(e for r in before for e in r.entities if e in people))[:2]
    return [people[e] for e in reversed(found)] if len(found) > 1 else []


def leads(person: Thing, day: date | None) -> bool:
    """Whether somebody leads a state, as the report calls him or as we know of that day."""
    known = person_by_id(person.known or "")
    offices = known.offices if known else ()
    called = any(title in name_grammar("leading_title") for title, _ in person.titles)
    return called or any(o.post in _LEADING and (day is None or o.covers(day)) for o in offices)


def _is_where(words: Words, reference: Reference) -> bool:
    """Whether a name stands behind the preposition of place."""
    return reference.how == "name" and reference.first > 0 and words.form(reference.first - 1) in folded_class("where")


def _home(ledger: Ledger, at: int) -> Thing | None:
    by_id = {t.id: t for t in ledger.registry.things}
    for reference in sorted(ledger.references, key=lambda r: -r.first):
        if reference.first < at:
            thing = by_id[reference.entities[0]]
            if thing.kind in (Kind.PERSON, Kind.GROUP) and thing.country:
                return ledger.registry.country(thing.country)
    return None
