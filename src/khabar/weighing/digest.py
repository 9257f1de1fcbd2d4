"""What weighing asks of every report at once; the rest of a report is opened only for its own story."""

from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from hashlib import sha256

from khabar.knowledge.actors import media
from khabar.language.analysis import AnalysedText, analyse
from khabar.language.english.analysis import ENGLISH, analyse_english
from khabar.language.spelling import name_key
from khabar.resolution.appearances import Appearances, appearances_in
from khabar.resolution.stories import words_in
from khabar.values.entity import Entity, Kind
from khabar.values.reading import Reading
from khabar.values.report import Report
from khabar.values.span import Span
from khabar.weighing.shingles import shingled, unpacked


@dataclass(frozen=True, slots=True)
class Credit:
    """A medium that a report names."""

    key: str  # its entry of our world knowledge, or else the spelling of its name
    item: str  # by what two reports are told to name the same one
    name: str
    mention: Span  # the first


@dataclass(frozen=True, slots=True)
class Digest:
    """A pure function of one report and its reading, small enough to hold those of a whole archive."""

    report: str
    sha256: str
    mark: str  # what `mark_of` gives
    text: str  # the same for the same text
    published: date | None  # None: unknown
    outlet: str | None  # None: unknown
    title: str | None  # None: none beside the text
    words: tuple[str, ...]  # the stems, sorted
    times: tuple[int, ...]  # how often each comes
    titled: tuple[int, ...]  # the places of those words that stand in the headline
    shingles: bytes  # its different runs of words, by which copies are found
    appearances: Appearances
    media: tuple[Credit, ...]
    language: str = "ar"

    @property
    def runs(self) -> int:
        """How many different runs of words it has."""
        return len(unpacked(self.shingles))

    @property
    def order(self) -> tuple[date, str]:
        """The one order of a collection."""
        return self.published or date.max, self.report


def digest_of(report: Report, reading: Reading) -> Digest:
    """The digest of a report with what was read in it."""
    text = analysed(report, reading)
    words = sorted(words_in(text, report.title).items())
    return Digest(
        report=report.id,
        sha256=report.sha256,
        mark=mark_of(report, reading),
        text=_hash(report.text),
        published=report.published,
        outlet=report.outlet,
        title=report.title,
        words=tuple(word for word, _ in words),
        times=tuple(times for _, (times, _) in words),
        titled=tuple(at for at, (_, (_, in_title)) in enumerate(words) if in_title),
        shingles=shingled(text).packed,
        appearances=appearances_in(report, reading),
        media=tuple(_credit(e) for e in reading.entities if e.kind is Kind.MEDIA and e.mentions),
        language=reading.language,
    )


def closed_digest(digest: Digest) -> Digest:
    """The digest without its words: all that is asked of it when stories and copies are known."""
    return replace(digest, words=(), times=(), titled=(), shingles=b"")


def mark_of(report: Report, reading: Reading) -> str:
    """Another one for any other letter of the report, and for any other reading."""
    return _hash(f"{report!r}\0{reading!r}")


def analysed(report: Report, reading: Reading) -> AnalysedText:
    """The article proper; nothing of a text that was not read, since nothing is concluded from it."""
    if reading.language == ENGLISH:
        return analyse_english(report.text, reading.body)
    return analyse(report.text, (Span(0, 0),) if reading.unread else reading.body)


def medium_key(name: str) -> str:
    """The entry of a medium's name, or else the name's spelling."""
    return _by_name().get(name_key(name), name_key(name))


def _credit(entity: Entity) -> Credit:
    item = entity.wikidata or entity.known_as or entity.name
    return Credit(entity.known_as or medium_key(entity.name), item, entity.name, entity.mentions[0])


@cache
def _by_name() -> dict[str, str]:
    return {name_key(name): medium.id for medium in media() for name in medium.names if name not in medium.ambiguous}


def _hash(text: str) -> str:
    return sha256(text.encode(errors="replace")).hexdigest()[:32]
