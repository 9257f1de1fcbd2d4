"""Acts of saying, each with its cue, source and content, before they are nested."""

from dataclasses import replace

from khabar.extraction.attributions.addressees import takes_object
from khabar.extraction.attributions.classes import folded, opens
from khabar.extraction.attributions.contents import content_from
from khabar.extraction.attributions.covers import clause_start, cover_saying
from khabar.extraction.attributions.cues import CueAt, speech_lexemes
from khabar.extraction.attributions.feelings import behind_feeling
from khabar.extraction.attributions.fronted import source_before
from khabar.extraction.attributions.headings import bare_quotations, headings
from khabar.extraction.attributions.headlines import is_headline, joins_in_present
from khabar.extraction.attributions.interruptions import interrupts
from khabar.extraction.attributions.markers import Marker, bears, marker_after
from khabar.extraction.attributions.no_sayings import (
    counted,
    describes,
    far_preposition,
    impersonal,
    is_accused,
    is_held_to_be,
    is_no_matter,
    leaves_unnamed,
    nobody_says,
    plain_without_source,
)
from khabar.extraction.attributions.nouns import nominal
from khabar.extraction.attributions.objects import (
    object_first,
    object_of,
    unknown_noun,
    unknown_subject,
    with_what_is_described,
)
from khabar.extraction.attributions.relatives import with_pronoun
from khabar.extraction.attributions.relays import media_between, talked_to
from khabar.extraction.attributions.saying import Saying
from khabar.extraction.attributions.scene import Scene
from khabar.extraction.attributions.silences import declined, denied_before, silent, tells_of_statement
from khabar.extraction.attributions.source import Source, any_source
from khabar.extraction.attributions.sources import mouth_between, says_itself, source_after
from khabar.extraction.attributions.stances import stance_of
from khabar.extraction.attributions.subjects import SPEAKS, kind_of
from khabar.extraction.attributions.takeups import take_up
from khabar.extraction.names.words import is_preposition
from khabar.knowledge.speech import QUOTE, CuePos, SpeechCue, speech_cues_by_id
from khabar.language.analysis import Range
from khabar.language.conjugation import Tense
from khabar.language.normalise import fold
from khabar.values.attribution import Link, Stance
from khabar.values.entity import Kind
from khabar.values.why import SayingRule, SourceRule

_SHORT_SPEECH = 5  # tokens: a shorter quotation with no cue is a label or a name
_LABEL = 2  # tokens of the shortest quotation that a verb and its subject follow
_OF_PRESENT = ("ي", "ت")  # letters that open a verb of the present: 'ما [يسمى]'
_TO_LABEL = 5  # tokens from who calls it so to the label
_NO_HAMZA = "ا"  # the first letter of derived verbs in the past: اعتقد
_TO_WORDS = 12  # tokens from a verb to the words that close it
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
        return declined(scene, cue)
    if cue.cue.mental and cue.proclitics[-1:] == ("س",):
        return None  # 'سيرون': what they will find is nothing they say
    says = cue.finite or cue.circumstantial
    if says and not cue.proclitics and scene.form(cue.first - 1) in folded("noun_prepositions"):
        return None  # 'على علم', 'في مقاطعة': the letters of a verb or participle, but none follows a preposition
    whoever = cue.finite and not cue.proclitics and scene.form(cue.first - 1) in folded("whoever")
    if whoever and scene.form(cue.first - 2) not in folded("the_first"):
        return None  # 'ردا على من [يقول] إن': whoever it is, he is not named
    if cue.circumstantial and scene.form(cue.first - 1) in folded("it_was_so"):
        return None  # 'لم يكن متصورا عقد القمة': what was so, and nobody who speaks
    if cue.circumstantial and takes_object(cue) and counted(scene, cue.first):
        return None  # '28 متهما': so many who are accused
    if cue.inflection.tense is Tense.PARTICLE and cue.enclitic and scene.form(cue.first - 1) == fold("عن"):
        return None  # 'أعربت عن قلقها من': the verb before has said it
    if cue.cue.mental and not cue.finite and cue.first in markers:
        return None  # 'أبدت اليابان [قلقها] من': likewise
    if cue.finite and scene.form(cue.first - 1) in folded("if"):
        return None  # 'إذا أصرت الوزارة على': nothing was said yet
    if cue.finite and (cue.inflection.person == 1 or _is_i(scene, cue)):
        return None  # 'ونؤكد أن': who speaks already
    if cue.finite and cue.enclitic and cue.last in markers and _as_noun(cue):
        return None  # 'نقلت الوكالة عن الوزير [إشادته] بالاتفاق': the verb before has told it
    if leaves_unnamed(scene, cue) or talked_to(scene, cue) or _in_cover(scene, cue):
        return None  # 'الطريق، كما [قال] الوزير، مفتوح': the whole clause is what he says
    if cue.finite or cue.circumstantial or cue.inflection.tense is Tense.PARTICLE:
        return _verbal(scene, cue, markers)
    return nominal(scene, cue, markers)


