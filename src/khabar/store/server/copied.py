"""Rows as PostgreSQL's COPY takes them."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from khabar.store.database import Row
from khabar.store.server.letters import held

_AT_ONCE = 1 << 16  # letters sent at a time
_SIGNS = str.maketrans({"\\": r"\\", "\n": r"\n", "\r": r"\r", "\t": r"\t"})


def copied(rows: Iterable[Row], truths: Sequence[int]) -> Iterator[str]:
    """The rows as text, some at a time; `truths`: the columns that are true or false, whatever they are given as."""
    part, size = [], 0
    for row in rows:
        line = "\t".join(_field(value, is_truth=at in truths) for at, value in enumerate(row))
        part.append(line)
        size += len(line)
        if size > _AT_ONCE:
            yield "".join(f"{line}\n" for line in part)
            part, size = [], 0
    yield "".join(f"{line}\n" for line in part)


def _field(value: Any, *, is_truth: bool) -> str:
    if value is None:
        return r"\N"
    if is_truth:
        return "t" if value else "f"
    return held(value).translate(_SIGNS) if isinstance(value, str) else str(value)
