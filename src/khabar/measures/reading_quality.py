"""Readings against annotation: how much of what a report says was read, and how much of what was read is so."""

import re
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Protocol, TypeVar

from khabar.measures.figures import Fault, Measured, Tallies
from khabar.measures.gold import GoldEvent, GoldReport, GoldSaying, Ids
from khabar.measures.matching import Pairs, likeness, matched, shared
from khabar.measures.naming import Aligned, align
from khabar.values.attribution import Attribution
from khabar.values.event import Event
from khabar.values.reading import Reading
from khabar.values.timex import Timex

_SENTENCE_END = re.compile(r"[.!?؟\n]+")
_WITHOUT_DIRECTION = frozenset({"CONSULT", "AGREE", "COOPERATE"})
_SHOWN = 70  # characters of a fault's words


class Annotated(Protocol):
    """An item of which annotators say whether a careful reader may leave it out."""

    @property
    def core(self) -> bool:
        """Whether it counts."""


A = TypeVar("A", bound=Annotated)
P = TypeVar("P")


def measure(read_ones: Iterable[tuple[GoldReport, Reading]]) -> Measured:
    """All figures over all reports together."""
    tallies, faults = Tallies(), list[Fault]()
    for gold, reading in read_ones:
        _count_body(gold, reading, tallies)
        aligned = align(gold, reading.entities, tallies, faults)
        _count_times(gold, reading, tallies, faults)
        _count_sayings(gold, reading, aligned, tallies, faults)
        _Events(gold, reading, aligned).count(tallies, faults)
    return Measured(tallies.figures(), tuple(faults))


def _count_body(gold: GoldReport, reading: Reading, tallies: Tallies) -> None:
    read = {at for span in reading.body for at in range(span.start, span.end)} or set(range(len(gold.report.text)))
    tallies.by_name["body"].add(len(read & gold.body), len(read), len(gold.body))


def _count_times(gold: GoldReport, reading: Reading, tallies: Tallies, faults: list[Fault]) -> None:
    found = [t for t in reading.times if t.span.start in gold.body]
    pairs = matched(gold.times, found, lambda g, p: likeness(g.span, p.span), 0.3)
    tallies.by_name["time"].add(*_counted(gold.times, found, pairs, lambda g, p: g.value == _value(p)))
    for i, wanted in enumerate(gold.times):
        got = _value(found[pairs[i]]) if i in pairs else None
        if got != wanted.value and wanted.core:
            what = f"{wanted.span.of(gold.report.text)}: {wanted.value}, got {got}"
            faults.append(Fault("time", gold.report.id, what))


def _value(timex: Timex) -> str | None:
    return timex.moment.edtf if timex.moment else None


def _count_sayings(gold: GoldReport, reading: Reading, aligned: Aligned, tallies: Tallies, faults: list[Fault]) -> None:
    found = [a for a in reading.attributions if a.content.start in gold.body]
    pairs = matched(gold.sayings, found, lambda g, p: likeness(g.span, p.content), 0.5)

    def right_chain(g: GoldSaying, p: Attribution) -> bool:
        return _same_links(g.chain, [aligned.gold_ids(link) for link in p.chain])

    def right_speaker(g: GoldSaying, p: Attribution) -> bool:
        return _same_links(g.chain[-1:], [aligned.gold_ids(link) for link in p.chain[-1:]])

    tests: dict[str, Callable[[GoldSaying, Attribution], bool]] = {
        "attribution": lambda g, p: True,
        "speaker": right_speaker,
        "chain": right_chain,
        "stance": lambda g, p: g.stance == p.stance,
    }
    for name, right in tests.items():
        tallies.by_name[name].add(*_counted(gold.sayings, found, pairs, right))
    text, own_id = gold.report.text, gold.report.id
    for i, wanted in enumerate(gold.sayings):
        said = wanted.span.of(text)[:_SHOWN]
        if wanted.core and i not in pairs:
            faults.append(Fault("attribution", own_id, f"missed: {said}"))
        elif wanted.core and not right_chain(wanted, found[pairs[i]]):
            got = [aligned.gold_ids(link) for link in found[pairs[i]].chain]
            faults.append(Fault("chain", own_id, f"{said}: {_named(gold, wanted.chain)}, got {_named(gold, got)}"))
        elif wanted.core and wanted.stance != found[pairs[i]].stance:
            faults.append(Fault("stance", own_id, f"{said}: {wanted.stance}, got {found[pairs[i]].stance}"))
    for j, p in enumerate(found):
        if j not in pairs.values():
            faults.append(Fault("attribution", own_id, f"spurious ({p.rule}): {p.content.of(text)[:_SHOWN]}"))


def _same_links(wanted: Sequence[Ids], got: Sequence[Ids]) -> bool:
    return len(wanted) == len(got) and all(w & g for w, g in zip(wanted, got, strict=True))


