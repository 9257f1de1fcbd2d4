"""Sayings inside sayings: the whole chain from the nearest source to the first speaker."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from khabar.extraction.attributions.agreement import is_feminine, is_plural
from khabar.extraction.attributions.asides import folded_time_words
from khabar.extraction.attributions.classes import folded
from khabar.extraction.attributions.cues import CueAt
from khabar.extraction.attributions.saying import Saying
from khabar.extraction.attributions.scene import Scene
from khabar.extraction.attributions.sources import says_itself, subject_in
from khabar.extraction.attributions.whys import whys
from khabar.extraction.names.words import is_function_word
from khabar.language.conjugation import Gender, Inflection, Tense
from khabar.language.normalise import fold
from khabar.values.attribution import Attribution, Link, Mode, Stance
from khabar.values.entity import EntityId, Kind
from khabar.values.grammar import Number
from khabar.values.span import Span
from khabar.values.why import SayingRule

_BLOCK = 64  # tokens
_BESIDE = 6  # tokens from a statement to the verb after it: 'وفي بيان صدر مساء الجمعة، قالت'
_AT_HEAD = 1  # tokens before a claim's verb or noun in what denies it: 'ما'
_REMEMBERED = 4  # speakers back that a verb without a subject may go on from


class Speakers:
    """Who spoke before: in the report's own voice, and inside each saying."""

    def __init__(self, scene: Scene, sayings: Sequence[Saying]) -> None:
        self._scene = scene
        self._genders = dict(_genders(scene, sayings))
        self._spoken: dict[int | None, list[tuple[Link, ...]]] = {}
        self._stated: tuple[Link, ...] | None = None  # who gave the last statement
        self._last_spoken_at = -1

    def before(self, saying: Saying, parent: int | None) -> tuple[Link, ...] | None:
        """The chain that a verb without a subject goes on from: the last whose speaker agrees with the verb."""
        subject = self._subject_of_sentence(saying) if parent is None else None
        if subject:
            return subject
        spoken = self._spoken.get(parent) or self._spoken.get(None) or self._subject_before(saying)
        agreeing = [chain for chain in spoken[-_REMEMBERED:] if self._agrees(saying, chain[-1])]
        if not agreeing and saying.cue and saying.cue.finite and saying.cue.inflection.number is Number.PLURAL:
            return None  # 'لأنهم يرون أن': nobody who spoke
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
        reported = parent is None or sayings[parent].covers
        if chain and reported and _in_statement(self._scene, saying):
            self._stated = chain
        if not chain or saying.covers or (saying.cue and (saying.cue.cue.label or saying.rule.startswith("noun:"))):
            return
        if saying.source is None and self._in_passing(saying):
            return
        self._spoken.setdefault(parent, []).append(chain)
        self._last_spoken_at = max(self._last_spoken_at, saying.at)
        if parent is not None and (sayings[parent].covers or sayings[parent].rule is SayingRule.COVER_INITIAL):
            self._spoken.setdefault(parents[parent], []).append(chain)

    def _in_passing(self, saying: Saying) -> bool:
        """Whether a clause describes a noun, so that nobody goes on from it: 'قصف قواعد [قالت إنها إيرانية]'."""
        cue = saying.cue
        if cue is None or not cue.finite or cue.proclitics or cue.cue.carries:
            return False
        before = self._scene.form(cue.first - 1)
        closed = is_function_word(before) or before in folded_time_words() | folded("when") | folded("but")
        return before[:1].isalpha() and not closed

    def stated(self, saying: Saying, chain: tuple[Link, ...] | None) -> tuple[Link, ...] | None:
        """The chain of whoever gave the statement, where 'البيان' is the subject: 'وأضاف البيان أن'."""
        if saying.cue is None or not saying.cue.finite or self._scene.form(saying.cue.last) not in folded("statement"):
            return chain
        whose = self._stated or next(iter(reversed(self._spoken.get(None) or ())), None)
        return whose or chain

    def through(self, chain: tuple[Link, ...] | None, parent: int | None) -> tuple[Link, ...] | None:
        """The chain, where an unnamed source goes on through the medium that it spoke to: 'وأوضح المصدر ذاته'."""
        if not chain or any(self._scene.referents.by_id[e].kind is not Kind.GROUP for e in chain[-1]):
            return chain
        for before in reversed(self._spoken.get(parent) or ()):
            if before[-1] == chain[-1]:
                return before if len(before) > len(chain) and before[-len(chain) :] == chain else chain
        return chain

    def forget(self, parent: int | None) -> None:
        """Somebody unknown speaks: a verb without a subject goes on from him, not from who spoke before."""
        self._spoken[parent] = []

    def _subject_of_sentence(self, saying: Saying) -> tuple[Link, ...] | None:
        """Who does something earlier in the sentence, where nobody has spoken in it yet: 'ورد الوزير ببيان وقال'."""
        if saying.cue is None or not (saying.cue.finite or saying.cue.circumstantial):
            return None
        begin = self._sentence_of(saying.at)
        if saying.at - begin < 2 or self._last_spoken_at >= begin:
            return None
        if any(cue.passive for cue in self._scene.cues_between(begin, saying.at)):
            return None  # 'وسئل إن كانت إيران ستنسحب فأجاب': who was asked goes on
        first = subject_in(self._scene, begin, saying.at)
        return (first,) if first and self._agrees(saying, first) else None

    def _subject_before(self, saying: Saying) -> list[tuple[Link, ...]]:
        """Who does something in the sentence before, where nobody has spoken yet: 'اعتذر الوزير. لكنه قال إنه باق'."""
        begin = self._scene.analysed.sentence_at(saying.at)[0]
        if saying.cue is None or not saying.cue.finite or saying.cue.cue.also_plain or begin == 0:
            return []
        first = subject_in(self._scene, *self._scene.analysed.sentence_at(begin - 1))
        return [(first,)] if first and self._agrees(saying, first) else []

    def _sentence_of(self, at: int) -> int:
        """Where the sentence begins in which a saying stands, a quotation of several sentences within it."""
        begin, _ = self._scene.analysed.sentence_at(at)
        quote = self._scene.quote_over(begin)
        return self._scene.analysed.sentence_at(quote[0] - 1)[0] if quote and not quote[0] <= at < quote[1] else begin

    def _agrees(self, saying: Saying, link: Link) -> bool:
        """Whether the verb's gender and number fit the speaker; what is not known fits."""
        if saying.cue is None or not (saying.cue.finite or saying.cue.circumstantial):
            return True
        told = saying.cue.inflection if saying.cue.finite else _of_participle(saying.cue)
        entity = self._scene.referents.by_id[link[0]]
        if told.number is Number.PLURAL:
            return len(link) > 1 or is_plural(entity)
        if told.gender is Gender.EITHER or entity.rule == "group:some":
            return True  # 'كثير من الجماعات' takes either
        if len(link) == 1 and (entity.id in self._genders or entity.kind is Kind.PERSON):
            return self._genders.get(entity.id, told.gender) is told.gender
        plural, feminine = len(link) > 1 or is_plural(entity), is_feminine(entity)
        if told.gender is Gender.FEMININE:
            return feminine
        return told.tense is not Tense.PAST or not (plural or feminine)


