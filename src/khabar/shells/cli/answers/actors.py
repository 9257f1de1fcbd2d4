"""Actors for a terminal."""

from collections.abc import Iterable

from rich.console import Group, RenderableType
from rich.text import Text

from khabar.shells.cli.answers.parts import counted, reason_line, sentence, where_it_stands
from khabar.shells.cli.answers.timeline import entry_line
from khabar.shells.cli.printing import few, short_id, table
from khabar.values.actor import ActorBrief
from khabar.values.page import Page
from khabar.views.evidence import Quoted
from khabar.views.shown import ActorShown
from khabar.views.timeline import Entry

# Columns with their share in the room.
_ACTOR = {"id": 0, "name": 2, "kind": 0, "Wikidata": 0, "reports": 0, "offices": 2, "also": 3}


def actor_table(found: Iterable[ActorBrief]) -> RenderableType:
    """Actors as a table."""
    rows = (
        (
            short_id(one.id),
            Text(one.name),
            one.kind.value,
            one.wikidata or "–",
            str(one.reports),
            Text(few(one.offices)),
            Text(few(one.also)),
        )
        for one in found
    )
    return table(_ACTOR, rows)


def actor_answer(found: ActorShown) -> RenderableType:
    """An actor with the first words that name it, and the claims that concern it."""
    one = found.actor
    parts: list[RenderableType] = [
        Text.assemble((short_id(one.id), "bold"), "  ", (one.name, "bold"), f"  {one.kind}  {one.wikidata or ''}")
    ]
    if one.also:
        parts.append(Text("also: " + "، ".join(one.also)))
    parts += [Text(f"office: {office.title}{_years(office.first, office.last)}") for office in one.offices]
    parts += [
        Text(f"known to Khabar: {known.title}, {known.of}{f' ({known.held})' if known.held else ''}", style="dim")
        for known in found.known_offices
    ]
    parts += [Text(f"known to Khabar: {how.replace('_', ' ')} {name}", style="dim") for how, name in found.kin]
    if one.merged_because:
        parts.append(Text(f"one actor because: {reason_line(one.merged_because)}", style="dim"))
    parts += [Text.assemble(f"{where_it_stands(quote)}  ", sentence(quote)) for quote in found.named]
    parts += _left_out(found.named, "mention")
    parts += [entry_line(entry) for entry in found.events]
    parts += _left_out(found.events, "claim")
    return Group(*parts)


def _left_out(found: Page[Quoted] | Page[Entry], what: str) -> list[RenderableType]:
    return [counted(found.total, what, len(found))] if len(found) < found.total else []


def _years(first: object, last: object) -> str:
    return f" ({first or '…'} – {last or '…'})" if first or last else ""
