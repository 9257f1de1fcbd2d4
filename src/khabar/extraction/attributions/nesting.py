"""Sayings inside sayings: the whole chain from the nearest source to the first speaker."""

from bisect import bisect_left
from collections.abc import Sequence

from khabar.extraction.attributions.saying import Saying
from khabar.extraction.attributions.scene import Scene
from khabar.extraction.attributions.sources import says_itself, subject_in
from khabar.extraction.attributions.whys import whys
from khabar.language.conjugation import Tense
from khabar.language.conjugation.inflection import Gender
from khabar.values.attribution import Attribution, Link, Mode
from khabar.values.entity import Kind
from khabar.values.grammar import Number
from khabar.values.span import Span
from khabar.values.why import SayingRule

_BLOCK = 64  # tokens
_REMEMBERED = 4  # speakers back that a verb without a subject may go on from


class Speakers:
    """Who spoke before: in the report's own voice, and inside each saying."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._spoken: dict[int | None, list[tuple[Link, ...]]] = {}
        self._last_spoken_at = -1

    def before(self, saying: Saying, parent: int | None) -> tuple[Link, ...] | None:
        """The chain that a verb without a subject goes on from: the last whose speaker agrees with the verb."""
        subject = self._subject_of_sentence(saying) if parent is None else None
        if subject:
            return subject
        spoken = self._spoken.get(parent) or self._spoken.get(None) or []
        agreeing = [chain for chain in spoken[-_REMEMBERED:] if self._agrees(saying, chain[-1])]
        return (agreeing or spoken)[-1] if spoken else None

    def note(
        self,
        saying: Saying,
        parent: int | None,
        parents: Sequence[int | None],
        sayings: Sequence[Saying],
        chain: tuple[Link, ...] | None,
    ) -> None:
        """Remember the chain of a saying on its level; what stands in the scope of a cover counts as the report's."""
        if saying.covers and chain and parent is None and not _tells(saying, sayings):
            self._spoken.setdefault(None, []).append(chain)  # 'X فعل كذا، بحسب Y. وأضاف': Y goes on
        if not chain or saying.covers or (saying.cue and saying.cue.cue.label):
            return
        self._spoken.setdefault(parent, []).append(chain)
        self._last_spoken_at = max(self._last_spoken_at, saying.at)
        if parent is not None and (sayings[parent].covers or sayings[parent].rule is SayingRule.COVER_INITIAL):
            self._spoken.setdefault(parents[parent], []).append(chain)

    def forget(self, parent: int | None) -> None:
        """Somebody unknown speaks: a verb without a subject goes on from him, not from who spoke before."""
        self._spoken[parent] = []

    def _subject_of_sentence(self, saying: Saying) -> tuple[Link, ...] | None:
        """Who does something earlier in the sentence, where nobody has spoken in it yet: 'ورد الوزير ببيان وقال'."""
        if saying.cue is None or not (saying.cue.finite or saying.cue.circumstantial):
            return None
        begin, _ = self._scene.analysed.sentence_at(saying.at)
        if saying.at - begin < 2 or self._last_spoken_at >= begin:
            return None
        first = subject_in(self._scene, begin, saying.at)
        return (first,) if first and self._agrees(saying, first) else None

    def _agrees(self, saying: Saying, link: Link) -> bool:
        """Whether the verb's gender and number fit the speaker; what is not known fits."""
        if saying.cue is None or not saying.cue.finite:
            return True
        told = saying.cue.inflection
        entity = self._scene.referents.by_id[link[0]]
        plural = len(link) > 1 or (entity.kind is Kind.GROUP and not entity.name.split()[0].endswith(("ر", "ل", "ث")))
        if told.number is Number.PLURAL:
            return plural
        if told.gender is Gender.FEMININE:
            return plural or entity.kind in (Kind.COUNTRY, Kind.MEDIA) or _feminine(entity.name)
        if told.gender is Gender.MASCULINE and told.tense is Tense.PAST:
            return not plural and not (entity.kind is Kind.COUNTRY or _feminine(entity.name))
        return True


def _tells(cover: Saying, sayings: Sequence[Saying]) -> bool:
    """Whether somebody else speaks in what the cover gives the source of."""
    first, last = (bisect_left(sayings, at, key=lambda s: s.at) for at in cover.content)
    return any(s is not cover and not s.covers for s in sayings[first:last])


def _feminine(name: str) -> bool:
    return name.split()[0].endswith("ة")


