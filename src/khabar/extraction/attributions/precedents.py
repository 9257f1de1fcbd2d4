"""Verbs behind سبق أن: what somebody has said before, and who that is."""

from khabar.extraction.attributions.classes import folded
from khabar.extraction.attributions.cues import CueAt
from khabar.extraction.attributions.scene import Scene
from khabar.extraction.attributions.subjects import SPEAKS
from khabar.values.attribution import Link


def said_before(scene: Scene, cue: CueAt) -> bool:
    """Whether the أن before a verb tells that it was done: 'سبق أن نفت', 'سبق للوزير أن قال', not 'قبل أن تعلن'."""
    return _once(scene, cue) is not None


def who_said_before(scene: Scene, cue: CueAt) -> Link | None:
    """'سبق [للوزير] أن قال': whom ل brings, since the verb behind أن has its subject there."""
    at = _once(scene, cue)
    whose = None if at is None else scene.referents.at(at + 1)
    if whose is None or whose.last != cue.first - 1 or whose.particle != "ل" or whose.how not in SPEAKS:
        return None
    return whose.entities


def _once(scene: Scene, cue: CueAt) -> int | None:
    """The token of سبق, with nothing but whom ل brings between it and the أن before the verb."""
    if scene.form(cue.first - 1) not in folded("once_that") or not cue.finite:
        return None
    beside = scene.referents.at(cue.first - 2)
    at = beside.first - 1 if beside is not None and beside.particle == "ل" else cue.first - 2
    at -= scene.form(at) in folded("once_to")
    return at if scene.form(at) in folded("once") else None