class _Events:
    """The events of one report against annotation."""

    def __init__(self, gold: GoldReport, reading: Reading, aligned: Aligned) -> None:
        self._gold = gold
        self._found = [v for v in reading.events if v.anchor.start in gold.body]
        self._roles = {
            v.id: (aligned.gold_ids(v.actor), aligned.gold_ids(v.recipient), aligned.gold_ids(v.place))
            for v in self._found
        }
        self._ends = [end.start() for end in _SENTENCE_END.finditer(gold.report.text)]

    def count(self, tallies: Tallies, faults: list[Fault]) -> None:
        gold, found = self._gold, self._found
        pairs = matched(gold.events, found, self._nearness, 0.9)
        repeats = {
            j
            for j, p in enumerate(found)
            if j not in pairs.values() and any(g.type == p.type and self._who(g, p) for g in gold.events)
        }
        tallies.by_name["event"].add(*_counted(gold.events, found, pairs, lambda g, p: True, repeats))
        tallies.by_name["who"].add(*_counted(gold.events, found, pairs, self._who, repeats))
        tallies.by_name["full"].add(*_counted(gold.events, found, pairs, self._full, repeats))
        core = [(gold.events[i], found[j]) for i, j in pairs.items() if gold.events[i].core]
        tallies.by_name["status"].add(sum(g.status == p.status for g, p in core), len(core), len(core))
        faults.extend(self._faults(pairs, repeats))

    def _nearness(self, g: GoldEvent, p: Event) -> float:
        """The anchor itself, its sentence, or another mention of the same doing."""
        if g.type != p.type:
            return 0.0
        if shared(g.span, p.anchor):
            return 3.0
        if bisect_left(self._ends, g.span.start) == bisect_left(self._ends, p.anchor.start):
            return 1.0 + 0.5 * len(self._roles[p.id][0] & g.actor)
        return 0.9 if g.actor and g.recipient and self._who(g, p) else 0.0

    def _who(self, g: GoldEvent, p: Event) -> bool:
        actor, recipient, _ = self._roles[p.id]
        if g.type in _WITHOUT_DIRECTION:
            parties = g.actor | g.recipient
            return len(parties & (actor | recipient)) >= min(2, len(parties))
        return _meets(g.actor, actor) and _meets(g.recipient, recipient)

    def _full(self, g: GoldEvent, p: Event) -> bool:
        right_place = not g.place or bool(g.place & self._roles[p.id][2])
        return self._who(g, p) and g.time == (p.time.edtf if p.time else None) and right_place

    def _faults(self, pairs: Pairs, repeats: set[int]) -> Iterable[Fault]:
        gold, text, own_id = self._gold, self._gold.report.text, self._gold.report.id
        for i, g in enumerate(gold.events):
            what = f"{g.type} {g.span.of(text)}"
            wanted = f"{_named(gold, [g.actor, g.recipient])}"
            if g.core and i not in pairs:
                yield Fault("event", own_id, f"missed {what}: {wanted}")
            elif g.core:
                p = self._found[pairs[i]]
                yield from self._faults_of_one(g, p, what)
        for j, p in enumerate(self._found):
            if j not in pairs.values() and j not in repeats:
                yield Fault("event", own_id, f"spurious {p.type} {p.anchor.of(text)} ({p.rule})")

    def _faults_of_one(self, g: GoldEvent, p: Event, what: str) -> Iterable[Fault]:
        gold, own_id = self._gold, self._gold.report.id
        if not self._who(g, p):
            got = _named(gold, self._roles[p.id][:2])
            yield Fault("who", own_id, f"{what}: {_named(gold, [g.actor, g.recipient])}, got {got}")
        elif not self._full(g, p):
            wanted, got = f"{g.time} {_named(gold, [g.place])}", f"{p.time} {_named(gold, self._roles[p.id][2:])}"
            yield Fault("full", own_id, f"{what}: {wanted}, got {got}")
        if g.status != p.status:
            yield Fault("status", own_id, f"{what}: {g.status}, got {p.status}")


def _meets(wanted: Ids, got: Ids) -> bool:
    return bool(wanted & got) if wanted else not got


def _named(gold: GoldReport, links: Iterable[Ids]) -> str:
    """Annotated entities in words."""
    return " → ".join(" + ".join(sorted(gold.names.get(own, own) for own in link)) or "–" for link in links)


def _counted(
    gold: Sequence[A],
    found: Sequence[P],
    pairs: Pairs,
    right: Callable[[A, P], bool],
    repeats: Collection[int] = (),
) -> tuple[int, int, int]:
    """Right, found, to be found; optional items and repeats of found ones neither count for nor against."""
    forgiven = {j for i, j in pairs.items() if not gold[i].core} | set(repeats)
    hits = sum(1 for i, j in pairs.items() if gold[i].core and right(gold[i], found[j]))
    return hits, len(found) - len(forgiven), sum(1 for g in gold if g.core)
