"""One act of saying, before the sayings of a report are nested."""

from dataclasses import dataclass

from khabar.extraction.attributions.cues import CueAt
from khabar.extraction.attributions.source import Source
from khabar.language.analysis import Range
from khabar.values.attribution import Link, Stance
from khabar.values.why import SayingRule, StanceRule


@dataclass(frozen=True, slots=True)
class Saying:
    """One act of saying; `source` None: the speaker before goes on."""

    cue: CueAt | None
    content: Range
    source: Source | None
    stance: Stance
    rule: SayingRule
    covers: bool = False  # the content was told without this source, which is given beside it
    at: int = 0  # token by which it is ordered
    stance_by: StanceRule = StanceRule.PLAIN
    told: tuple[Link, ...] = ()  # with no source: the media that the speaker before talks to
    silent: bool = False  # who speaks is told, what was said cannot be read: the verb after may go on from him
    unknown: bool = False  # somebody speaks of whom only a common noun tells: nobody who spoke before
