"""Round numbers for the lines behind bars and curves."""

_STEPS = (1, 2, 5)


def round_steps(most: int, lines: int = 4) -> tuple[int, ...]:
    """Whole round numbers from nought to the first that is no less than `most`, about as many as `lines`."""
    step = next(size for size in _sizes() if size * lines >= most)
    return tuple(range(0, most + step, step)) if most else (0,)


def _sizes() -> "tuple[int, ...]":
    return tuple(step * 10**power for power in range(12) for step in _STEPS)
