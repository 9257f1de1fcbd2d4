"""Who the source of a cue is: the subject after or before it, joint speakers, the medium in between."""

from collections.abc import Iterator
from dataclasses import dataclass

from khabar.extraction.attributions.addressees import (
    describes_a_noun,
    in_the_genitive,
    is_accusative,
    is_addressed,
    is_out_of_reach,
    takes_object,
)
from khabar.extraction.attributions.agreement import is_feminine
from khabar.extraction.attributions.asides import after_asides
from khabar.extraction.attributions.classes import folded, opens
from khabar.extraction.attributions.cues import CueAt, stays_unnamed
from khabar.extraction.attributions.precedents import who_said_before
from khabar.extraction.attributions.scene import Scene
from khabar.extraction.attributions.subjects import (
    OPENING,
    SPEAKS,
    first_subject,
    is_governed,
    joined,
    kind_of,
    stands_in_cover,
)
from khabar.extraction.references import Reference
from khabar.language.conjugation import Gender, Tense
from khabar.language.normalise import fold
from khabar.values.attribution import Link
from khabar.values.entity import EntityId, Kind
from khabar.values.grammar import Number
from khabar.values.why import SourceRule

_FAR = 7  # tokens behind a cover in which its source stands
_NEXT = 2  # tokens from أما to whom it is about
_TOPIC = 14  # tokens from أما to the verb behind its ف
_BEFORE = 8  # tokens between a subject and the verb that follows it
_TO_ASIDE = 24  # tokens from a verb back to the comma that opens a clause about its subject
_ANTECEDENT = 3  # tokens between an antecedent's end and its verb: الذي, an adjective, a comma
_ALREADY = fold("قد")
_ANY_RELAY = {"عن"}  # after a medium, whatever the verb


@dataclass(frozen=True, slots=True)
class Source:
    """The speakers of a cue, and the media through which their words came."""

    link: Link
    via: tuple[Link, ...] = ()
    end: int = 0  # token after the source's words; 0: not after the cue
    by: SourceRule = SourceRule.BEHIND


def source_after(scene: Scene, cue: CueAt, end: int) -> Source | None:
    """The subject after the cue, before the token `end`."""
    if says_itself(scene, cue):
        return None
    relayed = _relayed(scene, cue, end)
    if relayed or cue.passive:
        return relayed
    right_before = subject_right_before(scene, cue) or _antecedent_that_addresses(scene, cue) or _topic(scene, cue)
    if not right_before and scene.form(cue.first - 1) in folded("once_that"):
        right_before = who_said_before(scene, cue)
    if right_before:
        cited = _cited(scene, cue.last, end)
        if cited:
            return Source(cited, (right_before,), by=SourceRule.CITED)
        via = media_between(scene, cue.last, end, right_before)
        return Source(right_before, via, by=SourceRule.RIGHT_BEFORE)
    has_subject = bears_its_subject(cue) or (takes_object(cue) and describes_a_noun(scene, cue))
    gap = None if bears_its_subject(cue) else cue.gap  # 'رفض [الناطق] التعليق'
    inside = first_subject(scene, *gap) if gap else None
    first = inside or (None if has_subject else first_subject(scene, cue.last, end))
    if first and (is_out_of_reach(scene, cue, first) or is_addressed(scene, cue, first) or is_accusative(scene, first)):
        first = None
    masculine = cue.cue.needs_addressee and cue.inflection.gender is Gender.MASCULINE
    if first and masculine and after_asides(scene, first.last, end) >= end:
        return None  # 'وحث [مجلس الأمن] على': who spoke before goes on; not 'وحثت الأمم المتحدة على'
    if first and in_the_genitive(scene, cue, first):
        return None  # 'أكد دعم الإمارات': who spoke before goes on, or nobody does
    if first is None:
        return None
    first = _whose_report(scene, first) or first
    first = _named_beside(scene, cue, first, end) or _named_last(scene, cue, first, end) or first
    link, last = joined(scene, first, end)
    mouth = _mouth(scene, last, end)
    if mouth:
        return mouth
    cited = _cited(scene, last, end)
    if cited:  # 'أكد الموقع، نقلا عن مصادره، أن': the site passes on what its sources say
        return Source(cited, (link,), last, SourceRule.CITED)
    return Source(link, media_between(scene, cue.last, end, link), last)


def _whose_report(scene: Scene, first: Reference) -> Reference | None:
    """Whose report or study speaks: 'قال تقرير [لمعهد الدراسات] إن'."""
    owner = scene.referents.at(first.last)
    return owner if owner is not None and first.how == "group" and _owns_statement(scene, owner) else None


def bears_its_subject(cue: CueAt) -> bool:
    """Whether the verb's ending is its subject, so that none follows: 'وطالبوا الحكومة', not 'وطالب السكان'."""
    return cue.finite and cue.inflection.number is not Number.SINGULAR


