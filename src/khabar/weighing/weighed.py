"""What weighing concludes from many reports."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from hashlib import sha256

from khabar.language.analysis import analyse
from khabar.resolution.actors import cast_of
from khabar.resolution.features import types_in
from khabar.resolution.gathering import likeness
from khabar.resolution.phrases import phrases_for
from khabar.resolution.statements import Statement, statements_in
from khabar.resolution.stories import stories_in
from khabar.values.actor import ActorId
from khabar.values.claim import Assessment, Claim, Position, PositionStance, Story, Verdict
from khabar.values.contradiction import Contradiction
from khabar.values.event import Event, EventType
from khabar.values.judgement import Judgement
from khabar.values.lineage import Lineage
from khabar.values.moment import Moment
from khabar.values.reading import Reading
from khabar.values.reason import Reason
from khabar.values.report import Report
from khabar.values.span import Span
from khabar.values.weighed import Weighed
from khabar.weighing.across import joined_across
from khabar.weighing.claims import gathered_claims
from khabar.weighing.contradictions import contradictions_in
from khabar.weighing.copies import copies_in, ties_in
from khabar.weighing.exchanges import exchanges_in
from khabar.weighing.judged import as_judged
from khabar.weighing.lineage import first_reports, lineages_in
from khabar.weighing.matter import Held, Matter
from khabar.weighing.sides import party
from khabar.weighing.stances import held
from khabar.weighing.verdicts import assessed


def weigh(read: Iterable[tuple[Report, Reading]], judgements: Sequence[Judgement] = ()) -> Weighed:
    """Who stands behind what and who against it; a report that comes twice counts once, and a person's word first."""
    pairs = _in_order(read)
    reports, readings = [r for r, _ in pairs], [x for _, x in pairs]
    texts = [analyse(report.text, _body(reading)) for report, reading in pairs]
    groups = stories_in(reports, texts)
    cast = cast_of(pairs, {reports[i].id: number for number, group in enumerate(groups) for i in group}, judgements)
    ties = ties_in(reports, texts)
    lineages = lineages_in(reports, readings, ties)
    matter = Matter(reports, texts, readings, cast, _first_copies(reports, lineages))
    claims: list[tuple[Claim, Sequence[Held]]] = []
    stories: list[Story] = []
    contradictions: list[Contradiction] = []
    statements = [_statements(members, matter) for members in groups]
    gathered = joined_across([gathered_claims(told, matter) for told in statements], matter)
    gathered = as_judged(gathered, judgements, matter)
    for members, mine in zip(groups, gathered, strict=True):
        told = [(held(g.statements, g.vectors), g.reasons) for g in mine if _is_told(g.statements)]
        found = [(_claim(positions, reasons, matter), positions) for positions, reasons in told]
        story = _story(members, [c for c, _ in found], matter)
        claims += found
        stories.append(story)
        contradictions += contradictions_in(story.id, found, matter)
    told_of = [(c, [h.statement for h in positions]) for c, positions in claims]
    return Weighed(
        cast.actors,
        tuple(c for c, _ in claims),
        copies_in(reports, ties, readings),
        tuple(stories),
        exchanges_in(told_of, [s for told in statements for s in told], matter),
        tuple(contradictions),
        lineages,
    )


def _body(reading: Reading) -> tuple[Span, ...]:
    # nothing is concluded from a text that was not read
    return (Span(0, 0),) if reading.unread else reading.body


def _in_order(read: Iterable[tuple[Report, Reading]]) -> list[tuple[Report, Reading]]:
    once = {report.id: (report, reading) for report, reading in sorted(read, key=lambda p: p[0].sha256)}
    return sorted(once.values(), key=lambda p: (p[0].published or date.max, p[0].id))


def _first_copies(reports: Sequence[Report], lineages: Iterable[Lineage]) -> dict[int, int]:
    """The first report of its lineage for each report, reworded ones too: what goes back to one text is one origin."""
    place = {report.id: i for i, report in enumerate(reports)}
    first = {place[copy]: place[origin] for copy, origin in first_reports(lineages).items()}
    return {i: first.get(i, i) for i in range(len(reports))}


def _statements(members: Sequence[int], matter: Matter) -> list[Statement]:
    return [s for i in members for s in statements_in(i, matter.texts[i], matter.readings[i])]


def _is_told(statements: Sequence[Statement]) -> bool:
    """Whether there is more than one sentence of one report in its own voice that tells no event."""
    return len(statements) > 1 or any(s.chain or s.events for s in statements)


def _claim(positions: Sequence[Held], merged_because: tuple[Reason, ...], matter: Matter) -> Claim:
    statements = [h.statement for h in positions]
    kind = _type(statements)
    actor, recipient, place = (_named(statements, role, kind, matter) for role in _ROLES)
    assessment = assessed(positions, matter)
    first = matter.passage(statements[0])
    act = statements[0].act
    mark = "\0".join((kind or "", act or "", *actor, *recipient, first.report_id, str(first.span)))
    return Claim(
        id="c" + sha256(mark.encode()).hexdigest()[:15],
        gist=_gist(positions, kind, assessment, matter),
        type=kind,
        positions=tuple(_position(h, kind, matter) for h in positions),
        assessment=assessment,
        actor=actor,
        recipient=recipient,
        place=place,
        time=_time(statements),
        acting=_behind(statements, "actor", kind, matter),
        acted_on=_behind(statements, "recipient", kind, matter),
        merged_because=merged_because,
    )


