"""Everything that was concluded from many reports."""

from dataclasses import dataclass

from khabar.values.actor import Actor
from khabar.values.claim import Claim, CopyGroup, Story
from khabar.values.contradiction import Contradiction
from khabar.values.exchange import Exchange
from khabar.values.lineage import Lineage


@dataclass(frozen=True, slots=True)
class Weighed:
    """Everything that was concluded; the same for the same reports in any order."""

    actors: tuple[Actor, ...] = ()
    claims: tuple[Claim, ...] = ()
    copies: tuple[CopyGroup, ...] = ()
    stories: tuple[Story, ...] = ()
    exchanges: tuple[Exchange, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    lineages: tuple[Lineage, ...] = ()
