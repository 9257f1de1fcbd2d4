"""Whom a cue addresses: a noun phrase behind its verb that is the object and does not speak."""

from khabar.extraction.attributions.agreement import is_feminine, is_oblique_plural, masculine_heads
from khabar.extraction.attributions.asides import folded_time_words
from khabar.extraction.attributions.classes import folded
from khabar.extraction.attributions.cues import CueAt, speech_lexemes
from khabar.extraction.attributions.scene import Scene
from khabar.extraction.names.ordinary import is_ordinary
from khabar.extraction.references import Reference
from khabar.knowledge.speech import BY_THAT, THAT
from khabar.language.conjugation import Gender, Tense
from khabar.language.normalise import fold
from khabar.values.attribution import Stance
from khabar.values.entity import Kind

_FEMININE = ("ة", "ى")
_NOT_CONSTRUCT = ("ا", "ين", "ون", "ان", "ه", "ها", "هم")
_CLOSE, _FAR = 3, 7  # tokens from a verb to its subject past a preposition: one that goes on needs none


def takes_object(cue: CueAt) -> bool:
    """Whether who is addressed stands as the bare object: 'اتهم الوزير الصحيفة', but 'قال الوزير للصحيفة'."""
    return cue.cue.addressee and not cue.cue.addressee_marks


def informs(cue: CueAt) -> bool:
    """Whether its object is who is told something: 'أبلغ الوزير الصحيفة بأن'; not 'اتهم', 'وصف', 'طالب'."""
    tells = takes_object(cue) and cue.cue.stance is Stance.ASSERTS and cue.cue.act is None
    return tells and {THAT, BY_THAT} <= set(cue.cue.content)


def describes_a_noun(scene: Scene, cue: CueAt) -> bool:
    """Whether an indefinite noun before the verb is its subject: 'رسالة تتهم الوزير', 'دعوى قضائية تتهم المصرف'."""
    before = scene.form(cue.first - 1)
    noun = before.removesuffix("ا")
    if not cue.finite or cue.inflection.tense is Tense.PAST or cue.proclitics or before.startswith("ال"):
        return False
    told = scene.cue_at.get(cue.first - 1)
    known = is_ordinary(before) or {before, noun} & folded("a_statement") or (told is not None and not told.finite)
    if not known or scene.referents.at(cue.first - 1):
        return False
    return noun.endswith(_FEMININE) == (cue.inflection.gender is Gender.FEMININE)


def is_addressed(scene: Scene, cue: CueAt, first: Reference) -> bool:
    """Whether it is the object: by gender ('دعا الولايات المتحدة إلى'), or where the speaker before goes on."""
    told = cue.inflection
    if not takes_object(cue):
        return False  # 'وقال الكرملين': one says to somebody with a preposition
    called = scene.form(first.first) in folded("all_of")
    if called or _goes_on_to(scene, cue, first) or _behind_subject(scene, cue, first):
        return True  # 'ودعا [جميع الأطراف] إلى'
    if told.gender is Gender.FEMININE and first.how == "name":
        return scene.form(first.first) in masculine_heads()  # 'وتتهم [جيش الفتح] ب…'
    if told.gender is not Gender.MASCULINE or not told.tense.finite:
        return False
    entity = scene.entity(first)
    if entity.kind is Kind.COUNTRY:
        nationals = scene.form(first.first).endswith("ون")  # 'ويطالب الفلسطينيون'
        return (
            first.how == "name" and not nationals and fold(entity.name.split()[-1]) not in folded("masculine_countries")
        )
    return entity.kind is Kind.GROUP and entity.name.split()[0].endswith("ات")


def _behind_subject(scene: Scene, cue: CueAt, first: Reference) -> bool:
    """Whether a definite noun of nobody known stands between, which is the subject: 'تدعو [المنشورات] السكان إلى'."""
    for at in range(cue.last, first.first):
        form = scene.form(at)
        other = scene.cue_at.get(at)
        closed = form in folded_time_words() | folded("adverbs") or (
            other is not None and (other.finite or other.covers)
        )
        led = scene.form(at - 1) in folded("prepositions", "on_a_day", "this")
        if form.startswith("ال") and not (closed or led) and scene.referents.at(at) is None:
            return True
    return False


def _goes_on_to(scene: Scene, cue: CueAt, first: Reference) -> bool:
    """'أكد الوزير …، ودعا مجلس الأمن إلى': who spoke in this sentence turns to a body; not in 'ودعت فرنسا'."""
    joins = cue.proclitics[:1] in (("و",), ("ف",)) or scene.form(cue.first - 1) == "كما"
    if not joins or cue.enclitic:
        return False
    begin = scene.analysed.sentence_at(cue.first)[0]
    if not any(other.finite for other in scene.cues_between(begin, cue.first)):
        return False
    entity = scene.entity(first)
    feminine_body = entity.kind is Kind.COUNTRY or entity.name.split()[0].endswith(("ة", "ات"))
    unnamed = first.how == "group" and not scene.form(first.first).startswith("ال")  # 'وأفادت وسائل إعلام محلية أن'
    feminine_body = feminine_body or (unnamed and is_feminine(entity))
    if cue.inflection.gender is Gender.FEMININE:
        return entity.kind in (Kind.GROUP, Kind.ORGANISATION) and not feminine_body
    return entity.kind is Kind.ORGANISATION or (entity.kind is Kind.GROUP and first.how == "group")


def is_accusative(scene: Scene, first: Reference) -> bool:
    """Whether the ending of a group's plural shows it to be the object: 'وحث [القادة الإيرانيين] على'."""
    if first.how != "group":
        return False
    head, last = scene.form(first.first), scene.form(first.last - 1)
    described = head.startswith("ال") and last.startswith("ال") and last.endswith("يين")
    return is_oblique_plural(head) or (first.last - first.first > 1 and described)


def in_the_genitive(scene: Scene, cue: CueAt, first: Reference) -> bool:
    """Whether a name only tells whose deed the noun right behind the verb is: 'يشير ظهور [الوزير] إلى'.

    Not where the noun is one of saying, whose owner speaks: 'أفاد بيان [الوزارة]'.
    """
    at = first.first - 1
    if cue.covers or at != cue.last or first.how != "name" or first.particle or scene.referents.at(at) is not None:
        return False
    form = scene.form(at)
    if form.startswith("ال") or form.endswith(_NOT_CONSTRUCT) or form in folded("a_statement"):
        return False
    tenses = [reading.inflection.tense for reading in speech_lexemes().at(form)]
    if any(tense is Tense.NOUN for tense in tenses):
        return False
    return Tense.MASDAR in tenses or form in folded("said_thing", "deed")


def is_out_of_reach(scene: Scene, cue: CueAt, first: Reference) -> bool:
    """Whether other phrases stand between verb and reference: 'وأضافت في تصريح خلال ورشة نظمتها الوكالة أن'.

    So does a meeting of the speaker's whose object the reference is.
    """
    if scene.form(first.first - 1) in folded("his_meeting"):
        return True  # 'وأكدت خلال لقائها [الوزير] أن'
    if cue.covers or first.first - cue.last <= (_CLOSE if cue.cue.carries else _FAR):
        return False
    between = (scene.form(at) for at in range(cue.last, first.first - 1))
    return any(form in folded("prepositions", "who") for form in between)
