"""Acts of saying, each with its cue, source and content, before they are nested."""

from khabar.extraction.attributions.addressees import takes_object
from khabar.extraction.attributions.asides import after_asides, folded_time_words
from khabar.extraction.attributions.classes import folded, opens
from khabar.extraction.attributions.contents import content_from
from khabar.extraction.attributions.covers import clause_start, cover_saying
from khabar.extraction.attributions.cues import CueAt, speech_lexemes
from khabar.extraction.attributions.headings import bare_quotations, headings
from khabar.extraction.attributions.markers import Marker, marker_after
from khabar.extraction.attributions.nouns import nominal
from khabar.extraction.attributions.objects import (
    object_first,
    object_of,
    tells_something,
    unknown_noun,
    unknown_subject,
)
from khabar.extraction.attributions.saying import Saying
from khabar.extraction.attributions.scene import Scene
from khabar.extraction.attributions.sources import (
    Source,
    any_source,
    media_between,
    says_itself,
    source_after,
    source_before,
)
from khabar.extraction.attributions.stances import stance_of
from khabar.extraction.attributions.subjects import kind_of
from khabar.extraction.attributions.takeups import take_up
from khabar.extraction.names.words import is_function_word, is_preposition
from khabar.knowledge.speech import OBJECT, QUOTE, CuePos
from khabar.language.conjugation import Gender, Tense, Voice
from khabar.language.normalise import fold
from khabar.values.attribution import Stance
from khabar.values.entity import Kind
from khabar.values.event import EventType
from khabar.values.grammar import Number
from khabar.values.why import SayingRule, SourceRule

_SHORT_SPEECH = 5  # tokens: a shorter quotation with no cue is a label or a name
_LAST_BEFORE_PLURALS, _LONGEST_COUNT = 10, 3  # 'عشرة متهمين'; digits of a number that is no year
_OF_PRESENT = ("ي", "ت")  # letters that open a verb of the present: 'ما [يسمى]'
_STATEMENT = 4  # tokens from a statement to whose it is


def sayings_in(scene: Scene) -> list[Saying]:
    """All sayings, in the order of their cues."""
    found = list(headings(scene))
    markers: set[int] = set()
    for cue in scene.cues:
        saying = take_up(scene, cue, found) or _saying(scene, cue, markers)
        if saying and any(scene.analysed.tokens[i].kind != "mark" for i in range(*saying.content)):
            found.append(saying)
    found += bare_quotations(scene, found)
    return sorted(found, key=lambda s: (s.at, s.content))


def _saying(scene: Scene, cue: CueAt, markers: set[int]) -> Saying | None:
    if cue.cue.label:
        return _label(scene, cue)
    if cue.covers:
        return cover_saying(scene, cue)
    if cue.cue.pos is CuePos.PHRASE and cue.cue.stance is Stance.DECLINES:
        return _declined(scene, cue)
    if cue.cue.mental and cue.proclitics[-1:] == ("س",):
        return None  # 'سيرون': what they will find is nothing they say
    says = cue.finite or cue.circumstantial
    if says and not cue.proclitics and scene.form(cue.first - 1) in folded("noun_prepositions"):
        return None  # 'على علم', 'في مقاطعة': the letters of a verb or participle, but none follows a preposition
    if cue.circumstantial and takes_object(cue) and _counted(scene, cue.first):
        return None  # '28 متهما': so many who are accused
    if cue.inflection.tense is Tense.PARTICLE and cue.enclitic and scene.form(cue.first - 1) == fold("عن"):
        return None  # 'أعربت عن قلقها من': the verb before has said it
    if cue.finite and cue.inflection.person == 1:
        return None  # 'ونؤكد أن': who speaks already
    if cue.finite or cue.circumstantial or cue.inflection.tense is Tense.PARTICLE:
        return _verbal(scene, cue, markers)
    return nominal(scene, cue, markers)