def _named_beside(scene: Scene, cue: CueAt, first: Reference, end: int) -> Reference | None:
    """The name that stands in apposition: 'قال الناطق، كريم سالم، إن', 'محامي عائلة سالم، نبيل حداد'."""
    unknown_head = first.first > cue.last and scene.form(first.first - 1) not in {"،", "و"} | OPENING
    if first.how not in {"group", "description"} and not unknown_head:
        return None
    for reference in scene.referents.between(first.last, end):
        if reference.how == "name" and kind_of(scene, reference.entities[0]) is Kind.PERSON:
            apposed = scene.form(reference.first - 1) == "،" and not is_governed(scene, reference)
            apposed = apposed and (scene.form(reference.last) == "،" or not takes_object(cue))
            return reference if apposed else None
        if reference.how != "adjective" and scene.form(reference.first - 1) == "،":
            return None
    return None


def _named_last(scene: Scene, cue: CueAt, first: Reference, end: int) -> Reference | None:
    """The name right before what is said, after a long office: 'مدير الصندوق المشرف على القافلة محمود رشدي إن'."""
    if takes_object(cue) or (first.how == "name" and kind_of(scene, first.entities[0]) is Kind.PERSON):
        return None
    if first.how == "name" and first.first == cue.last:
        return None  # 'أعلن البيت الأبيض إلغاء ترامب، زيارته': the subject is whole
    for reference in scene.referents.between(first.last, end):
        is_person = reference.how == "name" and kind_of(scene, reference.entities[0]) is Kind.PERSON
        if is_person and not reference.particle and _ends_the_source(scene, reference, end):
            before = scene.form(reference.first - 1)
            told = scene.referents.at(reference.first - 1)
            return reference if told is not None or before.startswith(("ال", "لل", "بال")) else None
    return None


def _ends_the_source(scene: Scene, reference: Reference, end: int) -> bool:
    """Whether nothing but a medium, a day or an aside stands between the name and what is said."""
    after = reference.last
    told = scene.referents.at(after)
    return after == end or scene.form(after) in {"،", ":"} or (told is not None and told.particle == "ل")


def _mouth(scene: Scene, begin: int, end: int) -> Source | None:
    """'أكدت الوزارة على لسان [المتحدث باسمها كريم سالم] أن': who speaks for the body."""
    at = next((i for i in range(begin, min(end, begin + _FAR)) if opens("by_mouth", scene.analysed.tokens, i)), None)
    named = () if at is None else scene.referents.between(at, end)
    person = next((r for r in named if r.how == "name" and kind_of(scene, r.entities[0]) is Kind.PERSON), None)
    return Source(person.entities, (), person.last) if person else None


def _cited(scene: Scene, begin: int, end: int) -> Link | None:
    """Whom the subject cites before the content begins."""
    for cover in scene.cues_between(begin, end):
        if cover.covers and cover.cue.relay:
            cited = any_source(scene, cover.last, end)
            if cited and kind_of(scene, cited.link[0]) is not Kind.MEDIA:
                return cited.link
    return None


def says_itself(scene: Scene, cue: CueAt) -> bool:
    """Whether the verb's subject is the pronoun of the أنه before it: 'قال إنه أكد'."""
    at = cue.first - 1
    if not cue.finite:
        return False
    while scene.form(at) == _ALREADY or scene.form(at) in folded("had"):
        at -= 1  # 'أنه كان قد نفى'
    return scene.form(at) in folded("that", "by_that") and scene.form(at) not in folded("bare_that")


def _topic(scene: Scene, cue: CueAt) -> Link | None:
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
    first = _named_beside(scene, cue, first, cue.first) or _named_last(scene, cue, first, cue.first) or first
    return joined(scene, first, cue.first)[0]


def _antecedent_that_addresses(scene: Scene, cue: CueAt) -> Link | None:
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
    if beside and beside.last == at and beside.how == "adjective":
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
    if cue.passive or scene.form(cue.first - 1) in folded("but"):
        return None  # 'لكنه أضاف': the pronoun is the subject
    if opens("before_doing", scene.analysed.tokens, cue.first - 2):
        return None  # '…، قبل أن [تذكر] أن': the subject stands behind the verb or spoke before
    begin = max(scene.analysed.sentence_at(cue.first)[0], cue.first - _BEFORE)
    if scene.form(cue.first - 1) in folded("who"):
        if cue.enclitic:
            return None  # 'الحركة التي تتهمها بغداد': the pronoun takes up the antecedent, which does not speak
        antecedent = [r for r in scene.referents.between(begin, cue.first) if r.how in SPEAKS]
        if antecedent and scene.is_bare_place(antecedent[-1]):
            return None  # 'بلدة الجسر التي تتهم غانا توغو بقصفها'
        if antecedent and _is_no_plural(scene, cue, antecedent[-1]):
            return None  # 'الحلفاء في وسط أوروبا الذين يرفضون'
        near = antecedent and antecedent[-1].last >= cue.first - _ANTECEDENT
        return Source((antecedent[-1].entities[0],), by=SourceRule.ANTECEDENT) if near else None
    if cue.proclitics and cue.proclitics[0] in "وف":
        return None
    aside = _before_aside(scene, cue)
    if aside and not _other_gender(scene, cue, aside):
        return Source(aside.entities, by=SourceRule.BEFORE)
    for reference in reversed(scene.referents.between(begin, cue.first)):
        if reference.last == cue.first and _owns_statement(scene, reference):
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


