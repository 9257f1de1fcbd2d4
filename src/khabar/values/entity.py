"""What the words of a report name."""

from dataclasses import dataclass, field
from enum import StrEnum

from khabar.values.span import Span
from khabar.values.why import Why

EntityId = str


class Kind(StrEnum):
    """What sort of thing an entity is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    COUNTRY = "country"
    PLACE = "place"
    MEDIA = "media"
    GROUP = "group"  # unnamed sources, nationals, peoples


@dataclass(frozen=True, slots=True)
class Role:
    """An office or title that the text gives somebody."""

    span: Span
    of: EntityId | None = None  # None: the text does not tell which country or body
    former: bool = False


@dataclass(frozen=True, slots=True)
class Entity:
    """One real-world thing in one report, whatever its spellings there."""

    id: EntityId  # unique in its report
    name: str  # the fullest form in the text
    kind: Kind
    mentions: tuple[Span, ...] = ()  # empty: only an adjective names it
    wikidata: str | None = None  # None: not known to us, or not sure
    of: EntityId | None = None  # the country or body that it belongs to; None: not told
    roles: tuple[Role, ...] = ()
    known_as: str | None = None  # id of the entry of our world knowledge that it was found by
    rule: str = ""  # what read it
    why: tuple[Why, ...] = field(default=(), compare=False)  # empty: it was not asked for
