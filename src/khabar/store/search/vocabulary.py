"""The words that stand in an archive, and which of them are names."""

from collections.abc import Iterator

from khabar.language.spelling import bare_key, foreign_key, is_telling
from khabar.store.database import LAST, Database


class Vocabulary:
    """The words that stand in the reports of an archive."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def beginning(self, letters: str) -> Iterator[tuple[str, int]]:
        """The words that begin so, with the number of sentences that have each."""
        return iter(self._database.words_between(letters, letters + LAST))

    def spelled_like(self, word: str) -> tuple[str, ...]:
        """Words of names that are this one in another spelling: شويجو, شويغو."""
        question = (
            "SELECT word FROM name_words WHERE ?1 AND spelled = ?2 AND word <> ?3"
            " UNION SELECT other FROM alike WHERE word = ?3 ORDER BY 1"
        )
        given = (is_telling(word), foreign_key(word), word)
        return tuple(other for (other,) in self._database.execute(question, given))

    def is_in_names(self, word: str) -> bool:
        """Whether the word is part of some name, as it stands."""
        question = (
            "SELECT 1 FROM name_words WHERE spelled = ?1 AND word = ?2"
            " UNION ALL SELECT 1 FROM entities WHERE spelled = ?3 AND name IN (?2, ?4)"
            " UNION ALL SELECT 1 FROM alike WHERE word = ?2 LIMIT 1"
        )
        given = (foreign_key(word), word, bare_key(word), f"ال{word}")
        return self._database.execute(question, given).fetchone() is not None
