"""Every fact of an export is proved from the raw reports."""

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from exported import facts_in
from falsified import Fact

from khabar import verify
from khabar.builds import build
from khabar.exports.formats import FORMATS
from khabar.exports.named import Format
from khabar.exports.selection import Wanted, selected
from khabar.reports.intake import reports_in
from khabar.store.archive import Archive
from khabar.values.correction import Corrected, Correction, Ruling
from khabar.values.judgement import Judged, Judgement
from khabar.values.reason import Passage

CHECKER = Path(verify.__file__)
DEMO = Path(__file__).parents[2] / "demo" / "reports"
CORPUS = Path(__file__).parents[1] / "corpus"


def exported(archive: Archive, to: Path, wanted: Wanted | None = None) -> Path:
    FORMATS[Format.FACTS].write(selected(archive, wanted or Wanted()), to)
    return to


def of_kind(kind: str, export: Path) -> list[Fact]:
    return [fact for fact in facts_in(export) if fact["fact"] == kind]


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.to_write(tmp_path / "own.khabar") as own:
        yield own


# Proving


def test_all_facts_of_the_demo_are_proved(demo_facts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert verify.main([str(demo_facts), "--reports", str(DEMO)]) == 0
    assert "proved; the texts are a field of their records (16)" in capsys.readouterr().out


def test_all_facts_of_annotated_reports_are_proved(archive: Archive, tmp_path: Path) -> None:
    build(archive, reports_in([CORPUS]))
    assert verify.main([str(exported(archive, tmp_path / "corpus.facts")), "--reports", str(CORPUS)]) == 0


def test_what_is_refused_at_the_end_of_a_sentence_is_proved(archive: Archive, tmp_path: Path) -> None:
    told = tmp_path / "told.txt"
    told.write_text("طالبت بلدية المرفأ شركة الأسمنت بإغلاق المقلع، وهو ما رفضته الشركة.", encoding="utf-8")
    build(archive, reports_in([told]))
    export = exported(archive, tmp_path / "told.facts")
    assert of_kind("position", export)
    assert verify.main([str(export), "--reports", str(told)]) == 0


def test_the_checker_looks_at_every_kind_of_fact(demo_facts: Path) -> None:
    kinds = {fact["fact"] for fact in facts_in(demo_facts)}
    assert kinds >= {"report", "entity", "time", "attribution", "event", "position", "claim", "actor", "lineage"}
    assert kinds >= {"exchange", "total", "flag", "measure", "story", "contradiction", "copies"}


@pytest.mark.parametrize("wanted", [Wanted("روسيا"), Wanted(since=date(2023, 1, 1)), Wanted("لا أحد بهذا الاسم")])
def test_a_part_of_an_archive_is_proved_too(wanted: Wanted, demo_path: Path, tmp_path: Path) -> None:
    with Archive.to_read(demo_path) as whole:
        export = exported(whole, tmp_path / "part.facts", wanted)
    assert verify.main([str(export), "--reports", str(DEMO)]) == 0


def test_the_checker_runs_alone(demo_facts: Path, tmp_path: Path) -> None:
    copy = tmp_path / "checker.py"
    copy.write_bytes(CHECKER.read_bytes())
    ran = subprocess.run(
        [sys.executable, "-I", str(copy), str(demo_facts), "--reports", str(DEMO)], capture_output=True, check=False
    )
    assert (ran.returncode, ran.stderr) == (0, b"")


def told_as_json(capsys: pytest.CaptureFixture[str]) -> Fact:
    told: Fact = json.loads(capsys.readouterr().out)
    return told


def test_what_is_proved_is_told_to_programs_too(demo_facts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert verify.main([str(demo_facts), "--reports", str(DEMO), "--json"]) == 0
    told, end = told_as_json(capsys), facts_in(demo_facts)[-1]
    assert (told["proved"], told["texts"], told["root"]) == (True, {"a field of their records": 16}, end["root"])
    assert told["facts"] == {**end["facts"], "end": 1}


def test_what_fails_is_told_to_programs_too(
    demo_facts: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert verify.main(["--json", str(demo_facts), "--reports", str(tmp_path)]) == 1
    told = told_as_json(capsys)
    assert (told.keys(), told["proved"]) == ({"proved", "because"}, False)
    assert told["because"].startswith("report recognition-2022-07-14: no report here has its SHA-256")


@pytest.mark.parametrize(
    "given", [b"", b"{\n}\n", b"[1]\n", b"null\n", b"\xff\xfe\n", b"id,words\nc1,two\n", b'{"id": "x"}\n']
)
def test_a_file_that_is_no_export_is_told_so(given: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "list.csv").write_bytes(given)
    assert verify.main([str(tmp_path / "list.csv"), "--reports", str(DEMO)]) == 1
    assert ("khabar export --format facts" if given else "no beginning") in capsys.readouterr().out


def test_the_checker_imports_nothing_but_python_and_is_under_300_lines() -> None:
    source = CHECKER.read_text(encoding="utf-8")
    assert len(source.splitlines()) < 300
    nodes = list(ast.walk(ast.parse(source)))
    names = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
    assert {name.partition(".")[0] for name in names} <= set(sys.stdlib_module_names)


# Where words and speakers stand


def read_in(text: str, archive: Archive, folder: Path) -> list[Fact]:
    folder.mkdir()
    (folder / "one.txt").write_text(f"{text}\n", encoding="utf-8")
    build(archive, reports_in([folder]), 1)
    export = exported(archive, folder.parent / "own.facts")
    assert verify.main([str(export), "--reports", str(folder)]) == 0
    return facts_in(export)


def mentions_in(facts: list[Fact]) -> dict[str, Fact]:
    return {at["words"]: at for fact in facts if fact["fact"] == "entity" for at in fact["mentions"]}


def test_a_name_tells_what_is_attached_to_it(archive: Archive, tmp_path: Path) -> None:
    text = "قال الوزير إن دمشق ترحب بالقرار. وأكد أن وفدا وصل لدمشق وبيروت أمس."
    found = mentions_in(read_in(text, archive, tmp_path / "reports"))
    assert found["بيروت"]["attached"] == "و"
    assert found["بيروت"]["known"] is True  # nowhere does it stand alone
    assert "attached" not in found["دمشق"] or "known" not in found["دمشق"]


def test_a_speaker_stands_where_speakers_do_or_the_rule_alone_is_told(archive: Archive, tmp_path: Path) -> None:
    text = (
        "قال وزير النفط العراقي حيان عبد الغني إن بغداد أرسلت ألف طن من القمح إلى سوريا يوم الثلاثاء. "
        "وأضاف أن العراق سيرسل المزيد."
    )
    facts = read_in(text, archive, tmp_path / "reports")
    sayings = [fact for fact in facts if fact["fact"] == "attribution"]
    assert [fact["said_by"] for fact in sayings] == ["حيان عبد الغني"] * 2
    assert not any("by_rule_alone" in fact for fact in sayings)


def test_arms_that_are_denied_stand_in_the_line_of_what_was_sent(archive: Archive, tmp_path: Path) -> None:
    text = (
        "قالت وزارة الدفاع الأوكرانية إن إيران زودت روسيا بطائرات مسيرة في سبتمبر. "
        "ونفت وزارة الخارجية الإيرانية أن تكون إيران أرسلت أسلحة إلى روسيا."
    )
    facts = read_in(text, archive, tmp_path / "reports")
    (line,) = (fact for fact in facts if fact["fact"] == "exchange")
    kinds = {w["category"] for fact in facts if fact["fact"] == "event" for w in fact["goods"]}
    assert (line["goods"], len(line["tellings"]), kinds) == ("drone", 2, {"drone", "arms"})


def test_what_a_body_takes_back_for_its_spokesman_is_proved(archive: Archive, tmp_path: Path) -> None:
    text = (
        "قال المتحدث باسم قيادة الجيش الأوكراني أندريه سالم إن 40 جنديا روسيا قتلوا في بلدة أوسكي. "
        "ثم أعلنت قيادة الجيش الأوكراني أن ما أعلنته أمس عن مقتل 40 جنديا روسيا في بلدة أوسكي لم يكن صحيحا."
    )
    claims = [fact for fact in read_in(text, archive, tmp_path / "reports") if fact["fact"] == "claim"]
    assert "retracted" in {claim["verdict"] for claim in claims}


def test_a_headline_that_cites_nobody_by_name_is_left_out_of_the_origins(archive: Archive, tmp_path: Path) -> None:
    text = (
        "صحيفة: إيران ترسل طائرات مسيرة إلى روسيا\n\n"
        "قالت وزارة الدفاع الأوكرانية إن إيران أرسلت طائرات مسيرة إلى روسيا في سبتمبر. ولم تعلق طهران."
    )
    claims = [fact for fact in read_in(text, archive, tmp_path / "reports") if fact["fact"] == "claim"]
    (claim,) = (c for c in claims if "headline-follows" in {why["code"] for why in c["reasons"]})
    assert claim["counted"]["asserts"] == 1


@pytest.mark.parametrize(
    ("text", "words", "is_whole"),
    [
        ("زار بوتين دمشق", {"start": 4, "end": 9, "words": "بوتين"}, True),
        ("زار بوتين دمشق", {"start": 5, "end": 9, "words": "وتين", "attached": "ب"}, False),  # no such word
        ("زار بوتين دمشق", {"start": 5, "end": 9, "words": "وتين"}, False),
        ("وصل لدمشق وفد من دمشق", {"start": 5, "end": 9, "words": "دمشق", "attached": "ل"}, True),
        ("وصل لدمشق وفد من دمشق", {"start": 5, "end": 9, "words": "دمشق"}, False),
        ("وصل وفد دمشق، أمس", {"start": 8, "end": 13, "words": "دمشق،"}, False),
        ('قالت وكالة "الساحل" أمس', {"start": 5, "end": 19, "words": 'وكالة "الساحل"'}, True),
        ('قالت وكالة "الساحل" أمس', {"start": 12, "end": 19, "words": 'الساحل"'}, False),
        ('قالت وكالة "الساحل" أمس', {"start": 11, "end": 19, "words": '"الساحل"'}, True),
        ('قالت وكالة "الساحل" أمس', {"start": 11, "end": 18, "words": '"الساحل'}, False),
    ],
)
def test_names_are_whole_words(text: str, words: dict[str, Any], is_whole: bool) -> None:
    report = {"text": text, "alone": set(text.split()), "reader": "0.1.0"}
    assert verify.Proof({})._stands(words, report, "entity") is is_whole


@pytest.mark.parametrize(
    ("name", "words", "is_its_own"),
    [
        ("بن قردان", ["بن قردان", "بنقردان"], True),  # written as one word, which begins like a particle
        ("مدينة بن قردان", ["مدينة بن قردان", "بنقردان"], True),
        ("قردان", ["قردان", "بقردان"], False),
        ("بوتين", ["بوتين", "وبوتين"], False),
        ("بوتين", ["لافروف"], False),
    ],
)
def test_a_name_has_no_particle_and_no_strange_words(name: str, words: list[str], is_its_own: bool) -> None:
    fact = {"name": name, "known_as": None, "mentions": [{"words": each} for each in words], "actor": None}
    proof = verify.Proof({})
    if is_its_own:
        proof._entity(fact)
    else:
        with pytest.raises(ValueError, match="its words name another, or more than its name"):
            proof._entity(fact)


# Where reports come from


def proved_from(folder: Path, archive: Archive, capsys: pytest.CaptureFixture[str]) -> str:
    build(archive, reports_in([folder]), 1)
    export = exported(archive, folder.parent / "own.facts")
    assert verify.main([str(export), "--reports", str(folder)]) == 0, capsys.readouterr().out
    return capsys.readouterr().out


SAYING = "قال وزير النفط العراقي حيان عبد الغني إن بغداد أرسلت ألف طن من القمح إلى سوريا يوم الثلاثاء."
DENIAL = "ونفت وزارة الخارجية السورية إرسال بغداد ألف طن من القمح إلى سوريا."


def test_texts_are_proved_from_their_bytes(
    archive: Archive, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "one.txt").write_text(f"بغداد ترسل القمح\n{SAYING}\n", encoding="utf-8")
    (folder / "two.txt").write_bytes(f"دمشق تنفي\n{DENIAL}\n".encode("cp1256"))
    assert "their bytes (2)" in proved_from(folder, archive, capsys)


def test_pages_are_proved_line_by_line(archive: Archive, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    words = f"<p>{SAYING.replace('وزير النفط', '<b>وزير</b> النفط')}</p><p>{DENIAL}&nbsp;</p>"
    page = f"<html><head><title>بغداد ترسل القمح</title></head><body><article><h1>بغداد ترسل القمح</h1>{words * 3}"
    (folder / "page.html").write_text(f"{page}</article><footer>حقوق النشر</footer></body></html>", encoding="utf-8")
    assert "the lines of their pages, tags and blanks aside (1)" in proved_from(folder, archive, capsys)


def test_records_of_a_list_are_proved(archive: Archive, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    records = [{"text": SAYING, "date": "2024-06-18"}, {"text": DENIAL, "date": "2024-06-19"}]
    (folder / "all.json").write_text(json.dumps(records, indent=1), encoding="utf-8")
    assert "a field of their records (2)" in proved_from(folder, archive, capsys)


def test_reports_that_are_not_there_prove_nothing(
    demo_facts: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert verify.main([str(demo_facts), "--reports", str(tmp_path)]) == 1
    assert "NOT PROVED: report" in capsys.readouterr().out


# What makes two sources two

ONE = {"id": "c/1", "report": "a", "words": "قصفت الطائرات مستودعا للوقود قرب المرفأ أمس"}
OTHER = {"id": "c/2", "report": "b", "words": "احترق مخزن المحروقات عند المرفأ بعد غارة ليلية"}


@pytest.mark.parametrize(
    ("changed", "is_shown"),
    [
        ({}, True),
        ({"sides": ["Q1"]}, False),  # both may speak for one state
        ({"sides": []}, False),  # nobody knows for whom the other speaks
        ({"first": "a"}, False),  # one report copies the other
        ({"words": f"أعلن أمس: {ONE['words']}"}, False),  # one repeats the other to the letter
    ],
)
def test_two_sources_have_two_sides_two_texts_and_words_of_their_own(changed: dict[str, Any], is_shown: bool) -> None:
    proof = verify.Proof({})
    proof.first = {"a": "a", "b": changed.get("first", "b")}
    sides = [{"positions": ["c/1"], "sides": ["Q1"]}, {"positions": ["c/2"], "sides": changed.get("sides", ["Q2"])}]
    other = OTHER | {"words": changed.get("words", OTHER["words"])}
    assert bool(proof._are_two({"asserts": sides}, "different-sides", ONE, other)) is is_shown


# What people ruled


@pytest.fixture
def ruled(archive: Archive, tmp_path: Path) -> Path:
    build(archive, reports_in([DEMO]), 1)
    report, reading = next((r, g) for r, g in archive.readings() if len(g.attributions) > 3)
    content = reading.attributions[1].content
    said = Passage(report.id, content)
    archive.keep_correction(
        Correction(Corrected.SAYING, said, Ruling.STANCE, "ليلى", "2026-11-20T10:00:00", "denies", "قرأتها في الأصل")
    )
    one, other = (Passage(report.id, reading.entities[n].mentions[0]) for n in (0, 1))
    archive.keep_judgement(Judgement(Judged.ACTOR, False, one, other, "ليلى", "2026-11-20T10:05:00", "اثنان"))
    build(archive, (), 1)
    return exported(archive, tmp_path / "ruled.facts")


def test_what_a_person_ruled_carries_the_ruling(ruled: Path) -> None:
    (correction,) = of_kind("correction", ruled)
    assert (correction["author"], correction["because"]) == ("ليلى", "قرأتها في الأصل")
    resting = [fact for fact in of_kind("attribution", ruled) if correction["id"] in fact.get("ruled_by", ())]
    assert [fact["stance"] for fact in resting] == ["denies"]
    assert [fact["same"] for fact in of_kind("judgement", ruled)] == [False]
    assert verify.main([str(ruled), "--reports", str(DEMO)]) == 0
