"""Names on the page, each leading to its actor where the page has it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from khabar.values.actor import Actor, Member
from khabar.views.dossier.library import Card
from khabar.views.dossier.words import word


@dataclass(frozen=True, slots=True)
class Named:
    """One name."""

    text: str
    href: str | None = None  # None: the page has no such actor, or several of the name


class Names:
    """The actors that the page shows, by name and by their members; and the reports that are sources themselves."""

    def __init__(self, shown: Iterable[Actor], reports: Mapping[str, Card]) -> None:
        self._reports = reports
        self.of_member: dict[Member, int] = {}
        self._by_name: dict[str, set[int]] = {}
        for number, actor in by_number(shown).items():
            self.of_member |= dict.fromkeys(actor.members, number)
            for name in (actor.name, *actor.also):
                self._by_name.setdefault(name, set()).add(number)

    def number(self, name: str) -> int | None:
        """The number of the one actor of that name; None: there is none, or several."""
        found = self._by_name.get(name, set())
        return min(found) if len(found) == 1 else None

    def named(self, names: Iterable[str]) -> tuple[Named, ...]:
        """The names, in their order."""
        return tuple(self._named(name) for name in names)

    def numbers_of(self, names: Iterable[str]) -> tuple[int, ...]:
        """The numbers of those that the page has."""
        return tuple(sorted({n for name in names if (n := self.number(name)) is not None}))

    def _named(self, name: str) -> Named:
        card = self._reports.get(name)
        if card and not card.outlet:
            return Named(f"{word('page.no_outlet')} · {card.title}", f"#r{card.number}" if card.is_listed else None)
        number = self.number(name)
        return Named(name, f"#a{number}" if number else None)


def by_number(shown: Iterable[Actor]) -> Mapping[int, Actor]:
    """The actors under the numbers that the page gives them."""
    return dict(enumerate(shown, start=1))
