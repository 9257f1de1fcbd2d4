"""Reading, building and measuring with a language model, which a server on this machine stands in for."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from command_line import FRENCH, REPORT, Told, run
from model_server import Asked, ModelServer, cut_off, fails, model_server, says

CORPUS = Path(__file__).parents[1] / "corpus"


def answer(**spoiled: object) -> dict[str, object]:
    """What a model might say of the report of the command line's tests."""
    return {
        "entities": [
            {"id": "e1", "kind": "person", "mentions": ["وزير النقل"]},
            {"id": "e2", "kind": "organisation", "mentions": ["شركة الملاحة"]},
            {"id": "e3", "kind": "person", "mentions": ["سامي الغائب"]},
        ],
        "attributions": [
            {
                "sentence": 1,
                "cue": "قال",
                "speaker_sentence": 1,
                "chain": [["e1"]],
                "stance": "asserts",
                "content": "السفينة وصلت إلى ميناء عدن أمس",
                **spoiled,
            }
        ],
        "events": [],
    }


@pytest.fixture
def report(tmp_path: Path) -> Path:
    record = {"id": "p", "outlet": "صحيفة المرسى", "published": "2024-06-18", "text": REPORT}
    path = tmp_path / "p.json"
    path.write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")
    return path


Runs = Callable[..., Told]


@pytest.fixture
def by_model(tmp_path: Path) -> Runs:
    def go(server: ModelServer, *given: str | Path, **settings: str) -> Told:
        asked = ["--reader", "llm", "--model-url", server.address, "--model", "small"]
        return run(*given, *asked, "--model-cache", tmp_path / "kept", **settings)

    return go


def test_a_report_is_read_by_the_model_and_says_so(report: Path, by_model: Runs) -> None:
    with model_server() as server:
        server.replies = [says(answer())]
        told = by_model(server, "read", report)
        again = by_model(server, "read", report, "--json", "--why")
    assert told.returncode == 0
    assert "read by the language model small" in told.stdout
    assert "السفينة وصلت إلى ميناء عدن أمس" in told.stdout
    assert "سامي الغائب" not in told.stdout
    assert "small: 1 question asked; 100 tokens in, 10 out; " in told.stderr
    assert "4 proposals, 1 of them thrown away: words-not-there 1" in told.stderr
    assert "small: 0 questions asked; 1 answered before" in again.stderr
    reading = json.loads(again.stdout)
    assert reading["reader"].startswith("model:small ")
    assert {why["label"] for why in reading["attributions"][0]["why"]} == {"model:small"}
    assert len(server.asked) == 1


def test_the_cost_is_shown_at_the_price_that_is_given(report: Path, by_model: Runs) -> None:
    with model_server() as server:
        server.replies = [says(answer(), usage={"prompt_tokens": 2_000_000, "completion_tokens": 100_000})]
        told = by_model(server, "read", report, "--model-price", "0.5,10")
        assert "cost 2.0000" in told.stderr
        assert by_model(server, "read", report, "--model-price", "cheap").returncode == 2
        assert by_model(server, "read", report, "--model-price", "nan,1").returncode == 2


def test_nothing_is_asked_where_no_model_is_asked_for(report: Path) -> None:
    with model_server() as server:
        given = {"KHABAR_MODEL_URL": server.address, "KHABAR_MODEL": "small", "KHABAR_MODEL_KEY": "k"}
        assert run("read", report, **given).returncode == 0
        assert server.asked == []
        server.replies = [says(answer())]
        assert run("read", report, "--reader", "llm", KHABAR_MODEL_CACHE=str(report.parent / "c"), **given).stdout
        assert server.heads[0]["Authorization"] == "Bearer k"


def test_where_nothing_was_asked_nothing_is_counted(report: Path) -> None:
    told = run("read", report, "--reader", "llm", "--model-url", "http://127.0.0.1:1/v1", "--model", "small")
    assert told.returncode == 1
    assert "no server answers there" in told.stderr
    assert "questions" not in told.stderr


@pytest.mark.parametrize("given", [(), ("--model-url", "http://127.0.0.1:1/v1"), ("--model", "small")])
def test_a_model_without_an_address_or_a_name_is_not_understood(report: Path, given: tuple[str, ...]) -> None:
    told = run("read", report, "--reader", "llm", *given)
    assert told.returncode == 2
    assert "--model-url" in told.stderr


