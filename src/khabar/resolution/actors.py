"""The same people, bodies, countries and places across reports."""

from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from operator import attrgetter
from typing import TypeVar

from khabar.language.spelling import name_key, name_words
from khabar.resolution.across_scripts import fitting_one_name, in_both_scripts
from khabar.resolution.appearances import Appearances
from khabar.resolution.identities import ids_of, most_told, most_told_name
from khabar.resolution.offices import Offices
from khabar.resolution.sameness import JUDGED_SAME, Sameness
from khabar.resolution.signs import rule_of, signs_of
from khabar.values.actor import Actor, ActorId, Behind, Member
from khabar.values.entity import Entity, Kind
from khabar.values.judgement import Judged, Judgement
from khabar.values.reason import Passage, Reason
from khabar.values.span import Span

T = TypeVar("T")
JudgedMembers = tuple[Member, Member, Judgement]  # of whom something was judged
_BY_OFFICE = "title"  # the rule that reads people whom the report names by their office only
_STATEMENT = "group:group.statement"  # the entry of 'the presidency's statement'


@dataclass(frozen=True, slots=True)
class Cast:
    """Every actor, and which of them each entity of each report is."""

    actors: tuple[Actor, ...]
    of_member: Mapping[Member, ActorId]
    by_id: Mapping[ActorId, Actor] = field(default_factory=dict)
    by_entry: Mapping[str, ActorId] = field(default_factory=dict)  # by the id of the entry of our world knowledge
    behind: Mapping[ActorId, Behind] = field(default_factory=dict)  # what was worked out already; empty: nothing yet
    kin: Sequence[Sequence[ActorId]] = ()  # who might be one, of each group all; who has no kin is in none

    @classmethod
    def among(cls, actors: Iterable[Actor], of_member: Mapping[Member, ActorId] | None = None) -> "Cast":
        """These actors, to be found by their id and by their entry of our world knowledge."""
        everybody = tuple(actors)
        by_entry = {a.known_as: a.id for a in everybody if a.known_as}
        return cls(everybody, of_member or {}, {a.id: a for a in everybody}, by_entry)

    def of(self, report_id: str, entity_id: str) -> ActorId:
        """The actor that an entity of a report is."""
        return self.of_member[report_id, entity_id]

    def known(self, report_id: str, ids: Iterable[str]) -> list[ActorId]:
        """The actors that these entities of a report are; what is nobody's is left out."""
        return [self.of_member[report_id, i] for i in ids if (report_id, i) in self.of_member]


def cast_of(
    told: Sequence[Appearances], story_of: Mapping[str, int] | None = None, judgements: Iterable[Judgement] = ()
) -> Cast:
    """The actors of these reports; `story_of` tells which reports belong together, all where it is not given.

    Those that speak without a name stay one to a report. What a person judged goes before every other sign.
    """
    entities = entities_in(told)
    judged = judged_members(judgements, entities)
    groups = sameness_of(told, entities, story_of or {report.report: 0 for report in told}, judged)
    return _cast(groups, told, judged)


def entities_in(told: Iterable[Appearances]) -> dict[Member, Entity]:
    """Everybody whom these reports name, in order."""
    named = ((report.report, e) for report in told for e in report.entities)
    return {(at, e.id): e for at, e in sorted(named, key=lambda pair: (pair[0], pair[1].id))}


def sameness_of(
    told: Iterable[Appearances],
    wanted: Mapping[Member, Entity],
    story_of: Mapping[str, int],
    judged: Sequence[JudgedMembers],
) -> Sameness:
    """Who is one of those wanted: all that their reports name, or such as have all their kin among them."""
    speakers = {(report.report, entity_id) for report in told for entity_id in report.speakers}
    everybody = {(report.report, e.id): e for report in told for e in report.entities}
    groups = Sameness(wanted)
    for one, other, judgement in judged:
        if not judgement.same:
            groups.keep_apart(one, other)
    for one, other, judgement in judged:
        if judgement.same:
            groups.join(one, other, JUDGED_SAME)
    known = {m: e for m, e in wanted.items() if not _is_unnamed_speaker(m, e, speakers)}
    owners = {m: e for m, e in everybody.items() if not _is_unnamed_speaker(m, e, speakers)}
    written = in_both_scripts(known)
    groups.relate_by(written)
    for code, keyed in _passes(known, owners, story_of, written):
        groups.join_by(code, keyed)
    _join_short_names(groups, known, story_of)
    return groups


