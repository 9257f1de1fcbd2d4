"""Who a cue is found to have as its source."""

from dataclasses import dataclass, replace

from khabar.extraction.attributions.classes import folded
from khabar.extraction.attributions.scene import Scene
from khabar.extraction.attributions.subjects import SPEAKS, joined
from khabar.extraction.references import Reference
from khabar.values.attribution import Link
from khabar.values.entity import Kind
from khabar.values.why import SourceRule

_GIVES = frozenset({Kind.ORGANISATION, Kind.PERSON, Kind.MEDIA})  # who may give a statement
_FAR = 7  # tokens behind a cover in which its source stands


@dataclass(frozen=True, slots=True)
class Source:
    """The speakers of a cue, and the media through which their words came."""

    link: Link
    via: tuple[Link, ...] = ()
    end: int = 0  # token after the source's words; 0: not after the cue
    by: SourceRule = SourceRule.BEHIND


def whose_statement(scene: Scene, reference: Reference) -> Reference:
    """Whoever gave the statement that speaks: 'قال بيان [لرئاسة الجمهورية] إن'; else the reference itself."""
    if reference.how != "group" or scene.form(reference.first) not in folded("a_statement"):
        return reference
    words = scene.analysed.span(reference.first, reference.last)
    for entity in scene.referents.entities:
        named = entity.kind in _GIVES and any(words.start < at.start < words.end for at in entity.mentions)
        if named and entity.id not in reference.entities:
            return replace(reference, entities=(entity.id,))
    return reference


def any_source(scene: Scene, begin: int, end: int) -> Source | None:
    """The first speaker, though a preposition stands before: 'بحسب بيان لمتحدثها'."""
    for reference in scene.referents.between(begin, min(end, begin + _FAR)):
        if reference.how in SPEAKS and not scene.is_bare_place(reference):
            link, last = joined(scene, whose_statement(scene, reference), end)
            return Source(link, (), last, SourceRule.NEAR)
    return None
