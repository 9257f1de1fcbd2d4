"""What a clause mentions beside what it tells."""

import pytest

from khabar.language.analysis import analyse
from khabar.resolution.background import background_in


def _background(clause: str) -> list[str]:
    text = analyse(clause)
    return [text.span(*stretch).of(clause) for stretch in background_in(text, (0, len(text.tokens)))]


@pytest.mark.parametrize(
    ("clause", "background"),
    [
        (
            "وصلت أربعون سفينة محملة بالقمح منذ اجتماع التجار والوالي في الميناء القديم",
            ["منذ اجتماع التجار والوالي في الميناء القديم"],
        ),
        ("منذ أن أغلق الوالي الميناء القديم، وصلت أربعون سفينة محملة بالقمح", ["منذ أن أغلق الوالي الميناء القديم"]),
        ("زادت النقابة أسعار الخبز، رغم تحذير البلدية من غضب السكان، مرتين", ["رغم تحذير البلدية من غضب السكان"]),
    ],
)
def test_what_follows_since_after_or_despite_is_the_background(clause: str, background: list[str]) -> None:
    assert _background(clause) == background


@pytest.mark.parametrize(
    "clause",
    [
        "وصلت أربعون سفينة محملة بالقمح قبل يومين إلى الميناء القديم وأفرغتها النقابة",  # how long ago
        "زادت النقابة أسعار الخبز منذ أسابيع في المدينة القديمة وحولها",
        "جاء ذلك بعد إغلاق الوالي الميناء القديم",  # nothing else is told
        "انضم البحار إلى النقابة وبعد انضمامه إليها غادر الميناء مع سفن القمح",  # nothing tells where it ends
        "وصلت أربعون سفينة محملة بالقمح إلى الميناء القديم",
    ],
)
def test_a_day_or_what_alone_is_told_is_no_background(clause: str) -> None:
    assert _background(clause) == []
