"""What is concluded from the digests of all reports together: stories, copies, actors."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import overload

from khabar.resolution.actors import Cast, cast_of
from khabar.resolution.stories import names_in, stories_in, weight
from khabar.values.actor import Actor, ActorId
from khabar.values.claim import CopyGroup
from khabar.values.conclusions import Recast
from khabar.values.judgement import Judgement
from khabar.values.lineage import Lineage
from khabar.weighing.asked import Answered, Asked
from khabar.weighing.copies import Shared, Tie, copies_in, shared_by, ties_in
from khabar.weighing.digest import Digest, closed_digest
from khabar.weighing.lineage import first_reports, lineages_in
from khabar.weighing.piece import Heading, Piece
from khabar.weighing.relays import relays_in
from khabar.weighing.shelf import Memory, Opened, Shelf
from khabar.weighing.sides import with_those_behind


@dataclass(frozen=True, slots=True)
class Outline:
    """A whole collection in outline."""

    reports: Sequence[str]  # the ids, in the one order of a collection
    digests: Sequence[Digest]
    groups: Sequence[Sequence[int]]  # the reports of each story, by their places
    cast: Cast
    copies: tuple[CopyGroup, ...] | None  # None: as they stand
    lineages: tuple[Lineage, ...] | None  # None: as they stand
    first: Mapping[int, int]  # the first report of its lineage, where a report is in one
    doubtful: frozenset[ActorId] | None = None  # all of whom not everything is as it was last time; None: anybody
    recast: Recast | None = None  # None: all actors are as they stand, or all are drawn anew
    _faces: dict[ActorId, str] = field(default_factory=dict)  # the hashes of those worked out so far

    @property
    def stands(self) -> bool:
        """Whether it is that of last time, but for those in doubt."""
        return self.doubtful is not None

    def key(self, members: Sequence[int]) -> str:
        """The hash of what the claims of these reports rest on: words, which are one actor, and what they follow."""
        lines: list[str] = []
        for i in members:
            lines += (self.digests[i].mark, *self._actors(i), self._header(self.first.get(i, i)))
        return _hash(lines)

    def answers(self, asked: Asked) -> str:
        """The hash of the answers to what was asked of actors; another one shows that some answer has changed."""
        known = self.cast.by_id
        lines = [self._face(actor) for actor in sorted(asked.faces) if actor in known]
        return _hash([*lines, "", *(f"{a} {self.cast.behind[a]!r}" for a in sorted(asked.behind) if a in known)])

    def answered(self, asked: Asked) -> Answered:
        """What was asked with the answers of now."""
        return Answered(tuple(sorted(asked.faces)), tuple(sorted(asked.behind)), self.answers(asked))

    def still_holds(self, answered: Answered) -> bool:
        """Whether the same questions have the same answers now."""
        undoubted = self.doubtful is not None and self.doubtful.isdisjoint((*answered.faces, *answered.behind))
        return undoubted or self.answers(answered.asked) == answered.answers

    def names(self, members: Sequence[int], asked: Asked) -> set[str]:
        """All names that those behind the claims of these reports may go by."""
        told = [self.digests[at] for i in members for at in (i, self.first.get(i, i))]
        actors = {self.cast.by_id[actor].name for actor in asked.faces if actor in self.cast.by_id}
        return actors | {name for d in told for name in (d.report, d.outlet) if name}

    def piece(self, stories: Sequence[Sequence[int]]) -> Piece:
        """All that weighing may know of these stories.

        The keys of the stories and the answers to what is asked of their actors stand for every bit of it.
        """
        mine = {i for story in stories for i in story}
        places = sorted(mine | {self.first.get(i, i) for i in mine})
        local = {place: number for number, place in enumerate(places)}
        actors = sorted(self._taking_part(sorted(mine)))
        return Piece(
            tuple(self._heading(i, opened=i in mine) for i in places),
            tuple(tuple(self.reports[i] for i in story) for story in stories),
            tuple(self._members(sorted(mine))),
            tuple(_face_of(self.cast.by_id[a]) for a in actors),
            tuple((a, self.cast.behind[a]) for a in actors),
            tuple((local[i], local[self.first.get(i, i)]) for i in places if self.first.get(i, i) in local),
        )

    def _actors(self, i: int) -> list[ActorId]:
        report = self.digests[i].appearances
        return [self.cast.of_member[report.report, e.id] for e in report.entities]

    def _taking_part(self, members: Iterable[int]) -> set[ActorId]:
        """The actors that these reports name, and those behind them."""
        found: set[ActorId] = set()
        ahead = {actor for i in members for actor in self._actors(i)}
        while ahead:
            found |= ahead
            ahead = {self.cast.behind[actor].principal for actor in ahead} - found
        return found

    def _members(self, members: Iterable[int]) -> Iterator[tuple[str, str, ActorId]]:
        for told in (self.digests[i].appearances for i in members):
            yield from ((told.report, e.id, self.cast.of_member[told.report, e.id]) for e in told.entities)

    def _heading(self, i: int, *, opened: bool) -> Heading:
        digest = self.digests[i]
        return Heading(digest.report, digest.published, digest.outlet, digest.mark if opened else None)

    def _face(self, actor: ActorId) -> str:
        if actor not in self._faces:
            self._faces[actor] = _hash([repr(_face_of(self.cast.by_id[actor]))])
        return self._faces[actor]

    def _header(self, i: int) -> str:
        digest = self.digests[i]
        return f"{digest.report}\0{digest.published}\0{digest.outlet}"


def outline_of(shelf: Shelf, opened: Opened, memory: Memory, judgements: Sequence[Judgement]) -> Outline:
    """The outline of a collection; texts are opened only where two that may be copies were never compared."""
    digests, groups, ties = _by_words(shelf.digests(), opened, memory)
    lineages = lineages_in(digests, ties)
    place = {d.report: i for i, d in enumerate(digests)}
    first = {place[copy]: place[origin] for copy, origin in first_reports(lineages).items()}
    reports = [d.report for d in digests]
    story_of = {reports[i]: number for number, group in enumerate(groups) for i in group}
    cast = with_those_behind(cast_of([d.appearances for d in digests], story_of, judgements))
    return Outline(reports, digests, groups, cast, copies_in(digests, ties), lineages, first)


def _by_words(
    digests: Sequence[Digest], opened: Opened, memory: Memory
) -> tuple[Sequence[Digest], Sequence[Sequence[int]], Sequence[Tie]]:
    """The stories and the reports that share their text, with the digests without words: nothing more asks for them."""

    def shared(one: int, other: int) -> Shared:
        key = f"shared {digests[one].mark} {digests[other].mark}"
        found = memory.recall(Shared, key)
        if found is None:
            pair = [opened.at(digests[i].report) for i in (one, other)]
            found = shared_by((pair[0][0].id, pair[0][2]), (pair[1][0].id, pair[1][2]))
            memory.remember(key, found)
        return found

    groups = stories_in([d.published for d in digests], _Words(digests))
    ties = (*ties_in(digests, shared), *relays_in(digests))
    return [closed_digest(digest) for digest in digests], groups, ties


class _Words(Sequence[Mapping[str, float]]):
    """The words and names of each report with their weight, made when asked for: those of all would fill the memory."""

    def __init__(self, digests: Sequence[Digest]) -> None:
        self._digests = digests

    @overload
    def __getitem__(self, place: int) -> Mapping[str, float]: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Mapping[str, float]]: ...
    def __getitem__(self, place: int | slice) -> Mapping[str, float] | Sequence[Mapping[str, float]]:
        if isinstance(place, slice):
            return _Words(self._digests[place])
        digest = self._digests[place]
        words, times = digest.words, digest.times
        found = dict(zip(words, map(weight, times), strict=True))
        found.update({words[at]: weight(times[at], in_title=True) for at in digest.titled})
        return found | names_in(digest.appearances)

    def __len__(self) -> int:
        return len(self._digests)


def _face_of(actor: Actor) -> Actor:
    """As much of an actor as the claims of a story may rest on; more changes with every report that names him."""
    return Actor(
        actor.id, actor.name, actor.kind, (), wikidata=actor.wikidata, known_as=actor.known_as, unnamed=actor.unnamed
    )


def _hash(lines: Iterable[str]) -> str:
    return sha256("\n".join(lines).encode(errors="replace")).hexdigest()[:32]
