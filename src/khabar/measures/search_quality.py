"""Search measured against sentences that a person judged: how many are found, how many are right, which come first."""

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log2
from pathlib import Path
from statistics import fmean
from typing import Any

import yaml

from khabar.errors import BadGold
from khabar.store.archive import Archive
from khabar.views.search import Found, Words, search

_FIRST = 10  # answers that a reader looks at
Sentence = tuple[str, str]  # report id, its first words


@dataclass(frozen=True, slots=True)
class Judged:
    """A query with every sentence that answers it, by how well it does."""

    query: str
    half: str  # tuning | kept
    answers: Mapping[Sentence, int]  # grade: 2 is what was looked for, 1 has it in passing


@dataclass(frozen=True, slots=True)
class Quality:
    """How a query was answered; of several queries, the mean."""

    recall: float
    precision: float
    ndcg: float  # of the first ten


def judged_in(path: Path) -> tuple[Judged, ...]:
    """The judged queries of a file, in its order."""
    return tuple(_judged(entry, path) for entry in yaml.safe_load(path.read_bytes()))


def quality(judged: Judged, found: Sequence[Found]) -> Quality:
    """How well these answers, best first, meet what was judged."""
    grades = [_grade(judged, one) for one in found]
    right = sum(grade > 0 for grade in grades)
    best = _gain(sorted(judged.answers.values(), reverse=True))
    return Quality(
        recall=right / len(judged.answers),
        precision=right / len(grades) if grades else 0.0,
        ndcg=_gain(grades) / best,
    )


def mean(qualities: Iterable[Quality]) -> Quality:
    """The mean over queries, each counting the same."""
    every = tuple(qualities)
    return Quality(fmean(q.recall for q in every), fmean(q.precision for q in every), fmean(q.ndcg for q in every))


def measured(archive: Words, queries: Iterable[Judged]) -> Iterator[tuple[Judged, Quality]]:
    """Each query with how the archive answers it."""
    for judged in queries:
        yield judged, quality(judged, search(archive, judged.query, limit=None))


def _judged(entry: Mapping[str, Any], path: Path) -> Judged:
    answers = {(a["report"], a["begins"]): int(a["grade"]) for a in entry["answers"]}
    if not answers or len(answers) < len(entry["answers"]):
        raise BadGold(str(path), f"query {entry['query']}: no answer, or one of them twice.")
    return Judged(entry["query"], entry["half"], answers)


def _grade(judged: Judged, found: Found) -> int:
    return max((grade for answer, grade in judged.answers.items() if _is(answer, found)), default=0)


def _is(answer: Sentence, found: Found) -> bool:
    report, begins = answer
    return found.passage.report_id == report and found.words.replace("\n", " ").startswith(begins)


def _gain(grades: Sequence[int]) -> float:
    return sum(float(2**grade - 1) / log2(place + 2) for place, grade in enumerate(grades[:_FIRST]))


def _print_quality(archive_path: Path, queries_path: Path) -> None:
    with Archive.to_read(archive_path) as archive:
        every = tuple(measured(archive, judged_in(queries_path)))
    for half in sorted({judged.half for judged, _ in every}):
        for judged, one in every:
            if judged.half == half:
                print(f"{one.recall:.2f} {one.precision:.2f} {one.ndcg:.2f}  {judged.query}")
        whole = mean(one for judged, one in every if judged.half == half)
        print(f"{half}: recall {whole.recall:.3f}, precision {whole.precision:.3f}, nDCG@10 {whole.ndcg:.3f}")


if __name__ == "__main__":
    _print_quality(Path(sys.argv[1]), Path(sys.argv[2]))
