"""Exports made to deceive, to stop or to keep busy who checks them."""

import json
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest
from falsified import Fact

from khabar import verify

CHECKER = Path(verify.__file__)


def a_line(fact: Fact) -> bytes:
    """A fact with a seal that fits, whatever it holds."""
    body = json.dumps(fact).encode()
    return body[:-1] + f', "seal": "{sha256(body).hexdigest()[:32]}"}}\n'.encode()


def refused(facts: list[Fact], folder: Path, raw: bytes = b"") -> str:
    """What the checker says of an export that is not proved, in a process of its own that is held to a minute."""
    (folder / "raw").mkdir()
    (folder / "raw" / "a.bin").write_bytes(raw)
    (folder / "bad.facts").write_bytes(b"".join(map(a_line, [{"fact": "export", "id": "export"}, *facts])))
    command = [sys.executable, "-I", str(CHECKER), str(folder / "bad.facts"), "--reports", str(folder / "raw")]
    ran = subprocess.run(command, capture_output=True, check=False, timeout=60)
    assert (ran.returncode, ran.stderr) == (1, b"")
    return ran.stdout.decode()


@pytest.mark.parametrize(
    "fact",
    [
        {"fact": "report", "id": "\ud800", "text": "a", "sha256": "b"},
        {"fact": "note", "id": "n", "claim": ["c"]},
        {"fact": ["report"], "id": {"a": 1}},
        {"fact": "_init__", "id": "x"},  # it would forget all that was proved
    ],
)
def test_no_fact_is_too_strange_to_be_named(fact: Fact, tmp_path: Path) -> None:
    assert refused([fact], tmp_path).startswith("NOT PROVED: ")


def test_no_fact_steers_the_terminal_of_who_checks_it(tmp_path: Path) -> None:
    said = refused([{"fact": "report", "id": "\x1b[2J\nproved; ", "text": "a", "sha256": "b"}], tmp_path)
    assert "\\x1b[2J\\nproved; " in said
    assert said.count("\n") == 1


@pytest.mark.parametrize("piece", ["<", "<!--", "<script>", "<style ", "<a "])
def test_tags_without_an_end_keep_no_checker_busy(piece: str, tmp_path: Path) -> None:
    text = "وصلت السفينة إلى الميناء"
    raw = f"<p>وصلت <b>السفينة</b></p>{piece * 200_000}".encode()
    report = {"fact": "report", "id": "r", "sha256": sha256(raw).hexdigest(), "published": None, "text": text}
    assert "its bytes tell otherwise" in refused([report], tmp_path, raw)


def test_names_that_are_tied_over_and_over_keep_no_checker_busy(tmp_path: Path) -> None:
    things = [str(n) for n in range(100_000)]
    ties = [things, *zip(things, things[1:], strict=False)]
    assert verify.Proof({})._connected(things, ties)
    assert verify.Proof({})._connected(things, ties[1:])
    assert not verify.Proof({})._connected([*things, "alone"], ties)
