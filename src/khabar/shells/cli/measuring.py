"""`khabar bench`: figures against annotation by people, and whether they hold their floors."""

import json
import sys
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Any

from khabar.compiled import code
from khabar.engine import read
from khabar.errors import BadGold, NothingToRead
from khabar.measures.causes import Cause, causes
from khabar.measures.figures import Figure, Measured
from khabar.measures.gold import gold_in
from khabar.measures.gold_stories import stories_in
from khabar.measures.reading_quality import measure
from khabar.measures.speed import speed_of
from khabar.measures.weighing_quality import measure_claims
from khabar.reports.intake import reports_in
from khabar.shells.cli.model_options import Wanted
from khabar.shells.cli.printing import on_one_line, print_json, say
from khabar.shells.cli.proposing import reader_of
from khabar.values.reading import Reading
from khabar.values.report import Report
from khabar.versions import Reader
from khabar.weighing import weigh
from khabar.workers.attempts import attempt
from khabar.workers.settling import settle

_BY_RULES = partial(read, why=True)
_LABELS = 5  # of a kind of fault, those that read most of it


def measure_folder(folder: Path, errors: int, floors: Path | None, *, as_json: bool) -> int:
    """Prints the figures, and the faults by cause with so many of each; 1 if a figure is below its floor, else 0."""
    measured = _measured(folder, _BY_RULES)
    found = causes(measured.faults) if errors else ()
    if as_json:
        told = {"errors": _causes_as_json(found, errors)} if errors else {}
        print_json({**_as_json(measured), **told})
    else:
        _print_figures(measured)
        _print_causes(found, errors)
    missed = _missed(measured, floors) if floors else []
    for line in missed:
        print(line)
    return 1 if missed else 0


def measure_beside(folder: Path, errors: int, wanted: Wanted, *, as_json: bool) -> None:
    """Prints the figures of the rules and of a language model side by side, and the model's faults by cause."""
    ours = _measured(folder, _BY_RULES)
    with reader_of(wanted, why=True) as reader:
        theirs = _measured(folder, partial(_tried, reader))
    found = causes(theirs.faults) if errors else ()
    if as_json:
        told = {"errors": _causes_as_json(found, errors)} if errors else {}
        print_json({"rules": _as_json(ours), "model": wanted.model, "llm": _as_json(theirs), **told})
        return
    print(f"{'':16} {'rules':>27}   {wanted.model:>20}")
    print(f"{'':16} {'F1':>6} {'P':>6} {'R':>6} {'found':>6} {'F1':>8} {'P':>6} {'R':>6} {'found':>6} {'gold':>6}")
    for (name, our), (_, their) in zip(ours.figures, theirs.figures, strict=True):
        print(f"{name:16} {_shares(our)} {our.found:6}   {_shares(their)} {their.found:6} {our.gold:6}")
    _print_causes(found, errors)


def _tried(reader: Reader, report: Report) -> Reading:
    """The reading; of a report that the model gives no answer about an empty one, which is told."""
    found = attempt(reader.read, report)
    if isinstance(found, Reading):
        return found
    say(f"khabar: {report.id}: {found.reason}", file=sys.stderr)
    return Reading(report.id, reader.version, "und", unread=found.reason)


def _measured(folder: Path, reads: Callable[[Report], Reading]) -> Measured:
    """The figures of reading, and of weighing where stories are annotated too."""
    read_ones = [(gold, reads(gold.report)) for gold in gold_in(folder)]
    measured = measure(read_ones)
    stories = stories_in(folder)
    if stories is None:
        return measured
    # only the stories' own reports are weighed together, as their annotators saw them
    own = [(gold.report, reading) for gold, reading in read_ones if gold.report.id in stories.reports]
    weighed = weigh(own)
    more = measure_claims(stories, weighed.claims, weighed.copies)
    return Measured(measured.figures + more.figures, measured.faults + more.faults)


