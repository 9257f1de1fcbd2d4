"""Nouns of saying: 'تصريحات الوزير بأن …', 'إعلان الرئاسة مقتل …'."""

from khabar.extraction.attributions.asides import closes_day, is_of_day
from khabar.extraction.attributions.classes import folded
from khabar.extraction.attributions.contents import content_from
from khabar.extraction.attributions.cues import CueAt
from khabar.extraction.attributions.markers import Marker, bears, to_say
from khabar.extraction.attributions.objects import tells_something
from khabar.extraction.attributions.saying import Saying
from khabar.extraction.attributions.scene import Scene
from khabar.extraction.attributions.source import Source, any_source
from khabar.extraction.attributions.sources import source_after
from khabar.extraction.attributions.stances import stance_of
from khabar.extraction.attributions.subjects import SPEAKS, subject_in
from khabar.extraction.names.words import folded_function_words
from khabar.knowledge.speech import OBJECT
from khabar.language.conjugation import Tense
from khabar.language.normalise import fold
from khabar.values.attribution import Stance
from khabar.values.why import SayingRule, SourceRule

_NOUN_REACH = 9  # tokens between a noun of saying and its أن
_REPEATED = 7  # tokens from a verb of saying again to its noun
_NOUN_NEAR = 2  # tokens between it or its speaker and a bare أن, which may depend on another word


def nominal(scene: Scene, cue: CueAt, markers: set[int]) -> Saying | None:
    """'تصريحات الوزير بأن …', 'قوله إن …', 'اتهامات لموسكو بـ…'."""
    if cue.enclitic and cue.last in markers:
        return None  # 'نقلت الوكالة عن الوزير [إشادته] بالاتفاق': the verb has told whose words they are
    again = _said_again(scene, cue) if cue.enclitic else None
    if again:
        return again
    end = min(scene.analysed.sentence_at(cue.first)[1], cue.last + _NOUN_REACH)
    for at in range(cue.last, end):
        if _leaves_noun(scene, at):
            return None
        if scene.form(at) == "،" and not _encloses_day(scene, at):
            break  # 'لقاء الرئيس، آملا بأن …'
        if scene.form(at) in folded("that", "by_that"):
            if at in markers or scene.form(at - 1) in folded("governs_that") - folded("prepositions"):
                break  # 'تصريحات الوزير تستحق أن'
            source = source_after(scene, cue, at) or _who_comes_to_say(scene, cue)
            if source is None and not cue.enclitic:
                return None
            near = max(source.end if source else 0, cue.last) + _NOUN_NEAR
            if scene.form(at) in folded("that") and at > near:
                return None
            markers.add(at)
            content = content_from(scene, Marker(at, at + 1, "that"))
            stance, by = stance_of(scene, cue, content)
            return Saying(cue, content, source, stance, SayingRule.NOUN_THAT, at=cue.first, stance_by=by)
    return _noun_phrase(scene, cue, end)


def _leaves_noun(scene: Scene, at: int) -> bool:
    """Whether a verb, a participle of circumstance or a colon here leaves the noun of saying behind."""
    cue = scene.cue_at.get(at)
    return scene.form(at) == ":" or (cue is not None and (cue.finite or cue.circumstantial))


def _encloses_day(scene: Scene, at: int) -> bool:
    """Whether the comma opens or closes a day: 'تصريحات الوزير، الاثنين، بأن'."""
    return is_of_day(scene, at + 1) or closes_day(scene, at)


def _who_comes_to_say(scene: Scene, cue: CueAt) -> Source | None:
    """'سارعت الوزارة إلى القول إن': who stands before إلى."""
    if not to_say(scene, cue):
        return None
    beside = scene.referents.at(cue.first - 2 - (scene.form(cue.first - 1) == fold("حد")))
    if beside and beside.how != "adjective":
        return Source(beside.entities, by=SourceRule.BEFORE)
    subject = subject_in(scene, scene.analysed.sentence_at(cue.first)[0], cue.first)
    return Source(subject, by=SourceRule.BEFORE) if subject else None


