"""Reading beside what else one might use for it: `python beside.py NEWS [REPORTS]`, in one process, on the same texts.

None of the others answers what Khabar answers, so each line says what it finds. What is not installed is said to be
absent. All are asked in turns, in processor time, and of each the best turn counts; the table tells ratios, since these
hardly change from machine to machine.
A language model is asked about a few of them where KHABAR_MODEL_URL and KHABAR_MODEL name one, and timed by the clock,
since it works in a process of its own, or on another machine.
"""

import gc
import os
import re
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from khabar.engine import read
from khabar.errors import NoAnswer
from khabar.knowledge.actors import media, organisations, persons
from khabar.knowledge.geography import countries, places
from khabar.reports.intake import reports_in
from khabar.values.report import Report

_TURNS = 3
_REPORTS = 100
_REPORTS_FOR_A_MODEL = 10
_PATIENCE = 600.0  # seconds for one answer
_WORD = re.compile(r"\w+")
Reads = Callable[[Report], object]


@dataclass(frozen=True, slots=True)
class Contender:
    """Something that takes a report."""

    name: str
    finds: str
    made: Callable[[], Reads]  # loads what it needs, and raises ImportError where it is not installed


def main(news: Path, number: int = _REPORTS) -> None:
    """Prints a line for each."""
    came = (report for report in reports_in([news]) if isinstance(report, Report))
    reports = list(islice(came, number))
    here, absent = _made()
    best = {contender.name: min(turns) for contender, turns in _turns(here, reports)}
    khabar = best["Khabar"]
    print(f"{len(reports)} reports of {sum(map(_length, reports)) // len(reports)} words on the average\n")
    print("| what | finds | reports a second of processor time | its time as a share of Khabar's |")
    print("| --- | --- | ---: | ---: |")
    for contender, _ in here:
        spent = best[contender.name]
        print(f"| {contender.name} | {contender.finds} | {len(reports) / spent:,.0f} | {spent / khabar:.4g} |")
    for contender, reason in absent:
        print(f"not here: {contender.name} ({reason})")
    if address := os.environ.get("KHABAR_MODEL_URL"):
        print(beside_a_model(reports[:_REPORTS_FOR_A_MODEL], address, os.environ["KHABAR_MODEL"]))


def _made() -> tuple[list[tuple[Contender, Reads]], list[tuple[Contender, str]]]:
    here, absent = [], []
    for contender in _CONTENDERS:
        try:
            here.append((contender, contender.made()))
        except ImportError as missing:
            absent.append((contender, str(missing)))
    return here, absent


def _turns(
    here: Sequence[tuple[Contender, Reads]], reports: Sequence[Report]
) -> Iterator[tuple[Contender, list[float]]]:
    for _, reads in here:
        reads(reports[0])  # loads what is loaded late
    gc.collect()
    gc.freeze()
    turns = [[_seconds(reads, reports) for _, reads in here] for _ in range(_TURNS)]
    return ((contender, [turn[at] for turn in turns]) for at, (contender, _) in enumerate(here))


def _seconds(reads: Reads, reports: Sequence[Report]) -> float:
    begin = time.process_time()
    for report in reports:
        reads(report)
    return time.process_time() - begin


def beside_a_model(reports: Sequence[Report], address: str, name: str) -> str:
    """What a model takes for so many reports, asked as `--reader llm` asks it but with no answer kept."""
    from khabar.proposing.asking import HttpModel
    from khabar.proposing.endpoint import endpoint_at
    from khabar.proposing.reading import ModelReader

    model = HttpModel(endpoint_at(address, name, os.environ.get("KHABAR_MODEL_KEY"), _PATIENCE))
    reader = ModelReader(model, name)
    try:
        theirs, without = _by_the_clock(reader.read, reports)
    finally:
        model.close()
    ours, _ = _by_the_clock(read, reports)
    left = f", {without} of them without an answer" if without else ""
    return f"{name}: {len(reports)} reports{left}, in {theirs:.1f} seconds by the clock, {theirs / ours:,.0f} times Khabar's"


def _by_the_clock(reads: Reads, reports: Sequence[Report]) -> tuple[float, int]:
    """Seconds, and how many got no answer."""
    begin, without = time.perf_counter(), 0
    for report in reports:
        try:
            reads(report)
        except NoAnswer:
            without += 1
    return time.perf_counter() - begin, without


def _length(report: Report) -> int:
    return len(_WORD.findall(report.text))


def _words() -> Reads:
    return lambda report: _WORD.findall(report.text)


def _dates() -> Reads:
    from dateparser.search import search_dates

    return lambda report: search_dates(report.text, languages=["ar"])


def _matcher() -> Reads:
    """A pipeline with all the names that Khabar itself knows, so that both look for the same."""
    import spacy
    from spacy.matcher import PhraseMatcher

    pipeline = spacy.blank("ar")
    pipeline.add_pipe("sentencizer")
    matcher = PhraseMatcher(pipeline.vocab)
    matcher.add("NAME", list(pipeline.pipe(_names())))
    return lambda report: matcher(pipeline(report.text))


def _names() -> list[str]:
    known = (*persons(), *organisations(), *media(), *places(), *countries())
    return sorted({name for one in known for name in one.names})


def _gkg() -> Reads:
    """Those of its fields that run with nothing but the package; themes, tone, people and places want more files."""
    from gdelt_regkg.fields.amounts import analyze_amounts
    from gdelt_regkg.fields.counts import analyze_counts
    from gdelt_regkg.fields.dates import analyze_dates
    from gdelt_regkg.fields.quotations import analyze_quotations

    fields = (analyze_amounts, analyze_counts, analyze_dates, analyze_quotations)
    return lambda report: [analyze(report.text) for analyze in fields]


_CONTENDERS = (
    Contender("Khabar", "names, dates, who says what through whom, events", lambda: read),
    Contender("words by a regular expression", "words", _words),
    Contender("dateparser's search", "dates", _dates),
    Contender("spaCy's blank Arabic pipeline with a matcher", "words, sentences, names as they are listed", _matcher),
    Contender("gdelt-regkg: amounts, counts, dates, quotations", "figures, and what stands in quotation marks", _gkg),
)

if __name__ == "__main__":
    main(Path(sys.argv[1]), *map(int, sys.argv[2:3]))
