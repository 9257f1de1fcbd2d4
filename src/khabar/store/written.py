"""What the archive writes of a reading, worked out by whoever reads, so that whoever writes only writes."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from khabar.resolution.corrected import corrected
from khabar.store.rows import Items, as_text, items_of
from khabar.store.search.words import Index
from khabar.store.values_as_json import from_json
from khabar.values.correction import Correction
from khabar.values.reading import Reading
from khabar.values.report import Report


@dataclass(frozen=True, slots=True)
class Written:
    """A reading as the archive writes it: texts and numbers, which go from process to process at little cost."""

    reader: str
    language: str
    unread: str | None  # None: it was read
    text: str  # all of it, as JSON
    items: Items
    index: Index


@dataclass(frozen=True, slots=True)
class Writing:
    """Somebody who reads, and works out what is to be written of it."""

    read: Callable[[Report], Reading]

    def __call__(self, report: Report) -> Written:
        """What is to be written of the report's reading."""
        return written_of(report, self.read(report))


def written_of(report: Report, reading: Reading) -> Written:
    """What is to be written where the report keeps its id and nobody corrected anything."""
    from khabar.store.search.indexing import index_of  # here: whoever only asks or corrects cuts up no text

    index = index_of(report, reading)
    return Written(reading.reader, reading.language, reading.unread, as_text(reading), items_of(reading), index)


def known_as(written: Written, report_id: str, corrections: Sequence[Correction]) -> Written:
    """The same where the report has that id, and as people corrected it."""
    own = replace(from_json(Reading, json.loads(written.text)), report_id=report_id)
    return replace(written, text=as_text(own), items=items_of(corrected(own, corrections)))
