"""Lists of all that is concluded of one kind, put in place of the old ones; what stands there already stays."""

from collections.abc import Iterable, Mapping, Sequence

from khabar.store.concluded.actors import add_actors, add_known_people
from khabar.store.concluded.stories import add_copies, add_lineages
from khabar.store.database import Database
from khabar.store.places import GAP, places_for
from khabar.store.rows import as_text
from khabar.store.search.words import add_members, remove_members
from khabar.values.actor import Actor, ActorId
from khabar.values.claim import CopyGroup
from khabar.values.conclusions import Recast
from khabar.values.lineage import Lineage


def replace_actors(database: Database, actors: Sequence[Actor], acting: Mapping[ActorId, str]) -> None:
    """The actors of now, with who acts for each; that may change though an actor stays as he was."""
    told = {f"{acting[actor.id]} {as_text(actor)}": actor for actor in actors}
    old = database.execute("SELECT party || ' ' || actor, n FROM actors JOIN actor_marks USING (n) ORDER BY n")
    gone, new = _moves(told.keys(), dict(old.fetchall()))
    _remove_actors(database, gone)
    _add_actors(database, [(n, told[one], acting[told[one].id]) for one, n in new.items()])
    add_known_people(database)


def _remove_actors(database: Database, numbers: Sequence[int]) -> None:
    remove_members(database, numbers)
    for table, number in (("actor_words", "rowid"), ("actors", "n")):
        database.executemany(f"DELETE FROM {table} WHERE {number} = ?", [(n,) for n in numbers])


def _add_actors(database: Database, actors: Sequence[tuple[int, Actor, str]]) -> None:
    add_actors(database, actors)
    add_members(database, [(n, actor) for n, actor, _ in actors])


def replace_kin(database: Database, kin: Iterable[Sequence[ActorId]], gone: Iterable[ActorId] | None = None) -> None:
    """Who might be one with whom, in place of what is kept of those gone; None: of all."""
    if gone is None:
        database.execute("DELETE FROM kin")
    else:
        database.executemany("DELETE FROM kin WHERE actor = ?", [(actor,) for actor in gone])
    database.executemany("INSERT INTO kin VALUES (?, ?)", sorted((actor, one[0]) for one in kin for actor in one))


def has_recast(database: Database, recast: Recast) -> bool:
    """Takes away the actors that are gone and adds those that come; False: there is no room left between two."""
    standing: dict[str, int] = dict(database.execute("SELECT id, n FROM actor_marks ORDER BY id").fetchall())
    come = {actor.id for actor, _ in recast.come}
    gone = {actor: standing.pop(actor) for actor in {*recast.gone, *come} & standing.keys()}
    places = places_for(sorted({*standing, *come}), standing)
    if places is None:
        return False
    _remove_actors(database, sorted(gone.values()))
    _add_actors(database, [(places[actor.id], actor, acting) for actor, acting in recast.come])
    replace_kin(database, recast.kin, recast.strangers)
    return True


def replace_copies(database: Database, copies: Iterable[CopyGroup]) -> None:
    """The groups of copies of now."""
    told = {as_text(one): one for one in copies}
    add_copies(database, [(n, told[one]) for one, n in _made_room(database, "copies", "copies", told.keys())])


def replace_lineages(database: Database, lineages: Iterable[Lineage]) -> None:
    """The lineages of now."""
    told = {as_text(one): one for one in lineages}
    add_lineages(database, [(n, told[one]) for one, n in _made_room(database, "lineages", "lineage", told.keys())])


def _made_room(database: Database, table: str, column: str, told: Iterable[str]) -> Iterable[tuple[str, int]]:
    """What has to be added under which number, after what no longer holds is gone."""
    gone, new = _moves(told, dict(database.execute(f"SELECT {column}, n FROM {table}").fetchall()))
    database.executemany(f"DELETE FROM {table} WHERE n = ?", [(n,) for n in gone])
    return new.items()


def _moves(told: Iterable[str], old: Mapping[str, int]) -> tuple[list[int], dict[str, int]]:
    """The numbers that go, and the numbers of what comes."""
    now = list(told)
    staying = {one: old[one] for one in now if one in old}
    places = places_for(now, staying)
    if places is None:
        staying, places = {}, {one: GAP * at for at, one in enumerate(now, start=1)}
    gone = sorted(n for one, n in old.items() if one not in staying)
    return gone, {one: places[one] for one in now if one not in staying}
