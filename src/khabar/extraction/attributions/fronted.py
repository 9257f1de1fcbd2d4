"""Subjects that stand before their verb: 'موسكو تنفي', 'أما الوزارة فقالت', 'الصحيفة التي ذكرت'."""

from khabar.extraction.attributions.addressees import takes_object
from khabar.extraction.attributions.agreement import is_feminine, is_several
from khabar.extraction.attributions.apposition import named_beside, named_last
from khabar.extraction.attributions.classes import folded, opens, phrase_at
from khabar.extraction.attributions.cues import CueAt, stays_unnamed
from khabar.extraction.attributions.scene import Scene
from khabar.extraction.attributions.source import Source
from khabar.extraction.attributions.subjects import (
    CLOSING,
    OPENING,
    SPEAKS,
    first_subject,
    is_governed,
    joined,
    kind_of,
)
from khabar.extraction.references import Reference
from khabar.language.conjugation import Gender, Tense
from khabar.language.normalise import fold
from khabar.values.attribution import Link
from khabar.values.entity import EntityId, Kind
from khabar.values.grammar import Number
from khabar.values.why import SourceRule

_NEXT = 2  # tokens from أما to whom it is about
_TOPIC = 14  # tokens from أما to the verb behind its ف
_BEFORE = 8  # tokens between a subject and the verb that follows it
_TO_ASIDE = 24  # tokens from a verb back to the comma that opens a clause about its subject
_ALREADY = fold("قد")
_WHO_MAN, _WHO_MEN, _WHO_WOMAN = fold("الذي"), fold("الذين"), fold("التي")
_ANTECEDENT = 3  # tokens between an antecedent's end and its verb: الذي, an adjective, a comma


def topic(scene: Scene, cue: CueAt) -> Link | None:
    """'أما الوزارة فقالت إن': whom أما sets in front of the verb."""
    if not cue.finite or not (cue.proclitics[:1] == ("ف",) or scene.form(cue.first - 1) in folded("so_not")):
        return None
    begin = max(scene.analysed.sentence_at(cue.first)[0], cue.first - _TOPIC)
    opening = next(
        (at for at in range(cue.first - 2, begin - 1, -1) if opens("as_for", scene.analysed.tokens, at)), None
    )
    first = None if opening is None else first_subject(scene, opening + 1, cue.first)
    if opening is None or first is None or first.first > opening + _NEXT:
        return None  # 'أما عن الاتهامات فقال الوزير'
    return joined(scene, _apposed(scene, cue, first) or first, cue.first)[0]


def turns_to_topic(scene: Scene, comma: int) -> bool:
    """Whether behind a comma somebody else is set in front who says something: 'قال إن …، [أما موسكو فنفت] ذلك'."""
    if not opens("as_for", scene.analysed.tokens, comma + 1):
        return False
    end = min(comma + _TOPIC, scene.analysed.sentence_at(comma)[1])
    return any(topic(scene, cue) for cue in scene.cues_between(comma + 1, end))


def who_had_told(scene: Scene, cue: CueAt) -> Link | None:
    """'وكان الوزير، الذي زار البلاد، قد قال إن': whoever stands between كان and قد, whatever is told of him."""
    opening = had_told(scene, cue)
    first = None if opening is None else first_subject(scene, opening, cue.first - 1)
    if first is None or first.first != opening:
        return None
    return joined(scene, _apposed(scene, cue, first) or first, cue.first - 1)[0]


def _apposed(scene: Scene, cue: CueAt, first: Reference) -> Reference | None:
    """The name beside an office that stands before the verb: 'أما وزير النفط، كريم سالم، فقال'."""
    return named_beside(scene, cue, first, cue.first) or named_last(scene, cue, first, cue.first)


def had_told(scene: Scene, cue: CueAt) -> int | None:
    """The token behind كان at the head of a sentence, where a noun stands between it and the قد of this verb."""
    begin = scene.analysed.sentence_at(cue.first)[0]
    if not cue.finite or scene.form(cue.first - 1) != _ALREADY:
        return None
    if scene.form(begin).removeprefix("و") not in folded("had"):
        return None
    noun = cue.first - 1 > begin + 1 and scene.form(begin + 1)[:1].isalpha() and begin + 1 not in scene.cue_at
    return begin + 1 if noun else None