def _verbal(scene: Scene, cue: CueAt, markers: set[int]) -> Saying | None:
    trailing = _after_quotation(scene, cue) or _trailing(scene, cue)
    if trailing:
        return trailing
    marker = marker_after(scene, cue)
    end = marker.at if marker else scene.analysed.sentence_at(cue.first)[1]
    source = None if cue.circumstantial else _source(scene, cue, end, marker)
    marker = marker or _passed_on(scene, cue, source)
    if marker is None or object_first(scene, cue, source, marker) or _far_preposition(scene, cue, source, marker):
        marker = object_of(scene, cue, source)
        if marker is None:
            return _denied_before(scene, cue, source) or _silent(scene, cue, source)
        if source:
            source = _source(scene, cue, marker.at, marker) or source
    if marker.at in markers:
        marker = object_of(scene, cue, source)
    if marker is None or marker.at in markers or _impersonal(scene, cue, source, marker):
        return None
    if marker.sort == "preposition" and _is_no_matter(scene, cue, marker):
        return None
    if _is_accused(scene, cue, source, marker):
        return None  # 'اتهمت قوات النظام مرارا باستخدام': who accuses is not told
    if marker.sort == "object" and _is_held_to_be(scene, cue, source, marker):
        return None  # 'حجب أي مستخدم يعتبر مخالفا'
    if marker.sort == "object" and source and source.end and unknown_noun(scene, cue, marker):
        return None  # 'مؤشرات تؤكد تمويل إيران …': who is named stands in the genitive
    judges = scene.form(cue.last) in folded("it_itself")  # 'واصفا إياها بالمجحفة'
    if source is None and _plain_without_source(cue, marker, judges):
        return None
    if cue.finite and opens("fact_that", scene.analysed.tokens, cue.first - 1) and not (source and source.end):
        return None  # 'مما يشير إلى أن': a fact shows it, nobody says it
    if not (source and source.end) and _nobody_says(scene, cue, marker, source):
        return None
    unknown = source is None and unknown_subject(scene, cue, marker)
    markers |= {marker.at, marker.begins - (marker.sort == "that")}  # of 'لفت بيان الشركة إلى أن' both words
    content = content_from(scene, marker)
    stance, by = stance_of(scene, cue, content)
    rule = SayingRule(f"verb:{marker.sort}")
    if source and source.end and cue.cue.relay and scene.form(cue.last) in folded("from_the_one_before"):
        told, source = (*source.via, source.link), None  # 'ونقلت عنه الوكالة': who spoke before goes on
    else:
        told = media_between(scene, cue.last, marker.at, ()) if source is None else ()
    return Saying(cue, content, source, stance, rule, at=cue.first, stance_by=by, told=told, unknown=unknown)


def _passed_on(scene: Scene, cue: CueAt, source: Source | None) -> Marker | None:
    """'نقلت الوكالة عن الوزير نفيه وجود اتفاق': what a noun of saying with its pronoun is of."""
    said = scene.cue_at.get(source.end) if source is not None and source.via and cue.cue.relay else None
    if said is None or said.finite or said.covers or not said.enclitic or not scene.form(said.last)[:1].isalpha():
        return None
    return Marker(said.last, said.last, "object")


def _is_no_matter(scene: Scene, cue: CueAt, marker: Marker) -> bool:
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


def _is_accused(scene: Scene, cue: CueAt, source: Source | None, marker: Marker) -> bool:
    """Whether who stands behind a verb of accusing is accused, since nobody else stands before the charge."""
    if cue.cue.act is not EventType.ACCUSE or not takes_object(cue) or cue.enclitic or not cue.finite:
        return False
    if source is not None and (source.end == 0 or source.by is not SourceRule.BEHIND):
        return False  # 'البيان الذي اتهم الجيش'
    charged = marker.sort == "preposition" or scene.form(marker.at) in folded("by_that")
    return charged and after_asides(scene, source.end if source else cue.last, marker.at) == marker.at


def _is_held_to_be(scene: Scene, cue: CueAt, source: Source | None, marker: Marker) -> bool:
    """Whether a verb of thinking is passive, for all that a name stands before it: what it is held to be follows."""
    before = source is not None and source.by is SourceRule.BEFORE
    predicate = scene.referents.at(marker.begins) is None and not scene.form(marker.begins).startswith("ال")
    return before and predicate and cue.cue.mental and cue.inflection.tense is Tense.PRESENT


