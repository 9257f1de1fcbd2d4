"""A transfer: who gives what to whom, in return for what."""

from dataclasses import dataclass

from khabar.values.claim import ClaimId
from khabar.values.event import Goods, Status
from khabar.values.moment import Moment
from khabar.values.reason import Passage


@dataclass(frozen=True, slots=True)
class Exchange:
    """One transfer as the reports tell it; its positions are those of its claim."""

    claim: ClaimId
    giver: tuple[str, ...]
    recipient: tuple[str, ...]
    goods: tuple[Goods, ...]
    status: Status
    time: Moment | None = None  # None: the reports do not tell
    in_return_for: tuple[ClaimId, ...] = ()
    goods_at: tuple[Passage, ...] = ()  # where each of `goods` is told, in their order
