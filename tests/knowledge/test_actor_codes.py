"""The words for roles of parties keep their promises: every entry finds its examples and leaves its near misses alone."""

import pytest

from khabar.extraction.events.lexicon import folded, stands_at
from khabar.knowledge.actor_codes import PartyRole, party_roles, role_of_sort
from khabar.knowledge.actors import Sort
from khabar.language.analysis import analyse


def _stands_in(entry: PartyRole, text: str) -> bool:
    forms = tuple(token.form for token in analyse(text).tokens)
    return any(stands_at(folded(entry.words), forms, at) for at in range(len(forms)))


@pytest.mark.parametrize("entry", party_roles(), ids=lambda entry: entry.id)
def test_an_entry_finds_its_examples_and_no_near_miss(entry: PartyRole) -> None:
    assert entry.examples
    assert entry.counterexamples
    for text in entry.examples:
        assert _stands_in(entry, text)
    for text in entry.counterexamples:
        assert not _stands_in(entry, text)


def test_roles_are_three_letters_and_told_once() -> None:
    roles = [entry.role for entry in party_roles()]
    assert all(len(role) == 3 and role.isupper() for role in roles)
    assert len(roles) == len(set(roles))


def test_bodies_act_in_the_role_of_their_sort() -> None:
    assert role_of_sort(Sort.MILITARY) == "MIL"
    assert role_of_sort(Sort.ARMED_GROUP) == "REB"
    assert role_of_sort(Sort.INTERNATIONAL) is None
