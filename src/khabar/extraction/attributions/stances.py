"""How a saying stands to what it says."""

from khabar.extraction.attributions.asides import QUOTATION_MARKS
from khabar.extraction.attributions.classes import folded, opens
from khabar.extraction.attributions.cues import CueAt
from khabar.extraction.attributions.scene import Scene
from khabar.language.analysis import Range
from khabar.values.attribution import Stance
from khabar.values.why import StanceRule

_QUESTION = "؟"
_CLOSES = frozenset({_QUESTION, ".", "!"})
_NEAR = 5  # tokens from 'هذا' to what rejects it


def stance_of(scene: Scene, cue: CueAt, content: Range) -> tuple[Stance, StanceRule]:
    """The cue's stance, turned by a negation before it or a denial in what is said; and what turned it."""
    stance = cue.cue.stance
    begin, _ = scene.analysed.sentence_at(cue.first)
    what = scene.form(cue.first - 1) == "ما" and cue.first - 1 > begin  # 'وفق ما أكده': no negation
    if cue.finite and not what and opens("negation", scene.analysed.tokens, cue.first - 1):
        return cue.cue.negated or stance, StanceRule.NEGATED if cue.cue.negated else StanceRule.PLAIN
    passed_on = _passed_on(scene, cue, content)
    if passed_on:
        return passed_on, StanceRule.PLAIN
    if stance is Stance.ASSERTS and _says_nothing(scene, content):
        return Stance.DECLINES, StanceRule.SAYS_NOTHING
    if stance is Stance.ASSERTS and _asks(scene, content):
        return Stance.QUESTIONS, StanceRule.ASKS
    if cue.cue.that_asserts and scene.form(content[0] - 1) in folded("that", "by_that"):
        return Stance.ASSERTS, StanceRule.THAT_ASSERTS
    if cue.cue.that_asserts and opens("danger", scene.analysed.tokens, _past_marks(scene, content[0])):
        return Stance.ASSERTS, StanceRule.THAT_ASSERTS  # 'حذر من "عواقب خطيرة"': not to do something is not asked
    if cue.cue.refuses and scene.form(content[0] - 1) in QUOTATION_MARKS | {":"}:
        stance = Stance.ASSERTS  # 'قلل من الأمر: "هذا خطأ فني"': what is quoted is no longer what is refused
    if stance is Stance.ASSERTS and (rejects_a_saying(scene, content) or _calls_false(scene, cue, content)):
        return Stance.DENIES, StanceRule.REJECTS
    return stance, StanceRule.PLAIN


def _says_nothing(scene: Scene, content: Range) -> bool:
    """'إنه لا علم له بالأمر', 'إن [بكين] لا علم لها بالأمر': at the head of what is said, or behind its subject."""
    first = _past_marks(scene, content[0])
    if opens("says_nothing", scene.analysed.tokens, first):
        return True
    subject = scene.referents.at(first)
    return subject is not None and opens("says_nothing", scene.analysed.tokens, subject.last)


def _asks(scene: Scene, content: Range) -> bool:
    """'وأضاف: "لماذا نصبر على ذلك؟"': a question by its first word and by the mark that closes it."""
    first = _past_marks(scene, content[0])
    if not opens("asks", scene.analysed.tokens, first):
        return False
    marks = (scene.form(at) for at in range(first, content[1] + 1))
    return next((mark for mark in marks if mark in _CLOSES), "") == _QUESTION


def _past_marks(scene: Scene, at: int) -> int:
    """The first word from here on, behind quotation marks."""
    while scene.form(at) in QUOTATION_MARKS:
        at += 1
    return at


def _calls_false(scene: Scene, cue: CueAt, content: Range) -> bool:
    """'وصف الاتهامات بأنها تلفيق', 'ووصفتها بالأكاذيب': what can be called so is only what others say."""
    judges = cue.cue.addressee and not cue.cue.addressee_marks and cue.cue.act is None
    first = content[0]
    while scene.form(first) in QUOTATION_MARKS | {"ب", "محض", "مجرد"}:
        first += 1
    return judges and opens("falsehood", scene.analysed.tokens, first)


def _passed_on(scene: Scene, cue: CueAt, content: Range) -> Stance | None:
    """The stance of what is passed on by its noun: 'نقلت الوكالة عن الوزير [نفيه] أن'; None: no noun turns it."""
    opened = content[0] - 1 - (scene.form(content[0] - 1) in folded("that", "by_that", "prepositions"))
    said = scene.cue_at.get(content[0] - 1) or scene.cue_at.get(opened)
    owned = cue.cue.relay and said is not None and said is not cue and not said.finite and bool(said.enclitic)
    return said.cue.stance if owned and said is not None and said.cue.stance is not Stance.ASSERTS else None


def rejects_a_saying(scene: Scene, content: Range) -> bool:
    """'إن ما نشرته الصحيفة غير صحيح', 'إن حديث الجماعة زائف': what others said, and a predicate that rejects it."""
    first = content[0] + (scene.form(content[0]) in QUOTATION_MARKS)
    if opens("rejects", scene.analysed.tokens, first):
        return True
    if scene.form(first) in folded("plain_no") and scene.form(first + 1) in {"،", "."}:
        return True  # 'قال: "لا، لم يحدث ذلك"'
    if scene.form(first) in folded("that_thing"):  # 'هذا كلام غير صحيح'
        near = range(first + 1, min(first + _NEAR, content[1]))
        return any(opens("denial", scene.analysed.tokens, at) or _is_called_false(scene, at) for at in near)
    noun = scene.cue_at.get(first)
    others = opens("what", scene.analysed.tokens, first) or (noun is not None and not noun.finite and not noun.covers)
    return others and any(opens("denial", scene.analysed.tokens, at) for at in range(*content))


def _is_called_false(scene: Scene, at: int) -> bool:
    """'هذه المعلومات [خدعة]', 'التقارير [كذب]': right behind what others said; not 'دليل على [كذب] الحكومة'."""
    before = at - 1 - (scene.form(at - 1) in QUOTATION_MARKS)
    return scene.form(before) in folded("that_thing") and opens("falsehood", scene.analysed.tokens, at) > 0
