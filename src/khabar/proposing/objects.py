"""The JSON object in what a model said: alone, in a fence, or behind its thoughts."""

import json

from khabar.proposing.model import Json

LISTS = ("entities", "attributions", "events")
_TRIES = 50  # brackets at which it may begin
_THOUGHT = "</think>"


def object_in(words: str) -> Json | None:
    """The first whole object that has a list of proposals; None: there is none."""
    words = words.rpartition(_THOUGHT)[2]
    decoder = json.JSONDecoder()
    at = words.find("{")
    for _ in range(_TRIES):
        if at < 0:
            break
        try:
            found, end = decoder.raw_decode(words, at)
        except (ValueError, RecursionError):
            end = at + 1
        else:
            if any(isinstance(found.get(name), list) for name in LISTS):
                return dict(found)
        at = words.find("{", end)
    return None
