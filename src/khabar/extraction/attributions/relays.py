"""Media that words came through, and whom they cite: 'نقلت الوكالة عن الوزير', 'ذكر الموقع، نقلا عن مصادر'."""

from khabar.extraction.attributions.classes import folded, opens
from khabar.extraction.attributions.cues import CueAt
from khabar.extraction.attributions.fronted import source_before
from khabar.extraction.attributions.scene import Scene
from khabar.extraction.attributions.source import Source, any_source
from khabar.extraction.attributions.subjects import OPENING, SPEAKS, first_subject, joined, kind_of, stands_in_cover
from khabar.extraction.references import Reference
from khabar.language.normalise import fold
from khabar.values.attribution import Link
from khabar.values.entity import Kind
from khabar.values.why import SourceRule

_AMONG = {"من"}  # 'الصحيفة وغيرها [من] وسائل الإعلام'
_ANY_RELAY = {"عن"}  # after a medium, whatever the verb


def media_between(scene: Scene, begin: int, end: int, link: Link, *, informed: bool = False) -> tuple[Link, ...]:
    """The media named between cue and content: the speaker talked to them, or they passed the words on.

    `informed`: whom the speaker talks to stands as the bare object, 'أبلغ الوزير [وكالة الأنباء] أن'.
    """
    found: list[Link] = []
    by_which = folded("prepositions") - _AMONG
    for reference in scene.referents.between(begin, end):
        if not scene.is_medium(reference) or scene.is_social(reference) or set(reference.entities) & set(link):
            continue
        before = scene.form(reference.first - 1)
        if before in OPENING:
            before = scene.form(reference.first - 2)
        spoken_to = (
            reference.particle.endswith("ل")
            or before == "ل"
            or before in folded("medium_marks")
            or (before in by_which and kind_of(scene, reference.entities[0]) is Kind.MEDIA)
        )
        seen = opens("seen_by", scene.analysed.tokens, reference.first - 2)  # 'تقرير اطلعت عليه [الوكالة]'
        passed_on = (
            seen or _talked_with(scene, reference) or before in folded("by_relay") or stands_in_cover(scene, reference)
        )
        told = informed and not reference.particle and not _in_genitive(scene, reference)
        if spoken_to or passed_on or told:
            found.append(reference.entities)
    return tuple(found)


def talked_to(scene: Scene, cue: CueAt) -> bool:
    """'خبراء [تحدثت] إليهم القناة', 'الذي تحدثت معه الصحيفة': a medium that talked to who is told of."""
    if not (cue.cue.addressee_marks and cue.finite) or scene.form(cue.last) not in folded("with_him"):
        return False
    medium = scene.referents.at(cue.last + 1 + (scene.form(cue.last + 1) in OPENING))
    return medium is not None and scene.is_medium(medium)


def _talked_with(scene: Scene, medium: Reference) -> bool:
    at = medium.first - 1 - (scene.form(medium.first - 1) in OPENING)
    verb = scene.cue_at.get(at - 1)
    return verb is not None and talked_to(scene, verb)


def _in_genitive(scene: Scene, medium: Reference) -> bool:
    """Whether the medium only tells whose somebody is: 'أفاد مراسل [قناة الساحل] بأن'."""
    at = medium.first - 1 - (scene.form(medium.first - 1) in OPENING)
    before = scene.referents.at(at)
    one_word = before is not None and before.last - before.first == 1 and before.how != "name"
    return one_word and not scene.form(at).startswith("ال")


def relayed_source(scene: Scene, cue: CueAt, end: int) -> Source | None:
    """'نقلت X عن Y', 'ذكرت صحيفة عن مسؤولين': the subject passes on what Y says."""
    marks = set(cue.cue.relay_marks) if cue.cue.relay else _ANY_RELAY
    first = first_subject(scene, cue.last, end)
    if not cue.cue.relay and (first is None or not scene.is_medium(first)):
        return None
    for reference in scene.referents.between(cue.last, end):
        before = scene.form(reference.first - 1 - (scene.form(reference.first - 1) in OPENING))
        if any(at in scene.cue_at and scene.cue_at[at].finite for at in range(cue.last, reference.first)):
            return None
        if reference.how in SPEAKS and before in _folded_marks(marks):
            link, last = joined(scene, reference, end)
            subject = first_subject(scene, cue.last, reference.first - 1)
            before_verb = None if subject else source_before(scene, cue)
            if before_verb and cue.covers and kind_of(scene, before_verb.link[0]) is Kind.PERSON:
                before_verb = None  # '… والتقى كريم سالم، نقلا عن الوكالة'
            via = (
                (joined(scene, subject, reference.first)[0],) if subject else (before_verb.link,) if before_verb else ()
            )
            return _from_further(scene, Source(link, via, last, SourceRule.RELAYED), end)
    return None


def _from_further(scene: Scene, source: Source, end: int) -> Source:
    """'نقلت تاس عن إنترفاكس [عن مصدر]': whom the medium that is cited cites itself."""
    further = scene.referents.at(source.end + 1) if scene.form(source.end) in _folded_marks(_ANY_RELAY) else None
    if further is None or further.last > end or further.how not in SPEAKS:
        return source
    if kind_of(scene, source.link[0]) is not Kind.MEDIA:
        return source
    link, last = joined(scene, further, end)
    return _from_further(scene, Source(link, (*source.via, source.link), last, SourceRule.RELAYED), end)


def _folded_marks(marks: set[str]) -> set[str]:
    return {fold(mark.split()[-1]) for mark in marks}


def cited_by_subject(scene: Scene, subject: Link, begin: int, end: int) -> Link | None:
    """Whom the subject cites before the content begins."""
    medium = kind_of(scene, subject[0]) is Kind.MEDIA
    for cover in scene.cues_between(begin, end):
        if cover.covers and cover.cue.relay and (medium or not cover.cue.leans):
            cited = any_source(scene, cover.last, end)
            if cited and kind_of(scene, cited.link[0]) is not Kind.MEDIA:
                return cited.link
    return None