def _counted(scene: Scene, at: int) -> bool:
    """Whether a number after which a singular stands counts what is here: eleven and more, and no year."""
    number = scene.form(at - 1)
    return number.isdecimal() and len(number) <= _LONGEST_COUNT and int(number) > _LAST_BEFORE_PLURALS


def _silent(scene: Scene, cue: CueAt, source: Source | None) -> Saying | None:
    """'وتحدث الوزير طويلا. وأضاف أن': who speaks, though nothing shows where what he says begins."""
    speech = not cue.cue.also_plain or cue.cue.addressee or cue.cue.carries
    if not cue.finite or not speech or cue.cue.mental or source is None or scene.referents.at(cue.last) is None:
        return None
    rule = SayingRule.VERB_OBJECT  # no attribution comes of it
    return Saying(cue, (cue.first, cue.last), source, cue.cue.stance, rule, at=cue.first, silent=True)


def _nobody_says(scene: Scene, cue: CueAt, marker: Marker, source: Source | None) -> bool:
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
    before = scene.form(cue.first - 1)
    beside = scene.referents.at(cue.first - 1)
    spoken = beside is not None and source is not None and beside.entities[0] in source.link
    noun = before[:1].isalpha() and not is_function_word(before) and not spoken
    known = before in folded_time_words() | folded("when", "but", "who") or before.startswith("ال")
    return noun and not known and (cue.cue.also_plain or cue.cue.carries) and told.gender is Gender.FEMININE


def _far_preposition(scene: Scene, cue: CueAt, source: Source | None, marker: Marker) -> bool:
    """'أعلنت الوزارة تعليق الرحلات … عن الخدمة': the object stands at the source, the preposition inside it."""
    if marker.sort != "preposition" or source is None or not source.end or OBJECT not in cue.cue.content:
        return False
    if takes_object(cue):
        return False  # 'اتهمت الشرطة ثلاثة رجال بسرقة المصرف': whom it accuses stands between
    return marker.at > source.end + 1 and not cue.cue.also_plain and tells_something(scene, source.end)


def _plain_without_source(cue: CueAt, marker: Marker, judges: bool) -> bool:
    if cue.cue.addressee and not cue.cue.addressee_marks and (cue.enclitic or judges):
        return False  # 'ووصفتها بالأكاذيب'
    return cue.cue.also_plain and marker.sort in {"preposition", "object"}


def _source(scene: Scene, cue: CueAt, end: int, marker: Marker | None) -> Source | None:
    if marker is None:
        end = min(end, cue.last + 12)
    return source_after(scene, cue, end) or source_before(scene, cue) or _in_a_statement(scene, cue, end)


def _in_a_statement(scene: Scene, cue: CueAt, end: int) -> Source | None:
    """'وجاء في بيان للوزارة أن': whose statement it is."""
    if says_itself(scene, cue):
        return None
    if cue.cue.pos is CuePos.PHRASE and not cue.finite:
        return any_source(scene, cue.last, end)
    vehicle = next((i for i in range(cue.last, end) if _tells_of_statement(scene, i)), None)
    if vehicle is None:
        return None
    whose = any_source(scene, scene.cue_at[vehicle].last, min(end, vehicle + _STATEMENT))
    return None if whose and kind_of(scene, whose.link[0]) is Kind.MEDIA else whose


def _denied_before(scene: Scene, cue: CueAt, source: Source | None) -> Saying | None:
    """'أنباء عن … والوزارة تنفي': what is denied stands before the one who denies it."""
    begin, end = scene.analysed.sentence_at(cue.first)
    if cue.cue.stance is not Stance.DENIES or source is None or source.end or end - cue.last > 1:
        return None
    speaker = scene.referents.at(cue.first - 1)
    if speaker is None or not speaker.particle.startswith("و") or speaker.first - begin < 3:
        return None
    return Saying(
        cue, (begin, speaker.first), source, Stance.DENIES, SayingRule.VERB_DENIED_BEFORE, covers=True, at=cue.first
    )


