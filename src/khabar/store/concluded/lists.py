"""Lists of all that is concluded of one kind, put in place of the old ones; what stands there already stays."""

from collections.abc import Iterable, Mapping, Sequence

from khabar.resolution.actors import Cast
from khabar.store.concluded.actors import add_actors, add_known_people
from khabar.store.concluded.stories import add_copies, add_lineages
from khabar.store.database import Database
from khabar.store.places import GAP, places_for
from khabar.store.rows import as_text
from khabar.store.search.words import add_members, remove_members
from khabar.values.actor import Actor
from khabar.values.claim import CopyGroup
from khabar.values.lineage import Lineage
from khabar.weighing.sides import party


def replace_actors(database: Database, actors: Sequence[Actor]) -> None:
    """The actors of now; who acts for one may change though he stays as he was."""
    cast = Cast.among(actors)
    told = {f"{party(actor.id, cast)} {as_text(actor)}": actor for actor in actors}
    old = database.execute("SELECT party || ' ' || actor, n FROM actors JOIN actor_marks USING (n) ORDER BY n")
    gone, new = _moves(told.keys(), dict(old.fetchall()))
    remove_members(database, gone)
    for table, number in (("actor_words", "rowid"), ("actors", "n")):
        database.executemany(f"DELETE FROM {table} WHERE {number} = ?", [(n,) for n in gone])
    added = [(n, told[one]) for one, n in new.items()]
    add_actors(database, added, cast)
    add_members(database, added)
    add_known_people(database)


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
