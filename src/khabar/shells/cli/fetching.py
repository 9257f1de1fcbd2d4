"""`khabar fetch` and `khabar watch`: with `--reader llm` all that opens connections to elsewhere."""

import re
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from khabar.errors import NoFeedList
from khabar.fetching.feeds import reports_watched
from khabar.fetching.fetcher import Fetcher, Manners
from khabar.fetching.kept import Kept
from khabar.fetching.pages import Notebook, reports_at
from khabar.reports.intake import with_future_noted
from khabar.reports.limits import MEGABYTE
from khabar.reports.outlines import feeds_listed
from khabar.shells.cli.building import built_from, tell
from khabar.store.archive import Archive
from khabar.values.place import Place
from khabar.values.report import Report, Unreadable
from khabar.workers.bounds import Crew

Pass = Callable[[Fetcher, Notebook], Iterator[Report | Unreadable]]
_EVERY = re.compile(r"(\d{1,5})([smhd])")
_SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400}


@dataclass(frozen=True, slots=True)
class Going:
    """How a pass goes."""

    archive: Place
    crew: Crew = Crew()
    strict: bool = False
    as_json: bool = False
    manners: Manners = field(default_factory=Manners)
    keep: Path | None = None  # the folder for the bytes of what comes; None: they are not kept


def fetch(addresses: Sequence[str], going: Going) -> int:
    """Gets the pages once and reads them into the archive."""
    return _once(lambda fetcher, notebook: reports_at(addresses, fetcher, notebook), going)


def watch(feeds: Sequence[str], going: Going, every: float | None, *, pages: bool) -> int:
    """Looks for new items once, or again and again until it is stopped."""
    addresses = _addresses(feeds)
    while True:
        status = _once(lambda fetcher, notebook: reports_watched(addresses, fetcher, notebook, pages=pages), going)
        if every is None:
            return status
        sys.stdout.flush()
        time.sleep(every)


def seconds(said: str) -> float | None:
    """`15m`, `2h` or `1d` in seconds; None: it is no such time, or less than a minute."""
    found = _EVERY.fullmatch(said.strip())
    whole = int(found[1]) * _SECONDS[found[2]] if found else 0
    return float(whole) if whole >= _SECONDS["m"] else None


def _once(one_pass: Pass, going: Going) -> int:
    with Archive.to_write(going.archive) as archive:
        kept = Kept(going.keep) if going.keep else None
        notebook = Notebook(archive.marks(), archive.addresses(), kept=kept)
        incoming = one_pass(Fetcher(going.manners), notebook)
        today = date.today()
        built, watched = built_from(archive, (with_future_noted(item, today) for item in incoming), going.crew)
        # Only now: whatever a stopped pass did not keep is got again.
        archive.keep_marks({**notebook.marks, **notebook.new})
    return tell(going.archive, built, watched, strict=going.strict, as_json=going.as_json)


def _addresses(feeds: Sequence[str]) -> list[str]:
    """The feeds given, and those of the lists among them."""
    found: list[str] = []
    for feed in feeds:
        found += [feed] if "://" in feed else _listed(Path(feed))
    return found


def _listed(path: Path) -> tuple[str, ...]:
    if not path.is_file():
        raise NoFeedList(str(path), "there is no such file, and it is no web address.")
    with path.open("rb") as file:
        listed = feeds_listed(file.read(20 * MEGABYTE))
    if listed is None:
        raise NoFeedList(str(path), "no list of feeds: no address of one stands in it.")
    return listed
