"""Who the source of a cue is: the subject behind it or before it, joint speakers, whoever speaks for a body."""

from dataclasses import replace

from khabar.extraction.attributions.addressees import (
    describes_a_noun,
    in_the_genitive,
    informs,
    is_accusative,
    is_addressed,
    is_out_of_reach,
    takes_object,
)
from khabar.extraction.attributions.apposition import named_beside, named_last
from khabar.extraction.attributions.asides import QUOTATION_MARKS, after_asides
from khabar.extraction.attributions.classes import folded, opens
from khabar.extraction.attributions.cues import CueAt
from khabar.extraction.attributions.fronted import (
    antecedent_that_addresses,
    owns_statement,
    subject_right_before,
    topic,
    who_had_told,
)
from khabar.extraction.attributions.precedents import who_said_before
from khabar.extraction.attributions.relays import cited_by_subject, media_between, relayed_source
from khabar.extraction.attributions.scene import Scene
from khabar.extraction.attributions.source import Source, whose_statement
from khabar.extraction.attributions.subjects import first_subject, joined, kind_of
from khabar.extraction.names.words import is_function_word
from khabar.extraction.references import Reference
from khabar.knowledge.name_grammar import name_grammar
from khabar.language.conjugation import Gender
from khabar.language.normalise import fold
from khabar.values.entity import Kind
from khabar.values.grammar import Number
from khabar.values.why import SourceRule

_DESCRIBED = 2  # words that describe a report, before whose it is
_FAR = 7  # tokens behind a cover in which its source stands
_ALREADY = fold("قد")
_PUBLISHES = frozenset({Kind.ORGANISATION, Kind.COUNTRY})


def source_after(scene: Scene, cue: CueAt, end: int) -> Source | None:
    """The subject after the cue, before the token `end`."""
    if says_itself(scene, cue):
        return None
    relayed = relayed_source(scene, cue, end)
    if relayed or cue.passive:
        return relayed
    in_front = _mouth_in_front(scene, cue)
    if in_front:
        return in_front
    right_before = subject_right_before(scene, cue) or antecedent_that_addresses(scene, cue) or topic(scene, cue)
    right_before = right_before or who_had_told(scene, cue)
    if not right_before and scene.form(cue.first - 1) in folded("once_that"):
        right_before = who_said_before(scene, cue)
    if right_before:
        mouth = _mouth(scene, cue.last, end)
        if mouth:
            return mouth
        cited = cited_by_subject(scene, right_before, cue.last, end)
        if cited:
            return Source(cited, (right_before,), by=SourceRule.CITED)
        via = media_between(scene, cue.last, end, right_before, informed=informs(cue))
        return Source(right_before, via, by=SourceRule.RIGHT_BEFORE)
    has_subject = bears_its_subject(cue) or (takes_object(cue) and describes_a_noun(scene, cue))
    gap = None if bears_its_subject(cue) else cue.gap  # 'رفض [الناطق] التعليق'
    inside = first_subject(scene, *gap) if gap else None
    first = inside or (None if has_subject else first_subject(scene, cue.last, end))
    if first and (is_out_of_reach(scene, cue, first) or is_addressed(scene, cue, first) or is_accusative(scene, first)):
        first = None
    goes_on = cue.cue.needs_addressee and (cue.inflection.gender is Gender.MASCULINE or _same_said_before(scene, cue))
    if first and goes_on and after_asides(scene, first.last, end) >= end:
        return None  # 'وحث [مجلس الأمن] على': who spoke before goes on; not 'وحثت الأمم المتحدة على'
    if first and in_the_genitive(scene, cue, first):
        return None  # 'أكد دعم الإمارات': who spoke before goes on, or nobody does
    if first is None:
        return None
    sort, first = first, _titled(scene, first) or first
    first = _whose_report(scene, first) or whose_statement(scene, first)
    first = named_beside(scene, cue, first, end) or named_last(scene, cue, first, end) or first
    link, last = joined(scene, first, end)
    mouth = _mouth(scene, last, end)
    if mouth:
        return mouth
    cited = cited_by_subject(scene, link, last, end)
    if cited:  # 'أكد الموقع، نقلا عن مصادره، أن': the site passes on what its sources say
        return Source(cited, (link,), last, SourceRule.CITED)
    known = link if sort is first else (*link, *sort.entities)
    return Source(link, media_between(scene, cue.last, end, known, informed=informs(cue)), last, SourceRule.BEHIND)


def _titled(scene: Scene, first: Reference) -> Reference | None:
    """The title in marks behind what sort of medium it is: 'ذكر الموقع الإخباري [«صدى الساحل»] أن'."""
    if first.how != "name" or not scene.is_medium(first) or scene.form(first.last) not in QUOTATION_MARKS:
        return None
    title = scene.referents.at(first.last + 1)
    if title is None or title.first != first.last + 1 or not scene.is_medium(title):
        return None
    closed = scene.form(title.last) in QUOTATION_MARKS and title.entities != first.entities
    return replace(title, last=title.last + 1) if closed else None


