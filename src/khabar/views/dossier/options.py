"""What goes into a dossier, and how much of it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Options:
    """Bounds that keep the page one that opens on a telephone; whatever is left out is counted on the page."""

    title: str | None = None  # None: made from the story, or from whom the reports are about
    about: str | None = None  # None: about everything
    between: tuple[str, str] | None = None  # what these two have to do with one another; None: about everybody
    since: date | None = None  # None: from the first
    until: date | None = None  # None: to the last
    texts: int = 200  # reports with their full text
    listed: int = 2000  # reports named without it
    characters: int = 20_000  # of one report's text
    claims: int = 300
    positions: int = 24  # on one side of one claim
    actors: int = 120
    exchanges: int = 200
    relations: int = 4
    differences: int = 100
    copies: int = 100
    disputed: int = 5  # in the summary
