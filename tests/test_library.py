"""Khabar from Python: the same answers as on the command line, and an import that loads next to nothing."""

import doctest
import inspect
import json
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from command_line import run

import khabar
from khabar.builds import build
from khabar.errors import BadMoment, NothingBetween, NotInArchive
from khabar.reports.intake import reports_in
from khabar.reports.told import Told
from khabar.store.archive import Archive

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "python.md"
TEXT = "قال وزير النقل إن السفينة وصلت إلى ميناء عدن أمس."
PAIR = ("روسيا", "كوريا الشمالية")
Question = Callable[[khabar.Answers], Any]

ASKED: dict[str, tuple[Question, tuple[str, ...], str | None]] = {
    "timeline": (lambda a: a.timeline(since="2023-09", until="2023"), ("timeline", "--from", "2023-09", "--to", "2023"), None),
    "timeline of all": (lambda a: a.timeline(everything=True, undated=True), ("timeline", "--all", "--undated"), None),
    "timeline within": (
        lambda a: a.timeline("روسيا", since="2023-09", until="2023", everything=True, undated=True),
        ("timeline", "--all", "--undated", "--from", "2023-09", "--to", "2023", "--about", "روسيا"),
        None,
    ),
    "contradictions": (lambda a: a.contradictions(), ("contradictions",), None),
    "stories": (lambda a: a.stories("روسيا"), ("stories", "--about", "روسيا"), None),
    "lineages": (lambda a: a.lineages(), ("lineage",), None),
    "actors": (lambda a: a.actors("بوتين"), ("actors", "--about", "بوتين"), None),
    "exchanges": (
        lambda a: a.exchanges(between=PAIR, goods="arms"),
        ("exchanges", "--between", *PAIR, "--goods", "arms"),
        "exchanges",
    ),
    "sums": (lambda a: a.sums(), ("exchanges",), "sums"),
    "relations": (lambda a: a.relations(*PAIR), ("relations", *PAIR), None),
    "search": (lambda a: a.search("السفينة"), ("search", "السفينة"), None),
}  # fmt: skip


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("library") / "demo.khabar"
    with Archive.to_write(path) as archive:
        build(archive, reports_in([ROOT / "demo" / "reports"], Told()), workers=1)
    return path


@pytest.mark.parametrize("name", ASKED)
def test_an_answer_is_the_command_lines(demo: Path, name: str) -> None:
    question, asked, within = ASKED[name]
    told = json.loads(run(*asked, "--archive", demo, "--json").stdout)
    with khabar.open(demo) as archive:
        found = question(archive)
    assert [khabar.to_json(one) for one in found] == (told[within] if within else told)
    assert len(found) > 0


def test_claims_reports_and_what_show_shows_are_the_command_lines(demo: Path) -> None:
    with khabar.open(str(demo)) as archive:
        found = archive.claims(verdict=khabar.Verdict.DISPUTED)
        told = json.loads(run("claims", "--verdict", "disputed", "--archive", demo, "--json").stdout)["claims"]
        assert [claim.id for claim in found] == [one["id"] for one in told]
        shown = json.loads(run("show", found[0].id, "--archive", demo, "--json").stdout)
        assert khabar.to_json(archive.show(found[0].id)) == shown
        newest = archive.reports(limit=1)
        assert (newest.total, archive.overview().newest[0]) == (archive.overview().reports, newest[0])
        reading = archive.reading(newest[0].id)
        assert reading == khabar.read(archive.report(newest[0].id))


def test_a_text_gives_the_same_report_as_the_file_that_holds_it(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(TEXT, encoding="utf-8")
    (from_file,) = reports_in([tmp_path / "report.txt"], Told(outlet="الميناء", published=date(2024, 6, 18)))
    assert khabar.report(TEXT, outlet="الميناء", published="2024-06-18") == from_file
    assert khabar.read(TEXT, outlet="الميناء", published=date(2024, 6, 18)) == khabar.read(from_file)


def test_what_cannot_be_meant_is_told(demo: Path) -> None:
    with pytest.raises(BadMoment):
        khabar.read(TEXT, published="2024-06")
    with khabar.open(demo) as archive:
        with pytest.raises(NothingBetween):
            archive.timeline(since="2024", until="2023")
        with pytest.raises(BadMoment):
            archive.claims(since="last week")
        with pytest.raises(ValueError, match="nonsense"):
            archive.claims(verdict="nonsense")
        with pytest.raises(NotInArchive):
            archive.show("cffffffff")


def test_importing_khabar_loads_next_to_nothing_and_names_what_it_offers() -> None:
    told = "import khabar, sys; print(sorted(m for m in sys.modules if m.startswith('khabar'))); print(dir(khabar))"
    out = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True).stdout.splitlines()
    assert out[0] == "['khabar']"
    assert all(f"'{name}'" in out[1] for name in ("open", "read", "report", "Answers", "__version__"))
    with pytest.raises(AttributeError, match="nonsense"):
        _ = khabar.nonsense  # type: ignore[attr-defined]


def test_what_editors_are_told_is_what_there_is() -> None:
    stub = (ROOT / "src" / "khabar" / "__init__.pyi").read_text(encoding="utf-8")
    assert sorted(re.findall(r"import (\w+) as \1$", stub, re.M)) == sorted(khabar._LIBRARY)


def test_the_examples_of_the_page_run(demo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(demo.parent)
    told = doctest.testfile(str(PAGE), module_relative=False, optionflags=doctest.NORMALIZE_WHITESPACE)
    assert told.attempted > 10
    assert told.failed == 0


def test_the_page_has_every_method_with_its_questions() -> None:
    listed = dict(re.findall(r"`(\w+)\(([^)`]*)\)`", PAGE.read_text(encoding="utf-8")))
    methods = {
        name: method for name, method in inspect.getmembers(khabar.Answers, inspect.isfunction) if name[0] != "_"
    }
    assert methods.keys() - {"close"} <= listed.keys()
    for name, told in listed.items():
        if name in methods and told != "…":
            asked = [part.strip().rstrip("=") for part in told.split(",") if part.strip()]
            needed = [p.replace("own_id", "id") for p in inspect.signature(methods[name]).parameters]
            assert [p for p in needed if p not in ("self", "limit", "offset")] == asked, name
