"""Under which name somebody of one report is looked for in others."""

import pytest

from khabar.resolution.appearances import takes_up_another


@pytest.mark.parametrize("name", ["الشرطة", "للشرطة", "الوكالة", "للوكالة"])
def test_a_head_noun_alone_means_what_its_report_named(name: str) -> None:
    assert takes_up_another(name)


@pytest.mark.parametrize("name", ["شرطة دبي", "للشرطة السودانية", "لبنان"])
def test_a_name_is_looked_for_elsewhere(name: str) -> None:
    assert not takes_up_another(name)
