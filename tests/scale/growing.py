"""What an archive takes as it grows: `python growing.py NEWS SIZES [CROWDING]`, in processor time and never by the clock.

For each size reports are made of the real ones in NEWS (worlds.py), and a build is measured in a process of its own:
reading, weighing, 100 more reports of all times, and then the questions. The last table fits `time = a · N^b`.
With `carried` behind the crowding, only the real reports are read, and the readings of the others are carried over
(carrying.py): `reading` is then the keeping alone, and weighing takes what it always takes.
"""

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import islice, pairwise
from math import log
from pathlib import Path
from statistics import median
from typing import Any

from carrying import carried
from worlds import originals_of, tellings_of, told_in

import khabar
from khabar.builds import Built, build
from khabar.engine import read
from khabar.reports.intake import reports_in
from khabar.store.archive import Archive
from khabar.store.said import TakenIn
from khabar.store.values_as_json import from_json, to_json
from khabar.values.reading import Reading
from khabar.values.report import Report, Unreadable
from khabar.versions import Reader, reader
from khabar.views.actors import actors_in_brief

_MORE = 100  # reports that come later, of few a tenth
_SEED = 1
_TIMES = 3  # that a question is asked; the best counts
_PAGE = 20
_CARRIED = "carried"
_SEARCHES = (
    *("وقف إطلاق النار", "الرئيس الأمريكي", "وزير الخارجية", "الاتفاق النووي", "مجلس الأمن", "أسعار النفط"),
    *("صواريخ", "انتخابات", "زلزال", "مظاهرات", "الأمم المتحدة", "قتلى وجرحى", "عقوبات اقتصادية", "كأس العالم"),
    *("الجيش السوري", "شركة الطيران", "مباراة", "محاكمة", "لاجئين", "السعودية إيران", "روسيا أوكرانيا"),
    *("انفجار سيارة", "اتهم", "نفى", "شحنة أسلحة", "تنظيم داعش", "حزب الله", "البنك المركزي", "رئيس الوزراء"),
    "غارات جوية",
)
Figures = dict[str, float]


class _Clock:
    """A watcher that keeps how long a build read and how long it weighed."""

    def __init__(self) -> None:
        self.spent: Figures = {"reading": 0.0, "weighing": 0.0}
        self._stage, self._since = "reading", time.process_time()

    def counted(self, stage: str, built: Built) -> None:
        self.turn(stage)

    def turn(self, stage: str) -> None:
        now = time.process_time()
        self.spent[self._stage] += now - self._since
        self._stage, self._since = stage, now

    def met(self, report: Report) -> None: ...

    def refused(self, what: Unreadable) -> None: ...

    def noted(self, report_id: str, note: str) -> None: ...

    def heeded(self, taken: TakenIn) -> None: ...


def main(news: Path, sizes: list[int], crowding: int = 1, readings: str = "") -> None:
    """Prints a line for each size as it comes, then how each stage grows."""
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "reports.jsonl"
        _run("make", news, made, max(sizes), crowding, readings)
        found = []
        for size in sizes:
            found.append(_measured(Path(folder), made, size))
            print(json.dumps({name: round(value, 3) for name, value in found[-1].items()}), flush=True)
    for line in _table(found):
        print(line)


def _measured(folder: Path, made: Path, size: int) -> Figures:
    first, more, archive = folder / "first.jsonl", folder / "more.jsonl", folder / f"{size}.khabar"
    parted(made, size, first, more)
    built, added = _run("build", archive, first), _run("build", archive, more)
    asked = _run("ask", archive)
    found = {
        "reports": size,
        **built,
        **{f"{name} more": value for name, value in added.items()},
        "bytes": archive.stat().st_size,
        **asked,
    }
    archive.unlink()
    return found


