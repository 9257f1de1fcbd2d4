"""The entities of one report and every reference to them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from operator import attrgetter

from khabar.extraction.names.abbreviations import abbreviations_in
from khabar.extraction.names.adjectives import nationalities_in
from khabar.extraction.names.appositions import Beside, beside
from khabar.extraction.names.belonging import tell_belongings
from khabar.extraction.names.bodies import bodies_in, firm_names
from khabar.extraction.names.candidates import Candidate, without_overlaps
from khabar.extraction.names.classes import portfolio_keys, title_trie
from khabar.extraction.names.compounds import compounds_in
from khabar.extraction.names.coreference import (
    Ledger,
    is_of_sport,
    mention,
    role_of,
    short_names,
    thing_named,
    with_fuller_names,
)
from khabar.extraction.names.covering import Covering
from khabar.extraction.names.descriptions import is_pair, pairs_in, person_described
from khabar.extraction.names.doubts import believed, told_by_office
from khabar.extraction.names.entourage import entourage_in
from khabar.extraction.names.epithets import epithets_in, opens_epithet
from khabar.extraction.names.finders import Ground, ground
from khabar.extraction.names.gazetteer import candidate_from, gazetteer_hits, phrases_alike
from khabar.extraction.names.groups import groups_in
from khabar.extraction.names.korean import koreans_in
from khabar.extraction.names.latter import is_latter, latter_in
from khabar.extraction.names.leaders import with_leaders
from khabar.extraction.names.learned import learned_names
from khabar.extraction.names.offices import held_by_another
from khabar.extraction.names.one_word import told_by_one_word
from khabar.extraction.names.ordinary import with_ordinary
from khabar.extraction.names.people import people_in
from khabar.extraction.names.registry import Thing, entity_from
from khabar.extraction.names.speakers import (
    lone_speakers_in,
    media_in,
    opens_speech,
    speakers_in,
    subjects_in,
    surely_saying,
)
from khabar.extraction.names.titles import TitlePhrase, titles_in
from khabar.extraction.names.vessels import vessels_in
from khabar.extraction.names.words import Words, is_definite, is_function_word, takes_feminine, words_of
from khabar.extraction.references import Reference, Referents
from khabar.knowledge.name_grammar import name_grammar
from khabar.knowledge.name_words import TitleKind
from khabar.language.analysis import AnalysedText
from khabar.values.entity import Kind
from khabar.values.why import EntityRule

_IN_BRACKETS = 3  # tokens that may stand in brackets between an office and a name, the closing one among them
_COUNTRIES = "group.countries"  # the head of 'الدولة الشيوعية' too
_FEMININE = ("ة", "ات")  # so end nouns and adjectives that a feminine adjective follows
_OFFICE_AT_OFFICE = 2  # words: 'محامي الرئيس'


@dataclass(frozen=True, slots=True)
class Finds:
    """What lists and rules find in a text, before it is known what else names the same."""

    base: Ground
    named: tuple[Candidate, ...]
    titles: tuple[TitlePhrase, ...]
    unnamed: tuple[Candidate, ...]  # groups and speakers without a name

    @property
    def names(self) -> tuple[Candidate, ...]:
        """The names, none of which shares a word with another."""
        return without_overlaps(self.named)


def references_in(
    analysed: AnalysedText, is_word: Callable[[str], bool], day: date | None = None, *, why: bool = False
) -> Referents:
    """Names, titles, groups and nationalities.

    `is_word` tells ordinary words, which no unknown name is; `day` is the report's, which tells who held an office.
    """
    words = words_of(analysed)
    finds = finds_in(words, is_word)
    doubtful = [c for c in finds.base.names.values() if "?" in c.rule]
    learned = learned_names(words, finds.names, doubtful, finds.titles, finds.base.nationalities, is_word)
    described = finds.base.nationalities  # 'قاعدة جوية سورية' is no town
    named = (*finds.named, *(c for c in learned if c.last - c.first > 1 or c.first not in described))
    firms = firm_names(words, named)
    named = tuple(c for c in named if c.kind is not Kind.PERSON or c.known or c.key.split()[0] not in firms)
    named += tuple(lone_speakers_in(finds.base, (*named, *finds.unnamed), firms))
    named = with_leaders(finds.base, named, day)
    entourage = tuple(entourage_in(words, without_overlaps(named), finds.titles))
    kept = without_overlaps([*named, *finds.unnamed, *entourage])
    in_groups = Covering(entourage)
    titles = [t for t in finds.titles if t.definite or t.country or not in_groups.at(t.first)]
    ledger = Ledger(words, day=day, explains=why, sport=is_of_sport(words))
    return _joined(ledger, finds.base, with_fuller_names(words, kept), titles, _inner(without_overlaps(named), kept))


def finds_in(words: Words, is_word: Callable[[str], bool]) -> Finds:
    """What lists and rules find."""
    is_word = with_ordinary(is_word)
    names = _known_names(words)
    in_known = Covering(names)
    nationalities = [c for c in nationalities_in(words, names) if not any(in_known.around(c.first, c.last))]
    base = ground(words, names, nationalities)
    bodies = list(bodies_in(base, is_word))
    titles = _outside(titles_in(base, {c.first: c for c in bodies}), bodies)
    in_titles = Covering(titles)
    bodies = [b for b in bodies if not _portfolio_of(words, b, in_titles)]
    people = [*without_overlaps([*people_in(base, titles, is_word, surely_saying), *koreans_in(words)])]
    in_names = {at for c in people for at in range(c.first, c.last)}
    titles = [t for t in titles if t.first not in in_names]  # 'أبو' opens the name and tells no kinship
    told = told_by_one_word(words, people, names, titles)
    people = [c for c in people if c.first not in told]
    lasts = {words.keys[c.last - 1] for c in (*people, *names) if c.kind is Kind.PERSON}
    people += compounds_in(words, (*people, *names), _tokens_of(*people, *names))
    people += told.values()
    in_titles = Covering(titles)
    groups = [
        g
        for g in groups_in(base)
        if not is_pair(words.form(g.first))
        and not any(not t.plural and (t.definite or t.country) for t in in_titles.around(g.first, g.last))
    ]
    named_at = {c.first for c in (*bodies, *people)}
    speakers = [s for s in speakers_in(base) if s.first not in named_at and words.keys[s.first] not in lasts]
    named_by_more = [g for g in groups if g.last - g.first > 1]
    covered = _tokens_of(*names, *bodies, *people, *named_by_more, *speakers)
    covered |= _tokens_of(*(t for t in titles if t.definite or t.country or t.body))
    covered |= {t.first for t in titles if t.last in {c.first for c in people}}
    covered |= {at for at, key in enumerate(words.keys) if key in lasts}
    spoken_to = {c.first for c in (*names, *bodies, *groups) if c.start > words.tokens[c.first].start}
    speakers += subjects_in(base, covered, spoken_to)
    known = list(believed(words, names, nationalities, surely_saying))
    media = media_in(base, _tokens_of(*known, *bodies, *people))
    nationals = [c for c in nationalities if c.how == "name"]
    named = [*known, *bodies, *people, *media, *nationals, *vessels_in(base)]
    taken = _tokens_of(*known, *people)
    named += abbreviations_in(base, without_overlaps(named), taken, is_word)
    return Finds(base, tuple(named), tuple(titles), (*groups, *speakers))


def _tokens_of(*found: Candidate | TitlePhrase) -> set[int]:
    return {at for one in found for at in range(one.first, one.last)}


def _known_names(words: Words) -> list[Candidate]:
    hits = list(gazetteer_hits(words))
    found = [c for at, hit in hits if (c := candidate_from(words, at, hit))]
    alike = Covering(phrases_alike(hits))
    found = [c for c in found if not any(alike.around(c.first, c.last))]  # 'القوة [القاهرة]'
    named = without_overlaps(told_by_office(words, found))
    bodies = [c for c in named if c.kind is not Kind.ORGANISATION or not _is_field(words, c)]
    return [c for c in bodies if not _is_adjective(words, c)]


def _is_field(words: Words, name: Candidate) -> bool:
    """Whether a ministry told by its field is only what a minister is minister of: 'وزيرة [الخارجية الروسية]'."""
    field = words.keys[name.first] in portfolio_keys() and words.touches(name.first)
    return field and title_trie().at(words.keys, name.first - 1) is not None


def _is_adjective(words: Words, name: Candidate) -> bool:
    """Whether a country's name that is an adjective too follows its noun: 'القوات السعودية', 'قوات سورية'."""
    at, form = name.first, words.form(name.first)
    if name.kind is not Kind.COUNTRY or name.last - at > 1 or not form.endswith("ية"):
        return False
    if at == 0 or not words.touches(at) or name.start > words.tokens[at].start:
        return False
    before = words.form(at - 1)
    if is_definite(form):
        return form.startswith("ال") and takes_feminine(before)
    return before.endswith(_FEMININE) and not is_definite(before) and not is_function_word(before)


