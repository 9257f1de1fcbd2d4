"""What lists and rules find in a text, one kind of name after another, before it is known what else names the same."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from khabar.extraction.names.abbreviations import abbreviations_in
from khabar.extraction.names.adjectives import nationalities_in
from khabar.extraction.names.bodies import bodies_in
from khabar.extraction.names.candidates import Candidate, without_overlaps
from khabar.extraction.names.classes import portfolio_keys, title_trie
from khabar.extraction.names.compounds import compounds_in
from khabar.extraction.names.covering import Covering
from khabar.extraction.names.descriptions import is_pair
from khabar.extraction.names.doubts import believed, told_by_office
from khabar.extraction.names.finders import Ground, ground
from khabar.extraction.names.gazetteer import candidate_from, gazetteer_hits, phrases_alike
from khabar.extraction.names.groups import groups_in, ranked
from khabar.extraction.names.korean import koreans_in
from khabar.extraction.names.one_word import told_by_one_word
from khabar.extraction.names.ordinary import with_ordinary
from khabar.extraction.names.people import people_in
from khabar.extraction.names.speakers import labels_in, media_in, speakers_in, subjects_in, surely_saying
from khabar.extraction.names.titles import TitlePhrase, titles_in
from khabar.extraction.names.vessels import vessels_in
from khabar.extraction.names.words import Words, is_definite, is_function_word, takes_feminine
from khabar.knowledge.name_grammar import name_grammar
from khabar.language.normalise import fold
from khabar.values.entity import Kind

_FEMININE = ("ة", "ات")  # so end nouns and adjectives that a feminine adjective follows


@dataclass(frozen=True, slots=True)
class Finds:
    """What was found in one text."""

    base: Ground
    named: tuple[Candidate, ...]
    titles: tuple[TitlePhrase, ...]
    unnamed: tuple[Candidate, ...]  # groups and speakers without a name

    @property
    def names(self) -> tuple[Candidate, ...]:
        """The names, none of which shares a word with another."""
        return without_overlaps(self.named)


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
    titles = [_with_rank(base, t) for t in titles]
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
    speakers += labels_in(base, covered)
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


def _with_rank(ground: Ground, title: TitlePhrase) -> TitlePhrase:
    """The title of somebody unnamed with what ranks him behind it: 'مسؤول أمريكي [رفيع المستوى]'."""
    ambiguous = ground.words.form(title.first) in {fold(form) for form in title.title.ambiguous}
    if title.plural or title.definite or title.country is None or ambiguous:
        return title
    last = title.last
    while ground.adjoining(last) and (end := ranked(ground, last)) > last:
        last = end
    return title if last == title.last or last in ground.names else replace(title, last=last)


def _portfolio_of(words: Words, body: Candidate, titles: Covering[TitlePhrase]) -> bool:
    """Whether a body is only what a minister is minister of: 'مساعد وزير [الخارجية البريطاني]'."""
    within = body.head in name_grammar("field_heads") and any(t.first < body.first for t in titles.at(body.first))
    return within and title_trie().at(words.keys, body.first - 1) is not None
