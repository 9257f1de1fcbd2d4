"""Where what is said ends."""

from khabar.extraction.attributions.addressees import takes_object
from khabar.extraction.attributions.asides import (
    QUOTATION_MARKS,
    aside_begins,
    closes_day,
    is_name,
)
from khabar.extraction.attributions.classes import folded, openings, opens, phrase_at
from khabar.extraction.attributions.cues import CueAt
from khabar.extraction.attributions.fronted import turns_to_topic
from khabar.extraction.attributions.headlines import part_begins
from khabar.extraction.attributions.interruptions import ends_clause, leaves_unsaid
from khabar.extraction.attributions.markers import STOPS, Marker, marker_after
from khabar.extraction.attributions.relatives import taken_up_by
from khabar.extraction.attributions.scene import Scene
from khabar.extraction.attributions.subjects import SPEAKS, is_governed
from khabar.knowledge.speech import BY_THAT
from khabar.language.analysis import Range
from khabar.language.conjugation import Tense
from khabar.values.attribution import Stance

_SUBJECT = 9  # tokens of 'لكن', a subject and its verb
_AT_ONCE = 2  # tokens from a verb that may be no speech to what shows that it is: 'وذكر أن'
_SPOKEN = 2  # tokens of the shortest quotation that is no name
_SUBJECT_NEAR = 2  # tokens from a verb to its subject, past a pronoun: 'ورأت [فيها] موسكو'
_IN = "في"
_DID_NOT = "لم"  # makes a past of the present behind it
_AND_THAT, _FROM = "وذلك", "من"
_ENDS = frozenset({".", "!", "؟", "…", ".."})
_PARTING = frozenset({"،", "؛", "-", "–", "—"})


def content_from(scene: Scene, marker: Marker) -> Range:
    """The tokens of the content that the marker opens."""
    begins = marker.begins
    quote = scene.quote_after.get(begins) or scene.quote_after.get(marker.at)
    if marker.sort in {"colon", "quote"} and quote and quote.depth == 0:
        return _quoted(scene, quote.first, quote.last)
    end = _clause_end(scene, begins, nominal=marker.sort in {"preposition", "object"})
    opening = scene.quote_after.get(begins)
    if (
        opening
        and opening.depth == 0
        and 2 * (opening.last - opening.first) >= end - begins - 2
        and end <= opening.last + 2
    ):
        return opening.first, opening.last
    return begins, end


def _quoted(scene: Scene, first: int, last: int) -> Range:
    """A quotation, with the words after it where the sentence plainly goes on."""
    after = last
    while scene.form(after) in QUOTATION_MARKS | _ENDS:
        after += 1
    if after > last + 1 or after >= len(scene.analysed.tokens) or scene.form(after) in STOPS:
        return first, last
    sentence = scene.analysed.sentence_at(first)
    if opens("breaks", scene.analysed.tokens, after) or opens("so_that", scene.analysed.tokens, after):
        return first, last
    if after >= sentence[1] or after in scene.cue_at or scene.form(after).startswith("و") and last - first > 6:
        return first, last
    return first, max(last, _clause_end(scene, after, nominal=True))


def _clause_end(scene: Scene, begins: int, nominal: bool) -> int:
    """The token after the last one of a content that begins here."""
    sentence_end = scene.analysed.sentence_at(begins)[1]
    at = begins
    while at < sentence_end:
        quote = scene.quote_after.get(at)
        if quote:
            at = quote.last
            sentence_end = max(sentence_end, scene.analysed.sentence_at(min(at, len(scene.analysed.tokens) - 1))[1])
        elif at > begins and _ends_at(scene, at, nominal):
            break
        at += 1
    return _trimmed(scene, begins, min(at, sentence_end))


def _ends_at(scene: Scene, at: int, nominal: bool) -> bool:
    """Whether a content ends before this token; several that begin before one another ask."""
    found = scene.ends.get((at, nominal))
    if found is None:
        found = scene.ends[at, nominal] = _is_end(scene, at, nominal)
    return found


def _is_end(scene: Scene, at: int, nominal: bool) -> bool:
    form = scene.form(at)
    if part_begins(scene, at, nominal) or but_says(scene, at) or _turns(scene, at, form, nominal):
        return True
    if form in _PARTING:
        return _parts(scene, at, form, nominal)
    if scene.form(at - 1) in QUOTATION_MARKS and (form == _AND_THAT or opens("meanwhile", scene.analysed.tokens, at)):
        return True  # 'وصفها بأنها "خطر" [وذلك] لتبرير العقوبات', 'وصفه بأنه "كاذب" [فيما] رفضت الوزارة التعليق'
    other = scene.cue_at.get(at)
    return other is not None and not other.cue.weak and _new_cue_ends(scene, other, nominal)


