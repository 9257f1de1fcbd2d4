"""The offices that reports give to one person, with the dates of the reports that do."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from khabar.language.normalise import key
from khabar.resolution.appearances import Appearances
from khabar.values.actor import ActorId, Member, Office
from khabar.values.entity import Entity
from khabar.values.moment import Moment
from khabar.values.reason import Passage


class Offices:
    """All offices that these reports give anybody."""

    def __init__(self, of_member: Mapping[Member, ActorId], told: Iterable[Appearances]) -> None:
        self._of_member = of_member
        self._told = {report.report: report for report in told}
        self._titles = {
            (report.report, entity_id): titles for report in self._told.values() for entity_id, titles in report.titles
        }

    def of(self, members: Iterable[tuple[Member, Entity]]) -> tuple[Office, ...]:
        """One office of an actor for each title, body and tense, earliest told first."""
        told: dict[tuple[str, str, bool], list[tuple[str, Passage]]] = defaultdict(list)
        for member, entity in ((m, e) for m, e in members if e.roles):
            for role, title in zip(entity.roles, self._titles.get(member, ()), strict=True):
                body = self._of_member.get((member[0], role.of), "") if role.of else ""
                told[key(title), body, role.former].append((title, Passage(member[0], role.span)))
        offices = [self._office(body, former, mentions) for (_, body, former), mentions in told.items()]
        return tuple(sorted(offices, key=lambda o: (str(o.first or ""), o.title, o.of or "", o.former)))

    def _office(self, body: str, former: bool, mentions: list[tuple[str, Passage]]) -> Office:
        days = sorted(day for _, p in mentions if (day := self._told[p.report_id].published))
        return Office(
            title=min(title for title, _ in mentions),
            passages=tuple(sorted(p for _, p in mentions)),
            of=body or None,
            former=former,
            first=Moment.on(days[0]) if days else None,
            last=Moment.on(days[-1]) if days else None,
        )
