"""Archives that come about at once and step by step, for tests of whether their conclusions are the same."""

import random
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from archive_rows import rows_of
from khabar.builds import build
from khabar.engine import read
from khabar.reports.intake import reports_in
from khabar.resolution.corrected import words_of
from khabar.store.archive import Archive
from khabar.values.correction import Corrected, Correction, Ruling
from khabar.values.judgement import Judgement
from khabar.values.reading import Reading
from khabar.values.reason import Passage
from khabar.values.report import Report
from khabar.versions import reader
from khabar.views.usual_names import with_usual_names
from khabar.weighing import weigh
from shelling import NOT_SO, SAID, SAID_TOO, by_army, by_source, own_voice
from telling import Telling

DEMO = Path(__file__).parents[1] / "demo" / "reports"
Read = tuple[Report, Reading]


def demo_read() -> list[Read]:
    """The reports of the demo with their readings."""
    reports = [came for came in reports_in([DEMO]) if isinstance(came, Report)]
    return [(report, read(report)) for report in reports]


def told() -> list[Read]:
    """Tellings of one shelling, with a copy, a word that is taken back in a later story, and reports beside it."""
    back = Telling("r7", f"قناة الموج اعتذرت عن خبر أن {SAID}.", day="2021-06-20").entity("قناة الموج", "media")
    back.says(["قناة الموج"], f"خبر أن {SAID}", cue="اعتذرت")
    wheat = "سعر القمح ارتفع في بورصة الحبوب بعد موجة جفاف ضربت الحقول"
    tellings = [
        by_army("r1", SAID),
        by_army("r2", NOT_SO, "جيش البرتغال", "البرتغال"),
        by_source("r3", SAID_TOO, "قناة الموج"),
        own_voice("r4", SAID_TOO),
        by_source("r5", SAID, "جريدة باء", "مصدر"),
        by_source("r6", wheat, "جريدة باء"),
        back,
        by_army("r8", SAID),
        replace(own_voice("r9", wheat), day="2021-07-20"),
    ]
    return [(report, replace(reading, reader=reader())) for report, reading in (t.read for t in tellings)]


def at_once(
    path: Path, pairs: Iterable[Read], judgements: Sequence[Judgement] = (), corrections: Sequence[Correction] = ()
) -> dict[str, list[str]]:
    """The rows where everything is weighed anew, with nothing remembered."""
    with Archive.to_write(path) as archive:
        for pair in pairs:
            archive.keep(*pair)
        for correction in corrections:
            archive.keep_correction(correction)
        archive.keep_weighed(with_usual_names(weigh(archive.readings(), judgements)), reader())
    return rows_of(path)


def in_steps(path: Path, steps: Iterable[Sequence[Read]]) -> dict[str, list[str]]:
    """The rows after each of these came in and was weighed by itself."""
    for step in steps:
        with Archive.to_write(path) as archive:
            for pair in step:
                archive.keep(*pair)
            build(archive, [])
    return rows_of(path)


def any_ruling(reading: Reading, chance: random.Random, number: int) -> Correction:
    """Something that may be said of some item of the reading."""
    item = chance.choice([*reading.attributions, *reading.events])
    is_event = item in reading.events
    rulings = [(Ruling.WRONG, None), (Ruling.STATUS, "denied"), (Ruling.TYPE, "AID"), (Ruling.TIME, "2021")]
    ruling, value = chance.choice(rulings if is_event else [(Ruling.WRONG, None), (Ruling.STANCE, "denies")])
    of = Corrected.EVENT if is_event else Corrected.SAYING
    return Correction(of, Passage(reading.report_id, words_of(item)), ruling, "س", f"2024-06-1{number}", value)
