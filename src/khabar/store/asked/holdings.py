"""What an archive holds, counted."""

from datetime import date

from khabar.store.asked.questions import Choice, Part, Questions
from khabar.store.columns import day_held, held
from khabar.values.claim import Verdict
from khabar.values.event import EventType
from khabar.values.holdings import Holdings, ReportCard
from khabar.values.page import Page
from khabar.values.reading import model_of
from khabar.values.report import first_line

_FIRST_WORDS = 2000  # characters of a text in which its first line is looked for
_HEADLINE = 160  # characters
_CARD = f"id, outlet, published, title, substr(text, 1, {_FIRST_WORDS})"


class HoldingsQuestions(Questions):
    """What is asked of the archive as a whole."""

    def holdings(self, newest: int) -> Holdings:
        """The archive in figures, with that many of its newest reports."""
        first, last = (self._day(f"SELECT {end}(published) FROM reports") for end in ("min", "max"))
        verdicts = dict(self._counts("SELECT verdict, count(*) FROM claim_marks GROUP BY verdict"))
        types = self._counts("SELECT type, count(*) FROM claim_marks WHERE type IS NOT NULL GROUP BY type")
        outlets = self._counts("SELECT outlet, count(*) FROM reports WHERE outlet IS NOT NULL GROUP BY outlet")
        return Holdings(
            reports=self._count("reports"),
            outlets=tuple(outlets),
            first=first,
            last=last,
            claims=self._count("claim_marks"),
            verdicts=tuple((verdict, verdicts.get(verdict.value, 0)) for verdict in Verdict),
            types=tuple((held(EventType, kind), number) for kind, number in types),
            exchanges=self._count("exchange_marks"),
            stories=self._count("story_marks"),
            unreadable=self._count("unreadable"),
            unweighed=self._count("unweighed"),
            newest=self._newest(newest),
            model=self.model(),
        )

    def a_reader(self) -> str | None:
        """A version of the reader that read here, all of one kind; None: nothing was read."""
        found = self._one("SELECT reader FROM readings LIMIT 1", ())
        return None if found is None else str(found[0])

    def model(self) -> str | None:
        """The language model that proposed what the readings hold; None: rules read them."""
        return model_of(self.a_reader() or "")

    def _count(self, table: str) -> int:
        ((number,),) = self._all(f"SELECT count(*) FROM {table}")
        return int(number)

    def _counts(self, question: str) -> list[tuple[str, int]]:
        return [(name, int(number)) for name, number in self._all(f"{question} ORDER BY 2 DESC, 1")]

    def _day(self, question: str) -> date | None:
        ((day,),) = self._all(question)
        return day_held(day)

    def report_cards(
        self,
        outlet: str | None = None,
        since: date | None = None,
        until: date | None = None,
        limit: int | None = None,
        offset: int = 0,
    ) -> Page[ReportCard]:
        """The reports by an outlet, of some days; the newest first, those without a day last."""
        choice = Choice("reports")
        asked = {"outlet = ?": outlet, "published >= ?": since, "published <= ?": until}
        for condition, given in asked.items():
            choice = choice if given is None else choice.only(condition, str(given))
        found, total = self._part(Part(_CARD, "published DESC, id", limit, offset), choice)
        return Page(tuple(_card(*row) for row in found), total, offset)

    def _newest(self, number: int) -> tuple[ReportCard, ...]:
        return tuple(card for card in self.report_cards(limit=number) if card.published)


def _card(own_id: str, outlet: str | None, day: str | None, title: str | None, text: str) -> ReportCard:
    return ReportCard(own_id, outlet, day_held(day), (title or first_line(text))[:_HEADLINE])
