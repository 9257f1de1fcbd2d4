"""One act of a person's review: something said, or something said before taken back."""

from dataclasses import dataclass
from datetime import UTC, datetime

from khabar.values.correction import Correction
from khabar.values.judgement import Judgement
from khabar.values.reason import Passage

LOG_SUFFIX = ".corrections.jsonl"  # behind the name of an archive: the log beside it
ActId = str
Spoken = Judgement | Correction


@dataclass(frozen=True, slots=True)
class Utterance:
    """What somebody said, with all by which its reports are known in any archive."""

    said: Spoken
    reports: tuple[str, ...]  # the SHA-256 of the report of each passage
    words: tuple[str, ...]  # how each passage begins, for whoever reads the log

    @property
    def author(self) -> str:
        """Who said it."""
        return self.said.author

    @property
    def at(self) -> str:
        """When, ISO 8601."""
        return self.said.at

    @property
    def matter(self) -> tuple[object, ...]:
        """What it is about, the same in every archive and whichever of two is named first."""
        of = zip(self.reports, passages_of(self.said), strict=True)
        places = frozenset((sha256, passage.span) for sha256, passage in of)
        about = self.said.matter[2] if isinstance(self.said, Correction) else "sameness"
        return self.said.of, places, about


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """What was said, taken back by whoever."""

    acts: tuple[ActId, ...]
    author: str
    at: str  # when, ISO 8601
    because: str = ""  # in the author's words


Act = Utterance | Withdrawal


def passages_of(said: Spoken) -> tuple[Passage, ...]:
    """The words that it is about."""
    return (said.one, said.other) if isinstance(said, Judgement) else (said.where,)


def moment(at: str) -> datetime:
    """When that was, to be compared; a time without a zone counts as UTC."""
    found = datetime.fromisoformat(at)
    return found if found.tzinfo else found.replace(tzinfo=UTC)