def measure_speed(paths: Sequence[Path], *, as_json: bool) -> None:
    """Prints how fast the reports under these paths are read."""
    reports = [came for came in reports_in(paths) if isinstance(came, Report)]
    if not reports:
        raise NothingToRead(", ".join(str(path) for path in paths))
    reads = partial(attempt, read)
    reads(reports[0])
    settle()  # as those processes do that read many reports
    speed = speed_of(reads, reports)
    figures = {
        "reports": speed.reports,
        "times_read": speed.times_read,
        "reports_a_second": round(speed.reports_a_second, 1),
        "megabytes_a_second": round(speed.megabytes_a_second, 3),
        "times_the_words": round(speed.times_the_words, 1),
        "times_the_sentences": round(speed.times_the_sentences, 1),
        "code": code().value,
    }
    if as_json:
        print_json(figures)
    else:
        often = f", each read {speed.times_read} times," if speed.times_read > 1 else ","
        print(f"{speed.reports} reports of {speed.words // speed.reports} words on the average{often} by one process:")
        print(f"{speed.reports_a_second:.1f} reports and {speed.megabytes_a_second:.2f} MB a second of processor time,")
        print(f"{speed.times_the_words:.1f} times as long as finding the words,")
        print(f"{speed.times_the_sentences:.1f} times as long as finding the words and the sentences")
        print(f"the code that reads: {code()}")


def _as_json(measured: Measured) -> dict[str, dict[str, float]]:
    return {
        name: {
            "f1": figure.f1,
            "precision": figure.precision,
            "recall": figure.recall,
            "gold": figure.gold,
            "predicted": figure.found,
        }
        for name, figure in measured.figures
    }


def _print_figures(measured: Measured) -> None:
    print(f"{'':16} {'F1':>6} {'P':>6} {'R':>6} {'gold':>6} {'found':>6}")
    for name, figure in measured.figures:
        print(f"{name:16} {_shares(figure)} {figure.gold:6} {figure.found:6}")


def _shares(figure: Figure) -> str:
    return f"{figure.f1:6.3f} {figure.precision:6.3f} {figure.recall:6.3f}"


def _print_causes(found: Iterable[Cause], most: int) -> None:
    """Each figure's faults by kind, with what read them and so many examples."""
    for figure, together in groupby(found, key=lambda cause: cause.figure):
        kinds = tuple(together)
        print(f"\n{figure}: {sum(cause.number for cause in kinds)}")
        for cause in kinds:
            labels = ", ".join(f"{label} {number}" for label, number in cause.labels[:_LABELS])
            print(f"  {cause.number:4}  {cause.kind}" + (f"  ({labels})" if labels else ""))
            for fault in cause.faults[:most]:
                say(f"        {fault.report_id}: {on_one_line(fault.what)}")


def _causes_as_json(found: Iterable[Cause], most: int) -> list[dict[str, Any]]:
    return [
        {
            "figure": cause.figure,
            "kind": cause.kind,
            "number": cause.number,
            "labels": dict(cause.labels),
            "examples": [
                {"report": fault.report_id, "what": fault.what, "label": fault.label or None}
                for fault in cause.faults[:most]
            ],
        }
        for cause in found
    ]


def _missed(measured: Measured, floors: Path) -> list[str]:
    """The figures that fell below the floors of a file such as `{"body": 0.97}`."""
    try:
        wanted: dict[str, float] = json.loads(floors.read_text(encoding="utf-8"))
    except (OSError, ValueError) as wrong:
        raise BadGold(str(floors), f"this is no file of floors: {wrong}.", 'Write it as {"body": 0.97}.') from wrong
    reached = {name: figure.f1 for name, figure in measured.figures}
    return [
        f"{name}: {reached.get(name, 0.0):.3f} is below its floor, {floor:.3f}"
        for name, floor in wanted.items()
        if reached.get(name, 0.0) < floor
    ]
