"""Why an attribution is as it is: what was matched as its cue, content, source, links and stance."""

from collections.abc import Iterator

from khabar.extraction.attributions.saying import Saying
from khabar.extraction.attributions.scene import Scene
from khabar.values.attribution import Link
from khabar.values.span import Span
from khabar.values.why import Part, SourceRule, StanceRule, Why

Around = tuple[Saying, tuple[Link, ...]]  # the saying that another stands in, with its chain


def whys(scene: Scene, saying: Saying, chain: tuple[Link, ...], around: Around | None) -> Iterator[Why]:
    """The label of each part of a saying, with its words."""
    cue = saying.cue
    words = scene.analysed.span(cue.first, cue.last) if cue else None
    if cue:
        yield Why(Part.CUE, cue.cue.id, words)
    yield Why(Part.CONTENT, saying.rule, scene.analysed.span(*saying.content))
    source, outer = saying.source, around[1] if around else ()
    if source:
        yield Why(Part.SOURCE, source.by, _words_of(scene, saying, source.link))
        for link in source.via:
            yield Why(Part.LINK, SourceRule.MEDIUM, _words_of(scene, saying, link))
    else:
        yield Why(Part.SOURCE, SourceRule.AROUND if chain == outer else SourceRule.GOES_ON)
    if source and around and chain[: len(outer)] == outer:
        yield Why(Part.LINK, SourceRule.AROUND, scene.analysed.span(*around[0].content))
    by_entry = cue is not None and saying.stance_by is StanceRule.PLAIN
    yield Why(Part.STANCE, cue.cue.id if cue and by_entry else saying.stance_by, words)


def _words_of(scene: Scene, saying: Saying, link: Link) -> Span | None:
    """The words nearest to the cue, in its sentence, that name the first of joint speakers."""
    begin, end = scene.analysed.sentence_at(saying.at)
    named = (r for r in scene.referents.between(begin, end) if link[0] in r.entities)
    nearest = min(named, key=lambda r: abs(r.first - saying.at), default=None)
    return scene.analysed.span(nearest.first, nearest.last) if nearest else None
