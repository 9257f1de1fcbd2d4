"""Whatever is asked of the API, it answers as its document says."""

from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.config import SchemathesisConfig
from schemathesis.generation import GenerationMode
from schemathesis.generation.case import Case
from schemathesis.specs.openapi.checks import positive_data_acceptance
from web_reader import reader_of

from khabar.shells.web.app import application
from khabar.shells.web.settings import Settings

HERE = {"host": "localhost"}
QUESTIONS = 15  # to each address, sound ones and others
DOCUMENT: dict[str, Any] = reader_of(Path("none.khabar")).get("/api/v1/openapi.json").json()


SOUND = [(address, GenerationMode.POSITIVE) for address in DOCUMENT["paths"]]
UNSOUND = [
    (address, GenerationMode.NEGATIVE)
    for address, asked in DOCUMENT["paths"].items()
    if any(one["in"] == "query" for one in asked["get"].get("parameters", ()))
]


@pytest.mark.parametrize(("address", "sound"), [*SOUND, *UNSOUND])
def test_every_question_is_answered_as_the_document_says(demo: Path, address: str, sound: GenerationMode) -> None:
    config = SchemathesisConfig.from_dict(
        {
            "generation": {"mode": sound.value, "deterministic": True},
            "analysis": {"constants": {"enabled": False}},  # else what is asked hangs on what other tests load
            "checks": {"negative_data_rejection": {"expected-statuses": [404, 414, 422]}},
        }
    )
    app = application(Settings(demo))
    document = schemathesis.openapi.from_asgi("/api/v1/openapi.json", app, config=config, headers=HERE)

    @given(case=document[address]["GET"].as_strategy(generation_mode=sound))
    @settings(
        max_examples=QUESTIONS, derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck)
    )
    def asked(case: Case) -> None:
        days = {"from", "to"} <= set(case.query or {})  # of which the first may come last: refused, and rightly
        case.call_and_validate(headers=HERE, excluded_checks=[positive_data_acceptance] if days else None)

    asked()