def _is_unnamed_speaker(member: Member, entity: Entity, speakers: Container[Member]) -> bool:
    return entity.kind is Kind.GROUP and member in speakers


def judged_members(judgements: Iterable[Judgement], entities: Mapping[Member, Entity]) -> list[JudgedMembers]:
    """The judgements on actors with the members that their words name; those on words that name nobody are left out."""
    wanted = sorted((j for j in judgements if j.of is Judged.ACTOR), key=lambda j: (j.at, j.one, j.other))
    named: dict[str, list[tuple[Span, Member]]] = {p.report_id: [] for j in wanted for p in (j.one, j.other)}
    for member, entity in entities.items():
        if member[0] in named:
            named[member[0]] += [(span, member) for span in entity.mentions]
    pairs = ((_named_by(j.one, named), _named_by(j.other, named), j) for j in wanted)
    return [(one, other, j) for one, other, j in pairs if one and other and one != other]


def _named_by(words: Passage, named: Mapping[str, Sequence[tuple[Span, Member]]]) -> Member | None:
    """Whom the words name: just these, or else most of them, since a later reading may cut a name otherwise."""
    shares = [
        (min(span.end, words.span.end) - max(span.start, words.span.start), span == words.span, member)
        for span, member in named[words.report_id]
        if span.overlaps(words.span)
    ]
    return max(shares)[2] if shares else None


def _passes(
    entities: Mapping[Member, Entity],
    everybody: Mapping[Member, Entity],
    story_of: Mapping[str, int],
    written: Mapping[Member, str],
) -> Iterator[tuple[str, Mapping[Member, tuple[str, ...]]]]:
    """From the surest sign of sameness to the weakest."""
    yield "same-wikidata", {m: (e.wikidata,) for m, e in entities.items() if e.wikidata}
    yield "same-entry", {m: (e.known_as,) for m, e in entities.items() if e.known_as}
    yield "same-name-other-script", {m: (bones,) for m, bones in fitting_one_name(written, entities).items()}
    known = signs_of(entities)
    owners = {m: owner for m, e in entities.items() if e.of and (owner := _owner(m, e, everybody))}
    stories = {report: str(number) for report, number in story_of.items()}
    for code, spelled in (("same-name", _plainly), ("same-name-other-spelling", _loosely)):
        # in one story; of one owner; and anywhere, if the name is one's own
        yield code, {m: (s.sort, stories[m[0]], spelled(s)) for m, s in known.items() if not s.takes_up_another}
        yield code, {m: (known[m].sort, owner, spelled(known[m])) for m, owner in owners.items()}
        yield code, {m: (s.sort, spelled(s)) for m, s in known.items() if s.is_own}


_plainly, _loosely = attrgetter("plain"), attrgetter("loose")


def _owner(member: Member, entity: Entity, entities: Mapping[Member, Entity]) -> str:
    owner = entities.get((member[0], entity.of or ""))
    return (owner.wikidata or owner.known_as or name_key(owner.name)) if owner else ""


def _is_unnamed(entity: Entity) -> bool:
    # an office names who holds it, and a statement speaks for the body that gave it
    return entity.kind is Kind.GROUP and rule_of(entity) != _BY_OFFICE and not (entity.of and entity.rule == _STATEMENT)


