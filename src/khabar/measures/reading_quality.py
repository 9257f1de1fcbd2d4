"""Readings against annotation: how much of what a report says was read, and how much of what was read is so."""

import re
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from typing import Protocol, TypeVar

from khabar.measures.figures import Fault, Measured, Tallies
from khabar.measures.gold import GoldEvent, GoldReport, GoldSaying, Ids
from khabar.measures.matching import Pairs, likeness, matched, shared
from khabar.measures.naming import Aligned, align
from khabar.values.attribution import Attribution
from khabar.values.event import Event
from khabar.values.reading import Reading
from khabar.values.timex import Timex
from khabar.values.why import Part, Why

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
        gold = _with_names_found(gold, reading)
        _count_times(gold, reading, tallies, faults)
        _count_sayings(gold, reading, aligned, tallies, faults)
        _Events(gold, reading, aligned).count(tallies, faults)
    return Measured(tallies.figures(), tuple(faults))


def _with_names_found(gold: GoldReport, reading: Reading) -> GoldReport:
    """The same, with names too for what no annotator named."""
    return replace(gold, names={**gold.names, **{f"?{entity.id}": entity.name for entity in reading.entities}})


def _count_body(gold: GoldReport, reading: Reading, tallies: Tallies) -> None:
    read = {at for span in reading.body for at in range(span.start, span.end)} or set(range(len(gold.report.text)))
    tallies.by_name["body"].add(len(read & gold.body), len(read), len(gold.body))


def _count_times(gold: GoldReport, reading: Reading, tallies: Tallies, faults: list[Fault]) -> None:
    found = [t for t in reading.times if t.span.start in gold.body]
    pairs = matched(gold.times, found, lambda g, p: likeness(g.span, p.span), 0.3)
    tallies.by_name["time"].add(*_counted(gold.times, found, pairs, lambda g, p: g.value == _value(p)))
    faults.extend(_faults_of_times(gold, found, pairs))


def _faults_of_times(gold: GoldReport, found: Sequence[Timex], pairs: Pairs) -> Iterable[Fault]:
    text, own_id = gold.report.text, gold.report.id
    for i, wanted in enumerate(gold.times):
        read = found[pairs[i]] if i in pairs else None
        got = _value(read) if read else None
        if got != wanted.value and wanted.core:
            kind = "missed" if read is None else "not resolved" if got is None else "other value"
            what = f"{wanted.span.of(text)}: {wanted.value}, got {got}"
            yield Fault("time", own_id, what, kind, read.rule if read else "")
    for j, timex in enumerate(found):
        if j not in pairs.values():
            yield Fault("time", own_id, timex.span.of(text), "spurious", timex.rule)


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
    faults.extend(_faults_of_sayings(gold, found, aligned, pairs))


def _faults_of_sayings(
    gold: GoldReport, found: Sequence[Attribution], aligned: Aligned, pairs: Pairs
) -> Iterable[Fault]:
    text, own_id = gold.report.text, gold.report.id
    spare = [p for j, p in enumerate(found) if j not in pairs.values()]
    for i, wanted in enumerate(gold.sayings):
        said = wanted.span.of(text)[:_SHOWN]
        if wanted.core and i not in pairs:
            near = next((p for p in spare if shared(wanted.span, p.content)), None)
            kind = "missed, other bounds" if near else "missed"
            yield Fault("attribution", own_id, said, kind, near.rule if near else "")
        elif wanted.core:
            yield from _faults_of_saying(gold, wanted, found[pairs[i]], aligned, said)
    for p in spare:
        yield Fault("attribution", own_id, p.content.of(text)[:_SHOWN], "spurious", p.rule)


def _faults_of_saying(gold: GoldReport, g: GoldSaying, p: Attribution, aligned: Aligned, said: str) -> Iterable[Fault]:
    own_id, got = gold.report.id, [aligned.gold_ids(link) for link in p.chain]
    what = f"{said}: {_through(gold, g.chain)}, got {_through(gold, got)}"
    if not _same_links(g.chain[-1:], got[-1:]):
        yield Fault("speaker", own_id, what, _kind_of_speaker(g.chain, got), _label(p.why, Part.SOURCE, p.rule))
    elif not _same_links(g.chain, got):
        kind = f"{_compared(len(g.chain), len(got))} links" if len(g.chain) != len(got) else "other link"
        yield Fault("chain", own_id, what, kind, _label(p.why, Part.LINK, p.rule))
    if g.stance != p.stance:
        kind = f"{g.stance} read as {p.stance}"
        yield Fault("stance", own_id, said, kind, _label(p.why, Part.STANCE, p.rule))