def _turns(scene: Scene, at: int, form: str, nominal: bool) -> bool:
    """Whether a word or a mark here turns to what the speaker does not say, whatever may be said behind it."""
    if (at in scene.cue_at or form == _FROM or form in openings("but_that")) and leaves_unsaid(scene, at):
        return True
    if nominal and form in folded("while_saying") and (then := scene.cue_at.get(at + 1)) is not None and then.finite:
        return True  # 'أكد بوتين وجود القوات [حين قال] إن'
    if form in openings("takes_up") and taken_up_by(scene, at):
        return True
    if nominal and form in folded("by_that") and form not in folded("bare_that") and _judged_before(scene, at):
        return True  # 'وصف الغارات التي أعلن الجيش تنفيذها [بأنها] باطلة'
    if form == _IN and opens("glosses", scene.analysed.tokens, at):
        return True  # 'قال إن التحالف سيرد [في إشارة إلى] الغارات'
    if form == "،" and scene.form(at - 1) in QUOTATION_MARKS and _leaves_quotation(scene, at):
        return True
    # '.. والجماعة: …': the next part of the headline has a speaker of its own
    return form == ".." and any(scene.form(i) == ":" for i in range(at + 1, at + _SUBJECT))


def _parts(scene: Scene, at: int, form: str, nominal: bool) -> bool:
    """Whether a comma, a semicolon or a dash ends the content before it."""
    if form == "-" and scene.form(at - 1)[-1:].isdigit() and scene.form(at + 1)[:1].isdigit():
        return False  # a season, a result
    if form == "،" and _inside_name(scene, at):
        return False
    after = at + 1
    other = scene.cue_at.get(after)
    then = scene.cue_at.get(after + phrase_at("at_a_time", scene.analysed.tokens, after))
    if then is not None and then is not other and then.finite:
        return True
    if (nominal and opens("although", scene.analysed.tokens, after)) or turns_to_topic(scene, at):
        return True
    if _main_clause_follows(scene, at) or _says_later(scene, after) or _tells_on(scene, after):
        return True
    if nominal and form == "،":
        return _comma_ends_nouns(scene, at, other)
    if nominal or form == "؛":
        return True
    says = other is not None and (other.circumstantial or (other.finite and _new_saying(scene, other)))
    says = says or (other is not None and _main_clause(scene, other))
    if other and (says or ends_clause(scene, other)):
        return True
    negated = scene.cue_at.get(after + 1)
    if scene.form(after) in folded("and_not") and negated is not None and negated.finite:
        return True  # '، ولم يستبعد'
    return opens("breaks", scene.analysed.tokens, after)


def _comma_ends_nouns(scene: Scene, comma: int, other: CueAt | None) -> bool:
    """Whether a comma ends a content that is no clause; `other`: the cue right behind it."""
    after = comma + 1
    if other is None and (aside_begins(scene, after) or closes_day(scene, comma)):
        return opens("breaks", scene.analysed.tokens, after)
    if opens("among_them", scene.analysed.tokens, after):
        return False
    if scene.form(after) in folded("and_it_is"):
        return True  # 'طالبت بتحقيق، [وهو] طلب رفضته موسكو'
    joined = scene.form(after).startswith("و") and other is None
    return not joined or opens("breaks", scene.analysed.tokens, after)  # '، وسبق للوزير أن', '، وكانت'


def _new_cue_ends(scene: Scene, other: CueAt, nominal: bool) -> bool:
    """Whether a cue of another saying ends the content before it, with no mark between them."""
    if other.covers:
        return ends_clause(scene, other)
    if nominal and other.finite and other.proclitics[:1] == ("و",) and other.inflection.tense is Tense.PAST:
        return True  # 'نددت بالهجوم ووصفته': no verb is joined to a noun
    if nominal and other.circumstantial and other.proclitics[:1] == ("و",) and other.form.endswith("ا"):
        return True  # 'مشددا على أهمية الحوار [ومنددا] بالعنف'
    goes_on = other.cue.carries or other.after_comma or scene.form(other.last) in folded("it_itself")
    goes_on = goes_on or (nominal and takes_object(other))  # 'نفت ضلوعها في الهجوم [واصفة] اتهامها بالملفق'
    return (other.circumstantial and goes_on) or (other.finite and _new_saying(scene, other))


