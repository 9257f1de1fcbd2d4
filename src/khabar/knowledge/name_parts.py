"""Parts of people's names: given names, family names, which of them are words too, and words that are no names."""

from functools import cache

from khabar.knowledge.files import entries


@cache
def given_names() -> frozenset[str]:
    """Given names, in the spelling that `khabar.language.normalise.key` gives; a few are of two words."""
    return _parts(role="given")


@cache
def family_names() -> frozenset[str]:
    """Family names, in the same spelling."""
    return _parts(role="family")


@cache
def names_also_words() -> frozenset[str]:
    """Those of both that are ordinary words as well."""
    return frozenset(
        word for entry in entries("world/name_parts.yaml") if entry["also_word"] for word in entry["words"]
    )


@cache
def ordinary_words() -> frozenset[str]:
    """Words of the news that are no part of a name, folded."""
    return frozenset(word for entry in entries("ar/ordinary_words.yaml") for word in entry["words"])


def _parts(role: str) -> frozenset[str]:
    return frozenset(
        word for entry in entries("world/name_parts.yaml") if entry["role"] == role for word in entry["words"]
    )
