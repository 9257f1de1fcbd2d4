"""What marks take from the reports and their readings, and the numbers of names."""

from collections.abc import Iterable
from functools import lru_cache

from khabar.language.spelling import name_key
from khabar.store.database import Database
from khabar.store.rows import free_number
from khabar.values.claim import Claim, PositionStance
from khabar.values.event import Status, surest

_MANY = 65536


class Background:
    """Days, outlets and statuses of an archive's reports, each asked for once."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._published = lru_cache(_MANY)(self._published_by)
        self._statuses = lru_cache(_MANY)(self._statuses_in)
        self._numbers: dict[str, int] = {}
        self._free = free_number(database, "names")

    def first_day(self, reports: Iterable[str]) -> str | None:
        """The first day on which one of them was published; None: none has a day."""
        return min((day for report in reports if (day := self._published(report)[0])), default=None)

    def outlets(self, reports: Iterable[str]) -> frozenset[str]:
        """Who published them, as far as they tell."""
        return frozenset(outlet for report in reports if (outlet := self._published(report)[1]))

    def status(self, claim: Claim) -> Status | None:
        """The surest status under which reports tell of it; None: no event was read in what asserts it."""
        return surest(
            {
                Status(status)
                for p in claim.positions
                if p.event is not None
                and p.stance is not PositionStance.DENIES
                and (status := self._statuses(p.passage.report_id).get(p.event))
            }
        )

    def number(self, name: str) -> int:
        """The number of a name, which it is given when it is first asked for."""
        if name not in self._numbers:
            found = self._database.execute("SELECT n FROM names WHERE name = ?", (name,)).fetchone()
            self._numbers[name] = found[0] if found else self._added(name)
        return self._numbers[name]

    def _added(self, name: str) -> int:
        n, self._free = self._free, self._free + 1
        self._database.execute("INSERT INTO names VALUES (?, ?, ?)", (n, name, name_key(name)))
        return n

    def _published_by(self, report: str) -> tuple[str | None, str | None]:
        found = self._database.execute("SELECT published, outlet FROM reports WHERE id = ?", (report,)).fetchone()
        return found or (None, None)

    def _statuses_in(self, report: str) -> dict[str, str]:
        question = "SELECT events.id, status FROM events WHERE report = (SELECT n FROM reports WHERE reports.id = ?)"
        return dict(self._database.execute(question, (report,)))
