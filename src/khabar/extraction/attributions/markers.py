"""What opens a content: a conjunction, a colon, a quotation, a preposition, a bare object."""

from dataclasses import dataclass

from khabar.extraction.attributions.asides import (
    QUOTATION_MARKS,
    after_asides,
    after_seat,
    closes_day,
    folded_time_words,
    is_name,
    is_of_day,
)
from khabar.extraction.attributions.classes import folded, opens
from khabar.extraction.attributions.commas import (
    OFFICE,
    behind_office,
    closes_at_once,
    opens_clause,
    parts_object,
    sets_name_off,
)
from khabar.extraction.attributions.cues import CueAt
from khabar.extraction.attributions.headlines import own_colon
from khabar.extraction.attributions.relays import talked_to
from khabar.extraction.attributions.scene import Scene
from khabar.extraction.names.words import is_function_word
from khabar.knowledge.speech import BY_THAT, OBJECT, QUOTE, THAT, CuePos
from khabar.language.clitics import splits
from khabar.language.conjugation import Tense
from khabar.language.normalise import fold
from khabar.values.entity import Kind
from khabar.values.event import EventType
from khabar.values.grammar import Number

_FARTHEST = 40  # tokens between a cue and what opens its content
_OWNS = 4  # a verb of saying this near to the marker owns it, though another stands before
_SMALLEST_QUOTE = 2  # tokens
_SHORTEST = 4  # letters of a preposition and its noun: fewer are mostly a noun
_TO_HOLDER = 7  # tokens from what belongs to an office to the comma before who holds it
_SPEECH = 6  # tokens of a quotation that is no label
_IN = fold("في")
_WITH_MA = {"عن": {"عما", "عمن"}, "من": {"مما", "ممن"}}  # with ما and من in one word
STOPS = frozenset({"،", "؛", "-", "–", "—", ".", ":", "…", ".."})


@dataclass(frozen=True, slots=True)
class Marker:
    """What opens a content: at which token, where the content begins, of which sort."""

    at: int
    begins: int
    sort: str  # that | preposition | quote | colon | object


def marker_after(scene: Scene, cue: CueAt) -> Marker | None:
    """The first thing after the cue that opens its content."""
    end = min(scene.analysed.sentence_at(cue.first)[1], cue.last + _FARTHEST)
    preposition: Marker | None = None
    commas = 0
    at = cue.last
    that, so_that = folded("that", "by_that"), folded("so_that")
    if cue.cue.pos is CuePos.PHRASE and scene.form(at - 1) in that:
        return Marker(at - 1, at, "that")  # 'وتذهب الدراسة [إلى أن]'
    while at < end:
        form = scene.form(at)
        if form == ".." or form in so_that or own_colon(scene, at):
            break
        if at in scene.cue_at and _another_owns(scene, cue, at, end):
            break
        found = _that(scene, cue, at) if form in that else None
        if found is None and (form == ":" or at in scene.quote_after):
            found = _spoken(scene, cue, at)
        if found:
            told = found.sort == "quote" or commas or (preposition and _relative_says(scene, preposition.at, at))
            return preposition if preposition and told else found
        if preposition is None and commas == 0:
            preposition = _preposition(scene, cue, at, end)
            if preposition and (preposition.sort == "that" or scene.form(preposition.begins) in folded("that")):
                return preposition
        comma = scene.form(at) == "،"
        if comma and (at == cue.last or scene.referents.at(at - 1) or commas):  # 'وأشار، إلى أن'
            day = scene.form(at + 2) != "،" and is_of_day(scene, at + 1) if at + 2 < end else False
            late = _preposition(scene, cue, at + 1 + day, end)  # 'كشفت مصادر، عن …', 'كشفت مصادر، السبت عن …'
            if late and late.begins > late.at:
                return late
        if comma and opens("by_mouth", scene.analysed.tokens, at + 1):
            at = next((i for i in range(at + 1, end) if scene.form(i) == "،"), at) + 1
            continue
        if comma and preposition is None and (behind := _behind_setting(scene, cue, at, end)):
            preposition, at = behind, behind.begins
            continue
        close = behind_office(scene, at, end) if comma else None
        if close is not None:
            at = close + 1
            continue
        commas += (comma or scene.form(at) == "؛") and not (sets_name_off(scene, at) or parts_object(scene, cue, at))
        if commas and closes_day(scene, at):
            commas = 0  # 'دعا الوزير، الثلاثاء، الدول إلى …'; the first comma may be that of a name
        turns = comma and cue.cue.also_plain and opens_clause(scene, at + 1)
        if turns and not closes_at_once(scene, at, end):
            break
        if commas and preposition:
            break
        at += 1
    return preposition


