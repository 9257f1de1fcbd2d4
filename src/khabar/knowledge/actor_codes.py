"""In what role a party acts, by CAMEO's roles: the words and the sorts of bodies that tell it, typed."""

from dataclasses import dataclass
from functools import cache

from khabar.knowledge.actors import Sort
from khabar.knowledge.files import entries

FILE = "ar/actor_codes.yaml"
FORMER = "ELI"  # who held an office and holds it no more


@dataclass(frozen=True, slots=True)
class PartyRole:
    """One entry."""

    id: str
    role: str  # CAMEO's three letters
    words: tuple[str, ...]
    sorts: tuple[Sort, ...] = ()
    weak: bool = False  # gives way to a role that words behind it tell
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()


@cache
def party_roles() -> tuple[PartyRole, ...]:
    """Every entry, in the order of the file."""
    return tuple(
        PartyRole(
            entry["id"],
            entry["role"],
            tuple(entry["words"]),
            tuple(Sort(sort) for sort in entry.get("sorts", ())),
            entry.get("weak", False),
            tuple(entry.get("examples", ())),
            tuple(entry.get("counterexamples", ())),
        )
        for entry in entries(FILE)
        if "role" in entry
    )


@cache
def foreigners() -> frozenset[str]:
    """The words that tell of foreigners of no one country."""
    return frozenset(word for entry in entries(FILE) if "role" not in entry for word in entry["words"])


@cache
def role_of_sort(sort: Sort) -> str | None:
    """The role in which bodies of a sort act; None: in none of their own."""
    return next((entry.role for entry in party_roles() if sort in entry.sorts), None)
