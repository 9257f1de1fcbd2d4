"""Records of other tools, whose fields mean something else than their names say, put into our names."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import unquote

_SCHEMATA = ("Article", "Document", "Pages", "PlainText", "HyperText", "Email", "Page")
_OURS = "khabar-report-"  # so an export of ours calls a report
_PROPERTIES: Mapping[str, tuple[str, ...]] = {
    "text": ("bodyText", "bodyHtml", "indexText"),
    "title": ("title", "name", "subject"),
    "published": ("publishedAt", "date", "authoredAt"),
    "url": ("sourceUrl",),
    "outlet": ("publisher",),
}


def in_our_names(record: Mapping[str, Any]) -> Mapping[str, Any]:
    """The same record with its fields under names that mean here what they mean there."""
    if "source-hostname" in record:
        return _of_trafilatura(record)
    if isinstance(record.get("properties"), Mapping) and isinstance(record.get("schema"), str):
        return _of_follow_the_money(record)
    return record


def _of_trafilatura(record: Mapping[str, Any]) -> Mapping[str, Any]:
    """Its `source` is an address, and its `raw_text` the text with the page's furniture."""
    return {**record, "url": record.get("source"), "source": None, "outlet": record["source-hostname"]}


def is_other_entity(record: Any) -> bool:
    """Whether a record is of FollowTheMoney and no text: a person, a company, an interval."""
    if not isinstance(record, Mapping) or not isinstance(record.get("properties"), Mapping):
        return False
    return isinstance(record.get("schema"), str) and record["schema"] not in _SCHEMATA


def _of_follow_the_money(record: Mapping[str, Any]) -> Mapping[str, Any]:
    """Each property is a list of values; of several the first counts, but for the text, which may lie in pieces."""
    held = record["properties"]
    own_id = record.get("id")
    if isinstance(own_id, str) and own_id.startswith(_OURS):
        own_id = unquote(own_id.removeprefix(_OURS))
    fields: dict[str, Any] = {"id": own_id}
    for field, names in _PROPERTIES.items():
        values = next((v for name in names if isinstance(v := held.get(name), list) and v), [])
        fields[field] = values if field == "text" else next(iter(values), None)
    return fields
