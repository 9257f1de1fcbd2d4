"""Reports, readings and conclusions to keep in an archive."""

import hashlib
from datetime import date

from khabar.values.attribution import Attribution, Mode, Stance
from khabar.values.claim import Assessment, Claim, CopyGroup, Origin, Position, PositionStance, Verdict
from khabar.values.entity import Entity, Kind
from khabar.values.event import Event, EventType, Status
from khabar.values.moment import Moment
from khabar.values.reading import Reading
from khabar.values.reason import Passage, Reason
from khabar.values.report import Report
from khabar.values.span import Span
from khabar.values.weighed import Weighed

TEXT = "قالت الوزارة إن السفينة وصلت إلى الميناء.\nوغادرت الوفود العاصمة أمس."


def report_of(text: str = TEXT, own_id: str = "r1", day: date | None = date(2024, 6, 18)) -> Report:
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return Report(own_id, text, sha256, outlet="صحيفة المرفأ", published=day, title="وصول السفينة")


def span_of(words: str, text: str = TEXT) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def reading_of(report: Report, reader: str = "one") -> Reading:
    return Reading(
        report_id=report.id,
        reader=reader,
        language="ar",
        body=(Span(0, len(report.text)),),
        entities=(Entity("e1", "الوزارة", Kind.ORGANISATION, (span_of("الوزارة"),)),),
        attributions=(
            Attribution("a1", span_of("السفينة وصلت إلى الميناء"), (("e1",),), Stance.ASSERTS, Mode.INDIRECT),
        ),
        events=(Event("v1", span_of("وصلت"), EventType.TRANSFER, Status.ACTUAL, actor=("e1",), attribution="a1"),),
    )


def weighed_of(report: Report) -> Weighed:
    passage = Passage(report.id, span_of("السفينة وصلت إلى الميناء"))
    origin = Origin("الوزارة", (passage,))
    claim = Claim(
        id="c1",
        gist="السفينة وصلت إلى الميناء",
        type=EventType.TRANSFER,
        positions=(Position(passage, PositionStance.ASSERTS, (("الوزارة",),), "v1"),),
        assessment=Assessment(Verdict.SINGLE_ORIGIN, (origin,), (), (Reason("one-origin", (passage,)),)),
        time=Moment("2024-06-17"),
    )
    return Weighed(claims=(claim,), copies=(CopyGroup((report.id,), ()),))
