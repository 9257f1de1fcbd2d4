"""Names that our knowledge of the world has, found in a text."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from khabar.extraction.names.candidates import Candidate
from khabar.extraction.names.classes import folded_class
from khabar.extraction.names.ordinary import is_ordinary
from khabar.extraction.names.trie import Hit, NameTrie, trie_kept
from khabar.extraction.names.words import Words, cut_offset
from khabar.knowledge.actors import MediaKind, Medium, Organisation, media, organisations, persons
from khabar.knowledge.derived import derived
from khabar.knowledge.files import HOME
from khabar.knowledge.geography import countries, countries_seated_at, places
from khabar.knowledge.name_grammar import name_grammar
from khabar.knowledge.name_parts import family_names, given_names, names_also_words
from khabar.language.lexemes import HERE as LANGUAGE
from khabar.language.normalise import key
from khabar.language.spelling import foreign_key
from khabar.values.entity import Kind
from khabar.values.why import EntityRule

_TOWNS = frozenset({"city", "capital", "town"})
_WATERS = frozenset({"sea", "ocean"})
_OPENS, _CLOSES = frozenset({'"', "«", "“"}), frozenset({'"', "»", "”"})
_SHORTEST_CITY = 4  # letters: shorter names of small cities are oftener another word


class Known(NamedTuple):
    """One entry of the world knowledge, as far as finding and linking need it."""

    id: str
    kind: Kind
    name: str
    wikidata: str | None = None
    country: str | None = None  # id
    speaks_for: str | None = None  # id of the country whose government a capital or seat stands for
    part_of: str | None = None  # id of the larger body
    gazetteer_only: bool = False  # a city of the long list, unreviewed
    town: bool = False  # a town, which may have a club
    water: bool = False  # a sea or an ocean
    short: tuple[str, ...] = ()  # forms that stand for it once it was named in full


class Named(NamedTuple):
    """What one written form names; `known` is None for a phrase that only looks like a name."""

    known: Known | None
    needs: tuple[str, ...] = ()  # what may support it, one of them is enough; empty: it needs no support


@cache
def known_by_id() -> dict[str, Known]:
    """Every entry by its id."""
    return {k.id: k for k in _everything()}


@cache
def social_media() -> frozenset[str]:
    """Ids of the social networks."""
    return frozenset(medium.id for medium in media() if medium.media_kind is MediaKind.SOCIAL)


@cache
def state_agencies() -> frozenset[str]:
    """Ids of the news agencies that a state owns."""
    return frozenset(m.id for m in media() if m.media_kind is MediaKind.AGENCY and m.owner_state)


def short_alone(words: Words, named: Collection[str]) -> Iterator[Candidate]:
    """Office-holders much in the news by a short name alone: 'قال بوتين'; not those that the report calls otherwise.

    `named`: keys of the last words of the people that the report names in full.
    """
    trie = _shorts()
    for at in trie.places(words.keys):
        token = words.tokens[at]
        hit = trie.at(words.keys, at) if token.kind == "word" else None
        if hit and len(hit.found) == 1 and words.keys[hit.last - 1] not in named:
            known = hit.found[0]
            start = cut_offset(words.analysed.text, token.start, hit.cut)
            rule = EntityRule.KNOWN.of(known.id)
            yield Candidate(
                at, hit.last, start, Kind.PERSON, "name", f"#{known.id}", (known.id,), known.country, rule=rule, rank=1
            )


def short_of_one(words: Words, at: int) -> int:
    """Where a short name ends that begins at this word and that only one office-holder bears; `at`: none begins."""
    hit = _shorts().at(words.keys, at)
    return hit.last if hit and len(hit.found) == 1 else at


def is_short(words: Words, at: int) -> bool:
    """Whether the short name of some office-holder begins at this word, of one or of several: 'كيم'."""
    return _shorts().at(words.keys, at) is not None


def opens_known(word: str) -> bool:
    """Whether some known name begins with this word, nothing cut off."""
    return _trie().begins(word)


def gazetteer_hits(words: Words) -> Iterator[tuple[int, Hit[Named]]]:
    """The longest known name at each word, with the word's index; they may overlap."""
    trie = _trie()
    for at in trie.places(words.keys):
        if words.words[at]:
            hit = trie.at(words.keys, at)
            if hit:
                yield at, hit


