"""The actors of an archive: who is spoken of, under which names, in which offices."""

from khabar.values.actor import Actor
from khabar.views.about import called
from khabar.views.claims import Conclusions


def actors(archive: Conclusions, about: str | None = None) -> tuple[Actor, ...]:
    """Everybody, or whoever is called so; those in most reports first."""
    everybody = archive.weighed().actors
    found = called(everybody, about) if about else everybody
    return tuple(sorted(found, key=lambda actor: (-len(actor.reports), actor.id)))
