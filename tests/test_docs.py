"""The pages keep up with the program: commands, options, errors, labels, data files, links and examples."""

import ast
import json
import re
import shlex
import shutil
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path

import click
import pytest
import typer
import yaml

from entry_sentences import FORMS, LETTERS, MATCHED, MISSED
from khabar import errors
from khabar.builds import build
from khabar.engine import read
from khabar.knowledge.files import entries, files_in
from khabar.reports.intake import reports_in
from khabar.reports.told import SYNONYMS
from khabar.shells.cli import main
from khabar.shells.cli.app import app
from khabar.store.archive import Archive
from khabar.values.attribution import Mode, Stance
from khabar.values.claim import PositionStance, Verdict
from khabar.values.contradiction import Bearing, Differing
from khabar.values.entity import Kind
from khabar.values.event import EventMode, EventType, GoodsCategory, Prominence, Status
from khabar.values.lineage import CopyKind
from khabar.values.reading import Reading
from khabar.values.report import Report

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PAGES = sorted(ROOT.glob("*.md")) + sorted(DOCS.rglob("*.md"))
TYPED = [ROOT / "README.md", ROOT / "README.ar.md", *sorted(DOCS.rglob("*.md"))]
COMMANDS: dict[str, click.Command] = typer.main.get_command(app).commands  # type: ignore[attr-defined]
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")
TYPED_LINE = re.compile(r"^\$ khabar (.+)$", re.M)
NAMED_IN_PROSE = re.compile(r"`khabar ([^\n`]+)`")
OPTION = re.compile(r"(?<![\w-])--?[a-z][a-z-]*")