def _impersonal(scene: Scene, cue: CueAt, source: Source | None, marker: Marker) -> bool:
    """'يذكر أن', 'يشار إلى أن': nobody's word but the report's own."""
    if source or cue.circumstantial:
        return False
    told = cue.inflection
    if cue.cue.weak or (cue.passive and not cue.cue.relay):
        return True
    if cue.cue.carries or told.tense is not Tense.PRESENT or told.number is not Number.SINGULAR:
        return False
    beside = folded("wherein", "adverbs")
    at_once = cue.last == marker.at or scene.form(cue.last) in beside
    quote = scene.quote_after.get(marker.at) or scene.quote_after.get(marker.begins)
    speech = marker.sort in {"quote", "colon"} and quote is not None and quote.last - quote.first >= _SHORT_SPEECH
    if at_once and (cue.cue.personal or speech):
        return False  # 'ويرى أن', 'ويتساءل: "…"'
    surely_active = (
        told.gender is Gender.FEMININE or told.voice is Voice.ACTIVE or _through_preposition(scene, cue, marker)
    )
    return not (at_once and not cue.cue.mental and surely_active)


def _through_preposition(scene: Scene, cue: CueAt, marker: Marker) -> bool:
    """'ويصر على أن', 'ويعترف بأن': the passive of a verb with a preposition is rare in news.

    Not 'والقانون ينص على أن', where nothing joins the verb to who spoke before.
    """
    led = marker.begins - marker.at > 1 or scene.form(marker.at) in folded("by_that")
    return marker.sort == "that" and led and bool(cue.proclitics)


def _trailing(scene: Scene, cue: CueAt) -> Saying | None:
    """'…، يقول الموقع.': a verb after its content."""
    begin, end = scene.analysed.sentence_at(cue.first)
    if (
        scene.form(cue.first - 1) != "،"
        or cue.cue.also_plain
        or cue.proclitics
        or cue.enclitic
        or cue.circumstantial
        or not cue.finite
    ):
        return None
    if marker_after(scene, cue):
        return None
    source = source_after(scene, cue, end)
    if source is None or source.end < end - 1 and scene.form(source.end) not in {".", "،"}:
        return None
    if cue.first - 1 - begin < _SHORT_SPEECH:
        return None  # 'من جانب آخر، شدد …'
    content = (clause_start(scene, cue, begin), cue.first - 1)
    return Saying(cue, content, source, cue.cue.stance, SayingRule.VERB_TRAILING, covers=True, at=cue.first)


def _after_quotation(scene: Scene, cue: CueAt) -> Saying | None:
    """'«…»، هكذا رد الناطق', '«…»، قال الوزير': the quotation stands before the verb."""
    at = cue.first - 1
    at -= scene.form(at) in folded("thus")
    quote = scene.quote_before.get(at - (scene.form(at) == "،"))
    if quote is None or not quote.closed or not cue.finite or cue.proclitics or cue.enclitic:
        return None
    if QUOTE not in cue.cue.content or quote.last - quote.first < _SHORT_SPEECH or marker_after(scene, cue):
        return None
    begins = scene.analysed.sentence_at(quote.first)[0]
    subject = scene.referents.at(cue.last)
    source = source_after(scene, cue, scene.analysed.sentence_at(cue.first)[1]) if subject else None
    if source is None or quote.first - begins > 1:
        return None
    content = (quote.first, quote.last)
    stance, by = stance_of(scene, cue, content)
    return Saying(cue, content, source, stance, SayingRule.VERB_TRAILING, at=cue.first, stance_by=by)


