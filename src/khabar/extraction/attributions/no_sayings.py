"""What looks like an act of saying and is none: an accusation, a judgement, a preposition that leads elsewhere."""

from khabar.extraction.attributions.addressees import takes_object
from khabar.extraction.attributions.asides import after_asides, folded_time_words
from khabar.extraction.attributions.classes import folded, phrase_at
from khabar.extraction.attributions.cues import CueAt, speech_lexemes
from khabar.extraction.attributions.markers import Marker
from khabar.extraction.attributions.objects import tells_something
from khabar.extraction.attributions.scene import Scene
from khabar.extraction.attributions.source import Source
from khabar.extraction.attributions.subjects import CLOSING, one_of_them
from khabar.extraction.names.words import is_function_word
from khabar.knowledge.speech import OBJECT
from khabar.language.conjugation import Gender, Tense, Voice
from khabar.language.normalise import fold
from khabar.values.attribution import Stance
from khabar.values.event import EventType
from khabar.values.grammar import Number
from khabar.values.why import SourceRule

_BUT_HE = 2  # tokens of a turn with its pronoun: بيد أنه
_NOT = frozenset({"لم", "لا"})
_OWN = ("ها", "ه", "هم")  # pronouns of who speaks
_SHORT_SPEECH = 5  # tokens: a shorter quotation with no cue is a label or a name
_LAST_BEFORE_PLURALS, _LONGEST_COUNT = 10, 3  # 'عشرة متهمين'; digits of a number that is no year


def is_no_matter(scene: Scene, cue: CueAt, marker: Marker) -> bool:
    """'دعا الرئيس إلى [القاعدة الفضائية]', 'لا تعترف [بالمحكمة]': a place to go to, a name, and nothing said of it."""
    named = scene.referents.at(marker.begins)
    if named is None or named.how != "name":
        return False
    if cue.cue.act is EventType.REQUEST:
        deed = any(r.inflection.tense is Tense.MASDAR for r in speech_lexemes().at(scene.form(marker.begins)))
        return scene.is_bare_place(named) and not named.particle and not deed  # 'دعا إلى مقاطعة إسرائيل'
    return cue.cue.also_plain and named.particle == "ب" and _ends_there(scene, named.last)


def _ends_there(scene: Scene, at: int) -> bool:
    """Whether a name is all that stands behind a verb: a mark, a preposition or a described noun follows."""
    form = scene.form(at)
    return not form[:1].isalpha() or form in folded("prepositions") or form.startswith("ال")


def is_accused(scene: Scene, cue: CueAt, source: Source | None, marker: Marker) -> bool:
    """Whether who stands behind a verb of accusing is accused, since nobody else stands before the charge."""
    if cue.cue.act is not EventType.ACCUSE or not takes_object(cue) or cue.enclitic or not cue.finite:
        return False
    at_once = marker.at == cue.last and marker.sort == "preposition"  # 'لا يزال الوزير [يتهم] بالمحسوبية'
    before = source is not None and (source.end == 0 or source.by is not SourceRule.BEHIND)
    if before and not (at_once and source is not None and source.by is SourceRule.BEFORE):
        return False  # 'البيان الذي اتهم الجيش'
    charged = marker.sort == "preposition" or scene.form(marker.at) in folded("by_that")
    return charged and after_asides(scene, source.end if source else cue.last, marker.at) == marker.at


def is_held_to_be(scene: Scene, cue: CueAt, source: Source | None, marker: Marker) -> bool:
    """Whether a verb of thinking is passive, for all that a name stands before it: what it is held to be follows."""
    before = source is not None and source.by is SourceRule.BEFORE
    predicate = scene.referents.at(marker.begins) is None and not scene.form(marker.begins).startswith("ال")
    return before and predicate and cue.cue.mental and cue.inflection.tense is Tense.PRESENT


def counted(scene: Scene, at: int) -> bool:
    """Whether a number after which a singular stands counts what is here: eleven and more, and no year."""
    number = scene.form(at - 1)
    return number.isdecimal() and len(number) <= _LONGEST_COUNT and int(number) > _LAST_BEFORE_PLURALS


