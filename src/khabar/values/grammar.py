"""Categories of grammar that words of the knowledge and forms in a text share."""

from enum import StrEnum


class Number(StrEnum):
    """How many a form speaks of."""

    SINGULAR = "singular"
    DUAL = "dual"
    PLURAL = "plural"
