"""Parts of people's names: given names and family names, and which of them are ordinary words too."""

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


def _parts(role: str) -> frozenset[str]:
    return frozenset(
        word for entry in entries("world/name_parts.yaml") if entry["role"] == role for word in entry["words"]
    )
