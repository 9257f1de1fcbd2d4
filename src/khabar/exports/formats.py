"""The formats there are, and how each is written."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from khabar.exports import (
    annotations,
    bench,
    cameo,
    ftm,
    gexf,
    graphml,
    ics,
    jsonld,
    plover,
    stix,
    timelinejs,
    trig,
)
from khabar.exports.facts import pieces as facts
from khabar.exports.named import Format
from khabar.exports.selection import Selection
from khabar.exports.tables import csv, parquet
from khabar.exports.writing import write_folder, write_text

Pieces = Callable[[Selection], Iterator[str]]
Tables = Callable[[Selection, Path], None]


@dataclass(frozen=True, slots=True)
class AsText:
    """A format that is one text."""

    pieces: Pieces

    def write(self, selection: Selection, output: Path) -> None:
        """Writes it as one whole file."""
        write_text(self.pieces(selection), output)


@dataclass(frozen=True, slots=True)
class AsFolder:
    """A format of several files."""

    fill: Tables

    def write(self, selection: Selection, output: Path) -> None:
        """Writes a folder, or a zip file where the name ends so."""
        write_folder(lambda folder: self.fill(selection, folder), output)


FORMATS: dict[Format, AsText | AsFolder] = {
    Format.BENCH: AsText(bench.lines),
    Format.CSV: AsFolder(csv.fill),
    Format.PARQUET: AsFolder(parquet.fill),
    Format.PLOVER: AsText(plover.lines),
    Format.CAMEO: AsText(cameo.lines),
    Format.GRAPHML: AsText(graphml.pieces),
    Format.GEXF: AsText(gexf.pieces),
    Format.JSONLD: AsText(jsonld.pieces),
    Format.ANNOTATIONS: AsText(annotations.pieces),
    Format.FTM: AsText(ftm.lines),
    Format.TRIG: AsText(trig.pieces),
    Format.STIX: AsText(stix.pieces),
    Format.ICS: AsText(ics.pieces),
    Format.TIMELINEJS: AsText(timelinejs.pieces),
    Format.FACTS: AsText(facts.lines),
}
