"""Who attacks, and who is struck: the owner of what is hit, those who are killed, the place where nobody is named."""

import pytest
from reports_told import read_roles


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("أعلنت الرئاسة الكينية مقتل ثلاثة من مواطنيها بقصف غاني.", ["كينيا"]),
        ("أعلنت كينيا مقتل أربعة من جنودها في توغو.", ["كينيا"]),
        ("أدى القصف إلى مقتل خمسة من عناصر حزب الله.", ["حزب الله"]),
    ],
)
def test_whose_people_are_counted_among_the_killed_suffers(text: str, killed: list[str]) -> None:
    assert [recipient for kind, _, recipient in read_roles(text) if kind == "ASSAULT"] == [killed]


def test_from_where_the_killed_were_brought_suffers_nothing() -> None:
    roles = read_roles("أعلنت كينيا مقتل ثلاثة جنود قدموا من غانا.")
    assert not [kind for kind, _, recipient in roles if kind == "ASSAULT" and "غانا" in recipient]


@pytest.mark.parametrize("text", ["قتل ثلاثة في هجوم نسب إلى كينيا.", "أدان الملك الهجوم الذي نسب إلى كينيا على غانا."])
def test_a_raid_is_made_by_whom_it_is_ascribed_to(text: str) -> None:
    assert [actor for kind, actor, _ in read_roles(text) if kind == "ASSAULT"] == [["كينيا"]]


def test_a_raid_is_not_made_by_whom_its_place_belongs_to() -> None:
    roles = read_roles("قتل ثلاثة جنود في هجوم على بلدة تابعة إلى كينيا.")
    assert not [kind for kind, actor, _ in roles if kind == "ASSAULT" and actor]


def test_all_who_shell_somebody_are_not_who_is_named_before() -> None:
    assert ("ASSAULT", [], ["تركيا"]) in read_roles("طالبت كينيا بمحاسبة كل من يقصف تركيا.")


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("شنت إسرائيل غارة على مطار دمشق. وقال المرصد إن الضربات أصابت مستودعات تابعة لحزب الله.", (["إسرائيل"], ["حزب الله"])),
        ("شنت إسرائيل غارة على مطار دمشق. وقال المرصد إن صواريخ أصابت مستودعات تابعة لحزب الله.", ([], ["حزب الله"])),
        ("شن حزب الله غارة على مطار دمشق. وقال المرصد إن الضربات أصابت مستودعات تابعة لحزب الله.", ([], ["حزب الله"])),
    ],
)  # fmt: skip
def test_raids_told_of_before_are_made_by_who_made_them(text: str, hit: tuple[list[str], list[str]]) -> None:
    assert ("ASSAULT", *hit) in read_roles(text)


def test_a_presidents_troops_are_his_countrys() -> None:
    text = "قال زيلينسكي إن قواته قصفت غانا. وردت أوكرانيا على النبأ."
    assert ("ASSAULT", ["أوكرانيا"], ["غانا"]) in read_roles(text)


def test_a_commanders_troops_are_his() -> None:
    text = "قال خليفة حفتر إن قواته قصفت غانا. وردت ليبيا على النبأ."
    assert ("ASSAULT", ["خليفة حفتر"], ["غانا"]) in read_roles(text)


@pytest.mark.parametrize(
    ("text", "struck"),
    [
        ("قصف الجيش المصري مقرا لجيش توغو قرب كوماسي.", ["جيش توغو"]),
        ("أعلن الجيش المصري أنه دمر بصواريخ ثقيلة أحد المقار الرئيسية لجيش توغو في غانا.", ["جيش توغو"]),
        ("شن الجيش المصري غارات على مواقع حركة طالبان في غانا.", ["حركة طالبان"]),
        ("شن الجيش المصري غارات على مواقع توغولية في غانا.", ["توغو"]),
        ("قصف الجيش المصري بلدة كوماسي دعما لجيش توغو.", ["غانا"]),
    ],
)
def test_whose_the_thing_is_that_is_hit_suffers_it(text: str, struck: list[str]) -> None:
    assert [("ASSAULT", ["الجيش المصري"], struck)] == [r for r in read_roles(text) if r[0] == "ASSAULT"]


def test_raids_behind_their_doers_name_are_no_part_of_it() -> None:
    """No word with the article opens a construct, so what stands behind is not what the report only names."""
    assert ("ASSAULT", ["مصر"], ["حركة طالبان"]) in read_roles("شنت مصر غارات على مواقع حركة طالبان.")