def antecedent_that_addresses(scene: Scene, cue: CueAt) -> Link | None:
    """'البيان الذي اتهم الجيش بـ…': after the pronoun stands whom it addresses, not who speaks."""
    if not takes_object(cue) or cue.enclitic or scene.form(cue.first - 1) not in folded("who"):
        return None
    before = source_before(scene, cue)
    return before.link if before else None


def subject_right_before(scene: Scene, cue: CueAt) -> Link | None:
    """The subject that stands right before its verb: 'موسكو تتهم', 'وكانت الصحيفة قد ذكرت', 'إن الوزارة أعلنت'."""
    if not cue.finite or cue.proclitics[:1] in (("و",), ("ف",)):
        return None
    at = cue.first - (scene.form(cue.first - 1) in OPENING)  # 'إن المجلس "رحب …'
    while opens("before_verb", scene.analysed.tokens, at - 1):
        at -= 1
    begin = scene.analysed.sentence_at(cue.first)[0]
    if at <= begin:
        return None  # a name that closes the line above
    at -= at < cue.first and scene.form(at - 1) in folded("had")  # 'الوكالة [كانت] قد نددت'
    beside = scene.referents.at(at - 1) if at else None
    if beside and beside.last == at and (beside.how == "adjective" or _describes_name(scene, beside)):
        at = beside.first  # 'صحيفة الساحل [السودانية] قد ذكرت'
    speakers: list[EntityId] = []
    reference = scene.referents.at(at - 1) if at else None
    while reference and reference.last == at and reference.how in SPEAKS and not scene.is_bare_place(reference):
        speakers[:0] = [e for e in reference.entities if e not in speakers]
        at = reference.first
        with_and = reference.particle.startswith("و") or scene.form(at - 1) == "و"
        at -= scene.form(at - 1) == "و"
        earlier = scene.referents.at(at - 1) if at else None
        if not (with_and and earlier and earlier.last == at):
            if is_governed(scene, reference):
                return None
            break
        reference = earlier
    if not speakers:
        return None
    opened = (
        at == begin
        or opens("before_subject", scene.analysed.tokens, at - 1)
        or scene.form(at - 1) in {":", "،", "..", "…"}
    )
    return tuple(speakers) if opened else None


def source_before(scene: Scene, cue: CueAt) -> Source | None:
    """The subject before the verb: 'الجيش ينفي', 'الوزارة التي أعلنت'."""
    turned = cue.first - 1 - opens("before_verb", scene.analysed.tokens, cue.first - 1)
    if cue.passive or {scene.form(cue.first - 1), scene.form(turned)} & folded("but"):
        return None  # 'لكنه أضاف', 'لكنه لم يؤكد': the pronoun is the subject
    if scene.form(turned) in folded("that") and phrase_at("but", scene.analysed.tokens, turned - 1) > 1:
        return None  # 'انتقد الأمين هذه التقارير، غير أنه [قال] إن'
    if opens("before_doing", scene.analysed.tokens, cue.first - 2):
        return None  # '…، قبل أن [تذكر] أن': the subject stands behind the verb or spoke before
    if scene.form(cue.first - 1) in folded("since"):
        return None  # 'زار الوزير مقر الاتحاد، إذ [قال] إن': who does what the sentence tells goes on
    begin = max(scene.analysed.sentence_at(cue.first)[0], cue.first - _BEFORE)
    if scene.form(cue.first - 1) in folded("who"):
        if cue.enclitic:
            return None  # 'الحركة التي تتهمها بغداد': the pronoun takes up the antecedent, which does not speak
        apposed = _before_apposition(scene, cue)
        if apposed and not _is_taken_up(scene, cue) and not _is_no_plural(scene, cue, apposed):
            return Source(apposed.entities, by=SourceRule.ANTECEDENT)
        antecedent = [r for r in scene.referents.between(begin, cue.first) if r.how in SPEAKS]
        if antecedent and scene.is_bare_place(antecedent[-1]):
            return None  # 'بلدة الجسر التي تتهم غانا توغو بقصفها'
        if _is_taken_up(scene, cue):
            return _who_goes_on(scene, cue)  # 'الهجوم الذي تقول [واشنطن] إن'
        if antecedent and _is_no_plural(scene, cue, antecedent[-1]):
            return None  # 'الحلفاء في وسط أوروبا الذين يرفضون'
        near = antecedent and antecedent[-1].last >= cue.first - _ANTECEDENT
        return Source((antecedent[-1].entities[0],), by=SourceRule.ANTECEDENT) if near else None
    if cue.proclitics and cue.proclitics[0] in "وف":
        return None
    parted = scene.referents.at(cue.first - 2) if scene.form(cue.first - 1) == "،" else None
    begin = min(begin, parted.first) if parted else begin  # 'أن [وزيرة خارجية البلاد، ليلى سالم]، أعربت عن'
    aside = _before_aside(scene, cue)
    if aside and not _other_gender(scene, cue, aside):
        return Source(aside.entities, by=SourceRule.BEFORE)
    for reference in reversed(scene.referents.between(begin, cue.first)):
        if reference.last == cue.first and owns_statement(scene, reference):
            return Source(reference.entities)
        if reference.how not in SPEAKS or is_governed(scene, reference) or scene.is_social(reference):
            continue
        if scene.is_bare_place(reference) or _describes_name(scene, reference):
            continue  # '، ومقرها [مدينة ليون]، في بيان'
        between = range(reference.last, cue.first)
        if any(i in scene.cue_at and scene.cue_at[i].finite for i in between):
            return None
        if reference.last < cue.first - 3 and not _parted_by_name(scene, reference, cue):
            return None
        return None if _other_gender(scene, cue, reference) else Source(reference.entities, by=SourceRule.BEFORE)
    return None


