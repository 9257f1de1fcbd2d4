"""Answers laid out for a terminal."""

from collections.abc import Iterable

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text
from rich.tree import Tree

from khabar.shells.cli.printing import chain_tree, few, joint, listed, on_one_line, short_id, shortened, table
from khabar.values.actor import Actor
from khabar.values.claim import Claim, CopyGroup
from khabar.values.entity import Entity
from khabar.values.reason import Reason
from khabar.values.report import Report
from khabar.views.contradictions import ContradictionShown
from khabar.views.evidence import Quoted
from khabar.views.exchanges import Sum, Transfer
from khabar.views.lineage import DescentShown, LineageShown
from khabar.views.relations import Relation
from khabar.views.shown import ActorShown, ClaimShown, EventShown, ExchangeShown, ReportShown, Saying, Shown
from khabar.views.timeline import Entry
from khabar.views.usual_names import usual_name
from khabar.weighing.measures import Flag, by_id

OWN_VOICE = "the report itself"
_GIST = 90  # characters of a claim in a table
# Columns with their share in the room.
_EXCHANGE = {"when": 0, "id": 0, "giver": 2, "recipient": 2, "goods": 3, "stage": 0, "verdict": 0, "for": 0}
_SUM = {"giver": 2, "recipient": 2, "goods": 0, "in all": 0, "with figures": 0, "without": 0}
_PARTNER = {
    "partner": 2,
    "score": 0,
    "words for": 0,
    "deeds for": 0,
    "words against": 0,
    "deeds against": 0,
    "events": 0,
}
_DEALING = {"when": 0, "claim": 0, "±": 0, "type": 0, "who": 2, "status": 0, "verdict": 0, "what": 3}
_BAR = 20  # columns of the longest bar
FLAGS_MEAN = "⚑ would fall under this measure, if it took place as told; `khabar measures` explains it."
_ACTOR = {"id": 0, "name": 2, "kind": 0, "Wikidata": 0, "reports": 0, "offices": 2, "also": 3}
_EVENT = {"event": 0, "type": 0, "status": 0, "when": 0, "who": 2, "to whom": 2, "word": 1, "said in": 0}
_STYLES = {
    "corroborated": "bold green",
    "single-origin": "yellow",
    "disputed": "bold red",
    "retracted": "magenta",
    "denied-only": "red",
    "asserts": "green",
    "denies": "red",
    "partly": "yellow",
    "unsure": "dim",
    "declines": "dim",
    "questions": "cyan",
    "contradiction": "bold red",
    "update": "green",
    "undecided": "yellow",
}


def entries(found: tuple[Entry, ...]) -> RenderableType:
    """A timeline as a table."""
    rows = (
        (
            entry.time.edtf if entry.time else f"({entry.reported or '–'})",
            short_id(entry.claim),
            "\n".join(word for word in (entry.type or "saying", entry.status) if word),
            _styled(entry.verdict),
            Text(shortened(entry.gist, _GIST)),
            _sides(entry.asserted_by, entry.denied_by),
        )
        for entry in found
    )
    return table(
        {"when (told)": 0, "claim": 0, "what": 0, "verdict": 0, "in the words of a report": 3, "origins": 2}, rows
    )


def anything(found: Shown) -> RenderableType:
    """Whatever an id stands for."""
    match found:
        case ReportShown():
            return report(found)
        case ClaimShown():
            return claim(found)
        case ActorShown():
            return actor(found)
        case EventShown():
            return event(found)
        case ExchangeShown():
            return exchange(found)


def claim(found: ClaimShown, *, whole_sentences: bool = True) -> RenderableType:
    """A claim with its positions as a tree of sources."""
    head = Text.assemble(
        (short_id(found.claim.id), "bold"),
        "  ",
        _styled(found.claim.assessment.verdict),
        f"  {found.claim.type or '–'}  ",
    )
    head.append(f"{found.claim.time or ''}  " if found.claim.time else "")
    head.append(shortened(found.claim.gist, 2 * _GIST), style="bold")
    origins = Padding(_origins(found.claim, with_merging=whole_sentences), (0, 0, 1, 2))
    return Group(_chains(head, found.positions, whole_sentences), origins)


