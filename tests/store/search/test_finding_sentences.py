"""Sentences are found by any written form of the words asked for."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from store_samples import report_of, span_of

from khabar.errors import OnlyExclusions
from khabar.store.archive import Archive
from khabar.store.search import finding
from khabar.values.entity import Entity, Kind
from khabar.values.reading import Reading
from khabar.values.search import Expanded
from khabar.values.span import Span

SENTENCES = (
    "وصل الوزير إلى العاصمة.",
    "سلم السفير الرسالة للوزير.",
    "زار وفد بيونغ يانغ أمس.",
    "أكدت أنقرة أن السفينة غادرت الميناء.",
    "غادرت السفن ميناء عدن.",
    "غادر شويغو العاصمة.",
    "وصلت صواريخُ الجيش.",
    "أطلق الجيش صاروخين على البلدة.",
    "نفت الوزارة إطلاق الصواريـخ.",
    "عقدت محادثات أستانة في الشتاء.",
    "شرطة العاصمة في الميدان.",
    "وضع الوفد شرطا واحدا.",
    "تحدثت المدربة إلى المدربين.",
    "قرأ حسن وعدنان في مصر.",
    "انتصر المنتخب، ونصرته الجماهير.",
)
NAMES = ("بيونغ يانغ", "شويغو", "أستانة", "مصر", "حسن", "عدنان")


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
        ("للوزير", {0, 1}),
        ("انقره", {3}),  # hamza and ta marbuta as people type them
        ("الوزير العاصمة", {0}),
        ("العاصمة", {0, 5, 10}),
        ("العاصمة -شرطة", {0, 5}),
        ("الوزير في العاصمة", {0}),  # a preposition asks for nothing
        ("الرسالة أو أنقرة", {1, 3}),
        ("الرسالة | أنقرة", {1, 3}),
        ("غادر*", {3, 4, 5}),
        ("سف*", {1, 3, 4}),
        ("السفينة الميناء", {3, 4}),
        ('"ميناء عدن"', {4}),
        ('"عدن ميناء"', set()),
        ("بيونج يانج", {2}),
        ("شويجو", {5}),
        ("شويجو العاصمة", {5}),
        ("صواريخ", {6, 7, 8}),  # marks and tatweel do not hide it, nor does the dual
        ("بصاروخ", {6, 7, 8}),
        ("صَوَارِيخ", {6, 7, 8}),
        ("نفي", {8}),  # the verb of the noun
        ("ينفون", {8}),
        ("أستانا", {9}),
        ("شرط", {11}),  # no police
        ("مدرب", {12}),  # no lexicon lists it: regular endings
        ("مصر", {13}),  # the name, no form of a verb
        ("عد", set()),  # nor part of another name
        ("حسين", set()),  # another man
        ("طائرة", set()),
        ("", set()),
        ('"', set()),
        ("*", set()),
        ("AND OR NOT", set()),
        ("NEAR(", set()),
    ],
)
def test_words_are_found_in_every_attached_form(archive: Archive, asked: str, found: set[int]) -> None:
    assert {int(hit.passage.report_id) for hit in archive.sentences_with(asked)} == found


def test_a_found_sentence_is_the_reports_own_words(archive: Archive) -> None:
    (found,) = archive.sentences_with("الرسالة")
    text = archive.report(found.passage.report_id).text
    assert found.passage.span.of(text) == "سلم السفير الرسالة للوزير."
    assert [mark.of(text) for mark in found.marks] == ["الرسالة"]


def test_the_very_word_comes_before_its_other_forms(archive: Archive) -> None:
    assert [hit.passage.report_id for hit in archive.sentences_with("صاروخين")][0] == "7"
    assert [hit.passage.report_id for hit in archive.sentences_with("الصواريخ")][-1] == "7"


def test_another_form_is_told_with_the_word_that_was_asked_for(archive: Archive) -> None:
    told = {one for hit in archive.sentences_with("صواريخ") for one in hit.expanded}
    assert told == {Expanded("صواريخ", "صاروخين")}


def test_every_mark_slices_back_to_a_form_of_what_was_asked_for(archive: Archive) -> None:
    marked = [
        mark.of(archive.report(hit.passage.report_id).text)
        for hit in archive.sentences_with("صواريخ")
        for mark in hit.marks
    ]
    assert sorted(marked) == sorted(["صواريخُ", "صاروخين", "الصواريـخ"])


def test_pages_of_an_answer_make_up_the_whole_answer(archive: Archive) -> None:
    whole = archive.sentences_with("العاصمة")
    pages = [archive.sentences_with("العاصمة", limit=2, offset=at) for at in (0, 2)]
    assert [hit for page in pages for hit in page] == list(whole)
    assert {page.total for page in pages} == {3}


def test_an_answer_too_long_to_be_compared_word_by_word_is_whole(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = {hit.passage for hit in archive.sentences_with("صواريخ")}
    monkeypatch.setattr(finding, "_RANKED", 1)
    found = archive.sentences_with("صواريخ")
    assert {hit.passage for hit in found} == whole
    assert found[0].passage.report_id == "6"  # the very word


@given(st.text(alphabet='ابوزيرسفن "«»*|-()أو^:+NEARAND\u064b\u0640', max_size=30))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nothing_that_people_type_is_an_error_but_what_only_leaves_out(archive: Archive, asked: str) -> None:
    try:
        hits = archive.sentences_with(asked, limit=3)
    except OnlyExclusions:
        assert "-" in asked
        return
    for hit in hits:
        assert hit.passage.span.of(archive.report(hit.passage.report_id).text)
