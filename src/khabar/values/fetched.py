"""What a site says of an answer, so that the next request can ask whether anything is new."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mark:
    """The marks of one answer; both empty where the site gave none."""

    etag: str = ""
    modified: str = ""  # as the site wrote it
