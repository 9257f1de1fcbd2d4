"""Every way in, as a function of any bytes that raises where a promise is broken."""

import io
from collections.abc import Callable, Iterator
from contextlib import chdir, contextmanager, suppress
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml
from command_line import REPORT, SAME_MATTER, run
from promises import all_told, read_well

from khabar.builds import build
from khabar.errors import KhabarError
from khabar.library import open as open_archive
from khabar.library import report as report_told
from khabar.reports.found import Found
from khabar.reports.intake import NOTHING_TOLD, reports_of
from khabar.reports.limits import Limits
from khabar.reports.outlines import feeds_listed
from khabar.reports.sides import told_beside
from khabar.reports.way import Allowance
from khabar.reports.way import Way as ReadingWay
from khabar.shells.mcp.tools import Tools
from khabar.shells.reviewing import add_log
from khabar.shells.shelves import Shelves
from khabar.store.archive import Archive
from khabar.values.moment import Moment

Way = Callable[[bytes], None]

HERE = Path(__file__).parent
ENDINGS = (
    *("txt", "html", "json", "jsonl", "csv", "tsv", "xml", "eml", "mbox", "mht", "epub"),
    *("warc", "warc.gz", "wacz", "zip", "tar", "tar.gz", "gz"),
)
_SMALL = Limits(
    text=1 << 16, page=1 << 16, json=1 << 16, zip_whole=1 << 18, zip_small=1 << 12, mail=1 << 16, members=64
)
_COMMANDS = (
    *("read", "build", "timeline", "claims", "exchanges", "actors", "relations", "show", "search", "stories"),
    *("contradictions", "lineage", "export", "dossier", "same", "different", "correct", "review", "explain", "bench"),
)
_WORDS = (
    *("--archive", "--about", "--from", "--to", "--limit", "--json", "--type", "--verdict", "--columns", "--published"),
    *(
        "--format",
        "--output",
        "--workers",
        "--by",
        "--undo",
        "--stance",
        "--status",
        "--time",
        "--wrong",
        "--why",
        "--all",
    ),
    *(
        "a.khabar",
        "a.txt",
        "nowhere",
        ".",
        "-",
        "--",
        "-1",
        "0",
        "1",
        "2024-06",
        "2024-06-18/2024-06-01",
        "9999",
        "قال",
    ),
    *(
        "وزير النقل",
        "السفينة",
        "disputed",
        "asserts",
        "actual",
        "TRANSFER",
        "csv",
        "jsonld",
        "text=a",
        "=",
        "\udcff",
        "",
    ),
    *("#a1", "c1", "e1", "report#e1", "report#a1", "«", '"', "*", "\x1b[31m", "%s", "{}", "../..", "say.qala"),
)


def file_way(ending: str, data: bytes) -> None:
    """A file of that name in a folder; what comes of it is always the same, and is all told."""

    def items() -> list[object]:
        found = Found(f"a.{ending}", f"a.{ending}", len(data), partial(io.BytesIO, data))
        return list(reports_of(found, ReadingWay(NOTHING_TOLD, _SMALL, Allowance(_SMALL.zip_whole))))

    once = items()
    all_told(once)  # type: ignore[arg-type]
    assert items() == once


def text_way(data: bytes) -> None:
    """A report's text, of any letters."""
    read_well(report_told(data[:2000].decode("utf-8", "replace"), published="2024-06-18"))


def words_way(data: bytes) -> None:
    """A report's text, put together of the words and marks that the rules look for."""
    pieces = _pieces()
    text = "".join(pieces[byte % len(pieces)] + (" " if byte < 200 else "") for byte in data[:400])
    read_well(report_told(text, outlet="الميناء", published="2024-06-18"))


def side_way(data: bytes) -> None:
    """A side file, which says no more than that it cannot be read."""
    assert told_beside(data) == told_beside(data)


def feeds_way(data: bytes) -> None:
    """A list of feeds: addresses, or no such list."""
    assert all(address.startswith(("http://", "https://")) for address in feeds_listed(data) or ())


