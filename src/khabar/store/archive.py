"""The archive: reports, what was read in them, and what was concluded from them, in one file or on a server."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from traceback import walk_tb
from types import TracebackType
from typing import TYPE_CHECKING, Self

from khabar.errors import DamagedArchive, NotInArchive
from khabar.store import connection, corrections, opening, rows, seals
from khabar.store.asked.actors import ActorQuestions
from khabar.store.asked.exchanges import ExchangeQuestions
from khabar.store.asked.holdings import HoldingsQuestions
from khabar.store.asked.ids import IdQuestions
from khabar.store.asked.relations import RelationQuestions
from khabar.store.asked.stories import StoryQuestions
from khabar.store.database import Database
from khabar.store.logbook import Logbook
from khabar.store.said import Said as SaidByPeople
from khabar.store.said import TakenIn, acts_of, here, lines_of
from khabar.store.search import words
from khabar.store.values_as_json import from_json
from khabar.store.written import Written, known_as, written_of
from khabar.values.act import Act, ActId, Spoken, Utterance
from khabar.values.conclusions import Conclusions
from khabar.values.correction import Correction
from khabar.values.fetched import Mark
from khabar.values.judgement import Judgement
from khabar.values.page import Page
from khabar.values.place import Place, Server
from khabar.values.reading import Reading
from khabar.values.reason import Passage
from khabar.values.report import Report, Unreadable
from khabar.values.search import ANY, Filters, Hit, Said
from khabar.values.span import Span
from khabar.values.weighed import Weighed

if TYPE_CHECKING:
    from khabar.store.desk import Desk
    from khabar.store.digests_as_json import Make

PATIENCE = 5.0  # seconds to wait for another program that writes
_NOWHERE = Path(":memory:")


class Archive(RelationQuestions, ActorQuestions, ExchangeQuestions, StoryQuestions, HoldingsQuestions, IdQuestions):
    """Reports and readings, each kept once and whole: a killed program leaves nothing half done."""

    def __init__(self, path: Place, database: Database) -> None:
        super().__init__(path, database)
        # On a server, and in memory, the table of acts is all the log there is.
        self._log = None if isinstance(path, Server) or path == _NOWHERE else Logbook(path)
        self._weighed: tuple[tuple[int, int], Weighed] | None = None  # with the state of the file that it is of

    @classmethod
    def to_write(cls, path: Place, patience: float = PATIENCE) -> Self:
        """Opens the archive, or makes it."""
        return cls(path, opening.writable(path, patience))

    @classmethod
    def to_read(cls, path: Place, patience: float = PATIENCE) -> Self:
        """Opens an archive that is there, and never changes it."""
        return cls(path, opening.readable(path, patience))

    @classmethod
    def in_memory(cls) -> Self:
        """An archive that lies in no file, and is gone when it is closed."""
        return cls(_NOWHERE, connection.in_memory(_NOWHERE))

    @property
    def is_in_memory(self) -> bool:
        """Whether no other process can open it."""
        return self.path == _NOWHERE

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Lets go of it; raises DamagedArchive in place of what our own code stumbled over in a damaged one."""
        try:
            if _stumbled(error, at) and (what := self._database.damage()):
                raise DamagedArchive(str(self.path), what) from error
        finally:
            self.close()

    def close(self) -> None:
        """Lets go of it; the last who wrote to a file leaves one file behind, with no log beside it."""
        self._database.close()

    # What a build asks and keeps

    def reader_of(self, sha256: str) -> str | None:
        """The version that read the report, or failed to; None: it is not here."""
        found = self._one(
            "SELECT reader FROM readings JOIN reports ON n = report WHERE sha256 = ?"
            " UNION ALL SELECT reader FROM unreadable WHERE sha256 = ? AND reader <> ''",
            (sha256, sha256),
        )
        return None if found is None else str(found[0])

    def has(self, sha256: str) -> bool:
        """Whether the report of these bytes is here."""
        return self._one("SELECT 1 FROM reports WHERE sha256 = ?", (sha256,)) is not None

    def not_read_by(self, reader: str) -> Iterator[Report]:
        """Reports that this version of the reader has not tried yet, in the order they came in."""
        question = (
            "SELECT n FROM reports LEFT JOIN readings ON n = report WHERE (reader IS NULL OR reader <> ?1)"
            " AND NOT EXISTS (SELECT 1 FROM unreadable WHERE unreadable.sha256 = reports.sha256"
            " AND unreadable.reader = ?1) ORDER BY n"
        )
        numbers = self._all(question, (reader,))
        for (n,) in numbers:
            yield rows.report_of(self._all(f"SELECT {rows.REPORT} FROM reports WHERE n = ?", (n,))[0])

    def keep(self, report: Report, reading: Reading) -> str:
        """Keeps a report with its reading, in place of what an older reader read in it; its id here."""
        return self.keep_written(report, written_of(report, reading))

    def keep_written(self, report: Report, written: Written) -> str:
        """The same where what is to be written was worked out before."""
        with self._change() as database:
            n, own_id = self._added(database, report)
            database.execute("DELETE FROM unreadable WHERE sha256 = ?", (report.sha256,))
            said = corrections.corrections_of(database, own_id)
            own = known_as(written, own_id, said) if said or own_id != report.id else written
            if not rows.is_read_so(database, n, own.reader, own.text):  # or another build was faster
                rows.clear_reading(database, n)
                rows.add_reading(database, n, own.reader, own.language, own.unread, own.text)
                rows.add_items(database, n, own.items)
                words.add_sentences(database, n, own.index)
                rows.forget_weighing(database, n)
        return own_id

    def keep_unreadable(self, what: Unreadable, report: Report | None = None, reader: str = "") -> None:
        """Keeps what could not be read with the reason, and the report itself where there is one."""
        with self._change() as database:
            if report is not None:
                n, _ = self._added(database, report)
                rows.clear_reading(database, n)
                rows.forget_weighing(database, n)
            database.execute(
                "INSERT INTO unreadable (source, sha256, reason, reader) VALUES (?, ?, ?, ?)"
                " ON CONFLICT (source, sha256) DO UPDATE SET reason = excluded.reason, reader = excluded.reader",
                (what.source, what.sha256 or "", what.reason, reader),
            )

    def take_over(self, report: Report) -> None:
        """Keeps a report of another archive, still to be read."""
        with self._change() as database:
            self._added(database, report)

    def addresses(self) -> frozenset[str]:
        """The web addresses of all reports."""
        return frozenset(str(url) for (url,) in self._all("SELECT url FROM reports WHERE url IS NOT NULL"))

    def marks(self) -> Mapping[str, Mark]:
        """What sites said of their answers when they were last fetched, by address."""
        found = self._one("SELECT value FROM facts WHERE name = 'fetched'")
        held = json.loads(found[0]) if found else {}
        return {address: Mark(etag, modified) for address, (etag, modified) in held.items()}

    def keep_marks(self, marks: Mapping[str, Mark]) -> None:
        """Keeps these in place of all earlier ones."""
        held = json.dumps({a: (mark.etag, mark.modified) for a, mark in sorted(marks.items())}, ensure_ascii=False)
        with self._change() as database:
            database.execute(f"INSERT INTO facts VALUES ('fetched', ?) {rows.REPLACING_FACT}", (held,))

    def is_weighed_by(self, weigher: str) -> bool:
        """Whether the conclusions are that version's, and nothing was kept since."""
        return self.weighed_by() == weigher

    def not_weighed(self) -> frozenset[int]:
        """The numbers of the reports that the conclusions do not rest on yet."""
        return frozenset(n for (n,) in self._all("SELECT report FROM unweighed"))

    def keep_weighed(self, weighed: Weighed, weigher: str, of: Iterable[int] | None = None) -> None:
        """Puts new conclusions in place of the old ones, all at once.

        `of` is what was not weighed when the weighing began, so that a report that another build kept meanwhile is
        still to be weighed; None: everything.
        """
        from khabar.store.concluded.keeping import replace_weighed  # here: a question needs nothing of what it loads

        done = self.not_weighed() if of is None else of
        with self._change() as database:
            replace_weighed(database, weighed)
            rows.note_weighing(database, weigher, done)

    def desk(self, weigher: str, make: "Make | None" = None) -> "Desk":
        """What that version of the weigher works on: reports, and what it found out before.

        `make` works out digests of reports; None: this process does.
        """
        from khabar.store.desk import Desk  # here: a question needs nothing of what it loads

        return Desk(self._database, weigher, make) if make else Desk(self._database, weigher)

    def keep_conclusions(self, found: Conclusions, desk: "Desk", weigher: str, of: Iterable[int]) -> bool:
        """Puts new conclusions in place of the old ones, all at once, and writes only what changed.

        `of` is what was not weighed when the desk was made. False: another build or a person changed meanwhile what
        they rest on or replace, and they must be drawn again.
        """
        with self._change(safe=True) as database:  # what a build kept stays kept
            done = desk.write(found)
            if done:
                rows.note_weighing(database, weigher, of)
        return done

    # What people judge

    def judgements(self) -> tuple[Judgement, ...]:
        """What people said of two actors or claims, in the order in which they did."""
        with self._database.in_plain_words():
            return rows.judgements_of(self._database)

    def keep_judgement(self, judgement: Judgement) -> None:
        """Keeps it in place of any on the same two; the conclusions rest on it after the next weighing."""
        with self._reviewing() as said:
            said.say(judgement)

    def undo_judgement(self, judgement: Judgement) -> bool:
        """Takes back what was judged of the same two, in the name of its author; False: nothing was."""
        with self._reviewing() as said:
            return said.take_back(judgement)

    def corrections(self, report_id: str | None = None) -> tuple[Correction, ...]:
        """What people said of single items of one report, or of all."""
        with self._database.in_plain_words():
            return corrections.corrections_of(self._database, report_id)

    def keep_correction(self, correction: Correction) -> None:
        """Keeps it in place of what was said of the same matter; the conclusions rest on it after the next weighing."""
        with self._reviewing() as said:
            said.say(correction)

    def undo_correction(self, correction: Correction) -> bool:
        """Takes back what was said of the same matter, in the name of its author; False: nothing was."""
        with self._reviewing() as said:
            return said.take_back(correction)

    def take_in_log(self) -> TakenIn:
        """Takes in what the log beside the archive tells, and writes there what it lacks."""
        with self._change() as database:
            seals.seal_all(database)
            return SaidByPeople(database, self._log).take_in()

    def learn(self, acts: Iterable[Act]) -> int:
        """Keeps acts of review that came from elsewhere; the number of those that are new here."""
        with self._reviewing() as said:
            return said.learn(acts)

    def here(self, said: Spoken) -> Utterance | None:
        """The word with what its reports are known by in any archive; None: one of them is not here."""
        with self._database.in_plain_words():
            return here(self._database, said)

    def acts(self) -> Mapping[ActId, Act]:
        """Everything that people ever said or took back."""
        with self._database.in_plain_words():
            return acts_of(self._database)

    def log(self) -> Sequence[str]:
        """The same as lines, the earliest first."""
        with self._database.in_plain_words():
            return lines_of(self._database)

    # What views ask

    def reports(self) -> Iterator[Report]:
        """All reports, by day of publication."""
        for row in self._each(f"SELECT {rows.REPORT} FROM reports ORDER BY published IS NULL, published, id"):
            yield rows.report_of(row)

    def readings(self) -> Iterator[tuple[Report, Reading]]:
        """All reports that were read, by day of publication, each reading as people corrected it."""
        question = (
            f"SELECT {rows.REPORT}, reading FROM reports JOIN readings ON n = report"
            " WHERE unread IS NULL ORDER BY published IS NULL, published, id"
        )
        for row in self._each(question):
            yield rows.report_of(row[:-1]), corrections.reading_of(self._database, row[0], row[-1])

    def report(self, report_id: str) -> Report:
        """The report of that id; raises NotInArchive."""
        found = self._one(f"SELECT {rows.REPORT} FROM reports WHERE id = ?", (report_id,))
        if found is None:
            raise NotInArchive(report_id, str(self.path))
        return rows.report_of(found)

    def reading(self, report_id: str) -> Reading | None:
        """What was read in the report, as people corrected it; None: it could not be read."""
        found = self._one("SELECT reading FROM readings JOIN reports ON n = report WHERE id = ?", (report_id,))
        with self._database.in_plain_words():
            return None if found is None else corrections.reading_of(self._database, report_id, found[0])

    def as_read(self, report_id: str) -> Reading | None:
        """What was read in the report, before anybody corrected it; None: it could not be read."""
        found = self._one("SELECT reading FROM readings JOIN reports ON n = report WHERE id = ?", (report_id,))
        with self._database.in_plain_words():
            return None if found is None else from_json(Reading, json.loads(found[0]))

    def sentences_around(self, passage: Passage) -> Span:
        """The whole sentences that a passage stands in; the passage itself outside the body."""
        found = self._all(
            'SELECT min(start), max("end") FROM sentences JOIN reports ON reports.n = report'
            ' WHERE id = ? AND start < ? AND "end" > ?',
            (passage.report_id, passage.span.end, passage.span.start),
        )
        start, end = found[0]
        return passage.span if start is None else Span(min(start, passage.span.start), max(end, passage.span.end))

    def unreadable(self) -> tuple[Unreadable, ...]:
        """Everything that came in and could not be read, with the reasons."""
        found = self._all("SELECT source, reason, sha256 FROM unreadable ORDER BY source, sha256")
        return tuple(Unreadable(source, reason, sha256 or None) for source, reason, sha256 in found)

    def weighed_by(self) -> str | None:
        """The version whose conclusions these are; None: reports have come since, or a build was stopped."""
        found = self._one("SELECT value FROM facts WHERE name = 'weighed'")
        return None if found is None else str(found[0])

    def has_conclusions(self) -> bool:
        """Whether anything was ever concluded here."""
        return (
            self._one("SELECT 1 FROM facts WHERE name = 'weighed' UNION ALL SELECT 1 FROM actors LIMIT 1") is not None
        )

    def weighed(self) -> Weighed:
        """What was concluded from all the reports; fetched anew only after something was written, here or elsewhere."""
        state = self.state()
        if self._weighed is None or self._weighed[0] != state:
            with self._database.in_plain_words():
                self._weighed = state, rows.weighed_of(self._database)
        return self._weighed[1]

    def state(self) -> tuple[int, int]:
        """A pair that is another after every change of the archive, by whomever."""
        with self._database.in_plain_words():
            return self._database.state()

    def sentences_with(
        self, asked: str, filters: Filters = ANY, limit: int | None = None, offset: int = 0
    ) -> Page[Hit]:
        """Sentences that hold what is asked for, in whatever form, best first."""
        from khabar.store.search import finding  # here: no other question loads what turns words into their forms

        with self._database.in_plain_words():
            return finding.found(self._database, asked, filters, limit, offset)

    def sayings_over(self, passage: Passage) -> tuple[Said, ...]:
        """What somebody says in the report of which some words are in the passage."""
        found = self._all(
            'SELECT start, "end", chain, stance FROM attributions JOIN reports ON reports.n = report'
            ' WHERE reports.id = ? AND start < ? AND "end" > ? ORDER BY start, "end" DESC, attributions.id',
            (passage.report_id, passage.span.end, passage.span.start),
        )
        return tuple(rows.said_of(row) for row in found)

    @contextmanager
    def unmoved(self) -> Iterator[Self]:
        """All answers are of one moment, whoever writes meanwhile."""
        with self._database.unmoved():
            yield self

    # The database behind it

    def _added(self, database: Database, report: Report) -> tuple[int, str]:
        """The report's number and id here; it is added, and sealed, if it is new."""
        is_new = database.execute("SELECT 1 FROM reports WHERE sha256 = ?", (report.sha256,)).fetchone() is None
        n, own_id = rows.add_report(database, report)
        if is_new:
            seals.seal(database, n)
        return n, own_id

    @contextmanager
    def _reviewing(self) -> Iterator[SaidByPeople]:
        with self._change() as database:
            yield SaidByPeople(database, self._log)

    @contextmanager
    def _change(self, *, safe: bool = False) -> Iterator[Database]:
        with self._database.change(safe=safe):
            yield self._database


def _stumbled(error: BaseException | None, at: TracebackType | None) -> bool:
    """Whether values that no archive holds may be behind an error: one of ours, and none that speaks to the user."""
    ours = any(frame.f_globals.get("__name__", "").startswith("khabar.") for frame, _ in walk_tb(at))
    return ours and isinstance(error, (AttributeError, LookupError, TypeError, ValueError))
