"""What weighing asks of those who keep reports, and of those who remember what was found before."""

from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any, Protocol, TypeVar

from khabar.language.analysis import AnalysedText
from khabar.values.actor import Actor, ActorId
from khabar.values.entity import EntityId
from khabar.values.reading import Reading
from khabar.values.report import Report
from khabar.weighing.digest import Digest, analysed, digest_of

T = TypeVar("T")
_TOGETHER = 200  # stories of which is kept what was found out
_OPEN = 1000  # reports that are held open at once: stories are told within days of one another


class Shelf(Protocol):
    """Reports that were read."""

    def digests(self) -> Sequence[Digest]:
        """Those of all reports, in the one order of a collection, each report once."""

    def read(self, report_id: str) -> tuple[Report, Reading]:
        """One of them, whole."""


class Memory(Protocol):
    """What was found before, each under the hash of all that it rests on; whoever forgets all of it loses only time."""

    def recall(self, kind: type[T], key: str) -> T | None:
        """What was kept under the key; None: nothing."""

    def recall_all(self, kind: type[T], keys: Sequence[str]) -> Sequence[T | None]:
        """The same for each of several keys."""

    def remember(self, key: str, value: object) -> None:
        """Keeps it for the next time."""

    def want(self, key: str) -> None:
        """What is kept under the key may be asked for later, too; what nobody recalls or wants is forgotten."""

    def want_all(self, beginning: str) -> None:
        """The same for everything whose key begins so."""

    def aside(self, value: T) -> Callable[[], T]:
        """What gives a value back, which need not be held meanwhile."""

    def holds(self, key: str) -> bool:
        """Whether the conclusions of the story of that key stand already."""

    def standing(self) -> "Standing | None":
        """What stands of the last conclusions; None: nothing does, or what does is not remembered."""


class Standing(Protocol):
    """The last conclusions as they are kept, and what became of the reports since."""

    def rests_on(self) -> str:
        """The hash of all that an outline is drawn from in the reports of now."""

    def marks(self) -> Mapping[str, str]:
        """The mark of each report's digest, by its id."""

    def digest(self, report_id: str) -> Digest:
        """That of one report."""

    def actor(self, actor_id: ActorId) -> Actor | None:
        """The actor as it is shown; None: there is none of that id."""

    def actor_in_brief(self, actor_id: ActorId) -> Actor | None:
        """The same without the reports that name it, its members there, and why they are one."""

    def known_as(self, entry: str) -> Collection[ActorId]:
        """The actors of that entry of our world knowledge."""

    def actors_in(self, report_id: str) -> Mapping[EntityId, ActorId]:
        """The actors that the entities of a report are."""

    def kin_of(self, ids: Collection[ActorId]) -> frozenset[ActorId]:
        """These, and all who might be one with any of them."""

    def bearers(self, names: Collection[str]) -> Collection[ActorId]:
        """Whoever has one of these keys of a name, or one of these entries of our world knowledge."""

    def parties_resting_on(self, owners: Collection[str]) -> Mapping[ActorId, str]:
        """The actors that belong to these ids or entries, or hold an office there, with who acts for each."""

    def reports_of(self, outlets: Collection[str]) -> Mapping[str, str]:
        """The reports of these outlets, each with its outlet."""


class Pile:
    """Reports in memory."""

    def __init__(self, read: Iterable[tuple[Report, Reading]]) -> None:
        once = {pair[0].id: pair for pair in sorted(read, key=lambda p: p[0].sha256)}
        self._pairs = once
        self._digests = sorted((digest_of(*pair) for pair in once.values()), key=lambda d: d.order)

    def digests(self) -> Sequence[Digest]:
        """Those of all reports."""
        return self._digests

    def read(self, report_id: str) -> tuple[Report, Reading]:
        """One of them."""
        return self._pairs[report_id]


class Oblivion:
    """A memory that keeps nothing."""

    def recall(self, kind: type[T], key: str) -> T | None:
        """Nothing."""
        return None

    def recall_all(self, kind: type[T], keys: Sequence[str]) -> Sequence[T | None]:
        """Nothing, for each."""
        return [None] * len(keys)

    def remember(self, key: str, value: object) -> None:
        """Forgotten at once."""

    def want(self, key: str) -> None:
        """In vain."""

    def want_all(self, beginning: str) -> None:
        """In vain."""

    def aside(self, value: T) -> Callable[[], T]:
        """The value itself."""
        return lambda: value

    def holds(self, key: str) -> bool:
        """None do."""
        return False

    def standing(self) -> None:
        """Nothing."""


class Opened:
    """The reports of a shelf that are at hand, the last ones kept open."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._open: OrderedDict[str, tuple[Report, Reading, AnalysedText]] = OrderedDict()
        self._found: OrderedDict[Sequence[str], Any] = OrderedDict()

    def read(self, report_id: str) -> tuple[Report, Reading]:
        """One report with its reading, which is not kept open."""
        report, reading, _ = self._open.get(report_id) or (*self._shelf.read(report_id), None)
        return report, reading

    def at(self, report_id: str) -> tuple[Report, Reading, AnalysedText]:
        """One report, its reading, and its text cut up."""
        if report_id not in self._open:
            report, reading = self._shelf.read(report_id)
            self._open[report_id] = report, reading, analysed(report, reading)
            if len(self._open) > _OPEN:
                self._open.popitem(last=False)
        self._open.move_to_end(report_id)
        return self._open[report_id]

    def once(self, reports: Sequence[str], find_out: Callable[[], T]) -> T:
        """What is found out of these reports together, kept with that of the last others of whom that was asked."""
        if reports not in self._found:
            self._found[reports] = find_out()
            if len(self._found) > _TOGETHER:
                self._found.popitem(last=False)
        found: T = self._found[reports]
        return found
