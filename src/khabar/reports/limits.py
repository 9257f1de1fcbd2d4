"""How much is read of one thing, so that nothing that comes in can fill the memory or the night."""

from dataclasses import dataclass

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Bytes, unless said otherwise."""

    text: int = 20 * MEGABYTE  # one report: the longest book has five
    page: int = 10 * MEGABYTE  # one HTML page
    json: int = 200 * MEGABYTE  # a JSON file that must be held whole; JSON lines have no limit
    zip_whole: int = 4096 * MEGABYTE  # all that comes out of one zip file
    zip_ratio: int = 300  # times; Arabic text is packed 4 to 20 times
    zip_small: int = 10 * MEGABYTE  # no ratio is looked at below this
    zip_nested: int = 200 * MEGABYTE  # a zip file in a zip file is held whole
    zip_depth: int = 2  # archives in one another
    members: int = 1_000_000  # files in one archive
    mail: int = 100 * MEGABYTE  # a mail with all that is attached to it
    pdf: int = 200 * MEGABYTE  # one PDF; most of a large one is pictures
    apart_memory: int = 2048 * MEGABYTE  # of a process that reads one PDF or Parquet file
    apart_seconds: int = 300  # of work of such a process, and one more for each megabyte of the file


def in_words(size: int) -> str:
    """A number of bytes for people."""
    return f"{size / MEGABYTE:.0f} MB" if size >= MEGABYTE else f"{size} bytes"
