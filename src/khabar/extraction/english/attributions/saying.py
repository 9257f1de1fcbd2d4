"""One act of saying while it is read."""

from dataclasses import dataclass

from khabar.extraction.english.scene import Party
from khabar.knowledge.english.speech import SpeechCue
from khabar.language.analysis import Range
from khabar.values.attribution import Link, Stance
from khabar.values.why import SayingRule, SourceRule


@dataclass(frozen=True, slots=True)
class Told:
    """What a cue lets somebody say: the content, and media that it came through."""

    content: Range
    rule: SayingRule
    via: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Saying:
    """A cue with its content and its source."""

    cue: SpeechCue | None  # None: a headline or a quotation without a cue
    words: Range | None  # of the cue
    told: Told
    source: Party | None  # None: the speaker before goes on
    stance: Stance
    place: SourceRule = SourceRule.RIGHT_BEFORE
    cited: tuple[Link, ...] = ()  # whom the source names for it

    @property
    def at(self) -> int:
        """The token by which it is ordered."""
        return self.words[0] if self.words else self.told.content[0]
