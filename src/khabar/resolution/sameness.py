"""Which members of the reports were found to be one, and why; and which might be, whatever speaks against it."""

from collections import defaultdict
from collections.abc import Mapping

from khabar.resolution.joining import Joined
from khabar.values.actor import Member
from khabar.values.entity import Entity

JUDGED_SAME = "judged-same"  # a person said so, and knows better than any sign


class Sameness:
    """Members that were found to be one, and why; never two with different Wikidata items, unless a person said so.

    Kin are all that some sign speaks for, directly or by others: what becomes of them rests on nobody else.
    """

    def __init__(self, entities: Mapping[Member, Entity]) -> None:
        self.entities = entities
        self._joined = Joined(sorted(entities))
        self._kin = Joined(sorted(entities))
        self.items = {m: frozenset({e.wikidata}) for m, e in entities.items() if e.wikidata}
        self.reports: dict[Member, set[str]] = {}  # of those that some were joined to; most stand alone
        self.reasons: dict[Member, dict[str, tuple[Member, Member]]] = defaultdict(dict)
        self.apart: list[tuple[Member, Member]] = []

    def keep_apart(self, one: Member, other: Member) -> None:
        """Never take these two for one, whatever speaks for it."""
        self._kin.join(one, other)
        self.apart.append((one, other))

    def root(self, member: Member) -> Member:
        """The member that stands for all that are one with this one."""
        return self._joined.leader(member)

    def join(self, one: Member, other: Member, code: str) -> None:
        """Take two for one, unless something speaks against it."""
        first, second = self.root(one), self.root(other)
        if first == second:
            return  # and kin, too; so are most by more than one sign
        self._kin.join(one, other)
        if second < first:
            first, second = second, first
        if not self._may_join(first, second, code):
            return
        self._joined.join(first, second)
        if items := self.items.pop(second, None):
            self.items[first] = self.items.get(first, items) | items
        self.reports.setdefault(first, {first[0]}).update(self.reports.pop(second, (second[0],)))
        self.reasons[first] |= self.reasons.pop(second, {})
        self.reasons[first].setdefault(code, (one, other))

    def _may_join(self, first: Member, second: Member, code: str) -> bool:
        if any({self.root(one), self.root(other)} == {first, second} for one, other in self.apart):
            return False
        if code == JUDGED_SAME:
            return True
        items, others = self.items.get(first), self.items.get(second)
        if items and others and items.isdisjoint(others):
            return False
        # what the reader of one report told apart stays apart, unless a sure sign says otherwise
        sure = code in ("same-wikidata", "same-entry")
        return sure or self.reports.get(first, {first[0]}).isdisjoint(self.reports.get(second, (second[0],)))

    def join_by(self, code: str, keyed: Mapping[Member, tuple[str, ...]]) -> None:
        """Join all that share a key."""
        first: dict[tuple[str, ...], Member] = {}
        for member, key in sorted(keyed.items()):
            if key[-1] and (other := first.setdefault(key, member)) is not member:
                self.join(other, member, code)

    def relate(self, one: Member, other: Member) -> None:
        """Whether one is taken for somebody may rest on the other."""
        self._kin.join(one, other)

    def relate_by(self, keyed: Mapping[Member, str]) -> None:
        """The same for all that share a key."""
        first: dict[str, Member] = {}
        for member in sorted(keyed):
            self._kin.join(first.setdefault(keyed[member], member), member)

    def kin(self) -> dict[Member, list[Member]]:
        """All members by the least of their kin."""
        return self._kin.groups()

    def clusters(self) -> dict[Member, list[Member]]:
        """All members by the one that stands for them."""
        return self._joined.groups()
