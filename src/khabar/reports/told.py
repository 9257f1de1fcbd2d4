"""What is said about a report beside its text: on the command line, in a side file, in a record, by its page."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from khabar.reports.dates import date_said

SYNONYMS: Mapping[str, tuple[str, ...]] = {
    "id": ("id", "_id", "uuid", "guid", "stories_id"),
    "outlet": (
        "outlet",
        "source",
        "site",
        "sitename",
        "site_name",
        "publisher",
        "newspaper",
        "domain",
        "hostname",
        "media_name",
        "source_name",
        "source_domain",
        "media_url",
    ),
    "url": ("url", "link", "uri", "source_url"),
    "published": (
        *(
            "published",
            "published_at",
            "publishedAt",
            "publication_date",
            "pubDate",
            "pubdate",
            "date",
            "datePublished",
        ),
        *(
            "date_published",
            "date_publish",
            "publish_date",
            "publishDate",
            "datetime",
            "timestamp",
            "seendate",
            "created_at",
        ),
    ),
    "title": ("title", "headline", "heading"),
    "text": (
        "text",
        "body",
        "content",
        "article",
        "articleBody",
        "full_text",
        "fulltext",
        "raw_text",
        "maintext",
        "story_text",
    ),
}


@dataclass(frozen=True, slots=True)
class Told:
    """What somebody said about a report. Each is None where nothing was said."""

    outlet: str | None = None
    url: str | None = None
    published: date | None = None
    title: str | None = None
    id: str | None = None
    note: str | None = None  # what was said and could not be understood

    def over(self, other: "Told") -> "Told":
        """This, and where it is silent, the other."""
        return Told(
            outlet=self.outlet or other.outlet,
            url=self.url or other.url,
            published=self.published or other.published,
            title=self.title or other.title,
            id=self.id or other.id,
            note=joined(self.note, other.note),
        )


def told_by(record: Mapping[str, Any]) -> Told:
    """What a record says of its report, under any of the usual names."""
    said = said_in(record, "published")
    published = date_said(said)
    note = None if said is None or published else f"its date '{str(said)[:40]}' could not be read"
    outlet, url = _words(said_in(record, "outlet")), _words(said_in(record, "url"))
    if outlet and url is None and outlet.startswith(("http://", "https://")):
        outlet, url = None, outlet  # a source that is an address
    return Told(
        outlet=outlet,
        url=url,
        published=published,
        title=_words(said_in(record, "title")),
        id=_words(said_in(record, "id")),
        note=note,
    )


def said_in(record: Mapping[str, Any], field: str) -> Any:
    """The value of a field under the first of its names that holds something; None if there is none."""
    return next((record[name] for name in SYNONYMS[field] if record.get(name) not in (None, "", [], {})), None)


def joined(*notes: str | None) -> str | None:
    """Several notes in one, None if there is none."""
    return "; ".join(dict.fromkeys(note for note in notes if note)) or None


def _words(value: Any) -> str | None:
    if isinstance(value, Mapping):  # {"name": "..."}, as in JSON-LD and many APIs
        value = value.get("name") or value.get("title")
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    return str(value).strip() or None
