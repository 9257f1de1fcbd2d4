"""Reports and readings written down briefly, for tests of what is concluded from many."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import sha256

from khabar.values.attribution import Attribution, Mode, Stance
from khabar.values.entity import Entity, Kind, Role
from khabar.values.event import Event, EventType, Goods, GoodsCategory, Status
from khabar.values.moment import Moment
from khabar.values.reading import Reading
from khabar.values.report import Report
from khabar.values.span import Span
from khabar.values.timex import Timex


@dataclass
class Telling:
    """One report, to which what was read in it is added piece by piece."""

    id: str
    text: str
    day: str = "2021-05-04"
    outlet: str | None = None
    entities: dict[str, Entity] = field(default_factory=dict)
    sayings: list[Attribution] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    times: list[Timex] = field(default_factory=list)

    def at(self, words: str) -> Span:
        start = self.text.index(words)
        return Span(start, start + len(words))

    def entity(
        self,
        name: str,
        kind: str,
        *,
        wikidata: str | None = None,
        of: str | None = None,
        office: str | None = None,
        known_as: str | None = None,
        rule: str = "",
    ) -> "Telling":
        roles = (Role(self.at(office), of),) if office else ()
        mentions = tuple(Span(m.start(), m.end()) for m in re.finditer(re.escape(name), self.text))
        owner = None if office else of
        self.entities[name] = Entity(name, name, Kind(kind), mentions, wikidata, owner, roles, known_as, rule)
        return self

    def says(
        self, chain: Sequence[str], content: str, stance: str = "asserts", cue: str | None = None, rule: str = ""
    ) -> "Telling":
        links = tuple((name,) for name in chain)
        span = self.at(cue) if cue else None
        self.sayings.append(
            Attribution(
                f"a{len(self.sayings)}", self.at(content), links, Stance(stance), Mode.INDIRECT, span, rule=rule
            )
        )
        return self

    def says_together(self, speakers: Sequence[str], content: str, cue: str) -> "Telling":
        """Several who stand in one link of the chain."""
        self.says(speakers, content, cue=cue)
        self.sayings[-1] = replace(self.sayings[-1], chain=(tuple(speakers),))
        return self

    def time(self, words: str, edtf: str) -> "Telling":
        self.times.append(Timex(self.at(words), Moment(edtf)))
        return self

    def event(
        self,
        anchor: str,
        kind: str,
        *,
        actor: Sequence[str] = (),
        recipient: Sequence[str] = (),
        status: str = "actual",
        goods: str | None = None,
        said: int | None = None,
        place: Sequence[str] = (),
        time: str | None = None,
    ) -> "Telling":
        carried = (Goods(self.at(goods), GoodsCategory.OTHER),) if goods else ()
        self.events.append(
            Event(
                f"v{len(self.events)}",
                self.at(anchor),
                EventType(kind),
                Status(status),
                actor=tuple(actor),
                recipient=tuple(recipient),
                place=tuple(place),
                time=Moment(time) if time else None,
                goods=carried,
                attribution=None if said is None else f"a{said}",
            )
        )
        return self

    @property
    def read(self) -> tuple[Report, Reading]:
        report = Report(
            self.id,
            self.text,
            sha256(f"{self.id}{self.text}".encode()).hexdigest(),
            outlet=self.outlet or f"outlet of {self.id}",
            published=date.fromisoformat(self.day),
        )
        whole = (Span(0, len(self.text)),)
        return report, Reading(
            self.id,
            "test",
            "ar",
            whole,
            tuple(self.entities.values()),
            tuple(self.times),
            tuple(self.sayings),
            tuple(self.events),
        )
