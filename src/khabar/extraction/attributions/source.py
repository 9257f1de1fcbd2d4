"""Who a cue is found to have as its source."""

from dataclasses import dataclass

from khabar.extraction.attributions.scene import Scene
from khabar.extraction.attributions.subjects import SPEAKS, joined
from khabar.values.attribution import Link
from khabar.values.why import SourceRule

_FAR = 7  # tokens behind a cover in which its source stands


@dataclass(frozen=True, slots=True)
class Source:
    """The speakers of a cue, and the media through which their words came."""

    link: Link
    via: tuple[Link, ...] = ()
    end: int = 0  # token after the source's words; 0: not after the cue
    by: SourceRule = SourceRule.BEHIND


def any_source(scene: Scene, begin: int, end: int) -> Source | None:
    """The first speaker, though a preposition stands before: 'بحسب بيان لمتحدثها'."""
    for reference in scene.referents.between(begin, min(end, begin + _FAR)):
        if reference.how in SPEAKS and not scene.is_bare_place(reference):
            link, last = joined(scene, reference, end)
            return Source(link, (), last, SourceRule.NEAR)
    return None