def leaves_unnamed(scene: Scene, cue: CueAt) -> bool:
    """'مسؤولون لم [تسمهم] الصحيفة': whom somebody does not name he calls nothing."""
    names = cue.cue.addressee and cue.cue.also_plain and OBJECT in cue.cue.content
    return names and bool(cue.enclitic) and scene.form(cue.first - 1) in _NOT


def nobody_says(scene: Scene, cue: CueAt, marker: Marker, source: Source | None) -> bool:
    """'معلومات تفيد بأن', 'طلبت أن تثبت أنه', 'ختمها بتسديدة': a noun's clause, what is asked, what is done."""
    told = cue.inflection
    if not cue.finite:
        return False
    if cue.enclitic and cue.cue.also_plain and marker.sort == "preposition":
        return not (cue.cue.addressee or cue.cue.relay)
    if told.tense is not Tense.PRESENT or cue.proclitics:
        return False
    if scene.form(cue.first - 1) == fold("أن") and scene.referents.at(cue.first - 1) is None:
        return True
    at = cue.first - 1 - (scene.form(cue.first - 1) in CLOSING)  # 'إن "شكوكا قوية" [تشير] إلى استخدام السلاح'
    before, beside = scene.form(at), scene.referents.at(at)
    spoken = beside is not None and source is not None and beside.entities[0] in source.link
    noun = before[:1].isalpha() and not is_function_word(before) and not spoken
    known = before in folded_time_words() | folded("when", "but", "who") or before.startswith("ال")
    return noun and not known and (cue.cue.also_plain or cue.cue.carries) and told.gender is Gender.FEMININE


def far_preposition(scene: Scene, cue: CueAt, source: Source | None, marker: Marker) -> bool:
    """'أعلنت الوزارة تعليق الرحلات … عن الخدمة': the object stands at the source, the preposition inside it."""
    if marker.sort != "preposition" or source is None or not source.end or OBJECT not in cue.cue.content:
        return False
    if takes_object(cue):
        return False  # 'اتهمت الشرطة ثلاثة رجال بسرقة المصرف': whom it accuses stands between
    behind = after_asides(scene, source.end, marker.at)  # 'أقرت موسكو للمرة الأولى بإرسال جنود'
    takes = not cue.cue.also_plain or (
        cue.cue.weak_object and _is_thing(scene, behind)
    )  # 'نشرت الوكالة مقطعا عن القمة'
    near = marker.at == behind + 1 and scene.form(behind).endswith(_OWN)  # 'أعلنت الجماعة [مسؤوليتها] عن الهجوم'
    return (near or marker.at > behind + 1) and takes and tells_something(scene, behind)


def _is_thing(scene: Scene, at: int) -> bool:
    """Whether an indefinite noun stands here with nothing attached before it."""
    form = scene.form(at)
    closed = is_function_word(form) or form in folded("prepositions") or form in folded_time_words()
    return not closed and not form.startswith(("و", "ب", "ل", "ف")) and scene.referents.at(at) is None


def plain_without_source(scene: Scene, cue: CueAt, marker: Marker, judges: bool) -> bool:
    """Whether a cue for which no source stands is the plain word that it is, too."""
    if cue.cue.addressee and not cue.cue.addressee_marks and (cue.enclitic or judges):
        return False  # 'ووصفتها بالأكاذيب'
    if cue.finite and scene.form(marker.begins) in folded("said_thing"):
        return False  # 'وشدد على [ضرورة] الإسراع'
    if cue.circumstantial and cue.cue.carries and marker.sort == "preposition":
        return False  # 'لافتا إلى أهمية الحوار'
    threatens = cue.cue.addressee and cue.cue.act is not EventType.ACCUSE  # 'سيارة، [محملة] بالسلاح' is laden with it
    if cue.circumstantial and cue.after_comma and marker.at == cue.last and threatens:
        return False  # 'قرر الرئيس الانسحاب، [مهددا] بفرض عقوبات', 'ذهب أبعد، [متحدثا] عن آلاف القتلى'
    denies = cue.cue.stance is Stance.DENIES and marker.sort == "object"
    if denies and cue.circumstantial and cue.after_comma:
        return False  # '…، [مكذبا] تقارير الصحيفة'
    if denies and cue.finite and cue.cue.negated and scene.form(cue.first - 1) in folded("and_not"):
        return False  # 'توقع الخبير تحسنا، ولم [يستبعد] عودة الأزمة'
    if cue.circumstantial and cue.after_comma and marker.at > cue.last and _has_object(scene, cue):
        return False  # '…، واصفا [تلك المعلومات] بالملفقة'
    return cue.cue.also_plain and marker.sort in {"preposition", "object"}


