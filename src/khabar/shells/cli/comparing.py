"""`khabar bench --against`: what is read otherwise than before, and whether that is for better or worse."""

import json
from itertools import groupby
from pathlib import Path

from khabar.engine import read
from khabar.errors import BadForm, BadGold
from khabar.measures.changes import How
from khabar.measures.comparison import Comparison, compare
from khabar.measures.gold import gold_in
from khabar.shells.cli.printing import on_one_line, print_json, say, shortened
from khabar.store.values_as_json import to_json
from khabar.values.reading import Reading
from khabar.views.bench_format import reading_from

_SHOWN = 80  # characters of what changed
_SIGNS = {How.ADDED: "+", How.GONE: "-", How.CHANGED: "~"}
_REMEDY = "Write it with `khabar read --json FOLDER > FILE`, before the change."


def compare_folder(folder: Path, against: Path, *, as_json: bool) -> None:
    """Prints what of the annotated reports is read otherwise than in a file of readings, and what that mends."""
    found = compare([(gold, read(gold.report)) for gold in gold_in(folder)], _readings_in(against))
    if as_json:
        print_json(to_json(found))
    else:
        _print_comparison(found)


def _readings_in(file: Path) -> dict[str, Reading]:
    """The readings of a file that `khabar read --json` wrote, by report."""
    try:
        lines = file.read_text(encoding="utf-8").split("\n")
        found = [reading_from(json.loads(line)) for line in lines if line.strip()]
    except (OSError, ValueError, BadForm) as wrong:
        raise BadGold(str(file), f"this is no file of readings: {wrong}", _REMEDY) from wrong
    return {reading.report_id: reading for reading in found}


def _print_comparison(found: Comparison) -> None:
    for report_id, together in groupby(found.changes, key=lambda change: change.report_id):
        say(report_id)
        for change in together:
            say(f"  {_SIGNS[change.how]} {change.item}  {shortened(change.words, _SHOWN)}")
            for name, was, now in change.facts:
                say(f"      {name}: {_told(change.how, shortened(was, _SHOWN), shortened(now, _SHOWN))}")
    _print_effect(found)
    number = len(found.changes)
    say(f"{number or 'no'} change{'' if number == 1 else 's'} in {found.reports} reports")
    if found.new:
        say(f"not read before: {', '.join(found.new)}")


def _print_effect(found: Comparison) -> None:
    """Which errors went and came, and which figures moved."""
    for title, faults in (("mended", found.mended), ("new errors", found.broken)):
        if faults:
            say(f"{title}: {len(faults)}")
        for fault in faults:
            say(f"  {fault.figure}  {fault.kind}  {fault.report_id}: {on_one_line(fault.what)}")
    for name, earlier, later in found.figures:
        say(f"{name}: {later:.3f}, was {earlier:.3f}")


def _told(how: How, was: str, now: str) -> str:
    if how is How.CHANGED:
        return f"{now or '–'}, was {was or '–'}"
    return now or was
