"""Figures of quality: shares of what was found and of what was to be found."""

from dataclasses import dataclass, field

ORDER = (
    "body",
    "mention",
    "coref",
    "link",
    "time",
    "attribution",
    "speaker",
    "chain",
    "stance",
    "event",
    "who",
    "full",
    "status",
)


@dataclass(frozen=True, slots=True)
class Figure:
    """Precision, recall and what they were counted over."""

    precision: float
    recall: float
    gold: int
    found: int

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that was read wrongly, for people who look for the rule behind it."""

    figure: str
    report_id: str
    what: str
    kind: str = ""  # in which way it is wrong: missed, spurious, actor other
    label: str = ""  # of the rule or entry that read it; empty: none did


@dataclass(frozen=True, slots=True)
class Measured:
    """The figures by name, in the order that they are printed, and the faults."""

    figures: tuple[tuple[str, Figure], ...]
    faults: tuple[Fault, ...]


@dataclass(slots=True)
class Tally:
    """A running count for one figure."""

    right: float = 0.0
    found: int = 0
    gold: int = 0

    def add(self, right: float, found: int, gold: int) -> None:
        """Counts the items of one more report."""
        self.right += right
        self.found += found
        self.gold += gold

    def figure(self) -> Figure:
        """The shares so far."""
        return Figure(
            self.right / self.found if self.found else 0.0,
            self.right / self.gold if self.gold else 0.0,
            self.gold,
            self.found,
        )


@dataclass(slots=True)
class Tallies:
    """The running counts for all figures. Coreference has two, since its precision and recall weigh mentions apart."""

    by_name: dict[str, Tally] = field(default_factory=lambda: {name: Tally() for name in ORDER})
    coref_recall: Tally = field(default_factory=Tally)

    def figures(self) -> tuple[tuple[str, Figure], ...]:
        """All figures in their order."""
        return tuple((name, self._coref() if name == "coref" else self.by_name[name].figure()) for name in ORDER)

    def _coref(self) -> Figure:
        precision, recall = self.by_name["coref"].figure(), self.coref_recall.figure()
        return Figure(precision.precision, recall.precision, recall.gold, precision.found)