def _in_cover(scene: Scene, cue: CueAt) -> bool:
    """Whether the verb only tells that a cover gives the source of the clause around it."""
    cover = scene.cue_at.get(cue.first - 1)
    return cover is not None and cover.cue.takes_verb and interrupts(scene, cover) and bool(cover_saying(scene, cover))


def _is_i(scene: Scene, cue: CueAt) -> bool:
    """Whether a verb in a quotation is written with the hamza of the first person: '"[أعتقد] أن"', not 'اعتقد أن'."""
    letters = scene.analysed.tokens[cue.first].written(scene.analysed.text)[len(cue.proclitics) :]
    bare = cue.cue.lemma.startswith(_NO_HAMZA) and letters.startswith("أ")
    return bare and scene.quote_over(cue.first) is not None


def _verbal(scene: Scene, cue: CueAt, markers: set[int]) -> Saying | None:
    trailing = _after_quotation(scene, cue) or _trailing(scene, cue)
    if trailing:
        return trailing
    marker = marker_after(scene, cue)
    end = marker.at if marker else scene.analysed.sentence_at(cue.first)[1]
    joined = joins_in_present(scene, cue) and is_headline(scene, cue.first)  # 'موسكو تؤكد التزامها [وتهدد] بالانسحاب'
    source = None
    if cue.by_words:
        source = _who_acts(scene, cue)
    elif not (cue.circumstantial or joined):
        source = _source(scene, cue, end, marker)
    relayed = None if marker else _passed_on(scene, cue, source)
    marker = marker or relayed
    astray = marker and (object_first(scene, cue, source, marker) or far_preposition(scene, cue, source, marker))
    if marker is None or (astray and not relayed):
        marker = object_of(scene, cue, source)
        if marker is None:
            return denied_before(scene, cue, source) or silent(scene, cue, source)
        if source:
            source = _source(scene, cue, marker.at, marker) or source
    if marker.at in markers:
        marker = object_of(scene, cue, source)
    if marker is None or marker.at in markers or (not joined and impersonal(scene, cue, source, marker)):
        return None
    if marker.sort == "preposition" and is_no_matter(scene, cue, marker):
        return None
    if is_accused(scene, cue, source, marker):
        return None  # 'اتهمت قوات النظام مرارا باستخدام': who accuses is not told
    if marker.sort == "object" and is_held_to_be(scene, cue, source, marker):
        return None  # 'حجب أي مستخدم يعتبر مخالفا'
    if marker.sort == "object" and source and source.end and unknown_noun(scene, cue, marker):
        return None  # 'مؤشرات تؤكد تمويل إيران …': who is named stands in the genitive
    judges = scene.form(cue.last) in folded("it_itself")  # 'واصفا إياها بالمجحفة'
    if source is None and not joined and plain_without_source(scene, cue, marker, judges):
        return None
    if cue.finite and opens("fact_that", scene.analysed.tokens, cue.first - 1) and not (source and source.end):
        return None  # 'مما يشير إلى أن': a fact shows it, nobody says it
    if not (source and source.end) and nobody_says(scene, cue, marker, source):
        return None
    unknown = source is None and unknown_subject(scene, cue, marker)
    markers |= {marker.at, marker.begins - (marker.sort == "that")}  # of 'لفت بيان الشركة إلى أن' both words
    marker = behind_feeling(scene, cue, marker)
    content = _about_a_noun(scene, cue, content_from(scene, marker), marker)
    stance, by = stance_of(scene, cue, content)
    described = with_what_is_described(scene, cue, source, marker, content)
    if described != content and stance is Stance.ASSERTS:
        stance, by = stance_of(scene, cue, described)  # 'وصف [التقارير بأنها كاذبة]'
    content = described
    rule = SayingRule(f"verb:{marker.sort}")
    taken_up = {scene.form(cue.last), scene.form(source.end)} if source and source.end and cue.cue.relay else set()
    if source and taken_up & folded("from_the_one_before"):
        passed_on = (*source.via, source.link)
        source = _of_antecedent(scene, cue, passed_on)
        told = () if source else passed_on  # 'ونقلت عنه الوكالة': who spoke before goes on
    else:
        told = media_between(scene, *_told_where(scene, cue, marker), ()) if source is None else ()
    opening: tuple[Link, ...] = ()
    if cue.finite and not (told or (source and source.via)):
        opening = _through_opening(scene, cue) or _through_statement(scene, cue)
    if opening and source:
        source = replace(source, via=tuple(link for link in opening if link != source.link))
    told = told or (() if source else opening)
    return Saying(cue, content, source, stance, rule, at=cue.first, stance_by=by, told=told, unknown=unknown)


