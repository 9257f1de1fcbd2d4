"""Mixed load for minutes or hours: builds, reviews and the pages at once, with the memory of each watched.

`python endurance.py MINUTES` prints a table, one line a minute, and ends with 1 if the memory of the server grows by
more than a tenth between the second quarter, when it has warmed up, and the last, or if anything is answered wrongly.
"""

import itertools
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from disks import KHABAR

from khabar.store.archive import Archive

DEMO = Path(__file__).parents[2] / "demo" / "reports"
PAGES = ("/en/", "/en/claims", "/ar/timeline", "/en/stories", "/en/actors", "/en/exchanges", "/api/v1/claims?limit=20")
_ASKED = 2  # times a minute that a build or a correction takes place, each
_ALLOWED = 0.10


def main(minutes: float) -> int:
    """Runs the load and says how the memory of the server went."""
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "a.khabar"
        _khabar("build", DEMO, "--archive", archive)
        server = subprocess.Popen(
            [*KHABAR, "serve", "--archive", str(archive), "--port", "0", "--rate", "1000"],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        try:
            address = _address_of(server)
            held = list(_watched(server.pid, address, archive, Path(folder), minutes))
        finally:
            server.terminate()
            server.wait()
        _khabar("check", "--archive", archive)
    quarter = max(1, len(held) // 4)
    early, late = (sum(part) / len(part) for part in (held[quarter : 2 * quarter] or held, held[-quarter:]))
    print(
        f"memory of the server: {early:.0f} MB in the second quarter, {late:.0f} MB in the last: {late / early - 1:+.1%}"
    )
    return 0 if late <= early * (1 + _ALLOWED) else 1


def _watched(server: int, address: str, archive: Path, folder: Path, minutes: float) -> Iterator[float]:
    chance = random.Random(1)
    print("minute  requests  builds  corrections  reports  server MB  build MB", flush=True)
    requests = builds = corrections = 0
    begun = time.monotonic()
    for minute in itertools.count(1):
        if minute > minutes:
            return
        peak = 0.0
        for part in range(_ASKED):
            until = begun + (minute - 1 + (part + 1) / _ASKED) * 60
            peak = max(peak, _build(_another(folder, builds, chance), archive))
            builds += 1
            corrections += _review(archive, chance)
            requests += _read_pages(address, until)
        held = _resident(server)
        with Archive.to_read(archive) as there:
            reports = sum(1 for _ in there.reports())
        assert reports == len(list(DEMO.glob("*.json"))) + builds
        print(
            f"{minute:6}  {requests:8}  {builds:6}  {corrections:11}  {reports:7}  {held:9.0f}  {peak:8.0f}", flush=True
        )
        yield held


def _read_pages(address: str, until: float) -> int:
    """Asks for all pages again and again, once at least; how often."""
    for times in itertools.count(1):
        for page in PAGES:
            with urllib.request.urlopen(address + page, timeout=60) as answer:
                assert answer.status == 200
                answer.read()
        if time.monotonic() >= until:
            return times * len(PAGES)
    return 0


def _another(folder: Path, number: int, chance: random.Random) -> Path:
    """A report that is there, on another day and in other words at its end."""
    record = json.loads(chance.choice(sorted(DEMO.glob("*.json"))).read_text(encoding="utf-8"))
    record |= {"id": f"n{number}", "text": f"{record['text']}\nرقم العدد {number}."}
    path = folder / "another.json"
    path.write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")
    return path


def _build(report: Path, archive: Path) -> float:
    """The most memory that the build took, in MB."""
    told = _khabar("build", report, "--archive", archive, "--workers", 1, measured=True)
    return int(told) / 1024


def _review(archive: Path, chance: random.Random) -> int:
    with Archive.to_read(archive) as there:
        report, reading = chance.choice(list(there.readings()))
    if not reading.events:
        return 0
    event = chance.choice(reading.events)
    _khabar("correct", f"{report.id}#{event.id}", "--wrong", "--archive", archive)
    if chance.random() < 0.5:
        _khabar("correct", f"{report.id}#{event.id}", "--wrong", "--undo", "--archive", archive)
    return 1


_MEASURED = (
    "import resource, subprocess, sys; done = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL);"
    " print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss); sys.exit(done.returncode)"
)


def _khabar(*given: object, measured: bool = False) -> str:
    before = (sys.executable, "-c", _MEASURED) if measured else ()
    done = subprocess.run([*before, *KHABAR, *map(str, given)], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def _address_of(server: subprocess.Popen[str]) -> str:
    assert server.stdout
    for line in server.stdout:
        if found := re.search(r"http://[^/\s]+", line):
            return found[0]
    raise SystemExit("the server did not start")


def _resident(process: int) -> float:
    pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1])))
