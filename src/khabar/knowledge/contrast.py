"""Words by which a report contradicts, takes back, leaves open, sets side by side or trades off what is said."""

from functools import cache

from khabar.knowledge.files import entries

_FILES = ("ar/contrast.yaml", "en/contrast.yaml")


@cache
def contrast(use: str) -> tuple[tuple[str, ...], ...]:
    """The word sequences for one use, such as untrue, negation, retraction, return, unsure, partly, opens-clause."""
    return tuple(
        tuple(phrase.split())
        for file in _FILES
        for entry in entries(file)
        if entry["use"] == use
        for phrase in entry["words"]
    )