def contradiction(found: ContradictionShown) -> RenderableType:
    """What reports differ on: each value as a branch, with those who tell it."""
    one = found.contradiction
    head = Text.assemble(
        (short_id(one.id), "bold"),
        f"  {one.differing}  ",
        _styled(one.bearing),
        "  ",
        (shortened(one.of, _GIST), "bold"),
    )
    head.append(f"  ({shortened(found.story, _GIST)})", style="dim")
    root = Tree(head)
    for side in found.sides:
        branch = root.add(Text.assemble((side.value, "bold"), f"  {side.reported or ''}"))
        for telling in side.tellings:
            chain = " ← ".join(joint(link) for link in telling.chain)
            line = Text.assemble(f"{chain}:  ", on_one_line(telling.quoted.words))
            line.append(f"  [{telling.quoted.passage.report_id}]", style="dim")
            branch.add(line)
    return Group(root, Padding(Text(f"because: {_reasons(one.reasons)}", style="dim"), (0, 0, 1, 2)))


def lineage(found: LineageShown) -> RenderableType:
    """Who copied whom as a tree: the agency, if they name one, then each report under the one that it follows."""
    agency = found.lineage.agency
    head = Text.assemble((short_id(found.lineage.id), "bold"), f"  {len(found.descents)} reports of one text")
    root = Tree(Text.assemble(head, "  ", (f"agency: {agency}", "bold")) if agency else head)
    branches: dict[str | None, Tree] = {None: root}
    for one in found.descents:
        branches[one.descent.report] = branches[one.descent.of].add(_descent(one))
    return Group(root, "")


def _descent(one: DescentShown) -> Text:
    known = (one.outlet, one.published.isoformat() if one.published else None)
    line = Text.assemble((one.descent.kind.value, "cyan"), "  ", "  ".join(item for item in known if item))
    line.append(f"  {shortened(one.title, _GIST)}", style="bold")
    line.append(f"  [{one.descent.report}]", style="dim")
    if one.descent.credits:
        line.append(f"  credits {one.descent.credits}", style="green")
    reasons = _reasons(one.descent.reasons)
    return line.append(f"\n{reasons}", style="dim") if reasons else line


def copies(groups: Iterable[CopyGroup]) -> RenderableType:
    """Reports whose text is largely the same, one group a line."""
    return Group(*(Text(f"one text: {' = '.join(g.reports)}  ({_reasons(g.reasons)})", style="dim") for g in groups))


def actors(found: tuple[Actor, ...]) -> RenderableType:
    """Actors as a table."""
    rows = (
        (
            short_id(one.id),
            Text(one.name),
            one.kind.value,
            one.wikidata or "–",
            str(len(one.reports)),
            Text(few(office.title for office in one.offices)),
            Text(few(one.also)),
        )
        for one in found
    )
    return table(_ACTOR, rows)


def exchanges(found: tuple[Transfer, ...]) -> RenderableType:
    """Exchanges as a table."""
    rows = (
        (
            str(one.exchange.time or "–"),
            short_id(one.exchange.id),
            Text("، ".join(one.exchange.giver) or "–"),
            Text("، ".join(one.exchange.recipient) or "–"),
            Text("\n".join((_goods(one), *(f"⚑ {_flag(flag)}" for flag in one.flags)))),
            one.exchange.stage.value,
            _styled(one.verdict),
            "\n".join(short_id(other) for other in one.exchange.in_return_for) or "–",
        )
        for one in found
    )
    return table(_EXCHANGE, rows)


def _goods(transfer: Transfer) -> str:
    x = transfer.exchange
    if transfer.goods is None:
        return shortened(transfer.gist, _GIST)
    amount = f", {x.quantity}" if x.quantity else ""
    return f"{on_one_line(transfer.goods.words)} ({x.goods}{amount})"


def _flag(flag: Flag) -> str:
    cap = " over the cap" if flag.beyond_cap else " counts against a cap" if flag.counts_against_cap else ""
    return f"{flag.measure.removeprefix('measure.')}{cap}"


