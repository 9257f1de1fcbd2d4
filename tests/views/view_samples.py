"""A small archive in memory: two reports that contradict each other."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from khabar.store.archive import Archive
from khabar.values.actor import Actor
from khabar.values.attribution import Attribution, Mode, Stance
from khabar.values.claim import Assessment, Claim, CopyGroup, Origin, Position, PositionStance, Story, Verdict
from khabar.values.contradiction import Bearing, Contradiction, Differing, DifferingSide, SideTelling
from khabar.values.entity import Entity, Kind
from khabar.values.event import Event, EventType, Goods, GoodsCategory, Status
from khabar.values.exchange import Exchange, Stage, Telling
from khabar.values.lineage import CopyKind, Descent, Lineage
from khabar.values.moment import Moment
from khabar.values.reading import Reading
from khabar.values.reason import Passage, Reason
from khabar.values.report import Report
from khabar.values.span import Span
from khabar.values.timex import Timex
from khabar.values.weighed import Weighed

FIRST = "نقلت وكالة المرسى عن مصدر أن عُمان سلمت اليمن سفينة. ثم غادر الوفد أمس."
SECOND = "نفت مسقط تسليم السفينة."


def at(words: str, text: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


REPORTS = {
    "r1": Report("r1", FIRST, "1" * 64, "صحيفة الساحل", published=date(2024, 6, 18), title="سفينة"),
    "r2": Report("r2", SECOND, "2" * 64, "موقع الضفة", published=date(2024, 6, 20)),
}
READINGS = {
    "r1": Reading(
        "r1",
        "one",
        "ar",
        (Span(0, len(FIRST)),),
        entities=(
            Entity("e1", "وكالة المرسى", Kind.MEDIA, (at("وكالة المرسى", FIRST),)),
            Entity("e2", "مصدر", Kind.GROUP, (at("مصدر", FIRST),)),
            Entity("e3", "عُمان", Kind.COUNTRY, (at("عُمان", FIRST),), "Q842"),
            Entity("e4", "اليمن", Kind.COUNTRY, (at("اليمن", FIRST),), "Q805"),
        ),
        times=(Timex(at("أمس", FIRST), Moment("2024-06-17")),),
        attributions=(
            Attribution("a1", at("عُمان سلمت اليمن سفينة", FIRST), (("e1",), ("e2",)), Stance.ASSERTS, Mode.INDIRECT),
        ),
        events=(
            Event(
                "v1",
                at("سلمت", FIRST),
                EventType.TRANSFER,
                Status.ACTUAL,
                actor=("e3",),
                recipient=("e4",),
                time=Moment("2024-06"),
                goods=(Goods(at("سفينة", FIRST), GoodsCategory.SHIP, "1 ship"),),
                attribution="a1",
            ),
        ),
    ),
    "r2": Reading(
        "r2",
        "one",
        "ar",
        (Span(0, len(SECOND)),),
        entities=(Entity("e1", "مسقط", Kind.COUNTRY, (at("مسقط", SECOND),), "Q842"),),
        attributions=(Attribution("a1", at("تسليم السفينة", SECOND), (("e1",),), Stance.DENIES, Mode.INDIRECT),),
    ),
}
SAYS, DENIES = Passage("r1", at("عُمان سلمت اليمن سفينة", FIRST)), Passage("r2", at("تسليم السفينة", SECOND))
SHIP = Claim(
    "c1",
    "عُمان سلمت اليمن سفينة",
    EventType.TRANSFER,
    (
        Position(SAYS, PositionStance.ASSERTS, (("وكالة المرسى",), ("مصدر", "خبير")), "v1"),
        Position(DENIES, PositionStance.DENIES, (("مسقط",),)),
    ),
    Assessment(Verdict.DISPUTED, (Origin("مصدر", (SAYS,)),), (Origin("مسقط", (DENIES,)),), (Reason("both-sides"),)),
    actor=("عُمان",),
    recipient=("اليمن",),
    time=Moment("2024-06"),
)
LEFT = Claim(
    "c2",
    "غادر الوفد",
    None,
    (Position(Passage("r1", at("غادر الوفد", FIRST)), PositionStance.ASSERTS),),
    Assessment(Verdict.SINGLE_ORIGIN, (Origin("صحيفة الساحل", ()),), (), ()),
)
GIFT = Exchange(
    "x1",
    "c1",
    ("عُمان",),
    ("اليمن",),
    "country.om",
    "country.ye",
    Stage.DELIVERED,
    GoodsCategory.SHIP,
    time=Moment("2024-06"),
    tellings=(
        Telling(
            SAYS,
            PositionStance.ASSERTS,
            Stage.DELIVERED,
            SHIP.positions[0].chain,
            "v1",
            Passage("r1", at("سفينة", FIRST)),
        ),
        Telling(DENIES, PositionStance.DENIES, None, SHIP.positions[1].chain),
    ),
)
OMAN = Actor("p1", "عُمان", Kind.COUNTRY, ("r1", "r2"), ("مسقط",), "Q842", members=(("r1", "e3"), ("r2", "e1")))
YEMEN = Actor("p2", "اليمن", Kind.COUNTRY, ("r1",), (), "Q805", members=(("r1", "e4"),))
DIFFERENCE = Contradiction(
    "d1",
    Differing.STATUS,
    Bearing.CONTRADICTION,
    SHIP.gist,
    "s1",
    (SHIP.id,),
    tuple(
        DifferingSide(value, (SideTelling(position.passage, position.passage.span, position.chain),))
        for value, position in zip(("so", "not so"), SHIP.positions[:1] + SHIP.positions[-1:], strict=True)
    ),
    (Reason("denied-by-another", tuple(p.passage for p in SHIP.positions[:2])),),
)
STORY = Story("s1", ("r1", "r2"), (SHIP.id,), "سفينة")
LINEAGE = Lineage(
    "l1",
    (
        Descent("r1", CopyKind.FIRST),
        Descent(
            "r2",
            CopyKind.ABRIDGED,
            "r1",
            "وكالة المرسى",
            (Reason("abridged-copy", (Passage("r1", at("سفينة", FIRST)), Passage("r2", at("السفينة", SECOND)))),),
        ),
    ),
)


class Shelf:
    """An archive in memory that holds the samples above; a kind of its own may hold other conclusions."""

    _kept: Archive | None = None

    def weighed(self) -> Weighed:
        return Weighed(
            actors=(OMAN, YEMEN),
            claims=(LEFT, SHIP),
            exchanges=(GIFT,),
            copies=(CopyGroup(("r1", "r2"), ()),),
            stories=(STORY,),
            contradictions=(DIFFERENCE,),
            lineages=(LINEAGE,),
        )

    def statuses(self) -> Mapping[tuple[str, str], Status]:
        return {("r1", "v1"): Status.ACTUAL}

    def report(self, report_id: str) -> Report:
        return self._archive().report(report_id)

    def __getattr__(self, question: str) -> object:
        return getattr(self._archive(), question)

    def _archive(self) -> Archive:
        if self._kept is None:
            self._kept = self._filled()
        return self._kept

    def _filled(self) -> Archive:
        archive = Archive.in_memory()
        for report in REPORTS.values():
            reading = READINGS[report.id]
            told = tuple(replace(e, status=self.statuses()[report.id, e.id]) for e in reading.events)
            archive.keep(report, replace(reading, events=told))
        archive.keep_weighed(self.weighed(), "one")
        return archive