def _has_object(scene: Scene, cue: CueAt) -> bool:
    """Whether something definite stands behind a participle that takes an object: not 'مذكرة تمنح البلاد منفذا'."""
    form = scene.form(cue.last)
    definite = form.startswith("ال") or form in folded("this", "that_thing") or scene.referents.at(cue.last) is not None
    return definite and (takes_object(cue) or OBJECT in cue.cue.content)


def _thought_of(scene: Scene, cue: CueAt, source: Source | None, marker: Marker) -> bool:
    """'قتل قائد في المدينة، [يعتقد] أنه نفذ الهجوم': the pronoun of أن is of the noun before the comma."""
    about = marker.at == cue.last and scene.form(marker.at) in folded("that") - folded("bare_that")
    thinks = cue.cue.mental and cue.finite and cue.inflection.tense is Tense.PRESENT and not cue.proclitics
    if source is None or not (about and thinks) or scene.form(cue.first - 1) != "،":
        return False
    beside = scene.referents.at(cue.first - 2)
    opens_sentence = beside is not None and beside.first == scene.analysed.sentence_at(cue.first)[0]
    return beside is not None and beside.entities == source.link and not opens_sentence


def impersonal(scene: Scene, cue: CueAt, source: Source | None, marker: Marker) -> bool:
    """'يذكر أن', 'يشار إلى أن': nobody's word but the report's own."""
    if _thought_of(scene, cue, source, marker):
        return True
    if source or cue.circumstantial:
        return False
    told = cue.inflection
    if cue.cue.weak or (cue.passive and not cue.cue.relay):
        return True
    takes_up = marker.sort in {"that", "quote"} or (marker.sort == "object" and cue.cue.stance is Stance.DENIES)
    turned = scene.form(cue.first - 2) in folded("but")  # 'لكنه لا يستبعد أن'
    turned = turned or phrase_at("but", scene.analysed.tokens, cue.first - 2) == _BUT_HE  # 'بيد أنه يستبعد أن'
    negated = takes_up and (turned or scene.form(cue.first - 1) in folded("and_not"))  # 'ولم يستبعد عودته'
    said = cue.cue.carries or negated or one_of_them(scene, cue)
    if said or told.tense is not Tense.PRESENT or told.number is not Number.SINGULAR:
        return False
    beside = folded("wherein", "adverbs")
    at_once = cue.last == marker.at or scene.form(cue.last) in beside
    quote = scene.quote_after.get(marker.at) or scene.quote_after.get(marker.begins)
    speech = marker.sort in {"quote", "colon"} and quote is not None and quote.last - quote.first >= _SHORT_SPEECH
    if at_once and (cue.cue.personal or speech) and not describes(scene, cue):
        return False  # 'ويرى أن', 'ويتساءل: "…"'
    surely_active = (
        told.gender is Gender.FEMININE or told.voice is Voice.ACTIVE or _through_preposition(scene, cue, marker)
    )
    return not (at_once and not cue.cue.mental and surely_active)


def describes(scene: Scene, cue: CueAt) -> bool:
    """Whether the verb opens a clause about the indefinite noun before it: 'شحنات [يرجح أنها] أسلحة'."""
    before = scene.form(cue.first - 1)
    closed = is_function_word(before) or before in folded_time_words() | folded("when", "but", "who", "before_verb")
    indefinite = before[:1].isalpha() and not before.startswith("ال") and not closed
    named = scene.referents.at(cue.first - 1)
    return indefinite and not cue.proclitics and (named is None or named.how == "group")


def _through_preposition(scene: Scene, cue: CueAt, marker: Marker) -> bool:
    """'ويصر على أن', 'ويعترف بأن': the passive of a verb with a preposition is rare in news.

    Not 'والقانون ينص على أن', where nothing joins the verb to who spoke before.
    """
    led = marker.begins - marker.at > 1 or scene.form(marker.at) in folded("by_that")
    return marker.sort == "that" and led and bool(cue.proclitics)