def exchange(found: ExchangeShown) -> RenderableType:
    """An exchange: its parties and goods, a tree of who tells and who denies it, the measures it would fall under."""
    one = found.exchange
    amount = f" {one.quantity}" if one.quantity else ""
    head = Text.assemble((short_id(one.id), "bold"), f"  {one.stage}  {one.goods or '–'}{amount}  {one.time or ''}")
    parts: list[RenderableType] = [
        _chains(head, found.tellings),
        Text(f"  {'، '.join(one.giver) or '–'} {'↔' if one.mutual else '→'} {'، '.join(one.recipient) or '–'}"),
    ]
    if one.route:
        parts.append(Text(f"  by way of: {'، '.join(one.route)}"))
    if one.in_return_for:
        parts.append(Text(f"  in return for: {', '.join(map(short_id, one.in_return_for))}"))
    parts.append(Text(f"  claim: {short_id(one.claim)}"))
    for flag, measure in zip(found.flags, by_id(flag.measure for flag in found.flags), strict=True):
        parts.append(Text(f"  ⚑ {_flag(flag)}: {measure.instrument.en}, {measure.paragraph}: {measure.says.en}"))
        if measure.check:
            parts.append(Text(f"    check: {measure.check.en}", style="yellow"))
    if found.flags:
        parts.append(Text(FLAGS_MEAN, style="dim"))
    return Group(*parts, "")


def sums(found: tuple[Sum, ...]) -> RenderableType:
    """What went one way in all, as a table."""
    rows = (
        (
            Text(one.giver),
            Text(one.recipient),
            one.goods.value,
            str(one.amount),
            str(one.exchanges),
            str(one.without_figure or "–"),
        )
        for one in found
    )
    return table(_SUM, rows)


def partners(found: tuple[Relation, ...]) -> RenderableType:
    """Whom one has to do with, as a table."""
    rows: list[list[str | Text]] = []
    for one in found:
        counted_by_class = [str(number or "–") for _, number in one.by_class]
        rows.append([Text(one.other), f"{one.score:+}", *counted_by_class, str(len(one.dealings))])
    return table(_PARTNER, rows)


def relation(found: Relation, limit: int) -> RenderableType:
    """How two stand to one another: the months as bars, then the events."""
    parts: list[RenderableType] = [Text(f"{found.one} – {found.other}  {found.score:+}", style="bold")]
    widest = max((abs(month.score) for month in found.months), default=1)
    for month in found.months:
        length = -(-abs(month.score) * _BAR // widest)
        bar = ("▒" * length).rjust(_BAR) if month.score < 0 else " " * _BAR
        bar += "│" + ("█" * length if month.score > 0 else "").ljust(_BAR)
        turn = "  ← turns" if month.turns else ""
        parts.append(Text(f"{month.month}  {bar}  {month.score:+}  half a year: {month.balance:+}{turn}"))
    rows = (
        (
            str(d.told.time or d.told.reported or "–"),
            short_id(d.told.claim),
            f"{d.weight:+}",
            str(d.told.type),
            Text(f"{d.giver} {'↔' if d.mutual else '→'} {d.taker}"),
            d.told.status.value if d.told.status else "–",
            _styled(d.told.verdict),
            Text(shortened(d.told.gist, _GIST)),
        )
        for d in found.dealings[:limit]
    )
    return Group(*parts, "", table(_DEALING, rows), counted(len(found.dealings), "event", limit))


def actor(found: ActorShown) -> RenderableType:
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
    parts += [Text.assemble(f"{_where(quote)}  ", sentence(quote)) for quote in found.named]
    parts += [_in_its_time(entry) for entry in found.events]
    return Group(*parts)


def _in_its_time(entry: Entry) -> Text:
    when = str(entry.time) if entry.time else f"reported {entry.reported}" if entry.reported else "–"
    return Text.assemble(
        f"{when}  {short_id(entry.claim)}  {entry.type or '–'}  {entry.status or '–'}  ",
        _styled(entry.verdict),
        f"  {shortened(entry.gist, _GIST)}",
    )


def event(found: EventShown) -> RenderableType:
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


def report(found: ReportShown) -> RenderableType:
    """A report: its sayings as a tree of sources, and its events."""
    head = _heading(found.report)
    if found.unread:
        return Group(head, Text(found.unread, style="red"), "")
    parts: list[RenderableType] = [_chains(head, found.sayings)]
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
        "named only by an adjective": (_named(one) for one in found.entities if not one.mentions),
        "dates": (f"{on_one_line(words)} = {moment or '?'}" for words, moment in found.dates),
    }
    lines = ((what, "؛ ".join(listed(given))) for what, given in lists.items())
    parts += [Text.assemble((f"{what}: ", "dim"), line) for what, line in lines if line]
    return Group(*parts, "")