def _label(scene: Scene, cue: CueAt) -> Saying | None:
    """'ما وصفه بـ "…"': the content is the label alone."""
    begins = cue.last
    if begins >= len(scene.analysed.tokens) or _is_called(scene, cue):
        return None
    quote = next(iter(scene.quotes_between(begins, begins + 3)), None)
    if quote is None and scene.form(cue.first) == fold("فيما") and not cue.enclitic:
        return None  # 'فيما اعتبر الوزير …': meanwhile
    if quote:
        content = (quote.first, quote.last)
    else:
        content = content_from(scene, Marker(begins, begins, "preposition"))
    source = any_source(scene, *cue.gap) if cue.gap else None  # 'استخدم الوزير مصطلح "…"'
    if source is None and is_preposition(scene.form(cue.last - 1)):
        source = source_after(scene, cue, content[0]) if quote else None
        if source is None:
            return None  # 'أطلق عليه اسم "…"': nobody is told to call it so
    return Saying(cue, content, source, cue.cue.stance, SayingRule.LABEL, at=cue.first)


def _is_called(scene: Scene, cue: CueAt) -> bool:
    """'ما يسمى', 'ما سمي': a passive by its last letter, with no one who calls it so."""
    verb = scene.analysed.tokens[cue.last - 1].written(scene.analysed.text)
    return verb.endswith("ى" if verb.startswith(_OF_PRESENT) else "ي")


def _declined(scene: Scene, cue: CueAt) -> Saying | None:
    begin, end = scene.analysed.sentence_at(cue.first)
    end = next((i for i in range(cue.last, end) if _turns_away(scene, i)), end)
    beside = scene.referents.at(cue.first - 2) if scene.form(cue.first - 1) == "،" else None
    source = Source(beside.entities, by=SourceRule.BEFORE) if beside and beside.how != "adjective" else None
    source = source or source_after(scene, cue, end) or source_before(scene, cue)
    if source is None and cue.gap:  # 'لم يصدر عن الحكومة أي تعليق'
        source = any_source(scene, cue.gap[0], cue.gap[1])
    source = source or _gave_none(scene, cue, end)
    if source is None or _of_oneself(scene, cue):
        return None
    stop = end - 1 if scene.form(end - 1) == "." else end
    named = scene.referents.at(cue.first - 1)
    first = named.first if named and named.last == cue.first else cue.first - 1
    return Saying(cue, (max(begin, first), stop), source, Stance.DECLINES, SayingRule.NO_COMMENT, at=cue.first)


def _of_oneself(scene: Scene, cue: CueAt) -> bool:
    """Whether a phrase of declining is in the first person: '"لن [نعلق] على ذلك"', which the speaker himself says."""
    for form in (scene.form(at) for at in range(cue.first, cue.last)):
        persons = {found.inflection.person for found in speech_lexemes().at(form) if found.inflection.tense.finite}
        if persons == {1}:
            return True
    return False


def _turns_away(scene: Scene, at: int) -> bool:
    """Whether after a comma the report turns to something else: '، لكن الوزارة', '، فيما', '، وهو ما'."""
    tokens, joined_on = scene.analysed.tokens, scene.cue_at.get(at + 1)
    if scene.form(at) == "،" and joined_on is not None and joined_on.finite and joined_on.proclitics[:1] == ("و",):
        return True  # 'امتنعت الصين عن التعليق، واكتفت بالقول'
    return scene.form(at) == "،" and any(opens(each, tokens, at + 1) for each in ("but", "but_that", "breaks"))


def _gave_none(scene: Scene, cue: CueAt, end: int) -> Source | None:
    """'لم يصدر تعليق فوري [من بيونغ يانغ]': from whom no comment came."""
    whose = (
        any_source(scene, at + 1, at + 1 + _STATEMENT)
        for at in range(cue.last, end)
        if scene.form(at) in folded("of_whom")
    )
    return next((source for source in whose if source), None)


def _tells_of_statement(scene: Scene, at: int) -> bool:
    """Whether a noun of saying after a preposition stands here: 'في بيان'."""
    noun = scene.cue_at.get(at)
    if noun is None or noun.inflection.tense not in (Tense.NOUN, Tense.PARTICLE):
        return False
    return bool(folded("prepositions") & {scene.form(at), scene.form(at - 1)})
