"""RDF: each reading a graph with its provenance (PROV-O), events by SEM, words by Web Annotation."""

from collections.abc import Iterator

from khabar.exports import trig_claims, trig_readings
from khabar.exports.provenance import urn, web_address
from khabar.exports.selection import Selection
from khabar.exports.turtle import about, day, heading, iri, text
from khabar.values.reading import Reading
from khabar.values.report import Report

_CONCLUSIONS = iri(urn("conclusions"))


def pieces(selection: Selection) -> Iterator[str]:
    """The file, part by part: of every report what it is and the graph of what was read in it, then the claims."""
    yield heading()
    readers: set[str] = set()
    for report, reading in selection.readings():
        if reading.reader not in readers:
            readers.add(reading.reader)
            yield about(_reader(reading), ("a", "prov:SoftwareAgent"), ("rdfs:label", text(f"khabar {reading.reader}")))
        yield _provenance(report, reading)
        yield f"{_graph(report)} {{\n"
        yield from trig_readings.told_in(report, reading)
        yield "}\n"
    yield about(_CONCLUSIONS, ("a", "prov:Bundle"))
    yield f"{_CONCLUSIONS} {{\n"
    for placed in selection.placed_claims():
        yield from trig_claims.told_of(placed)
    yield "}\n"


def _provenance(report: Report, reading: Reading) -> str:
    own, url = iri(urn("report", report.id)), web_address(report.url)
    published = about(
        own,
        ("a", ("prov:Entity", "schema:NewsArticle")),
        ("dct:identifier", text(report.id)),
        ("khabar:sha256", text(report.sha256)),
        ("dct:title", text(report.title, reading.language) if report.title else None),
        ("dct:publisher", text(report.outlet) if report.outlet else None),
        ("dct:issued", day(report.published)),
        ("schema:url", iri(url) if url else None),
    )
    derived = (("prov:wasDerivedFrom", own), ("prov:wasAttributedTo", _reader(reading)))
    return published + about(_graph(report), ("a", ("prov:Bundle", "prov:Entity")), *derived)


def _graph(report: Report) -> str:
    return iri(urn("reading", report.id))


def _reader(reading: Reading) -> str:
    return iri(urn("reader", reading.reader))
