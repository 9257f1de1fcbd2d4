"""The page put together: every section made, then rendered in one go."""

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from khabar.values.actor import Actor
from khabar.values.claim import Story, Verdict
from khabar.values.entity import Kind
from khabar.values.event import Status
from khabar.values.moment import Moment
from khabar.values.reading import Reading
from khabar.views.dossier import dates
from khabar.views.dossier.actor_items import ActorItem, actor_items
from khabar.views.dossier.chains import Chains, beginning_of
from khabar.views.dossier.claim_items import ClaimItem, ClaimItems
from khabar.views.dossier.copy_items import CopyItem, copied_in, copy_items
from khabar.views.dossier.difference_items import DifferenceItem, difference_items
from khabar.views.dossier.exchange_items import ExchangeItem, exchange_items
from khabar.views.dossier.library import Card, Library, Material, material
from khabar.views.dossier.names import Names, by_number
from khabar.views.dossier.options import Options
from khabar.views.dossier.places import Places
from khabar.views.dossier.relation_items import RelationItem, relation_items
from khabar.views.dossier.report_items import ReportItem, report_item
from khabar.views.dossier.summary_items import Question, Way, questions, ways
from khabar.views.dossier.words import counted, has_word, word
from khabar.views.signs import as_it_reads

_HOME = Path(__file__).parent
STYLE = _HOME / "style.css"  # which other pages may share
_HEADLINERS = 3  # actors in a title
_POLICY = "default-src 'none'; style-src {style}; script-src {script}; base-uri 'none'; form-action 'none'"
_NOT_HTML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Tally:
    """How many claims have one verdict."""

    verdict: str
    claims: int


@dataclass(frozen=True, slots=True)
class Page:
    """Everything that the templates show."""

    title: str
    days: tuple[date, date] | None  # None: no report has a date
    reports: int
    outlets: int
    tallies: tuple[Tally, ...]
    disputed: tuple[ClaimItem, ...]
    stories: tuple[Story, ...]
    ways: tuple[Way, ...]
    questions: tuple[Question, ...]
    dated: tuple[ClaimItem, ...]
    undated: tuple[ClaimItem, ...]
    claims: tuple[ClaimItem, ...]
    all_claims: int
    differences: tuple[DifferenceItem, ...]
    all_differences: int
    copies: tuple[CopyItem, ...]
    all_copies: int
    actors: tuple[ActorItem, ...]
    all_actors: int
    exchanges: tuple[ExchangeItem, ...]
    all_exchanges: int
    relations: tuple[RelationItem, ...]
    texts: tuple[ReportItem, ...]
    cards: tuple[Card, ...]  # of reports without text here
    unlisted: int
    model: str | None  # the language model that proposed what was read; None: rules read it


def dossier_html(archive: Library, options: Options = Options()) -> str:  # noqa: B008 -- frozen
    """One page that needs nothing but itself; equal archives and options give equal bytes."""
    html = _environment().get_template("page.html.jinja").render(page=_page(archive, options))
    return _NOT_HTML.sub("\ufffd", html)


def _page(archive: Library, options: Options) -> Page:
    chosen = material(archive, options)
    shown_actors = chosen.actors[: options.actors]
    names, places = Names(shown_actors, chosen.cards), Places(chosen.cards, options.characters)
    copied = copied_in(chosen.lineages)
    chains = Chains(archive, chosen.cards, copied, names, places)
    making = ClaimItems(chains, names, places, options.positions)
    entries = {entry.claim: entry for entry in chosen.entries}
    claims = tuple(making.item(n, claim, entries[claim.id]) for n, claim in enumerate(chosen.claims, start=1))
    by_id = {claim.id: claim for claim in claims}
    numbers = {claim.id: claim.number for claim in claims}
    with_text = [card for card in chosen.cards.values() if card.has_text]
    readings = {card.id: reading for card in with_text if (reading := archive.reading(card.id)) is not None}
    transfers = chosen.exchanges[: options.exchanges]
    days = [card.published for card in chosen.cards.values() if card.published]
    without = tuple(card for card in chosen.cards.values() if not card.has_text)
    numbered = by_number(shown_actors)
    ledger = exchange_items(transfers, numbers, names, places)
    in_time = tuple(by_id[entry.claim] for entry in chosen.entries)
    return Page(
        title=_title(chosen, options),
        days=(min(days), max(days)) if days else None,
        reports=len(chosen.cards),
        outlets=len({card.outlet for card in chosen.cards.values() if card.outlet}),
        tallies=_tallies(chosen),
        disputed=_most_disputed(claims)[: options.disputed],
        stories=_stories(chosen),
        ways=ways(ledger),
        questions=questions(claims),
        dated=tuple(claim for claim in in_time if claim.time),
        undated=tuple(claim for claim in in_time if not claim.time),
        claims=claims,
        all_claims=len(chosen.all_claims),
        differences=difference_items(chosen.differences[: options.differences], chosen.cards, names, places),
        all_differences=len(chosen.differences),
        copies=copy_items(chosen.lineages[: options.copies], chosen.cards, names, places),
        all_copies=len(chosen.lineages),
        actors=actor_items(numbered, chosen.weighed.actors, claims, readings, chosen.cards, names, places),
        all_actors=len(chosen.actors),
        exchanges=ledger,
        all_exchanges=len(chosen.exchanges),
        relations=relation_items(
            chosen.relations, numbers, names, options.relations, asked=options.between is not None
        ),
        # last: by now everything that links to a text has said so
        texts=tuple(_texts(archive, with_text, readings, chosen.cards, copied, names, places, options.characters)),
        cards=tuple(card for card in without if card.is_listed),
        unlisted=sum(not card.is_listed for card in without),
        model=archive.model(),
    )


