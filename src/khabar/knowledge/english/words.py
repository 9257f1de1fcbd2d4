"""English words by their use: prepositions, auxiliaries, abbreviations, titles, heads of groups and bodies."""

from functools import cache

from khabar.knowledge.files import entries

FUNCTION = "en/function_words.yaml"
TITLES = "en/titles.yaml"
GROUPS = "en/groups.yaml"
BODIES = "en/bodies.yaml"


@cache
def words_used_as(use: str) -> tuple[str, ...]:
    """The function words and phrases of one use, as they are spelled in the data."""
    return tuple(word for entry in entries(FUNCTION) if entry["use"] == use for word in entry["words"])


@cache
def function_words() -> frozenset[str]:
    """The single words that say nothing by themselves."""
    empty = ("preposition", "conjunction", "article", "pronoun", "auxiliary")
    return frozenset(word for use in empty for word in words_used_as(use))


@cache
def likeness() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Each class of likeness with its English words."""
    return tuple((f"={entry['id']}", tuple(entry["words"])) for entry in entries("en/likeness.yaml"))


@cache
def words_of_role(file: str, role: str) -> tuple[tuple[str, str], ...]:
    """The words of one role in a file of nouns, each with the id of its entry."""
    field = "kind" if file == TITLES else "role"
    return tuple((word, entry["id"]) for entry in entries(file) if entry[field] == role for word in entry["words"])