def _named(one: Entity) -> str:
    return f"{usual_name(one)} ({one.kind}{f' {one.wikidata}' if one.wikidata else ''})"


def sentences(found: tuple[Quoted, ...]) -> RenderableType:
    """Sentences with where they stand."""
    lines = [Text.assemble((_where(quote), "dim"), "\n", sentence(quote)) for quote in found]
    return Group(*lines)


def counted(number: int, what: str, shown: int | None = None) -> Text:
    """The closing line: how many there are, and how many of them are shown."""
    whole = f"{number or 'no'} {what}{'' if number == 1 else 's'}"
    some = shown is not None and shown < number
    return Text(f"{shown} of {whole}; --limit shows more" if some else whole, style="dim")


def left_out(undated: int) -> Text:
    """The line that says how much of a timeline has no date."""
    return Text(f"{undated} more without a date; --undated shows {'it' if undated == 1 else 'them'}", style="dim")


def sentence(quote: Quoted) -> Text:
    """The sentence with the words in question marked."""
    whole = Text(quote.before.replace("\n", " ").lstrip())
    if quote.before.strip() or quote.after.strip():
        whole.append(quote.words.replace("\n", " "), style="bold underline")
    else:
        whole.append(quote.words.replace("\n", " "))
    whole.append(quote.after.replace("\n", " ").rstrip())
    return whole


def _chains(head: Text, sayings: Iterable[Saying], whole_sentences: bool = False) -> RenderableType:
    branches = []
    for one in sayings:
        line = Text.assemble(_styled(one.stance), "  ")
        line.append_text(sentence(one.quoted) if whole_sentences else Text(on_one_line(one.quoted.words)))
        line.append(f"  [{one.said or one.quoted.passage.report_id}]", style="dim")
        chain = tuple(joint(link) for link in one.chain) or (OWN_VOICE,)
        branches.append((chain, line))
    return chain_tree(head, branches)


def _origins(one: Claim, *, with_merging: bool) -> RenderableType:
    assessment = one.assessment
    sides = _sides((o.name for o in assessment.asserts), (o.name for o in assessment.denies))
    why = {str(assessment.verdict): assessment.reasons, "one claim": one.merged_because if with_merging else ()}
    lines = [Text(f"{what} because: {_reasons(reasons)}", style="dim") for what, reasons in why.items() if reasons]
    return Group(sides, *lines)


def _reasons(reasons: Iterable[Reason]) -> str:
    return "; ".join(listed(f"{r.code} ({r.detail})" if r.detail else r.code for r in reasons))


def _sides(asserting: Iterable[str], denying: Iterable[str]) -> Text:
    lines = [
        Text.assemble((side, _STYLES[side]), ": ", "، ".join(listed(names)))
        for side, names in (("asserts", tuple(asserting)), ("denies", tuple(denying)))
        if names
    ]
    return Text("\n").join(lines)


def _heading(one: Report) -> Text:
    known = [one.id, one.outlet, one.published.isoformat() if one.published else None]
    title = one.title or next((line for line in one.text.splitlines() if line.strip()), "")
    head = Text.assemble(("  ".join(item for item in known if item), "dim"), "  ", (shortened(title, _GIST), "bold"))
    if one.note:
        head.append(f"\n{one.note}", style="yellow")
    return head


def _where(quote: Quoted) -> str:
    day = quote.published.isoformat() if quote.published else None
    return " ".join(item for item in (quote.passage.report_id, quote.outlet, day) if item)


def _years(first: object, last: object) -> str:
    return f" ({first or '…'} – {last or '…'})" if first or last else ""


def _styled(word: str) -> Text:
    return Text(str(word), style=_STYLES.get(str(word), ""))
