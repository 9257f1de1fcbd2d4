"""Sources given beside what was told: 'بحسب X', 'كما أعلنت X'."""

from dataclasses import replace
from itertools import pairwise

from khabar.extraction.attributions.addressees import takes_object
from khabar.extraction.attributions.asides import folded_time_words, is_month, is_of_day
from khabar.extraction.attributions.classes import folded, opens
from khabar.extraction.attributions.commas import OFFICE, behind_office
from khabar.extraction.attributions.contents import content_from
from khabar.extraction.attributions.cues import CueAt
from khabar.extraction.attributions.interruptions import concession_at, interrupts
from khabar.extraction.attributions.markers import Marker, marker_after
from khabar.extraction.attributions.relays import media_between
from khabar.extraction.attributions.saying import Saying
from khabar.extraction.attributions.scene import Scene
from khabar.extraction.attributions.source import Source, any_source
from khabar.extraction.attributions.sources import source_after
from khabar.extraction.attributions.stances import rejects_a_saying
from khabar.extraction.attributions.subjects import CLOSING, OPENING, SPEAKS, kind_of, stands_in_cover
from khabar.language.analysis import Range
from khabar.language.datelines import DASHES, behind_dateline
from khabar.language.normalise import fold
from khabar.values.attribution import Stance
from khabar.values.entity import Kind
from khabar.values.event import EventType
from khabar.values.why import SayingRule, SourceRule, StanceRule

_PASSED_ON = 8  # tokens from the source of a cover to the medium that passed it on, and behind it
_TOLD_OF_SOURCE = 24  # tokens of a relative clause about the source of a cover
_ENDS_SOURCE = frozenset({"،", ":"})
_GOVERNED = 20  # tokens from a verb of saying to its preposition
_INSERTED = 14  # tokens between a verb of saying and the cover that parts it from its أن
_OF_OBJECTS = frozenset({fold("إلى"), fold("على"), fold("عن")})
_TAKE_UP = frozenset({"ذلك", "هذا"})


def cover_saying(scene: Scene, cue: CueAt) -> Saying | None:
    """'بحسب X': the source of the clause that it stands in, or of the one that follows."""
    begin, end = scene.analysed.sentence_at(cue.first)
    if cue.enclitic:  # 'وبحسبه فإن': who spoke before goes on; 'على حد قوله': who speaks already
        return _initial_cover(scene, cue, None, cue.last, end) if cue.first - begin <= 1 else None
    if cue.cue.weak or (cue.cue.takes_verb and not _verb_follows(scene, cue)) or _on_grounds(cue):
        return None
    if cue.cue.takes_verb and cue.cue.also_plain and not cue.cue.says_also and _is_governed(scene, cue):
        return None
    if _gives_statement(scene, cue):
        return _initial_cover(scene, cue, None, cue.last + 1, end) if cue.first - begin <= 1 else None
    if cue.cue.says_also and (cue.first - begin <= 1 or _points_to_more(scene, cue)):
        return None  # at the head of a sentence كما says 'also'
    reach = min(end, cue.last + 14)
    reach = next((i for i in range(cue.last + 1, reach) if _leaves_source(scene, cue, i)), reach)
    source = source_after(scene, cue, reach) or _of_statement(scene, cue, reach)
    if cue.cue.says_also and _demands_more(scene, cue):
        return None
    if source is None or (cue.cue.says_also and _tells_more(scene, source, end)):
        return None
    source = _through_relay(scene, source, end) or _who_talked(scene, source, reach)
    if cue.first - begin <= 1:
        return _initial_cover(scene, cue, source, source.end, end)
    begin = _before_quotation(scene, begin, cue.first)
    if (
        _goes_through(scene, cue)
        or _inserted(scene, cue)
        or _covers_nothing(scene, cue, begin)
        or _same_source(scene, cue, begin)
    ):
        return None
    content = (clause_start(scene, cue, begin), end if interrupts(scene, cue) else cue.first)
    stop = content[1]
    while stop > content[0] and scene.form(stop - 1) in {"،", "-", "–", "(", "؛", ".", "وذلك"}:
        stop -= 1
    stance, by = _stance(scene, cue, (content[0], stop))
    rule = SayingRule.COVER_TRAILING
    return Saying(cue, (content[0], stop), source, stance, rule, covers=True, at=cue.first, stance_by=by)