def _of_participle(cue: CueAt) -> Inflection:
    """What a participle of circumstance tells of who speaks: 'قائلة' of a woman or a body, 'قائلا' of a man."""
    plural = Number.PLURAL if cue.form.endswith("ين") else Number.SINGULAR
    gender = Gender.FEMININE if cue.form.endswith("ة") else Gender.MASCULINE
    return Inflection(Tense.PAST, 3, plural, gender)


def _genders(scene: Scene, sayings: Sequence[Saying]) -> Iterator[tuple[EntityId, Gender]]:
    """The gender of people as verbs of saying before them and their titles tell it."""
    for entity in scene.referents.entities:
        if entity.kind is Kind.PERSON and entity.roles:
            role = fold(entity.roles[0].span.of(scene.analysed.text).split()[0])
            yield entity.id, Gender.FEMININE if role.endswith("ة") else Gender.MASCULINE
    for saying in sayings:
        source = saying.source
        if saying.cue is None or source is None or len(source.link) > 1 or (saying.cue.cue.relay and source.via):
            continue
        told, subject = saying.cue.inflection, scene.referents.at(saying.cue.last)
        if subject is None or subject.entities != source.link:
            continue
        if saying.cue.finite and told.gender is not Gender.EITHER and told.number is Number.SINGULAR:
            yield source.link[0], told.gender


def _in_statement(scene: Scene, saying: Saying) -> bool:
    """Whether it was said in a statement, which the sentence names beside the verb: 'وقالت الوزارة في بيان إن'."""
    if saying.cue is None or saying.source is None:
        return False
    begin, end = scene.analysed.sentence_at(saying.at)
    reach = min(end, saying.content[0] if saying.content[0] > saying.at else end)
    return any(scene.form(at) in folded("a_statement") for at in range(max(begin, saying.at - _BESIDE), reach))


def _tells(cover: Saying, sayings: Sequence[Saying]) -> bool:
    """Whether somebody else speaks in what the cover gives the source of."""
    first, last = (bisect_left(sayings, at, key=lambda s: s.at) for at in cover.content)
    return any(s is not cover and not s.covers for s in sayings[first:last])


def nested(scene: Scene, sayings: Sequence[Saying]) -> tuple[Attribution, ...]:
    """The sayings as attributions, in reading order; those whose speaker is not known are left out."""
    around = _by_block(sayings)
    parents = [_parent(i, sayings, around.get(s.at // _BLOCK, ())) for i, s in enumerate(sayings)]
    parents = [_teller(i, parents, sayings) for i in range(len(sayings))]
    chains: list[tuple[Link, ...] | None] = [None] * len(sayings)
    speakers = Speakers(scene, sayings)
    for i in sorted(range(len(sayings)), key=lambda k: (sayings[k].at, _depth(k, parents))):
        saying, outer = sayings[i], _outer(i, parents, sayings, chains)
        itself = saying.cue is not None and says_itself(scene, saying.cue)
        if saying.unknown:
            speakers.forget(parents[i])
            continue
        running = speakers.before(saying, parents[i])
        chain = speakers.stated(saying, _chain(saying, outer, running, itself))
        chains[i] = speakers.through(chain, parents[i]) if saying.cue and not saying.cue.covers else chain
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
        return (*saying.told, running[-1]) if saying.told and running else running
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