def _noun_phrase(scene: Scene, cue: CueAt, end: int) -> Saying | None:
    """'إعلان الرئاسة مقتل …', 'مزاعم الجماعة حول …': the source in the genitive, then what it says."""
    if cue.enclitic:
        return _of_the_subject(scene, cue, end)
    genitive = scene.referents.at(cue.last)
    hastens = _hastens_to_deny(scene, cue)
    if hastens:
        return hastens
    if genitive is not None and genitive.how == "group" and scene.form(genitive.first) in folded("shows"):
        return None  # 'لنشر [معلومات] عن الصفقة': what is made known, and not who does
    if genitive is None or genitive.how == "adjective" or genitive.particle or "ال" in cue.proclitics:
        return None
    source = any_source(scene, cue.last, min(end, genitive.last + 1))
    if source is None or source.end + 2 > end or scene.form(source.end) in folded("that", "by_that"):
        return None
    charged = _what_is_charged(scene, cue, source.end)
    form = scene.form(source.end)
    if charged:
        marker = Marker(charged, charged, "preposition")
    elif form in folded("prepositions"):
        if not any(fold(mark) == form for mark in cue.cue.content):
            return None
        marker = Marker(source.end, source.end + 1, "preposition")
    elif form.startswith("و") and form not in folded("opens_with_w"):
        return None  # 'دعم إيران ومهاجمة خصومها'
    elif form in folded("once_to"):
        return None  # 'دعم واشنطن [لهم]'
    elif OBJECT in cue.cue.content and tells_something(scene, source.end) and _may_have_object(cue):
        marker = Marker(source.end, source.end, "object")
    else:
        return None
    content = content_from(scene, marker)
    stance, by = stance_of(scene, cue, content)
    return Saying(cue, content, source, stance, SayingRule(f"noun:{marker.sort}"), at=cue.first, stance_by=by)


def _may_have_object(cue: CueAt) -> bool:
    """Whether a noun may be followed by what is said: a masdar, or a noun of denying: 'نفي الوزارة [وجود اتفاق]'."""
    return cue.inflection.tense is Tense.MASDAR or cue.cue.stance is Stance.DENIES


def _what_is_charged(scene: Scene, cue: CueAt, at: int) -> int | None:
    """The ب behind whom somebody charges: 'اتهام كييف لموسكو [بسرقة] الحبوب'; in 'اتهام كييف بسرقة' it is she."""
    addressed = scene.referents.at(at)
    if addressed is None or addressed.particle != "ل" or "ب" not in cue.cue.content:
        return None
    return addressed.last if bears(scene, addressed.last, "ب") else None


def _of_the_subject(scene: Scene, cue: CueAt, end: int) -> Saying | None:
    """'جدد الجيش اتهامه للدولة بتسليحهم': the pronoun is the subject of the clause, and whom he addresses follows."""
    addressed = scene.referents.at(cue.last)
    at = addressed.last if addressed is not None and addressed.particle == "ل" else end
    opened = at < end and "ب" in cue.cue.content and scene.form(at).startswith("ب")
    subject = subject_in(scene, scene.analysed.sentence_at(cue.first)[0], cue.first) if opened else None
    if subject is None or (addressed is not None and set(addressed.entities) & set(subject)):
        return None
    content = content_from(scene, Marker(at, at, "preposition"))
    stance, by = stance_of(scene, cue, content)
    source = Source(subject, by=SourceRule.BEFORE)
    return Saying(cue, content, source, stance, SayingRule.NOUN_PREPOSITION, at=cue.first, stance_by=by)


def _said_again(scene: Scene, cue: CueAt) -> Saying | None:
    """'جدد الوزير نفيه وجود اتفاق': what the noun with the subject's pronoun is of, behind a verb of saying again."""
    begin = scene.analysed.sentence_at(cue.first)[0]
    near = range(max(begin, cue.first - _REPEATED), cue.first)
    takes = OBJECT in cue.cue.content or cue.cue.stance is Stance.DENIES
    if not takes or not any(scene.form(at) in folded("repeats") for at in near):
        return None
    if scene.form(cue.last) in folded("that", "prepositions") or not tells_something(scene, cue.last):
        return None
    subject = subject_in(scene, begin, cue.first)
    content = content_from(scene, Marker(cue.last, cue.last, "object"))
    stance, by = stance_of(scene, cue, content)
    source = Source(subject, by=SourceRule.BEFORE) if subject else None
    return Saying(cue, content, source, stance, SayingRule.NOUN_OBJECT, at=cue.first, stance_by=by)


def _hastens_to_deny(scene: Scene, cue: CueAt) -> Saying | None:
    """'سارعت موسكو إلى نفي التقارير': a masdar of denying after إلى, who denies before it, what is denied behind."""
    masdar = cue.inflection.tense is Tense.MASDAR or cue.inflection.tense is Tense.NOUN
    if cue.cue.stance is not Stance.DENIES or not masdar or cue.proclitics or scene.form(cue.first - 1) != fold("إلى"):
        return None
    at = cue.first - 2
    at -= scene.form(at) in folded("adverbs") | folded_function_words("adverb")  # 'سارعت موسكو [أمس] إلى نفي'
    before = scene.referents.at(at)
    if before is None or before.how not in SPEAKS or not scene.form(cue.last)[:1].isalpha():
        return None
    if scene.form(cue.last) in folded("prepositions") or scene.referents.at(cue.last) is not None:
        return None
    content = content_from(scene, Marker(cue.last, cue.last, "object"))
    source = Source(before.entities, by=SourceRule.BEFORE)
    return Saying(cue, content, source, Stance.DENIES, SayingRule.NOUN_OBJECT, at=cue.first)