def _stance(scene: Scene, cue: CueAt, content: Range) -> tuple[Stance, StanceRule]:
    """'لا صحة لما نشر، بحسب الوزارة': what the source rejects it denies."""
    if cue.cue.stance is Stance.ASSERTS and rejects_a_saying(scene, content):
        return Stance.DENIES, StanceRule.REJECTS
    return cue.cue.stance, StanceRule.PLAIN


def _through_relay(scene: Scene, source: Source, end: int) -> Source | None:
    """'بحسب ما نشرته الصحيفة [نقلا عن مسؤولين]': whom the source of a cover cites right behind its name."""
    passed_on = _passed_on_from(scene, source)
    if passed_on:
        return passed_on
    relay = scene.cue_at.get(source.end)
    if relay is None or not (relay.covers and relay.cue.relay):
        return None
    cited = any_source(scene, relay.last, end)
    if cited is None or set(cited.link) & set(source.link):
        return None
    if kind_of(scene, cited.link[0]) is Kind.MEDIA:  # 'وفقا لمصادر نقلا عن الوكالة'
        return Source(source.link, (cited.link, *source.via), cited.end, SourceRule.CITED)
    return Source(cited.link, (*source.via, source.link), cited.end, SourceRule.CITED)


def _who_talked(scene: Scene, source: Source, reach: int) -> Source:
    """'وفقا لمحللين تحدثوا [إلى الوكالة]': the medium that the source talked to."""
    verb = scene.cue_at.get(source.end)
    if verb is None or not (verb.finite and verb.cue.addressee_marks) or source.via:
        return source
    return replace(source, via=media_between(scene, verb.last, reach, source.link))


def _passed_on_from(scene: Scene, source: Source) -> Source | None:
    """'بحسب معلومات نقلتها الوكالة [عن مصدر عسكري]': whose words a medium passed on in a relative clause."""
    links = {entity for link in (*source.via, source.link) for entity in link}
    last = scene.referents.at(source.end - 1)
    end = min(source.end + _PASSED_ON, scene.analysed.sentence_at(source.end - 1)[1])
    near = scene.referents.between(last.first if last else source.end, end)
    for medium, cited in pairwise(near):
        told = medium.how == "name" and set(medium.entities) & links and cited.how in SPEAKS
        before = medium.first - 1 - (scene.form(medium.first - 1) in OPENING)
        from_whom = cited.first - 1 == medium.last + (scene.form(medium.last) in CLOSING)
        verb = scene.cue_at.get(before)  # 'بحسب ما [نقلت] الوكالة عن مصدر'
        relays = scene.form(before) in folded("by_relay") or (verb is not None and verb.finite and verb.cue.relay)
        relayed = relays and scene.form(cited.first - 1) == fold("عن")
        if told and from_whom and relayed:
            return Source(cited.entities, (medium.entities,), cited.last, SourceRule.RELAYED)
    return None


def _before_quotation(scene: Scene, begin: int, at: int) -> int:
    """Where the sentence begins that a quotation of several sentences stands in: 'قال: "… . …"، بحسب الوكالة'."""
    quote = scene.quote_over(begin)
    return scene.analysed.sentence_at(quote[0] - 1)[0] if quote and quote[0] > 0 and quote[1] <= at else begin


def _goes_through(scene: Scene, cue: CueAt) -> bool:
    """Whether the cue stands right behind the source of another cover, whose words it passes on."""
    beside = scene.referents.at(cue.first - 1) if cue.cue.relay else None
    return beside is not None and beside.last == cue.first and stands_in_cover(scene, beside)


def _is_governed(scene: Scene, cue: CueAt) -> bool:
    """'علق الوزير على ما قاله النائب': the preposition is that of a verb or noun of saying before it."""
    near = scene.cues_between(cue.first - _GOVERNED, cue.first)
    if any(other.last == cue.first and other.cue.stance is Stance.DECLINES for other in near):
        return True  # 'وامتنع عن التعليق [على ما] نشرته الصحيفة'
    takes = [other for other in near if not other.covers and scene.form(cue.first) in map(fold, other.cue.content)]
    if any(other.last == cue.first for other in takes):
        return True
    return any(marker is not None and marker.at == cue.first for marker in (marker_after(scene, o) for o in takes))


def _points_to_more(scene: Scene, cue: CueAt) -> bool:
    """'كما أشار إلى توقيف الحارس': the verb has an object of its own, and is not 'كما أشار إلى ذلك'."""
    return scene.form(cue.last + 1) in _OF_OBJECTS and scene.form(cue.last + 2) not in _TAKE_UP


