"""How fast reports are read."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from khabar.language.tokens import tokens_in
from khabar.values.report import Report

_LEAST = 200  # reports: fewer are read over and over until there are so many


@dataclass(frozen=True, slots=True)
class Speed:
    """Reading against the least that any reader must do: finding the words."""

    reports: int
    times_read: int  # each of them, since a few reports are read too fast to be timed
    characters: int  # of all reports, once
    words: int
    seconds: float  # of processor time, for all the times
    seconds_for_words: float  # to find the words and nothing more

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


def speed_of(read: Callable[[Report], object], reports: Sequence[Report]) -> Speed:
    """Reads all reports in this process, after one to warm up."""
    times = -(-_LEAST // len(reports))
    many = list(reports) * times
    read(many[0])
    begin = time.process_time()
    for report in many:
        read(report)
    between = time.process_time()
    found = sum(len(list(tokens_in(report.text))) for report in many)
    end = time.process_time()
    characters = sum(len(report.text) for report in reports)
    return Speed(len(reports), times, characters, found // times, between - begin, end - between)
