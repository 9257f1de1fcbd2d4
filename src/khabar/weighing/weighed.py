"""What weighing concludes from many reports."""

from collections import Counter
from collections.abc import Iterable, Sequence
from hashlib import sha256

from khabar.extraction.attributions.cues import speech_lexemes
from khabar.extraction.events.lexicon import event_lexemes
from khabar.resolution.features import types_in
from khabar.resolution.gathering import likeness
from khabar.resolution.phrases import phrases_for
from khabar.resolution.statements import Statement
from khabar.values.actor import ActorId
from khabar.values.claim import Assessment, Claim, Position, PositionStance, Verdict
from khabar.values.event import Event, EventType
from khabar.values.moment import Moment
from khabar.values.reason import Reason
from khabar.weighing.matter import Held, Matter
from khabar.weighing.sides import party
from khabar.weighing.verdicts import assessed


def is_told(statements: Sequence[Statement]) -> bool:
    """Whether there is more than one sentence of one report in its own voice that tells no event."""
    return len(statements) > 1 or any(s.chain or s.events for s in statements)


def claim_of(positions: Sequence[Held], merged_because: tuple[Reason, ...], matter: Matter) -> Claim:
    """What these statements take a position on, and what comes of it."""
    statements = [h.statement for h in positions]
    kind = _type(statements)
    acting, acted_on, there = (_taking_part(statements, role, kind, matter) for role in _ROLES)
    actor, recipient, place = (_names(actors, matter) for actors in (acting, acted_on, there))
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
        acting=_behind(acting, matter),
        acted_on=_behind(acted_on, matter),
        merged_because=merged_because,
    )


_CENTRAL = 0.6  # of the likeness to the other positions that the most typical has; less is beside the point
_MANY = 100  # positions that a gist is measured by
_OPENING = 2  # words by which a clause is known to go on
_PREPOSITIONS = frozenset({"ب", "ل", "ك"})  # 'pledged to strengthen': what hangs on its cue
_PARTICLES = tuple({(particle,)} for particle in "وفبك")  # each a letter of its own in what it is attached to
_QUOTED = (("«", "»"), ("“", "”"), ("(", ")"))
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


def _names(actors: Iterable[ActorId], matter: Matter) -> tuple[str, ...]:
    return tuple(matter.cast.by_id[actor].name for actor in actors)


def _behind(actors: Iterable[ActorId], matter: Matter) -> tuple[str, ...]:
    parties = (party(actor, matter.cast) for actor in actors)
    return tuple(dict.fromkeys(p for p in parties if not _is_anybody(p, matter)))


def _is_anybody(party_id: str, matter: Matter) -> bool:
    """Whether nobody in particular acts: rumours, officials, eyewitnesses of no known side."""
    actor = matter.cast.by_id.get(party_id)
    return actor is not None and actor.unnamed


def _time(statements: Iterable[Statement]) -> Moment | None:
    counts = Counter(e.time for s in statements for e in s.events if e.time)
    return min(counts, key=lambda m: (-counts[m], m.days is None, m.days or 0, m.edtf), default=None)


def _gist(positions: Sequence[Held], kind: EventType | None, verdict: Assessment, matter: Matter) -> str:
    """The fullest passage that asserts the claim's own event as a whole clause; where none does, the fullest denial.

    Of a corroborated claim it is what the two sources tell alike; nobody who tells something beside it gives the gist.
    """
    shown = set(verdict.reasons[0].shown_by) if verdict.verdict is Verdict.CORROBORATED else set()
    told = [h for h in positions if matter.passage(h.statement) in shown] or _inside(positions, verdict, matter)
    for stance in (PositionStance.DENIES, PositionStance.UNSURE):
        told = told or [h for h in positions if h.stance is stance]
    if len(told) == 1:
        return _without_particle(told[0].statement, matter)
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

    return _without_particle(max(told, key=fullness).statement, matter)


def _written(statement: Statement, matter: Matter) -> str:
    return statement.passage.of(matter.reports[statement.report].text)


def _without_particle(statement: Statement, matter: Matter) -> str:
    """The words of a passage, without 'and' or a preposition that is attached to a verb or event noun at its head."""
    words = _written(statement, matter)
    head = matter.words(statement)[0].form
    heads = (*event_lexemes().at(head), *speech_lexemes().at(head))
    attached = {found.proclitics[:1] for found in heads}
    return words[1:] if attached in _PARTICLES else words


def _inside(positions: Sequence[Held], verdict: Assessment, matter: Matter) -> list[Held]:
    """What asserts the claim, in the voice of a report or of somebody who counts as its origin."""
    counted = {passage for origin in verdict.asserts for passage in origin.passages}
    told = [h for h in positions if h.stance is PositionStance.ASSERTS]
    return [h for h in told if not h.statement.chain or matter.passage(h.statement) in counted]


def _is_whole(statement: Statement, matter: Matter) -> bool:
    """Whether a passage begins as a clause does, ends its quotations, and goes on from nothing that its cue left."""
    forms = [token.form for token in matter.words(statement)]
    written = _written(statement, matter)
    if any(written.count(opening) != written.count(closing) for opening, closing in _QUOTED) or written.count('"') % 2:
        return False
    if 0 in phrases_for("mid-thought").places_in(forms[:_OPENING]):
        return False
    if statement.said is None:
        return True
    leads = event_lexemes().at(forms[0]) if forms else ()
    by_preposition = bool(leads) and all(_PREPOSITIONS.intersection(a.proclitics) for a in leads)
    return len(forms) >= _WHOLE and not by_preposition and not phrases_for("mid-phrase").stands_at(forms[:_OPENING])


def _position(one: Held, kind: EventType | None, matter: Matter) -> Position:
    """What one statement holds, with the event of it that the claim is about; else with its first."""
    events = one.statement.events
    event = next((e for e in events if e.type is kind), events[0] if events else None)
    return Position(matter.passage(one.statement), one.stance, matter.names(one.statement), event.id if event else None)
