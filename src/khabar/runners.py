"""Reading many reports: here, or by processes that are held to bounds and outlived when they die. The order stays."""

import os
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import TypeVar

from khabar.values.report import Report
from khabar.workers.attempts import Outcome, Work, attempt
from khabar.workers.bounds import USUAL, Bounds

T = TypeVar("T")
READY = "khabar.readied"  # a module for `ready`: it loads all that reading needs
_FEW = 32  # reports: below, more than one process take longer to start than to do the work


def outcomes(
    reports: Iterable[Report],
    work: Work[T],
    workers: int | None = None,
    bounds: Bounds | None = None,
    ready: str | None = None,
) -> Iterator[tuple[Report, Outcome[T]]]:
    """Each report with what the work makes of it, or why there is nothing, in the order given, with any number of them.

    `workers`: None is as many as there are processors, and one for a handful of reports.
    `bounds`: what a report may take; None with one worker: read in this process, which nothing bounds.
    `ready`: the module that loads what the work needs when it is imported, once for all workers.
    """
    if workers is None:
        first = list(islice(reports, _FEW)) if isinstance(reports, Iterator) else list(reports)
        reports = chain(first, reports if isinstance(reports, Iterator) else ())
        workers = 1 if len(first) < _FEW else processors()
    if workers <= 1 and bounds is None:
        return ((report, attempt(work, report)) for report in reports)
    return _on_a_pool(reports, work, workers, bounds or USUAL, ready)


def _on_a_pool(
    reports: Iterable[Report], work: Work[T], workers: int, bounds: Bounds, ready: str | None
) -> Iterator[tuple[Report, Outcome[T]]]:
    from khabar.workers.pool import Pool  # here: whoever reads in one process, or only weighs, starts no other

    incoming = iter(reports)
    for first in incoming:  # without a first report there is nothing to start processes for
        yield from Pool(work, workers, bounds, ready).run(chain([first], incoming))


def processors() -> int:
    """Those that we may run on, which are fewer than there are in a container or on a shared machine."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
