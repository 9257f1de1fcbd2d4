"""What reports take a position on, as facts: claims, the places that tell them, stories, contradictions."""

from collections import defaultdict
from collections.abc import Iterator

from khabar.exports.facts.places import Json, address, placed, reasoned
from khabar.exports.facts.shelf import FactShelf
from khabar.exports.facts.speakers import speakers_of
from khabar.exports.provenance import told_by
from khabar.values.actor import ActorId
from khabar.values.claim import Assessment, Claim, Origin, Position, PositionStance, Verdict
from khabar.values.contradiction import Contradiction, SideTelling
from khabar.values.entity import Kind
from khabar.values.reason import Passage
from khabar.weighing.allegiances import allegiances

ASSERTS = PositionStance.ASSERTS
Positions = dict[str, Position]  # by the ids of their facts


def claims(shelf: FactShelf) -> Iterator[Json]:
    """Each claim behind the positions that it rests on."""
    for one in shelf.selection.placed_claims():
        positions = {f"{one.claim.id}/{n}": p for n, p in enumerate(one.claim.positions, start=1)}
        for own_id, position in positions.items():
            yield _position(own_id, one.claim.id, position, shelf)
        yield _claim(one.claim, positions, shelf)


def stories(shelf: FactShelf, told: set[str]) -> Iterator[Json]:
    """Each story with those of its claims that are exported, which are told."""
    for story in shelf.archive.stories_where(None, "", None, 0):
        mine = [claim for claim in story.claims if claim in told]
        reports = [report for report in story.reports if shelf.has(report)]
        if mine or (reports and shelf.selection.claims is None):
            yield {"fact": "story", "id": story.id, "title": story.title, "on": reports, "claims": mine}


def contradictions(shelf: FactShelf, told: set[str]) -> Iterator[Json]:
    """Each matter on which the claims that are told differ."""
    for one in shelf.archive.contradictions_where(None, "", None, 0):
        if told.issuperset(one.claims):
            yield _contradiction(one, shelf)


def _position(own_id: str, claim_id: str, position: Position, shelf: FactShelf) -> Json:
    report = shelf.report(position.passage.report_id)
    attribution, chain = speakers_of(position, shelf.reading(report.id))
    return {
        "fact": "position",
        "id": own_id,
        "claim": claim_id,
        **placed(position.passage, report),
        "stance": position.stance,
        "attribution": address(report.id, attribution),
        "chain": [[address(report.id, one) for one in link] for link in chain],
        "said_by": told_by(position.chain),
        "event": address(report.id, position.event),
    }


def _claim(claim: Claim, positions: Positions, shelf: FactShelf) -> Json:
    at: dict[Passage, list[str]] = defaultdict(list)
    for own_id, position in positions.items():
        at[position.passage].append(own_id)

    def shown(passage: Passage) -> str | Json:
        return at[passage][0] if passage in at else placed(passage, shelf.report(passage.report_id))

    assessment = claim.assessment
    asserting, denying = assessment.asserts, assessment.denies
    return {
        "fact": "claim",
        "id": claim.id,
        "gist": claim.gist,
        "type": claim.type,
        "time": claim.time.edtf if claim.time else None,
        "positions": len(positions),
        "verdict": assessment.verdict,
        "counted": {"asserts": len(asserting), "denies": len(denying)},
        "asserts": [_origin(o, ASSERTS, at, positions) | _sides(o, assessment, positions, shelf) for o in asserting],
        "denies": [_origin(o, PositionStance.DENIES, at, positions) for o in denying],
        "reasons": reasoned(assessment.reasons, shown),
        "merged_because": reasoned(claim.merged_because, shown),
    }


def _origin(origin: Origin, stance: PositionStance, at: dict[Passage, list[str]], positions: Positions) -> Json:
    """An origin with the positions that it is behind; where somebody is quoted, no report asserts in its own voice."""
    mine = [p for passage in origin.passages for p in at[passage] if positions[p].stance is stance]
    quoted = [p for p in mine if positions[p].chain] if stance is ASSERTS else []
    return {"name": origin.name, "also": list(origin.also), "positions": quoted or mine}


def _sides(origin: Origin, assessment: Assessment, positions: Positions, shelf: FactShelf) -> Json:
    """For which states and bodies an origin may speak, where it is said to be independent of another."""
    if assessment.verdict is not Verdict.CORROBORATED:
        return {}
    passages = set(origin.passages)
    mine = [p for p in positions.values() if p.passage in passages and p.stance is ASSERTS and p.chain]
    speaking = [actor for p in mine for actor in _last(p, shelf) if shelf.cast.by_id[actor].kind is not Kind.MEDIA]
    return {"sides": sorted({side for actor in speaking for side in allegiances(actor, shelf.cast)})}


def _last(position: Position, shelf: FactShelf) -> list[ActorId]:
    """The actors at the end of a position's chain."""
    report_id = position.passage.report_id
    _, chain = speakers_of(position, shelf.reading(report_id))
    return shelf.cast.known(report_id, chain[-1])


def _contradiction(one: Contradiction, shelf: FactShelf) -> Json:
    return {
        "fact": "contradiction",
        "id": one.id,
        "differing": one.differing,
        "bearing": one.bearing,
        "about": one.of,
        "story": one.story,
        "claims": list(one.claims),
        "sides": [{"value": s.value, "tellings": [_telling(t, shelf) for t in s.tellings]} for s in one.sides],
        "reasons": reasoned(one.reasons, lambda p: placed(p, shelf.report(p.report_id))),
    }


def _telling(telling: SideTelling, shelf: FactShelf) -> Json:
    report = shelf.report(telling.passage.report_id)
    shown = placed(Passage(report.id, telling.words), report)
    return {**placed(telling.passage, report), "shown_by": shown, "said_by": told_by(telling.chain)}
