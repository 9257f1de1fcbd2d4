"""Whom a medium cites behind what it tells: 'ذكرت الصحيفة أن الميناء أغلق، نقلا عن مسؤولين'."""

from collections.abc import Sequence
from dataclasses import replace

from khabar.extraction.attributions.saying import Saying
from khabar.extraction.attributions.scene import Scene
from khabar.extraction.attributions.source import Source
from khabar.extraction.attributions.subjects import kind_of
from khabar.values.entity import Kind
from khabar.values.why import SourceRule

_BETWEEN = 2  # tokens from what is told to the words that cite: a comma, a mark


def with_cited(scene: Scene, sayings: Sequence[Saying]) -> list[Saying]:
    """The sayings of media through to whom they cite; what cites closes one of them and is no saying of its own.

    Nor is what anybody else leans on: 'قال الوزير إن السفن وصلت، مستندا إلى صور'.
    """
    leaning = {id(s) for s in sayings if s.covers and s.cue is not None and s.cue.cue.leans}
    citing = {s.content[1]: s for s in sayings if _cites(scene, s)}
    found, used = [], set()
    for saying in sayings:
        near = (citing.get(saying.content[1] + beyond) for beyond in range(_BETWEEN + 1)) if citing else ()
        cover = next((c for c in near if c and _told_by_medium(scene, saying, c)), None)
        if cover is None or cover.source is None or saying.source is None:
            found.append(saying)
            continue
        used.add(id(cover))
        source = Source(cover.source.link, (saying.source.link,), saying.source.end, SourceRule.CITED)
        found.append(replace(saying, source=source))
    return [s for s in found if id(s) not in used | leaning]


def _cites(scene: Scene, cover: Saying) -> bool:
    relays = cover.covers and cover.cue is not None and cover.cue.covers and cover.cue.cue.relay
    return relays and cover.source is not None and kind_of(scene, cover.source.link[0]) is not Kind.MEDIA


def _told_by_medium(scene: Scene, saying: Saying, cover: Saying) -> bool:
    """Whether a medium tells, in its own verb and at no second hand, what the cover stands right behind."""
    if saying.covers or saying.source is None or saying.source.via or saying.cue is None or not saying.cue.finite:
        return False
    first, last = cover.content
    return first <= saying.at < last and kind_of(scene, saying.source.link[0]) is Kind.MEDIA