def _kind_of_speaker(wanted: Sequence[Ids], got: Sequence[Ids]) -> str:
    """Whether the chain stops before the speaker, goes on behind, or ends with somebody else."""
    if any(got[-1] & link for link in wanted[:-1]):
        return "none, a link stands for it"
    if any(wanted[-1] & link for link in got[:-1]):
        return "too many, the chain goes on"
    return "other"


def _compared(wanted: int, got: int) -> str:
    return "too few" if got < wanted else "too many"


def _label(whys: Iterable[Why], part: Part, otherwise: str) -> str:
    """What read a part of an item; the item's own rule where it is not told."""
    return next((str(why.label) for why in whys if why.part is part), otherwise)


def _through(gold: GoldReport, chain: Iterable[Ids]) -> str:
    """A chain in words, the speaker first."""
    return " through ".join(reversed([_named(gold, link) for link in chain])) or "–"


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
        spare = [p for j, p in enumerate(self._found) if j not in pairs.values() and j not in repeats]
        for i, g in enumerate(gold.events):
            what = f"{g.type} {g.span.of(text)}"
            if g.core and i not in pairs:
                near = next((p for p in spare if shared(g.span, p.anchor)), None)
                kind = f"missed, read as {near.type}" if near else "missed"
                parties = f"by {_named(gold, g.actor)}, to {_named(gold, g.recipient)}"
                yield Fault("event", own_id, f"{what}: {parties}", kind, near.rule if near else "")
            elif g.core:
                yield from self._faults_of_one(g, self._found[pairs[i]], what)
        for p in spare:
            yield Fault("event", own_id, f"{p.type} {p.anchor.of(text)}", "spurious", p.rule)

    def _faults_of_one(self, g: GoldEvent, p: Event, what: str) -> Iterable[Fault]:
        own_id = self._gold.report.id
        place = self._roles[p.id][2]
        if not self._who(g, p):
            yield from self._wrong_parties(g, p, what)
        elif not self._full(g, p):
            time = p.time.edtf if p.time else None
            if g.time != time:
                kind = f"time {_how_wrong(g.time, time)}"
                label = _label(p.why, Part.TIME, p.rule)
                yield Fault("full", own_id, f"{what}: {g.time}, got {time}", kind, label)
            if g.place and not g.place & place:
                kind = f"place {_how_wrong(g.place, place)}"
                told = f"{what}: {_named(self._gold, g.place)}, got {_named(self._gold, place)}"
                yield Fault("full", own_id, told, kind, _label(p.why, Part.PLACE, p.rule))
        if g.status != p.status:
            label = _label(p.why, Part.STATUS, p.rule)
            yield Fault("status", own_id, what, f"{g.status} read as {p.status}", label)

    def _wrong_parties(self, g: GoldEvent, p: Event, what: str) -> Iterable[Fault]:
        """Which of the parties is wrong; one fault where the two have changed places."""
        actor, recipient, _ = self._roles[p.id]
        directed = g.type not in _WITHOUT_DIRECTION
        if directed and g.actor and g.recipient and _meets(g.actor, recipient) and _meets(g.recipient, actor):
            yield self._wrong_party("swapped", Part.ACTOR, what, g.actor, actor, p)
            return
        for role, part, wanted, got in (
            ("actor", Part.ACTOR, g.actor, actor),
            ("recipient", Part.RECIPIENT, g.recipient, recipient),
        ):
            told = not directed and bool(wanted & (actor | recipient))
            if not told and not _meets(wanted, got):
                yield self._wrong_party(f"{role} {_how_wrong(wanted, got)}", part, what, wanted, got, p)

    def _wrong_party(self, kind: str, part: Part, what: str, wanted: Ids, got: Ids, p: Event) -> Fault:
        told = f"{what}: {_named(self._gold, wanted)}, got {_named(self._gold, got)}"
        return Fault("who", self._gold.report.id, told, kind, _label(p.why, part, p.rule))


def _how_wrong(wanted: object, got: object) -> str:
    """Missing, too much or another."""
    return "missing" if not got else "other" if wanted else "too much"


def _meets(wanted: Ids, got: Ids) -> bool:
    return bool(wanted & got) if wanted else not got


def _named(gold: GoldReport, ids: Ids) -> str:
    """Annotated entities in words."""
    return " + ".join(sorted(gold.names.get(own, own) for own in ids)) or "–"


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