_HEADLINE = 120  # characters of a first paragraph that stand for a missing headline
_CENTRAL = 0.6  # of the likeness to the other positions that the most typical has; less is beside the point
_MANY = 100  # positions that a gist is measured by
_WHOLE = 4  # words that make a clause of its own
_ROLES = ("actor", "recipient", "place")


def _type(statements: Iterable[Statement]) -> EventType | None:
    counts = Counter(t for s in statements for t in types_in(s))
    return min(counts, key=lambda t: (-counts[t], t), default=None)


def _events(statements: Iterable[Statement], kind: EventType | None) -> list[tuple[int, Event]]:
    return [(s.report, e) for s in statements for e in s.events if e.type is kind]


def _taking_part(statements: Iterable[Statement], role: str, kind: EventType | None, matter: Matter) -> list[ActorId]:
    """Those in that role in at least a third of the tellings, the most told first."""
    events = _events(statements, kind)
    told: Counter[str] = Counter()
    for at, event in events:
        told.update(set(matter.cast.known(matter.reports[at].id, getattr(event, role))))
    often = [a for a, n in told.items() if 3 * n >= max(told.values())]
    return sorted(often, key=lambda a: (-told[a], a))


def _named(statements: Iterable[Statement], role: str, kind: EventType | None, matter: Matter) -> tuple[str, ...]:
    return tuple(matter.cast.by_id[actor].name for actor in _taking_part(statements, role, kind, matter))


def _behind(statements: Iterable[Statement], role: str, kind: EventType | None, matter: Matter) -> tuple[str, ...]:
    parties = (party(actor, matter.cast) for actor in _taking_part(statements, role, kind, matter))
    return tuple(dict.fromkeys(parties))


def _time(statements: Iterable[Statement]) -> Moment | None:
    counts = Counter(e.time for s in statements for e in s.events if e.time)
    return min(counts, key=lambda m: (-counts[m], m.days is None, m.days or 0, m.edtf), default=None)


def _gist(positions: Sequence[Held], kind: EventType | None, verdict: Assessment, matter: Matter) -> str:
    """The fullest passage that asserts the claim's own event as a whole clause; where none does, the fullest denial.

    Of a corroborated claim it is what the two sources tell alike.
    """
    shown = set(verdict.reasons[0].shown_by) if verdict.verdict is Verdict.CORROBORATED else set()
    told = [h for h in positions if matter.passage(h.statement) in shown]
    for stance in (PositionStance.ASSERTS, PositionStance.DENIES, PositionStance.UNSURE):
        told = told or [h for h in positions if h.stance is stance]
    central = {id(h): sum(likeness(h.vector, other.vector) for other in positions[:_MANY]) for h in told}
    least = _CENTRAL * max(central.values())

    # a kind that only few of the positions tell of is not what the claim is about
    common = 3 * sum(any(e.type is kind for e in h.statement.events) for h in positions) >= len(positions)

    def fullness(held: Held) -> tuple[bool, bool, bool, bool, int, int, int]:
        s = held.statement
        of_kind = common and any(e.type is kind for e in s.events)
        return (
            central[id(held)] >= least,
            of_kind,
            _is_whole(s, matter),
            bool(s.chain),
            len(s.passage),
            -s.report,
            -s.passage.start,
        )

    fullest = max(told, key=fullness).statement
    return fullest.passage.of(matter.reports[fullest.report].text)


def _is_whole(statement: Statement, matter: Matter) -> bool:
    """Whether a passage begins as a clause does, not in mid-phrase with what its cue left over."""
    if statement.said is None:
        return True
    words = matter.words(statement)
    return len(words) >= _WHOLE and not phrases_for("mid-phrase").stands_at([t.form for t in words[:2]])


def _position(one: Held, kind: EventType | None, matter: Matter) -> Position:
    """What one statement holds, with the event of it that the claim is about; else with its first."""
    events = one.statement.events
    event = next((e for e in events if e.type is kind), events[0] if events else None)
    return Position(matter.passage(one.statement), one.stance, matter.names(one.statement), event.id if event else None)


def _story(members: Sequence[int], claims: Sequence[Claim], matter: Matter) -> Story:
    first, text = matter.reports[members[0]], matter.texts[members[0]]
    headline = text.span(*text.paragraphs[0]).of(text.text) if text.paragraphs else ""
    return Story(
        id="s" + sha256(first.id.encode()).hexdigest()[:15],
        reports=tuple(matter.reports[i].id for i in members),
        claims=tuple(c.id for c in claims),
        title=first.title or headline[:_HEADLINE],
    )
