"""The acts of saying of an English report, cue by cue, before it is told which stands in which."""

from collections.abc import Iterator

from khabar.extraction.english.attributions.contents import content_before, content_behind, content_end, media_told
from khabar.extraction.english.attributions.saying import Saying, Told
from khabar.extraction.english.forms import CueForm, cue_forms
from khabar.extraction.english.scene import Party, Scene
from khabar.extraction.english.verbs import VerbGroup, choose, verb_group
from khabar.knowledge.english.speech import SpeechCue
from khabar.language.english.inflection import Form
from khabar.language.english.phrases import single, used_as
from khabar.values.attribution import Link, Stance
from khabar.values.entity import Kind
from khabar.values.why import SayingRule, SourceRule

_SOURCE_NEAR = 7  # tokens behind 'according to' in which the source is named
_HEADING = 7  # tokens of who stands before the colon of a headline
_FEWEST = 2  # words of a content


def sayings_in(scene: Scene) -> Iterator[Saying]:
    """Every act of saying, in the order of the cues."""
    at = 0
    forms = scene.text.forms
    before: Saying | None = None
    while at < len(forms):
        found = cue_forms().all_at(forms, at)
        saying = next((s for n, f in _fitting(scene, at, found) for s in _sayings(scene, at, n, f, before)), None)
        if saying:
            yield saying
            before = saying
        at += found[0][0] if found else 1
    yield from _headings(scene)


def _fitting(scene: Scene, at: int, found: list[tuple[int, CueForm]]) -> Iterator[tuple[int, CueForm]]:
    """Of the readings of a word those that its place allows, the longest first."""
    for length, one in found:
        forms = {f.form for n, f in found if n == length and f.cue is one.cue}
        if length > 1 or one.cue.phrases or choose(scene.text, scene.referents, at, forms) is one.form:
            yield length, one


def _sayings(scene: Scene, at: int, length: int, found: CueForm, before: Saying | None) -> Iterator[Saying]:
    cue, form = found.cue, found.form
    if cue.covers:
        yield from _cover(scene, cue, at, at + length)
    elif form is Form.NOUN:
        yield from _noun(scene, cue, at, at + length)
    elif cue.relays:
        yield from _relay(scene, cue, verb_group(scene.text, at, length, form))
    elif form is Form.ING and scene.text.form(at - 1) not in single("being"):
        yield from _participle(scene, cue, at, at + length)
    else:
        yield from _verb(scene, cue, verb_group(scene.text, at, length, form), before)


def _verb(scene: Scene, cue: SpeechCue, group: VerbGroup, before: Saying | None) -> Iterator[Saying]:
    if group.passive or group.infinitive or not group.finite or _is_negated(scene, group):
        return
    begin = scene.text.sentence(group.verb)[0]
    source, place = scene.party_until(group.first, begin), SourceRule.RIGHT_BEFORE
    if source is None and before and before.at >= begin and scene.text.form(group.first - 1) in single("and"):
        source, place = before.source, SourceRule.GOES_ON
    cited = _cited_between(scene, source.last, group.first) if source else ()
    words = (group.verb, group.last)
    if "whole" in cue.takes:
        told = Told(scene.sentence(group.verb), SayingRule.NO_COMMENT)
        yield from _made(scene, cue, words, told, source, place, ())
        return
    of_medium = source is not None and any(scene.kind(e) is Kind.MEDIA for e in source.entities)
    told_behind = content_behind(scene, cue, group.last, of_medium=of_medium) if source else None
    if told_behind is None and cue.takes & {"quote", "clause"} and not _is_modal(scene, group):
        source, place, told_behind = _trailing(scene, cue, group, source, place)
    if told_behind:
        yield from _made(scene, cue, words, told_behind, source, place, cited)


def _trailing(
    scene: Scene, cue: SpeechCue, group: VerbGroup, source: Party | None, place: SourceRule
) -> tuple[Party | None, SourceRule, Told | None]:
    """'"No," X said' and '"No," said X'."""
    if source is None:
        source, place = scene.party_from(group.last), SourceRule.BEHIND
        first = group.first
    else:
        first = source.first
        while scene.text.form(first - 1) in single("article"):
            first -= 1
    told = content_before(scene, first) if source else None
    return source, place, Told(told.content, told.rule, media_told(scene, cue, group.last)) if told else None


def _made(
    scene: Scene,
    cue: SpeechCue,
    words: tuple[int, int],
    told: Told,
    source: Party | None,
    place: SourceRule,
    cited: tuple[Link, ...],
) -> Iterator[Saying]:
    if source is not None:
        cited = cited or _cited_behind(scene, words[0])
        yield Saying(cue, words, told, source, _stance(scene, cue, told), place, cited)


def _participle(scene: Scene, cue: SpeechCue, at: int, last: int) -> Iterator[Saying]:
    """', saying that …' goes on with who acts or speaks in the sentence."""
    told = content_behind(scene, cue, last, of_medium=False)
    if scene.text.form(at - 1) not in (",", "and") or told is None:
        return
    first = scene.text.sentence(at)[0]
    found = [r for r in scene.referents.between(first, at) if r.how != "adjective"]
    leads = [r for r in found if scene.text.form(r.first - 1) not in single("preposition")]
    source = Party(leads[0].first, leads[0].last, leads[0].entities) if leads else None
    if source:
        yield Saying(cue, (at, last), told, source, _stance(scene, cue, told), SourceRule.BEFORE)


