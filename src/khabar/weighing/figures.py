"""Numbers of one thing that the reports of a story tell differently, told from tolls that grow."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from khabar.resolution.features import SIGNS
from khabar.resolution.gathering import likeness
from khabar.resolution.quantities import Quantity, has_word_for, quantities_in
from khabar.values.claim import Claim, PositionStance
from khabar.values.contradiction import Bearing, Differing
from khabar.values.reason import Reason
from khabar.weighing.differing import Difference, Told, dates_in, is_of_the_day, of_one_matter, of_one_voice
from khabar.weighing.matter import Held, Matter
from khabar.weighing.roles import agree
from khabar.weighing.stances import denies

# Likeness, figures aside, from which two statements count the same: set on a thousand reports, for few and right ones.
_ALIKE = 0.27  # in one claim
_ALIKE_ACROSS = 0.35  # in two claims of one story
_ALIKE_IN_ONE = 0.45  # in one report, or where a report tells several numbers of that kind
_ALIKE_BARE = 0.8  # where nothing tells what became of those counted
_PLAUSIBLE = 4  # times the other: two tellings of one toll that differ by more count two things
_MANY = 60  # tellings of one number that are held against one another; more repeat them
_APART = 4  # days between two reports that can still be of one state of things

_Key = tuple[str, str]  # what became of them, what is counted


@dataclass(frozen=True, slots=True)
class _Count:
    """One number in one statement."""

    quantity: Quantity
    held: Held
    claim: Claim
    alone: bool  # the only number of its statement
    rises: bool  # it is told as one that has grown

    @property
    def report(self) -> int:
        return self.held.statement.report


def differing_figures(claims: Sequence[tuple[Claim, Sequence[Held]]], matter: Matter) -> Iterator[Difference]:
    """Pairs of numbers in the claims of one story that cannot both be right."""
    several = len({h.statement.report for _, positions in claims for h in positions}) > 1
    by_key: dict[_Key, list[_Count]] = defaultdict(list)
    for claim, positions in claims:
        for held in positions:
            # a report that stands alone differs from nobody but where it quotes two
            for count in _counts(claim, held, matter) if several or held.statement.chain else ():
                by_key[count.quantity.fate, count.quantity.of].append(count)
    for _, counts in sorted(by_key.items()):
        told = _Tellings(counts[:_MANY])
        yield from (_difference(a, b, matter) for a, b in combinations(counts[:_MANY], 2) if told.differ(a, b, matter))


def _counts(claim: Claim, held: Held, matter: Matter) -> Iterator[_Count]:
    statement = held.statement
    if held.stance is not PositionStance.ASSERTS or denies(statement):
        return
    text = matter.texts[statement.report]
    found = quantities_in(text, statement.tokens, dates_in(statement, matter))
    tokens = text.tokens[slice(*statement.tokens)] if found else ()
    if found and is_of_the_day(statement, matter) and not has_word_for("total", tokens):
        rises = has_word_for("rise", tokens)
        yield from (_Count(quantity, held, claim, len(found) == 1, rises) for quantity in found)


class _Tellings:
    """All tellings of one number in a story."""

    def __init__(self, counts: Sequence[_Count]) -> None:
        self.by_report: dict[int, list[Quantity]] = defaultdict(list)
        for count in counts:
            self.by_report[count.report].append(count.quantity)

    def differ(self, one: _Count, other: _Count, matter: Matter) -> bool:
        """Whether two numbers are of one thing and cannot both be right."""
        first, second = one.held.statement, other.held.statement
        return (
            not one.quantity.agrees_with(other.quantity)
            and _are_of_one_size(one.quantity, other.quantity)
            and not of_one_voice(first, second, matter)
            and self._are_near(one, other)
            and not self._agree_elsewhere(one, other)
            and _is_told_together(one, other, matter)
            and of_one_matter(first, second, matter)
        )

    def _are_near(self, one: _Count, other: _Count) -> bool:
        alike = likeness(_without_figures(one.held), _without_figures(other.held))
        if not one.quantity.fate:
            same = one.claim is other.claim and one.alone and other.alone
            return same and alike >= _ALIKE_BARE and agree(_named(one.held), _named(other.held))
        if one.report == other.report or self._tells_several(one.report) or self._tells_several(other.report):
            return alike >= _ALIKE_IN_ONE
        return alike >= (_ALIKE if one.claim is other.claim else _ALIKE_ACROSS)

    def _tells_several(self, report: int) -> bool:
        """Whether a report tells numbers of that kind that are not of one thing."""
        return any(not a.agrees_with(b) for a, b in combinations(self.by_report[report], 2))

    def _agree_elsewhere(self, one: _Count, other: _Count) -> bool:
        if one.report == other.report:
            return False
        return any(a.agrees_with(b) for a in self.by_report[one.report] for b in self.by_report[other.report])


def _are_of_one_size(one: Quantity, other: Quantity) -> bool:
    low, high = sorted((max(one.least, 1.0), max(other.least, 1.0)))
    return high <= _PLAUSIBLE * low


def _is_told_together(one: _Count, other: _Count, matter: Matter) -> bool:
    first, second = _day(one, matter), _day(other, matter)
    return first is None or second is None or abs((first - second).days) <= _APART


def _day(count: _Count, matter: Matter) -> date | None:
    return matter.reports[count.report].published


def _without_figures(held: Held) -> Mapping[str, float]:
    kept = {f: w for f, w in held.vector.items() if f[0] != "#"}
    length = sum(w * w for w in kept.values()) ** 0.5 or 1.0
    return {f: w / length for f, w in kept.items()}


def _named(held: Held) -> frozenset[str]:
    return frozenset(f for f in held.vector if f[0] == SIGNS[0])


def _difference(one: _Count, other: _Count, matter: Matter) -> Difference:
    low, high = sorted((one, other), key=lambda c: (c.quantity.least, c.quantity.most))
    bearing, code = _bearing(low, high, matter)
    shown = tuple(matter.passage(c.held.statement) for c in (low, high))
    text = matter.reports[low.report].text
    return Difference(
        Differing.FIGURE,
        low.quantity.span.of(text),
        _told(low),
        _told(high),
        bearing,
        Reason(code, shown, f"{low.quantity.told}; {high.quantity.told}"),
    )


def _told(count: _Count) -> Told:
    return Told(count.quantity.told, count.quantity.span, count.held, count.claim.id)


def _bearing(low: _Count, high: _Count, matter: Matter) -> tuple[Bearing, str]:
    """A toll that is told later and higher has grown; of one day, it may have."""
    if low.quantity.grows:
        if high.rises:
            return Bearing.UPDATE, "said-to-have-risen"
        earlier, later = _day(low, matter), _day(high, matter)
        if earlier and later and earlier < later:
            return Bearing.UPDATE, "later-and-higher"
        if earlier == later and low.report != high.report:
            return Bearing.UNDECIDED, "higher-on-one-day"
    return Bearing.CONTRADICTION, "not-both-figures"
