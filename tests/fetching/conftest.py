"""A site that answers, and a fetcher that waits for nothing."""

from collections.abc import Iterator

import pytest
from server import Site, site


@pytest.fixture
def here() -> Iterator[Site]:
    with site() as answering:
        yield answering
