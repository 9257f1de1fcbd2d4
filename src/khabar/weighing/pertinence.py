"""Which of the sources in a claim tell the very thing that most of them tell, and which only something beside it."""

from collections.abc import Mapping, Sequence

from khabar.resolution.gathering import likeness
from khabar.weighing.matter import Held, Matter
from khabar.weighing.origins import Source

# A claim takes in statements that are much less alike on average; two sources that tell one thing share at least this
# much in some two of their statements. Set on six stories, where it parts them best.
_NEAR = 0.35
_MANY = 30  # statements of a source that are looked at; more repeat them

_Vectors = Sequence[Mapping[str, float]]


def parted(
    sources: Sequence[Source], positions: Sequence[Held], matter: Matter
) -> tuple[tuple[Source, ...], tuple[Source, ...]]:
    """The sources that are joined to the most central one by statements near one another, and the others."""
    if len(sources) < 2:
        return tuple(sources), ()
    told = {matter.passage(h.statement): h.vector for h in positions}
    vectors = [[told[p] for p in s.origin.passages[:_MANY] if p in told] for s in sources]
    inside = _joined_to(_most_central(vectors), vectors)
    return (
        tuple(s for i, s in enumerate(sources) if i in inside),
        tuple(s for i, s in enumerate(sources) if i not in inside),
    )


def _most_central(vectors: Sequence[_Vectors]) -> int:
    """The source with the statement that is nearest to what the others tell, each of them counted once."""

    def nearness(i: int) -> float:
        others = [other for j, other in enumerate(vectors) if j != i]
        return max((sum(_nearest([one], other) for other in others) for one in vectors[i]), default=0.0)

    return max(range(len(vectors)), key=lambda i: (nearness(i), len(vectors[i]), -i))


def _joined_to(first: int, vectors: Sequence[_Vectors]) -> set[int]:
    inside, ahead = {first}, [first]
    while ahead:
        here = vectors[ahead.pop()]
        near = [i for i, there in enumerate(vectors) if i not in inside and _nearest(here, there) >= _NEAR]
        inside.update(near)
        ahead += near
    return inside


def _nearest(here: _Vectors, there: _Vectors) -> float:
    return max((likeness(one, other) for one in here for other in there), default=0.0)
