"""What the positions on a claim come to."""

from collections.abc import Sequence
from itertools import combinations

from khabar.resolution.gathering import likeness
from khabar.resolution.statements import Statement
from khabar.values.claim import Assessment, PositionStance, Verdict
from khabar.values.event import Status
from khabar.values.reason import Reason
from khabar.weighing.independence import independent, own_words, same_told
from khabar.weighing.matter import Held, Matter
from khabar.weighing.origins import Source, sources_of
from khabar.weighing.pertinence import parted
from khabar.weighing.pointing import points_back
from khabar.weighing.roles import agree, roles_in
from khabar.weighing.stances import rejects

# A denial meets an assertion that it shares this much with; less, and the two are of different things of one story.
_CONTESTED = 0.22
# Read in disputes of real reports: of what these tell by themselves, no event of the denied kind among it, a denial
# that shares less than this is of something else three times in four.
_CONTESTED_IN_PASSING = 0.42
_THE_VERY_THING = 0.5  # shared by a 'not' in which no event is read, and what it is said of
_MANY = 200  # positions that are looked at on either side; more repeat them
_FEW = 4  # features, the words of denying among them, of a reply that says nothing else


def assessed(positions: Sequence[Held], matter: Matter) -> Assessment:
    """The verdict on one claim, with its origins and all reasons."""
    told = [h.statement for h in _asserting(positions)]
    quoted = [s for s in told if s.chain]
    heading = [s for s in quoted if _only_heads(s, matter)]
    if len(heading) == len(quoted):
        heading = []  # nobody but headlines gives a source
    sourced = [s for s in quoted if s not in heading]
    # what reports say in their own voice may follow the report that names a source
    following = tuple(matter.passage(s) for s in told if not s.chain) if sourced else ()
    answered = [h.statement for h in _denying(positions)]
    found, why_asserting = sources_of(sourced or told, matter)
    asserting, beside = parted(found, positions, matter)
    denying, why_denying = sources_of(answered, matter)
    verdict, why = _verdict(asserting, denying, positions, matter)
    return Assessment(
        verdict,
        tuple(s.origin for s in asserting),
        tuple(s.origin for s in denying),
        (
            *why,
            *why_asserting,
            *why_denying,
            *([Reason("own-voice-follows", following)] if following else []),
            *([Reason("headline-follows", tuple(map(matter.passage, heading)))] if heading else []),
            *([_reason("beside-the-claim", beside)] if beside else []),
        ),
    )


def _only_heads(statement: Statement, matter: Matter) -> bool:
    """Whether a headline tells it of a source that it does not name, as the report below it does: 'a newspaper: …'."""
    speakers = (matter.cast.by_id.get(who) for who in matter.speakers(statement))
    return all(who is not None and who.unnamed for who in speakers) and matter.is_headline(statement)


def _verdict(
    asserting: Sequence[Source], denying: Sequence[Source], positions: Sequence[Held], matter: Matter
) -> tuple[Verdict, tuple[Reason, ...]]:
    if asserting and denying:
        return _contested(asserting, denying, positions, matter)
    if denying or not asserting:
        return Verdict.DENIED_ONLY, (_reason("nobody-asserts", denying),)
    for one, other in combinations(asserting, 2):
        if (why := independent(one, other)) and (shown := same_told(one, other, positions, matter)):
            return Verdict.CORROBORATED, (Reason(why, shown, f"{one.origin.name}; {other.origin.name}"),)
    code = "one-origin" if len(asserting) == 1 else "independence-not-shown"
    return Verdict.SINGLE_ORIGIN, (_reason(code, asserting),)


