"""A verb as the data spells it: its base form, or base / past / participle."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Lemma:
    """A verb, of several words where it is a phrase; only the first is inflected."""

    base: str
    past: str | None = None  # None: regular
    participle: str | None = None  # None: regular
    rest: tuple[str, ...] = ()  # what follows the verb in every form


def lemma(spelled: str) -> Lemma:
    """The verb of `hold talks with / held / held`."""
    base, *irregular = (part.strip() for part in spelled.split("/"))
    first, *rest = base.split()
    past, participle = irregular if irregular else (None, None)
    return Lemma(first, past, participle, tuple(rest))


def nouns(spelled: tuple[str, ...]) -> tuple[tuple[str, str | None], ...]:
    """Nouns with their plural, of `child / children`; None: the plural is regular."""
    pairs = (tuple(part.strip() for part in noun.split("/")) for noun in spelled)
    return tuple((pair[0], pair[1] if len(pair) > 1 else None) for pair in pairs)