def _join_short_names(groups: Sameness, entities: Mapping[Member, Entity], story_of: Mapping[str, int]) -> None:
    """A person's name that goes on in another report of the story (راشد بن سعيد, راشد بن سعيد المنصوري), and one only.

    A father is not his son: the shorter name is the beginning of the longer one, never its end.
    """
    people = {m: name_words(e.name) for m, e in entities.items() if e.kind is Kind.PERSON}
    longer: dict[tuple[int, tuple[str, ...]], set[Member]] = defaultdict(set)
    for member, words in people.items():
        for length in range(2, len(words)):
            longer[story_of[member[0]], words[:length]].add(member)
    for member in sorted(people):
        words = people[member]
        going_on = longer.get((story_of[member[0]], words), set()) if _ends_whole(words) else set()
        for other in going_on:
            groups.relate(member, other)
        candidates = {groups.root(other) for other in going_on}
        if len(candidates) == 1:
            groups.join(member, min(candidates), "short-form-of-name")


def _ends_whole(words: tuple[str, ...]) -> bool:
    return words[-1] not in ("بن", "ال", "ابو")


def _cast(groups: Sameness, told: Sequence[Appearances], judged: Iterable[JudgedMembers]) -> Cast:
    clusters, entities = groups.clusters(), groups.entities
    ids = ids_of(clusters, entities)
    of_member = {m: ids[root] for root, members in clusters.items() for m in members}
    offices = Offices(of_member, told)
    reasons = reasons_of(groups, judged)
    actors = [
        actor_from(ids[root], members, entities, of_member, offices, reasons(root))
        for root, members in clusters.items()
    ]
    actors.sort(key=lambda a: a.id)
    return replace(Cast.among(actors, of_member), kin=kin_among(groups, ids))


def kin_among(groups: Sameness, ids: Mapping[Member, ActorId]) -> tuple[tuple[ActorId, ...], ...]:
    """Who might be one, by the ids of those who stand for each; who has no kin is left out."""
    several = (one for one in groups.kin().values() if len(one) > 1)
    told = (tuple(sorted({ids[groups.root(member)] for member in one})) for one in several)
    return tuple(kin for kin in told if len(kin) > 1)


def actor_from(
    actor_id: ActorId,
    members: Sequence[Member],
    entities: Mapping[Member, Entity],
    of_member: Mapping[Member, ActorId],
    offices: Offices,
    reasons: tuple[Reason, ...],
) -> Actor:
    """The actor of that id: all that the reports tell of these members of it."""
    mine = [(m, entities[m]) for m in members]
    names = [e.name for _, e in mine]
    name = most_told_name(names)
    kinds = _counted([e.kind for _, e in mine])
    owners = _counted([of_member[m[0], e.of] for m, e in mine if e.of and (m[0], e.of) in of_member])
    return Actor(
        id=actor_id,
        name=name,
        kind=min(kinds, key=lambda k: (-kinds[k], k)),
        reports=tuple(sorted({m[0] for m in members})),
        also=tuple(sorted({*names} - {name})),
        wikidata=most_told(e.wikidata for _, e in mine),
        known_as=most_told(e.known_as for _, e in mine),
        unnamed=all(_is_unnamed(e) for _, e in mine),
        of=min(owners, key=lambda o: (-owners[o], o)) if owners else None,
        offices=offices.of(mine),
        members=tuple(members),
        merged_because=reasons,
    )


def _counted(told: Sequence[T]) -> Mapping[T, int]:
    """How often each is told; most actors are named in one report only, where counting would cost the most."""
    return Counter(told) if len(told) > 1 else dict.fromkeys(told, 1)


def reasons_of(groups: Sameness, judged: Iterable[JudgedMembers]) -> Callable[[Member], tuple[Reason, ...]]:
    """What tells why all are one whom a member stands for."""
    entities = groups.entities
    said = {frozenset((one, other)): judgement.told for one, other, judgement in judged}

    def passages(pair: tuple[Member, Member]) -> tuple[Passage, ...]:
        return tuple(Passage(m[0], span) for m in pair for span in entities[m].mentions[:1])

    def detail(code: str, pair: tuple[Member, Member]) -> str:
        names = " = ".join(sorted({entities[m].name for m in pair}))
        return said.get(frozenset(pair), names) if code == JUDGED_SAME else names

    def reasons(root: Member) -> tuple[Reason, ...]:
        found = groups.reasons.get(root, {})
        return tuple(Reason(code, passages(found[code]), detail(code, found[code])) for code in sorted(found))

    return reasons
