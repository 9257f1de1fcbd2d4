"""Annotation by people of what follows from several reports of one matter."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from khabar.errors import BadGold
from khabar.measures.gold import place_of
from khabar.values.span import Span

Pair = tuple[str, str]  # report ids, sorted


@dataclass(frozen=True, slots=True)
class GoldPosition:
    """A place where a report says that the claim is so, or not so."""

    report_id: str
    span: Span
    stance: str


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """A claim that a story turns on."""

    gist: str
    positions: tuple[GoldPosition, ...]
    verdict: str
    origins: int  # independent ones that assert it


@dataclass(frozen=True, slots=True)
class GoldStories:
    """All stories of a folder, taken as one collection."""

    claims: tuple[GoldClaim, ...]
    copies: frozenset[Pair]
    reports: frozenset[str]  # ids of all that belong to a story


def stories_in(folder: Path) -> GoldStories | None:
    """The stories under a folder; None if there is none. Raises BadGold."""
    claims: list[GoldClaim] = []
    copies: set[Pair] = set()
    reports: set[str] = set()
    files = sorted(folder.rglob("story.json"))
    for path in files:
        try:
            texts = dict(_texts(path.parent))
            given = json.loads(path.read_text(encoding="utf-8"))
            claims += [_claim(claim, texts) for claim in given["claims"] if claim.get("core", True)]
            copies |= pairs(given.get("near_copies", []))
            reports |= set(texts)
        except (ValueError, KeyError, TypeError) as wrong:
            raise BadGold(str(path), f"this is no annotated story: {wrong}.") from wrong
    return GoldStories(tuple(claims), frozenset(copies), frozenset(reports)) if files else None


def pairs(groups: Iterable[Iterable[str]]) -> set[Pair]:
    """Every two reports that stand in one group."""
    return {(min(pair), max(pair)) for group in groups for pair in combinations(group, 2)}


def _texts(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.glob("*.json")):
        if path.name != "story.json":
            given = json.loads(path.read_text(encoding="utf-8"))
            yield given["id"], given["text"]


def _claim(given: dict[str, Any], texts: dict[str, str]) -> GoldClaim:
    positions = tuple(
        GoldPosition(p["report"], place_of(texts[p["report"]], p["passage"], p.get("nth", 1)), p["stance"])
        for p in given["positions"]
    )
    origins = len(given.get("origins", {}).get("asserts", []))
    return GoldClaim(given.get("gist_en") or given["gist"], positions, given["verdict"], origins)
