"""JSON files and JSON lines: records made reports, one bad record never stopping the next."""

import codecs
import hashlib
import json
from collections.abc import Iterator
from typing import IO, Any

from khabar.reports.decoding import NoText, decoded
from khabar.reports.foreign import in_our_names, is_other_entity
from khabar.reports.found import Found, cut_meanwhile, size_on_disk
from khabar.reports.limits import in_words
from khabar.reports.made import report_of
from khabar.reports.pages import article_in, looks_like_page
from khabar.reports.told import joined, said_in, told_by
from khabar.reports.way import Way, renamed
from khabar.values.report import Report, Unreadable

_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)  # UTF-16 cannot be cut at the bytes of a line's end
_LISTS = ("reports", "articles", "items", "data", "results", "docs", "documents", "hits", "entries")


def reports_in_lines(found: Found, way: Way) -> Iterator[Report | Unreadable]:
    """One report a line; the file may be of any length."""
    with found.open() as file:
        wide = file.read(2) in _WIDE
    data = found.read(way.limits.json) if wide else b""
    if len(data) > way.limits.json:
        yield Unreadable(found.source, f"UTF-16 of more than {in_words(way.limits.json)}: save it as UTF-8")
        return
    empty = True
    with found.open() as file:
        size = 0 if wide else size_on_disk(file)
        for number, line in _wide_lines(data) if wide else _lines(file, way.limits.text):
            empty = empty and line == b""
            source = f"{found.source}:{number}"
            if line is None:
                yield Unreadable(source, f"a line of more than {in_words(way.limits.text)}: give it in parts")
            elif line:
                yield from _of_line(line, source, way)
        yield from cut_meanwhile(file, found.source, size)
    if empty:
        yield Unreadable(found.source, "empty: there is no record in it", found.sha256())


def reports_in_json(found: Found, way: Way) -> Iterator[Report | Unreadable]:
    """A file of one record, of a list of them, or, whatever its ending says, of JSON lines."""
    data = found.read(way.limits.json)
    if len(data) > way.limits.json:
        reason = f"a JSON file of more than {in_words(way.limits.json)}: write JSON lines, one report a line, as .jsonl"
        yield Unreadable(found.source, reason, found.sha256())
        return
    digest = hashlib.sha256(data).hexdigest()
    text = decoded(data)
    if isinstance(text, NoText):
        yield Unreadable(found.source, text.reason, digest)
        return
    try:
        value = json.loads(text.text.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        if text.text.count("\n") and _opens_with_record(text.text):
            yield from reports_in_lines(found, way)
        else:
            yield Unreadable(found.source, f"no JSON: {error}", digest)
        return
    yield from _of_value(value, found.source, digest, way)


def _lines(file: IO[bytes], most: int) -> Iterator[tuple[int, bytes | None]]:
    """Lines with their numbers, without their ends; None for one that is too long."""
    number = 0
    while line := file.readline(most + 1):
        number += 1
        if len(line) > most and not line.endswith(b"\n"):
            while line and not line.endswith(b"\n"):
                line = file.readline(1 << 20)
            yield number, None
        else:
            yield number, (line.removeprefix(codecs.BOM_UTF8) if number == 1 else line).strip()


def _wide_lines(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The same of a file in UTF-16."""
    for number, line in enumerate(data.decode("utf-16", errors="replace").split("\n"), start=1):
        yield number, line.strip().encode(errors="replace")


def _opens_with_record(text: str) -> bool:
    first = text.lstrip("\ufeff \t\r\n").split("\n", 1)[0]
    try:
        return isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        return False


def _of_line(line: bytes, source: str, way: Way) -> Iterator[Report | Unreadable]:
    digest = hashlib.sha256(line).hexdigest()
    text = decoded(line)
    if isinstance(text, NoText):
        yield Unreadable(source, text.reason, digest)
        return
    try:
        record = json.loads(text.text)
    except (ValueError, RecursionError) as error:
        yield Unreadable(source, f"no JSON: {error}", digest)
        return
    if not is_other_entity(record):
        yield report_of_record(record, source, digest, way, text.note)


def _of_value(value: Any, source: str, digest: str, way: Way) -> Iterator[Report | Unreadable]:
    records = value if isinstance(value, list) else next((value[n] for n in _LISTS if _is_list(value, n)), None)
    if records is None:
        yield report_of_record(value, source, digest, way)
        return
    if not records:
        yield Unreadable(source, "empty: a list of no records", digest)
    for number, record in enumerate(records, start=1):
        if not is_other_entity(record):
            yield report_of_record(record, f"{source}[{number}]", digest_of(record), way)


def digest_of(record: Any) -> str:
    """Of a record that has no bytes of its own, in a list or a table: it is known by how it would be written alone."""
    own = json.dumps(record, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(own.encode(errors="surrogatepass")).hexdigest()


def _is_list(value: Any, name: str) -> bool:
    return isinstance(value, dict) and isinstance(value.get(name), list)


def report_of_record(record: Any, source: str, digest: str, way: Way, note: str | None = None) -> Report | Unreadable:
    """The report that a record tells, in Khabar's names of fields or in those of another tool."""
    if not isinstance(record, dict):
        return Unreadable(source, "no JSON object: write one with a field 'text'", digest)
    fields = renamed(in_our_names(record), way.columns)
    said = told_by(fields).over(way.told)
    text = _text_of(said_in(fields, "text"))
    if text is None and said.url:
        reason = "the record has no text, only an address: get its page with `khabar fetch`"
        return Unreadable(source, reason, digest)
    if text is None or not text.strip():
        return Unreadable(source, "the record has no text: give one in a field 'text'", digest)
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")  # half a pair of surrogates is no letter
    if looks_like_page(text):
        article = article_in(text)
        if article is not None:
            text, said = article.text, said.over(article.told)
            note = joined(note, "its text was HTML")
    return report_of(text, digest, said, joined(note, said.note))


def _text_of(value: Any) -> str | None:
    if isinstance(value, list):  # a list of paragraphs
        return "\n".join(piece for piece in value if isinstance(piece, str))
    return value if isinstance(value, str) else None