def _before_apposition(scene: Scene, cue: CueAt) -> Reference | None:
    """'كريم سالم، الأستاذ في جامعة المدينة، [الذي يعتقد]': who is told of between commas and then speaks."""
    close = cue.first - 2
    if scene.form(close) != "،":
        return None
    begin = max(scene.analysed.sentence_at(cue.first)[0], cue.first - _TO_ASIDE)
    comma = next((at for at in range(close - 1, begin, -1) if scene.form(at) == "،"), None)
    person = scene.referents.at(comma - 1) if comma else None
    if comma is None or person is None or person.last != comma or person.how != "name":
        return None
    office = scene.form(comma + 1).startswith("ال") or scene.referents.at(comma + 1) is not None
    woman = scene.form(comma + 1).endswith("ة")  # 'كريم سالم، عضو اللجنة، [التي أعلنت]': the committee
    told = office and woman == (scene.form(cue.first - 1) == _WHO_WOMAN)
    told = told and not any(cue.finite for cue in scene.cues_between(comma, close))
    return person if told and kind_of(scene, person.entities[0]) is Kind.PERSON else None


def _before_aside(scene: Scene, cue: CueAt) -> Reference | None:
    """The subject that a clause about it parts from its verb: 'لافروف، الذي زار المدينة، أكد'."""
    if scene.form(cue.first - 1) != "،":
        return None
    begin = max(scene.analysed.sentence_at(cue.first)[0], cue.first - _TO_ASIDE)
    comma = next((at for at in range(cue.first - 2, begin, -1) if scene.form(at) == "،"), None)
    subject = scene.referents.at(comma - 1) if comma else None
    if comma is None or subject is None or subject.last != comma or subject.how not in SPEAKS:
        return None
    told = scene.form(comma + 1) in folded("who") or stays_unnamed(scene.analysed, comma + 2)
    if is_governed(scene, subject) or not (told or _opens_clause(scene, subject)):
        return None
    return None if scene.is_bare_place(subject) else subject


def _opens_clause(scene: Scene, subject: Reference) -> bool:
    """'بيد أن [شرطة المدينة]، حيث وقع الحادث، دعت إلى': whether a subject stands at the head of its clause."""
    begin = scene.analysed.sentence_at(subject.first)[0]
    before = subject.first - 1
    return subject.first == begin or opens("before_subject", scene.analysed.tokens, before) > 0


