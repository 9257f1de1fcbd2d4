"""Khabar reads news reports, Arabic first, and keeps who says what, through whom, and who denies it."""

__version__ = "0.1.0"
