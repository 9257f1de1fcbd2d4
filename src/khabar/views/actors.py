"""The actors of an archive: who is spoken of, under which names, in which offices."""

from khabar.values.actor import Actor
from khabar.values.page import Page
from khabar.views.about import called
from khabar.views.claims import Conclusions


def actors(archive: Conclusions, about: str | None = None, *, limit: int | None = None, offset: int = 0) -> Page[Actor]:
    """Everybody, or whoever is called so; those in most reports first."""
    everybody = archive.weighed().actors
    found = called(everybody, about) if about else everybody
    return Page.of(sorted(found, key=lambda actor: (-len(actor.reports), actor.id)), limit, offset)
