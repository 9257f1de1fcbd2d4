"""Khabar's speed beside a language model's."""

from collections.abc import Iterator

import pytest
from beside import beside_a_model
from model_server import ModelServer, model_server, says

from khabar.values.report import Report


@pytest.fixture(autouse=True)
def no_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KHABAR_MODEL_KEY", raising=False)


def report(number: int) -> Report:
    return Report(f"r{number}", f"أعلن الوزير في بيانه رقم {number} أن الوفد سيزور العاصمة غدا", "0" * 64)


@pytest.fixture
def server() -> Iterator[ModelServer]:
    with model_server() as here:
        yield here


def test_a_model_reads_every_report_anew(server: ModelServer) -> None:
    server.replies = [says({"entities": []})]
    told = beside_a_model([report(1), report(2), report(1)], server.address, "small")
    assert len(server.asked) == 3
    assert told.startswith("small: 3 reports, in ")
    assert "times Khabar's" in told


def test_reports_without_an_answer_are_counted_and_end_nothing(server: ModelServer) -> None:
    server.replies = [says("no JSON at all"), says({"entities": []})]
    told = beside_a_model([report(1), report(2)], server.address, "small")
    assert told.startswith("small: 2 reports, 1 of them without an answer, in ")