def _behind_setting(scene: Scene, cue: CueAt, comma: int, end: int) -> Marker | None:
    """The preposition behind where it was said: 'تعهد كيم، في برقية بعث بها إلى بوتين، [ب]…'."""
    speaker = scene.referents.at(comma - 1)
    if speaker is None or speaker.last != comma or scene.form(comma + 1) not in folded("prepositions"):
        return None
    close = next((at for at in range(comma + 1, min(comma + OFFICE, end)) if scene.form(at) == "،"), None)
    clause = close is None or scene.form(close + 1) in folded("by_that")
    told = None if clause or close is None else _preposition(scene, cue, close + 1, end)
    return told if told is not None and close is not None and told.at == close + 1 else None


def _another_owns(scene: Scene, cue: CueAt, at: int, end: int) -> bool:
    """Whether a verb of saying here takes over what follows."""
    other = scene.cue_at.get(at)
    if other is not None and to_say(scene, other) and cue.last < at - 1:
        return True
    if other is None or not other.finite or other is cue:
        charges = other is not None and other.cue.addressee and not other.cue.addressee_marks  # 'متهما الوزير بأنه'
        return other is not None and other.circumstantial and (other.cue.carries or other.after_comma or charges)
    if talked_to(scene, other):
        return False  # 'يرى خبراء [تحدثت] إليهم القناة أن'
    if scene.form(at - 1) in folded("who", "by_relay", "noun_prepositions"):
        return other.cue.relay and scene.form(at + 1) in folded("from_the_one_before")  # 'الذي نقلت عنه الوكالة أن'
    if opens("negation", scene.analysed.tokens, at - 1):
        return False
    if scene.form(at).removeprefix("و") in folded("by_relay"):
        return False  # 'في كلمة [بثها] التلفزيون'
    if _is_main_verb(scene, cue, other):
        return True
    if other.proclitics[:1] in (("و",), ("ف",)):
        return True
    if scene.form(at - 1) in folded("when", "but") or scene.form(at + 1) in folded("wherein"):
        return True
    comma = next((i for i in range(at + 1, end) if scene.form(i) == "،"), end)
    subject = scene.referents.at(at + 1)
    own = subject is not None and subject.first == at + 1  # 'وبعد أن نشرت الوكالة صورا [قالت السفارة] إنها'
    own = own and scene.form(at - 1) not in folded("prepositions")  # not 'قالت بعد [نشر تقرير] إنها'
    behind = subject.last if subject is not None and own else at + 1
    near = range(behind, min(behind + _OWNS, comma))
    opening = folded("that", "by_that") | {":"}
    opened = any(scene.form(i) in opening or (not other.enclitic and _opens_quotation(scene, i)) for i in near)
    single = other.inflection.number is Number.SINGULAR or not cue.finite  # 'مقطع فيديو [زعموا أنه]'
    at_once = scene.form(at + 1) in folded("that") and single
    return opened and (at - cue.last > _OWNS or at_once or own)  # 'عرضت صورا قالت إنها …'


def _opens_quotation(scene: Scene, at: int) -> bool:
    """Whether a quotation opens here that is more than a name: not in 'نقلت مضمونه وكالة «يونهاب»'."""
    quote = scene.quote_after.get(at)
    return quote is not None and not is_name(scene, quote.first, quote.last)


def _is_main_verb(scene: Scene, vehicle: CueAt, other: CueAt) -> bool:
    """'في مؤتمر صحفي مشترك للوزيرين، [أعلن الوزير] أن', 'وفي بيان نشرته الوكالة [انتقدت الناطقة]': whose the أن is."""
    if vehicle.finite or vehicle.circumstantial or vehicle.covers or other.enclitic:
        return False
    if scene.form(other.first - 1) in folded("prepositions"):
        return False  # 'بعد [نشر] تقرير'
    subject = scene.referents.at(other.last)
    return scene.form(other.first - 1) == "،" or (subject is not None and subject.first == other.last)


