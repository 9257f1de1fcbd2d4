"""Every place where a report tells an event, with the claim that it belongs to."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from khabar.exports.provenance import Chain, chain_of, entities_of
from khabar.exports.selection import Selection
from khabar.values.claim import Claim
from khabar.values.entity import Entity
from khabar.values.event import Event
from khabar.values.reading import Reading
from khabar.values.report import Report

HELD = 2000  # claims; those of one week are told by reports that follow one another


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One event in one report."""

    report: Report
    reading: Reading
    event: Event
    entities: Mapping[str, Entity]  # of the report, by their ids
    chain: Chain
    claim: Claim | None  # None: it was not weighed, as what reports only recall

    @property
    def id(self) -> str:
        """By which `khabar show` finds it."""
        return f"{self.report.id}#{self.event.id}"

    @property
    def day(self) -> date | None:
        """When it is told to begin, else when the report was published; None: neither is known."""
        return (self.event.time.earliest if self.event.time else None) or self.report.published


def occurrences(selection: Selection) -> Iterator[Occurrence]:
    """All events that are wanted, report by report."""
    claim_of = lru_cache(HELD)(selection.archive.claim)
    for report, reading in selection.readings():
        yield from occurrences_in(report, reading, selection, claim_of)


def occurrences_in(
    report: Report, reading: Reading, selection: Selection, claim_of: Callable[[str], Claim | None]
) -> Iterator[Occurrence]:
    """The events of one report that are wanted."""
    entities = entities_of(reading)
    sayings = {saying.id: saying for saying in reading.attributions}
    claims = selection.archive.claims_of_events(report.id)
    for event in reading.events:
        own_id = claims.get(event.id)
        if selection.claims is None or own_id in selection.claims:
            chain = chain_of(sayings.get(event.attribution or ""), entities)
            yield Occurrence(report, reading, event, entities, chain, claim_of(own_id) if own_id else None)
