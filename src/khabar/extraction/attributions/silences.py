"""Who declines to speak, gives no answer, or denies before he is quoted."""

from khabar.extraction.attributions.classes import folded, openings, opens, phrase_at
from khabar.extraction.attributions.contents import but_says
from khabar.extraction.attributions.cues import CueAt, speech_lexemes
from khabar.extraction.attributions.fronted import source_before, topic
from khabar.extraction.attributions.interruptions import ends_clause
from khabar.extraction.attributions.relatives import with_pronoun
from khabar.extraction.attributions.saying import Saying
from khabar.extraction.attributions.scene import Scene
from khabar.extraction.attributions.source import Source, any_source
from khabar.extraction.attributions.sources import source_after
from khabar.extraction.attributions.subjects import first_subject, stands_in_cover
from khabar.extraction.names.words import is_function_word
from khabar.language.conjugation import Tense
from khabar.values.attribution import Stance
from khabar.values.why import SayingRule, SourceRule

_LIKEWISE, _WITHOUT = "كما", "دون"
_AND_NOT = frozenset({"ولم", "ولن", "ولا"})
_ITS = ("ها", "هم")  # pronouns of whose it is
_STATEMENT = 4  # tokens from a statement to whose it is


def silent(scene: Scene, cue: CueAt, source: Source | None) -> Saying | None:
    """'وتحدث الوزير طويلا. وأضاف أن': who speaks, though nothing shows where what he says begins."""
    speech = not cue.cue.also_plain or cue.cue.addressee or cue.cue.carries
    named = scene.referents.at(cue.last + (scene.form(cue.last) in with_pronoun()))  # 'رد عليه [الرئيس]'
    if not cue.finite or not speech or cue.cue.mental or source is None or named is None:
        return None
    rule = SayingRule.VERB_OBJECT  # no attribution comes of it
    return Saying(cue, (cue.first, cue.last), source, cue.cue.stance, rule, at=cue.first, silent=True)


def denied_before(scene: Scene, cue: CueAt, source: Source | None) -> Saying | None:
    """'أنباء عن … والوزارة تنفي': what is denied stands before the one who denies it."""
    begin, end = scene.analysed.sentence_at(cue.first)
    if cue.cue.stance is not Stance.DENIES or source is None or source.end or end - cue.last > 1:
        return None
    speaker = scene.referents.at(cue.first - 1)
    if speaker is None or not speaker.particle.startswith("و") or speaker.first - begin < 3:
        return None
    colon = next((at for at in range(begin, speaker.first) if scene.form(at) == ":"), None)
    denied = (begin if colon is None else colon + 1, speaker.first)  # 'الجيش: [لا قتلى] والسكان ينفون'
    return Saying(cue, denied, source, Stance.DENIES, SayingRule.VERB_DENIED_BEFORE, covers=True, at=cue.first)


def declined(scene: Scene, cue: CueAt) -> Saying | None:
    """'ورفضت الوزارة التعليق': who declines, before the phrase, behind it or inside it."""
    begin, end = scene.analysed.sentence_at(cue.first)
    end = next((i for i in range(cue.last, end) if _turns_away(scene, i)), end)
    if cue.circumstantial:
        return _declines_beside(scene, cue, end)
    inside = cue.gap is not None and first_subject(scene, *cue.gap) is not None  # 'وفي رد لرويترز، امتنع [الكرملين] عن'
    parted = scene.form(cue.first - 1) == "،" and topic(scene, cue) is None and not inside
    beside = scene.referents.at(cue.first - 2) if parted else None
    beside = beside if beside is None or not stands_in_cover(scene, beside) else None  # 'الكرملين، وفق الوكالة، رفض'
    source = Source(beside.entities, by=SourceRule.BEFORE) if beside and beside.how != "adjective" else None
    told_whole = scene.form(cue.last - 1) in folded("that") or is_function_word(scene.form(cue.last - 1))
    covered = next((c.first for c in scene.cues_between(cue.last, end) if c.covers), end)  # 'على [ما] نشرته الصحيفة'
    reach = cue.last if told_whole else covered  # '[لم يقل إن] الجنود رحلوا', '[رفض الرد على] أسئلة الوكالة'
    source = source or source_after(scene, cue, reach)
    if source is None and scene.form(cue.first) == _WITHOUT and _said_before(scene, begin, cue):
        keeps_back = _of_oneself(scene, cue) or _keeps_back(scene, cue)
        return None if keeps_back else _declines_beside(scene, cue, end)
    source = source or source_before(scene, cue)
    if source is None and cue.gap:  # 'لم يصدر عن الحكومة أي تعليق'
        source = any_source(scene, cue.gap[0], cue.gap[1])
    source = source or (None if cue.cue.mental else _gave_none(scene, cue, end))
    if (source is None and not _goes_on(scene, cue)) or _of_oneself(scene, cue) or _keeps_back(scene, cue):
        return None
    stop = end - 1 if scene.form(end - 1) == "." else end
    stop = _before_cover(scene, cue, stop)
    named = scene.referents.at(cue.first - 1)
    first = named.first if named and named.last == cue.first else cue.first
    return Saying(cue, (max(begin, first), stop), source, Stance.DECLINES, SayingRule.NO_COMMENT, at=cue.first)