def nested(scene: Scene, sayings: Sequence[Saying]) -> tuple[Attribution, ...]:
    """The sayings as attributions, in reading order; those whose speaker is not known are left out."""
    around = _by_block(sayings)
    parents = [_parent(i, sayings, around.get(s.at // _BLOCK, ())) for i, s in enumerate(sayings)]
    chains: list[tuple[Link, ...] | None] = [None] * len(sayings)
    speakers = Speakers(scene)
    for i in sorted(range(len(sayings)), key=lambda k: (sayings[k].at, _depth(k, parents))):
        saying, outer = sayings[i], _outer(i, parents, sayings, chains)
        itself = saying.cue is not None and says_itself(scene, saying.cue)
        if saying.unknown:
            speakers.forget(parents[i])
            continue
        chains[i] = _chain(saying, outer, speakers.before(saying, parents[i]), itself)
        speakers.note(saying, parents[i], parents, sayings, chains[i])
    return _attributions(scene, sayings, parents, chains)


def _by_block(sayings: Sequence[Saying]) -> dict[int, list[int]]:
    """The sayings by the blocks of text that their contents reach, so that few are asked for each."""
    found: dict[int, list[int]] = {}
    for i, saying in enumerate(sayings):
        first, last = saying.content
        for block in range(first // _BLOCK, last // _BLOCK + 1):
            found.setdefault(block, []).append(i)
    return found


def _parent(index: int, sayings: Sequence[Saying], around: Sequence[int]) -> int | None:
    """The smallest saying in whose content the cue stands (for a cover: in whose content all of it stands)."""
    best: int | None = None
    for j in around:
        if j == index or not _inside(sayings[index], sayings[j]):
            continue
        if best is None or _length(sayings[j]) < _length(sayings[best]):
            best = j
    return best


def _inside(saying: Saying, other: Saying) -> bool:
    first, last = other.content
    if saying.covers:
        inside = first <= saying.content[0] and saying.content[1] <= last and saying.content != other.content
        return inside and first <= saying.at < last
    return first <= saying.at < last and saying.content[1] <= max(last, saying.content[0])


def _length(saying: Saying) -> int:
    return saying.content[1] - saying.content[0]


def _depth(index: int, parents: Sequence[int | None]) -> int:
    depth, at, seen = 0, parents[index], {index}
    while at is not None and at not in seen:
        seen.add(at)
        depth, at = depth + 1, parents[at]
    return depth


def _outer(
    index: int, parents: Sequence[int | None], sayings: Sequence[Saying], chains: list[tuple[Link, ...] | None]
) -> tuple[Link, ...]:
    """The chain of the saying around this one; that of a cover is worked out ahead, since it stands after."""
    parent = parents[index]
    if parent is None:
        return ()
    if chains[parent] is None and sayings[parent].source is not None and parent != index:
        grandparent = parents[parent]
        around = chains[grandparent] or () if grandparent is not None and grandparent != index else ()
        return _joined(around, sayings[parent])
    return chains[parent] or ()


def _chain(
    saying: Saying, outer: tuple[Link, ...], running: tuple[Link, ...] | None, itself: bool
) -> tuple[Link, ...] | None:
    """The whole chain of a saying; `itself`: its subject is the pronoun of the أنه that opens the saying around it."""
    if saying.source is None:
        if outer and itself:
            return outer
        if (
            outer
            and saying.cue
            and not saying.cue.circumstantial
            and not saying.cue.cue.label
            and not saying.cue.cue.carries
        ):
            return None  # inside what somebody says, a verb without a subject of its own tells nothing sure
        if outer and not (running and running[: len(outer)] == outer):
            return outer
        return running
    chain = _joined(outer, saying)
    goes_on = running and running[-1:] == chain[-1:] and len(running) > len(chain)
    if goes_on and saying.cue and (saying.cue.cue.carries or saying.cue.cue.also_plain):
        return running  # the same speaker goes on, through the same medium
    return chain


def _joined(outer: tuple[Link, ...], saying: Saying) -> tuple[Link, ...]:
    assert saying.source is not None
    chain = list(outer)
    for link in (*saying.source.via, saying.source.link):
        if link not in chain:
            chain.append(link)
    return tuple(chain)


def _attributions(
    scene: Scene,
    sayings: Sequence[Saying],
    parents: Sequence[int | None],
    chains: Sequence[tuple[Link, ...] | None],
) -> tuple[Attribution, ...]:
    kept = [i for i, chain in enumerate(chains) if chain]
    ids = {i: f"a{n + 1}" for n, i in enumerate(kept)}
    found = []
    for i in kept:
        saying, chain = sayings[i], chains[i]
        assert chain is not None
        parent = parents[i]
        around = (sayings[parent], chains[parent] or ()) if parent is not None and parent in ids else None
        found.append(
            Attribution(
                ids[i],
                content_span(scene, saying),
                chain,
                saying.stance,
                mode_of(scene, saying),
                _cue_span(scene, saying),
                ids.get(parent) if parent is not None else None,
                f"{saying.cue.cue.id}/{saying.rule}" if saying.cue else saying.rule,
                tuple(whys(scene, saying, chain, around)) if scene.explains else (),
            )
        )
    return tuple(found)


def content_span(scene: Scene, saying: Saying) -> Span:
    """The content's stretch of the original text, an attached preposition of the cue left out."""
    return scene.analysed.span(*saying.content)


def _cue_span(scene: Scene, saying: Saying) -> Span | None:
    return scene.analysed.span(saying.cue.first, saying.cue.last) if saying.cue else None


def mode_of(scene: Scene, saying: Saying) -> Mode:
    """Direct where the content is a quotation, mixed where it holds or cuts one, else indirect."""
    first, last = saying.content
    around = scene.quote_over(first)
    if around and around[0] <= first and last <= around[1] and not saying.covers:
        return Mode.DIRECT
    if any(q.depth == 0 and q.last - q.first > 1 for q in scene.quotes_between(first, last)):
        return Mode.MIXED
    return Mode.INDIRECT
