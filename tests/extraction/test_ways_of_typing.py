"""A report typed in another outlet's way reads as it did."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from khabar.engine import read
from khabar.measures.gold import gold_in
from khabar.values.reading import Reading

REPORTS = [gold.report for gold in gold_in(Path(__file__).parents[1] / "corpus")]
LETTER = "\u0621-\u064a\u064b-\u0652"


def latin_marks(text: str) -> str:
    return text.translate({ord("،"): ",", ord("؛"): ";", ord("؟"): "?"})


def arabic_digits(text: str) -> str:
    return text.translate({ord("0") + d: chr(0x0660 + d) for d in range(10)})


def fixed_blanks(text: str) -> str:
    return text.replace(" ", "\u00a0")


def bare_ya(text: str) -> str:
    return re.sub(f"ي(?![{LETTER}])", "ى", text)


def told(reading: Reading) -> tuple[object, ...]:
    mentions = [[(mention.start, mention.end) for mention in entity.mentions] for entity in reading.entities]
    times = [(time.span, time.moment) for time in reading.times]
    sayings = [(saying.content, saying.stance, saying.chain) for saying in reading.attributions]
    return mentions, times, sayings


def deeds(reading: Reading) -> list[object]:
    return [(event.anchor, event.type, event.status, event.actor, event.recipient) for event in reading.events]


@pytest.mark.parametrize("typed", [latin_marks, arabic_digits, fixed_blanks])
def test_marks_digits_and_blanks_change_nothing(typed: Callable[[str], str]) -> None:
    for report in REPORTS:
        one, other = read(report), read(replace(report, text=typed(report.text)))
        assert (told(one), deeds(one)) == (told(other), deeds(other)), report.id


def test_ya_without_its_dots_changes_neither_names_nor_dates_nor_sayings() -> None:
    for report in REPORTS:
        assert told(read(report)) == told(read(replace(report, text=bare_ya(report.text)))), report.id
