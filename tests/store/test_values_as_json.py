"""Values become JSON and come back the same."""

import json
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from khabar.errors import BadForm
from khabar.store.values_as_json import from_json, to_json
from khabar.values.actor import Actor
from khabar.values.claim import Claim
from khabar.values.contradiction import Contradiction
from khabar.values.lineage import Lineage
from khabar.values.moment import Moment
from khabar.values.reading import Reading
from khabar.values.report import Report
from khabar.values.span import Span
from khabar.values.weighed import Weighed

st.register_type_strategy(Span, st.tuples(st.integers(0, 999), st.integers(0, 999)).map(lambda p: Span(*sorted(p))))
st.register_type_strategy(Moment, st.sampled_from(["2024-06-18", "2024-W25", "2024-06", "2022/..", "2019"]).map(Moment))
st.register_type_strategy(date, st.dates())


@pytest.mark.parametrize("kind", [Report, Reading, Claim, Actor, Contradiction, Lineage, Weighed])
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.data_too_large])  # Weighed holds them all
@given(data=st.data())
def test_every_value_comes_back_from_json_as_it_was(kind: type, data: st.DataObject) -> None:
    value = data.draw(st.from_type(kind))
    assert from_json(kind, json.loads(json.dumps(to_json(value), ensure_ascii=False))) == value


def test_fields_at_their_default_take_no_room(reading: Reading) -> None:
    assert "unread" not in to_json(reading)
    assert "times" not in to_json(reading)


def test_json_of_another_form_is_refused_in_words(reading: Reading) -> None:
    changed = to_json(reading) | {"entities": "no list"}
    with pytest.raises(BadForm, match="is no Reading"):
        from_json(Reading, changed)


def test_json_with_an_unknown_field_is_refused(reading: Reading) -> None:
    with pytest.raises(BadForm):
        from_json(Reading, to_json(reading) | {"mood": "cheerful"})