@cache
def page(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def options_of(command: click.Command) -> set[str]:
    return {name for parameter in command.params for name in parameter.opts if name.startswith("-")}


def section(text: str, heading: str) -> str:
    found = re.search(rf"^## {re.escape(heading)}$(.*?)(?=^## |\Z)", text, re.M | re.S)
    return found[1] if found else ""


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_its_section_with_every_option(name: str) -> None:
    told = section(page("commands.md"), name)
    assert told, f"docs/commands.md has no section '## {name}'"
    missing = {o for o in options_of(COMMANDS[name]) if o.startswith("--") and f"`{o}" not in told}
    assert missing == set(), f"docs/commands.md, {name}: write these options in the line 'Options:'"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_one_section_and_stands_in_the_list_at_the_head(name: str) -> None:
    text = page("commands.md")
    assert len(re.findall(rf"^## {re.escape(name)}$", text, re.M)) == 1
    assert name == "read" or f"[`{name}`](#{name})" in text.partition("\n## ")[0]


@pytest.mark.parametrize("name", COMMANDS)
def test_a_commands_section_names_no_option_that_it_lacks(name: str) -> None:
    told = re.sub(r"```.*?```", "", section(page("commands.md"), name), flags=re.S)
    lines = [line for line in told.splitlines() if line.startswith("Options:")]
    assert set(OPTION.findall(" ".join(lines))) <= options_of(COMMANDS[name])


@pytest.mark.parametrize("path", TYPED, ids=lambda path: str(path.relative_to(ROOT)))
def test_what_is_to_be_typed_is_understood(path: Path) -> None:
    for line in TYPED_LINE.findall(path.read_text(encoding="utf-8")):
        name, *given = shlex.split(line, comments=True)
        assert name in COMMANDS, f"there is no command 'khabar {name}'"
        COMMANDS[name].make_context(name, given).close()  # raises what a user would be told


@pytest.mark.parametrize("path", TYPED, ids=lambda path: str(path.relative_to(ROOT)))
def test_commands_named_in_a_sentence_exist(path: Path) -> None:
    for words in NAMED_IN_PROSE.findall(path.read_text(encoding="utf-8")):
        name, *given = words.split()
        if name in COMMANDS:
            assert set(OPTION.findall(" ".join(given))) - options_of(COMMANDS[name]) - {"--help", "-h"} == set()
        else:
            assert name.startswith("-") or name.isupper(), f"there is no command 'khabar {name}'"


def test_every_error_has_its_row() -> None:
    kinds = [
        name
        for name, value in vars(errors).items()
        if isinstance(value, type) and issubclass(value, errors.KhabarError)
    ]
    assert [name for name in kinds if f"| `{name}` |" not in page("errors.md")] == []


def test_every_reason_for_setting_a_report_aside_stands_among_the_errors() -> None:
    told = page("errors.md").lower()
    reasons = [r for file in sorted((ROOT / "src/khabar/reports").rglob("*.py")) for r in reasons_in(file)]
    assert len(reasons) > 20
    assert [reason for reason in reasons if reason.lower() not in told] == []


def reasons_in(file: Path) -> Iterator[str]:
    """The fixed words that each reason begins with, up to a colon."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("Unreadable", "NoText"):
            for given in node.args:
                pieces = given.values if isinstance(given, ast.JoinedStr) else [given]
                first = next((p.value for p in pieces if isinstance(p, ast.Constant) and isinstance(p.value, str)), "")
                if words := re.split(r"[:;.]", first)[0].strip():
                    yield words


LABELS: tuple[tuple[type[StrEnum], str], ...] = (
    (Kind, "reading.md"),
    (Stance, "reading.md"),
    (Mode, "reading.md"),
    (EventType, "reading.md"),
    (EventMode, "reading.md"),
    (Status, "reading.md"),
    (Prominence, "reading.md"),
    (GoodsCategory, "reading.md"),
    (PositionStance, "claims.md"),
    (Verdict, "claims.md"),
    (Differing, "claims.md"),
    (Bearing, "claims.md"),
    (CopyKind, "claims.md"),
)


@pytest.mark.parametrize(("labels", "name"), LABELS, ids=lambda value: getattr(value, "__name__", ""))
def test_every_label_has_its_row(labels: type[StrEnum], name: str) -> None:
    assert [label.value for label in labels if f"| `{label.value}` |" not in page(name)] == []


EXAMPLES = re.findall(r"^\| `([A-Za-z]+)` \|(?:[^|]*\|)? ([^|`]*[\u0620-\u064a][^|`]*\.) \|$", page("reading.md"), re.M)


def test_every_label_of_a_reading_has_an_example() -> None:
    of_readings = {label.value for labels, name in LABELS if name == "reading.md" for label in labels}
    assert of_readings - {label for label, _ in EXAMPLES} == set()


@pytest.mark.parametrize(("label", "sentence"), EXAMPLES, ids=[label for label, _ in EXAMPLES])
def test_the_examples_are_read_as_the_page_says(label: str, sentence: str) -> None:
    report = Report("x", sentence, "x", outlet="صحيفة المرفأ", published=date(2024, 6, 20))
    assert label in labels_in(read(report))


def labels_in(reading: Reading) -> set[str]:
    events = {
        label
        for e in reading.events
        for label in (e.type, e.status, e.prominence, e.mode, *(g.category for g in e.goods))
    }
    sayings = {label for a in reading.attributions for label in (a.stance, a.mode)}
    return {str(label) for label in (*events, *sayings, *(entity.kind for entity in reading.entities))}


def test_every_field_of_a_record_has_all_its_names() -> None:
    for field, names in SYNONYMS.items():
        row = next(line for line in page("formats.md").splitlines() if line.startswith(f"| {field} |"))
        assert [name for name in names if f"`{name}`" not in row] == []


def test_every_file_of_knowledge_is_told_of() -> None:
    patterns = [re.escape(told).replace(r"\*", ".*") for told in re.findall(r"`([a-z_*]+\.yaml)`", page("data.md"))]
    files = sorted((ROOT / "src/khabar/knowledge").rglob("*.yaml"))
    assert [file.name for file in files if not any(re.fullmatch(pattern, file.name) for pattern in patterns)] == []


def test_every_environment_variable_is_told_of() -> None:
    sources = [*sorted((ROOT / "src").rglob("*.py")), ROOT / "Makefile"]
    named = {name for file in sources for name in re.findall(r"\bKHABAR_[A-Z_]+", file.read_text(encoding="utf-8"))}
    assert [name for name in sorted(named) if f"`{name}`" not in page("settings.md")] == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(path: Path) -> None:
    for link in LINK.findall(path.read_text(encoding="utf-8")):
        if re.match(r"[a-z]+:", link):
            continue
        where, _, part = link.partition("#")
        target = path.parent / where if where else path
        assert target.exists(), f"{path.name}: {link}"
        assert not part or part in anchors_of(target), f"{path.name}: {link}"


def anchors_of(path: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.M)
    return {re.sub(r"[^\w -]", "", heading).strip().lower().replace(" ", "-") for heading in headings}


def test_every_page_stands_in_the_index() -> None:
    linked = {(DOCS / link.partition("#")[0]).resolve() for link in LINK.findall(page("README.md"))}
    listed = [p for p in DOCS.rglob("*.md") if p.name != "README.md"]
    assert [p.name for p in listed if p.resolve() not in linked and p.parent.resolve() not in linked] == []


README = (ROOT / "README.md").read_text(encoding="utf-8")
IN_USE = TYPED_LINE.findall(section(README, "Use it"))
ARABIC_README = (ROOT / "README.ar.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the things that the README's commands speak of, and an archive of the demo's reports."""
    where = tmp_path_factory.mktemp("desk")
    shutil.copytree(ROOT / "demo" / "reports", where / "reports")
    texts = [
        json.loads(file.read_text(encoding="utf-8"))["text"] for file in sorted((where / "reports").glob("*.json"))
    ]
    (where / "report.txt").write_text(texts[0], encoding="utf-8")
    lines = "".join(json.dumps({"text": text}, ensure_ascii=False) + "\n" for text in texts[:2])
    (where / "reports.jsonl").write_text(lines, encoding="utf-8")
    with Archive.to_write(where / "crisis.khabar") as archive:
        build(archive, reports_in([where / "reports"]), 1)
    return where


@pytest.mark.parametrize("line", IN_USE)
def test_the_commands_of_the_readme_do_something(
    line: str, desk: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    given = shlex.split(line.partition(" > ")[0], comments=True)
    if given[0] == "show":  # ids come and go with the reading
        with Archive.to_read(desk / "crisis.khabar") as archive:
            given[1] = archive.weighed().claims[0].id[:9]
    if given[0] == "serve":
        given += ["--port", "0"]  # another server may be at work on this machine
    monkeypatch.chdir(desk)
    monkeypatch.setattr("sys.argv", ["khabar", *given])
    monkeypatch.setattr("uvicorn.Server.run", lambda *_, **__: None)  # that it answers is tried elsewhere
    with pytest.raises(SystemExit) as end:
        main()
    told = capsys.readouterr()
    assert (end.value.code or 0, told.err) == (0, "")
    assert len(told.out.strip()) > 5


def test_both_readmes_tell_the_same_commands_figures_and_answer() -> None:
    def typed(text: str) -> list[str]:
        return [line.partition("#  ")[0].partition(" # ")[0].strip() for line in TYPED_LINE.findall(text)]

    arabic = ARABIC_README
    assert [line for line in typed(README) if "--json" not in line] == typed(arabic)
    assert re.findall(r"^```text\n(.*?)^```$", README, re.M | re.S) == re.findall(
        r"^```text\n(.*?)^```$", arabic, re.M | re.S
    )
    figures = re.findall(r"^\| [^|]+ \| (0\.\d\d) \|", section(README, "How well"), re.M)
    assert figures == re.findall(r"\| (0\.\d\d) \|", arabic)


@pytest.mark.parametrize("name", ["README.md", "README.ar.md"])
def test_nothing_is_left_to_be_filled_in(name: str) -> None:
    assert re.findall(r"%[A-Z]+%", (ROOT / name).read_text(encoding="utf-8")) == []


def test_the_claim_in_the_readme_is_in_the_words_of_the_demo() -> None:
    """What stands at the end of each chain; the verdict and the reasons change with the weighing."""
    (shown,) = re.findall(r"^```text\n(.*?)^```$", README, re.M | re.S)
    bare = " ".join(re.sub(r"[│├└─]", " ", shown).split())
    said = re.findall(r"(?:asserts|denies|partly|unsure)  ?(?!:)(.+?) \[([\w-]+)\]", bare)
    assert said
    for words, report_id in said:
        record = json.loads((ROOT / "demo" / "reports" / f"{report_id}.json").read_text(encoding="utf-8"))
        assert words in " ".join(f"{record['title']} {record['text']}".split())


GUIDE = page("guide/adding-words.md")


def test_the_entries_of_the_guide_are_those_of_the_knowledge() -> None:
    """Shortened, but with no field and no word that the entry lacks."""
    known = {
        entry["id"]: entry for file in [*files_in("ar"), *files_in("world")] for entry in entries(file) if "id" in entry
    }
    shown = [entry for block in re.findall(r"```yaml\n(.*?)```", GUIDE, re.S) for entry in yaml.safe_load(block)]
    assert len(shown) >= 6
    for entry in shown:
        assert entry["id"] in known, entry["id"]
        for field, told in entry.items():
            given = known[entry["id"]][field]
            assert set(told) <= set(given) if isinstance(told, list) else told == given, (entry["id"], field)


def test_the_guide_says_what_the_checks_say() -> None:
    for line in (MISSED, MATCHED, FORMS, LETTERS):
        assert line in GUIDE


EXPLAINED = re.findall(r"^\$ khabar explain (\S+)\n(.*?)^```$", page("commands.md"), re.M | re.S)


@pytest.mark.parametrize(("label", "shown"), EXPLAINED, ids=[label for label, _ in EXPLAINED])
def test_labels_are_explained_as_the_page_shows(
    label: str, shown: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["khabar", "explain", label])
    with pytest.raises(SystemExit):
        main()
    lines = re.compile(r"(?<=\.yaml:)\d+")  # they move with every entry before
    assert lines.sub("n", capsys.readouterr().out).strip() == lines.sub("n", shown).strip()
