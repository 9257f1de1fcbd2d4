"""What was concluded of one claim, as statements."""

from collections.abc import Iterator

from khabar.exports.provenance import passage_urn, told_by, urn
from khabar.exports.turtle import about, day, iri, selectors, text
from khabar.values.claim import Position
from khabar.values.wanted import Placed


def told_of(placed: Placed) -> Iterator[str]:
    """The claim with its positions, and where the words of each stand."""
    claim, assessment = placed.claim, placed.claim.assessment
    reports = dict.fromkeys(position.passage.report_id for position in claim.positions)
    time = claim.time
    yield about(
        iri(urn("claim", claim.id)),
        ("a", ("khabar:Claim", "prov:Entity")),
        ("rdfs:label", text(claim.gist)),
        ("sem:eventType", f"khabar:{claim.type}" if claim.type else None),
        ("khabar:verdict", text(assessment.verdict)),
        ("khabar:status", text(placed.status) if placed.status else None),
        ("sem:hasBeginTimeStamp", day(time.earliest) if time else None),
        ("sem:hasEndTimeStamp", day(time.latest) if time else None),
        ("khabar:assertedBy", [text(origin.name) for origin in assessment.asserts]),
        ("khabar:deniedBy", [text(origin.name) for origin in assessment.denies]),
        ("khabar:reason", [text(code) for code in dict.fromkeys(reason.code for reason in assessment.reasons)]),
        ("prov:wasDerivedFrom", [iri(urn("report", report)) for report in reports]),
        ("khabar:position", [_position(position) for position in claim.positions]),
    )
    for passage in dict.fromkeys(position.passage for position in claim.positions):
        source = iri(urn("report", passage.report_id))
        own = iri(passage_urn(passage.report_id, passage.span))
        place = selectors(passage.span, None)
        yield about(own, ("a", "oa:SpecificResource"), ("oa:hasSource", source), ("oa:hasSelector", place))


def _position(position: Position) -> str:
    passage = position.passage
    event = f" ; khabar:event {iri(urn('event', passage.report_id, position.event))}" if position.event else ""
    chain = f" ; khabar:chain {text(told_by(position.chain))}"
    words = f" ; gaf:denotedBy {iri(passage_urn(passage.report_id, passage.span))}"
    return f"[ a khabar:Position ; khabar:stance {text(position.stance)}{chain}{event}{words} ]"
