"""Clauses that speak of the whole clause before them: 'وهو ما', 'الأمر الذي', 'وهي اتهامات' and their verb."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from khabar.extraction.attributions.classes import folded, opens, phrase_at
from khabar.extraction.attributions.cues import CueAt
from khabar.extraction.attributions.scene import Scene
from khabar.knowledge.speech import OBJECT, PREPOSITIONS, THAT
from khabar.language.normalise import fold
from khabar.values.attribution import Stance

BACK = frozenset({"ه", "ها"})  # the pronoun of what is taken up


def taken_up_by(scene: Scene, at: int) -> CueAt | None:
    """The verb of saying of the clause that opens here and takes up what stands before it; None: no such clause."""
    length = phrase_at("takes_up", scene.analysed.tokens, at)
    if not length:
        return None
    verb = _past_was(scene, at + length)
    cue = scene.cue_at.get(verb)
    return cue if cue is not None and not cue.proclitics and points_back(scene, cue) else None


def _past_was(scene: Scene, at: int) -> int:
    """Past what stands before the verb: 'وهو ما [لم] تؤكده', 'وهو ما [كانت موسكو قد] نفته'."""
    while True:
        subject = scene.referents.at(at) if scene.form(at - 1) in folded("was") else None
        if subject is not None and subject.first == at:
            at = subject.last
        elif opens("before_verb", scene.analysed.tokens, at) or scene.form(at) in folded("was"):
            at += 1
        else:
            return at


def tells_it(scene: Scene, cue: CueAt) -> bool:
    """Whether a verb says, denies or will not say what is taken up: 'نفته', not 'وصفته بالكذب', 'رد عليه'."""
    if cue.cue.mental or cue.cue.label or cue.cue.stance not in (Stance.ASSERTS, Stance.DENIES):
        return False
    judges = cue.cue.addressee and not cue.cue.addressee_marks
    if cue.enclitic in BACK:
        return bool({OBJECT, THAT} & set(cue.cue.content)) and not judges
    led = not cue.cue.also_plain  # 'أشار إليه', not 'اعترفت به'
    return led and with_pronoun().get(scene.form(cue.last)) in cue.cue.content


def points_back(scene: Scene, cue: CueAt) -> bool:
    """Whether a pronoun behind the verb, or behind its preposition, is what was told before."""
    return cue.finite and (cue.enclitic in BACK or scene.form(cue.last) in with_pronoun())


@cache
def with_pronoun() -> Mapping[str, str]:
    """Prepositions by their forms with the pronoun of what is taken up: 'إليه', 'عنها', 'به'."""
    stems = {mark: fold(mark) for mark in PREPOSITIONS}
    stems = {mark: stem[:-1] + "ي" if stem.endswith("ى") else stem for mark, stem in stems.items()}
    return MappingProxyType({stem + pronoun: mark for mark, stem in stems.items() for pronoun in BACK})