def moment_way(data: bytes) -> None:
    """A date on the command line."""
    with suppress(KhabarError):
        moment = Moment(data[:80].decode("utf-8", "replace"))
        assert (moment.earliest is None) or (moment.latest is None) or moment.earliest <= moment.latest


def log_way(data: bytes) -> None:
    """A log of judgements from elsewhere."""
    with _archive() as path, suppress(KhabarError):
        add_log(path, data.decode("utf-8", "surrogateescape").split("\n"), "log")


def search_way(data: bytes) -> None:
    """Words that somebody types into the search."""
    with _archive() as path, open_archive(path) as answers, suppress(KhabarError):
        answers.search(data[:200].decode("utf-8", "replace"), limit=3)


def archive_way(data: bytes) -> None:
    """An archive with some of its bytes changed: three say where, one what to."""
    changed = bytearray(_whole())
    for at in range(0, len(data) - 3, 4):
        changed[int.from_bytes(data[at : at + 3]) % len(changed)] = data[at + 3]
    with TemporaryDirectory() as folder, suppress(KhabarError):
        path = Path(folder) / "a.khabar"
        path.write_bytes(changed)
        with open_archive(path) as answers:
            for ask in (answers.overview, answers.timeline, answers.claims, answers.actors, answers.stories):
                ask()
            for card in answers.reports():
                answers.report(card.id), answers.reading(card.id)
            answers.search("السفينة")


def options_way(data: bytes) -> None:
    """A command line: whatever is asked, it ends with a number and words, never with a traceback."""
    if not data:
        return
    given = [_WORDS[byte % len(_WORDS)] for byte in data[1:9]]
    with _archive() as path, chdir(path.parent):
        Path("a.txt").write_text(REPORT)
        told = run(_COMMANDS[data[0] % len(_COMMANDS)], *given, KHABAR_ARCHIVE=str(path), COLUMNS="80")
    assert told.returncode in (0, 1, 2)
    assert told.stdout or told.stderr


def tools_way(data: bytes) -> None:
    """What an assistant asks."""
    words = data[1:120].decode("utf-8", "replace")
    first, _, second = words.partition("\n")
    with _archive() as path, suppress(KhabarError):
        tools = Tools(Shelves(path))
        asks: tuple[Callable[[], object], ...] = (
            lambda: tools.search_reports(words),
            lambda: tools.search_claims(about=first, since=second),
            lambda: tools.get_claim(words),
            lambda: tools.timeline(about=first, since=second),
            lambda: tools.exchanges(about=first, until=second),
            lambda: tools.relations(first, second),
            lambda: tools.actor(words),
            lambda: tools.contradictions(about=first, story=second),
            lambda: tools.report(words),
        )
        asks[data[0] % len(asks) if data else 0]()


@cache
def _pieces() -> tuple[str, ...]:
    return tuple(yaml.safe_load((HERE / "pieces.yaml").read_text(encoding="utf-8"))["words"])


@cache
def _whole() -> bytes:
    """The bytes of a small archive."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.khabar"
        with Archive.to_write(path) as archive:
            texts = (REPORT, SAME_MATTER, "أرسلت روسيا أسلحة إلى السودان مقابل ذهب، وفق رويترز.")
            build(archive, [report_told(text, outlet="الميناء", published="2024-06-18") for text in texts], 1)
        return path.read_bytes()


@contextmanager
def _archive() -> Iterator[Path]:
    """The path of a small archive, in a folder that is gone afterwards; what lies above it is nobody's either."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "in" / "it" / "a.khabar"
        path.parent.mkdir(parents=True)
        path.write_bytes(_whole())
        yield path


WAYS: dict[str, Way] = {
    **{ending: partial(file_way, ending) for ending in ENDINGS},
    "text": text_way,
    "words": words_way,
    "side": side_way,
    "feeds": feeds_way,
    "moment": moment_way,
    "log": log_way,
    "search": search_way,
    "archive": archive_way,
    "options": options_way,
    "tools": tools_way,
}
