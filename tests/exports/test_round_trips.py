"""An archive goes out, comes in again as files, and nothing is lost that the format can hold."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from exported import text_of
from hypothesis import given, settings
from hypothesis import strategies as some

from khabar.builds import build
from khabar.exports.named import Format
from khabar.exports.selection import Selection, Wanted, selected
from khabar.reports.intake import reports_in
from khabar.store.archive import Archive
from khabar.values.reading import Reading
from khabar.values.report import Report, first_line

Held = Callable[[Report], Report]
# As reports come in: words have something in them, and no blank around it.
WORDS = some.text(some.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=12)
TEXTS = some.lists(WORDS | some.sampled_from(("قال الوزير إن", "\n", "\n\n", "  ", "«", "\t")), min_size=1, max_size=9)
NAMES = WORDS.map(lambda word: f"صحيفة {word}")  # a bare domain would become the name of its outlet
PATHS = some.text(some.characters(categories=("L", "N")), min_size=1, max_size=12)
ADDRESSES = PATHS.map(lambda path: f"https://example.org/{path}?n=1&m=%20#a")
REPORTS = some.builds(
    Report,
    WORDS,
    TEXTS.map(" ".join).filter(lambda text: bool(text.strip())),
    some.just("1" * 64),
    *(
        some.none() | NAMES,
        some.none() | ADDRESSES,
        some.none() | some.dates(date(1970, 1, 2), date(2099, 12, 31)),
        some.none() | NAMES,
    ),
)


def as_bench(report: Report) -> Report:
    """All of it; what had to be said of the bytes of before is said of others now."""
    return report


def as_ftm(report: Report) -> Report:
    """A title is asked for: the first line stands for one that is not there."""
    return replace(report, title=report.title or first_line(report.text))


def again(selection: Selection, form: Format) -> Iterator[Report]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "all.jsonl"
        path.write_text(text_of(form, selection), encoding="utf-8")
        for item in reports_in([path]):
            assert isinstance(item, Report), item
            yield item


@pytest.mark.parametrize(("form", "held"), [(Format.BENCH, as_bench), (Format.FTM, as_ftm)])
@settings(max_examples=60, deadline=None)
@given(reports=some.lists(REPORTS, min_size=1, max_size=3, unique_by=lambda report: report.id))
def test_every_report_comes_back_with_all_that_was_told_of_it(form: Format, held: Held, reports: list[Report]) -> None:
    archive = Archive.in_memory()
    for n, report in enumerate(reports):
        archive.keep(replace(report, sha256=f"{n:064}"), Reading(report.id, "one", "ar"))
    back = [replace(report, sha256="1" * 64, note=None) for report in again(selected(archive, Wanted()), form)]
    assert sorted(back, key=lambda report: report.id) == sorted(map(held, reports), key=lambda report: report.id)


@pytest.mark.parametrize("form", [Format.BENCH, Format.FTM])
def test_an_archive_built_again_from_its_export_says_the_same(demo: Selection, form: Format, tmp_path: Path) -> None:
    with Archive.to_write(tmp_path / "again.khabar") as archive:
        build(archive, again(demo, form), workers=1)
        same = selected(archive, Wanted())
        read = {report.id: reading for report, reading in same.readings()}
        for report, reading in demo.readings():
            assert replace(read[report.id], reader="") == replace(reading, reader="")
        told = [(one.claim.gist, one.claim.assessment.verdict) for one in demo.placed_claims()]
        assert [(one.claim.gist, one.claim.assessment.verdict) for one in same.placed_claims()] == told
