"""A server of a model, and a report that its answers are about."""

from collections.abc import Iterator

import pytest
from model_server import ModelServer, model_server


@pytest.fixture
def server() -> Iterator[ModelServer]:
    with model_server() as here:
        yield here
