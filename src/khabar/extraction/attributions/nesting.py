"""Sayings inside sayings: the whole chain from the nearest source to the first speaker."""

from collections.abc import Sequence

from khabar.extraction.attributions.saying import Saying
from khabar.extraction.attributions.scene import Scene
from khabar.extraction.attributions.sources import says_itself
from khabar.extraction.attributions.speakers import Speakers, in_statement
from khabar.extraction.attributions.subjects import kind_of
from khabar.extraction.attributions.whys import whys
from khabar.values.attribution import Attribution, Link, Mode, Stance
from khabar.values.entity import Kind
from khabar.values.span import Span
from khabar.values.why import SayingRule, SourceRule

_BLOCK = 64  # tokens
_AT_HEAD = 1  # tokens before a claim's verb or noun in what denies it: 'ما'


def nested(scene: Scene, sayings: Sequence[Saying]) -> tuple[Attribution, ...]:
    """The sayings as attributions, in reading order; those whose speaker is not known are left out."""
    around = _by_block(sayings)
    inside = [_parent(i, sayings, around.get(s.at // _BLOCK, ())) for i, s in enumerate(sayings)]
    parents = [_teller(i, inside, sayings) for i in range(len(sayings))]
    chains: list[tuple[Link, ...] | None] = [None] * len(sayings)
    speakers = Speakers(scene, sayings)
    for i in sorted(range(len(sayings)), key=lambda k: (sayings[k].at, _depth(k, parents))):
        saying, outer = sayings[i], _outer(i, parents, sayings, chains)
        itself = saying.cue is not None and says_itself(scene, saying.cue)
        itself = itself or (bool(outer) and speakers.takes_up(saying, outer[-1]))
        if saying.unknown:
            speakers.forget(parents[i])
            continue
        if saying.source is None and outer and not itself and not speakers.fits(saying, outer[-1]):
            continue
        running = speakers.before(saying, parents[i])
        afresh = in_statement(scene, saying) or running in speakers.covered
        chain = speakers.stated(saying, _chain(saying, outer, running, itself, afresh))
        chain = _through_medium(scene, saying, chain, running)
        parent = parents[i]
        told = speakers.told_of(saying, sayings[parent]) if parent is not None else None
        chain = (*outer, told) if told else chain
        chains[i] = speakers.through(chain, parents[i]) if saying.cue and not saying.cue.covers else chain
        if parents[i] == inside[i]:  # whose claim is only denied does not go on: 'كذّب الجيش ما نشرته الصحيفة وأضاف'
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


def _teller(index: int, parents: Sequence[int | None], sayings: Sequence[Saying]) -> int | None:
    """In whose words the saying is told: the claim that somebody denies or answers is named by the report itself."""
    parent, seen = parents[index], {index}
    while parent is not None and parent not in seen and _is_object_of(sayings[index], sayings[parent]):
        seen.add(parent)
        parent = parents[parent]
    return parent


def _is_object_of(saying: Saying, other: Saying) -> bool:
    """Whether a saying is what another denies: 'كذب الجيش [ما نشرته الصحيفة]', 'رفض الوزير [مزاعم الحزب]'."""
    named = other.rule in {"verb:object", "verb:preposition"} and saying.cue is not None and not saying.cue.covers
    named = named and other.stance is Stance.DENIES
    return named and saying.at - other.content[0] <= _AT_HEAD and saying.content[1] <= other.content[1]


def _inside(saying: Saying, other: Saying) -> bool:
    first, last = other.content
    if other.rule is SayingRule.VERB_TAKES_UP:
        return False  # what others say in it was told before somebody answered it
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
    saying: Saying, outer: tuple[Link, ...], running: tuple[Link, ...] | None, itself: bool, afresh: bool
) -> tuple[Link, ...] | None:
    """The whole chain of a saying; `itself`: its subject is the pronoun of the أنه that opens the saying around it.

    `afresh`: whoever is named said it in a statement, or the medium before only covered its own sentence ('…، وفقا
    لما نقلته القناة. وأضاف الوزير'), so that none need have passed it on.
    """
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
        if saying.told and not running and saying.cue and saying.cue.cue.relay:
            return saying.told  # 'نقلت عنه الوكالة': who he is was not read
        return (*saying.told, running[-1]) if saying.told and running else running
    chain = _joined(outer, saying)
    goes_on = running and running[-1:] == chain[-1:] and len(running) > len(chain) and not afresh
    if goes_on and saying.cue and (saying.cue.cue.carries or saying.cue.cue.also_plain):
        return running  # the same speaker goes on, through the same medium
    return chain


def _joined(outer: tuple[Link, ...], saying: Saying) -> tuple[Link, ...]:
    assert saying.source is not None
    own = saying.source.link if saying.source.via else None  # 'نسبت الوكالة إلى مصدر …، كما يقول [المصدر]'
    chain = [link for link in outer if link != own]
    for link in (*saying.source.via, saying.source.link):
        if link not in chain:
            chain.append(link)
    return tuple(chain)


def _through_medium(
    scene: Scene, saying: Saying, chain: tuple[Link, ...] | None, running: tuple[Link, ...] | None
) -> tuple[Link, ...] | None:
    """'أما الصحيفة فذهبت أبعد، إذ نقلت عن مسؤول أن': the medium that goes on and is not named again."""
    source = saying.source
    if source is None or source.via or source.by is not SourceRule.RELAYED or not chain or not running:
        return chain
    passes_on = saying.cue is not None and saying.cue.finite and not saying.cue.passive and len(chain) == 1
    medium = running[0] != chain[0] and kind_of(scene, running[0][0]) is Kind.MEDIA
    return (running[0], *chain) if passes_on and medium else chain


def _attributions(
    scene: Scene,
    sayings: Sequence[Saying],
    parents: Sequence[int | None],
    chains: Sequence[tuple[Link, ...] | None],
) -> tuple[Attribution, ...]:
    kept = [i for i, chain in enumerate(chains) if chain and not sayings[i].silent]
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
