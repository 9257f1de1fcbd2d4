"""What passes between parties, from the rows of their dealings."""

from collections.abc import Collection
from datetime import date

from khabar.store.asked.claims import ClaimQuestions
from khabar.store.asked.questions import Choice, Part, any_in, as_set
from khabar.store.columns import held
from khabar.values.dealing import Balance, Counted, Dealt, Pair
from khabar.values.page import Page
from khabar.values.quad import Quad
from khabar.values.wanted import Placed

_CLASSES = ", ".join(f"count(CASE WHEN quad = '{quad.value}' AND weight <> 0 THEN 1 END)" for quad in Quad)
_SCORE = "CAST(sum(weight) AS BIGINT)"
_DEALT = "one, other, forth, mutual, quad, weight, claim, reported, status"
_IN_TIME = "claim_marks.first, claim_marks.last, claim_marks.id"


class RelationQuestions(ClaimQuestions):
    """What is asked of parties."""

    def balances(
        self,
        mine: Collection[str] | None = None,
        theirs: Collection[str] | None = None,
        since: date | None = None,
        until: date | None = None,
        limit: int | None = None,
        offset: int = 0,
    ) -> Page[Balance]:
        """Every two parties that have to do with one another, one of `mine` and one of `theirs`; the busiest first."""
        choice = _between(_within(Choice("dealings"), since, until), mine, theirs)
        counted = f"SELECT one, other, {_SCORE}, count(*) AS events, {_CLASSES}{choice.rows} GROUP BY 1, 2"
        grouped = Choice(f"({counted}) AS chosen", (), choice.given)
        found, total = self._part(Part("*", "events DESC, one, other", limit, offset), grouped)
        return Page(
            tuple(
                Balance((one, other), score, tuple(zip(Quad, by_class, strict=True)), events)
                for one, other, score, events, *by_class in found
            ),
            total,
            offset,
        )

    def counted_between(self, pair: Pair, since: date | None = None, until: date | None = None) -> tuple[Counted, ...]:
        """The events between the two that count and stand in a month, by time."""
        choice = _of(pair, since, until).only("weight <> 0 AND month IS NOT NULL")
        found = self._all(f"SELECT month, weight, claim_marks.id{choice.rows} ORDER BY {_IN_TIME}", choice.given)
        return tuple(Counted(held(_month, month), weight, claim) for month, weight, claim in found)

    def dealings_between(
        self,
        pair: Pair,
        since: date | None = None,
        until: date | None = None,
        limit: int | None = None,
        offset: int = 0,
    ) -> Page[tuple[Dealt, Placed]]:
        """All events between the two by time, each with its claim."""
        found, total = self._part(Part(_DEALT, _IN_TIME, limit, offset), _of(pair, since, until))
        told = []
        for one, other, forth, mutual, quad, weight, claim, reported, status in found:
            giver, taker = (one, other) if forth else (other, one)
            dealt = Dealt(giver, taker, bool(mutual), held(Quad, quad), weight)
            told.append((dealt, self._placed(claim, reported, status)))
        return Page(tuple(told), total, offset)


def _month(text: str) -> str:
    return date.fromisoformat(f"{text}-01").isoformat()[:7]


def _of(pair: Pair, since: date | None, until: date | None) -> Choice:
    source = "dealings CROSS JOIN claim_marks ON claim_marks.n = dealings.claim"
    return _within(Choice(source).only("one = ? AND other = ?", *pair), since, until)


def _between(choice: Choice, mine: Collection[str] | None, theirs: Collection[str] | None) -> Choice:
    if mine is None:
        return choice
    me = as_set(mine)
    if theirs is None:
        return choice.only(f"({any_in('one')} OR {any_in('other')})", me, me)
    they = as_set(theirs)
    other_is_mine = f"({any_in('other')} AND {any_in('one')})"
    one_is_mine = f"({any_in('one')} AND {any_in('other')} AND NOT {any_in('other')})"
    return choice.only(f"({other_is_mine} OR {one_is_mine})", me, they, me, they, me)


def _within(choice: Choice, since: date | None, until: date | None) -> Choice:
    if since:
        choice = choice.only("dealings.dated AND dealings.last >= ?", since.isoformat())
    if until:
        choice = choice.only("dealings.dated AND dealings.first <= ?", until.isoformat())
    return choice