def _before_aside(scene: Scene, cue: CueAt) -> Reference | None:
    """The subject that a clause about it parts from its verb: 'لافروف، الذي زار المدينة، أكد'."""
    if scene.form(cue.first - 1) != "،":
        return None
    begin = max(scene.analysed.sentence_at(cue.first)[0], cue.first - _TO_ASIDE)
    comma = next((at for at in range(cue.first - 2, begin, -1) if scene.form(at) == "،"), None)
    if comma is None or not (scene.form(comma + 1) in folded("who") or stays_unnamed(scene.analysed, comma + 2)):
        return None
    subject = scene.referents.at(comma - 1)
    if subject is None or subject.last != comma or subject.how not in SPEAKS or is_governed(scene, subject):
        return None
    return None if scene.is_bare_place(subject) else subject


def _describes_name(scene: Scene, reference: Reference) -> bool:
    """Whether an adjective that could be an office describes the name before it: 'المرصد السوري [المعارض]'."""
    before = scene.referents.at(reference.first - 1) if reference.how == "description" else None
    alone = reference.last == reference.first + 1 and scene.form(reference.first).startswith("ال")
    return alone and before is not None and before.last == reference.first and before.how == "name"


def _is_no_plural(scene: Scene, cue: CueAt, antecedent: Reference) -> bool:
    """Whether a plural verb has one person or a place as antecedent, which it cannot tell of."""
    single = kind_of(scene, antecedent.entities[0]) in (Kind.PERSON, Kind.PLACE) and len(antecedent.entities) == 1
    return cue.inflection.number is Number.PLURAL and single


def _other_gender(scene: Scene, cue: CueAt, reference: Reference) -> bool:
    """Whether a verb behind a feminine noun is masculine, so that it has another subject: 'قرار [الوزارة] أكد'."""
    told, entity = cue.inflection, scene.entity(reference)
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


def _owns_statement(scene: Scene, reference: Reference) -> bool:
    """Whether the reference tells whose the statement before it is: 'بيان لرئاسة الجمهورية', 'بيان عن الوزارة'."""
    apart = scene.form(reference.first - 1) in folded("of_whom")
    whose = apart or reference.particle == "ل"
    return reference.how in SPEAKS and whose and scene.form(reference.first - 1 - apart) in folded("a_statement")


def media_between(scene: Scene, begin: int, end: int, link: Link) -> tuple[Link, ...]:
    """The media named between cue and content: the speaker talked to them, or they passed the words on."""
    found: list[Link] = []
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
            or before in folded("prepositions")
        )
        seen = opens("seen_by", scene.analysed.tokens, reference.first - 2)  # 'تقرير اطلعت عليه [الوكالة]'
        passed_on = seen or before in folded("by_relay") or stands_in_cover(scene, reference)
        if spoken_to or passed_on:
            found.append(reference.entities)
    return tuple(found)


def _relayed(scene: Scene, cue: CueAt, end: int) -> Source | None:
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


def any_source(scene: Scene, begin: int, end: int) -> Source | None:
    """The first speaker, though a preposition stands before: 'بحسب بيان لمتحدثها'."""
    for reference in scene.referents.between(begin, min(end, begin + _FAR)):
        if reference.how in SPEAKS and not scene.is_bare_place(reference):
            link, last = joined(scene, reference, end)
            return Source(link, (), last, SourceRule.NEAR)
    return None


def heading_source(scene: Scene, begin: int, end: int) -> Source | None:
    """The source that a headline sets before a colon."""
    references: Iterator[Reference] = (
        r for r in scene.referents.between(begin, end) if r.how in SPEAKS and not r.particle.endswith(("ب", "ل"))
    )
    first = next(references, None)
    if first is None or scene.is_bare_place(first):
        return None  # 'ذي قار: قتيلان في احتجاجات'
    if any(scene.analysed.tokens[at].kind == "word" for at in range(begin, first.first)):
        return None  # 'كأس [العالم]: …'
    link, last = joined(scene, first, end)
    addressed = scene.referents.at(last)
    if addressed is not None and addressed.particle == "ل" and scene.is_medium(addressed):
        return Source(link, (addressed.entities,), addressed.last, SourceRule.HEADING)  # 'مصدر لرويترز: …'
    return Source(link, (), last, SourceRule.HEADING)
