"""Claims chosen by whom they are about, by verdict, type, status, time and outlet."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date

from khabar.store.asked.questions import Choice, Part, Questions, any_in, as_set
from khabar.store.columns import day_held, held, span_held
from khabar.store.database import Row
from khabar.store.exact_words import any_of
from khabar.values.claim import Claim, Verdict
from khabar.values.event import EventType, Status
from khabar.values.page import Page
from khabar.values.span import Span
from khabar.values.wanted import ClaimsWanted, Order, Placed, Subject

_ORDERS = {
    Order.MOST_TOLD: "positions DESC, id",
    Order.IN_TIME: "first, last, id",
    Order.NEWEST: "dated DESC, last DESC, id",
}
_NAMES = "SELECT claim FROM names JOIN claim_names ON claim_names.name = names.n"
_NAMED = f"{_NAMES} WHERE {any_in('key')}"
_TAKING_PART = f"{_NAMES} WHERE {any_in('names.name')} AND role <> 'speaker'"
_PLACED = f"{_NAMES} WHERE {any_in('names.name')} AND role = 'place'"
_TOLD_BY = f"{_NAMES} WHERE {any_in('names.name')} AND role = 'speaker'"
_WORDED = "SELECT rowid FROM gists WHERE gists MATCH ?"
_BY_OUTLET = "SELECT claim FROM claim_outlets WHERE outlet = ?"

_OF_PERIOD = (
    "CASE WHEN NOT dated THEN substr(reported, 1, ?) WHEN substr(first, 1, ?) = substr(last, 1, ?) THEN"
    " substr(first, 1, ?) END"
)


class ClaimQuestions(Questions):
    """What is asked of claims."""

    def claim(self, claim_id: str) -> Claim | None:
        """The claim of that id; None: there is none."""
        found = self._one("SELECT n FROM claim_marks WHERE id = ?", (claim_id,))
        return None if found is None else self._value(Claim, "claims", "claim", found[0])

    def claims_where(
        self, wanted: ClaimsWanted, order: Order, limit: int | None = None, offset: int = 0
    ) -> Page[Placed]:
        """The claims that are wanted, each with its place in time."""
        part = Part("claim_marks.n, reported, status", _ORDERS[order], limit, offset)
        found, total = self._part(part, chosen_claims(wanted))
        return Page(tuple(self._placed(*row) for row in found), total, offset)

    def counted_in_time(self, wanted: ClaimsWanted, letters: int) -> Mapping[tuple[str | None, Status | None], int]:
        """How many there are of each status in each year (4 letters), month (7) or day (10); None: in no single one."""
        rows = chosen_claims(wanted)
        question = f"SELECT {_OF_PERIOD}, status, count(*){rows.rows} GROUP BY 1, 2"
        found = self._all(question, (letters, letters, letters, letters, *rows.given))
        return {(period, held(Status, status) if status else None): number for period, status, number in found}

    def placed_claims(self, wanted: ClaimsWanted) -> Iterator[tuple[str, int, Verdict, EventType | None]]:
        """Each place that a claim names, with the claim's number, verdict and type."""
        rows = chosen_claims(wanted)
        question = (
            f"SELECT names.name, found.n, verdict, type FROM (SELECT claim_marks.n, verdict, type{rows.rows}) AS found"
            " JOIN claim_names ON claim_names.claim = found.n AND role = 'place'"
            " JOIN names ON names.n = claim_names.name"
        )
        for name, n, verdict, kind in self._each(question, rows.given):
            yield name, n, held(Verdict, verdict), held(EventType, kind) if kind else None

    def claims_on(self, report_id: str, limit: int | None = None, offset: int = 0) -> Page[Claim]:
        """The claims on which a report takes a position, in the order in which it does."""
        question = (
            'SELECT claim, id, start, "end" FROM positions JOIN claim_marks ON claim_marks.n = claim WHERE report = ?'
        )
        places: dict[tuple[int, str], list[Span]] = defaultdict(list)
        for n, own_id, start, end in self._all(question, (report_id,)):
            places[n, own_id].append(span_held(start, end))
        found = Page.of(sorted(places, key=lambda claim: (min(places[claim]), claim[1])), limit, offset)
        claims = tuple(self._value(Claim, "claims", "claim", n) for n, _ in found)
        return Page(claims, found.total, offset)

    def claims_of_events(self, report_id: str) -> Mapping[str, str]:
        """The id of the claim that each event of a report is told in, by the event's id in that report."""
        question = (
            "SELECT event, min(claim_marks.id) FROM positions JOIN claim_marks ON claim_marks.n = claim"
            " WHERE report = ? AND event IS NOT NULL GROUP BY event ORDER BY event"
        )
        return dict(self._all(question, (report_id,)))

    def _placed(self, n: int, reported: str | None, status: str | None) -> Placed:
        claim = self._value(Claim, "claims", "claim", n)
        return Placed(claim, day_held(reported), held(Status, status) if status else None)


def chosen_claims(wanted: ClaimsWanted) -> Choice:
    """The rows of `claim_marks` that are wanted."""
    sets = [*_sets(wanted)]
    rows = " INTERSECT ".join(f"SELECT * FROM ({question}) AS asked" for question, _ in sets)
    source = f"({rows}) AS chosen CROSS JOIN claim_marks ON claim_marks.n = chosen.claim" if sets else "claim_marks"
    choice = Choice(source, (), tuple(item for _, given in sets for item in given))
    for column in ("verdict", "type", "status"):
        value = getattr(wanted, column)
        if value is not None:
            choice = choice.only(f"{column} = ?", value.value)
    return _in_time(choice, wanted)


def about(subject: Subject) -> tuple[str, Row]:
    """The question for the numbers of the claims about somebody, with what is given."""
    words = any_of(subject.words)
    names = as_set(subject.names)
    return (f"{_NAMED} UNION {_WORDED}", (names, words)) if words else (_distinct(_NAMED), (names,))


def _distinct(question: str) -> str:
    return f"SELECT DISTINCT * FROM ({question}) AS asked"


def _sets(wanted: ClaimsWanted) -> list[tuple[str, Row]]:
    found: list[tuple[str, Row]] = []
    if wanted.about:
        found.append(about(wanted.about))
    if wanted.named:
        found.append((_distinct(_TAKING_PART), (as_set(wanted.named),)))
    if wanted.placed:
        found.append((_distinct(_PLACED), (as_set(wanted.placed),)))
    if wanted.told_by:
        found.append((_distinct(_TOLD_BY), (as_set(wanted.told_by),)))
    if wanted.outlet is not None:
        found.append((_BY_OUTLET, (wanted.outlet,)))
    return found


def _in_time(choice: Choice, wanted: ClaimsWanted) -> Choice:
    since, until = (wanted.since or date.min).isoformat(), (wanted.until or date.max).isoformat()
    if (wanted.since or wanted.until) and wanted.as_reported:
        own, told = "dated AND last >= ? AND first <= ?", "NOT dated AND reported BETWEEN ? AND ?"
        choice = choice.only(f"(({own}) OR ({told}))", since, until, since, until)
    elif wanted.since or wanted.until:
        choice = choice.only("last >= ?", since) if wanted.since else choice
        choice = choice.only("first <= ?", until) if wanted.until else choice
        choice = choice.only("dated")
    if wanted.dated_only and (wanted.as_reported or not (wanted.since or wanted.until)):
        choice = choice.only("dated")
    return choice.only("type IS NOT NULL") if wanted.events_only else choice
