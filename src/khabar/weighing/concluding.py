"""The whole of weighing: from the digests of all reports to conclusions, each story opened only if it has to be."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256

from khabar.resolution.joining import Joined
from khabar.values.actor import Actor
from khabar.values.conclusions import Chapter, Concluded, Conclusions, Names
from khabar.values.judgement import Judged, Judgement
from khabar.values.reading import Reading
from khabar.values.report import Report
from khabar.values.weighed import Weighed
from khabar.weighing.across import Moves, Place, Saying, Sayings, Told, moves_among, sayings_in, together
from khabar.weighing.asked import Answered, Asked
from khabar.weighing.chapters import Gathering, chapters_of
from khabar.weighing.piece import Piece, Tell, Telling, gathering_in, tell
from khabar.weighing.shelf import Memory, Oblivion, Opened, Pile, Shelf
from khabar.weighing.sketch import Sketch, keep, sketched

Drawn = Callable[[], Chapter]  # gives what is concluded from a story


def weigh(read: Iterable[tuple[Report, Reading]], judgements: Sequence[Judgement] = ()) -> Weighed:
    """Who stands behind what and who against it; a report that comes twice counts once, and a person's word first."""
    found = conclude(Pile(read), judgements)
    chapters = [story.drawn() for story in found.stories if story.drawn]
    return Weighed(
        found.actors or (),
        tuple(claim for chapter in chapters for claim in chapter.claims),
        found.copies or (),
        tuple(chapter.story for chapter in chapters),
        tuple(exchange for chapter in chapters for exchange in chapter.exchanges),
        tuple(contradiction for chapter in chapters for contradiction in chapter.contradictions),
        found.lineages or (),
    )


def conclude(
    shelf: Shelf,
    judgements: Sequence[Judgement] = (),
    memory: Memory | None = None,
    shown_as: Callable[[Iterable[Actor]], Names] | None = None,
    tell: Tell = tell,
) -> Conclusions:
    """The same for the same reports and judgements, whatever the memory holds; it only spares what was done before.

    `shown_as` gives the names of actors that are shown under other ones.
    `tell` works out what stories tell by themselves: here, if nobody else does.
    """
    opened = Opened(shelf)
    memory = memory or Oblivion()
    sketch = sketched(shelf, opened, memory, judgements, shown_as)
    stories = _Stories(sketch, opened, memory)
    stories.tell(tell)
    found = stories.conclude([j for j in judgements if j.of is Judged.CLAIM])
    keep(sketch, stories.shown, memory, judgements)
    outline = sketch.outline
    actors = None if outline.stands else outline.cast.actors
    acting = {} if outline.stands else {actor: behind.party for actor, behind in outline.cast.behind.items()}
    kin = tuple(map(tuple, outline.cast.kin))
    return Conclusions(actors, outline.copies, outline.lineages, found, kin, outline.recast, acting)


