"""Annotation by people: what ought to be read in a report, as values with offsets."""

import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from khabar.errors import BadGold
from khabar.values.report import Report
from khabar.values.span import Span

Ids = frozenset[str]
Piece = str | list[str]  # words, or the first and the last words of a stretch

# Attached particles, and a tatweel after them, may stand between the start of a word and a name.
_ATTACHED = re.compile(r"(?:^|\W)[وفبلك]?(?:ال)?[وفبلك]?ـ?$")
_LONGEST_ATTACHED = 5


@dataclass(frozen=True, slots=True)
class GoldMention:
    """Words that name something; more than one entity where either reading is right."""

    span: Span
    entities: Ids


@dataclass(frozen=True, slots=True)
class GoldTime:
    """A date expression with its value."""

    span: Span
    value: str
    core: bool


@dataclass(frozen=True, slots=True)
class GoldSaying:
    """An act of saying."""

    span: Span
    stance: str
    chain: tuple[Ids, ...]
    core: bool


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """Something that an actor does."""

    span: Span
    type: str
    status: str
    actor: Ids
    recipient: Ids
    place: Ids
    time: str | None  # None: the report does not support any
    core: bool


@dataclass(frozen=True, slots=True)
class GoldReport:
    """A report with all that people found in it; what lies outside the body is left out."""

    report: Report
    body: frozenset[int]  # offsets of the characters that are the article
    names: dict[str, str]  # of the entities, by id
    wikidata: dict[str, str]  # of the entities that have one, by id
    mentions: tuple[GoldMention, ...]
    times: tuple[GoldTime, ...]
    sayings: tuple[GoldSaying, ...]
    events: tuple[GoldEvent, ...]


def gold_in(folder: Path) -> Iterator[GoldReport]:
    """Every annotated report under a folder, by path; raises BadGold."""
    files = [path for path in sorted(folder.rglob("*.json")) if path.name != "story.json"]
    if not files:
        raise BadGold(str(folder), "there is no annotated report (*.json) here.", "Name a folder that has some.")
    for path in files:
        try:
            yield _gold(json.loads(path.read_text(encoding="utf-8")))
        except (ValueError, KeyError, TypeError) as wrong:
            raise BadGold(str(path), f"this is no annotated report: {wrong}.") from wrong


def place_of(text: str, piece: Piece, nth: int = 1) -> Span:
    """Where the nth occurrence of the words stands, or of a stretch from its first words to its last."""
    first, last = (piece, piece) if isinstance(piece, str) else piece
    at = -1
    for _ in range(nth):
        at = text.find(first, at + 1)
        if at < 0:
            raise ValueError(f"{piece!r} does not stand in the text {nth} times")
    end = text.find(last, at)
    if end < 0:
        raise ValueError(f"{last!r} does not follow {first!r} in the text")
    return Span(at, max(end + len(last), at + len(first)))


def _gold(given: dict[str, Any]) -> GoldReport:
    text: str = given["text"]
    body = frozenset(at for span in _body(given, text) for at in range(span.start, span.end))
    entities = given["entities"]
    return GoldReport(
        report=_report(given),
        body=body,
        names={e["id"]: e["name"] for e in entities},
        wikidata={e["id"]: e["wikidata"] for e in entities if e.get("wikidata")},
        mentions=tuple(m for m in _mentions(entities, text) if m.span.start in body),
        times=tuple(t for t in (_time(t, text) for t in given["times"]) if t.span.start in body),
        sayings=tuple(a for a in (_saying(a, text) for a in given["attributions"]) if a.span.start in body),
        events=tuple(v for v in (_event(v, text) for v in given["events"]) if v.span.start in body),
    )


def _report(given: dict[str, Any]) -> Report:
    day = date.fromisoformat(given["published"]) if given.get("published") else None
    sha256 = hashlib.sha256(given["text"].encode()).hexdigest()
    return Report(given["id"], given["text"], sha256, given.get("outlet"), given.get("url"), day, given.get("title"))


def _body(given: dict[str, Any], text: str) -> list[Span]:
    return [place_of(text, piece) for piece in given.get("body", ())] or [Span(0, len(text))]


def _mentions(entities: list[dict[str, Any]], text: str) -> list[GoldMention]:
    """Every occurrence of every written form as a whole word, the longest form winning."""
    owners = defaultdict(set)
    for entity in entities:
        for form in entity["mentions"]:
            owners[form].add(entity["id"])
    taken = bytearray(len(text))
    found = []
    for form in sorted(owners, key=lambda form: (-len(form), form)):
        for span in _occurrences(text, form):
            if not any(taken[span.start : span.end]):
                taken[span.start : span.end] = b"\1" * len(span)
                found.append(GoldMention(span, frozenset(owners[form])))
    return found


def _occurrences(text: str, form: str) -> Iterator[Span]:
    at = text.find(form)
    while at >= 0:
        span = Span(at, at + len(form))
        if _is_whole(text, span):
            yield span
        at = text.find(form, at + 1)


def _is_whole(text: str, span: Span) -> bool:
    if text[span.end : span.end + 1].isalpha():
        return False
    before = text[max(0, span.start - _LONGEST_ATTACHED) : span.start]
    inside_a_word = before[-1:].isalpha() or before[-1:] == "ـ"
    return not inside_a_word or _ATTACHED.search(before) is not None


def _time(given: dict[str, Any], text: str) -> GoldTime:
    return GoldTime(place_of(text, given["text"], given.get("nth", 1)), given["value"], given.get("core", True))


def _saying(given: dict[str, Any], text: str) -> GoldSaying:
    chain = tuple(frozenset(link if isinstance(link, list) else [link]) for link in given["chain"])
    span = place_of(text, given["content"], given.get("nth", 1))
    return GoldSaying(span, given["stance"], chain, given.get("core", True))


def _event(given: dict[str, Any], text: str) -> GoldEvent:
    actor, recipient, place = (frozenset(given.get(role) or ()) for role in ("actor", "recipient", "place"))
    return GoldEvent(
        span=place_of(text, given["anchor"], given.get("nth", 1)),
        type=given["type"],
        status=given["status"],
        actor=actor,
        recipient=recipient,
        place=place,
        time=given.get("time") or None,
        core=given.get("core", True),
    )
