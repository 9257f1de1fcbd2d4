"""Text as it may stand in XML."""

import re
from xml.sax.saxutils import quoteattr

# XML 1.0 has no way to write these at all.
_NEVER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def attribute(value: object) -> str:
    """The value in quotation marks."""
    return quoteattr(_NEVER.sub("\ufffd", str(value)))


def content(value: object) -> str:
    """The value between two tags."""
    plain = _NEVER.sub("\ufffd", str(value))
    return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