def known_by_spelling(name: str) -> Known | None:
    """The one person whose full name this is in another spelling: 'نو كوانج-تشول' of نو كوانغ تشول."""
    found = _spellings().get(foreign_key(name), ()) if " " in name else ()
    return known_by_id()[found[0]] if len(found) == 1 else None


class Phrase(NamedTuple):
    """Words in a row, half-open, that name nothing together."""

    first: int
    last: int


def phrases_alike(hits: Iterable[tuple[int, Hit[Named]]]) -> Iterator[Phrase]:
    """The phrases that only look as if they had a name in them: 'القوة القاهرة', 'نصف قطر'."""
    return (Phrase(at, hit.last) for at, hit in hits if not any(n.known for n in hit.found))


def candidate_from(words: Words, first: int, hit: Hit[Named]) -> Candidate | None:
    """The candidate that a hit makes; None: a phrase that only looks like a name."""
    named = [n for n in hit.found if n.known]
    if not named:
        return None
    in_marks = words.form(first - 1) in _OPENS
    named = (_media_spoken_to(words, first, hit, named) if in_marks else []) or _preferred(named)
    known = [n.known for n in named if n.known]
    if hit.cut and hit.last == first + 1 and known[0].kind is Kind.PLACE and _is_name_or_word(words, first):
        return None
    if _is_owned_noun(words, first, hit, known[0]) or _is_father(words, first, hit, known[0]):
        return None
    start = cut_offset(words.analysed.text, words.tokens[first].start, hit.cut)
    rank = 1 if known[0].gazetteer_only else 4
    return Candidate(
        first,
        hit.last,
        start,
        known[0].kind,
        "name",
        key=f"#{known[0].id}",
        known=tuple(k.id for k in known),
        country=known[0].country,
        rule=EntityRule.KNOWN.of(known[0].id) + ("?" + "|".join(named[0].needs) if named[0].needs else ""),
        rank=rank,
    )


def _media_spoken_to(words: Words, first: int, hit: Hit[Named], named: list[Named]) -> list[Named]:
    """The media of the name, surely so where it alone fills marks behind ل: 'قال لـ«الشرق الأوسط»', no region."""
    if not (words.form(hit.last) in _CLOSES and words.form(first - 2) == "ل"):
        return []
    return [Named(n.known) for n in named if n.known and n.known.kind is Kind.MEDIA]


def _is_owned_noun(words: Words, first: int, hit: Hit[Named], known: Known) -> bool:
    """Whether a word is an ordinary noun with a pronoun, though the town of بريدة is written so too: 'بريده'."""
    written = words.analysed.evened[words.tokens[first].start : words.tokens[first].end]
    alone = hit.last == first + 1 and known.kind is Kind.PLACE and not known.name.endswith("ه")
    return alone and written.endswith("ه") and is_ordinary(words.form(first)[hit.cut : -1])


def _is_father(words: Words, first: int, hit: Hit[Named], known: Known) -> bool:
    """Whether a known person's name only goes on somebody else's: 'محمد بن [حمد بن خليفة]'."""
    within = known.kind is Kind.PERSON and hit.cut == 0 and first > 1 and words.touches(first)
    return within and words.form(first - 1) in folded_class("son_of")


def _is_name_or_word(words: Words, at: int) -> bool:
    """Whether a word is a person's name or a verb as it stands, no particle cut off: 'باراك', 'فسرت'."""
    form, whole = words.form(at), words.keys[at]
    doubtful = form.startswith(("ف", "ك")) and len(form) - 1 < _SHORTEST_CITY
    return doubtful or whole in given_names() or whole in family_names()


