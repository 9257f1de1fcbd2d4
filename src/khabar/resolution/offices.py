"""The offices that reports give to one person, with the dates of the reports that do."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from khabar.language.normalise import key
from khabar.values.actor import ActorId, Member, Office
from khabar.values.entity import Entity
from khabar.values.moment import Moment
from khabar.values.reason import Passage
from khabar.values.report import Report


def offices_of(
    members: Iterable[tuple[Member, Entity]], of_member: Mapping[Member, ActorId], reports: Mapping[str, Report]
) -> tuple[Office, ...]:
    """One office for each title, body and tense, earliest told first."""
    told: dict[tuple[str, str, bool], list[tuple[str, Passage]]] = defaultdict(list)
    for (report_id, _), entity in members:
        for role in entity.roles:
            title = role.span.of(reports[report_id].text)
            body = of_member.get((report_id, role.of), "") if role.of else ""
            told[key(title), body, role.former].append((title, Passage(report_id, role.span)))
    offices = [_office(body, former, mentions, reports) for (_, body, former), mentions in told.items()]
    return tuple(sorted(offices, key=lambda o: (str(o.first or ""), o.title, o.of or "", o.former)))


def _office(body: str, former: bool, mentions: list[tuple[str, Passage]], reports: Mapping[str, Report]) -> Office:
    days = sorted(day for _, p in mentions if (day := reports[p.report_id].published))
    return Office(
        title=min(title for title, _ in mentions),
        passages=tuple(sorted(p for _, p in mentions)),
        of=body or None,
        former=former,
        first=Moment.on(days[0]) if days else None,
        last=Moment.on(days[-1]) if days else None,
    )
