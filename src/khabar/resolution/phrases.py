"""Fixed phrases found among the words of a passage."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache

from khabar.knowledge.contrast import contrast
from khabar.language.normalise import fold

_PARTICLES = ("و", "ف")


class Phrases:
    """Phrases by their first word."""

    def __init__(self, phrases: Iterable[tuple[str, ...]]) -> None:
        self.by_first: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for phrase in phrases:
            folded = tuple(fold(word) for word in phrase)
            self.by_first[folded[0]].append(folded)
        self.openings = frozenset(f"{particle}{first}" for first in self.by_first for particle in ("", *_PARTICLES))

    def places_in(self, forms: Sequence[str]) -> list[int]:
        """Where a phrase begins among folded forms, with or without و or ف before it."""
        if self.openings.isdisjoint(forms):
            return []
        return [at for at, form in enumerate(forms) if form in self.openings and self._at(forms, at, form)]

    def stand_in(self, forms: Sequence[str]) -> bool:
        """Whether one of the phrases is among the forms."""
        return bool(self.places_in(forms))

    def stands_at(self, forms: Sequence[str]) -> bool:
        """Whether the forms begin with one of the phrases as it is spelled."""
        return bool(forms) and any(phrase == tuple(forms[: len(phrase)]) for phrase in self.by_first.get(forms[0], ()))

    def _at(self, forms: Sequence[str], at: int, form: str) -> bool:
        heads = (form, form[1:]) if form.startswith(_PARTICLES) else (form,)
        return any(
            phrase[1:] == tuple(forms[at + 1 : at + len(phrase)])
            for head in heads
            for phrase in self.by_first.get(head, ())
        )


@cache
def phrases_for(use: str) -> Phrases:
    """The phrases of one use in the data on contrast."""
    return Phrases(contrast(use))