def parted(made: Path, size: int, first: Path, more: Path) -> None:
    """Parts the reports: those that come later lie evenly among the others, so that they bear on matters of all times."""
    every = size // min(_MORE, size // 10)
    with made.open() as lines, first.open("w") as early, more.open("w") as late:
        for at, line in enumerate(islice(lines, size)):
            (late if at % every == every // 2 else early).write(line)


def _run(*command: object) -> Figures:
    """What one step printed, run in a process of its own, so that its memory is nobody else's."""
    done = subprocess.run(
        [sys.executable, __file__, *map(str, command)], check=True, stdout=subprocess.PIPE, encoding="utf-8"
    )
    found: Figures = json.loads(done.stdout)
    return found


def make(news: Path, to: Path, size: int, crowding: int, readings: str) -> Figures:
    """Writes so many reports, one a line, with their readings where these are carried over."""
    real = originals_of((came for came in reports_in([news]) if isinstance(came, Report)), read)
    with to.open("w", encoding="utf-8") as file:
        for original, world in islice(tellings_of(real, _SEED, crowding), size):
            line = _as_line(told_in(original, world) if world.number else original.report)
            if readings == _CARRIED:
                line["reading"] = to_json(carried(original, world))
            file.write(json.dumps(line, ensure_ascii=False) + "\n")
    return {"real": len(real)}


def _as_line(report: Report) -> dict[str, Any]:
    day = report.published and report.published.isoformat()
    return {"id": report.id, "outlet": report.outlet, "date": day, "title": report.title, "text": report.text}


def built(archive: Path, reports: Path) -> Figures:
    """Builds with one process and tells what that took."""
    clock = _Clock()
    with Archive.to_write(archive) as opened, reports.open(encoding="utf-8") as lines:
        by = Reader(reader(), _CarriedOver(lines), shared=False) if _holds_readings(reports) else None
        build(opened, reports_in([reports]), workers=1, watcher=clock, by=by)
    clock.turn("done")
    return {"reading": clock.spent["reading"], "weighing": clock.spent["weighing"], "memory": _peak()}


class _CarriedOver:
    """Finds the readings that stand beside the reports, which come in the order of the lines."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._told = map(json.loads, lines)

    def __call__(self, report: Report) -> Reading:
        return from_json(Reading, next(line for line in self._told if line["id"] == report.id)["reading"])


def _holds_readings(reports: Path) -> bool:
    with reports.open(encoding="utf-8") as lines:
        return "reading" in json.loads(next(lines, "{}"))


def _peak() -> float:
    """Megabytes of memory at most so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)


def asked(path: Path) -> Figures:
    """What each question takes in an archive that is open."""
    with khabar.open(path) as archive, Archive.to_read(path) as kept:
        questions = dict(_questions(archive, kept))
        found = {f"ask {name}": min(_seconds(ask) for _ in range(_TIMES)) for name, ask in questions.items()}
        found["ask search"] = median(min(map(_seconds, [_search(archive, words)] * _TIMES)) for words in _SEARCHES)
        stories, lineages = archive.stories(limit=1), archive.lineages()
        copied = sum(len(shown.descents) for shown in lineages.items)
        return {**found, "stories": stories.total, "copied": copied, "claims": archive.claims(limit=1).total}


def _search(archive: khabar.Answers, words: str) -> Callable[[], object]:
    return lambda: archive.search(words, limit=_PAGE)


def _questions(archive: khabar.Answers, kept: Archive) -> Iterator[tuple[str, Callable[[], object]]]:
    """The questions that people ask, each for a page of answers, of the actor whom most reports name."""
    actor = archive.actors(limit=2).items
    one, other = actor[0].id, actor[1].id
    claim = archive.claims(limit=1).items[0].id
    yield "timeline", lambda: archive.timeline(one, limit=_PAGE)
    yield "claims", lambda: archive.claims(one, limit=_PAGE)
    yield "corroboration", lambda: archive.lineages(limit=_PAGE)
    yield "contradictions", lambda: archive.contradictions(limit=_PAGE)
    yield "exchanges", lambda: archive.exchanges(one, limit=_PAGE)
    yield "actors", lambda: actors_in_brief(kept, limit=_PAGE)
    yield "actors with all words", lambda: archive.actors(limit=_PAGE)
    yield "relations", lambda: archive.relations(one, other, limit=_PAGE, dealings=3)
    yield "show", lambda: archive.show(claim)


def _seconds(work: Callable[[], object]) -> float:
    begin = time.process_time()
    work()
    return time.process_time() - begin


def _table(found: list[Figures]) -> Iterator[str]:
    """Each figure at each size, and last the power of the number of reports that it grew with, from size to size."""
    yield " | ".join(["", *(f"{figures['reports']:,.0f}" for figures in found), "grows as"])
    for name in list(found[0])[1:]:
        values = [figures[name] for figures in found]
        slopes = (slope((a["reports"], a[name]), (b["reports"], b[name])) for a, b in pairwise(found))
        yield " | ".join([name, *(f"{value:,.3f}" for value in values), " ".join(f"N^{s:.2f}" for s in slopes)])


def slope(one: tuple[float, float], other: tuple[float, float]) -> float:
    """The power of the number of reports that a figure grew with between two sizes."""
    return log(max(other[1], 1e-6) / max(one[1], 1e-6)) / log(other[0] / one[0])


_STEPS: dict[str, Callable[[list[str]], Figures]] = {
    "make": lambda given: make(Path(given[0]), Path(given[1]), int(given[2]), int(given[3]), given[4]),
    "build": lambda given: built(Path(given[0]), Path(given[1])),
    "ask": lambda given: asked(Path(given[0])),
}

if __name__ == "__main__":
    if sys.argv[1] in _STEPS:
        print(json.dumps(_STEPS[sys.argv[1]](sys.argv[2:])))
    else:
        main(Path(sys.argv[1]), [*map(int, sys.argv[2].split(","))], int((*sys.argv[3:4], 1)[0]), *sys.argv[4:5])
