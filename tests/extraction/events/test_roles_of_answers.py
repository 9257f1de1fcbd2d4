"""Whom sanctions, protests and blame fall on, where they answer what was told before."""

import pytest
from reports_told import read_with_names

CASES = [
    (
        "an aside between a verb and its sanctions",
        "فرضت كينيا، ردا على ذلك، عقوبات على غانا.",
        ("SANCTION", ["كينيا"], ["غانا"]),
    ),
    (
        "a nationality behind the second of two nouns is that of both",
        "فرضت كينيا عقوبات على مسؤولين وشركات غانية.",
        ("SANCTION", ["كينيا"], ["غانا"]),
    ),
    (
        "a nationality behind the second of two counted nouns",
        "فرضت كينيا عقوبات على 11 فردا وأربع شركات غانية.",
        ("SANCTION", ["كينيا"], ["غانا"]),
    ),
    (
        "to whom a protest is handed",
        "قدمت كينيا احتجاجا شديد اللهجة إلى غانا عبر سفارتها في لندن.",
        ("PROTEST", ["كينيا"], ["غانا"]),
    ),
    (
        "who held the test that is condemned",
        "أطلقت كوريا الشمالية صاروخا باليستيا. ونددت كينيا بالتجربة.",
        ("ACCUSE", ["كينيا"], ["كوريا الشمالية"]),
    ),
    (
        "who fired what was fired",
        "أطلقت كوريا الشمالية صاروخا باليستيا. ونددت كينيا بإطلاق الصاروخ.",
        ("ACCUSE", ["كينيا"], ["كوريا الشمالية"]),
    ),
    (
        "who took the step that is criticised",
        "فرضت غانا عقوبات على توغو. وانتقدت كينيا الخطوة.",
        ("ACCUSE", ["كينيا"], ["غانا"]),
    ),
    (
        "one's own step is not blamed",
        "فرضت كينيا عقوبات على توغو. ونددت كينيا بالخطوة.",
        ("ACCUSE", ["كينيا"], []),
    ),
    (
        "the latter of two acts",
        "التقى الوزير الكيني كريم سالم الوزير الغاني مراد حسن. ودعا الأخير توغو إلى الحوار.",
        ("REQUEST", ["مراد حسن"], ["توغو"]),
    ),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_roles_of_answers(text: str, expected: tuple[str, list[str], list[str]]) -> None:
    reading, names = read_with_names(text)
    told = [(v.type, [names[e] for e in v.actor], [names[e] for e in v.recipient]) for v in reading.events]
    assert expected in told


def test_a_visit_that_is_protested_leads_to_nobody_to_whom_the_protest_is_handed() -> None:
    reading, _ = read_with_names("خرجت احتجاجات في كينيا على زيارة يجريها الرئيس الغاني إلى كينيا.")
    assert [v.recipient for v in reading.events if v.type == "PROTEST"] == [()]
