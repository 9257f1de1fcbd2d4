"""How each statement of a claim stands to it."""

from collections.abc import Mapping, Sequence

from khabar.resolution.statements import Statement
from khabar.values.attribution import Stance
from khabar.values.claim import PositionStance
from khabar.weighing.matter import Held

_Vector = Mapping[str, float]


def held(statements: Sequence[Statement], vectors: Sequence[_Vector]) -> tuple[Held, ...]:
    """Each statement with its stance; where all only say 'does not', that is what they assert."""
    certain = PositionStance.ASSERTS if _state_of_not(statements) else None
    told = [v for s, v in zip(statements, vectors, strict=True) if not denies(s) and not s.unsure]
    return tuple(Held(s, certain or _stance(s, told), v) for s, v in zip(statements, vectors, strict=True))


def denies(statement: Statement) -> bool:
    """Whether a statement says no to what its words name."""
    return rejects(statement) or statement.negated


def rejects(statement: Statement) -> bool:
    """Whether a statement answers what others say: it denies, calls untrue or takes back."""
    return statement.stance is Stance.DENIES or statement.untrue or statement.retracts


def _stance(statement: Statement, told: Sequence[_Vector]) -> PositionStance:
    if statement.unsure:
        return PositionStance.UNSURE
    if rejects(statement) or (statement.negated and _answers(statement, told)):
        return PositionStance.DENIES
    return PositionStance.ASSERTS


def _answers(statement: Statement, told: Sequence[_Vector]) -> bool:
    """Whether what a statement negates is what others tell; a 'not' of something else denies nothing of theirs."""
    return not told or not statement.denied or any(statement.denied & vector.keys() for vector in told)


def _state_of_not(statements: Sequence[Statement]) -> bool:
    return all(s.negated and s.state and not rejects(s) and not s.unsure for s in statements)
