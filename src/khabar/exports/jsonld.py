"""Reports as schema.org's NewsArticle and claims as its Claim, each with the words in which it appears."""

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any

from khabar.exports.json_lists import document, told
from khabar.exports.provenance import passage_urn, urn, web_address
from khabar.exports.selection import Selection
from khabar.values.claim import Position
from khabar.values.reading import Reading
from khabar.values.report import Report
from khabar.values.wanted import Placed

Json = dict[str, Any]
_CONTEXT = {"@vocab": "https://schema.org/", "khabar": "urn:khabar:terms:"}
_REPORTS_HELD = 200


def pieces(selection: Selection) -> Iterator[str]:
    """The file, part by part."""
    return document({"@context": _CONTEXT}, "@graph", _things(selection))


def _things(selection: Selection) -> Iterator[Json]:
    for report, reading in selection.readings():
        yield _article(report, reading)
    report_of = lru_cache(_REPORTS_HELD)(selection.archive.report)
    for placed in selection.placed_claims():
        yield _claim(placed, report_of)


def _article(report: Report, reading: Reading) -> Json:
    return told(
        {
            "@type": "NewsArticle",
            "@id": urn("report", report.id),
            "identifier": {"@type": "PropertyValue", "propertyID": "SHA-256", "value": report.sha256},
            "headline": report.title,
            "datePublished": report.published.isoformat() if report.published else None,
            "publisher": {"@type": "Organization", "name": report.outlet} if report.outlet else None,
            "url": web_address(report.url),
            "inLanguage": reading.language,
            "articleBody": report.text,
        }
    )


def _claim(placed: Placed, report_of: Callable[[str], Report]) -> Json:
    claim, assessment = placed.claim, placed.claim.assessment
    return told(
        {
            "@type": "Claim",
            "@id": urn("claim", claim.id),
            "text": claim.gist,
            "about": [{"@type": "Thing", "name": name} for name in dict.fromkeys((*claim.actor, *claim.recipient))],
            "spatialCoverage": [{"@type": "Place", "name": name} for name in claim.place],
            "temporalCoverage": claim.time.edtf if claim.time else None,
            "appearance": [_appearance(position, report_of) for position in claim.positions],
            "khabar:type": claim.type,
            "khabar:status": placed.status,
            "khabar:verdict": assessment.verdict,
            "khabar:assertedBy": [origin.name for origin in assessment.asserts],
            "khabar:deniedBy": [origin.name for origin in assessment.denies],
            "khabar:reason": list(dict.fromkeys(reason.code for reason in assessment.reasons)),
        }
    )


def _appearance(position: Position, report_of: Callable[[str], Report]) -> Json:
    passage = position.passage
    return {
        "@type": "Quotation",
        "@id": passage_urn(passage.report_id, passage.span),
        "text": passage.span.of(report_of(passage.report_id).text),
        "isPartOf": {"@id": urn("report", passage.report_id)},
        "khabar:start": passage.span.start,
        "khabar:end": passage.span.end,
        "khabar:stance": position.stance,
        "khabar:chain": {"@list": [" + ".join(link) for link in position.chain]},
    }
