"""What comes in through the standard input: JSON lines, JSON, or one text."""

import io
import json
import sys
from pathlib import Path

from khabar.reports.found import Found

NAMES = ("-", "/dev/stdin")
_SOURCE = "standard input"


def is_standard_input(path: Path) -> bool:
    """Whether a path stands for the standard input."""
    return str(path) in NAMES


def standard_input() -> Found:
    """All of it, as a file whose name tells what it holds."""
    data = sys.stdin.buffer.read()
    return Found(_SOURCE, f"input{_ending(data)}", len(data), lambda: io.BytesIO(data))


def _ending(data: bytes) -> str:
    text = data.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not text.startswith((b"{", b"[")):
        return ".txt"
    first, _, rest = text.partition(b"\n")
    if _is_json(first):
        return ".jsonl" if text.startswith(b"{") else ".json"
    if _is_json(text):
        return ".json"
    # a first line that is broken must not make one text of all the records behind it
    return ".jsonl" if text.startswith(b"{") and rest.lstrip().startswith(b"{") else ".txt"


def _is_json(text: bytes) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True
