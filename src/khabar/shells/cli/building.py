"""`khabar build`: a progress line while it goes on, and what was done at its end."""

import shlex
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from khabar.builds import Built, build
from khabar.reports.intake import reports_in, something_in
from khabar.shells.cli.given import Given
from khabar.shells.cli.model_options import Wanted
from khabar.shells.cli.printing import print_json
from khabar.shells.cli.proposing import reader_of
from khabar.shells.cli.untold import Untold
from khabar.store.archive import Archive
from khabar.store.said import TakenIn
from khabar.values.place import Place
from khabar.values.report import Report, Unreadable
from khabar.versions import Reader
from khabar.views.signs import controls_shown, line_shown
from khabar.workers.bounds import Crew

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

_NOTES = 10  # lines
PATIENCE = 60.0  # seconds to wait for another build that writes what it concluded from a large archive


def build_archive(
    path: Place,
    sources: Sequence[Path],
    given: Given,
    crew: Crew,
    by: Wanted | None = None,
    *,
    strict: bool,
    as_json: bool,
) -> int:
    """Builds, and says what was done; 1 if nothing that came in could be read, or not all where it must, else 0."""
    incoming = something_in(reports_in(sources, given.told, today=date.today(), columns=given.columns), sources)
    with Archive.to_write(path, PATIENCE) as archive, reader_of(by) as reader:
        built, watcher = built_from(archive, incoming, crew, reader)
    status = tell(path, built, watcher, strict=strict, as_json=as_json)
    if not as_json:
        for line in watcher.untold.hints():
            print(line)
    return status


def built_from(
    archive: Archive, incoming: Iterable[Report | Unreadable], crew: Crew, by: Reader | None = None
) -> tuple[Built, "Watched"]:
    """What a build did, with its progress shown, and what it noted."""
    return watched(lambda watcher: build(archive, incoming, crew.number, watcher, by, crew.bounds))


def watched(building: Callable[["Watched"], Built]) -> tuple[Built, "Watched"]:
    """What a build did that is told who watches it, with its progress shown, and what it noted."""
    try:
        with _watcher() as watcher:
            return building(watcher), watcher
    except KeyboardInterrupt:
        print("khabar: stopped; what was kept stays, and the next build goes on from there", file=sys.stderr)
        raise


def tell(path: Place, built: Built, watcher: "Watched", *, strict: bool, as_json: bool) -> int:
    """Says what was done; 1 if nothing that came in could be read, or not all where it must, else 0."""
    if as_json:
        print_json(asdict(built))
    else:
        print(f"{path}: {summary(built)}")
        for line in watcher.notes(path):
            print(controls_shown(line))
    return 1 if built.unreadable and (strict or built.unreadable == built.done) else 0


def summary(built: Built) -> str:
    """One line that says what a build did."""
    parts = [
        f"{built.new} {'report' if built.new == 1 else 'reports'} read",
        f"{built.again} read again, by this version" if built.again else "",
        f"{built.known} there already" if built.known else "",
        f"{built.twice} the same as another, kept once" if built.twice else "",
        f"{built.unread} in a language that is not read" if built.unread else "",
        f"{built.unreadable} set aside with the reason" if built.unreadable else "",
        f"{built.noted} with a note" if built.noted else "",
    ]
    return ", ".join(part for part in parts if part)


class Watched:
    """The progress line, and complaints above it."""

    def __init__(self, bar: "Progress", task: "TaskID") -> None:
        self._bar = bar
        self._task = task
        self._noted: dict[str, list[str]] = {}
        self._said = ""
        self.untold = Untold()

    def counted(self, stage: str, built: Built) -> None:
        """Moves the line on."""
        self._bar.update(self._task, description=f"{stage}: {summary(built)}")

    def met(self, report: Report) -> None:
        """Looks for what a new report does not tell of itself."""
        self.untold.note(report)

    def refused(self, what: Unreadable) -> None:
        """Complains above the line."""
        self._bar.console.print(line_shown(f"khabar: {what.source}: {what.reason}"), soft_wrap=True)

    def noted(self, report_id: str, note: str) -> None:
        """Keeps a note for the end."""
        self._noted.setdefault(note, []).append(report_id)

    def heeded(self, taken: TakenIn) -> None:
        """Keeps what came of the log of corrections for the end."""
        lines = ", ".join(map(str, taken.damaged))
        told = [
            f"{taken.new} new" if taken.new else "",
            f"{taken.restored} written there again" if taken.restored else "",
            f"{taken.waiting} about reports that are not here" if taken.waiting else "",
            f"damaged and left out: line {lines}" if lines else "",
        ]
        self._said = f"log of corrections: {', '.join(part for part in told if part)}"

    def notes(self, path: Place) -> Iterator[str]:
        """Each note with the reports that carry it; the first of them as the command that shows it."""
        if self._said:
            yield f"  {self._said}"
        for note, ids in list(self._noted.items())[:_NOTES]:
            more = f" and {len(ids) - 1} more" if len(ids) > 1 else ""
            yield f"  {note}: khabar show {shlex.quote(ids[0])} --archive {shlex.quote(str(path))}{more}"
        if len(self._noted) > _NOTES:
            yield f"  … and {len(self._noted) - _NOTES} other notes"


@contextmanager
def _watcher() -> Iterator[Watched]:
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    from khabar.shells.cli.screens import Screen

    console = Screen(stderr=True, highlight=False, markup=False)
    columns = (SpinnerColumn(), BarColumn(20), TextColumn("{task.description}", markup=False), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, disable=not sys.stderr.isatty()) as bar:
        yield Watched(bar, bar.add_task("reading", total=None))
