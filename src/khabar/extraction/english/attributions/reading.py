"""Attributions of one English report, from its words and references."""

from khabar.extraction.attributions.outlet import without_outlet
from khabar.extraction.english.attributions.nesting import nested
from khabar.extraction.english.attributions.sayings import sayings_in
from khabar.extraction.english.scene import Scene
from khabar.values.attribution import Attribution


def attributions_in(scene: Scene, outlet: str | None = None) -> tuple[Attribution, ...]:
    """Every act of saying with its chain, in reading order; `outlet` is whose report it is."""
    return without_outlet(nested(scene, list(sayings_in(scene))), scene.referents, outlet)
