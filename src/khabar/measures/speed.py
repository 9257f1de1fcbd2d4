"""How fast reports are read."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from khabar.language.analysis import cut_up
from khabar.language.tokens import tokens_in
from khabar.values.report import Report

_LEAST = 200  # reports: fewer are read over and over until there are so many


@dataclass(frozen=True, slots=True)
class Speed:
    """Reading against the least that any reader must do: finding the words, and the sentences that they stand in."""

    reports: int
    times_read: int  # each of them, since a few reports are read too fast to be timed
    characters: int  # of all reports, once
    words: int
    seconds: float  # of processor time, for all the times
    seconds_for_words: float  # to find the words and nothing more
    seconds_for_sentences: float  # to find the words and the sentences and nothing more

    @property
    def reports_a_second(self) -> float:
        """By one process."""
        return self.reports * self.times_read / self.seconds

    @property
    def megabytes_a_second(self) -> float:
        """A letter of Arabic is two bytes."""
        return 2 * self.characters * self.times_read / self.seconds / 1e6

    @property
    def times_the_words(self) -> float:
        """How much longer than finding the words."""
        return self.seconds / self.seconds_for_words

    @property
    def times_the_sentences(self) -> float:
        """How much longer than finding the words and the sentences."""
        return self.seconds / self.seconds_for_sentences


def speed_of(read: Callable[[Report], object], reports: Sequence[Report]) -> Speed:
    """Reads all reports in this process, after one to warm up."""
    times = -(-_LEAST // len(reports))
    many = list(reports) * times
    read(many[0])
    reading = _seconds(read, many)
    words = _seconds(lambda report: list(tokens_in(report.text)), many)
    sentences = _seconds(lambda report: cut_up(report.text), many)
    characters = sum(len(report.text) for report in reports)
    found = sum(len(list(tokens_in(report.text))) for report in reports)
    return Speed(len(reports), times, characters, found, reading, words, sentences)


def _seconds(work: Callable[[Report], object], reports: Sequence[Report]) -> float:
    begin = time.process_time()
    for report in reports:
        work(report)
    return time.process_time() - begin
