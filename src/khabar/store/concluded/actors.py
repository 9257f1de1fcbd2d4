"""Actors as rows: under every key of their names, with who acts for them."""

from collections.abc import Iterable, Iterator

from khabar.language.spelling import bare_key, foreign_key, name_key
from khabar.resolution.actors import Cast
from khabar.resolution.world_names import people_known, world_names
from khabar.store.database import Database
from khabar.store.exact_words import BETWEEN, spelled
from khabar.store.rows import as_list, as_text
from khabar.values.actor import Actor
from khabar.values.entity import Kind
from khabar.weighing.sides import owners_of, party


def with_parties(actors: Iterable[tuple[int, Actor]], cast: Cast) -> Iterator[tuple[int, Actor, str]]:
    """Actors under their numbers with who acts for each, which can only be told among all, the cast."""
    yield from ((n, actor, party(actor.id, cast)) for n, actor in actors)


def add_actors(database: Database, actors: Iterable[tuple[int, Actor, str]]) -> None:
    """Adds actors under their numbers, each with who acts for it."""
    for n, actor, acting in actors:
        known = world_names(actor.known_as or "")
        row = (n, actor.id, actor.wikidata, actor.kind.value, acting, len(actor.reports), actor.name)
        database.execute("INSERT INTO actors VALUES (?, ?, ?, ?)", (n, actor.id, actor.name, as_text(actor)))
        database.execute(
            "INSERT INTO actor_marks VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *row,
                *(as_list(list(told)) for told in (actor.also, known, [o.title for o in actor.offices])),
                actor.known_as,
            ),
        )
        names = tuple(dict.fromkeys((*known, actor.name, *actor.also)))
        keys = [(key, n, is_person) for key, is_person in sorted(_keys(actor, names).items())]
        database.executemany("INSERT INTO actor_keys VALUES (?, ?, ?)", keys)
        owners = [(owner, n) for owner in sorted(owners_of(actor))]
        database.executemany("INSERT INTO owners VALUES (?, ?)", owners)
        database.add_words("actor_words", [(n, words_of(names))])


def add_known_people(database: Database) -> None:
    """Adds the keys of those whom our knowledge has, whoever is among the actors."""
    database.executemany(
        "INSERT INTO known_people VALUES (?) ON CONFLICT DO NOTHING", [(key,) for key in sorted(people_known())]
    )


def _keys(actor: Actor, names: Iterable[str]) -> dict[str, bool]:
    """Every key of a name, with whether it is the key of a person's own name."""
    is_person = actor.kind is Kind.PERSON
    loose = foreign_key if is_person else bare_key
    keys = {spell(name): False for name in names for spell in (name_key, loose)}
    return keys | {name_key(name): is_person for name in (actor.name, *actor.also)}


def words_of(names: Iterable[str]) -> str:
    """All names of an actor, as their words stand in the index."""
    return f" {BETWEEN} ".join(spelled(key.split()) for name in names for key in sorted(_spellings(name)))


def _spellings(name: str) -> Iterator[str]:
    yield from {name_key(name), foreign_key(name)}
