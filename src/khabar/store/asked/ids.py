"""Conclusions found by their ids, or by the beginning of one."""

from khabar.store.asked.questions import Questions, begins
from khabar.values.wanted import Begun, Sort

_TABLES = {Sort.CLAIM: "claim_marks", Sort.ACTOR: "actor_marks", Sort.EXCHANGE: "exchange_marks"}


class IdQuestions(Questions):
    """What is asked by id."""

    def with_id(self, asked: str) -> tuple[Begun, ...]:
        """Every claim, actor and exchange of that id."""
        return self._of_ids("id = ?", asked)

    def begun(self, asked: str) -> tuple[Begun, ...]:
        """Every claim, actor and exchange whose id begins so."""
        return self._of_ids(begins("id"), asked, asked)

    def _of_ids(self, condition: str, *given: str) -> tuple[Begun, ...]:
        return tuple(
            Begun(sort, own_id)
            for sort, table in _TABLES.items()
            for (own_id,) in self._all(f"SELECT id FROM {table} WHERE {condition} ORDER BY n", given)
        )