def to_say(scene: Scene, noun: CueAt) -> bool:
    """'سارعت الوزارة إلى القول إن', 'ذهب إلى حد القول إن': the masdar after إلى with a clause of its own."""
    led = noun.first - 1 - (scene.form(noun.first - 1) == fold("حد"))
    return (
        noun.inflection.tense is Tense.MASDAR
        and scene.form(led) == fold("إلى")
        and scene.form(noun.last) in folded("that")
    )


def _that(scene: Scene, cue: CueAt, at: int) -> Marker | None:
    """A word that opens a clause, such as أن, where the cue takes one."""
    form = scene.form(at)
    reference = scene.referents.at(at)
    if reference is not None and reference.last - reference.first > 1:
        return None  # the إن of سي إن إن
    if at > cue.last and _is_relative_verb(scene, at - 1):
        return None  # 'زاد العدد، وفق المنظمة التي أعلنت أن': it is the nearer verb's
    takes = cue.cue.content
    told_of = cue.cue.relay and scene.form(at - 1) == fold("من")  # 'ما نقلته الوكالة عن الوزير من أن'
    governs = at - 1 - (scene.form(at - 1) == _IN)  # 'ردا على ما [يشتبه في] أنه هجوم'
    if scene.form(governs) in folded("governs_that") and governs >= cue.last and not told_of:
        return None  # قبل أن, منذ أن: no content
    if form in folded("that") and (THAT in takes or not cue.cue.content):
        return Marker(at, at + 1, "that")
    if QUOTE in takes and (folded("by_saying") & {scene.form(at - 1), scene.form(at - 2)}):
        return Marker(at, at + 1, "that")  # 'ختم حديثه [بالتأكيد على أن]'
    if form in folded("bare_that") and _tells_what_is_judged(scene, cue, at):
        return None
    if form in folded("by_that") and (BY_THAT in takes or "ب" in takes or THAT in takes):
        return Marker(at, at + 1, "that")
    return None


def _tells_what_is_judged(scene: Scene, cue: CueAt, at: int) -> bool:
    """'وصف المزاعم [بأن بلاده تسلح الجماعة] بأنها باطلة': the first بأن is of what is judged."""
    noun = scene.cue_at.get(at - 1)
    if not (cue.cue.addressee and not cue.cue.addressee_marks) or noun is None or noun.finite or noun.covers:
        return False
    own = folded("by_that") - folded("bare_that")
    return any(scene.form(i) in own for i in range(at + 1, scene.analysed.sentence_at(at)[1]))


def _is_relative_verb(scene: Scene, at: int) -> bool:
    """Whether a verb of saying stands here whose subject is the relative pronoun before it: 'التي أعلنت'."""
    other = scene.cue_at.get(at)
    return other is not None and other.finite and scene.form(other.first - 1) in folded("who")


def _relative_says(scene: Scene, begin: int, that: int) -> bool:
    """'مطالبة بسحب الجنود الذين [تقول] الوزارة إنهم وصلوا': the أن is that of a verb in a relative clause.

    Or of what something is called: 'أعربت عن أسفها إزاء [ما وصفته] بأنه خطأ'.
    """
    between = scene.cues_between(begin, that)
    return any(cue.cue.label for cue in between) or any(
        cue.finite and not cue.enclitic and scene.form(cue.first - 1) in folded("who") for cue in between
    )


def _spoken(scene: Scene, cue: CueAt, at: int) -> Marker | None:
    """A colon, or a quotation long enough to be speech."""
    form = scene.form(at)
    if form == ":" and (QUOTE in cue.cue.content or THAT in cue.cue.content):
        return None if _ends_paragraph(scene, at) and at + 1 not in scene.quote_after else Marker(at, at + 1, "colon")
    quote = scene.quote_after.get(at)
    if quote is None or QUOTE not in cue.cue.content or quote.depth:
        return None
    if cue.enclitic and opens("what", scene.analysed.tokens, cue.first - 1) and not cue.cue.relay:
        return None  # 'إن ما [تعلنه] واشنطن "ادعاءات باطلة"': what is called so, and not what it says
    if (
        is_name(scene, quote.first, quote.last)
        or opens("manner", scene.analysed.tokens, quote.first)  # 'دانت فرنسا "بأشد العبارات" قصف المدينة'
        or quote.last - quote.first < _SMALLEST_QUOTE
        or not _comes_due(scene, cue, at)
    ):
        return None
    return Marker(at, at + 1, "quote")


