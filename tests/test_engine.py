"""One report in, one reading out: the same every time, and every value at home in the report's own words."""

import subprocess
import sys
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from khabar.engine import read
from khabar.values.reading import Reading
from khabar.values.report import Report
from khabar.values.span import Span
from khabar.versions import reader

TEXT = (
    "أكد وزير الخارجية المصري سامح شكري أمس أن بلاده ستستضيف اجتماعاً مع السودان في القاهرة.\n"
    "ونقلت وكالة رويترز عن مسؤول سوداني قوله: «لم نتلق دعوة رسمية». ونفت الخرطوم ذلك في بيان."
)
WORDS = (
    *(
        "قال",
        "وقالت",
        "نفى",
        "ونفت",
        "أعلن",
        "وأضاف",
        "بحسب",
        "نقلت",
        "عن",
        "أن",
        "إن",
        "بأن",
        "لم",
        "سوف",
        "قد",
        "إذا",
    ),
    *("الرئيس", "وزير", "الخارجية", "المصري", "للروسي", "وكالة", "رويترز", "مصدر", "مسؤولون", "محمد", "بن", "عليّ"),
    *("مصر", "وروسيا", "بكييف", "بيونغ", "يانغ", "الجيش", "زيارة", "اتفاقاً", "هجوم", "سلّم", "صواريخ", "٣٠٠", "12.5"),
    *("أمس", "الثلاثاء", "يونيو", "حزيران", "2024", "الماضي", "في", "إلى", "مع", "التي", "ذلك", "ـ", "كُتُبٌ", "ﻣﺼﺮ"),
    *("«", "»", "“", "”", '"', "(", ")", ":", "،", ".", "؟", "…", "\n", "\n\n", "\u200f", "Reuters", "a", "😀"),
)
TEXTS = st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=3)), max_size=60).map(" ".join)


def report_of(text: str) -> Report:
    return Report("r1", text, "0" * 64, published=date(2024, 6, 18))


def all_spans(reading: Reading) -> list[Span]:
    return [
        *reading.body,
        *(span for entity in reading.entities for span in entity.mentions),
        *(role.span for entity in reading.entities for role in entity.roles),
        *(timex.span for timex in reading.times),
        *(saying.content for saying in reading.attributions),
        *(saying.cue for saying in reading.attributions if saying.cue),
        *(event.anchor for event in reading.events),
        *(goods.span for event in reading.events for goods in event.goods),
    ]


def assert_at_home(reading: Reading, text: str) -> None:
    """Every span has words in the text, and every id is somebody's."""
    assert all(span.of(text).strip() for span in all_spans(reading))
    entities = [entity.id for entity in reading.entities]
    sayings = [saying.id for saying in reading.attributions]
    assert len(set(entities)) == len(entities)
    assert len(set(sayings)) == len(sayings)
    assert len({event.id for event in reading.events}) == len(reading.events)
    named = [who for saying in reading.attributions for link in saying.chain for who in link]
    named += [who for event in reading.events for who in (*event.actor, *event.recipient, *event.place)]
    named += [entity.of for entity in reading.entities if entity.of]
    named += [role.of for entity in reading.entities for role in entity.roles if role.of]
    assert set(named) <= set(entities)
    within = [saying.within for saying in reading.attributions if saying.within]
    assert {*within, *(event.attribution for event in reading.events if event.attribution)} <= set(sayings)


def test_a_report_is_read_into_all_its_parts() -> None:
    reading = read(report_of(TEXT))
    assert reading.unread is None
    assert reading.reader == reader()
    for part in (reading.body, reading.entities, reading.times, reading.attributions, reading.events):
        assert part
    assert_at_home(reading, TEXT)


def test_reading_twice_gives_the_same() -> None:
    assert read(report_of(TEXT)) == read(report_of(TEXT))


@settings(max_examples=60, deadline=None)
@given(text=TEXTS)
def test_whatever_comes_in_every_value_slices_back_to_its_words(text: str) -> None:
    assert_at_home(read(report_of(text)), text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Le ministre a déclaré lundi que le navire avait atteint le port de la ville.", "another language (fr)"),
        ("وزیر خارجه ایران گفت که این گزارش درست نیست و پاسخ می‌دهیم.", "another language (fa)"),
        ("", "cannot be told"),
        ("12 34 … !", "cannot be told"),
    ],
)
def test_what_is_in_a_language_that_nobody_reads_is_left_unread_with_the_reason(text: str, said: str) -> None:
    reading = read(report_of(text))
    assert said in (reading.unread or "")
    assert (reading.entities, reading.attributions, reading.events) == ((), (), ())


def test_reading_arabic_loads_no_english_knowledge() -> None:
    code = (
        "import hashlib; from khabar.engine import read; from khabar.knowledge import files;"
        "from khabar.values.report import Report;"
        "text = 'قال الوزير الروسي إن الطريق مفتوح يوم الأحد.';"
        "assert read(Report('a', text, hashlib.sha256(text.encode()).hexdigest())).attributions;"
        "assert files._part.cache_info().currsize == 1, 'more than one part is loaded'"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
