"""What is falsified in an export of facts is found, also where all its seals are made to fit."""

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import pytest
from exported import facts_in
from falsified import FALSIFIED, IN_CONCERT, Fact, sealed

from khabar import verify

DEMO = Path(__file__).parents[2] / "demo" / "reports"


@cache
def texts() -> dict[str, bytes]:
    files = [file for file in sorted(DEMO.iterdir()) if file.is_file()]
    return {verify.hashlib.sha256(one).hexdigest(): one for f in files for one in verify.pieces(f.read_bytes())}


class Proof(verify.Proof):
    """The checker's, which looks only once how a text comes of its bytes."""

    _source_of = staticmethod(cache(lambda text, raw: verify.Proof._source_of(None, text, raw)))  # type: ignore


def is_found_out(facts: list[Fact]) -> bool:
    try:
        all_proved(sealed(facts))
    except ValueError:
        return True
    return False


def missed(kind: str, times: int, export: Path) -> list[str]:
    """What was falsified, with seals made to fit, and not found out."""
    lines = export.read_text(encoding="utf-8").splitlines()
    found = []
    for number in range(times):
        facts = [json.loads(line) for line in lines]
        what = (FALSIFIED | IN_CONCERT)[kind](facts, Random(f"{kind} {number}"))
        if not is_found_out(facts):
            found.append(f"{number}: {what}")
    return found


def test_facts_sealed_anew_without_a_change_are_proved(demo_facts: Path) -> None:
    assert not is_found_out(facts_in(demo_facts))


@pytest.mark.parametrize("kind", FALSIFIED)
def test_what_is_falsified_is_found_though_all_seals_fit(kind: str, demo_facts: Path) -> None:
    assert missed(kind, 20, demo_facts) == []


# Facts that are falsified in concert agree with one another; what then contradicts them is the text alone.
LEAST = {  # of a thousand
    "offset with its words": 950,
    "speaker everywhere": 940,
    "verdict with its reason": 990,
    "merge on both sides": 990,
}


@pytest.mark.slow
@pytest.mark.parametrize("kind", IN_CONCERT)
def test_most_of_what_is_falsified_in_concert_is_found(kind: str, demo_facts: Path) -> None:
    found = 1000 - len(missed(kind, 1000, demo_facts))
    print(f"{kind}: {found} of 1000 found")
    assert found >= LEAST[kind]


@pytest.mark.slow
@pytest.mark.parametrize("kind", FALSIFIED)
def test_of_a_thousand_falsifications_all_are_found(kind: str, demo_facts: Path) -> None:
    assert missed(kind, 1000, demo_facts) == []


def all_proved(lines: list[bytes]) -> None:
    proof = Proof(texts())
    for line in lines:
        proof.prove(line)


CHANGES: dict[str, Callable[[list[bytes]], Any]] = {
    "its seal is broken": lambda lines: lines.__setitem__(40, lines[40].replace(b'"report": "', b'"report": "x', 1)),
    "there are two of that id": lambda lines: lines.insert(40, lines[40]),
    "facts are missing, or too many": lambda lines: lines.pop(-3),
}


@pytest.mark.parametrize("told", CHANGES)
def test_what_is_changed_without_its_seal_is_named(told: str, demo_facts: Path) -> None:
    lines = demo_facts.read_bytes().splitlines(keepends=True)
    CHANGES[told](lines)
    with pytest.raises(ValueError, match=told):
        all_proved(lines)


def test_an_export_that_is_cut_off_is_not_proved(
    demo_facts: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cut = tmp_path / "cut.facts"
    cut.write_bytes(b"".join(demo_facts.read_bytes().splitlines(keepends=True)[:-1]))
    assert verify.main([str(cut), "--reports", str(DEMO)]) == 1
    assert "no end" in capsys.readouterr().out