def _ends_paragraph(scene: Scene, at: int) -> bool:
    """Whether nothing follows on the line: 'وأوصت الهيئة بما يلي:' opens a list, not speech."""
    tokens = scene.analysed.tokens
    return at + 1 >= len(tokens) or "\n" in scene.analysed.evened[tokens[at].end : tokens[at + 1].start]


def _comes_due(scene: Scene, cue: CueAt, at: int) -> bool:
    """Whether a quotation without a colon stands right after the cue, its source, a day or a comma."""
    before = at - 1
    if before < cue.last or scene.form(before) in {"،", ":"} or scene.form(before) in folded_time_words():
        return True
    if opens("heading", scene.analysed.tokens, before - 1):
        return True  # 'وأعلن الوزير من جانبه "دعمه الكامل" للخطة'
    if folded("a_statement") & {scene.form(before), scene.form(before - 1)}:
        return True  # 'ذكر الوزير في بيان [منفصل] "…"'
    quote = scene.quote_after[at]
    long = quote.last - quote.first >= _SPEECH
    if long and (cue.cue.weak_object or not (cue.cue.also_plain or OBJECT in cue.cue.content)):
        return True  # so long a quotation after a verb of saying is what was said, whatever stands between
    named = scene.referents.at(before - 1)
    if long and named is not None and named.last == before and scene.form(before).startswith("ال"):
        return True  # 'وكتبت صحيفة «الساحل» المحافظة «…»'
    return scene.referents.at(before) is not None and scene.referents.at(before + 1) is None


def _preposition(scene: Scene, cue: CueAt, at: int, end: int) -> Marker | None:
    """A preposition that the cue governs, with what follows it."""
    form = scene.form(at)
    if at - 1 in scene.cue_at and scene.cue_at[at - 1].last > at:
        return None  # the عن of 'نقلا عن'
    for mark in cue.cue.content:
        if mark in (THAT, BY_THAT, QUOTE, OBJECT):
            continue
        folded_mark = fold(mark)
        if form in _WITH_MA.get(folded_mark, ()) and at + 1 < end:
            return Marker(at, at, "preposition")
        if cue.cue.relay and mark in cue.cue.relay_marks and _is_relayed(scene, at + 1):
            continue  # 'نسبت الوكالة [إلى الوزير] قوله، الثلاثاء، إن'
        if len(mark) > 1 and form == folded_mark and at + 1 < end and not _on_network(scene, at + 1):
            if scene.form(at + 1) in folded("own_name"):
                return None  # 'تحدث شريطة عدم الكشف [عن هويته]'
            if opens("by_mouth", scene.analysed.tokens, at) or opens("from_a_place", scene.analysed.tokens, at):
                return None  # 'أكدت الوزارة [على لسان] المتحدث باسمها علمها بالأمر', 'حذر [من على] المنبر من الحرب'
            begins = at + 2 if scene.form(at + 1) in folded("that") else at + 1
            return Marker(at, begins, "that" if begins == at + 2 else "preposition")
        if (
            len(mark) == 1
            and not _of_office(scene, at, end)
            and bears(scene, at, folded_mark, asked=mark == "ب" and cue.cue.act is EventType.REQUEST)
        ):
            return Marker(at, at, "preposition")
    if cue.attached and at == cue.last:
        return Marker(at, at, "preposition")
    return None


def _of_office(scene: Scene, at: int, end: int) -> bool:
    """'دعا المفوض السامي [لحقوق] الإنسان، زيد الحسين، إلى': what belongs to an office, whose holder a comma brings."""
    if not scene.form(at).startswith("ل"):
        return False
    comma = next((i for i in range(at + 1, min(at + _TO_HOLDER, end)) if scene.form(i) == "،"), None)
    holder = scene.referents.at(comma + 1) if comma else None
    named = holder is not None and holder.how == "name" and not holder.particle and holder.first == (comma or 0) + 1
    return named and holder is not None and scene.form(holder.last) == "،" and scene.entity(holder).kind is Kind.PERSON


