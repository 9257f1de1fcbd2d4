"""The whole export: what facts rest on stands before them."""

from collections.abc import Iterator

from khabar import __version__
from khabar.exports.facts.cast import actors
from khabar.exports.facts.concluded import claims, contradictions, stories
from khabar.exports.facts.copied import copies
from khabar.exports.facts.given import dealings, sanctions
from khabar.exports.facts.places import Json
from khabar.exports.facts.read import facts_of
from khabar.exports.facts.ruled import numbered, ruled_in, rulings
from khabar.exports.facts.sealed import sealed
from khabar.exports.facts.shelf import FactShelf
from khabar.exports.selection import Selection

FORM = "khabar-facts/1"


def lines(selection: Selection) -> Iterator[str]:
    """One line a fact."""
    return sealed(_facts(FactShelf(selection)))


def _facts(shelf: FactShelf) -> Iterator[Json]:
    yield _head(shelf)
    corrections = numbered(shelf)
    for report, reading in shelf.selection.readings():
        yield from facts_of(report, reading, shelf.actor_of, ruled_in(reading, corrections))
    yield from rulings(shelf, corrections)
    yield from actors(shelf)
    yield from copies(shelf)
    told: set[str] = set()
    for fact in claims(shelf):
        told |= {fact["id"]} if fact["fact"] == "claim" else set()
        yield fact
    yield from stories(shelf, told)
    yield from contradictions(shelf, told)
    yield from sanctions()
    yield from dealings(shelf, told)


def _head(shelf: FactShelf) -> Json:
    wanted = shelf.selection.wanted
    return {
        "fact": "export",
        "id": "export",
        "form": FORM,
        "khabar": __version__,
        "weighed_by": shelf.archive.weighed_by(),
        "part": not wanted.everything,
        "about": wanted.about,
        "from": wanted.since.isoformat() if wanted.since else None,
        "to": wanted.until.isoformat() if wanted.until else None,
    }
