"""Reports and their events for a terminal."""

from rich.console import Group, RenderableType
from rich.text import Text

from khabar.shells.cli.answers.parts import GIST, OWN_VOICE, sentence, source_tree
from khabar.shells.cli.printing import by_model, joint, listed, on_one_line, shortened, table
from khabar.values.entity import Entity
from khabar.values.report import Report
from khabar.views.shown import EventShown, ReportShown
from khabar.views.usual_names import usual_name

# Columns with their share in the room.
_EVENT = {"event": 0, "type": 0, "status": 0, "when": 0, "who": 2, "to whom": 2, "word": 1, "said in": 0}


def report_answer(found: ReportShown) -> RenderableType:
    """A report: its sayings as a tree of sources, and its events."""
    head = _heading(found.report)
    if found.model:
        head.append(f"\n{by_model(found.model)}", style="yellow")
    if found.unread:
        return Group(head, Text(found.unread, style="red"), "")
    parts: list[RenderableType] = [source_tree(head, found.sayings)]
    if found.events:
        rows = (
            (
                one.event.id,
                f"{one.event.type}" + (f" ({one.event.mode})" if one.event.mode else ""),
                one.event.status.value,
                one.event.time.edtf if one.event.time else "–",
                Text("، ".join(one.actor) or "–"),
                Text("، ".join(one.recipient) or "–"),
                Text(one.quoted.words),
                one.event.attribution or "–",
            )
            for one in found.events
        )
        parts.append(table(_EVENT, rows))
    lists = {
        "names": (_named(one) for one in found.entities if one.mentions),
        "only implied": (_named(one) for one in found.entities if not one.mentions),
        "dates": (f"{on_one_line(words)} = {moment or '?'}" for words, moment in found.dates),
    }
    lines = ((what, "؛ ".join(listed(given))) for what, given in lists.items())
    parts += [Text.assemble((f"{what}: ", "dim"), line) for what, line in lines if line]
    return Group(*parts, "")


def _named(one: Entity) -> str:
    return f"{usual_name(one)} ({one.kind}{f' {one.wikidata}' if one.wikidata else ''})"


def _heading(one: Report) -> Text:
    known = [one.id, one.outlet, one.published.isoformat() if one.published else None]
    title = one.title or next((line for line in one.text.splitlines() if line.strip()), "")
    head = Text.assemble(("  ".join(item for item in known if item), "dim"), "  ", (shortened(title, GIST), "bold"))
    if one.note:
        head.append(f"\n{one.note}", style="yellow")
    return head


def event_answer(found: EventShown) -> RenderableType:
    """An event with its sentence and who says so."""
    said = found.event
    lines = [
        Text.assemble((found.id, "bold"), f"  {said.type} {said.mode or ''}  {said.status}  {said.time or ''}"),
        Text(f"{'، '.join(found.actor) or '–'} → {'، '.join(found.recipient) or '–'}"),
        Text(f"place: {'، '.join(found.place)}") if found.place else None,
        *(Text(f"goods: {g.category} {g.quantity or ''}") for g in said.goods),
        Text("says: " + (" ← ".join(joint(link) for link in found.chain) or OWN_VOICE)),
        sentence(found.quoted),
    ]
    return Group(*(line for line in lines if line is not None), "")