def _of_antecedent(scene: Scene, cue: CueAt, via: tuple[Link, ...]) -> Source | None:
    """'زار المدينة الوزير كريم سالم، الذي نقلت عنه الوكالة أن': of whom the relative clause is."""
    if scene.form(cue.first - 1) not in folded("who"):
        return None
    before = cue.first - 2
    told = scene.referents.at(before - (scene.form(before) == "،"))
    speaks = told is not None and told.how in SPEAKS and not scene.is_bare_place(told)
    return Source(told.entities, via, by=SourceRule.ANTECEDENT) if told and speaks else None


def _told_where(scene: Scene, cue: CueAt, marker: Marker) -> Range:
    """Where a medium may stand that the words came through: behind the verb, or 'قال لقناة الساحل [بالقول] إن'."""
    return (scene.analysed.sentence_at(cue.first)[0], cue.first) if cue.by_words else (cue.last, marker.at)


def _about_a_noun(scene: Scene, cue: CueAt, content: Range, marker: Marker) -> Range:
    """The content up to a comma, where the verb stands in a clause that describes a noun of the sentence.

    'وحصل الوزير الذي نفى الاتهامات، على أغلبية', 'فرض عقوبات على شركات قالت إنها تمول الحرب، بينها مصرف'.
    """
    named = marker.sort in {"object", "preposition"} and scene.form(cue.first - 1) in folded("who")
    if not (named or (marker.sort == "that" and describes(scene, cue))):
        return content
    first, last = content
    ends = (at for at in range(first + 1, last) if scene.form(at) == "،" and not scene.quote_over(at))
    return first, next((at for at in ends if named or opens("among_them", scene.analysed.tokens, at + 1)), last)


def _through_opening(scene: Scene, cue: CueAt) -> tuple[Link, ...]:
    """'وفي مقابلة مع قناة الساحل، قال الوزير': the medium of the interview that opens the sentence."""
    begin = scene.analysed.sentence_at(cue.first)[0]
    led = scene.form(begin).removeprefix("و") in folded("prepositions") and scene.form(cue.first - 1) == "،"
    if scene.form(cue.first - 1) == "،" and opens("in_answer", scene.analysed.tokens, begin):
        return media_between(scene, begin, cue.first - 1, ())
    said = scene.cue_at.get(begin + 1) if led else None
    if said is None or said.finite or said.covers or said.inflection.tense is Tense.MASDAR:
        return ()
    return media_between(scene, said.last, cue.first - 1, ())