def _outside(titles: Iterable[TitlePhrase], bodies: Sequence[Candidate]) -> list[TitlePhrase]:
    """The titles that do not begin inside the name of a body: 'وكالة الأنباء'."""
    inner = {at for b in bodies for at in range(b.first + 1, b.last)}
    return [t for t in titles if t.first not in inner]


def _portfolio_of(words: Words, body: Candidate, titles: Covering[TitlePhrase]) -> bool:
    """Whether a body is only what a minister is minister of: 'مساعد وزير [الخارجية البريطاني]'."""
    within = body.head in name_grammar("field_heads") and any(t.first < body.first for t in titles.at(body.first))
    return within and title_trie().at(words.keys, body.first - 1) is not None


def _inner(named: Sequence[Candidate], kept: Sequence[Candidate]) -> list[Candidate]:
    """The names inside the words that name a group: 'مسؤولون في سوريا'."""
    within = {at for c in kept if c.kind is Kind.GROUP for at in range(c.first + 1, c.last)}
    return [c for c in named if c.first in within]


def _joined(
    ledger: Ledger,
    base: Ground,
    kept: Sequence[Candidate],
    titles: Sequence[TitlePhrase],
    inner: Sequence[Candidate],
) -> Referents:
    called = [c for c in kept if c.head == _COUNTRIES and opens_epithet(ledger.words, c.first)]
    called += [c for c in kept if c.rule is EntityRule.SUBJECT and _takes_up(ledger.words, c)]
    kept = [c for c in kept if c not in called]
    by_first = {c.first: c for c in kept}
    things: dict[int, Thing] = {}
    for candidate in _in_order(kept, inner):
        things[candidate.first] = thing_named(ledger, candidate)
        mention(ledger, candidate, things[candidate.first])
    taken: set[int] = set()
    for candidate in kept:
        if candidate.rule is EntityRule.ENTOURAGE:  # before the offices in it find their bearers
            ledger.refer(candidate.first, candidate.last, candidate.start, [things[candidate.first]], candidate.how)
            taken.update(range(candidate.first, candidate.last))
    before_names = {phrase.first: phrase for phrase in titles if phrase.last in by_first}
    titles = [_to_the_name(ledger.words, phrase, before_names, by_first) for phrase in titles]
    behind = beside(ledger, (*kept, *inner), titles, things, opens_speech)
    unnamed = [phrase for phrase in titles if not _borne(ledger, phrase, by_first, behind, taken)]
    for phrase in unnamed:
        _described(ledger, phrase, by_first, things, taken)
    for candidate in kept:
        if taken.isdisjoint(range(candidate.first, candidate.last)):
            ledger.refer(candidate.first, candidate.last, candidate.start, [things[candidate.first]], candidate.how)
            taken.update(range(candidate.first, candidate.last))
    for candidate in inner:  # of a group whose head is a title by itself: 'سفيرها من غانا'
        if taken.isdisjoint(range(candidate.first, candidate.last)):
            thing = thing_named(ledger, candidate)
            ledger.refer(candidate.first, candidate.last, candidate.start, [thing], candidate.how)
            taken.update(range(candidate.first, candidate.last))
    named = {at for c in kept for at in range(c.first, c.last)}
    short_names(ledger, taken | named)
    _adjectives(ledger, base.nationalities.values(), taken)
    epithets_in(ledger, taken)
    tell_belongings(ledger)
    pairs_in(ledger, taken)
    latter_in(ledger, taken)
    for candidate in called:  # of whom the report does not name
        if taken.isdisjoint(range(candidate.first, candidate.last)):
            thing = thing_named(ledger, candidate)
            mention(ledger, candidate, thing)
            ledger.refer(candidate.first, candidate.last, candidate.start, [thing], candidate.how)
            taken.update(range(candidate.first, candidate.last))
    return _finished(ledger)


