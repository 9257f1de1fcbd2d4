"""CAMEO's codes of a party: its country and in what role it acts, by its entity and the words that name it."""

from functools import cache

from khabar.extraction.events.lexicon import Words, bare, folded, stands_at
from khabar.extraction.references import Referents
from khabar.knowledge.actor_codes import FORMER, foreigners, party_roles, role_of_sort
from khabar.knowledge.actors import Sort, organisation_by_id, person_by_id
from khabar.knowledge.geography import countries, country_by_id, place_by_id
from khabar.language.analysis import AnalysedText
from khabar.language.normalise import fold
from khabar.values.entity import Entity, EntityId, Kind
from khabar.values.event import ActorCode
from khabar.values.span import Span

_ABROAD = "INT"  # CAMEO's country of foreigners of no one country
_MANY = "IGO"  # CAMEO's country of a body of many states
_MEDIA = "MED"
_OWNERS = 4  # steps from a body to whom it belongs
_DUAL = ("يان", "يتان", "يتين")


def party_codes(
    analysed: AnalysedText, referents: Referents, named: tuple[EntityId, ...], words: tuple[Span, ...]
) -> tuple[ActorCode, ...]:
    """The codes of a party, one for each stretch of words that names it, else for each entity."""
    if not words:
        found = [ActorCode(_country(referents, e), _role_of_entity(referents, e)) for e in named]
        return tuple(dict.fromkeys(found))
    return tuple(dict.fromkeys(_code(analysed, referents, named, span) for span in words))


def _code(analysed: AnalysedText, referents: Referents, named: tuple[EntityId, ...], span: Span) -> ActorCode:
    first, last = analysed.range_of(span)
    inside = [e for r in referents.between(first, last) if r.how != "pronoun" for e in r.entities]
    own = [e for e in inside if e in named] or [e for e in named if _is_there(referents, e, span)]
    lands = [found for e in dict.fromkeys((*own, *inside)) if (found := _country(referents, e))]
    forms = tuple(token.form for token in analysed.tokens[first:last])
    lands += [found for form in forms if (found := _land_of_word(form))]
    role, weak = _role_of_words(forms)
    if role is None or weak:
        theirs = [found for e in dict.fromkeys((*own, *inside)) if (found := _role_of_entity(referents, e))]
        role = next(iter(theirs), role)
    return ActorCode(lands[0] if lands else None, role)


def _land_of_word(form: str) -> str | None:
    """The country that an adjective of nationality or a word for nationals tells; None: it is no such word."""
    for word in sorted(bare(form)):
        if (word,) in folded(foreigners()):
            return _ABROAD
        ending = next((end for end in _DUAL if word.endswith(end)), "")
        found = _nationalities().get(word[: -len(ending)] + "ي" if ending else word)
        if found:
            return found
    return None


@cache
def _nationalities() -> dict[str, str]:
    return {
        fold(word): land.iso3
        for land in countries()
        if land.iso3
        for word in (*land.adjectives, *land.nationals)
        if " " not in word
    }


def _is_there(referents: Referents, name: EntityId, span: Span) -> bool:
    entity = referents.by_id.get(name)
    return entity is not None and any(span.start <= m.start < span.end for m in entity.mentions)


def _role_of_words(forms: tuple[str, ...]) -> tuple[str | None, bool]:
    """The role that the first telling word of a noun phrase gives, and whether another may outdo it."""
    found: list[tuple[str, bool]] = []
    at = 0
    while at < len(forms):
        if not stands_at(_role_words(), forms, at):
            at += 1
            continue
        length, role, weak = max((stands_at(words, forms, at), role, weak) for words, role, weak in _roles())
        found.append((role, weak))
        at += length
    if not found:
        return None, False
    if (FORMER, False) in found and found[0][0] != FORMER:
        return FORMER, False
    role, weak = next((one for one in found if not one[1]), found[0])
    return (None if role == FORMER else role), weak


@cache
def _role_words() -> Words:
    """All words that tell a role."""
    return frozenset[tuple[str, ...]]().union(*(words for words, _, _ in _roles()))


@cache
def _roles() -> tuple[tuple[Words, str, bool], ...]:
    return tuple((folded(entry.words), entry.role, entry.weak) for entry in party_roles())


def _role_of_entity(referents: Referents, name: EntityId) -> str | None:
    """The role of an entity by its kind, its sort or its office; None: it has none of its own."""
    entity = referents.by_id.get(name)
    if entity is None:
        return None
    if entity.kind is Kind.MEDIA:
        return _MEDIA
    known = organisation_by_id(entity.known_as or "")
    if known:
        return role_of_sort(known.sort)
    owner = referents.by_id.get(entity.of or "")
    if entity.kind is Kind.GROUP and owner and owner.kind is Kind.ORGANISATION and owner is not entity:
        return _role_of_entity(referents, owner.id)  # fighters of the movement
    role = _role_of_words(tuple(entity.name.split()))[0] if entity.kind is not Kind.COUNTRY else None
    return role or (_role_of_person(referents, entity) if entity.kind is Kind.PERSON else None)


def _role_of_person(referents: Referents, entity: Entity) -> str | None:
    """The role that somebody's office gives: the one told in the report, else the last that we know of."""
    for role in entity.roles:
        if role.former:
            return FORMER
        owner = referents.by_id.get(role.of or "")
        if owner and owner.kind is not Kind.COUNTRY and (found := _role_of_entity(referents, owner.id)):
            return found
    known = person_by_id(entity.known_as or "")
    offices = [office.of for office in known.offices] if known else []
    if not offices:
        return None
    body = organisation_by_id(offices[-1])
    return role_of_sort(body.sort) if body else role_of_sort(Sort.GOVERNMENT)


def _country(referents: Referents, name: EntityId) -> str | None:
    """The code of the country that an entity is or belongs to; None: it is not told."""
    entity = referents.by_id.get(name)
    for _ in range(_OWNERS):
        if entity is None:
            return None
        if found := _country_of_entry(entity.known_as or ""):
            return found
        offices = [role.of for role in entity.roles if role.of]
        entity = referents.by_id.get(entity.of or (offices[0] if offices else "") or "")
    return None


@cache
def _country_of_entry(entry: str) -> str | None:
    """The code of the country of an entry of our knowledge of the world; None: of no one country."""
    land = country_by_id(entry)
    if land:
        return land.iso3
    place = place_by_id(entry)
    if place:
        return _country_of_entry(place.country or "")
    body = organisation_by_id(entry)
    if body:
        return _MANY if body.sort is Sort.INTERNATIONAL else _country_of_entry(body.country or "")
    person = person_by_id(entry)
    return _country_of_entry(person.country or "") if person else None