def _who_acts(scene: Scene, cue: CueAt) -> Source | None:
    """'وهو ما رد عليه الوزير [بالقول] إن': whose verb the words close, though another did something before him."""
    mouth = mouth_between(scene, cue.first - _TO_WORDS, cue.first)
    if mouth:
        return mouth  # 'اكتفت باريس على لسان [الناطق باسمها، سامي عون]، بالقول إن'
    before = scene.cues_between(scene.analysed.sentence_at(cue.first)[0], cue.first)
    verb = next((other for other in reversed(before) if other.finite), None)
    if verb is None or cue.first - verb.last > _TO_WORDS:
        return None
    subject = scene.referents.at(verb.last + (scene.form(verb.last) in with_pronoun()))
    if subject is None or subject.how not in SPEAKS or subject.particle or scene.is_bare_place(subject):
        return None
    return Source(subject.entities, by=SourceRule.BEFORE)


def _through_statement(scene: Scene, cue: CueAt) -> tuple[Link, ...]:
    """'ونقلت [الوكالة] بيان الوزير والذي قال فيه إن': who passes on the statement in which it was said."""
    which = scene.form(cue.first - 1).removeprefix("و")
    if which not in folded("who") or scene.form(cue.last) not in folded("wherein"):
        return ()
    before = scene.cues_between(scene.analysed.sentence_at(cue.first)[0], cue.first)
    relay = next((other for other in before if other.finite and other.cue.relay), None)
    medium = scene.referents.at(relay.last) if relay is not None else None
    return (medium.entities,) if medium is not None and scene.is_medium(medium) and not medium.particle else ()


def _passed_on(scene: Scene, cue: CueAt, source: Source | None) -> Marker | None:
    """'نقلت الوكالة عن الوزير نفيه [وجود اتفاق]', 'إشادته [بالاتفاق]': what a noun of saying with its pronoun is of."""
    said = scene.cue_at.get(source.end) if source is not None and source.via and cue.cue.relay else None
    if said is None or said.covers or not said.enclitic or not scene.form(said.last)[:1].isalpha():
        return None
    noun = _as_noun(said)
    if noun is None:
        return None
    led = scene.form(said.last) in folded("prepositions")  # 'دعوته [إلى] الحوار'
    if led or ("ب" in noun.content and bears(scene, said.last, "ب")):
        return Marker(said.last, said.last + led, "preposition")
    return None if said.finite else Marker(said.last, said.last, "object")


def _as_noun(cue: CueAt) -> SpeechCue | None:
    """The entry of a noun of saying, also where its letters are those of a verb: 'إشادته' as 'أشادته'."""
    if not cue.finite:
        return cue.cue
    nouns = (r.entry for r in speech_lexemes().at(cue.form) if r.inflection.tense in (Tense.MASDAR, Tense.NOUN))
    return next((speech_cues_by_id()[entry] for entry in nouns), None)


def _source(scene: Scene, cue: CueAt, end: int, marker: Marker | None) -> Source | None:
    if marker is None:
        end = min(end, cue.last + 12)
    source = source_after(scene, cue, end) or source_before(scene, cue)
    if source and cue.finite and marker and source.by is SourceRule.BEFORE and not source.via:
        source = replace(source, via=media_between(scene, cue.last, end, source.link))  # 'الشركة أكدت [لرويترز] أن'
    return source or _in_a_statement(scene, cue, end)


def _in_a_statement(scene: Scene, cue: CueAt, end: int) -> Source | None:
    """'وجاء في بيان للوزارة أن': whose statement it is."""
    if says_itself(scene, cue):
        return None
    if cue.cue.pos is CuePos.PHRASE and not cue.finite:
        return any_source(scene, cue.last, end)
    if scene.form(cue.last) in folded("page_of"):
        return _of_page(scene, cue, end)
    itself = cue.last in scene.cue_at and scene.form(cue.last) in folded("a_statement")  # 'ذكر [بيان للوزارة] أن'
    vehicle = cue.last if itself else next((i for i in range(cue.last, end) if tells_of_statement(scene, i)), None)
    if vehicle is None or scene.form(scene.cue_at[vehicle].last) == fold("إلى"):
        return None  # 'وصفت، في رسالة [إلى المجلس]، الاتهامات بأنها': who is written to does not speak
    if scene.form(vehicle) in folded("his_meeting"):
        return None  # 'وأكدت خلال لقائها [الوزير] أن'
    whose = any_source(scene, scene.cue_at[vehicle].last, min(end, vehicle + _STATEMENT))
    if whose and any(scene.form(at) in folded("by_relay") for at in range(vehicle, whose.end)):
        return None  # 'وقالت في بيان [نشرته الوكالة]': who passes it on
    return None if whose and kind_of(scene, whose.link[0]) is Kind.MEDIA else whose


