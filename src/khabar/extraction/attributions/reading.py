"""Attributions of one report, from its analysed text and references."""

from khabar.extraction.attributions.cited import with_cited
from khabar.extraction.attributions.cues import cues_in
from khabar.extraction.attributions.nesting import nested
from khabar.extraction.attributions.outlet import without_outlet
from khabar.extraction.attributions.rejected import without_rejections
from khabar.extraction.attributions.sayings import sayings_in
from khabar.extraction.attributions.scene import Scene
from khabar.extraction.references import Referents
from khabar.language.analysis import AnalysedText
from khabar.values.attribution import Attribution


def attributions_in(
    analysed: AnalysedText, referents: Referents, outlet: str | None = None, *, why: bool = False
) -> tuple[Attribution, ...]:
    """Every act of saying with its chain, in reading order; `outlet` is whose report it is."""
    scene = Scene(analysed, referents, cues_in(analysed, referents), why)
    sayings = with_cited(scene, without_rejections(scene, sayings_in(scene)))
    return without_outlet(nested(scene, sayings), referents, outlet)