def _contested(
    asserting: Sequence[Source], denying: Sequence[Source], positions: Sequence[Held], matter: Matter
) -> tuple[Verdict, tuple[Reason, ...]]:
    told = _speakers(positions, PositionStance.ASSERTS, matter)
    back = [h for h in positions if h.statement.retracts and h.statement.chain and h.stance is PositionStance.DENIES]
    # whose only denials are his own has not been answered by anybody: he corrects what he said
    own_only = told == _speakers(positions, PositionStance.DENIES, matter)
    near = own_only or _meet(_asserting(positions), back, matter)
    withdrew = frozenset(who for h in back for who in matter.behind(h.statement))
    asserted = (who for s in _voices(positions, PositionStance.ASSERTS) for who in matter.behind(s))
    if back and near and withdrew.issuperset(asserted):
        return Verdict.RETRACTED, (Reason("taken-back", tuple(matter.passage(h.statement) for h in back)),)
    if len(told) == 1 and own_only:
        return Verdict.SINGLE_ORIGIN, (_reason("one-origin-both-ways", asserting),)
    if not _meet(_asserting(positions), _not_by_asserters(positions, matter), matter):
        return Verdict.SINGLE_ORIGIN, (_reason("denial-of-something-else", denying),)
    return Verdict.DISPUTED, (_reason("asserted", asserting), _reason("denied", denying))


def _speakers(positions: Sequence[Held], stance: PositionStance, matter: Matter) -> frozenset[str]:
    """Who speaks for that stance."""
    return frozenset(speaker for s in _voices(positions, stance) for speaker in matter.speakers(s))


def _voices(positions: Sequence[Held], stance: PositionStance) -> list[Statement]:
    """What is said for that stance; reports in their own voice count only where nobody is quoted."""
    here = [h.statement for h in positions if h.stance is stance]
    return [s for s in here if s.chain] or here


def _asserting(positions: Sequence[Held]) -> list[Held]:
    return [h for h in positions if h.stance is PositionStance.ASSERTS]


def _denying(positions: Sequence[Held]) -> list[Held]:
    return [h for h in positions if h.stance is PositionStance.DENIES]


def _not_by_asserters(positions: Sequence[Held], matter: Matter) -> list[Held]:
    """The denials but for those by whom the same report quotes as asserting it: they deny something beside it."""
    told = {(h.statement.report, matter.speakers(h.statement)) for h in _asserting(positions)}
    return [h for h in _denying(positions) if (h.statement.report, matter.speakers(h.statement)) not in told]


def _meet(told: Sequence[Held], answered: Sequence[Held], matter: Matter) -> bool:
    """Whether some denial is of what some assertion tells, or has no words of its own."""
    return any(_is_bare(other) or points_back(other.statement, matter) for other in answered[:_MANY]) or any(
        contests(other, one, matter) for one in told[:_MANY] for other in answered[:_MANY]
    )


def contests(denial: Held, told: Held, matter: Matter) -> bool:
    """Whether a denial is of what another tells: near enough to it, and where it only says 'not', of the very thing."""
    alike = likeness(told.vector, denial.vector)
    if alike < _CONTESTED or not own_words(told, matter) & own_words(denial, matter):
        return False
    if rejects(denial.statement):
        return alike >= _CONTESTED_IN_PASSING or not _is_in_passing(told.statement, denial.statement)
    if _denies_the_event_of(denial.statement, told.statement, matter):
        return True
    # the one says of something what the other says it is not, and both are somebody's word
    opposed = denial.statement.undone & told.vector.keys() and not told.statement.denied and told.statement.chain
    return bool(opposed) and alike >= _THE_VERY_THING


def _is_in_passing(told: Statement, denial: Statement) -> bool:
    """Whether a report tells it by itself, and no event of a kind that is denied: seldom what the denial answers."""
    return not (told.chain or {e.type for e in told.events} & {e.type for e in denial.events})


def _denies_the_event_of(denial: Statement, told: Statement, matter: Matter) -> bool:
    denied = {e.type for e in denial.events if e.status is Status.DENIED}
    happened = {e.type for e in told.events if e.status is not Status.DENIED}
    first, second = roles_in(denial, matter), roles_in(told, matter)
    return bool(denied & happened) and agree(first.acting, second.acting) and agree(first.acted_on, second.acted_on)


def _is_bare(denial: Held) -> bool:
    return rejects(denial.statement) and len(denial.vector) <= _FEW


def _reason(code: str, sources: Sequence[Source]) -> Reason:
    return Reason(code, tuple(s.origin.passages[0] for s in sources), "; ".join(s.origin.name for s in sources))
