"""Reports that are made to measure growth keep what makes growth hard: copies, matters, names and dates."""

from datetime import date
from hashlib import sha256
from itertools import islice

from worlds import Original, originals_of, worlds_of

from khabar.engine import read
from khabar.values.report import Report
from khabar.weighing.concluding import weigh

_TEXT = (
    "قال الرئيس الروسي فلاديمير بوتين يوم الثلاثاء 18 يونيو إن بلاده ستقدم القمح إلى سوريا. "
    "وأضاف بوتين أن السفن ستصل إلى ميناء اللاذقية قبل نهاية الشهر وأن الشحنة الأولى تشمل مستشفيات ميدانية ومولدات كهربائية."
)


def real() -> list[Original]:
    """Two reports of one matter, of which one is largely the other."""
    told = [("r1", "rt.com", _TEXT), ("r2", "sana.sy", _TEXT + " وشكرت دمشق موسكو.")]
    return originals_of((_report(*one) for one in told), read)


def _report(own_id: str, outlet: str, text: str) -> Report:
    return Report(own_id, text, sha256(text.encode()).hexdigest(), outlet, published=date(2024, 6, 18))


def _made(number: int, seed: int = 1, crowding: int = 1) -> list[Report]:
    return list(islice(worlds_of(real(), seed, crowding), number))


def test_the_first_world_is_the_real_one() -> None:
    assert _made(2) == [original.report for original in real()]


def test_the_same_seed_makes_the_same_reports_and_another_makes_others() -> None:
    assert _made(40) == _made(40)
    assert _made(40) != _made(40, seed=2)


def test_no_two_reports_are_one() -> None:
    made = _made(40)
    assert len({report.id for report in made}) == len({report.sha256 for report in made}) == 40


def test_a_name_changes_in_the_same_way_throughout_a_world() -> None:
    others = [report for report in _made(40) if "فلاديمير بوتين" not in report.text]
    assert others
    assert all("بوتين" not in report.text for report in others)


def test_copies_stay_copies_within_a_world() -> None:
    for one, copy in zip(*[iter(_made(40))] * 2, strict=True):
        assert copy.text.startswith(one.text)


def test_a_weekday_and_the_day_beside_it_stay_true() -> None:
    for report in _made(40):
        assert report.published is not None
        assert report.published.strftime("%A") == "Tuesday"
        (told,) = (t for t in read(report).times if "الثلاثاء" in t.span.of(report.text))
        assert told.moment is not None
        assert told.moment.earliest == report.published


def test_worlds_that_crowd_share_their_weeks() -> None:
    assert len({report.published for report in _made(8)}) == 4
    assert len({report.published for report in _made(8, crowding=4)}) == 1


def test_lineages_of_worlds_that_lie_apart_hold_no_more_than_the_real_one() -> None:
    weighed = weigh((report, read(report)) for report in _made(2))
    assert [len(lineage.descents) for lineage in weighed.lineages] == [2]