def _whose_report(scene: Scene, first: Reference) -> Reference | None:
    """Whose report or study speaks: 'قال تقرير [لمعهد الدراسات] إن'."""
    paper = scene.form(first.first) in folded("shows") and first.last == first.first + 1
    if paper and scene.form(first.last) in folded("by_relay"):
        return _publisher(scene, first.last + 1)
    owner = scene.referents.at(first.last)
    if first.how != "group":
        return None
    if owner is None:
        return _whose_paper(scene, first)
    if owner.first != first.last:
        return None
    in_genitive = paper and owner.how == "name" and not owner.particle  # 'أظهرت بيانات [شركة الملاحة] أن'
    return owner if owns_statement(scene, owner) or in_genitive or _is_owned_paper(scene, first, owner) else None


def _whose_paper(scene: Scene, first: Reference) -> Reference | None:
    """Whose it is past what describes it: 'تقرير سري [للأمم المتحدة]', 'تقرير صادر عن [الوزارة]'."""
    for at in range(first.last, first.last + _DESCRIBED):
        from_whom = scene.form(at) in folded("issued") and scene.form(at + 1) in folded("of_whom")
        closed = is_function_word(scene.form(at)) or at in scene.cue_at or not scene.form(at)[:1].isalpha()
        if closed and not from_whom:
            return None
        owner = scene.referents.at(at + 1 + from_whom)
        if owner is not None:
            plain = from_whom and owner.how == "name" and not owner.particle
            return owner if plain or _is_owned_paper(scene, first, owner) else None
    return None


def _is_owned_paper(scene: Scene, first: Reference, owner: Reference) -> bool:
    """Whether ل tells whose report or estimate it is: 'تقديرات [للجيش]'; not of pictures, which show him."""
    made_known = scene.entity(first).rule.removeprefix("group:") in name_grammar("papers")
    return made_known and owner.how == "name" and owner.particle == "ل" and not scene.is_bare_place(owner)


def _publisher(scene: Scene, at: int) -> Reference | None:
    """The body that published its own figures: 'وفق بيانات نشرتها [وزارة الزراعة]'; a newspaper is no such body."""
    body = scene.referents.at(at)
    named = body is not None and body.first == at and body.how == "name" and not body.particle
    return body if named and body and kind_of(scene, body.entities[0]) in _PUBLISHES else None


def _same_said_before(scene: Scene, cue: CueAt) -> bool:
    """'وقالت الوزارة إن …، [وحثت] روسيا على': whether a verb of the same gender tells who speaks in the sentence."""
    before = scene.cues_between(scene.analysed.sentence_at(cue.first)[0], cue.first)
    joined = cue.proclitics[:1] == ("و",)
    return joined and any(other.finite and other.inflection.gender is cue.inflection.gender for other in before)


def bears_its_subject(cue: CueAt) -> bool:
    """Whether the verb's ending is its subject, so that none follows: 'وطالبوا الحكومة', not 'وطالب السكان'."""
    return cue.finite and cue.inflection.number is not Number.SINGULAR


def _mouth(scene: Scene, begin: int, end: int) -> Source | None:
    """'أكدت الوزارة على لسان [المتحدث باسمها كريم سالم] أن': who speaks for the body."""
    return mouth_between(scene, begin, end, min(end, begin + _FAR))


def mouth_between(scene: Scene, begin: int, end: int, reach: int | None = None) -> Source | None:
    """Who is named behind 'على لسان' before the token `end`, where these words stand before `reach`."""
    near = range(max(begin, 0), end if reach is None else reach)
    at = next((i for i in near if opens("by_mouth", scene.analysed.tokens, i)), None)
    named = () if at is None else scene.referents.between(at, end)
    person = next((r for r in named if r.how == "name" and kind_of(scene, r.entities[0]) is Kind.PERSON), None)
    return Source(person.entities, (), person.last) if person else None


def _mouth_in_front(scene: Scene, cue: CueAt) -> Source | None:
    """'وعلى لسان المتحدث باسمها كريم سالم، [قالت] الوزارة إن': who speaks for the body that the verb names."""
    if scene.form(cue.first - 1) != "،":
        return None
    begin = scene.analysed.sentence_at(cue.first)[0]
    mouth = _mouth(scene, begin, cue.first) if opens("by_mouth", scene.analysed.tokens, begin) else None
    return mouth and replace(mouth, end=0, by=SourceRule.BEFORE)


def says_itself(scene: Scene, cue: CueAt) -> bool:
    """Whether the verb's subject is the pronoun of the أنه before it: 'قال إنه أكد'."""
    at = cue.first - 1
    if not cue.finite:
        return False
    while scene.form(at) == _ALREADY or scene.form(at) in folded("had"):
        at -= 1  # 'أنه كان قد نفى'
    return scene.form(at) in folded("that", "by_that") and scene.form(at) not in folded("bare_that")
