"""When an event happens: which of the times that a report tells is its."""

from datetime import date

import pytest
from reports_told import read_with_names

from khabar.engine import read
from khabar.values.report import Report

PUBLISHED = date(2024, 3, 10)
CASES = [
    # what stands behind a verb of its own is of that verb
    ("اتهمت غانا توغو بقصف بلدة، وأكدت أن قواتها اعتقلت مهربا قبل عشرة أيام.", "ACCUSE", "2024-03-10"),
    ("اعتقلت غانا وزيرا من توغو، وأعلنت أن المفاوضات ستبدأ الثلاثاء.", "COERCE", "None"),
    ("قتلت غانا جنديين وأصابت ثلاثة من توغو أمس.", "ASSAULT", "2024-03-09"),
    ("زار الرئيس الغاني توغو في رحلة بدأت الثلاثاء.", "CONSULT", "2024-03-05"),
    ("طردت غانا السفير الذي زار توغو أمس في خطوة مفاجئة.", "SANCTION", "None"),
    # what a relative clause tells is of its verb
    ("طالبت غانا البرلمان الذي انتخب وزيرا أمس بطرد السفير.", "REQUEST", "2024-03-10"),
    ("وغانا هي التي شهدت اللقاء أمس، حين طردت توغو السفير.", "SANCTION", "2024-03-09"),
    ("وغانا هي التي شهدت اللقاء أمس، ثم طردت توغو السفير.", "SANCTION", "None"),
    ("وصل الوفد أمس، بينما طردت توغو السفير.", "SANCTION", "None"),
    ("وصل الوفد أمس وطردت توغو السفير.", "SANCTION", "2024-03-09"),
    # what was signed somewhere in a year is not what happens now
    ("انسحبت غانا من اتفاق السلام مع توغو الموقع في أكرا عام 2015.", "REJECT", "2024-03-10"),
    ("انسحبت غانا من اتفاق السلام مع توغو في أكرا عام 2015.", "REJECT", "2015"),
    # when a ruling or a treaty was made is not when somebody broke it
    ("اشترت غانا أسلحة من توغو في انتهاك لقرار صدر عن المجلس عام 2017.", "TRANSFER", "None"),
    ("اشترت غانا أسلحة من توغو رغم القرار الذي اعتمده المجلس عام 2017.", "TRANSFER", "None"),
    ("اشترت غانا أسلحة من توغو رغم القرار عام 2017.", "TRANSFER", "2017"),
    # since, with a particle attached
    ("ومنذ بدء الحرب في مارس 2011، اتهمت غانا توغو بقصف بلداتها.", "ACCUSE", "2011-03/.."),
    # what has gone on since then; not what stands behind a noun
    ("زودت غانا توغو منذ 2019 بطائرات.", "TRANSFER", "2019/.."),
    ("زودت غانا توغو بطائرات عام 2019.", "TRANSFER", "2019"),
    ("زودت غانا توغو منذ ثلاثة أيام بطائرات.", "TRANSFER", "None"),
    ("تزود غانا توغو منذ ثلاثة أيام بطائرات.", "TRANSFER", "2024-03-07/.."),
    ("للمرة الأولى طردت غانا دبلوماسيين من توغو منذ 2019.", "SANCTION", "None"),
    ("طلبت غانا من توغو، التي تقصف كينيا منذ 2019، وقف إطلاق النار.", "REQUEST", "2024-03-10"),
    # what is announced is of the day of announcing; what one undergoes or only talks of is not
    ("أعلن الجيش الغاني أمس شن هجوم على توغو.", "ASSAULT", "2024-03-09"),
    ("ردت واشنطن أمس على مزاعم غانا حول شن هجوم على توغو.", "ASSAULT", "None"),
    # a ministry tells what its state demands
    ("قالت وزارة الخارجية المصرية في بيان أمس إن القاهرة طالبت أثيوبيا بتوضيح.", "REQUEST", "2024-03-09"),
    ("قالت وزارة الخارجية المصرية في بيان أمس إن أنقرة طالبت أثيوبيا بتوضيح.", "REQUEST", "2024-03-10"),
    # the more exact of two mentions
    (
        "سيقوم الرئيس الغاني بزيارة توغو هذا الشهر. وسيقوم الرئيس الغاني بزيارة توغو في 18 مارس.",
        "CONSULT",
        "2024-03-18",
    ),
    (
        "سيقوم الرئيس الغاني بزيارة توغو في 18 مارس. وسيقوم الرئيس الغاني بزيارة توغو هذا الشهر.",
        "CONSULT",
        "2024-03-18",
    ),
]


@pytest.mark.parametrize(("text", "kind", "time"), CASES, ids=[c[0] for c in CASES])
def test_time(text: str, kind: str, time: str) -> None:
    told = read(Report("case", text, "0" * 64, published=PUBLISHED)).events
    assert [str(v.time) for v in told if v.type == kind] == [time]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("زار بوتين طهران أمس، ووقع مع الرئيس الإيراني معاهدة.", ["طهران"]),
        ("زار بوتين طهران أمس. ووقع مع الرئيس الإيراني معاهدة.", []),
    ],
)
def test_where_something_is_signed_on_a_visit(text: str, places: list[str]) -> None:
    reading, names = read_with_names(text, PUBLISHED)
    assert [[names[place] for place in v.place] for v in reading.events if v.type == "AGREE"] == [places]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("أوقفت الشرطة المعارض سالم كريم في العاصمة تونس.", ["تونس"]),
        ("أوقفت الشرطة المعارض سالم كريم عند معبر رفح.", ["معبر رفح"]),
        ("أوقفت الشرطة المعارض سالم كريم من حزب النهضة.", []),
    ],
)
def test_where_somebody_is_arrested(text: str, places: list[str]) -> None:
    reading, names = read_with_names(text, PUBLISHED)
    assert [[names[place] for place in v.place] for v in reading.events if v.type == "COERCE"] == [places]
