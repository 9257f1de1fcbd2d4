"""Answers for people: chains as a tree, words on one line, lists that say how much they leave out."""

import io
from dataclasses import replace

import pytest
from rich.cells import cell_len
from rich.console import Console, RenderableType

from khabar.errors import NotInArchive
from khabar.shells.cli.answers.claims import claim_tree
from khabar.shells.cli.answers.parts import called_in, counted
from khabar.shells.cli.answers.relations import relation_answer
from khabar.shells.cli.answers.reports import report_answer
from khabar.shells.cli.answers.timeline import timeline_table
from khabar.shells.cli.printing import few, short_id, shortened
from khabar.values.attribution import Stance
from khabar.values.claim import Assessment, Claim, Origin, PositionStance, Verdict
from khabar.values.entity import Entity, Kind
from khabar.values.event import EventType, Status
from khabar.values.moment import Moment
from khabar.values.reason import Passage, Reason
from khabar.values.report import Report
from khabar.values.span import Span
from khabar.views.evidence import Quoted
from khabar.views.relations import Month, Relation
from khabar.views.shown import ClaimShown, ReportShown, Saying
from khabar.views.timeline import Entry


def printed(answer: RenderableType, width: int = 100) -> list[str]:
    out = io.StringIO()
    Console(file=out, width=width).print(answer)
    return [line.rstrip() for line in out.getvalue().splitlines() if line.strip()]


def saying(words: str, *chain: tuple[str, ...], stance: Stance | PositionStance = PositionStance.ASSERTS) -> Saying:
    quote = Quoted(Passage("r1", Span(0, len(words))), "قالت ", words, " أمس.", "صحيفة الساحل", None, None)
    return Saying(quote, chain, stance)


CLAIM = Claim(
    "c0123456789abcdef",
    "السفينة وصلت",
    EventType.TRANSFER,
    (),
    Assessment(Verdict.DISPUTED, (Origin("مصدر", ()),), (Origin("الشركة", ()),), (Reason("denied", (), "الشركة"),)),
    merged_because=(Reason("same-actor"),),
)


def test_chains_are_a_tree_with_shared_branches_drawn_once() -> None:
    shown = ClaimShown(
        CLAIM,
        (
            saying("السفينة وصلت", ("صحيفة الساحل",), ("وكالة المرسى",), ("مصدر", "خبير")),
            saying("غرقت", ("صحيفة الساحل",), ("الشركة",), stance=PositionStance.DENIES),
        ),
    )
    assert printed(claim_tree(shown, whole_sentences=False)) == [
        "c01234567  disputed  TRANSFER  السفينة وصلت",
        "└── صحيفة الساحل",
        "    ├── وكالة المرسى",
        "    │   └── مصدر + خبير",
        "    │       └── asserts  السفينة وصلت  [r1]",
        "    └── الشركة",
        "        └── denies  غرقت  [r1]",
        "  asserts: مصدر",
        "  denies: الشركة",
        "  disputed because: denied (الشركة)",
    ]


def test_a_claim_alone_is_shown_in_whole_sentences_with_why_it_is_one() -> None:
    lines = printed(claim_tree(ClaimShown(CLAIM, (saying("السفينة وصلت", ("صحيفة الساحل",)),))))
    assert "    └── asserts  قالت السفينة وصلت أمس.  [r1]" in lines
    assert "  one claim because: same-actor" in lines


def test_what_the_report_says_itself_is_told_so() -> None:
    lines = printed(claim_tree(ClaimShown(CLAIM, (saying("وصلت"),))))
    assert "└── the report itself" in lines


def test_words_in_square_brackets_are_no_markup() -> None:
    assert "[bold]" in "".join(printed(claim_tree(ClaimShown(CLAIM, (saying("[bold] وصلت"),)))))


ENTRY = Entry(
    "c0123456789abcdef",
    Moment("2024-06-17/2024-06-18"),
    None,
    EventType.TRANSFER,
    Status.ACTUAL,
    Verdict.SINGLE_ORIGIN,
    "وصلت السفينة التي استأجرتها الشركة إلى الميناء بعد أن انتظرت ثلاثة أيام",
    (),
    (),
    (),
    ("صحيفة الساحل",),
    ("الشركة",),
    ("r1",),
)


