"""Chains of transmission as trees: a report, those whom it quotes, those whom they quote, and the words at the end."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from khabar.views.shown import Chain, Saying


@dataclass(frozen=True, slots=True)
class Branch:
    """One link of chains, with what is said at its end and the links behind it."""

    names: tuple[str, ...]
    said: tuple[Saying, ...]
    branches: tuple["Branch", ...]


@dataclass(frozen=True, slots=True)
class Root:
    """One report with the chains that begin in it."""

    report_id: str
    outlet: str | None  # None: the report does not tell
    published: date | None  # None: not known
    title: str | None  # None: not known
    own_voice: tuple[Saying, ...]  # what it says without a source
    branches: tuple[Branch, ...]


def chain_trees(sayings: Iterable[Saying]) -> tuple[Root, ...]:
    """One tree for each report, in the order of its first saying; each chain begins with the report's outlet."""
    of_report: dict[str, list[Saying]] = {}
    for saying in sayings:
        of_report.setdefault(saying.quoted.passage.report_id, []).append(saying)
    return tuple(_root(report_id, told) for report_id, told in of_report.items())


def _root(report_id: str, told: list[Saying]) -> Root:
    first = told[0].quoted
    chains = [(saying.chain[1:], saying) for saying in told]
    return Root(report_id, first.outlet, first.published, first.title, _at_end(chains), _branches(chains))


def _branches(told: Iterable[tuple[Chain, Saying]]) -> tuple[Branch, ...]:
    behind: dict[tuple[str, ...], list[tuple[Chain, Saying]]] = {}
    for chain, saying in told:
        if chain:
            behind.setdefault(chain[0], []).append((chain[1:], saying))
    return tuple(Branch(link, _at_end(further), _branches(further)) for link, further in behind.items())


def _at_end(told: Iterable[tuple[Chain, Saying]]) -> tuple[Saying, ...]:
    return tuple(saying for chain, saying in told if not chain)
