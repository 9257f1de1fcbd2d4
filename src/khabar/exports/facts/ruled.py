"""What people said, as facts: judgements on actors and claims, corrections of single items."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import groupby

from khabar.exports.facts.places import Json, placed
from khabar.exports.facts.shelf import FactShelf
from khabar.resolution.corrected import item_at
from khabar.values.correction import Correction, Ruling
from khabar.values.reading import Reading

Corrections = Mapping[str, list[tuple[str, Correction]]]  # by report, each with the id of its fact


def numbered(shelf: FactShelf) -> Corrections:
    """All corrections, each under the id of its fact: the number that it has among those of its report."""
    ordered = sorted(shelf.archive.corrections(), key=lambda c: (c.where.report_id, c.at, c.where, c.ruling))
    return {
        report: [(f"correction/{report}/{n}", one) for n, one in enumerate(group, start=1)]
        for report, group in groupby(ordered, key=lambda c: c.where.report_id)
    }


def ruled_in(reading: Reading, corrections: Corrections) -> dict[str, list[str]]:
    """Which corrections the items of a reading rest on, by the ids of the items."""
    found: dict[str, list[str]] = defaultdict(list)
    for own_id, one in corrections.get(reading.report_id, ()):
        item = None if one.ruling is Ruling.WRONG else item_at(reading, one.of, one.where.span)
        if item is not None:
            found[item.id].append(own_id)
    return dict(found)


def rulings(shelf: FactShelf, corrections: Corrections) -> Iterator[Json]:
    """Every correction and every judgement on words that are exported."""
    for own_id, one in (pair for pairs in corrections.values() for pair in pairs):
        if shelf.has(one.where.report_id):
            where = placed(one.where, shelf.report(one.where.report_id))
            said = {"of": one.of, "ruling": one.ruling, "value": one.value}
            yield {"fact": "correction", "id": own_id, **said, "where": where, **_by(one.author, one.at, one.because)}
    judgements = sorted(shelf.archive.judgements(), key=lambda j: (j.at, j.one, j.other))
    for number, judged in enumerate(judgements, start=1):
        if shelf.has(judged.one.report_id) and shelf.has(judged.other.report_id):
            sides = [placed(p, shelf.report(p.report_id)) for p in (judged.one, judged.other)]
            own = {"fact": "judgement", "id": f"judgement/{number}", "of": judged.of, "same": judged.same}
            yield {**own, "where": sides, **_by(judged.author, judged.at, judged.because)}


def _by(author: str, at: str, because: str) -> Json:
    return {"author": author, "at": at, "because": because}
