"""What an archive holds, in figures, and where to begin reading in it."""

from dataclasses import dataclass, fields
from typing import Any, Protocol

from khabar.values.claim import Claim, Verdict
from khabar.values.holdings import Holdings, ReportCard
from khabar.views.about import NamedClaims
from khabar.views.claims import claims

__all__ = ["Overview", "ReportCard", "overview"]

_FEW = 10  # newest reports, and most disputed claims


class Whole(NamedClaims, Protocol):
    """What an overview asks of an archive."""

    def holdings(self, newest: int) -> Holdings:
        """The archive in figures, with that many of its newest reports."""


@dataclass(frozen=True, slots=True)
class Overview(Holdings):
    """An archive in figures, with what is most disputed in it."""

    most_disputed: tuple[Claim, ...]  # those with most positions first


def overview(archive: Whole) -> Overview:
    """The archive in figures."""
    holdings = archive.holdings(_FEW)
    disputed = claims(archive, verdict=Verdict.DISPUTED, limit=_FEW)
    figures: dict[str, Any] = {field.name: getattr(holdings, field.name) for field in fields(Holdings)}
    return Overview(**figures, most_disputed=disputed.items)