def _preferred(named: list[Named]) -> list[Named]:
    """Reviewed entries before the long list, sure names before doubtful ones, countries and bodies before places."""
    return sorted(named, key=_precedence)


def _precedence(named: Named) -> tuple[bool, bool, int]:
    order = (Kind.COUNTRY, Kind.ORGANISATION, Kind.MEDIA, Kind.PERSON, Kind.PLACE, Kind.GROUP)
    if named.known is None:
        return True, True, len(order)
    return named.known.gazetteer_only, bool(named.needs), order.index(named.known.kind)


@cache
def _trie() -> NameTrie[Named]:
    return trie_kept("names", _written)


@cache
def _spellings() -> dict[str, tuple[str, ...]]:
    """The people of each spelling that leaves open which letter a foreign g becomes."""
    return derived("spellings", (Path(__file__).parent, LANGUAGE, HOME), _people_by_spelling)


def _people_by_spelling() -> dict[str, tuple[str, ...]]:
    found: dict[str, set[str]] = {}
    for person in persons():
        for name in set(person.names) - set(person.ambiguous):
            found.setdefault(foreign_key(name), set()).add(person.id)
    return {spelling: tuple(sorted(ids)) for spelling, ids in found.items()}


@cache
def _shorts() -> NameTrie[Known]:
    return trie_kept("shorts", _telling_shorts)


def _telling_shorts() -> Iterator[tuple[str, Known]]:
    """The short names of office-holders that are neither another word nor a given name."""
    by_id = known_by_id()
    doubtful = given_names() | names_also_words() | {key(name) for name in name_grammar("short_of_many")}
    for person in persons():
        if person.offices:
            yield from ((short, by_id[person.id]) for short in person.telling_short if key(short) not in doubtful)


@cache
def _everything() -> tuple[Known, ...]:
    seats = countries_seated_at()
    found = [Known(c.id, Kind.COUNTRY, c.names[0], c.wikidata, c.id) for c in countries()]
    found += [
        Known(
            p.id,
            Kind.PLACE,
            p.names[0],
            p.wikidata,
            p.country,
            speaks_for=seats[p.id][0].id if p.id in seats else None,
            gazetteer_only=p.population is not None,
            town=p.population is not None or p.kind in _TOWNS,
            water=p.kind in _WATERS,
        )
        for p in places()
    ]
    found += [
        Known(o.id, Kind.ORGANISATION, o.names[0], o.wikidata, o.country, part_of=o.part_of) for o in organisations()
    ]
    found += [Known(m.id, Kind.MEDIA, m.names[0], m.wikidata, m.country) for m in media()]
    found += [Known(p.id, Kind.PERSON, p.names[0], p.wikidata, p.country, short=p.short) for p in persons()]
    return tuple(found)


def _written() -> Iterator[tuple[str, Named]]:
    by_id = known_by_id()
    for country in countries():
        needs = {key(a.form): (a.needs.value,) for a in country.ambiguous if not a.adjective}
        yield from _forms(by_id[country.id], country.names, needs)
        yield from ((phrase, Named(None)) for phrase in country.not_in)
    for place in places():
        if place.population is not None and len(place.names[0]) < _SHORTEST_CITY:
            continue
        needs = {key(a.form): (a.needs.value,) for a in place.ambiguous}
        yield from _forms(by_id[place.id], place.names, needs)
        yield from ((phrase, Named(None)) for phrase in place.not_in)
    others: tuple[Organisation | Medium, ...] = (*organisations(), *media())
    for other in others:
        support = tuple(need.value for need in other.needs)
        yield from _forms(by_id[other.id], other.names, {key(form): support for form in other.ambiguous})
    for person in persons():
        yield from _forms(by_id[person.id], person.names, {key(form): ("office",) for form in person.ambiguous})


def _forms(known: Known, names: Iterable[str], needs: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, Named]]:
    same: dict[tuple[str, ...], Named] = {}  # equal ones made one: the table is smaller and loads faster
    for name in names:
        support = needs.get(key(name), ())
        yield name, same.setdefault(support, Named(known, support))
