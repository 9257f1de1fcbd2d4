"""Exports in memory, and archives to make them of."""

import json
from pathlib import Path

from falsified import Fact
from view_samples import READINGS, REPORTS, Shelf

from khabar.exports.formats import FORMATS, AsText
from khabar.exports.named import Format
from khabar.exports.selection import Selection, Wanted, selected
from khabar.store.archive import Archive


def text_of(form: Format, selection: Selection) -> str:
    door = FORMATS[form]
    assert isinstance(door, AsText)
    return "".join(door.pieces(selection))


def small(wanted: Wanted | None = None) -> Selection:
    """Of two reports that contradict each other."""
    return selected(Shelf()._archive(), wanted or Wanted())


def turned_round() -> Selection:
    """Of the same reports, kept the other way round."""
    archive = Archive.in_memory()
    for own_id in reversed(REPORTS):
        archive.keep(REPORTS[own_id], READINGS[own_id])
    archive.keep_weighed(Shelf().weighed(), "one")
    return selected(archive, Wanted())


def facts_in(export: Path) -> list[Fact]:
    """The lines of an export of facts."""
    return [json.loads(line) for line in export.read_text(encoding="utf-8").splitlines()]


TEXTS = [form for form, door in FORMATS.items() if isinstance(door, AsText)]
