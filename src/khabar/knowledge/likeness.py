"""Words that reports put for one another when they tell the same thing."""

from functools import cache

from khabar.knowledge.files import entries


@cache
def like() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Each class of likeness with its words."""
    return tuple((f"={entry['id']}", tuple(entry["words"])) for entry in entries("ar/likeness.yaml"))
