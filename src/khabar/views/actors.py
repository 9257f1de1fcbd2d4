"""The actors of an archive: who is spoken of, under which names, in which offices."""

from collections.abc import Collection
from typing import Protocol

from khabar.values.actor import Actor, ActorBrief
from khabar.values.entity import Kind
from khabar.values.page import Page
from khabar.views.about import Names, called


class Cast(Names, Protocol):
    """What it takes to list actors."""

    def briefs_of(
        self, ids: Collection[str] | None, limit: int | None, offset: int, kind: Kind | None = None
    ) -> Page[ActorBrief]:
        """The same actors in brief, all or those of one kind."""

    def actors_of(self, ids: Collection[str] | None, limit: int | None, offset: int) -> Page[Actor]:
        """The actors of these ids, all where none are given; those in most reports first."""


def actors(archive: Cast, about: str | None = None, *, limit: int | None = None, offset: int = 0) -> Page[Actor]:
    """Everybody, or whoever is called so, with all the words that name them; those in most reports first."""
    return archive.actors_of(_ids(archive, about), limit, offset)


def actors_in_brief(
    archive: Cast,
    about: str | None = None,
    *,
    kind: Kind | None = None,
    limit: int | None = None,
    offset: int = 0,
) -> Page[ActorBrief]:
    """The same actors by their names and offices alone, which takes as long for the most as for the least named."""
    return archive.briefs_of(_ids(archive, about), limit, offset, kind)


def _ids(archive: Cast, about: str | None) -> frozenset[str] | None:
    return frozenset(actor.id for actor in called(archive, about)) if about else None
