"""What a dossier asks of an archive, and what of it goes into the page."""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from khabar.values.actor import Actor
from khabar.values.claim import Claim
from khabar.values.report import Report
from khabar.values.weighed import Weighed
from khabar.views.about import claim_is_about, parties_called, subject
from khabar.views.actors import Cast, actors
from khabar.views.claims import claims
from khabar.views.contradictions import ContradictionShown, Disagreements, contradictions
from khabar.views.dossier.options import Options
from khabar.views.exchanges import Asked, Ledger, Transfer, exchanges
from khabar.views.lineage import Lineages, LineageShown, lineages
from khabar.views.relations import Dealers, Relation, all_relations, relations
from khabar.views.timeline import Entry, Events, timeline

_HEADLINE = 160  # characters


class Library(Events, Disagreements, Lineages, Ledger, Dealers, Cast, Protocol):
    """An archive, as far as a dossier needs one."""

    def weighed(self) -> Weighed:
        """What was concluded from all the reports."""

    def model(self) -> str | None:
        """The language model that proposed what was read; None: rules read it."""

    def reports(self) -> Iterator[Report]:
        """All reports, by day of publication."""


@dataclass(frozen=True, slots=True)
class Card:
    """A report without its text."""

    number: int  # its place in the page
    id: str
    outlet: str | None  # None: the report does not tell
    published: date | None  # None: not known
    title: str
    url: str | None  # None: not known, or no address of a page
    has_text: bool = False  # whether the page holds its text
    is_listed: bool = False  # whether the page names it in its list of reports


@dataclass(frozen=True, slots=True)
class Material:
    """Everything that the page is made of, chosen and in its order."""

    cards: Mapping[str, Card]  # by report id, by day of publication
    weighed: Weighed
    entries: tuple[Entry, ...]  # of the claims shown
    claims: tuple[Claim, ...]
    all_claims: tuple[Claim, ...]
    differences: tuple[ContradictionShown, ...]
    lineages: tuple[LineageShown, ...]
    exchanges: tuple[Transfer, ...]
    relations: tuple[Relation, ...]
    actors: tuple[Actor, ...]


def material(archive: Library, options: Options) -> Material:
    """What the options ask for; claims with most positions before others where not all have room."""
    weighed = archive.weighed()
    entries = timeline(archive, options.since, options.until, options.about).items
    in_time = {entry.claim for entry in entries}
    found = tuple(claim for claim in claims(archive, options.about) if claim.id in in_time)
    if options.between:
        found = _between(found, options.between, archive)
    chosen = found[: options.claims]
    chosen_ids = {claim.id for claim in chosen}
    found_ids = {claim.id for claim in found}
    narrowed = bool(options.about or options.between or options.since or options.until)
    concerned = _reports_of(found)
    cards = _cards(archive, chosen, concerned if narrowed else None, options)
    return Material(
        cards=cards,
        weighed=weighed,
        entries=tuple(entry for entry in entries if entry.claim in chosen_ids),
        claims=chosen,
        all_claims=found,
        differences=tuple(d for d in contradictions(archive, options.about) if _is_told(d, cards)),
        lineages=tuple(one for one in lineages(archive) if sum(d.descent.report in cards for d in one.descents) > 1),
        exchanges=tuple(
            e
            for e in exchanges(archive, Asked(about=options.about, between=options.between))
            if options.between or e.exchange.claim in found_ids
        ),
        relations=relations(archive, *options.between, options.since, options.until).items
        if options.between
        else all_relations(archive, options.since, options.until),
        actors=tuple(a for a in actors(archive) if not narrowed or any(r in cards for r in a.reports)),
    )


def _between(found: Iterable[Claim], both: tuple[str, str], archive: Library) -> tuple[Claim, ...]:
    """The claims in which each of the two takes part, or somebody that acts for it."""
    wanted = [(parties_called(archive, name), subject(archive, name)) for name in both]
    return tuple(
        claim
        for claim in found
        if all(parties & {*claim.acting, *claim.acted_on} or claim_is_about(claim, one) for parties, one in wanted)
    )


def _is_told(difference: ContradictionShown, cards: Container[str]) -> bool:
    """Whether the page has a report for each of two values."""
    told = [any(t.quoted.passage.report_id in cards for t in side.tellings) for side in difference.sides]
    return sum(told) > 1


def _reports_of(found: tuple[Claim, ...]) -> dict[str, None]:
    return {position.passage.report_id: None for claim in found for position in claim.positions}


def _cards(
    archive: Library, chosen: tuple[Claim, ...], only: Container[str] | None, options: Options
) -> dict[str, Card]:
    """The reports in the order of their days; those that the claims rest on have their text before others."""
    bare = {report.id: _card(report) for report in archive.reports() if only is None or report.id in only}
    wanted = [report_id for report_id in _reports_of(chosen) if report_id in bare]
    with_text = set(list(dict.fromkeys([*wanted, *bare]))[: options.texts])
    without = [report_id for report_id in bare if report_id not in with_text]
    listed = with_text | set(without[: options.listed])
    return {
        card.id: replace(card, number=n, has_text=card.id in with_text, is_listed=card.id in listed)
        for n, card in enumerate(bare.values(), start=1)
    }


def _card(report: Report) -> Card:
    url = report.url if report.url and report.url.startswith(("https://", "http://")) else None
    title = report.headline[:_HEADLINE]
    return Card(0, report.id, report.outlet, report.published, title, url)
