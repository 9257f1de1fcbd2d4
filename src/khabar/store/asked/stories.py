"""Stories, and what their reports have between them: contradictions, lineages, copies."""

from collections.abc import Collection, Iterable, Mapping

from khabar.store.asked.claims import about
from khabar.store.asked.questions import Choice, Part, Questions, any_in, as_set, begins
from khabar.store.columns import held
from khabar.values.claim import CopyGroup, Story, Verdict
from khabar.values.contradiction import Contradiction
from khabar.values.lineage import Lineage
from khabar.values.page import Page
from khabar.values.wanted import Subject


class StoryQuestions(Questions):
    """What is asked of stories."""

    def story(self, story_id: str) -> Story | None:
        """The story of that id; None: there is none."""
        found = self._one("SELECT n FROM story_marks WHERE id = ?", (story_id,))
        return None if found is None else self._value(Story, "stories", "story", found[0])

    def stories_where(
        self, subject: Subject | None = None, begun: str = "", limit: int | None = None, offset: int = 0
    ) -> Page[Story]:
        """The stories with a claim about somebody, whose id begins so; those of most reports first."""
        choice = Choice("story_marks")
        if subject:
            question, given = about(subject)
            told = f"SELECT story FROM ({question}) AS chosen CROSS JOIN claim_marks ON claim_marks.n = chosen.claim"
            choice = choice.only(f"id IN ({told})", *given)
        choice = choice.only(begins("id"), begun, begun) if begun else choice
        found, total = self._part(Part("n", "reports DESC, first, id", limit, offset), choice)
        return Page(tuple(self._value(Story, "stories", "story", n) for (n,) in found), total, offset)

    def parties_in(self, story_id: str) -> tuple[str, ...]:
        """The names of those who take part in the claims of a story, the most told first."""
        question = (
            "SELECT names.name FROM claim_marks JOIN claim_names ON claim_names.claim = claim_marks.n"
            " JOIN names ON names.n = claim_names.name WHERE story = ? AND role IN ('actor', 'recipient')"
            " GROUP BY names.n ORDER BY count(*) DESC, names.name"
        )
        return tuple(name for (name,) in self._all(question, (story_id,)))

    def verdicts_in(self, story_id: str) -> Mapping[Verdict, int]:
        """How many claims of a story have each verdict."""
        question = "SELECT verdict, count(*) FROM claim_marks WHERE story = ? GROUP BY verdict ORDER BY verdict"
        return {held(Verdict, verdict): number for verdict, number in self._all(question, (story_id,))}

    def contradictions_where(
        self, subject: Subject | None = None, story: str = "", limit: int | None = None, offset: int = 0
    ) -> Page[Contradiction]:
        """Those with a claim about somebody, in a story whose id begins so; real contradictions before updates."""
        choice = Choice("contradiction_marks")
        if subject:
            question, given = about(subject)
            told = (
                f"SELECT contradiction FROM ({question}) AS chosen"
                " CROSS JOIN claim_marks ON claim_marks.n = chosen.claim"
                " CROSS JOIN contradiction_claims ON contradiction_claims.claim = claim_marks.id"
            )
            choice = choice.only(f"n IN ({told})", *given)
        choice = choice.only(begins("story"), story, story) if story else choice
        found, total = self._part(Part("n", "rank, tellings DESC, id", limit, offset), choice)
        values = (self._value(Contradiction, "contradictions", "contradiction", n) for (n,) in found)
        return Page(tuple(values), total, offset)

    def contradictions_on(self, claim_id: str) -> tuple[Contradiction, ...]:
        """Those that a claim takes part in, real contradictions before updates."""
        question = (
            "SELECT n FROM contradiction_claims JOIN contradiction_marks ON n = contradiction WHERE claim = ?"
            " ORDER BY rank, tellings DESC, id"
        )
        found = self._all(question, (claim_id,))
        return tuple(self._value(Contradiction, "contradictions", "contradiction", n) for (n,) in found)

    def contradictions_in(self, story_id: str) -> tuple[str, ...]:
        """The ids of the contradictions of a story."""
        question = "SELECT id FROM contradiction_marks WHERE story = ? ORDER BY n"
        return tuple(own_id for (own_id,) in self._all(question, (story_id,)))

    def lineages_of(
        self, reports: Collection[str] | None = None, limit: int | None = None, offset: int = 0
    ) -> Page[Lineage]:
        """The lineages of these reports, all where none are given; those with most reports first."""
        choice = Choice("lineage_marks")
        if reports is not None:
            told = f"n IN (SELECT lineage FROM lineage_reports WHERE {any_in('report')})"
            choice = choice.only(told, as_set(reports))
        found, total = self._part(Part("n", "reports DESC, id", limit, offset), choice)
        return Page(tuple(self._value(Lineage, "lineages", "lineage", n) for (n,) in found), total, offset)

    def lineages_among(self, reports: Iterable[str]) -> tuple[str, ...]:
        """The ids of the lineages that these reports belong to, in the order of the reports."""
        question = (
            "SELECT id FROM lineage_reports JOIN lineage_marks ON n = lineage WHERE report = ? ORDER BY lineage DESC"
        )
        found = (self._one(question, (report,)) for report in reports)
        return tuple(dict.fromkeys(row[0] for row in found if row))

    def copies(self, limit: int | None = None, offset: int = 0) -> Page[CopyGroup]:
        """Reports whose text is largely the same."""
        found, total = self._part(Part("copies", "n", limit, offset), Choice("copies"))
        return Page(tuple(self._decoded(CopyGroup, text) for (text,) in found), total, offset)
