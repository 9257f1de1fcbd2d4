"""Names as they are shown: without what governs them, and without hashtags."""

import pytest

from khabar.extraction.names.plain import plain_name


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("للقوات المسلحة", "القوات المسلحة"),
        ("للجنة", "اللجنة"),
        ("للجنة العليا", "اللجنة العليا"),
        ("للجنة الدفاع", "لجنة الدفاع"),  # the field of a committee: it has no article
        ("لندن", "لندن"),
        ("خالد #منصور_الزين", "خالد منصور الزين"),
        ("#حزب_المصلحة", "حزب المصلحة"),
    ],
)
def test_a_name_is_shown_as_it_is_written_where_nothing_governs_it(written: str, plain: str) -> None:
    assert plain_name(written) == plain
