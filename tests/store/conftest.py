"""A report and its reading to keep in an archive."""

import pytest
from store_samples import reading_of, report_of

from khabar.values.reading import Reading
from khabar.values.report import Report


@pytest.fixture
def report() -> Report:
    return report_of()


@pytest.fixture
def reading(report: Report) -> Reading:
    return reading_of(report)
