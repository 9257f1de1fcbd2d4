"""What the positions on a claim come to."""

import re
from collections.abc import Sequence
from itertools import combinations

from khabar.language.spelling import name_words
from khabar.resolution.gathering import likeness
from khabar.values.claim import Assessment, PositionStance, Verdict
from khabar.values.reason import Passage, Reason
from khabar.weighing.matter import Held, Matter
from khabar.weighing.origins import Source, sources_of
from khabar.weighing.roles import roles_in
from khabar.weighing.stances import rejects

# Two sources confirm each other only in statements that share a good part of their words, actors and figures: set so
# that statements put into one claim through a third do not.
_THE_SAME = 0.3

# A denial meets an assertion that it shares this much with; less, and the two are of different things of one story.
_CONTESTED = 0.22
_YEAR = re.compile(r"#(?:19|20)\d\d")
_RUN = 5  # words in a row that only one and the same text has
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
        if (why := _independent(one, other)) and (shown := _the_same_told(one, other, positions, matter)):
            return Verdict.CORROBORATED, (Reason(why, shown, f"{one.origin.name}; {other.origin.name}"),)
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


def _the_same_told(
    one: Source, other: Source, positions: Sequence[Held], matter: Matter
) -> tuple[Passage, Passage] | None:
    """Where two sources, in reports that do not copy one another, tell very nearly the same; None: nowhere."""
    if any(h.statement.negated for h in positions) and not all(h.statement.negated for h in positions):
        return None  # somebody says no to something here, and it may be this
    told = [(matter.passage(h.statement), h) for h in positions if h.stance is PositionStance.ASSERTS]
    pairs = [
        (likeness(h.vector, k.vector), p, q)
        for p, h in told
        for q, k in told
        if p in one.origin.passages and q in other.origin.passages and _is_the_same(h, k, matter)
    ]
    return max(pairs)[1:] if pairs else None


def _is_the_same(one: Held, other: Held, matter: Matter) -> bool:
    if matter.first_copy[one.statement.report] == matter.first_copy[other.statement.report]:
        return False
    if _verbatim(one, other, matter):
        return False
    first, second = _figures(one), _figures(other)
    if first and second and not first & second:
        return False  # another number is another telling at best
    shared = one.vector.keys() & other.vector.keys()
    return (
        (bool(first & second) or any(f.startswith("!") for f in shared))  # a figure or a kind of event
        and likeness(one.vector, other.vector) >= _THE_SAME
        and roles_in(one.statement, matter).may_be_of_one_event(roles_in(other.statement, matter))
    )


def _figures(held: Held) -> set[str]:
    """The figures of a statement that are no years."""
    return {f for f in held.vector if f.startswith("#") and not _YEAR.fullmatch(f)}


def _verbatim(one: Held, other: Held, matter: Matter) -> bool:
    """Whether two statements share a run of words that two sources do not hit upon by themselves: one dispatch."""
    first, second = (_runs([t.form for t in matter.words(h.statement)]) for h in (one, other))
    return bool(first & second)


def _runs(forms: Sequence[str]) -> set[tuple[str, ...]]:
    return {tuple(forms[at : at + _RUN]) for at in range(len(forms) - _RUN + 1)}


def _reason(code: str, sources: Sequence[Source]) -> Reason:
    return Reason(code, tuple(s.origin.passages[0] for s in sources), "; ".join(s.origin.name for s in sources))
