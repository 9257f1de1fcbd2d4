"""Which words of a report refer to which entity: names, descriptions, adjectives of nationality, groups, pronouns."""

from bisect import bisect_left
from dataclasses import dataclass

from khabar.values.entity import Entity, EntityId


@dataclass(frozen=True, slots=True)
class Reference:
    """Words that refer to one entity, or to several together ('البلدان')."""

    first: int  # token range, half-open
    last: int
    entities: tuple[EntityId, ...]
    how: str  # name | description | adjective | group | pronoun
    particle: str = ""  # attached و ف ب ل ك before it, as written ('ول')


class Referents:
    """The entities of one report and every reference to them, in reading order; references do not overlap."""

    def __init__(self, entities: tuple[Entity, ...], references: tuple[Reference, ...]) -> None:
        self.entities, self.references = entities, references
        self.by_id: dict[EntityId, Entity] = {e.id: e for e in entities}
        self._starts = [r.first for r in references]
        self._by_token = {token: r for r in references for token in range(r.first, r.last)}

    def between(self, first: int, last: int) -> tuple[Reference, ...]:
        """The references that begin in a token range, half-open."""
        return self.references[bisect_left(self._starts, first) : bisect_left(self._starts, last)]

    def at(self, token: int) -> Reference | None:
        """The reference that a token stands in."""
        return self._by_token.get(token)
