"""Building: reports read into an archive and weighed; what is there already is not read again."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Protocol

from khabar.errors import OtherReader, TooLongForServer
from khabar.runners import READY, outcomes, processors
from khabar.store.archive import Archive
from khabar.store.digests_as_json import Make
from khabar.store.said import TakenIn
from khabar.store.written import Writing, Written
from khabar.values.reading import Reading, model_of
from khabar.values.report import Report, Unreadable, writable
from khabar.versions import Reader, reader, weigher
from khabar.views.usual_names import in_usual_names, usual_names
from khabar.weighers import Weighers, seldom_tidied
from khabar.weighing.concluding import conclude
from khabar.weighing.piece import Tell
from khabar.workers.attempts import Outcome
from khabar.workers.bounds import Bounds

_SHOWN = 200  # letters of an id that is too long


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did, in numbers of reports."""

    new: int = 0  # read for the first time
    again: int = 0  # read before, by another version of the reader
    known: int = 0  # here already, read by this version
    twice: int = 0  # came in more than once in this build
    unread: int = 0  # of those read: neither in Arabic nor in English
    unreadable: int = 0  # set aside with the reason
    noted: int = 0  # of those read: with a note, such as a date that could not be read

    @property
    def done(self) -> int:
        """Everything that came in or was read again."""
        return self.new + self.again + self.known + self.twice + self.unreadable


class Watcher(Protocol):
    """Somebody who is told how a build goes on."""

    def counted(self, stage: str, built: Built) -> None:
        """One more report is done, or a stage begins."""

    def met(self, report: Report) -> None:
        """A report came in that nobody has read before."""

    def refused(self, what: Unreadable) -> None:
        """Something could not be read."""

    def noted(self, report_id: str, note: str) -> None:
        """A report was read and carries a note; the id is the archive's."""

    def heeded(self, taken: TakenIn) -> None:
        """The log of what people said was held against the archive."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What others than this process do of weighing."""

    make: Make  # digests of reports
    tell: Tell  # stories


def build(
    archive: Archive,
    incoming: Iterable[Report | Unreadable],
    workers: int | None = None,
    watcher: Watcher | None = None,
    by: Reader | None = None,
    bounds: Bounds | None = None,
    elsewhere: Elsewhere | None = None,
) -> Built:
    """Reads what is new, reads again what another version read, and weighs what any of it bears on.

    `by`: None for the rules. Raises OtherReader where the archive was read by another kind.
    `bounds`: what one report may take, which is held by processes beside this one; None: one worker is this process.
    `elsewhere`: None: the workers of this machine do what can be done of weighing side by side.
    """
    by = by or Reader(reader(), read)
    check_kind(archive, by.version)
    how = (workers, bounds, READY) if by.shared else (1,)
    going = _Going(archive, watcher, by)
    going.keep_all(outcomes(going.new_ones(incoming), Writing(by.read), *how))
    going.keep_all(outcomes(archive.not_read_by(by.version), Writing(by.read), *how))
    going.heed(archive.take_in_log())
    if not archive.is_weighed_by(by.version):
        going.begin("weighing")
        _weigh(archive, by, elsewhere or _beside(archive, workers))
    return going.built


def read(report: Report) -> Reading:
    """What the rules read."""
    from khabar.engine import read as read_by_rules  # here: whoever only weighs needs nothing of what it loads

    return read_by_rules(report)


def check_kind(archive: Archive, version: str) -> None:
    """Raises OtherReader where the archive was read by a model, and that version reads by rules, or by another one."""
    before = archive.a_reader()
    if before is not None and model_of(before) != model_of(version):
        raise OtherReader(str(archive.path), model_of(before), model_of(version))


def _weigh(archive: Archive, by: Reader, elsewhere: Elsewhere) -> None:
    """Draws conclusions from all reports, and again if another build draws its own meanwhile."""
    done = False
    while not done:
        new, desk = archive.not_weighed(), archive.desk(weigher(), elsewhere.make)
        with seldom_tidied():
            found = conclude(desk, archive.judgements(), desk, usual_names, elsewhere.tell)
            kept = archive.keep_conclusions(in_usual_names(found), desk, by.version, new)
            done = kept or archive.is_weighed_by(by.version)  # who was faster drew them from all that there is now


def _beside(archive: Archive, workers: int | None) -> Elsewhere:
    weighers = Weighers(archive.path, 1 if archive.is_in_memory else workers or processors(), READY)
    return Elsewhere(weighers.make, weighers.tell)


class _Going:
    """One build while it goes on."""

    def __init__(self, archive: Archive, watcher: Watcher | None, by: Reader) -> None:
        self.built = Built()
        self._version = by.version
        self._archive = archive
        self._watcher = watcher
        self._stage = "reading"

    def begin(self, stage: str) -> None:
        self._stage = stage
        if self._watcher:
            self._watcher.counted(stage, self.built)

    def new_ones(self, incoming: Iterable[Report | Unreadable]) -> Iterator[Report]:
        """The reports that this version has not read yet; the others are counted."""
        seen: set[str] = set()
        for came in incoming:
            if isinstance(came, Unreadable):
                refused = writable(came)
                self._archive.keep_unreadable(refused)
                self._refuse(refused)
            elif came.sha256 in seen:
                self._count("twice")
            else:
                seen.add(came.sha256)
                before = self._archive.reader_of(came.sha256)
                if before == self._version:
                    self._count("known")
                    continue
                if before is None and self._watcher:
                    self._watcher.met(came)
                yield writable(came)

    def keep_all(self, read_ones: Iterable[tuple[Report, Outcome[Written]]]) -> None:
        for report, outcome in read_ones:
            if isinstance(outcome, Unreadable):
                self._archive.keep_unreadable(outcome, report, self._version)
                self._refuse(outcome)
                continue
            before = self._archive.reader_of(report.sha256)
            try:
                own_id = self._archive.keep_written(report, outcome)
            except TooLongForServer:
                self._refuse_too_long(report)
                continue
            if report.note and self._watcher:
                self._watcher.noted(own_id, report.note)
            more = {"unread": outcome.unread, "noted": report.note}
            self._count("again" if before else "new", *(name for name, said in more.items() if said))

    def _refuse_too_long(self, report: Report) -> None:
        what = Unreadable(report.id[:_SHOWN], "a name or an id in it is too long for the server", report.sha256)
        self._archive.keep_unreadable(what, reader=self._version)
        self._refuse(what)

    def heed(self, taken: TakenIn) -> None:
        if self._watcher and taken != TakenIn():
            self._watcher.heeded(taken)

    def _refuse(self, what: Unreadable) -> None:
        if self._watcher:
            self._watcher.refused(what)
        self._count("unreadable")

    def _count(self, *fields: str) -> None:
        self.built = replace(self.built, **{name: getattr(self.built, name) + 1 for name in fields})
        self.begin(self._stage)
