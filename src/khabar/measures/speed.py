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
    characters: int
    seconds: float
    seconds_for_words: float  # to find the words and nothing more

    @property
    def reports_a_second(self) -> float:
        """By one process."""
        return self.reports / self.seconds

    @property
    def megabytes_a_second(self) -> float:
        """A letter of Arabic is two bytes."""
        return 2 * self.characters / self.seconds / 1e6

    @property
    def times_the_words(self) -> float:
        """How much longer than finding the words."""
        return self.seconds / self.seconds_for_words


def speed_of(read: Callable[[Report], object], reports: Sequence[Report]) -> Speed:
    """Reads all reports in this process, after one to warm up."""
    many = list(reports) * -(-_LEAST // len(reports))
    read(many[0])
    begin = time.perf_counter()
    for report in many:
        read(report)
    between = time.perf_counter()
    for report in many:
        list(tokens_in(report.text))
    end = time.perf_counter()
    return Speed(len(many), sum(len(report.text) for report in many), between - begin, end - between)