def _in_order(kept: Sequence[Candidate], inner: Sequence[Candidate]) -> Sequence[Candidate]:
    """All in reading order, for a noun takes up what was named before it; the people inside groups last.

    Their last names may be of whoever is named in full farther on.
    """
    if not inner:
        return kept
    people = [c for c in inner if c.kind is Kind.PERSON]
    others = [c for c in inner if c.kind is not Kind.PERSON]
    return (*sorted([*kept, *others], key=attrgetter("first")), *people)


def _takes_up(words: Words, speaker: Candidate) -> bool:
    """Whether a speaker is told by a word that stands for others: 'قال [الأخير] إن', 'وأعرب [الوزيران] عن'."""
    form = words.form(speaker.first)
    return speaker.last - speaker.first == 1 and (is_pair(form) or is_latter(form))


def _to_the_name(
    words: Words, phrase: TitlePhrase, before_names: dict[int, TitlePhrase], by_first: dict[int, Candidate]
) -> TitlePhrase:
    """The phrase up to the name that it belongs to, over what stands between.

    'وزير الطاقة الأمير فلان': the form of address. 'قائد القوات (أفريكوم) فلان': a short name in brackets.
    'محامي الرئيس فلان، علان،': the name of whose he is, where his own follows between commas.
    """
    last = _behind_brackets(words, phrase.last)
    other = before_names.get(last)
    # not 'الوزير ونائبه فلان', 'شكر الوزير نائبه فلان'
    same = other is not None and not other.owned and other.start == words.tokens[other.first].start
    if other and same and by_first[other.last].kind is Kind.PERSON and not phrase.honorific:
        return replace(phrase, last=other.last)
    if last > phrase.last and last in by_first and by_first[last].kind is Kind.PERSON:
        return replace(phrase, last=last)
    owner = by_first.get(phrase.last)
    if owner and owner.kind is Kind.PERSON and _is_anothers(words, phrase, owner, by_first):
        return replace(phrase, last=owner.last)
    return phrase


