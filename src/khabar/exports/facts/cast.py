"""Who is one across reports, as facts."""

from collections.abc import Iterator

from khabar.exports.facts.places import Json, address, placed, reasoned
from khabar.exports.facts.shelf import FactShelf
from khabar.exports.provenance import entities_of
from khabar.values.actor import Actor, Member
from khabar.values.reason import Reason
from khabar.values.span import Span
from khabar.weighing.sides import principal


def actors(shelf: FactShelf) -> Iterator[Json]:
    """Everybody who is named in the reports that are exported, with the entities that he is there."""
    for actor in shelf.selection.actors():
        members = [member for member in actor.members if shelf.has(member[0])]
        if members:
            yield _actor(actor, members, shelf)


def _actor(actor: Actor, members: list[Member], shelf: FactShelf) -> Json:
    reasons = [r for r in actor.merged_because if all(shelf.has(p.report_id) for p in r.shown_by)]
    last = _principal(actor, shelf)
    return {
        "fact": "actor",
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind,
        "wikidata": actor.wikidata,
        "known_as": actor.known_as,
        "member_of": actor.of,
        "speaks_for": None if last == actor.id else last,
        "unnamed": actor.unnamed,
        "members": [address(*member) for member in members],
        "counted": len({report for report, _ in members}),
        "merged_because": [_reason(reason, members, shelf) for reason in reasons],
    }


def _reason(reason: Reason, members: list[Member], shelf: FactShelf) -> Json:
    """Why two members are one, with which two."""
    shown = {(p.report_id, p.span) for p in reason.shown_by}
    near = [member for member in members if any(member[0] == report_id for report_id, _ in shown)]
    between = [address(*one) for one in near if not shown.isdisjoint((one[0], span) for span in _mentions(one, shelf))]
    (told,) = reasoned([reason], lambda p: placed(p, shelf.report(p.report_id)))
    return told | {"between": between}


def _mentions(member: Member, shelf: FactShelf) -> tuple[Span, ...]:
    entity = entities_of(shelf.reading(member[0])).get(member[1])
    return entity.mentions if entity else ()


def _principal(actor: Actor, shelf: FactShelf) -> str:
    """The last in line that he belongs to; who belongs to nobody speaks for himself."""
    return principal(actor.id, shelf.cast).id
