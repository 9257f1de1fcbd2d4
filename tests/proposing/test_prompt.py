"""What a model is told: instructions, one example that holds, and a schema that knows every value."""

import json
import re
from datetime import date

import jsonschema
import pytest
from proposed import REPORT, good, reader

from khabar.proposing.prompt import FILE, example_told, fingerprint
from khabar.proposing.schema import schema
from khabar.values.attribution import Stance
from khabar.values.entity import Kind
from khabar.values.event import EventMode, EventType, GoodsCategory, Status
from khabar.values.report import Report


def test_nothing_of_the_examples_answer_is_refused_by_its_own_text() -> None:
    example = example_told()
    model = reader(json.dumps(example.answer, ensure_ascii=False))
    report = Report("example", example.text, "x", example.outlet, None, date.fromisoformat(example.published))
    reading = model.read(report)
    assert +model.ledger.account.refused == {}
    assert len(reading.attributions) == len(example.answer["attributions"])
    assert [str(event.time) for event in reading.events] == ["2024-05-12", "2024-06"]


def test_the_example_and_a_good_answer_are_of_the_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    jsonschema.validate(example_told().answer, schema())
    jsonschema.validate(good(), schema())


def test_the_schema_is_one_that_strict_servers_take() -> None:
    """Every object names all its fields, wants them all, and allows no other."""

    def objects(of: object) -> list[dict[str, object]]:
        if isinstance(of, list):
            return [one for item in of for one in objects(item)]
        if not isinstance(of, dict):
            return []
        return ([of] if of.get("type") == "object" else []) + objects(list(of.values()))

    found = objects(schema())
    assert len(found) == 5
    for one in found:
        assert one["required"] == list(one["properties"])  # type: ignore[call-overload]
        assert one["additionalProperties"] is False


@pytest.mark.parametrize("values", [Kind, Stance, EventType, EventMode, Status, GoodsCategory])
def test_the_instructions_name_every_value_that_the_schema_allows(values: type[Kind]) -> None:
    told = set(re.findall(r"[A-Za-z]+", FILE.read_text(encoding="utf-8")))
    assert {value.value for value in values} <= told
    assert all(value.value in json.dumps(schema()) for value in values)


def test_another_window_or_model_makes_another_version_and_the_same_makes_the_same() -> None:
    versions = [reader("{}").version, reader("{}").version, reader("{}", window=900).version]
    assert versions[0] == versions[1] != versions[2]
    assert versions[0].startswith("model:small ")
    assert len(fingerprint()) == 12


def test_the_same_answer_gives_the_same_reading() -> None:
    answer = json.dumps(good(), ensure_ascii=False)
    assert reader(answer).read(REPORT) == reader(answer).read(REPORT)
