"""Which members of the reports were found to be one, and why."""

from collections import defaultdict
from collections.abc import Mapping

from khabar.resolution.joining import Joined
from khabar.values.actor import Member
from khabar.values.entity import Entity

JUDGED_SAME = "judged-same"  # a person said so, and knows better than any sign


class Sameness:
    """Members that were found to be one, and why; never two with different Wikidata items."""

    def __init__(self, entities: Mapping[Member, Entity]) -> None:
        self.entities = entities
        self._joined = Joined(sorted(entities))
        self.items: dict[Member, str | None] = {m: e.wikidata for m, e in entities.items()}
        self.reports: dict[Member, set[str]] = {m: {m[0]} for m in entities}
        self.reasons: dict[Member, dict[str, tuple[Member, Member]]] = defaultdict(dict)
        self.apart: list[tuple[Member, Member]] = []

    def keep_apart(self, one: Member, other: Member) -> None:
        """Never take these two for one, whatever speaks for it."""
        self.apart.append((one, other))

    def root(self, member: Member) -> Member:
        """The member that stands for all that are one with this one."""
        return self._joined.leader(member)

    def join(self, one: Member, other: Member, code: str) -> None:
        """Take two for one, unless something speaks against it."""
        first, second = sorted((self.root(one), self.root(other)))
        if first == second or not self._may_join(first, second, code):
            return
        self._joined.join(first, second)
        self.items[first] = self.items[first] or self.items[second]
        self.reports[first] |= self.reports.pop(second)
        self.reasons[first] |= self.reasons.pop(second, {})
        self.reasons[first].setdefault(code, (one, other))

    def _may_join(self, first: Member, second: Member, code: str) -> bool:
        if any({self.root(one), self.root(other)} == {first, second} for one, other in self.apart):
            return False
        if code == JUDGED_SAME:
            return True
        items = {self.items[first], self.items[second]} - {None}
        if len(items) > 1:
            return False
        # what the reader of one report told apart stays apart, unless a sure sign says otherwise
        return code in ("same-wikidata", "same-entry") or not self.reports[first] & self.reports[second]

    def join_by(self, code: str, keyed: Mapping[Member, tuple[str, ...]]) -> None:
        """Join all that share a key."""
        first: dict[tuple[str, ...], Member] = {}
        for member in sorted(keyed):
            if keyed[member][-1] and (other := first.setdefault(keyed[member], member)) is not member:
                self.join(other, member, code)

    def clusters(self) -> dict[Member, list[Member]]:
        """All members by the one that stands for them."""
        return self._joined.groups()
