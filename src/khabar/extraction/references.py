"""Which words of a report refer to which entity: names, descriptions, adjectives of nationality, groups, pronouns."""

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property

from khabar.values.entity import Entity, EntityId


@dataclass(frozen=True, slots=True)
class Reference:
    """Words that refer to one entity, or to several together ('البلدان')."""

    first: int  # token range, half-open
    last: int
    entities: tuple[EntityId, ...]
    how: str  # name | description | adjective | group | pronoun
    particle: str = ""  # attached و ف ب ل ك before it, as written ('ول')


@dataclass(frozen=True)
class Referents:
    """The entities of one report and every reference to them, in reading order; references do not overlap."""

    entities: tuple[Entity, ...]
    references: tuple[Reference, ...]

    @cached_property
    def by_id(self) -> dict[EntityId, Entity]:
        """The entities by their ids."""
        return {e.id: e for e in self.entities}

    @cached_property
    def _starts(self) -> list[int]:
        return [r.first for r in self.references]

    def between(self, first: int, last: int) -> tuple[Reference, ...]:
        """The references that begin in a token range, half-open."""
        return self.references[bisect_left(self._starts, first) : bisect_left(self._starts, last)]

    @cached_property
    def _by_token(self) -> dict[int, Reference]:
        return {token: r for r in self.references for token in range(r.first, r.last)}

    def at(self, token: int) -> Reference | None:
        """The reference that a token stands in."""
        return self._by_token.get(token)
