"""Claims as the page shows them: verdict, reasons, and both sides with their chains."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from khabar.values.claim import Claim, Origin, PositionStance, Verdict
from khabar.values.moment import Moment
from khabar.values.reason import Passage
from khabar.views.dossier.chains import Chains, Root
from khabar.views.dossier.names import Named, Names
from khabar.views.dossier.places import Back, Places
from khabar.views.dossier.reasons import ReasonTold, told
from khabar.views.timeline import Entry

_ALWAYS = (PositionStance.ASSERTS, PositionStance.DENIES)  # both sides stand there, though one be empty


@dataclass(frozen=True, slots=True)
class OriginShown:
    """A first source with the other names that it goes by."""

    name: Named
    also: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """Everybody who takes one stance."""

    stance: PositionStance
    origins: tuple[OriginShown, ...]
    trees: tuple[Root, ...]
    positions: int
    left_out: int


@dataclass(frozen=True, slots=True)
class ClaimItem:
    """One claim."""

    number: int
    id: str
    gist: str
    gist_at: str | None  # where in the page its words stand; None: the page does not hold them
    verdict: str
    type: str  # `none`: no event was read in it
    status: str  # `none`: no event was read in what asserts it
    time: Moment | None
    actor: tuple[Named, ...]
    recipient: tuple[Named, ...]
    place: tuple[Named, ...]
    origins: int  # on both sides
    positions: int
    reasons: tuple[ReasonTold, ...]
    sides: tuple[Side, ...]
    concerns: tuple[int, ...]  # numbers of its actors and speakers, to choose by
    reported: date | None = None  # the day of the first report; None: none has one
    reports: int = 1

    @property
    def is_minor(self) -> bool:
        """Whether one report alone tells it, no event was read in it, and nobody denies it."""
        return self.reports == 1 and self.type == "none" and self.verdict == Verdict.SINGLE_ORIGIN

    def side(self, stance: str) -> Side | None:
        """The side of that stance."""
        return next((side for side in self.sides if side.stance == stance), None)


class ClaimItems:
    """Makes the claims of one page."""

    def __init__(self, chains: Chains, names: Names, places: Places, most: int) -> None:
        self._chains = chains
        self._names = names
        self._places = places
        self._most = most

    def item(self, number: int, claim: Claim, entry: Entry) -> ClaimItem:
        """One claim with the status that the timeline gives it."""
        back = Back("claim", number)
        speakers = [name for position in claim.positions for link in position.chain for name in link]
        sides = tuple(self._sides(claim, back))
        return ClaimItem(
            number=number,
            id=claim.id,
            gist=claim.gist,
            gist_at=self._places.link(_fullest(claim), back),
            verdict=claim.assessment.verdict.value,
            type=claim.type.value if claim.type else "none",
            status=entry.status.value if entry.status else "none",
            time=claim.time,
            actor=self._names.named(claim.actor),
            recipient=self._names.named(claim.recipient),
            place=self._names.named(claim.place),
            origins=len(claim.assessment.asserts) + len(claim.assessment.denies),
            positions=len(claim.positions),
            reasons=told(claim.assessment.reasons, self._names, self._places, back),
            sides=sides,
            concerns=self._names.numbers_of([*claim.actor, *claim.recipient, *claim.place, *speakers]),
            reported=entry.reported,
            reports=len(entry.reports),
        )

    def _sides(self, claim: Claim, back: Back) -> Iterable[Side]:
        for stance in PositionStance:
            mine = [position for position in claim.positions if position.stance is stance]
            if mine or stance in _ALWAYS:
                yield Side(
                    stance=stance,
                    origins=self._origins(claim, stance),
                    trees=self._chains.trees(mine[: self._most], back),
                    positions=len(mine),
                    left_out=max(0, len(mine) - self._most),
                )

    def _origins(self, claim: Claim, stance: PositionStance) -> tuple[OriginShown, ...]:
        found: Mapping[PositionStance, tuple[Origin, ...]] = {
            PositionStance.ASSERTS: claim.assessment.asserts,
            PositionStance.DENIES: claim.assessment.denies,
        }
        return tuple(OriginShown(self._names.named([o.name])[0], o.also) for o in found.get(stance, ()))


def _fullest(claim: Claim) -> Passage:
    """The passage that the gist was taken from."""
    size = len(claim.gist)
    exact = [p for p in claim.positions if len(p.passage.span) == size]
    asserting = [p for p in exact if p.stance is PositionStance.ASSERTS]
    return (asserting or exact or list(claim.positions))[0].passage