def _noun(scene: Scene, cue: SpeechCue, at: int, last: int) -> Iterator[Saying]:
    """'Iran's claim that …'."""
    reference = scene.referents.at(at - 1)
    owner = reference is not None and reference.last == at and (at - 1) in scene.text.owning
    if not owner or reference is None or scene.text.form(last) not in single("that"):
        return
    stop = content_end(scene, last + 1, scene.sentence(at)[1])
    if stop - last > _FEWEST:
        told = Told((last + 1, stop), SayingRule.NOUN_THAT)
        source = Party(reference.first, reference.last, reference.entities)
        yield Saying(cue, (at, last), told, source, _stance(scene, cue, told), SourceRule.NEAR)


def _relay(scene: Scene, cue: SpeechCue, group: VerbGroup) -> Iterator[Saying]:
    """'The paper quoted X as saying that …'; 'X was quoted by the paper as saying that …'."""
    begin, end = scene.text.sentence(group.verb)
    subject = scene.party_until(group.first, begin)
    speaker = subject if group.passive else scene.party_from(group.last)
    at = next((i for i in range(group.last, end) if scene.text.form(i) == "as"), None)
    if at is None or speaker is None or scene.text.form(at + 1) not in single("saying"):
        return
    say = next((f.cue for _, f in cue_forms().all_at(scene.text.forms, at + 1)), cue)
    told = content_behind(scene, say, at + 2, of_medium=False)
    medium = _by(scene, group.last, end) if group.passive else subject
    if told is not None and speaker.entities:
        via = (medium.entities,) if medium and medium.entities else ()
        told = Told(told.content, told.rule, via)
        place = SourceRule.RIGHT_BEFORE if group.passive else SourceRule.RELAYED
        yield Saying(cue, (group.verb, group.last), told, speaker, _stance(scene, say, told), place)


def _by(scene: Scene, first: int, last: int) -> Party | None:
    return next(
        (p for at in range(first, last) if scene.text.form(at) == "by" and (p := scene.party_from(at + 1))), None
    )


def _cover(scene: Scene, cue: SpeechCue, at: int, last: int) -> Iterator[Saying]:
    """'According to X, …' and '…, according to X'."""
    first, end = scene.sentence(at)
    source = next((p for i in range(last, min(last + _SOURCE_NEAR, end)) if (p := scene.party_from(i))), None)
    if source is None:
        return
    if not any(scene.text.is_word(i) for i in range(first, at)):
        begin = source.last + 1 if scene.text.form(source.last) == "," else source.last
        told, place = Told((begin, content_end(scene, begin, end)), SayingRule.COVER_INITIAL), SourceRule.BEHIND
    else:
        stop = at - (scene.text.form(at - 1) == ",")
        told, place = Told((first, stop), SayingRule.COVER_TRAILING), SourceRule.BEHIND
    if told.content[1] - told.content[0] >= _FEWEST:
        yield Saying(cue, (at, last), told, source, _stance(scene, cue, told), place)


def _headings(scene: Scene) -> Iterator[Saying]:
    """A headline 'X: …'."""
    paragraphs = scene.text.analysed.paragraphs
    if not paragraphs:
        return
    first, last = paragraphs[0]
    source = scene.party_from(first)
    if source and source.last - first <= _HEADING and scene.text.form(source.last) == ":":
        end = scene.sentence(source.last)[1]
        if end - source.last > _FEWEST and end <= last:
            told = Told((source.last + 1, end), SayingRule.HEADING)
            yield Saying(None, None, told, source, Stance.ASSERTS, SourceRule.HEADING)


def _cited_between(scene: Scene, first: int, last: int) -> tuple[Link, ...]:
    """Whom 'X, citing Y, reported' names."""
    at = next((i for i in range(first, last) if scene.text.form(i) in single("citing")), None)
    party = scene.party_from(at + 1) if at is not None else None
    return (party.entities,) if party else ()


def _cited_behind(scene: Scene, at: int) -> tuple[Link, ...]:
    """Whom 'X reported, citing Y' names behind the cue."""
    end = scene.sentence(at)[1]
    found = next((i for i in range(at, end) if scene.text.form(i) in single("citing")), None)
    party = scene.party_from(found + 1) if found is not None else None
    return (party.entities,) if party else ()


def _is_negated(scene: Scene, group: VerbGroup) -> bool:
    words = scene.text.forms[group.first : group.verb]
    return any(word in ("not", "never") or word.endswith("n't") for word in words)


def _is_modal(scene: Scene, group: VerbGroup) -> bool:
    """Whether a verb tells no act of saying that took place: 'will respond'."""
    words = scene.text.forms[group.first : group.verb]
    return any(word in single("modal") for word in words)


def _stance(scene: Scene, cue: SpeechCue, told: Told) -> Stance:
    """The stance of the cue; who says that something is untrue denies it."""
    if cue.stance is not Stance.ASSERTS:
        return cue.stance
    first, last = told.content
    untrue = any(used_as("untrue").at(scene.text.forms, at) for at in range(first, last))
    return Stance.DENIES if untrue else Stance.ASSERTS
