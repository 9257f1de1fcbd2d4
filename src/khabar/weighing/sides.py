"""For whom an actor speaks: a spokesman for his body, a body for its state."""

from functools import cache

from khabar.knowledge.geography import countries
from khabar.language.spelling import name_words
from khabar.resolution.actors import Cast
from khabar.values.actor import Actor, ActorId
from khabar.values.entity import Kind

_STEPS = 6  # from a spokesman to his state; a longer way is a circle


def principal(actor_id: ActorId, cast: Cast) -> Actor:
    """The last in line that an actor belongs to: state, armed group, company. A medium speaks for itself."""
    actor = cast.by_id[actor_id]
    for _ in range(_STEPS):
        owner = _owner(actor)
        if actor.kind in (Kind.MEDIA, Kind.COUNTRY) or owner is None or owner not in cast.by_id or owner == actor.id:
            return actor
        actor = cast.by_id[owner]
    return actor


def nation(actor_id: ActorId, cast: Cast) -> str | None:
    """The state that an actor is of, by what the reports tell or by the adjective in its name; None: not known."""
    last = principal(actor_id, cast)
    if last.kind is Kind.COUNTRY:
        return last.wikidata or last.id
    told = [cast.by_id[actor_id], last]
    if last.of and last.of in cast.by_id and cast.by_id[last.of].kind is Kind.COUNTRY:
        told.append(cast.by_id[last.of])
    names = [n for a in told for n in (a.name, *a.also)] + [o.title for a in told for o in a.offices]
    return next((found for n in names if (found := _nation_in(n))), None)


def is_known(actor: Actor) -> bool:
    """Whether an actor is somebody in particular, not people without a name."""
    return actor.kind is not Kind.GROUP


def _owner(actor: Actor) -> ActorId | None:
    if actor.of:
        return actor.of
    held = [o for o in actor.offices if o.of and not o.former]
    return held[-1].of if held else None


def _nation_in(name: str) -> str | None:
    return next((found for word in name_words(name) if (found := _by_adjective().get(_bare(word)))), None)


@cache
def _by_adjective() -> dict[str, str]:
    found: dict[str, str] = {}
    for country in countries():
        for word in (*country.adjectives, *country.nationals):
            if " " not in word:
                found.setdefault(_bare(name_words(word)[0]), country.wikidata or country.id)
    return found


def _bare(word: str) -> str:
    return word[2:] if word.startswith("ال") and len(word) > 4 else word
