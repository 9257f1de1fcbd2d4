"""Logistic regression over cues that are there or not: the same rows give the same weights."""

from collections.abc import Iterable, Mapping, Sequence
from math import exp

from khabar.knowledge import logits
from khabar.knowledge.logits import CONSTANT

_RESTRAINT = 4.0  # L2: how much evidence a weight needs
_STEPS = 25  # of Newton's method
_RARE = 8  # cues seen less often get no weight

Weights = dict[str, float]


def fitted(rows: Iterable[tuple[Iterable[str], bool]]) -> Weights:
    """What each cue adds, as logits, beside what speaks for a yes before any cue is known."""
    told = [(tuple(cues), yes) for cues, yes in rows]
    seen: dict[str, int] = {}
    for cues, _ in told:
        for cue in cues:
            seen[cue] = seen.get(cue, 0) + 1
    names = [CONSTANT, *sorted(cue for cue, times in seen.items() if times >= _RARE)]
    place = {name: n for n, name in enumerate(names)}
    active = [([0, *(place[c] for c in cues if c in place)], yes) for cues, yes in told]
    weights = [0.0] * len(names)
    for _ in range(_STEPS):
        weights = [w - step for w, step in zip(weights, _step(active, weights), strict=True)]
    return dict(zip(names, weights, strict=True))


def likelihood(weights: Weights, cues: Iterable[str]) -> float:
    """How likely a yes is with these cues."""
    return logits.likelihood(weights[CONSTANT], weights, cues)


def as_yaml(told: Sequence[str], weights: Mapping[str, Weights]) -> str:
    """The weights for each question as a file of our knowledge, two digits each; `told` stands at its head."""
    names = sorted({name for found in weights.values() for name in found} - {CONSTANT})
    lines = [f"# {line}" for line in told]
    for name in [CONSTANT, *names]:
        lines.append(f"- id: {name}")
        lines += [f"  {asked}: {found.get(name, 0.0):.2f}" for asked, found in weights.items()]
    return "\n".join(lines) + "\n"


def _step(rows: Sequence[tuple[list[int], bool]], weights: list[float]) -> list[float]:
    size = len(weights)
    slope = [_RESTRAINT * w if n else 0.0 for n, w in enumerate(weights)]
    bend = [[(_RESTRAINT if n else 1e-6) if n == m else 0.0 for m in range(size)] for n in range(size)]
    for active, told in rows:
        likely = 1 / (1 + exp(-sum(weights[n] for n in active)))
        for n in active:
            slope[n] += likely - told
            for m in active:
                bend[n][m] += likely * (1 - likely)
    return _solved(bend, slope)


def _solved(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Gauss elimination; the matrix is symmetric and positive."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    size = len(rows)
    for n in range(size):
        for below in range(n + 1, size):
            factor = rows[below][n] / rows[n][n]
            if factor:
                rows[below] = [a - factor * b for a, b in zip(rows[below], rows[n], strict=True)]
    found = [0.0] * size
    for n in range(size - 1, -1, -1):
        found[n] = (rows[n][-1] - sum(rows[n][m] * found[m] for m in range(n + 1, size))) / rows[n][n]
    return found
