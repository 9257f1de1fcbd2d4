"""How each statement of a claim stands to it."""

from collections.abc import Mapping, Sequence

from khabar.resolution.gathering import likeness
from khabar.resolution.statements import Statement
from khabar.values.attribution import Stance
from khabar.values.claim import PositionStance
from khabar.weighing.matter import Held

# What a 'not' answers shares at least this much with it, beside the very word that is denied.
_ANSWERED = 0.08
# A report that says 'not' in its own voice seldom answers anybody.
_ANSWERED_BY_REPORT = 0.2
_MANY = 200  # statements of one claim that an answer is held against; more repeat them

_Vector = Mapping[str, float]


def held(statements: Sequence[Statement], vectors: Sequence[_Vector]) -> tuple[Held, ...]:
    """Each statement with its stance; where all only say 'does not', that is what they assert."""
    certain = PositionStance.ASSERTS if _state_of_not(statements) else None
    pairs = list(zip(statements, vectors, strict=True))
    told = [Held(s, PositionStance.ASSERTS, v) for s, v in pairs if _tells(s)][:_MANY]
    named = [Held(s, PositionStance.DENIES, v) for s, v in pairs if _names_what_it_denies(s)][:_MANY]
    return tuple(Held(s, certain or _stance(s, v, told, named), v) for s, v in pairs)


def denies(statement: Statement) -> bool:
    """Whether a statement says no to what its words name."""
    return rejects(statement) or statement.negated


def rejects(statement: Statement) -> bool:
    """Whether a statement answers what others say: it denies, calls untrue or takes back."""
    return statement.stance is Stance.DENIES or statement.untrue or statement.retracts


def _tells(statement: Statement) -> bool:
    return not (denies(statement) or statement.unsure or statement.disowns or statement.partly)


def _names_what_it_denies(statement: Statement) -> bool:
    """Whether a denial has in its words what it says no to, and no 'not': 'denied that it had fired'."""
    return statement.stance is Stance.DENIES and not statement.denied


def _stance(statement: Statement, vector: _Vector, told: Sequence[Held], named: Sequence[Held]) -> PositionStance:
    if statement.unsure:
        return PositionStance.UNSURE
    if statement.disowns:
        return PositionStance.DENIES
    if statement.partly and told:
        return PositionStance.PARTLY
    if rejects(statement) or (statement.negated and _answers(statement, vector, told, named)):
        # a report that says no in its own words passes on what it heard, unless it takes back its own
        return PositionStance.DENIES if statement.chain or statement.retracts else PositionStance.UNSURE
    return PositionStance.ASSERTS


def _answers(statement: Statement, vector: _Vector, told: Sequence[Held], named: Sequence[Held]) -> bool:
    """Whether what a statement negates is what others tell or deny; a 'not' of something else denies none of it."""
    others = [h for h in told if (h.statement.report, h.statement.chain) != (statement.report, statement.chain)]
    if not told or not statement.denied:
        return bool(statement.chain)
    least = _ANSWERED if statement.chain else _ANSWERED_BY_REPORT
    return any(statement.denied & h.vector.keys() and likeness(vector, h.vector) >= least for h in [*others, *named])


def _state_of_not(statements: Sequence[Statement]) -> bool:
    return all(s.negated and s.state and not rejects(s) and not s.unsure for s in statements)
