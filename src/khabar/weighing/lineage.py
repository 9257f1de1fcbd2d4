"""Which report follows which: by time, by whom it credits, and by how much of the text it shares."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from khabar.knowledge.actors import news_agencies
from khabar.values.lineage import CopyKind, Descent, Lineage
from khabar.values.reason import Passage, Reason
from khabar.weighing.copies import SHORTER, Tie, reason_of
from khabar.weighing.digest import Credit, Digest, medium_key

_WHOLE = 0.95  # of the text shared in copies that differ in their headline only
_FEW_AGENCIES = 2  # reports that must name one agency, before their text is held to be its dispatch


@dataclass(frozen=True, slots=True)
class _Copying:
    """The reports of one lineage while they are put in order."""

    reports: Sequence[Digest]
    credited: Mapping[int, Mapping[str, Credit]]  # the media that a report names, by their keys
    ties: Mapping[frozenset[int], Tie]

    def names(self, one: int, other: int) -> bool:
        """Whether a report names the outlet of another as a medium."""
        outlet = self.reports[other].outlet
        return bool(outlet) and medium_key(outlet or "") in self.credited[one]


def lineages_in(reports: Sequence[Digest], ties: Sequence[Tie]) -> tuple[Lineage, ...]:
    """The lineages of all reports that share their text with another, reworded ones too."""
    near: dict[int, set[int]] = defaultdict(set)
    for tie in ties:
        near[tie.one].add(tie.other)
        near[tie.other].add(tie.one)
    credited = {i: {credit.key: credit for credit in reports[i].media} for i in near}
    copying = _Copying(reports, credited, {frozenset((t.one, t.other)): t for t in ties})
    return tuple(_lineage(members, near, copying) for members in _connected(near))


def first_reports(lineages: Iterable[Lineage]) -> dict[str, str]:
    """The first report of its lineage, by the id of each report in one."""
    return {d.report: lineage.descents[0].report for lineage in lineages for d in lineage.descents}


def _connected(near: Mapping[int, set[int]]) -> list[list[int]]:
    seen: set[int] = set()
    groups = []
    for start in sorted(near):
        if start in seen:
            continue
        group, ahead = [], [start]
        seen.add(start)
        while ahead:
            i = ahead.pop()
            group.append(i)
            ahead += sorted(near[i] - seen)
            seen |= near[i]
        groups.append(sorted(group))
    return groups


def _lineage(members: Sequence[int], near: Mapping[int, set[int]], copying: _Copying) -> Lineage:
    inside = set(members)

    def order(i: int) -> tuple[date, bool, str]:
        # of one day, who credits another of them comes after who credits none
        return (
            copying.reports[i].published or date.max,
            any(copying.names(i, j) for j in inside - {i}),
            copying.reports[i].report,
        )

    in_time = sorted(members, key=order)
    agency = _agency(in_time, copying)
    before: list[int] = []
    descents = []
    for i in in_time:
        earlier = [j for j in before if j in near[i]]
        descents.append(_descent(i, earlier, agency, copying))
        before.append(i)
    first = copying.reports[in_time[0]]
    named = copying.credited[_first_naming(agency, in_time, copying)][agency].name if agency else None
    return Lineage("l" + sha256(first.report.encode()).hexdigest()[:15], tuple(descents), named)


def _agency(members: Sequence[int], copying: _Copying) -> str | None:
    """The agency that most of the reports name, if two do and none of them is its own."""
    outlets = {medium_key(copying.reports[i].outlet or "") for i in members}
    told = Counter(key for i in members for key in copying.credited[i] if key in news_agencies() and key not in outlets)
    enough = {key: n for key, n in told.items() if n >= _FEW_AGENCIES}
    return min(enough, key=lambda key: (-enough[key], key), default=None)


def _first_naming(agency: str | None, members: Sequence[int], copying: _Copying) -> int:
    return next(i for i in members if agency in copying.credited[i])


def _descent(i: int, earlier: Sequence[int], agency: str | None, copying: _Copying) -> Descent:
    report = copying.reports[i]
    own_credit = _credit(i, agency, copying) if agency else None
    if not earlier:
        return Descent(report.report, CopyKind.FIRST, None, own_credit.name if own_credit else None)

    def nearness(j: int) -> tuple[bool, float, int]:
        return copying.names(i, j), copying.ties[frozenset((i, j))].share, -j

    parent = max(earlier, key=nearness)
    tie = copying.ties[frozenset((i, parent))]
    credits_parent = copying.names(i, parent)
    both_credit = own_credit is not None and agency in copying.credited[parent] and not credits_parent
    credited = copying.credited[i][medium_key(copying.reports[parent].outlet or "")] if credits_parent else own_credit
    reasons = [reason_of(tie)]
    if credited:
        code = "credits-the-other" if credits_parent else "credits-the-agency"
        reasons.append(Reason(code, (Passage(report.report, credited.mention),), credited.name))
    of = None if both_credit else copying.reports[parent].report
    return Descent(
        report.report, _kind(i, parent, tie, copying), of, credited.name if credited else None, tuple(reasons)
    )


def _credit(i: int, medium: str, copying: _Copying) -> Credit | None:
    return copying.credited[i].get(medium)


def _kind(i: int, parent: int, tie: Tie, copying: _Copying) -> CopyKind:
    mine, its = tie.lengths if tie.one == i else tie.lengths[::-1]
    if not tie.is_copy:
        return CopyKind.REWORDED
    if mine < SHORTER * its:
        return CopyKind.ABRIDGED
    if its < SHORTER * mine:
        return CopyKind.EXTENDED
    one, other = copying.reports[i], copying.reports[parent]
    if tie.share >= _WHOLE and min(mine, its) >= _WHOLE * max(mine, its):
        if (one.title or "") != (other.title or ""):
            return CopyKind.RE_HEADLINED
        return CopyKind.EXACT if one.text == other.text else CopyKind.NEAR
    return CopyKind.NEAR
