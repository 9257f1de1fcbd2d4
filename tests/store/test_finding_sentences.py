"""Sentences are found by any written form of the words asked for."""

import pytest
from store_samples import report_of, span_of

from khabar.store.archive import Archive
from khabar.values.entity import Entity, Kind
from khabar.values.reading import Reading
from khabar.values.span import Span

SENTENCES = (
    "وصل الوزير إلى العاصمة.",
    "سلم السفير الرسالة للوزير.",
    "زار وفد بيونغ يانغ أمس.",
    "أكدت أنقرة أن السفينة غادرت الميناء.",
    "غادرت السفن ميناء عدن.",
    "غادر شويغو العاصمة.",
)
NAMES = ("بيونغ يانغ", "شويغو")


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    opened = Archive.to_write(tmp_path_factory.mktemp("words") / "a.khabar")
    for at, text in enumerate(SENTENCES):
        entities = tuple(Entity(name, name, Kind.PLACE, (span_of(name, text),)) for name in NAMES if name in text)
        report = report_of(text, str(at))
        opened.keep(report, Reading(report.id, "one", "ar", (Span(0, len(text)),), entities))
    return opened


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("وزير", {0, 1}),
        ("الوزير", {0, 1}),
        ("للوزير", {1}),
        ("انقره", {3}),  # hamza and ta marbuta as people type them
        ("الوزير العاصمة", {0}),
        ("العاصمة", {0, 5}),
        ("السفينة الميناء", {3}),
        ('"ميناء عدن"', {4}),
        ('"عدن ميناء"', set()),
        ("بيونج يانج", {2}),
        ("شويجو", {5}),
        ("شويجو العاصمة", {5}),
        ("طائرة", set()),
        ("", set()),
        ('"', set()),
        ("*", set()),
        ("AND OR NOT", set()),
        ("NEAR(", set()),
    ],
)
def test_words_are_found_in_every_attached_form(archive: Archive, asked: str, found: set[int]) -> None:
    assert {int(passage.report_id) for passage in archive.sentences_with(asked)} == found


def test_a_found_sentence_is_the_reports_own_words(archive: Archive) -> None:
    (found,) = archive.sentences_with("الرسالة")
    assert found.span.of(archive.report(found.report_id).text) == "سلم السفير الرسالة للوزير."
