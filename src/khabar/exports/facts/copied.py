"""Whose text goes back to whose, as facts."""

from collections.abc import Iterator

from khabar.exports.facts.places import Json, placed, reasoned
from khabar.exports.facts.shelf import FactShelf
from khabar.values.reason import Passage


def copies(shelf: FactShelf) -> Iterator[Json]:
    """Groups of near copies and lineages of which every report is exported."""

    def shown(passage: Passage) -> Json:
        return placed(passage, shelf.report(passage.report_id))

    for number, group in enumerate(shelf.archive.copies(None, 0), start=1):
        if shelf.exported.issuperset(group.reports):
            own = {"fact": "copies", "id": f"copies/{number}", "on": list(group.reports)}
            yield {**own, "reasons": reasoned(group.reasons, shown)}
    for lineage in shelf.archive.lineages_of(None, None, 0):
        if shelf.exported.issuperset(d.report for d in lineage.descents):
            descents = [
                {"report": d.report, "kind": d.kind, "of": d.of, "credits": d.credits}
                | {"reasons": reasoned(d.reasons, shown)}
                for d in lineage.descents
            ]
            yield {"fact": "lineage", "id": lineage.id, "agency": lineage.agency, "descents": descents}
