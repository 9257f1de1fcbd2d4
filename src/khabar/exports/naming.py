"""The one actor that a name in a claim means."""

from collections.abc import Callable
from functools import lru_cache

from khabar.exports.shelves import Shelves
from khabar.language.spelling import name_key
from khabar.values.actor import ActorBrief

_HELD = 5000  # names


def actor_finder(archive: Shelves) -> Callable[[str], ActorBrief | None]:
    """Finds whoever bears a name letter by letter; nobody where several do: no export joins what may be two."""

    @lru_cache(_HELD)
    def actor_called(name: str) -> ActorBrief | None:
        bearers = archive.bearers_of_keys({name_key(name)})
        exact = [one for one in bearers if name in (one.name, *one.also)]
        return exact[0] if len(exact) == 1 else None

    return actor_called
