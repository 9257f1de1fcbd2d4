"""An act of saying: who says what, through whom."""

from dataclasses import dataclass, field
from enum import StrEnum

from khabar.values.entity import EntityId
from khabar.values.span import Span
from khabar.values.why import Why

AttributionId = str
Link = tuple[EntityId, ...]  # joint speakers are one link


class Mode(StrEnum):
    """How the words are given."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Stance(StrEnum):
    """How the speaker stands to the content."""

    ASSERTS = "asserts"
    DENIES = "denies"
    DECLINES = "declines"
    QUESTIONS = "questions"  # asks, demands, warns not to, invites: no assertion


@dataclass(frozen=True, slots=True)
class Attribution:
    """One cue with its content and the chain from the nearest source to the first speaker."""

    id: AttributionId  # unique in its report
    content: Span
    chain: tuple[Link, ...]  # nearest to the report first; the report's own outlet is left out
    stance: Stance
    mode: Mode
    cue: Span | None = None  # None: a quotation with no cue of its own
    within: AttributionId | None = None  # the saying in whose content it stands; None: the report itself says so
    rule: str = ""  # lexicon entry or rule that read it
    why: tuple[Why, ...] = field(default=(), compare=False)  # empty: it was not asked for
    ruled: bool = False  # whether a person said how the speaker stands to the content