def _leaves_quotation(scene: Scene, comma: int) -> bool:
    """'وصفته بأنه "كاذب"، [بعد] نشر الصور', 'إن الأمر "خطير"، [ورأت] موسكو': the report goes on in its own voice."""
    after, quote = comma + 1, scene.quote_before.get(comma - 1)
    if quote is None or is_name(scene, quote.first, quote.last):
        return False
    if quote.last - quote.first >= _SPOKEN and opens("behind_quotation", scene.analysed.tokens, after):
        first = scene.cue_at.get(scene.analysed.sentence_at(comma)[0])
        return first is None or not first.covers  # 'وبحسب الوزارة …': all of the sentence is what it says
    verb = scene.cue_at.get(after)
    if verb is None or not verb.finite or verb.proclitics[:1] != ("و",) or verb.inflection.tense is not Tense.PAST:
        return False
    subjects = scene.referents.between(verb.last, verb.last + _SUBJECT_NEAR)
    return bool(subjects) and subjects[0].how in SPEAKS and not is_governed(scene, subjects[0])


def _judged_before(scene: Scene, at: int) -> bool:
    """Whether a verb of judging waits for its predicate over another verb, in a clause about what is judged."""
    finite = [cue for cue in scene.cues_between(scene.analysed.sentence_at(at)[0], at) if cue.finite]
    return any(takes_object(cue) and {BY_THAT, "ب"} & set(cue.cue.content) for cue in finite[:-1])


def _main_clause_follows(scene: Scene, comma: int) -> bool:
    """'ومع أن الوزير قال إن الطريق مفتوح، [فإن] السكان …': the clause that the sentence set aside ends."""
    begin = scene.analysed.sentence_at(comma)[0]
    return opens("so_that", scene.analysed.tokens, comma + 1) and opens("concedes", scene.analysed.tokens, begin)


def _says_later(scene: Scene, at: int) -> bool:
    """'…، قبل أن تعلن أن', '…، بعد أن كشفت الوزارة': what was said before it ends."""
    after = phrase_at("after_doing", scene.analysed.tokens, at)
    length = phrase_at("before_doing", scene.analysed.tokens, at) or after
    verb = scene.cue_at.get(at + length) if length else None
    if after and verb is not None:
        told = marker_after(scene, verb) if verb.finite else None
        return told is not None and told.sort in {"that", "colon", "quote"}
    return verb is not None and verb.finite and (verb.cue.carries or not verb.cue.also_plain)


def _tells_on(scene: Scene, at: int) -> bool:
    """Where the report goes on about what was said, with the words of another.

    '…، [وهو رقم قالت] واشنطن إنه …', '…، [وهي حصيلة] لم تتأكد', '…، [على الرغم من أن موسكو تصر] على نفيها'.
    """
    if scene.form(at) in folded("and_it_is"):
        if scene.form(at + 1) in folded("figure"):
            return True
        noun = scene.form(at + 1)[:1].isalpha() and not scene.form(at + 1).startswith("ال")
        verb = scene.cue_at.get(at + 2)
        who = scene.referents.at(verb.last) if noun and verb is not None and verb.finite else None
        return who is not None and verb is not None and who.first == verb.last and who.how in SPEAKS
    length = phrase_at("although", scene.analysed.tokens, at)
    subject = scene.referents.at(at + length) if length else None
    verb = scene.cue_at.get(subject.last) if subject is not None and subject.how in SPEAKS else None
    return verb is not None and verb.finite and not verb.enclitic


def _inside_name(scene: Scene, at: int) -> bool:
    """Whether the comma stands in or closes 'الرئيس الروسي، فلاديمير بوتين،'."""
    before = scene.referents.at(at - 1)
    if before is None:
        return False
    return before.last > at or "،" in {scene.form(i) for i in range(before.first, before.last)}


def but_says(scene: Scene, at: int) -> bool:
    """'، لكنه قال', '، إلا أنها أكدت': the report turns to another saying of the same speaker."""
    if opens("but_that", scene.analysed.tokens, at):
        return any(_subject_says(scene, i) for i in range(at + 1, at + _SUBJECT))
    if not opens("but", scene.analysed.tokens, at):
        return False
    verbs = (scene.cue_at[i] for i in range(at + 1, at + 4) if i in scene.cue_at)
    return any(_tells_in_same_time(scene, verb) and _surely_says(scene, verb) for verb in verbs)


