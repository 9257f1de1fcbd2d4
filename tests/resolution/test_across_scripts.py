"""Full names in Latin and in Arabic letters."""

import pytest

from khabar.resolution.across_scripts import across_scripts
from khabar.values.entity import Entity, Kind


def people(*names: str) -> dict[tuple[str, str], Entity]:
    return {(f"r{n}", "e1"): Entity("e1", name, Kind.PERSON) for n, name in enumerate(names)}


@pytest.mark.parametrize(
    ("latin", "arabic"),
    [("Khaled al-Mansouri", "خالد المنصوري"), ("Tarek Shaheen", "طارق شاهين"), ("Mustafa Bakri", "مصطفى بكري")],
)
def test_one_name_in_both_scripts(latin: str, arabic: str) -> None:
    assert len(set(across_scripts(people(latin, arabic)).values())) == 1


@pytest.mark.parametrize(
    "names",
    [
        ("Khaled al-Mansouri", "خالد المصري"),
        ("Khaled", "خالد"),  # one word is nobody's own
        ("خالد المنصوري", "خالد المنصوري"),  # no Latin letters
        ("Hasan Salem", "حسن سالم", "حسين سليم"),  # two that it fits
    ],
)
def test_no_other_name(names: tuple[str, ...]) -> None:
    assert across_scripts(people(*names)) == {}