class _Stories:
    """All stories of one collection while they are weighed."""

    def __init__(self, sketch: Sketch, opened: Opened, memory: Memory) -> None:
        self.shown: dict[str, tuple[str, ...]] = {}  # the names that are shown otherwise, by what a story rests on
        self._sketch = sketch
        self._outline = sketch.outline
        self._opened = opened
        self._memory = memory
        self._keys = sketch.keys
        self._told: list[Told] = []
        self._speaking: dict[str, list[int]] = defaultdict(list)  # the stories that these speakers are quoted in
        self._alone: dict[int, Drawn] = {}  # what is concluded if nothing from elsewhere bears on the story

    def tell(self, tell: Tell) -> None:
        """Finds out, or recalls, what each story tells that others may tell too."""
        kept = self._memory.recall_all(Told, [f"told {key}" for key in self._keys])
        recalled = [told if told and self._outline.still_holds(told.rests_on) else None for told in kept]
        pieces = (self._piece([number]) for number, told in enumerate(recalled) if told is None)
        tellings = iter(tell(self._opened, pieces))
        for number, told in enumerate(recalled):
            told = told or self._found_out(number, next(tellings))
            self._memory.want(self._said_key(number, told))
            self._told.append(told)
            for speakers in told.speakers:
                self._speaking[speakers].append(number)

    def _found_out(self, number: int, telling: Telling) -> Told:
        self._alone[number] = self._memory.aside(telling.chapter)
        asked = Asked(set(telling.faces), set(telling.behind))
        told = replace(telling.told, rests_on=self._outline.answered(asked))
        self._memory.remember(f"told {self._keys[number]}", told)
        self._memory.remember(self._said_key(number, told), telling.said)
        return told

    def _said_key(self, number: int, told: Told) -> str:
        return f"said {self._keys[number]} {told.rests_on.answers}"

    def conclude(self, judgements: Sequence[Judgement]) -> tuple[Concluded, ...]:
        """The conclusions of every story, in order; those that bear on one another are weighed together."""
        moves = moves_among(self._told, self._said)
        found: dict[int, Concluded] = {}
        for knot, own_moves, own_judgements in self._knots(moves, judgements):
            found.update(self._of_knot(knot, own_moves, own_judgements))
        return tuple(found[number] for number in range(len(self._keys)))

    def _of_knot(
        self, knot: Sequence[int], moves: Moves, judgements: Sequence[Judgement]
    ) -> Iterator[tuple[int, Concluded]]:
        chapters: Sequence[Drawn] | None
        if len(knot) == 1 and not (moves or judgements):
            alone = self._alone.pop(knot[0], None)
            rests_on, chapters = self._told[knot[0]].rests_on, [alone] if alone else None
        else:
            rests_on, chapters = self._together(knot, moves, judgements)
        base = _key([self._keys[n] for n in knot], sorted(moves.items()), judgements, rests_on.answers)
        names = {name: self._sketch.names[name] for name in self._shown(base, knot, rests_on)}
        key = _key(base, names)
        keys = [f"{key}.{at}" for at in range(len(knot))]
        if all(map(self._memory.holds, keys)):
            yield from ((n, Concluded(own, names, None)) for n, own in zip(knot, keys, strict=True))
            return
        chapters = chapters or self._drawn(knot, Asked(), moves, judgements)
        yield from ((n, Concluded(own, names, c)) for n, own, c in zip(knot, keys, chapters, strict=True))

    def _shown(self, base: str, knot: Sequence[int], rests_on: Answered) -> tuple[str, ...]:
        outline, kept = self._outline, self._sketch.shown.get(base)
        members = [i for number in knot for i in outline.groups[number]]
        if kept is None:
            found = outline.names(members, rests_on.asked) & self._sketch.names.keys()
        else:
            reports = (outline.reports[at] for i in members for at in (i, outline.first.get(i, i)))
            found = self._sketch.come.names_of(rests_on.faces, reports).union(kept)
        self.shown[base] = tuple(sorted(found))
        return self.shown[base]

    def _together(
        self, knot: Sequence[int], moves: Moves, judgements: Sequence[Judgement]
    ) -> tuple[Answered, Sequence[Drawn] | None]:
        """What the conclusions from these stories rest on, with the conclusions if that had to be found out."""
        key = f"knot {_key([self._keys[n] for n in knot], sorted(moves.items()), judgements)}"
        known = self._memory.recall(Answered, key)
        if known and self._outline.still_holds(known):
            return known, None
        asked = Asked()
        chapters = self._drawn(knot, asked, moves, judgements)
        known = self._outline.answered(asked)
        self._memory.remember(key, known)
        return known, chapters

    def _drawn(
        self, knot: Sequence[int], asked: Asked, moves: Moves, judgements: Sequence[Judgement]
    ) -> Sequence[Drawn]:
        return [*map(self._memory.aside, chapters_of(self._gathering(knot, asked), moves, judgements))]

    def _gathering(self, knot: Sequence[int], asked: Asked) -> Gathering:
        return gathering_in(self._piece(knot), self._opened, asked)

    def _piece(self, knot: Sequence[int]) -> Piece:
        return self._outline.piece([self._outline.groups[number] for number in knot])

    def _said(self, speakers: frozenset[str]) -> Iterator[tuple[int, Saying]]:
        for number in self._speaking.get(together(speakers), ()):
            yield from ((number, s) for s in self._sayings(number).all if s.speakers == speakers)

    def _sayings(self, number: int) -> Sayings:
        key = self._said_key(number, self._told[number])
        found = self._memory.recall(Sayings, key)
        if found is None:
            gathering = self._gathering([number], Asked())
            found = sayings_in(gathering.claims[0], gathering.matter)
            self._memory.remember(key, found)
        return found

    def _knots(
        self, moves: Moves, judgements: Sequence[Judgement]
    ) -> Iterator[tuple[list[int], Moves, list[Judgement]]]:
        """Stories that bear on one another, with the moves and judgements among them; most stand alone."""
        groups = self._outline.groups
        home = {self._outline.reports[i]: number for number, group in enumerate(groups) for i in group}
        judged = [(home[j.one.report_id], home[j.other.report_id], j) for j in judgements if _are_here(j, home)]
        joined = Joined(range(len(groups)))
        for one, other in (*((g[0], h[0]) for g, (h, _) in moves.items()), *(j[:2] for j in judged)):
            joined.join(one, other)
        knots = joined.groups()
        own_moves: dict[int, dict[Place, tuple[Place, str]]] = defaultdict(dict)
        for guest, (to, code) in moves.items():
            knot = knots[joined.leader(guest[0])]
            own_moves[knot[0]][(knot.index(guest[0]), *guest[1:])] = (knot.index(to[0]), *to[1:]), code
        own_judgements: dict[int, list[Judgement]] = defaultdict(list)
        for one, _, judgement in judged:
            own_judgements[joined.leader(one)].append(judgement)
        for first, knot in knots.items():
            yield knot, own_moves[first], own_judgements[first]


def _are_here(judgement: Judgement, home: Mapping[str, int]) -> bool:
    return judgement.one.report_id in home and judgement.other.report_id in home


def _key(*parts: object) -> str:
    return sha256("\n".join(map(repr, parts)).encode(errors="replace")).hexdigest()[:32]