def _tells_in_same_time(scene: Scene, verb: CueAt) -> bool:
    """Whether a verb tells of the past, 'لكنه [لم ينف] ذلك', or of the present as that of its sentence does.

    'ويقول الخبير إن الاتفاق قريب، لكنه [لا يستبعد] أن'.
    """
    declined = verb.cue.stance is Stance.DECLINES and scene.form(verb.first) == _DID_NOT  # '[لم يقل إن]'
    if declined or verb.inflection.tense is Tense.PAST or scene.form(verb.first - 1) == _DID_NOT:
        return True
    first = next(
        (c for c in scene.cues_between(scene.analysed.sentence_at(verb.first)[0], verb.first) if c.finite), None
    )
    present = first is not None and first.inflection.tense is Tense.PRESENT
    return present and verb.finite and verb.inflection.tense is Tense.PRESENT


def _subject_says(scene: Scene, at: int) -> bool:
    """Whether a verb of saying of the past stands here right behind its subject: '، لكن [موسكو نفت] ذلك'."""
    verb = scene.cue_at.get(at)
    if verb is None or verb.proclitics:
        return False
    before = at - (scene.form(at - 1) == _DID_NOT)  # 'لكن [موسكو لم تؤكد] ذلك'
    denies = verb.cue.stance is Stance.DENIES  # 'غير أن [الوزير ينفي] ذلك'
    past = verb.finite and (verb.inflection.tense is Tense.PAST or before < at or denies)
    subject = scene.referents.at(before - 1)
    if subject is not None and subject.last == before and verb.cue.stance is Stance.DECLINES:
        return True
    return past and subject is not None and subject.last == before and _surely_says(scene, verb)


def _new_saying(scene: Scene, other: CueAt) -> bool:
    """Whether the verb goes on telling who said what, on the level of the verb before."""
    if other.proclitics[:1] not in (("و",), ("ف",)):
        return False
    if other.inflection.tense is not Tense.PAST and not _tells_in_present(scene, other):
        return scene.form(other.first - 1) == "،" and scene.form(other.last) == ":"  # '…، [ويتساءل]: "…"'
    return _surely_says(scene, other)


def _tells_in_present(scene: Scene, other: CueAt) -> bool:
    """Whether a present joins another one with which the sentence began: 'ويحذر خبراء من أن …، ويرون أن'."""
    begin = scene.analysed.sentence_at(other.first)[0]
    first = scene.cue_at.get(begin)
    if first is None or not first.finite or first.inflection.tense is not Tense.PRESENT or first is other:
        return False
    return scene.form(other.first - 1) == "،" and other.inflection.tense is Tense.PRESENT


def _surely_says(scene: Scene, other: CueAt) -> bool:
    """Whether a verb is one of saying here, by itself or by a clause or a quotation behind it: 'لكنه شدد على أن'."""
    if other.cue.carries or not other.cue.also_plain:
        return True
    marker = marker_after(scene, other)
    if marker is None or marker.sort not in {"that", "colon", "quote"}:
        return False
    judges = other.cue.addressee and not other.cue.addressee_marks  # 'ووصف الاتهامات بأنها باطلة'
    return other.cue.relay or judges or marker.at - other.last < _AT_ONCE


def _main_clause(scene: Scene, other: CueAt) -> bool:
    """'بعدما أكد أن …، [كشفت مصادر أن]': a verb that nothing joins is that of the sentence, before its subject."""
    if not other.finite or other.proclitics or other.enclitic:
        return False
    begin = scene.analysed.sentence_at(other.first)[0]
    while_so = opens("while_so", scene.analysed.tokens, begin)  # 'وبينما تصر موسكو على أن …، [ترى سيول أنه]'
    if other.inflection.tense is not Tense.PAST and not while_so:
        return False
    subject, marker = scene.referents.at(other.last), marker_after(scene, other)
    if marker is not None and marker.sort in {"colon", "quote"}:
        return True
    if while_so and scene.form(other.first - 1) == "،" and subject is not None and subject.first == other.last:
        return True  # 'وبينما وصفت سول الاتفاق بأنه خطير، [قللت بكين] من أهميته'
    return subject is not None and subject.first == other.last and marker is not None and marker.sort == "that"


def _trimmed(scene: Scene, begins: int, end: int) -> int:
    while (
        end > begins + 1
        and scene.form(end - 1) in STOPS | _ENDS | {"(", '"', "«", "“", _AND_THAT}
        and not _closing(scene, end - 1, begins)
    ):
        end -= 1
    return end


def _closing(scene: Scene, at: int, begins: int) -> bool:
    """Whether a quotation closes here that opened inside the content, not before it."""
    quote = scene.quote_before.get(at)
    return quote is not None and not quote.first <= begins < quote.last