def _demands_more(scene: Scene, cue: CueAt) -> bool:
    """'كما دعت المجتمع الدولي إلى التدخل': who is addressed stands behind the verb, and what is asked of him."""
    verb = scene.cue_at.get(cue.last)
    if verb is not None and verb.cue.act is EventType.REQUEST and scene.form(verb.last) in folded("of_him"):
        return True  # 'ولم يغادر كما طلب [منه] القاضي': what was asked is not told
    addressed = scene.referents.at(cue.last + 1) if verb is not None and takes_object(verb) else None
    return addressed is not None and verb is not None and marker_after(scene, verb) is not None


def _tells_more(scene: Scene, source: Source, end: int) -> bool:
    """'كما أدانت الوزارة نقل السفارة': after the source stands what else it said, so كما says 'also'."""
    closed = {"،", ".", "؛", ")", "؟", "!", "…"} | folded("before_subject", "prepositions")
    closed |= folded("adverbs") | folded_time_words()
    return source.end < end and scene.form(source.end) not in closed


def _on_grounds(cue: CueAt) -> bool:
    """'استنادا إلى …': on what the speaker relies, closing what is said without saying it."""
    return cue.cue.mental and cue.covers


def _covers_nothing(scene: Scene, cue: CueAt, begin: int) -> bool:
    """Whether only another cover stands before: 'وبحسب مراسلنا نقلا عن مصادر'."""
    first = scene.cue_at.get(begin)
    return bool(first and first.covers) and not any(scene.form(at) == "،" for at in range(begin, cue.first))


def _same_source(scene: Scene, cue: CueAt, begin: int) -> bool:
    """'قال … حسب نفس المصدر': it is who speaks already."""
    if scene.form(cue.last) not in folded("same"):
        return False
    return any(at in scene.cue_at and scene.cue_at[at].finite for at in range(begin, cue.first))


def _leaves_source(scene: Scene, cue: CueAt, at: int) -> bool:
    """Whether the words of the source end here: at the main clause, or at a comma with no name in apposition."""
    if scene.form(at) in folded("so_that"):
        return True
    if scene.form(at) == "،":
        beside = scene.referents.at(at + 1)
        return beside is None or beside.how != "name"
    other = scene.cue_at.get(at)
    passes_on = scene.form(at).removeprefix("و") in folded("by_relay")  # 'وثائق رفعت عنها السرية [ونشرها] البيت الأبيض'
    return other is not None and other.finite and at > cue.last + 1 and not passes_on


def _of_statement(scene: Scene, cue: CueAt, reach: int) -> Source | None:
    """'بحسب بيان لمتحدثها': whom a preposition gives; not beside a verb, which has its subject ('لما قاله لصحيفة')."""
    beside = scene.referents.at(cue.last)  # 'وفقا [لمحللين] تحدثوا إلى الوكالة'
    near = range(cue.last, cue.last if beside is not None else min(reach, cue.last + 2))
    verbs = [i for i in near if i in scene.cue_at and scene.cue_at[i].finite]
    verb = scene.cue_at[verbs[0]] if verbs else None
    passive = verb is not None and verb.cue.relay and verb.passive  # 'وبحسب ما [نُقل] عن الوزير'
    relays = passive or (verb is not None and scene.form(verb.first) in folded("by_relay"))
    return any_source(scene, cue.last, reach) if relays or not verbs else None


def _verb_follows(scene: Scene, cue: CueAt) -> bool:
    """Whether a verb of saying with no content of its own follows: 'كما أعلنت الوزارة', not 'كما أعلنت أن'."""
    at = cue.last + opens("before_verb", scene.analysed.tokens, cue.last)
    verb = scene.cue_at.get(at)
    if verb is None or not verb.finite:
        return False
    marker = marker_after(scene, verb)
    return marker is None or marker.sort not in {"that", "colon", "quote"}


def _gives_statement(scene: Scene, cue: CueAt) -> bool:
    """'وبحسب [البيان]': the statement that was told of before is the source, and so whoever gave it."""
    form = scene.form(cue.last)
    whole = "ال" + form[2:] if form.startswith("لل") else form
    return not cue.cue.takes_verb and scene.referents.at(cue.last) is None and whole in folded("statement")


