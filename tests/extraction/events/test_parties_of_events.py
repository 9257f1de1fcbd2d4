"""The words that name the parties of an event, and the codes that CAMEO gives them."""

import pytest

from khabar.engine import read
from khabar.values.event import Event, EventType
from khabar.values.report import Report

CASES = [
    (
        "قتل ثلاثة جنود فرنسيين في كمين قرب تمبكتو.",
        "ASSAULT",
        ([], []),
        (["جنود فرنسيين"], [("FRA", "MIL")]),
    ),
    (
        "خطف مسلحون مجهولون طبيبا نيجيريا أمس.",
        "ASSAULT",
        (["مسلحون مجهولون"], [(None, "UAF")]),
        (["طبيبا نيجيريا"], [("NGA", "HLH")]),
    ),
    (
        "قصف الجيش التركي قرية في العراق.",
        "ASSAULT",
        (["الجيش التركي"], [("TUR", "MIL")]),
        None,
    ),
    (
        "قتل أكثر من عشرين شخصا في تفجير سيارة مفخخة وسط كابول أمس.",
        "ASSAULT",
        ([], []),
        (["شخصا"], [(None, None)]),
    ),
    (
        "تظاهر مئات المحتجين أمس أمام البرلمان في لندن.",
        "PROTEST",
        (["المحتجين"], [(None, "CVL")]),
        None,
    ),
]


def told(text: str, kind: str) -> Event:
    found = [e for e in read(Report("r", text, "0" * 64)).events if e.type is EventType(kind)]
    assert found, text
    return found[0]


@pytest.mark.parametrize(("text", "kind", "actor", "recipient"), CASES, ids=[c[0] for c in CASES])
def test_words_and_codes(text: str, kind: str, actor, recipient) -> None:
    event = told(text, kind)
    assert [span.of(text) for span in event.actor_words] == actor[0]
    assert [(code.country, code.role) for code in event.actor_codes] == actor[1]
    if recipient is not None:
        assert [span.of(text) for span in event.recipient_words] == recipient[0]
        assert [(code.country, code.role) for code in event.recipient_codes] == recipient[1]


def test_a_ship_suffers_for_its_country_and_its_name_goes_on_the_noun_before_it() -> None:
    text = "أعلنت جماعة الحوثي استهداف حاملة الطائرات الأميركية «لينكولن» في البحر الأحمر."
    report = read(Report("r", text, "0" * 64))
    names = {entity.id: entity.name for entity in report.entities}
    (attack,) = [event for event in report.events if event.type is EventType.ASSAULT]
    assert [names[party] for party in attack.actor] == ["جماعة الحوثي"]
    assert [names[party] for party in attack.recipient] == ["الولايات المتحدة"]