@pytest.mark.parametrize("width", [40, 60, 99, 100, 120])
def test_no_column_is_too_narrow_to_read(width: int) -> None:
    lines = printed(timeline_table((ENTRY, ENTRY)), width)
    assert all(cell_len(line) <= width for line in lines)
    words = [line for line in lines if "السفينة" in line or "استأجرتها" in line]
    assert len(" ".join(words).split()) >= 3
    assert len(lines) < 16


def test_a_narrow_window_has_entries_one_under_the_other() -> None:
    assert printed(timeline_table((ENTRY,)), 90) == [
        "2024-06-17/2024-06-18  c01234567  TRANSFER actual  single-origin",
        "  in the words of a report: وصلت السفينة التي استأجرتها الشركة إلى الميناء بعد أن انتظرت",
        "  ثلاثة أيام",
        "  origins: asserts: صحيفة الساحل",
        "  denies: الشركة",
    ]


def test_what_only_an_adjective_names_stands_apart() -> None:
    report = Report("r1", "قال مسؤول روسي", "1" * 64)
    capital = Entity("e1", "موسكو", Kind.COUNTRY, (Span(0, 3),), "Q159", known_as="country.ru")
    lines = printed(report_answer(ReportShown(report, None, entities=(capital, Entity("e2", "اليمن", Kind.COUNTRY)))))
    assert lines[-2:] == ["names: روسيا (country Q159)", "only implied: اليمن (country)"]


def test_how_many_are_left_out_is_told() -> None:
    assert printed(counted(9, "claim", 5)) == ["5 of 9 claims; --limit shows more"]
    assert printed(counted(1, "claim", 5)) == ["1 claim"]
    assert printed(counted(0, "claim")) == ["no claims"]


def test_long_words_and_lists_are_shortened_with_a_sign() -> None:
    assert shortened("كلمة\nأخرى", 20) == "كلمة أخرى"
    assert shortened("كلمة أخرى", 5) == "كلمة…"
    assert few(["a", "b", "a", "c"]) == "a، b، c"
    assert few("abcdef") == "a، b، c، d … (+2)"


def test_only_made_ids_are_shortened() -> None:
    assert short_id("c0123456789abcdef") == "c01234567"
    assert short_id("report-2024-06-18") == "report-2024-06-18"
    assert short_id("Q794") == "Q794"


BARE = Report("420653bc1cb70cdf", "وصول السفينة إلى الميناء\n\nقالت الشركة إن السفينة غرقت.", "4" * 64)


class OfOne:
    """An archive of one report that tells no outlet."""

    def report(self, report_id: str) -> Report:
        if report_id == BARE.id:
            return BARE
        raise NotInArchive(report_id, "here")


def test_a_report_without_an_outlet_is_called_by_its_headline_and_not_by_its_id() -> None:
    verdict = Assessment(
        Verdict.SINGLE_ORIGIN, (Origin(BARE.id, ()),), (), (Reason("one-origin", detail=f"{BARE.id} = a"),)
    )
    found = ClaimShown(replace(CLAIM, assessment=verdict), (saying("السفينة وصلت", (BARE.id,)),))
    lines = printed(claim_tree(found, called_in(OfOne())), width=200)
    assert not [line for line in lines if BARE.id in line]
    assert len([line for line in lines if "unknown outlet · وصول السفينة إلى الميناء" in line]) == 3


@pytest.mark.parametrize("width", [60, 120])
def test_each_month_of_a_relation_takes_one_line_of_the_window(width: int) -> None:
    months = (Month("2023-09", -24, -24, turns=True, claims=()), Month("2023-10", 6, -18, turns=False, claims=()))
    lines = printed(
        relation_answer(Relation(("Q159", "Q423"), "روسيا", "كوريا الشمالية", -18, (), months, 2, ())), width
    )
    assert [line.split()[0] for line in lines if "half a year" in line] == ["2023-09", "2023-10"]
    assert all(line.rstrip().endswith(("turns", "-18")) for line in lines if "half a year" in line)
