"""An archive on a server answers as one in a file does, to the letter and in the same order."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from khabar import weighers
from khabar.builds import build
from khabar.exports.formats import FORMATS, AsText
from khabar.exports.named import Format
from khabar.exports.selection import Wanted, selected
from khabar.reports.intake import reports_in
from khabar.store.archive import PATIENCE, Archive
from khabar.store.backups import back_up
from khabar.store.checking import check
from khabar.store.database import INDICES
from khabar.store.server.tables import tables
from khabar.values.correction import Corrected, Correction, Ruling
from khabar.values.entity import Kind
from khabar.values.judgement import Judged, Judgement
from khabar.values.place import Place, Server
from khabar.values.reason import Passage
from khabar.values.report import Report
from khabar.values.search import Filters
from postgres_server import TestServer

pytestmark = pytest.mark.of_files  # these name their places themselves

DEMO = Path(__file__).parents[3] / "demo" / "reports"
ASKED = (
    "السفينة",
    "صواريخ",
    "روسيا كوريا",
    '"كوريا الشمالية"',
    "بيونغ يانغ",
    "بيونج يانج",
    "سلاح*",
    "أسلحة -روسيا",
    "كيم | بوتين",
    "missiles",
    "Pyongyang*",
    "٢٠٢٤",
    "لا",
    "-",
    'a" OR "b',
)


def demo_reports() -> list[Report]:
    return [came for came in reports_in([DEMO]) if isinstance(came, Report)]


def reviewed(archive: Archive, by: str = "المحررة") -> None:
    """Corrects a saying and an event, and judges two actors."""
    readings = [reading for _, reading in archive.readings()]
    saying = next(reading for reading in readings if reading.attributions)
    event = next(reading for reading in readings if reading.events)
    for reading, kind, spans in (
        (saying, Corrected.SAYING, [a.content for a in saying.attributions]),
        (event, Corrected.EVENT, [v.anchor for v in event.events]),
    ):
        where = Passage(reading.report_id, spans[0])
        archive.keep_correction(Correction(kind, where, Ruling.WRONG, by, "2024-06-18T10:00:00.000+00:00"))
    one, other = (entity.mentions[0] for entity in readings[0].entities[:2])
    passages = (Passage(readings[0].report_id, one), Passage(readings[0].report_id, other))
    archive.keep_judgement(Judgement(Judged.ACTOR, False, *passages, by, "2024-06-18T11:00:00.000+00:00"))


def judged_the_same(archive: Archive) -> None:
    """Says of the two people whom most reports name that they are one: their stories are weighed anew."""
    people = [actor for actor in archive.weighed().actors if actor.kind is Kind.PERSON]
    often = sorted(people, key=lambda actor: (-len(actor.reports), actor.id))[:2]
    named = [(actor.members[0], archive.reading(actor.members[0][0])) for actor in often]
    ends = [
        Passage(reading.report_id, next(e.mentions[0] for e in reading.entities if e.id == entity))
        for (_, entity), reading in named
        if reading
    ]
    archive.keep_judgement(Judgement(Judged.ACTOR, True, *ends, "المحررة", "2024-06-18T12:00:00.000+00:00"))


def built(place: Place) -> Place:
    """The demo in two builds, with a review between them and a judgement behind them."""
    reports = demo_reports()
    half = len(reports) // 2
    with Archive.to_write(place) as archive:
        build(archive, reports[:half], 1)
        reviewed(archive)
        build(archive, reports[half:], 1)
        judged_the_same(archive)
        build(archive, [], 1)
    return place


@pytest.fixture(scope="module")
def in_file(tmp_path_factory: pytest.TempPathFactory) -> Place:
    return built(tmp_path_factory.mktemp("same") / "demo.khabar")


@pytest.fixture(scope="module")
def on_server(schema: Callable[[], Server]) -> Place:
    return built(schema())


@pytest.fixture(scope="module")
def carried(in_file: Place, schema: Callable[[], Server]) -> Place:
    """The archive of the file, copied to the server."""
    place = schema()
    back_up(in_file, place, PATIENCE)
    return place


@pytest.fixture(scope="module")
def brought_back(carried: Place, tmp_path_factory: pytest.TempPathFactory) -> Place:
    """And from there into a file again."""
    place = tmp_path_factory.mktemp("back") / "again.khabar"
    back_up(carried, place, PATIENCE)
    return place


@pytest.fixture(scope="module", params=["on_server", "carried", "brought_back"])
def pair(request: pytest.FixtureRequest, in_file: Place) -> Iterator[tuple[Archive, Archive]]:
    with Archive.to_read(in_file) as one, Archive.to_read(request.getfixturevalue(request.param)) as other:
        yield one, other


def rows_of(archive: Archive) -> dict[str, list[tuple[object, ...]]]:
    """All rows of all tables; what is true is 1."""
    return {
        table: sorted(
            (tuple(int(v) if isinstance(v, bool) else v for v in row) for row in archive._database.each(question)),
            key=repr,
        )
        for table in tables()
        for question in [f"SELECT * FROM {table}"]
    }


def test_processes_that_weigh_side_by_side_take_the_reports_from_the_server(
    in_file: Place, schema: Callable[[], Server], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(weighers, "_FEW", 1)
    monkeypatch.setattr(weighers, "telling_of", None)  # whoever tells a story in this process cannot
    place = schema()
    with Archive.to_write(place) as archive:
        build(archive, demo_reports(), 2)
        reviewed(archive)
        build(archive, [], 2)
        judged_the_same(archive)
        build(archive, [], 2)
    with Archive.to_read(in_file) as one, Archive.to_read(place) as other:
        assert one.weighed() == other.weighed()


def test_all_tables_hold_the_same(pair: tuple[Archive, Archive]) -> None:
    one, other = map(rows_of, pair)
    assert one["claims"]
    assert one["corrections"]
    assert [table for table in one if one[table] != other[table]] == []


def test_all_words_are_counted_alike(pair: tuple[Archive, Archive]) -> None:
    one, other = (sorted(a._database.words_between("", "\U0010ffff")) for a in pair)
    assert len(one) > 1000
    assert one == other


@pytest.mark.parametrize("asked", ASKED)
def test_search_finds_the_same_in_the_same_order(pair: tuple[Archive, Archive], asked: str) -> None:
    one, other = (a.sentences_with(asked) for a in pair)
    assert one == other
    assert pair[0].sentences_with(asked, limit=2, offset=1) == pair[1].sentences_with(asked, limit=2, offset=1)


@pytest.mark.parametrize("filters", [Filters(about="روسيا"), Filters(outlet="ا"), Filters(about="غير موجود")])
def test_search_is_narrowed_alike(pair: tuple[Archive, Archive], filters: Filters) -> None:
    one, other = (a.sentences_with("قال", filters) for a in pair)
    assert one == other


@pytest.mark.parametrize("form", [form for form, door in FORMATS.items() if isinstance(door, AsText)])
def test_exports_are_the_same_to_the_letter(pair: tuple[Archive, Archive], form: Format) -> None:
    door = FORMATS[form]
    assert isinstance(door, AsText)
    one, other = ("".join(door.pieces(selected(archive, Wanted()))) for archive in pair)
    assert one
    assert one == other


@pytest.mark.parametrize("form", [form for form, door in FORMATS.items() if not isinstance(door, AsText)])
def test_folders_are_the_same_to_the_byte(pair: tuple[Archive, Archive], form: Format, tmp_path: Path) -> None:
    for name, archive in zip(("one", "other"), pair, strict=True):
        FORMATS[form].write(selected(archive, Wanted()), tmp_path / name)
    files = sorted(file.name for file in (tmp_path / "one").iterdir())
    assert files
    for name in files:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "other" / name).read_bytes()


def test_what_people_said_is_the_same_log(pair: tuple[Archive, Archive]) -> None:
    one, other = (list(a.log()) for a in pair)
    assert len(one) == 4
    assert one == other


def test_a_check_finds_both_whole(in_file: Place, on_server: Place, carried: Place) -> None:
    one = check(in_file, PATIENCE)
    assert one.troubles == ()
    assert check(on_server, PATIENCE) == check(carried, PATIENCE) == one


def test_a_check_tells_which_report_was_changed(schema: Callable[[], Server], postgres: TestServer) -> None:
    place = schema()
    with Archive.to_write(place) as archive:
        build(archive, demo_reports()[:2], 1)
    postgres.sql(f"UPDATE {place.schema}.reports SET title = 'another' WHERE n = 1")
    (told,) = check(place, PATIENCE).troubles
    assert demo_reports()[0].id in told


@pytest.mark.parametrize(
    "text", ["قال \0 الوزير إن السفينة\0\0 وصلت. وغادر\0ت السفينة.", "وصلت \U0010ffff السفينة 0 أمس. وصلت السفينة."]
)
def test_letters_that_the_server_cannot_hold_come_back(text: str, schema: Callable[[], Server], tmp_path: Path) -> None:
    (first, *_) = demo_reports()
    odd = replace(first, id="odd\0", text=text, sha256="1" * 64, title="عنوان\0", outlet="صحيفة\0")
    found = []
    for place in (tmp_path / "odd.khabar", schema()):
        with Archive.to_write(place) as archive:
            build(archive, [odd], 1)
            kept = archive.report("odd\0")
            assert (kept.text, kept.title, kept.outlet) == (odd.text, odd.title, odd.outlet)
            found.append((archive.sentences_with("السفينة"), archive.holdings(3), archive.weighed()))
            assert all("السفينة" in hit.passage.span.of(text) for hit in found[-1][0])
            assert check(place, PATIENCE).troubles == ()
    assert found[0][0].total == 2
    assert found[0] == found[1]


def test_every_table_of_a_file_is_on_the_server_and_no_other(postgres: TestServer, on_server: Server) -> None:
    there = postgres.sql(
        f"SELECT relname FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace WHERE nspname = '{on_server.schema}' AND relkind = 'r'"
    )
    made = set(tables())
    assert set(there.splitlines()) == made | set(INDICES) | {"vocabulary", "standing"}
