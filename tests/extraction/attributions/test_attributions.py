"""Who says what, by example."""

from pathlib import Path

import pytest
import yaml

from khabar.engine import read
from khabar.values.reading import Reading
from khabar.values.report import Report

CASES = yaml.safe_load((Path(__file__).parent / "cases.yaml").read_text(encoding="utf-8"))


def reading_of(text: str) -> Reading:
    return read(Report("case", text, "0" * 64))


def said_in(text: str) -> list[dict[str, object]]:
    """The attributions as the cases write them down."""
    reading = reading_of(text)
    names = {e.id: e.name for e in reading.entities}
    return [
        {
            "of": a.content.of(text),
            "stance": a.stance.value,
            "mode": a.mode.value,
            "chain": [names[link[0]] if len(link) == 1 else [names[e] for e in link] for link in a.chain],
        }
        for a in reading.attributions
    ]


@pytest.mark.parametrize("case", CASES, ids=[case["title"] for case in CASES])
def test_who_says_what(case: dict[str, object]) -> None:
    said = said_in(str(case["text"]))
    expected = case["expect"]
    assert isinstance(expected, list)
    if not expected:
        assert said == []
    for wanted in expected:
        same = [s for s in said if s["of"] == wanted["of"]]
        assert same, f"nothing says: {wanted['of']}\nfound: {said}"
        assert any(all(s[field] == wanted[field] for field in wanted) for s in same), f"{wanted}\nfound: {same}"
    for unwanted in case.get("absent", ()):  # type: ignore[attr-defined]
        assert not any(all(s[field] == unwanted[field] for field in unwanted) for s in said), f"{unwanted}\n{said}"


@pytest.mark.parametrize("case", CASES, ids=[case["title"] for case in CASES])
def test_everything_read_slices_back_to_its_words(case: dict[str, object]) -> None:
    text = str(case["text"])
    reading = reading_of(text)
    known = {e.id for e in reading.entities}
    for attribution in reading.attributions:
        assert attribution.content.of(text).strip()
        assert attribution.cue is None or attribution.cue.of(text).strip()
        assert {e for link in attribution.chain for e in link} <= known
    for entity in reading.entities:
        assert all(span.of(text) for span in entity.mentions)


def test_a_saying_names_the_saying_around_it() -> None:
    reading = reading_of("ذكرت رويترز أن الوزير المصري سامح شكري قال إن الاتفاق قريب.")
    inner = next(a for a in reading.attributions if len(a.chain) == 2)
    outer = next(a for a in reading.attributions if a.id == inner.within)
    assert outer.content.covers(inner.content)
    assert inner.chain[:1] == outer.chain


def test_the_reports_own_outlet_is_no_link_of_a_chain() -> None:
    text = "قال مصدر طبي لصحيفة الميناء إن الجرحى نقلوا. وعلمت صحيفة الميناء أن المستشفى مغلق."
    reading = read(Report("case", text, "0" * 64, outlet="صحيفة الميناء"))
    names = {e.id: e.name for e in reading.entities}
    assert [[names[e] for link in a.chain for e in link] for a in reading.attributions] == [["مصدر طبي"]]


def test_the_medium_whose_service_the_outlet_is_counts_as_its_own() -> None:
    text = "قال الوزير كريم سالم لبي بي سي إن الطريق مفتوح."
    (own,) = read(Report("case", text, "0" * 64, outlet="بي بي سي عربي")).attributions
    (passed_on,) = read(Report("case", text, "0" * 64, outlet="رويترز")).attributions
    assert (len(own.chain), len(passed_on.chain)) == (1, 2)