def _initial_cover(scene: Scene, cue: CueAt, source: Source | None, at: int, end: int) -> Saying | None:
    if scene.form(at) == "،" and scene.form(at + 2) == "،" and scene.form(at + 1) in folded_time_words():
        at += 2  # 'وبحسب الصحيفة، الاثنين، فقد …'
    while at < end and scene.form(at) not in _ENDS_SOURCE and scene.form(at) not in folded("so_that", "that"):
        at += 1
    if scene.form(at) == "،":
        at = _behind_apposition(scene, at, end)
    if at >= end - 2 or all(is_of_day(scene, i) or is_month(scene, i) for i in range(at + 1, end - 1)):
        return _of_sentence_before(scene, cue, source) if source else None
    begins = at + 1
    if scene.form(begins) in folded("so_that", "that"):
        begins += 1
    marker = Marker(at, begins, "that")
    content = content_from(scene, marker)
    stance, by = _stance(scene, cue, content)
    return Saying(cue, content, source, stance, SayingRule.COVER_INITIAL, at=cue.first, stance_by=by)


def _behind_apposition(scene: Scene, comma: int, end: int) -> int:
    """The comma behind what is told of the source: 'وبحسب سالم، الأستاذ في جامعة المدينة[،] فإن', else the first."""
    office = behind_office(scene, comma, end)
    if office is not None:
        return office
    if scene.form(comma + 1) in folded("so_that"):
        return comma
    if scene.form(comma + 1) in folded("who"):  # 'وبحسب التقرير، الذي نشرته الصحيفة[،] فإن'
        commas = [at for at in range(comma + 1, min(comma + _TOLD_OF_SOURCE, end - 1)) if scene.form(at) == "،"]
        return next((at for at in commas if scene.form(at + 1) in folded("so_that")), [*commas, comma][0])
    near = range(comma + 1, min(comma + OFFICE, end - 1))
    close = next((at for at in near if scene.form(at) == "،"), None)
    told = close is None or any(cue.finite for cue in scene.cues_between(comma, close))
    return comma if told or close is None or scene.form(close + 1) not in folded("so_that") else close


def _of_sentence_before(scene: Scene, cue: CueAt, source: Source) -> Saying | None:
    first = scene.analysed.sentence_at(cue.first)[0]
    if first == 0:
        return None
    begin, end = scene.analysed.sentence_at(first - 1)
    while end > begin and scene.form(end - 1) in {".", "،"}:
        end -= 1
    return Saying(
        cue, (begin, end), source, cue.cue.stance, SayingRule.COVER_SENTENCE_BEFORE, covers=True, at=cue.first
    )


def _inserted(scene: Scene, cue: CueAt) -> bool:
    """Whether the cover stands between a verb of saying and its أن: then its source is a link of that chain."""
    for other in scene.cues_between(cue.first - _INSERTED, cue.first):
        if other.finite and other.last <= cue.first and cue.first - other.last < _INSERTED:
            marker = marker_after(scene, other)
            if (
                marker
                and marker.at > cue.first
                and scene.analysed.sentence_at(other.first) == scene.analysed.sentence_at(cue.first)
            ):
                return True
    return False


def clause_start(scene: Scene, cue: CueAt, begin: int) -> int:
    """Where the clause before a trailing cover begins: after a semicolon or the dateline, or with the sentence."""
    first = scene.cue_at.get(begin)
    also = first is not None and first.cue.says_also  # 'كما تراجعت الليرة، بحسب الصحيفة'
    if first and first.covers and first is not cue and not also:  # what an initial cover says begins after its source
        comma = next((i for i in range(begin, cue.first) if scene.form(i) == "،"), None)
        if comma is not None and comma < cue.first - 1:
            return comma + 1
    begin = behind_dateline(scene.analysed.tokens, begin, cue.first)
    last = next((at for at in range(cue.first - 1, begin, -1) if scene.form(at) == "؛"), begin - 1)
    if interrupts(scene, cue):  # 'نفت موسكو ذلك، [فيما] تظهر صور، وفق الموقع، بناء مصنع'
        turns = (at for at in range(cue.first - 1, last + 1, -1) if scene.form(at - 1) == "،")
        last = next((at - 1 for at in turns if opens("meanwhile", scene.analysed.tokens, at)), last)
    begin = _past_dashes(scene, last + 1)
    main = any(scene.form(at) in folded("so_that") for at in range(begin, cue.first))
    grants = not main and begin == scene.analysed.sentence_at(cue.first)[0]
    return begin + concession_at(scene, cue.first) * grants


def _past_dashes(scene: Scene, at: int) -> int:
    while scene.form(at) in DASHES:
        at += 1
    return at