def _of_page(scene: Scene, cue: CueAt, end: int) -> Source | None:
    """'وذكر الموقع الإلكتروني [لصحيفة الساحل] أن': the medium whose page it is."""
    whose = any_source(scene, cue.last, min(end, cue.last + _STATEMENT))
    return whose if whose and kind_of(scene, whose.link[0]) is Kind.MEDIA else None


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
    subject = scene.referents.at(cue.last)
    named = subject is not None and subject.first == cue.last and not subject.particle
    shortest = _LABEL if named else _SHORT_SPEECH  # '"هذا ليس صحيحا"، [قال بيسكوف]'
    if QUOTE not in cue.cue.content or quote.last - quote.first < shortest or marker_after(scene, cue):
        return None
    begins = scene.analysed.sentence_at(quote.first)[0]
    source = source_after(scene, cue, scene.analysed.sentence_at(cue.first)[1]) if subject else None
    if quote.first - begins > 1 or (source is None and not _speaks_on(scene, cue)):
        return None
    content = (quote.first, quote.last)
    stance, by = stance_of(scene, cue, content)
    return Saying(cue, content, source, stance, SayingRule.VERB_TRAILING, at=cue.first, stance_by=by)


def _speaks_on(scene: Scene, cue: CueAt) -> bool:
    """'«…»، يقول مبتسما، ثم يضيف': a verb with nothing behind it but how it was said."""
    how = scene.form(cue.last)
    return how in {"،", ".", ":"} or (how.endswith("ا") and scene.form(cue.last + 1) in {"،", "."})


def _label(scene: Scene, cue: CueAt) -> Saying | None:
    """'ما وصفه بـ "…"': the content is the label alone."""
    begins = _behind_namer(scene, cue)
    if begins >= len(scene.analysed.tokens) or _is_called(scene, cue):
        return None
    quote = next(iter(scene.quotes_between(begins, begins + 3)), None)
    if quote is None and scene.form(cue.first) == fold("فيما") and not cue.enclitic:
        return None  # 'فيما اعتبر الوزير …': meanwhile
    if quote:
        content = (quote.first, quote.last)
    else:
        if cue.cue.mental and begins > cue.last:
            return None  # 'ما تعتبره الوزارة خطوة حيوية': it judges, and says nothing
        content = content_from(scene, Marker(begins, begins, "preposition"))
    source = any_source(scene, *cue.gap) if cue.gap else None  # 'استخدم الوزير مصطلح "…"'
    source = source or (any_source(scene, cue.last, begins) if begins > cue.last else None)
    if source is None and is_preposition(scene.form(cue.last - 1)):
        source = source_after(scene, cue, content[0]) if quote else None
        if source is None:
            return None  # 'أطلق عليه اسم "…"': nobody is told to call it so
    stance, by = stance_of(scene, cue, content)
    return Saying(cue, content, source, stance, SayingRule.LABEL, at=cue.first, stance_by=by)


def _behind_namer(scene: Scene, cue: CueAt) -> int:
    """What he calls it, behind who does: 'ما وصفته [موسكو حينها] بـ"…"', 'ما اعتبرته [موسكو] خرقا'."""
    namer = scene.referents.at(cue.last)
    if namer is None or namer.first != cue.last or namer.particle:
        return cue.last
    if "ب" not in cue.cue.content:
        return namer.last if cue.enclitic else cue.last
    near = range(namer.last, min(namer.last + _TO_LABEL, scene.analysed.sentence_at(cue.first)[1]))
    return next((at for at in near if bears(scene, at, "ب")), cue.last)


def _is_called(scene: Scene, cue: CueAt) -> bool:
    """'ما يسمى', 'ما سمي': a passive by its last letter, with no one who calls it so."""
    verb = scene.analysed.tokens[cue.last - 1].written(scene.analysed.text)
    return verb.endswith("ى" if verb.startswith(_OF_PRESENT) else "ي")