def _behind_brackets(words: Words, at: int) -> int:
    """The token behind a word or two in brackets that open at a token; the token itself where none do."""
    if words.form(at) != "(":
        return at
    close = next((i for i in range(at + 1, at + 1 + _IN_BRACKETS) if words.form(i) == ")"), None)
    return at if close is None else close + 1


def _is_anothers(words: Words, phrase: TitlePhrase, owner: Candidate, by_first: dict[int, Candidate]) -> bool:
    """Whether the name behind an office at an office is of who holds the other, its bearer named between commas."""
    bearer = by_first.get(owner.last + 1) if words.form(owner.last) == "،" else None
    outer, inner = words.forms[phrase.first : phrase.first + 2] if phrase.last - phrase.first > 1 else ("", "")
    at_office = (
        not is_definite(outer) and is_definite(inner) and title_trie().at(words.keys, phrase.first + 1) is not None
    )
    between = bearer is not None and bearer.kind is Kind.PERSON and words.form(bearer.last) == "،"
    return at_office and phrase.last - phrase.first == _OFFICE_AT_OFFICE and between


def _borne(
    ledger: Ledger, phrase: TitlePhrase, by_first: dict[int, Candidate], behind: Beside, taken: set[int]
) -> bool:
    """Give the title to the person named beside it; False where nobody is."""
    name = _name_beside(ledger, phrase, by_first)
    things, last = behind.things, phrase.last
    if name and phrase.title.kind is TitleKind.KIN and not phrase.definite:
        return False  # 'زوجة الوزير': somebody else
    if name and ledger.day and held_by_another(ledger.words, things[name.first], phrase, ledger.day):
        return False  # 'عين الرئيس الروسي أندريه بيلوسوف'
    if name:
        person, last = things[name.first], name.last
    elif before := behind.bearer(phrase):
        person = before
    else:
        return False
    if phrase.honorific:
        _with_honorific(ledger, phrase, person)
    else:
        person.roles.append(role_of(ledger, phrase, _office_of(ledger, phrase, things)))
        person.titles.add((phrase.title.id, phrase.country))
        person.country = person.country or phrase.country
    _refer(ledger, phrase, last, person, "name", taken)
    return True


