"""The entities of one report and every reference to them."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from operator import attrgetter

from khabar.extraction.names.bearers import give_counterparts, give_titles
from khabar.extraction.names.belonging import tell_belongings
from khabar.extraction.names.bodies import firm_names
from khabar.extraction.names.candidates import Candidate, without_overlaps
from khabar.extraction.names.coreference import (
    Ledger,
    is_of_sport,
    mention,
    short_names,
    thing_named,
    with_fuller_names,
)
from khabar.extraction.names.covering import Covering
from khabar.extraction.names.descriptions import is_pair, pairs_in
from khabar.extraction.names.entourage import entourage_in
from khabar.extraction.names.epithets import epithets_in, opens_epithet
from khabar.extraction.names.finders import Ground
from khabar.extraction.names.finds import finds_in
from khabar.extraction.names.latter import is_latter, latter_in
from khabar.extraction.names.leaders import with_leaders
from khabar.extraction.names.learned import learned_names
from khabar.extraction.names.registry import Thing, entity_from
from khabar.extraction.names.speakers import lone_speakers_in
from khabar.extraction.names.titles import TitlePhrase
from khabar.extraction.names.words import Words, words_of
from khabar.extraction.references import Reference, Referents
from khabar.language.analysis import AnalysedText
from khabar.values.entity import Kind
from khabar.values.why import EntityRule

_OF = "ل"  # joins an indefinite noun to its owner
_COUNTRIES = "group.countries"  # the head of 'الدولة الشيوعية' too


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
    subjects = Covering([c for c in kept if c.rule is EntityRule.SUBJECT])
    titles = [
        t
        for t in finds.titles
        if (t.definite or t.country or not in_groups.at(t.first)) and not _owns_speaker(words, t, subjects)
    ]
    ledger = Ledger(words, day=day, explains=why, sport=is_of_sport(words))
    return _joined(ledger, finds.base, with_fuller_names(words, kept), titles, _inner(without_overlaps(named), kept))


def _owns_speaker(words: Words, title: TitlePhrase, subjects: Covering[Candidate]) -> bool:
    """Whether an office stands in the words for a speaker, who is of his who holds it: 'مستشار [لرئيس الحكومة]'."""
    return words.form(title.first).startswith(_OF) and any(c.first < title.first for c in subjects.at(title.first))


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
    things: dict[int, Thing] = {}
    for candidate in _in_order(kept, inner):
        things[candidate.first] = thing_named(ledger, candidate)
        mention(ledger, candidate, things[candidate.first])
    taken: set[int] = set()
    for candidate in kept:
        if candidate.rule is EntityRule.ENTOURAGE:  # before the offices in it find their bearers
            _refer(ledger, candidate, things[candidate.first], taken)
    counterparts = give_titles(ledger, titles, kept, inner, things, taken)
    for candidate in kept:
        if _is_free(candidate, taken):
            _refer(ledger, candidate, things[candidate.first], taken)
    for candidate in inner:  # of a group whose head is a title by itself: 'سفيرها من غانا'
        if _is_free(candidate, taken):
            _refer(ledger, candidate, thing_named(ledger, candidate), taken)
    named = {at for c in kept for at in range(c.first, c.last)}
    short_names(ledger, taken | named)
    give_counterparts(ledger, counterparts, things)
    _adjectives(ledger, base.nationalities.values(), taken)
    epithets_in(ledger, taken)
    tell_belongings(ledger)
    pairs_in(ledger, taken)
    latter_in(ledger, taken)
    for candidate in called:  # of whom the report does not name
        if _is_free(candidate, taken):
            thing = thing_named(ledger, candidate)
            mention(ledger, candidate, thing)
            _refer(ledger, candidate, thing, taken)
    return _finished(ledger)


def _is_free(candidate: Candidate, taken: set[int]) -> bool:
    return taken.isdisjoint(range(candidate.first, candidate.last))


def _refer(ledger: Ledger, candidate: Candidate, thing: Thing, taken: set[int]) -> None:
    ledger.refer(candidate.first, candidate.last, candidate.start, [thing], candidate.how)
    taken.update(range(candidate.first, candidate.last))


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


def _adjectives(ledger: Ledger, nationalities: Iterable[Candidate], taken: set[int]) -> None:
    for adjective in nationalities:
        if adjective.country and _is_free(adjective, taken):
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
