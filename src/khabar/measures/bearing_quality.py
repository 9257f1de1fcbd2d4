"""How well two sentences are told to agree or to disagree, against pairs that people judged.

usage: python -m khabar.measures.bearing_quality PAIRS.csv [--errors N]
"""

import argparse
import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

from khabar.engine import bearing_between
from khabar.errors import BadGold
from khabar.measures.figures import Figure, Tally
from khabar.values.agreement import Agreement

_CALLED = {"agree": Agreement.AGREES, "disagree": Agreement.DISAGREES, "other": Agreement.OTHER}
_COLUMNS = ("s1", "s2", "stance")


@dataclass(frozen=True, slots=True)
class JudgedPair:
    """Two sentences, and how a person found that they stand to one another."""

    first: str
    second: str
    agreement: Agreement


def pairs_in(path: Path) -> Iterator[JudgedPair]:
    """The pairs of a table with the columns `s1`, `s2` and `stance`."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            yield from [_pair(row) for row in csv.DictReader(file)]
    except (OSError, UnicodeDecodeError, csv.Error, KeyError) as wrong:
        what = f"these are no judged pairs of sentences: {wrong!r}."
        raise BadGold(str(path), what, f"Give a CSV table with the columns {', '.join(_COLUMNS)}.") from wrong


def _pair(row: dict[str, str]) -> JudgedPair:
    first, second, stance = (row[column] for column in _COLUMNS)
    return JudgedPair(first, second, _CALLED[stance])


def measure_bearings(judged: Iterable[tuple[JudgedPair, Agreement]]) -> dict[str, Figure]:
    """The figure of each of the three answers."""
    tallies = {agreement: Tally() for agreement in Agreement}
    for pair, said in judged:
        for agreement, tally in tallies.items():
            tally.add(said is pair.agreement is agreement, said is agreement, pair.agreement is agreement)
    return {agreement.value: tally.figure() for agreement, tally in tallies.items()}


def main() -> None:
    """Prints F1 of each answer and their mean, and some pairs that were told wrongly."""
    parser = argparse.ArgumentParser(description="Measure whether two sentences are told to agree or to disagree.")
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--errors", type=int, default=0, help="show so many wrong ones")
    given = parser.parse_args()
    judged = [(pair, bearing_between(pair.first, pair.second).agreement) for pair in pairs_in(given.pairs)]
    figures = measure_bearings(judged)
    for name, figure in figures.items():
        print(f"{name:10} F1 {figure.f1:.3f}  P {figure.precision:.3f}  R {figure.recall:.3f}  {figure.gold:4} pairs")
    print(f"{'mean':10} F1 {fmean(figure.f1 for figure in figures.values()):.3f}")
    for pair, said in [one for one in judged if one[0].agreement is not one[1]][: given.errors]:
        print(f"    {pair.first} | {pair.second}: {pair.agreement}, told {said}")


if __name__ == "__main__":
    main()
