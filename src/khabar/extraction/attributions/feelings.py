"""Feelings that a verb expresses: what somebody fears or hopes is what he says, not that he does."""

from khabar.extraction.attributions.classes import folded
from khabar.extraction.attributions.cues import CueAt
from khabar.extraction.attributions.markers import Marker
from khabar.extraction.attributions.scene import Scene

_OWN = ("ها", "هم", "ه")  # pronouns of whose feeling it is
_BESIDE = {"مع"}  # 'أعربوا عن مخاوفهم [مع] رؤسائهم'
_DESCRIBED = 2  # adjectives of a feeling: 'قلقها البالغ'


def behind_feeling(scene: Scene, cue: CueAt, marker: Marker) -> Marker:
    """'أعرب الوزير عن قلقه البالغ من [اتساع الحرب]': where begins what is felt; else the marker as it is."""
    if cue.cue.mental or marker.sort not in {"preposition", "object"} or not is_felt(scene, marker.begins):
        return marker
    at = marker.begins + 1
    while at <= marker.begins + _DESCRIBED and scene.form(at).startswith("ال") and scene.referents.at(at) is None:
        at += 1
    if scene.form(at) in folded("that", "by_that"):
        return Marker(at, at + 1, "that")
    clause = scene.form(at + 1) in folded("that")
    told = clause or _is_fear(scene.form(marker.begins))  # 'ثقته في [الحل]' tells of no deed
    if not told or scene.form(at) not in folded("prepositions") - _BESIDE or not scene.form(at + 1)[:1].isalpha():
        return marker
    return Marker(at, at + 1 + clause, "that" if clause else "preposition")


def is_felt(scene: Scene, at: int) -> bool:
    """Whether a noun of feeling with the pronoun of whose it is stands here: 'قلقه', 'مخاوفهم'."""
    noun = scene.cue_at.get(at)
    return noun is not None and not noun.finite and noun.cue.mental and scene.form(at).endswith(_OWN)


def _is_fear(form: str) -> bool:
    owned = next((own for own in _OWN if form.endswith(own)), "")
    return form.removesuffix(owned) in folded("fears")
