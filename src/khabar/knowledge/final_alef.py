"""Words that end in alef maqsura and not in ya."""

from functools import cache

from khabar.knowledge.files import entries


@cache
def final_alef() -> frozenset[str]:
    """All of them, folded, with nothing attached in front."""
    return frozenset(word for entry in entries("ar/final_alef.yaml") for word in entry["words"])


@cache
def final_alef_alone() -> frozenset[str]:
    """Those that hardly are other words with a ya."""
    seldom = (entry for entry in entries("ar/final_alef.yaml") if entry["otherwise"] == "seldom")
    return frozenset(word for entry in seldom for word in entry["words"])
