"""How a saying stands to what it says."""

from khabar.extraction.attributions.classes import folded, opens
from khabar.extraction.attributions.cues import CueAt
from khabar.extraction.attributions.scene import Scene
from khabar.language.analysis import Range
from khabar.values.attribution import Stance


def stance_of(scene: Scene, cue: CueAt, content: Range) -> Stance:
    """The cue's stance, turned by a negation before it or a denial in what is said."""
    stance = cue.cue.stance
    begin, _ = scene.analysed.sentence_at(cue.first)
    what = scene.form(cue.first - 1) == "ما" and cue.first - 1 > begin  # 'وفق ما أكده': no negation
    if cue.finite and not what and opens("negation", scene.analysed.tokens, cue.first - 1):
        return cue.cue.negated or stance
    if cue.cue.that_asserts and scene.form(content[0] - 1) in folded("that"):
        return Stance.ASSERTS
    if stance is Stance.ASSERTS and rejects_a_saying(scene, content):
        return Stance.DENIES
    return stance


def rejects_a_saying(scene: Scene, content: Range) -> bool:
    """'إن ما نشرته الصحيفة غير صحيح', 'إن حديث الجماعة زائف': what others said, and a predicate that rejects it."""
    first = content[0]
    if opens("rejects", scene.analysed.tokens, first):
        return True
    noun = scene.cue_at.get(first)
    others = opens("what", scene.analysed.tokens, first) or (noun is not None and not noun.finite and not noun.covers)
    return others and any(opens("denial", scene.analysed.tokens, at) for at in range(*content))