def _is_relayed(scene: Scene, at: int) -> bool:
    """Whether here stands somebody with the noun of what he said behind him: 'إلى [الوزير قوله] إن'."""
    told = scene.referents.at(at)
    said = scene.cue_at.get(told.last) if told is not None and told.first == at else None
    return said is not None and not said.finite and not said.covers and bool(said.enclitic)


def _on_network(scene: Scene, at: int) -> bool:
    """Whether a preposition before this only tells where somebody wrote: 'في تغريدة على [تويتر]', 'على [حسابه]'."""
    network = scene.referents.at(at)
    social = scene.form(at) in folded("on_own_page") or (network is not None and scene.is_social(network))
    return social and scene.form(at - 1) == fold("على")


def _is_vehicle(scene: Scene, at: int) -> bool:
    """Whether the word tells in what something was said: 'ببيان', not 'بالرد'."""
    other = scene.cue_at.get(at)
    noun = other is not None and other.inflection.tense is Tense.NOUN and "ال" not in other.proclitics
    return noun or (other is not None and other.covers)


def bears(scene: Scene, at: int, mark: str, *, asked: bool = False) -> bool:
    """Whether the attached preposition stands before this word; `asked`: it may bring a statement that is asked for."""
    if at >= len(scene.analysed.tokens):  # the text ends in a comma
        return False
    token = scene.analysed.tokens[at]
    if token.kind != "word" or not token.form.startswith(mark):
        return False
    if token.form == mark:  # بـ "…"
        return True
    if opens("by_mouth", scene.analysed.tokens, at - 1):
        return False  # 'على [لسان] المتحدث باسمها'
    reference = scene.referents.at(at)
    if reference is not None:
        return reference.first == at and reference.particle == mark and not scene.is_medium(reference)
    pointed = token.form[1:] in folded("this") and scene.form(at + 1).startswith("ال")
    if pointed and not is_function_word(scene.form(at + 1)):
        return True  # 'أشاد الوزير [بهذه الخطوة]'
    if is_function_word(token.form) or (_is_vehicle(scene, at) and not asked):
        return False
    if len(token.form) < _SHORTEST:
        return token.form in folded("two_letters")
    return any(split.proclitics[:1] == (mark,) for split in splits(token.form))


def _object_after_comma(scene: Scene, cue: CueAt, at: int) -> bool:
    """Whether only a needless comma parts the source from the bare object: 'وأكد المدير، استمرار العمل'."""
    form = scene.form(at)
    other = scene.cue_at.get(at)
    if cue.cue.also_plain or is_function_word(form) or (other and (other.finite or other.circumstantial)):
        return False
    if form in folded("that_thing"):
        return True
    joined = form.startswith("و") and form not in folded("opens_with_w")
    opened = form in folded_time_words() | folded("prepositions", "who") or joined
    beside = scene.referents.at(at)
    return form[:1].isalpha() and not opened and (beside is None or beside.how == "adjective")


def object_marker(scene: Scene, cue: CueAt, source_end: int) -> Marker | None:
    """The bare noun phrase after the source: 'نفى الوزير صحة الخبر'."""
    end = scene.analysed.sentence_at(cue.first)[1]
    begins = after_asides(scene, after_seat(scene, source_end), end)
    close = behind_office(scene, begins, end) if scene.form(begins) == "،" else None
    if close is not None:
        begins = after_asides(scene, close + 1, end)  # 'نفى سالم، الناطق باسم الجيش، [وقوع] الهجوم'
    if scene.form(begins) == "،" and _object_after_comma(scene, cue, begins + 1):
        begins += 1
    if begins >= end or scene.form(begins) in STOPS or scene.form(begins) in folded("prepositions"):
        return None
    if scene.form(begins) in folded("but"):
        return None  # 'نفى الوزير أمس، ثم اعترف'
    other = scene.cue_at.get(begins)
    if (
        other is not None
        and other.circumstantial
        and scene.form(other.last) in {":", *QUOTATION_MARKS, *folded("that")}
    ):
        return None  # 'أوضح الوزير [قائلا]: …'
    return Marker(begins, begins, "object")
