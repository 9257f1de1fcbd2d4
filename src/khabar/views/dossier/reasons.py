"""Reasons in Arabic words, with the passages that show them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from khabar.values.reason import Reason
from khabar.views.dossier.names import Named, Names
from khabar.views.dossier.places import Back, Places
from khabar.views.dossier.words import has_word, word

_SHARE = re.compile(r"\d+%")
_BETWEEN_NAMES = re.compile(r"; | = ")
# Codes whose detail is made of names; the details of others are for programmers, but for a share.
_NAMING = frozenset(
    {
        "asserted",
        "denied",
        "one-origin",
        "one-origin-both-ways",
        "denial-of-something-else",
        "independence-not-shown",
        "different-sides",
        "different-media-own-sources",
        "open-to-all",
        "nobody-asserts",
        "beside-the-claim",
        "speaks-for",
        "joint-statement",
        "named-and-counted",
        "unnamed-of-one-medium",
        "relayed-by-medium",
        "shared-credit",
        "credits-the-other",
        "credits-the-agency",
    }
)
_MOST = 12  # passages shown for one reason


@dataclass(frozen=True, slots=True)
class ReasonTold:
    """One reason."""

    words: str
    names: tuple[Named, ...]
    share: str  # of a text, in per cent; empty: it tells of none
    evidence: tuple[str, ...]  # where in the page


def told(reasons: Iterable[Reason], names: Names, places: Places, back: Back | None = None) -> tuple[ReasonTold, ...]:
    """The reasons in their order; one that is told twice in the same words stands once."""
    found: dict[tuple[str, tuple[Named, ...], str], dict[str, None]] = {}
    for reason in reasons:
        path = f"reason.{reason.code}"
        words = word(path) if has_word(path) else reason.code
        key = (words, names.named(names_in(reason)), share_in(reason))
        links = (places.link(passage, back) for passage in reason.shown_by[:_MOST])
        found.setdefault(key, {}).update((link, None) for link in links if link)
    return tuple(ReasonTold(*key, tuple(evidence)) for key, evidence in found.items())


def names_in(reason: Reason) -> tuple[str, ...]:
    """The names that a reason's detail is made of; none where it is made of something else."""
    if reason.code not in _NAMING or not reason.detail:
        return ()
    return tuple(dict.fromkeys(_BETWEEN_NAMES.split(reason.detail)))


def share_in(reason: Reason) -> str:
    """The share of a text that a reason tells, in per cent; empty: it tells of none."""
    share = _SHARE.search(reason.detail)
    return share.group() if share else ""