def _texts(
    archive: Library,
    with_text: Iterable[Card],
    readings: Mapping[str, Reading],
    cards: Mapping[str, Card],
    copied: Mapping[str, str],
    names: Names,
    places: Places,
    most: int,
) -> Iterable[ReportItem]:
    copying: dict[str, list[Card]] = {}
    for copy, first in copied.items():
        if copy in cards:
            copying.setdefault(first, []).append(cards[copy])
    for card in with_text:
        item = report_item(card, archive.report(card.id), readings.get(card.id), names, places, most)
        yield replace(
            item,
            copy_of=cards.get(copied.get(card.id, "")),
            copied_by=tuple(sorted(copying.get(card.id, ()), key=lambda one: one.number)),
        )


def _title(chosen: Material, options: Options) -> str:
    if options.title:
        return options.title
    if options.between:
        return word("page.between", one=options.between[0], other=options.between[1])
    if options.about:
        return word("page.about", names=options.about)
    if len(chosen.weighed.stories) == 1 and chosen.weighed.stories[0].title:
        return chosen.weighed.stories[0].title
    acting: list[Actor] = [a for a in chosen.actors if a.kind in (Kind.COUNTRY, Kind.ORGANISATION, Kind.PERSON)]
    names = f"{word('page.separator')} ".join(actor.name for actor in acting[:_HEADLINERS])
    return word("page.about", names=names) if names else word("page.all")


def _tallies(chosen: Material) -> tuple[Tally, ...]:
    counts = Counter(claim.assessment.verdict for claim in chosen.all_claims)
    return tuple(Tally(verdict.value, counts[verdict]) for verdict in Verdict)


def _most_disputed(claims: Iterable[ClaimItem]) -> tuple[ClaimItem, ...]:
    """Disputed claims, those first that most stand against most."""
    found = [claim for claim in claims if claim.verdict == Verdict.DISPUTED]

    def weight(claim: ClaimItem) -> tuple[int, int]:
        sides = [len(side.origins) for side in claim.sides[:2]]
        return min(sides, default=0), sum(sides)

    return tuple(sorted(found, key=lambda c: (-weight(c)[0], -weight(c)[1], -c.positions, c.number)))


def _stories(chosen: Material) -> tuple[Story, ...]:
    told = [s for s in chosen.weighed.stories if s.claims and any(r in chosen.cards for r in s.reports)]
    return tuple(sorted(told, key=lambda s: (-len(s.reports), s.id)))


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(_HOME / "templates", encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=as_it_reads,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    style, script = STYLE.read_text(encoding="utf-8"), _file("filter.js")
    made.globals.update(
        w=word,
        has_word=has_word,
        counted=counted,
        signed="{:+}".format,
        day=dates.day_in_words,
        when=dates.in_words,
        moment=Moment,
        machine=dates.machine_readable,
        shorten=beginning_of,
        verdicts=tuple(verdict.value for verdict in Verdict),
        statuses=tuple(status.value for status in Status),
        style=Markup(style),
        script=Markup(script),
        # The page may load nothing and run nothing but its own few lines, whatever a report holds.
        policy=_POLICY.format(style=_digest(style), script=_digest(script)),
    )
    return made


def _file(name: str) -> str:
    return (_HOME / name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
