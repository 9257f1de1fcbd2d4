"""What is concluded from a collection, story by story, so that one can stay as it stands while others change."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from khabar.values.actor import Actor, ActorId
from khabar.values.claim import Claim, CopyGroup, Story
from khabar.values.contradiction import Contradiction
from khabar.values.exchange import Exchange
from khabar.values.lineage import Lineage

Names = Mapping[str, str]  # names under which something is shown, by those that reports give it


@dataclass(frozen=True, slots=True)
class Chapter:
    """All that is concluded from one story."""

    story: Story
    claims: tuple[Claim, ...]
    exchanges: tuple[Exchange, ...]
    contradictions: tuple[Contradiction, ...]


@dataclass(frozen=True, slots=True)
class Concluded:
    """What is concluded from one story, under the hash of all that it rests on."""

    key: str
    names: Names  # of those in it that are shown under other names
    drawn: Callable[[], Chapter] | None  # gives it; None: it stands already where conclusions are kept

    @property
    def chapter(self) -> Chapter | None:
        """What is concluded; it need not be held in memory before it is asked for."""
        return self.drawn() if self.drawn else None


@dataclass(frozen=True, slots=True)
class Recast:
    """What becomes of the actors that stand where conclusions are kept."""

    gone: tuple[ActorId, ...]
    come: tuple[tuple[Actor, str], ...]  # each with who acts for it; one that stands so far goes
    strangers: tuple[ActorId, ...]  # whose kin are others now
    kin: tuple[tuple[ActorId, ...], ...]  # and these


@dataclass(frozen=True, slots=True)
class Conclusions:
    """What is concluded from a collection, the stories in the order of their first reports."""

    actors: tuple[Actor, ...] | None  # None, here and below: as they stand already where conclusions are kept
    copies: tuple[CopyGroup, ...] | None
    lineages: tuple[Lineage, ...] | None
    stories: tuple[Concluded, ...]
    kin: tuple[tuple[ActorId, ...], ...] = ()  # who of the actors might be one; told where they are
    recast: Recast | None = None  # None: no actor that stands is another now
    acting: Mapping[ActorId, str] = field(default_factory=dict)  # who acts for each of the actors; told where they are