def test_what_leaves_the_machine_is_told_before(report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = ["--reader", "llm", "--model", "small", "--model-cache", tmp_path]
    away = run("read", report, *asked, "--model-url", "http://host.invalid/v1", "--model-seconds", "2")
    assert "the texts of the reports go to host.invalid, another machine, unencrypted" in away.stderr
    assert away.returncode == 1
    assert "Traceback" not in away.stderr


def test_a_server_that_fails_ends_the_build_keeps_what_came_and_the_next_goes_on(
    tmp_path: Path, by_model: Runs
) -> None:
    folder, archive = tmp_path / "in", tmp_path / "a.khabar"
    folder.mkdir()
    for own_id in ("a", "b"):
        (folder / f"{own_id}.txt").write_text(f"{REPORT} {own_id}", encoding="utf-8")
    with model_server() as server:
        server.replies = [says(answer()), fails(401, "no")]
        told = by_model(server, "build", folder, "--archive", archive)
        assert told.returncode == 1
        assert "it wants a key" in told.stderr
        assert "try again" in told.stderr
        server.replies = [says(answer())]
        again = by_model(server, "build", folder, "--archive", archive)
        assert again.stdout.splitlines()[0] == f"{archive}: 1 report read, 1 there already"
    assert len(server.asked) == 3


def test_an_archive_says_which_model_read_it(report: Path, tmp_path: Path, by_model: Runs) -> None:
    archive = tmp_path / "m.khabar"
    with model_server() as server:
        server.replies = [says(answer())]
        assert by_model(server, "build", report, "--archive", archive).stdout == f"{archive}: 1 report read\n"
    for given in (("claims",), ("timeline", "--all"), ("actors",), ("show", "p")):
        assert "read by the language model small" in run(*given, "--archive", archive).stderr
    page = tmp_path / "d.html"
    run("dossier", "--archive", archive, "-o", page)
    assert "small" in page.read_text(encoding="utf-8")


def test_readings_of_rules_and_of_models_do_not_mix_in_one_archive(
    report: Path, tmp_path: Path, by_model: Runs
) -> None:
    by_rules, archive = tmp_path / "r.khabar", tmp_path / "m.khabar"
    run("build", report, "--archive", by_rules)
    with model_server() as server:
        server.replies = [says(answer())]
        told = by_model(server, "build", report, "--archive", by_rules)
        assert told.returncode == 1
        assert "was read by rules, and would be read again by the language model small" in told.stderr
        assert server.asked == []
        by_model(server, "build", report, "--archive", archive)
    told = run("build", report, "--archive", archive)
    assert told.returncode == 1
    assert "was read by the language model small, and would be read again by rules" in told.stderr
    assert "read by the language model" not in run("claims", "--archive", by_rules).stderr


def test_an_answer_that_is_no_json_sets_its_report_aside_and_stops_nothing(tmp_path: Path, by_model: Runs) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for own_id in ("a", "b"):
        (folder / f"{own_id}.txt").write_text(f"{REPORT} {own_id}", encoding="utf-8")
    (folder / "c.txt").write_text(FRENCH, encoding="utf-8")
    with model_server() as server:
        server.replies = [says("I am sorry."), says(answer())]
        told = by_model(server, "build", folder, "--archive", tmp_path / "a.khabar")
    assert told.returncode == 0
    assert "1 set aside with the reason" in told.stdout
    assert "no JSON object of the form that was asked for" in told.stderr


def test_a_broken_server_is_told_in_words(report: Path, by_model: Runs, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("time.sleep", lambda _: None)
    with model_server() as server:
        server.replies = [cut_off]
        told = by_model(server, "read", report)
    assert told.returncode == 1
    assert "the connection broke off, or its answer is damaged, 5 times" in told.stderr
    assert "Traceback" not in told.stderr


def test_both_readers_are_measured_side_by_side(by_model: Runs, tmp_path: Path) -> None:
    gold = tmp_path / "gold"
    gold.mkdir()
    (gold / "a.json").write_bytes((CORPUS / "horn-port.json").read_bytes())
    (gold / "b.json").write_bytes((CORPUS / "gaza-aid.json").read_bytes())

    def from_gold(asked: Asked) -> None:
        """A model that knows one report and fails at the other."""
        given = asked.given["messages"][-1]["content"]
        one = json.loads((CORPUS / "horn-port.json").read_text(encoding="utf-8"))
        known = one["text"].split(".")[0][:30] in given
        entities = [
            {"id": e["id"], "kind": e["kind"], "mentions": e["mentions"]} for e in one["entities"] if e["mentions"]
        ]
        says({"entities": entities, "attributions": [], "events": []} if known else "no")(asked)

    with model_server() as server:
        server.replies = [from_gold]
        told = by_model(server, "bench", gold)
        figures = json.loads(by_model(server, "bench", gold, "--json", "--errors", "1").stdout)
        assert by_model(server, "bench", gold, "--floors", "x.json").returncode == 2
        assert by_model(server, "bench", gold, "--against", "x.jsonl").returncode == 2
    lines = told.stdout.splitlines()
    assert lines[0].split() == ["rules", "small"]
    assert lines[1].split() == ["F1", "P", "R", "found", "F1", "P", "R", "found", "gold"]
    mention = next(line.split() for line in lines if line.startswith("mention"))
    ours, theirs = figures["rules"]["mention"], figures["llm"]["mention"]
    assert mention[1:4] == [f"{ours[name]:.3f}" for name in ("f1", "precision", "recall")]
    assert mention[5:8] == [f"{theirs[name]:.3f}" for name in ("f1", "precision", "recall")]
    assert theirs["precision"] > 0.95
    assert 0.2 < theirs["recall"] < 0.9
    assert figures["llm"]["attribution"]["predicted"] == 0
    assert figures["model"] == "small"
    assert any(cause["figure"] == "attribution" for cause in figures["errors"])
    assert "gaza-aid: the language model's answer is no JSON object" in told.stderr


def test_what_the_rules_read_otherwise_than_a_model_is_told_item_by_item(by_model: Runs, tmp_path: Path) -> None:
    gold, kept = tmp_path / "gold", tmp_path / "by-model.jsonl"
    gold.mkdir()
    (gold / "a.json").write_bytes((CORPUS / "horn-port.json").read_bytes())
    with model_server() as server:
        server.replies = [says({"entities": [{"id": "e1", "kind": "place", "mentions": ["إثيوبيا"]}]})]
        kept.write_text(by_model(server, "read", "--json", gold).stdout, encoding="utf-8")
    lines = run("bench", gold, "--against", kept).stdout.splitlines()
    assert any(line.startswith("  + attribution  ") for line in lines)
    assert any("rule" in line and "model:small" in line for line in lines)


def test_without_its_library_the_part_is_told_to_be_missing(report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("khabar.shells.cli.proposing.find_spec", lambda _: None)
    told = run("read", report, "--reader", "llm", "--model-url", "http://127.0.0.1:1/v1", "--model", "m")
    assert told.returncode == 1
    assert "pip install 'khabar[llm]'" in told.stderr
