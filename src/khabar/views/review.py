"""What people said of readings and conclusions: of one report's items, and all of it, the newest first."""

from dataclasses import dataclass
from hashlib import sha256
from typing import Protocol

from khabar.errors import AmbiguousId, CannotCorrect, NothingSaid, NotInArchive
from khabar.resolution.corrected import is_possible, item_at, words_of
from khabar.values.attribution import Attribution
from khabar.values.correction import Corrected, Correction, Ruling
from khabar.values.event import Event
from khabar.values.judgement import Judgement
from khabar.values.page import Page
from khabar.values.reading import Reading
from khabar.values.reason import Passage
from khabar.views.evidence import Quoted, Reports, quoted

BRIEF = 5  # signs of a key that tell which is meant
_KINDS = {"a": Corrected.SAYING, "v": Corrected.EVENT}  # by the first letter of an item's id


class Reviewed(Reports, Protocol):
    """What it takes to show what people said."""

    def reading(self, report_id: str) -> Reading | None:
        """What was read in the report, as people corrected it."""

    def as_read(self, report_id: str) -> Reading | None:
        """The same before anybody corrected it."""

    def corrections(self, report_id: str | None = None) -> tuple[Correction, ...]:
        """What people said of single items."""

    def judgements(self) -> tuple[Judgement, ...]:
        """What people said of two actors or claims."""


@dataclass(frozen=True, slots=True)
class RulingShown:
    """One ruling with the words that it is about."""

    correction: Correction
    quoted: Quoted

    @property
    def key(self) -> str:
        """What it can be asked for by."""
        return _key(self.at, self.correction.matter)

    @property
    def at(self) -> str:
        """When it was said."""
        return self.correction.at


@dataclass(frozen=True, slots=True)
class JudgementShown:
    """That two are the same, or not, with the words by which each is known."""

    judgement: Judgement
    one: Quoted
    other: Quoted

    @property
    def key(self) -> str:
        """What it can be asked for by."""
        return _key(self.at, (self.judgement.of, self.judgement.one, self.judgement.other))

    @property
    def at(self) -> str:
        """When it was said."""
        return self.judgement.at


Said = RulingShown | JudgementShown


def said_by_people(archive: Reviewed, *, limit: int | None = None, offset: int = 0) -> Page[Said]:
    """Everything that people said, the newest first."""
    rulings: list[tuple[str, Said]] = [
        (one.at, RulingShown(one, quoted(archive, one.where))) for one in archive.corrections()
    ]
    judged: list[tuple[str, Said]] = [
        (one.at, JudgementShown(one, quoted(archive, one.one), quoted(archive, one.other)))
        for one in archive.judgements()
    ]
    newest = sorted([*rulings, *judged], key=lambda told: told[0], reverse=True)
    return Page.of([shown for _, shown in newest], limit, offset)


def said_under(archive: Reviewed, key: str) -> Said:
    """What has that key, of which the beginning is enough; raises NothingSaid or AmbiguousId."""
    found = [one for one in said_by_people(archive) if len(key) >= BRIEF and one.key.startswith(key)]
    if not found:
        raise NothingSaid(key)
    if len(found) > 1:
        raise AmbiguousId(key, [(one.key, one.at) for one in found])
    return found[0]


def _key(at: str, about: object) -> str:
    return sha256(f"{at} {about}".encode()).hexdigest()[:16]


def rulings_on(archive: Reviewed, report_id: str) -> dict[str, tuple[Correction, ...]]:
    """What was said of each item that still stands in a report, by the item's id."""
    reading = archive.reading(report_id)
    found: dict[str, tuple[Correction, ...]] = {}
    for correction in archive.corrections(report_id):
        item = item_at(reading, correction.of, correction.where.span) if reading else None
        if item is not None and correction.ruling is not Ruling.WRONG:
            found[item.id] = (*found.get(item.id, ()), correction)
    return found


def taken_out(archive: Reviewed, report_id: str) -> tuple[RulingShown, ...]:
    """The items of a report that people ruled to be wrong."""
    wrong = (one for one in archive.corrections(report_id) if one.ruling is Ruling.WRONG)
    return tuple(RulingShown(one, quoted(archive, one.where)) for one in wrong)


def rulings_of(archive: Reviewed, asked: str) -> tuple[Correction, ...]:
    """All that was said of an item (`report#a3`, `report#v2`); raises CannotCorrect or NotInArchive."""
    of, where = _item(archive, asked)
    return tuple(one for one in archive.corrections(where.report_id) if (one.of, one.where) == (of, where))


def ruled(archive: Reviewed, asked: str, ruling: Ruling, value: str | None) -> tuple[Corrected, Passage]:
    """What a ruling on an item (`report#a3`, `report#v2`) is kept under; raises CannotCorrect or NotInArchive."""
    of, where = _item(archive, asked)
    if not is_possible(of, ruling, value):
        told = f"{ruling} {value}" if value else ruling
        raise CannotCorrect(
            asked, f"'{told}' cannot be said of {'a saying' if of is Corrected.SAYING else 'an event'}."
        )
    return of, where


def _item(archive: Reviewed, asked: str) -> tuple[Corrected, Passage]:
    """Which kind of item is asked for, and the words that it is known by."""
    report_id, _, own_id = asked.rpartition("#")
    of = _KINDS.get(own_id[:1])
    if of is None or not report_id:
        raise CannotCorrect(asked, "this is neither a saying nor an event of a report.")
    reading = archive.as_read(archive.report(report_id).id)
    items: tuple[Attribution | Event, ...] = (*reading.attributions, *reading.events) if reading else ()
    item = next((one for one in items if one.id == own_id), None)
    if item is None:
        raise NotInArchive(asked, "the archive")
    return of, Passage(report_id, words_of(item))