def _before_cover(scene: Scene, cue: CueAt, end: int) -> int:
    """Where a cover begins behind a comma: 'لم ترد موسكو على أسئلة اللجنة، [وفق التقرير]'."""
    covers = (c for c in scene.cues_between(cue.last, end) if c.covers and scene.form(c.first - 1) == "،")
    return next((c.first - 1 for c in covers if ends_clause(scene, c)), end)


def _declines_beside(scene: Scene, cue: CueAt, end: int) -> Saying:
    """'قال الوزير …، رافضا التعليق على …': who speaks already declines."""
    stop = end - 1 if scene.form(end - 1) == "." else end
    return Saying(cue, (cue.first, stop), None, Stance.DECLINES, SayingRule.NO_COMMENT, at=cue.first)


def _said_before(scene: Scene, begin: int, cue: CueAt) -> bool:
    """'قال الجيش إنه رأى جنودا في المدينة [دون أن يحدد] مهمتهم': who says something declines, and not who is near."""
    return any(other.finite for other in scene.cues_between(begin, cue.first))


def _goes_on(scene: Scene, cue: CueAt) -> bool:
    """'لكنه [رفض كشف] التفاصيل', '[ورفض التعليق]': nobody stands inside the phrase, so who spoke declines."""
    between = cue.gap is not None and cue.gap[0] < cue.gap[1]
    joins = cue.proclitics[:1] == ("و",) or scene.form(cue.first - 1) in {_LIKEWISE} | folded("but")
    he_turns = scene.form(cue.first - 1) in folded("that")
    joins = joins or (
        he_turns and phrase_at("but", scene.analysed.tokens, cue.first - 2) > 1
    )  # 'إلا أنه [رفض تحديد] العدد'
    return joins and not between and cue.inflection.tense is Tense.PAST


def _keeps_back(scene: Scene, cue: CueAt) -> bool:
    """'دون أن يحدد [مواقعها]': what is not told, with a pronoun of whose it is, is no speaker."""
    if cue.gap is not None and cue.gap[0] < cue.gap[1]:
        return False  # who declines stands inside the phrase
    named = scene.referents.at(cue.last)
    return named is not None and named.how != "name" and scene.form(named.last - 1).endswith(_ITS)


def _of_oneself(scene: Scene, cue: CueAt) -> bool:
    """Whether a phrase of declining is in the first person: '"لن [نعلق] على ذلك"', which the speaker himself says."""
    for form in (scene.form(at) for at in range(cue.first, cue.last)):
        persons = {found.inflection.person for found in speech_lexemes().at(form) if found.inflection.tense.finite}
        if persons == {1}:
            return True
    return False


def _turns_away(scene: Scene, at: int) -> bool:
    """Whether after a comma the report turns to something else: '، لكن الوزارة', '، فيما', '، وهو ما'."""
    if scene.form(at) in openings("but") and but_says(scene, at):
        return True  # 'لم يفصح عن ذلك إلا أنه أكد'
    tokens, joined_on = scene.analysed.tokens, scene.cue_at.get(at + 1)
    if scene.form(at) == "،" and joined_on is not None and joined_on.finite and joined_on.proclitics[:1] == ("و",):
        return True  # 'امتنعت الصين عن التعليق، واكتفت بالقول'
    goes_on = scene.cue_at.get(at)
    if goes_on is not None and goes_on.finite and goes_on.proclitics[:1] == ("و",) and not goes_on.cue.also_plain:
        return goes_on.inflection.tense is Tense.PAST  # 'امتنعت عن الإجابة [وقالت] إن'
    if scene.form(at) == "،" and joined_on is not None and joined_on.circumstantial:
        return True  # '…، مكتفية بالقول'
    again = scene.cue_at.get(at + 2)
    if scene.form(at) == "،" and again is not None and again.cue.stance is Stance.DECLINES:
        return True  # 'لم يصدر تعليق من الجيش، كما لم يصدر تعليق من الوزارة'
    if scene.form(at) == "،" and again is not None and again.finite and scene.form(at + 1) in _AND_NOT:
        return True  # 'رفض الخوض في التفاصيل، ولم يؤكد أن الصفقة تمت'
    return scene.form(at) == "،" and any(opens(each, tokens, at + 1) for each in ("but", "but_that", "breaks"))


def _gave_none(scene: Scene, cue: CueAt, end: int) -> Source | None:
    """'لم يصدر تعليق فوري [من بيونغ يانغ]': from whom no comment came."""
    whose = (
        any_source(scene, at + 1, at + 1 + _STATEMENT)
        for at in range(cue.last, end)
        if scene.form(at) in folded("of_whom")
    )
    return next((source for source in whose if source), None)


def tells_of_statement(scene: Scene, at: int) -> bool:
    """Whether a noun of saying after a preposition stands here: 'في بيان'."""
    noun = scene.cue_at.get(at)
    if noun is None or noun.inflection.tense not in (Tense.NOUN, Tense.PARTICLE):
        return False
    return bool(folded("prepositions") & {scene.form(at), scene.form(at - 1)})
