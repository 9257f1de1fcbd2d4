"""Sayings inside sayings: the whole chain from the nearest source to the first speaker; pronouns followed."""

from collections import defaultdict
from collections.abc import Callable, Sequence

from khabar.extraction.english.attributions.saying import Saying
from khabar.extraction.english.scene import Party, Scene
from khabar.language.english.phrases import single
from khabar.values.attribution import Attribution, Link, Mode
from khabar.values.entity import EntityId, Kind
from khabar.values.why import Part, SayingRule, StanceRule, Why

_ONE = (Kind.PERSON, Kind.GROUP)
_COVERS = (SayingRule.COVER_INITIAL, SayingRule.COVER_TRAILING, SayingRule.VERB_TRAILING, SayingRule.NO_COMMENT)


def nested(scene: Scene, sayings: Sequence[Saying]) -> tuple[Attribution, ...]:
    """The sayings as attributions, in reading order; those whose speaker is not known are left out."""
    ordered = sorted(sayings, key=lambda s: (s.at, s.told.content))
    return _Nest(scene, ordered).run()


class _Nest:
    """The sayings of one report while their chains are worked out."""

    def __init__(self, scene: Scene, sayings: Sequence[Saying]) -> None:
        self.scene = scene
        self.sayings = sayings
        self._here: dict[int, list[int]] = defaultdict(list)  # the sayings of each paragraph
        for i, saying in enumerate(sayings):
            self._here[scene.paragraph(saying.at)].append(i)
        self.parents = [self._parent(i) for i in range(len(sayings))]
        self.chains: dict[int, tuple[Link, ...]] = {}

    def run(self) -> tuple[Attribution, ...]:
        for i in sorted(range(len(self.sayings)), key=lambda k: (self._depth(k), self.sayings[k].at)):
            chain = self._chain(i)
            if chain:
                self.chains[i] = chain
        kept = sorted(self.chains)
        ids = {i: f"a{n + 1}" for n, i in enumerate(kept)}
        return tuple(self._attribution(i, ids) for i in kept)

    def _parent(self, index: int) -> int | None:
        """The smallest saying in whose content this one stands with its cue."""
        mine = self.sayings[index]
        around = [
            i
            for i in self._here[self.scene.paragraph(mine.at)]
            if i != index and _inside(mine, self.sayings[i]) and self.sayings[i].told.content != mine.told.content
        ]
        return min(around, key=lambda i: self._length(i), default=None)

    def _length(self, index: int) -> int:
        first, last = self.sayings[index].told.content
        return last - first

    def _depth(self, index: int) -> int:
        depth, at, seen = 0, self.parents[index], {index}
        while at is not None and at not in seen:
            seen.add(at)
            depth, at = depth + 1, self.parents[at]
        return depth

    def _chain(self, index: int) -> tuple[Link, ...]:
        saying = self.sayings[index]
        parent = self.parents[index]
        outer = self.chains.get(parent, ()) if parent is not None else ()
        link = self._link(saying, index, outer)
        if not link:
            return ()
        found: list[Link] = list(outer)
        for one in (*saying.told.via, link, *saying.cited):
            if one not in found:
                found.append(one)
        return tuple(found)

    def _link(self, saying: Saying, index: int, outer: tuple[Link, ...]) -> Link:
        if saying.source and saying.source.entities:
            return saying.source.entities
        return self._meant(saying.source, saying.at, index, outer) if saying.source else ()

    def _meant(self, pronoun: Party, at: int, index: int, outer: tuple[Link, ...]) -> Link:
        """Whom he, she, it or they means: who spoke last, or the last named of that sort."""
        fits = self._fits(pronoun.pronoun)
        if outer and all(fits(e) for e in outer[-1]):
            return outer[-1]
        paragraph = self.scene.paragraph(at)
        near = [i for n in (paragraph - 1, paragraph) for i in self._here.get(n, ()) if i in self.chains and i != index]
        for i in sorted(near, key=lambda i: self.sayings[i].at, reverse=True):
            if self.sayings[i].at < at and all(fits(e) for e in self.chains[i][-1]):
                return self.chains[i][-1]
        return self._leading(at, fits)

    def _leading(self, at: int, fits: Callable[[EntityId], bool]) -> Link:
        """Of those who fit the first that the last sentence names that names any."""
        text = self.scene.text
        begin = text.analysed.paragraphs[max(self.scene.paragraph(at) - 1, 0)][0]
        named = [r for r in self.scene.referents.between(begin, at) if r.how != "adjective" and fits(r.entities[0])]
        if not named:
            return ()
        first = text.sentence(named[-1].first)[0]
        here = [r for r in named if r.first >= first]
        return here[0].entities

    def _fits(self, pronoun: str) -> Callable[[EntityId], bool]:
        def fits(entity: EntityId) -> bool:
            kind = self.scene.kind(entity)
            return kind in _ONE if pronoun in single("he") else kind is not Kind.PERSON and kind is not Kind.PLACE

        return fits

    def _attribution(self, index: int, ids: dict[int, str]) -> Attribution:
        saying = self.sayings[index]
        text = self.scene.text.analysed
        parent = self.parents[index]
        cue = text.span(*saying.words) if saying.words else None
        rule = f"{saying.cue.id}/{saying.told.rule}" if saying.cue else str(saying.told.rule)
        return Attribution(
            ids[index],
            text.span(*saying.told.content),
            self.chains[index],
            saying.stance,
            self._mode(saying),
            cue,
            ids.get(parent) if parent is not None else None,
            rule,
            self._whys(saying) if self.scene.explains else (),
        )

    def _mode(self, saying: Saying) -> Mode:
        first, last = saying.told.content
        around = self.scene.quote_over(first)
        if around and around.first <= first and last <= around.last:
            return Mode.DIRECT
        inside = any(at in self.scene.quote_from for at in range(first, last))
        return Mode.MIXED if inside else Mode.INDIRECT

    def _whys(self, saying: Saying) -> tuple[Why, ...]:
        text = self.scene.text.analysed
        told = [Why(Part.CONTENT, saying.told.rule, text.span(*saying.told.content))]
        if saying.cue and saying.words:
            told = [Why(Part.CUE, saying.cue.id, text.span(*saying.words)), *told]
        if saying.source:
            told.append(Why(Part.SOURCE, saying.place, text.span(saying.source.first, saying.source.last)))
        label = saying.cue.id if saying.cue and saying.cue.stance is saying.stance else StanceRule.PLAIN
        return (*told, Why(Part.STANCE, label))


def _inside(mine: Saying, other: Saying) -> bool:
    """Whether a saying stands in the content of another; what covers its sentence is no part of it."""
    first, last = other.told.content
    begin, end = mine.told.content
    if mine.told.rule in _COVERS:
        return first <= begin and end <= last and first <= mine.at < last
    return first <= mine.at < last and end <= last
