"""Dates and relative dates of a report, read into moments."""

from khabar.language.times.reader import timexes_in

__all__ = ["timexes_in"]
