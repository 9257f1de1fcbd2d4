"""What two readings of one report have otherwise, item by item."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from khabar.measures.matching import likeness, matched
from khabar.values.attribution import Link
from khabar.values.reading import Reading
from khabar.values.span import Span

_LEAST_LIKENESS = 0.3
Facts = dict[str, str]


class How(StrEnum):
    """What became of an item."""

    ADDED = "added"
    GONE = "gone"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Change:
    """One item that was read otherwise."""

    report_id: str
    item: str  # name, date, attribution, event
    how: How
    words: str
    facts: tuple[tuple[str, str, str], ...]  # which, what it was, what it is; empty: nothing


@dataclass(frozen=True, slots=True)
class _Item:
    place: Span | None  # None: only an adjective names it
    words: str
    facts: Facts


def changes(before: Reading, after: Reading, text: str) -> Iterator[Change]:
    """The names, dates, attributions and events that only one of the readings has, or has otherwise."""
    was, now = _items(before, text), _items(after, text)
    for kind in was:
        pairs = matched(was[kind], now[kind], _nearness, _LEAST_LIKENESS)
        for i, old in enumerate(was[kind]):
            new = now[kind][pairs[i]] if i in pairs else None
            if new is None:
                yield Change(after.report_id, kind, How.GONE, old.words, _otherwise(old.facts, {}))
            elif facts := _otherwise(old.facts, new.facts):
                yield Change(after.report_id, kind, How.CHANGED, new.words, facts)
        for j, new in enumerate(now[kind]):
            if j not in pairs.values():
                yield Change(after.report_id, kind, How.ADDED, new.words, _otherwise({}, new.facts))


def _nearness(old: _Item, new: _Item) -> float:
    if old.place is None or new.place is None:
        return 1.0 if old.place is new.place and old.words == new.words else 0.0
    return likeness(old.place, new.place) + (old.facts == new.facts)


def _otherwise(was: Facts, now: Facts) -> tuple[tuple[str, str, str], ...]:
    both = {**was, **now}
    told = ((name, was.get(name, ""), now.get(name, "")) for name in both)
    return tuple((name, old, new) for name, old, new in told if old != new)


def _items(reading: Reading, text: str) -> dict[str, list[_Item]]:
    names = {entity.id: entity.name for entity in reading.entities}
    chains = {saying.id: _chain(saying.chain, names) for saying in reading.attributions}
    return {
        "name": _names(reading, names, text),
        "date": [
            _Item(t.span, t.span.of(text), {"value": str(t.moment or "?"), "rule": t.rule}) for t in reading.times
        ],
        "attribution": [
            _Item(
                saying.content,
                saying.content.of(text),
                {
                    "says": saying.content.of(text),
                    "stance": str(saying.stance),
                    "mode": str(saying.mode),
                    "chain": chains[saying.id],
                    "in": chains.get(saying.within or "", ""),
                    "rule": saying.rule,
                },
            )
            for saying in reading.attributions
        ],
        "event": _events(reading, names, chains, text),
    }


def _names(reading: Reading, names: dict[str, str], text: str) -> list[_Item]:
    return [
        _Item(
            min(entity.mentions, default=None),
            entity.name,
            {
                "name": entity.name,
                "kind": str(entity.kind),
                "wikidata": entity.wikidata or "",
                "of": names.get(entity.of or "", ""),
                "mentions": _listed(f"{span.of(text)} ({span.start})" for span in entity.mentions),
                "offices": _listed(role.span.of(text) for role in entity.roles),
                "rule": str(entity.rule),
            },
        )
        for entity in reading.entities
    ]


def _events(reading: Reading, names: dict[str, str], chains: dict[str, str], text: str) -> list[_Item]:
    return [
        _Item(
            event.anchor,
            event.anchor.of(text),
            {
                "type": str(event.type),
                "mode": str(event.mode or ""),
                "status": str(event.status),
                "actor": _listed(names.get(e, e) for e in event.actor),
                "recipient": _listed(names.get(e, e) for e in event.recipient),
                "place": _listed(names.get(e, e) for e in event.place),
                "time": str(event.time or ""),
                "goods": _listed(f"{g.span.of(text)} ({g.category} {g.quantity or ''})" for g in event.goods),
                "said by": chains.get(event.attribution or "", ""),
                "rule": event.rule,
            },
        )
        for event in reading.events
    ]


def _chain(chain: Sequence[Link], names: dict[str, str]) -> str:
    """The speaker first."""
    return " through ".join(" + ".join(names.get(e, e) for e in link) for link in reversed(chain))


def _listed(words: Iterable[str]) -> str:
    return "، ".join(words)