def _name_beside(ledger: Ledger, phrase: TitlePhrase, by_first: dict[int, Candidate]) -> Candidate | None:
    """The person's name right after the title, or after it between commas."""
    words = ledger.words
    name = by_first.get(phrase.last)
    if name is None and words.form(phrase.last) in {"«", '"', "“"}:
        name = by_first.get(phrase.last + 1)
    elif name is None and words.form(phrase.last) == "،":
        name = by_first.get(phrase.last + 1)
        if name and words.form(name.last) != "،":
            return None
    if name is None or name.kind is not Kind.PERSON or phrase.plural or name.start > words.tokens[name.first].start:
        return None
    return name


def _described(
    ledger: Ledger, phrase: TitlePhrase, by_first: dict[int, Candidate], things: dict[int, Thing], taken: set[int]
) -> None:
    """Let a title without a name stand for somebody; 'زوجة الوزير فلان' is somebody too."""
    name = _name_beside(ledger, phrase, by_first)
    if name and phrase.title.kind is TitleKind.KIN:
        phrase = replace(phrase, last=name.last, definite=True)
    person = person_described(ledger, phrase, _office_of(ledger, phrase, things))
    if person:  # 'الرئيس الروسي' before another's name is a phrase by itself
        alone = name is not None and phrase.title.kind is not TitleKind.KIN and name.first == phrase.last
        _refer(ledger, phrase, phrase.last, person, "name" if alone else "description", taken)


def _refer(ledger: Ledger, phrase: TitlePhrase, last: int, person: Thing, how: str, taken: set[int]) -> None:
    stretch = range(phrase.first, last)
    if taken.isdisjoint(stretch):
        ledger.refer(phrase.first, last, phrase.start, [person], how)
        taken.update(stretch)


def _with_honorific(ledger: Ledger, phrase: TitlePhrase, person: Thing) -> None:
    """'السيد كيم' is a mention with its honorific."""
    text = ledger.words.analysed.text
    for i, (span, _) in enumerate(person.mentions):
        if span.start == ledger.words.tokens[phrase.last].start:
            whole = type(span)(phrase.start, span.end)
            person.mentions[i] = (whole, whole.of(text))


def _office_of(ledger: Ledger, phrase: TitlePhrase, things: Mapping[int, Thing]) -> Thing | None:
    if phrase.body and phrase.body.first in things:
        return things[phrase.body.first]
    return ledger.registry.country(phrase.country) if phrase.country else None


def _adjectives(ledger: Ledger, nationalities: Iterable[Candidate], taken: set[int]) -> None:
    for adjective in nationalities:
        if adjective.country and taken.isdisjoint(range(adjective.first, adjective.last)):
            thing = ledger.registry.country(adjective.country)
            ledger.refer(adjective.first, adjective.last, adjective.start, [thing], "adjective")
            taken.update(range(adjective.first, adjective.last))


def _finished(ledger: Ledger) -> Referents:
    text = ledger.words.analysed.text
    entities = tuple(entity_from(thing, text, why=ledger.explains) for thing in ledger.registry.things)
    references = sorted(ledger.references, key=lambda r: (r.first, r.last))
    return Referents(entities, _apart(references))


def _apart(references: Sequence[Reference]) -> tuple[Reference, ...]:
    kept: list[Reference] = []
    for reference in references:
        if not kept or reference.first >= kept[-1].last:
            kept.append(reference)
    return tuple(kept)
