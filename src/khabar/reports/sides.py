"""Side files: `name.meta.json` beside `name.txt`, with the outlet, address, date, title and id of the report."""

import json

from khabar.reports.decoding import NoText, decoded
from khabar.reports.told import Told, told_by


def told_beside(data: bytes) -> Told:
    """What a side file says; where it cannot be read, only a note that says so."""
    text = decoded(data)
    if isinstance(text, NoText):
        return Told(note=f"its side file cannot be read: {text.reason}")
    try:
        record = json.loads(text.text.removeprefix("\ufeff"))
    except (ValueError, RecursionError):
        return Told(note="its side file is no JSON")
    return told_by(record) if isinstance(record, dict) else Told(note="its side file holds no JSON object")
