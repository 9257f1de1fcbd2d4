"""What the positions on a claim come to."""

from collections.abc import Sequence
from itertools import combinations

from khabar.language.spelling import name_words
from khabar.resolution.gathering import likeness
from khabar.values.claim import Assessment, PositionStance, Verdict
from khabar.values.reason import Reason
from khabar.weighing.matter import Held, Matter
from khabar.weighing.origins import Source, sources_of
from khabar.weighing.roles import roles_in
from khabar.weighing.stances import rejects

# Two sources confirm each other only in statements that share a good part of their words, actors and figures: set so
# that statements put into one claim through a third do not.
_THE_SAME = 0.3

# A denial meets an assertion that it shares this much with; less, and the two are of different things of one story.
_CONTESTED = 0.22
_FEW = 4  # features, the words of denying among them, of a reply that says nothing else


def assessed(positions: Sequence[Held], matter: Matter) -> Assessment:
    """The verdict on one claim, with its origins and all reasons."""
    told = [h.statement for h in positions if h.stance is PositionStance.ASSERTS]
    sourced = [s for s in told if s.chain]
    # what reports say in their own voice may follow the report that names a source
    following = tuple(matter.passage(s) for s in told if not s.chain) if sourced else ()
    answered = [h.statement for h in positions if h.stance is PositionStance.DENIES]
    asserting, why_asserting = sources_of(sourced or told, matter)
    denying, why_denying = sources_of(answered, matter)
    verdict, why = _verdict(asserting, denying, positions, matter)
    return Assessment(
        verdict,
        tuple(s.origin for s in asserting),
        tuple(s.origin for s in denying),
        (*why, *why_asserting, *why_denying, *([Reason("own-voice-follows", following)] if following else [])),
    )


def _verdict(
    asserting: Sequence[Source], denying: Sequence[Source], positions: Sequence[Held], matter: Matter
) -> tuple[Verdict, tuple[Reason, ...]]:
    if asserting and denying:
        return _contested(asserting, denying, positions, matter)
    if denying or not asserting:
        return Verdict.DENIED_ONLY, (_reason("nobody-asserts", denying),)
    for one, other in combinations(asserting, 2):
        if (why := _independent(one, other)) and _say_the_same(one, other, positions, matter):
            return Verdict.CORROBORATED, (_reason(why, (one, other)),)
    code = "one-origin" if len(asserting) == 1 else "independence-not-shown"
    return Verdict.SINGLE_ORIGIN, (_reason(code, asserting),)


def _contested(
    asserting: Sequence[Source], denying: Sequence[Source], positions: Sequence[Held], matter: Matter
) -> tuple[Verdict, tuple[Reason, ...]]:
    told = _speakers(positions, PositionStance.ASSERTS, matter)
    back = [h for h in positions if h.statement.retracts and h.statement.chain and h.stance is PositionStance.DENIES]
    if back and told <= _speakers(back, PositionStance.DENIES, matter):
        return Verdict.RETRACTED, (Reason("taken-back", tuple(matter.passage(h.statement) for h in back)),)
    if len(told) == 1 and told == _speakers(positions, PositionStance.DENIES, matter):
        return Verdict.SINGLE_ORIGIN, (_reason("one-origin-both-ways", asserting),)
    if not _meet(positions):
        return Verdict.SINGLE_ORIGIN, (_reason("denial-of-something-else", denying),)
    return Verdict.DISPUTED, (_reason("asserted", asserting), _reason("denied", denying))


def _speakers(positions: Sequence[Held], stance: PositionStance, matter: Matter) -> frozenset[str]:
    """Who speaks for that stance; reports in their own voice count only where nobody is quoted."""
    here = [h.statement for h in positions if h.stance is stance]
    quoted = [s for s in here if s.chain]
    return frozenset(speaker for s in quoted or here for speaker in matter.speakers(s))


def _meet(positions: Sequence[Held]) -> bool:
    """Whether some denial is near enough to some assertion to be of the same thing, or has no words of its own."""
    told = [h for h in positions if h.stance is PositionStance.ASSERTS]
    answered = [h for h in positions if h.stance is PositionStance.DENIES]
    return any(_is_bare(other) for other in answered) or any(
        likeness(one.vector, other.vector) >= _CONTESTED for one in told for other in answered
    )


def _is_bare(denial: Held) -> bool:
    return rejects(denial.statement) and len(denial.vector) <= _FEW


def _independent(one: Source, other: Source) -> str | None:
    """The code of the reason for which two origins are certainly two; None: they may be one."""
    kinds = {one.key[0], other.key[0]}
    if kinds == {"actor"} and one.known and other.known and not one.sides & other.sides and not _namesakes(one, other):
        return "different-sides"
    if "outlet" not in kinds and one.media and other.media and not one.media & other.media and "unnamed" in kinds:
        return "different-media-own-sources"
    return None


def _namesakes(one: Source, other: Source) -> bool:
    """Whether one name is part of the other: it may be the same body, named in short."""
    first, second = set(name_words(one.origin.name)), set(name_words(other.origin.name))
    return first <= second or second <= first


def _say_the_same(one: Source, other: Source, positions: Sequence[Held], matter: Matter) -> bool:
    """Whether two sources, in reports that do not copy one another, tell very nearly the same."""
    if any(h.statement.negated for h in positions) and not all(h.statement.negated for h in positions):
        return False  # somebody says no to something here, and it may be this
    told = [(matter.passage(h.statement), h) for h in positions if h.stance is PositionStance.ASSERTS]
    first = [h for p, h in told if p in one.origin.passages]
    second = [h for p, h in told if p in other.origin.passages]
    return any(_is_the_same(h, k, matter) for h in first for k in second)


def _is_the_same(one: Held, other: Held, matter: Matter) -> bool:
    if matter.first_copy[one.statement.report] == matter.first_copy[other.statement.report]:
        return False
    shared = one.vector.keys() & other.vector.keys()
    return (
        any(f.startswith(("!", "#")) for f in shared)  # a kind of event or a figure
        and likeness(one.vector, other.vector) >= _THE_SAME
        and roles_in(one.statement, matter).may_be_of_one_event(roles_in(other.statement, matter))
    )


def _reason(code: str, sources: Sequence[Source]) -> Reason:
    return Reason(code, tuple(s.origin.passages[0] for s in sources), "; ".join(s.origin.name for s in sources))