def _describes_name(scene: Scene, reference: Reference) -> bool:
    """Whether an adjective that could be an office describes the name before it: 'المرصد السوري [المعارض]'."""
    alone = reference.last == reference.first + 1 and scene.form(reference.first).startswith("ال")
    before = scene.referents.at(reference.first - 1) if alone else None
    if before is None or before.last != reference.first or before.how != "name":
        return False
    return reference.how == "description" or scene.form(reference.first - 1) in CLOSING  # 'مجلة "الساحل" [المتخصصة]'


def _is_taken_up(scene: Scene, cue: CueAt) -> bool:
    """Whether the relative pronoun and its verb do not agree, so that somebody else says it: 'الجنود الذين تقول'."""
    who, told = scene.form(cue.first - 1), cue.inflection
    if not cue.finite or told.number is not Number.SINGULAR:
        return False
    if told.gender is Gender.FEMININE:
        return who in (_WHO_MEN, _WHO_MAN)
    return told.gender is Gender.MASCULINE and who == _WHO_MEN


def _who_goes_on(scene: Scene, cue: CueAt) -> Source | None:
    """'نددت [موسكو] بالهجوم الذي تقول إن': whom a verb in a relative clause agrees with, where no subject follows."""
    if scene.form(cue.last) not in folded("that"):
        return None
    feminine = cue.inflection.gender is Gender.FEMININE
    for reference in reversed(scene.referents.between(scene.analysed.sentence_at(cue.first)[0], cue.first)):
        if reference.how not in SPEAKS or is_governed(scene, reference) or scene.is_bare_place(reference):
            continue
        if reference.last == cue.first - 1:
            continue  # the antecedent
        entity = scene.entity(reference)
        if entity.kind is Kind.PERSON or is_feminine(entity) == feminine:
            return Source(reference.entities, by=SourceRule.BEFORE)
    return None


def _is_no_plural(scene: Scene, cue: CueAt, antecedent: Reference) -> bool:
    """Whether a plural verb has one person or a place as antecedent, which it cannot tell of."""
    single = kind_of(scene, antecedent.entities[0]) in (Kind.PERSON, Kind.PLACE) and len(antecedent.entities) == 1
    return cue.inflection.number is Number.PLURAL and single


def _other_gender(scene: Scene, cue: CueAt, reference: Reference) -> bool:
    """Whether gender or number of a verb show that it has another subject: 'قرار [الوزارة] أكد'."""
    told, entity = cue.inflection, scene.entity(reference)
    heads = map(scene.form, range(reference.first, min(reference.first + 2, reference.last)))  # 'ستة [مسلحين]'
    several = entity.kind is Kind.GROUP and any(map(is_several, heads))
    if cue.finite and several and told.number is Number.SINGULAR:
        return True  # 'أدرجت الوزارة شركتين [قالت] إنهما'
    if cue.finite and entity.kind is Kind.COUNTRY and told.number is Number.SINGULAR:
        return told.gender is Gender.MASCULINE and is_feminine(entity)  # 'قصفت إسرائيل شحنات يرجح أنها'
    alone = reference.last - reference.first == 1  # not 'ثلاثة محامين'
    body = entity.kind is Kind.ORGANISATION or (entity.kind is Kind.GROUP and alone)
    masculine = told.tense is Tense.PAST and told.gender is Gender.MASCULINE and told.number is Number.SINGULAR
    return cue.finite and body and masculine and scene.form(reference.first).endswith("ة")


def _parted_by_name(scene: Scene, reference: Reference, cue: CueAt) -> bool:
    """Whether only words between commas part subject and verb: 'الوزيرة، ليلى سالم، أعربت عن'."""
    inside = range(reference.last + 1, cue.first - 1)
    closed = scene.form(reference.last) == scene.form(cue.first - 1) == "،"
    return closed and not any(scene.form(i) == "،" for i in inside)


def owns_statement(scene: Scene, reference: Reference) -> bool:
    """Whether the reference tells whose the statement before it is: 'بيان لرئاسة الجمهورية', 'بيان عن الوزارة'."""
    apart = scene.form(reference.first - 1) in folded("of_whom")
    whose = apart or reference.particle == "ل"
    return reference.how in SPEAKS and whose and scene.form(reference.first - 1 - apart) in folded("a_statement")
