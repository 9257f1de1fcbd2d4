"""Who is named in a report, by example."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from khabar.engine import read
from khabar.values.report import Report

CASES = yaml.safe_load((Path(__file__).parent / "cases.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["title"] for case in CASES])
def test_who_is_named(case: dict[str, object]) -> None:
    text = str(case["text"])
    entities = read(Report("case", text, "0" * 64)).entities
    found = [
        {
            "name": e.name,
            "kind": e.kind.value,
            "wikidata": e.wikidata,
            "mentions": [span.of(text) for span in e.mentions],
        }
        for e in entities
    ]
    for wanted in case.get("entities", []):  # type: ignore[attr-defined]
        assert any(all(f[field] == wanted[field] for field in wanted) for f in found), f"{wanted}\nfound: {found}"
    for words in case.get("absent", []):  # type: ignore[attr-defined]
        assert all(words not in f["mentions"] for f in found), found


def test_a_role_tells_whose_office_it_is_and_whether_it_is_over() -> None:
    text = "قال وزير الدفاع الروسي السابق سيرغي شويغو إن الخطة جاهزة."
    entities = {e.name: e for e in read(Report("case", text, "0" * 64)).entities}
    (role,) = entities["سيرغي شويغو"].roles
    assert role.span.of(text) == "وزير الدفاع الروسي السابق"
    assert role.former
    assert next(e for e in entities.values() if e.id == role.of).wikidata == "Q159"


@pytest.mark.parametrize(
    ("text", "roles"), [("وصل أخونا سيرغي شويغو أمس.", ["أخونا"]), ("صار الخط ساخنا سيرغي شويغو.", [])]
)
def test_what_only_verbs_carry_is_split_off_no_noun(text: str, roles: list[str]) -> None:
    (person,) = (e for e in read(Report("case", text, "0" * 64)).entities if e.name == "سيرغي شويغو")
    assert [role.span.of(text) for role in person.roles] == roles


def test_a_body_belongs_to_its_country_though_only_an_adjective_names_it() -> None:
    entities = read(Report("case", "قال الجيش السوداني إن المدينة آمنة.", "0" * 64)).entities
    army = next(e for e in entities if e.name == "الجيش السوداني")
    country = next(e for e in entities if e.id == army.of)
    assert (country.wikidata, country.mentions) == ("Q1049", ())


@pytest.mark.parametrize(
    ("office", "whose"),
    [
        ("السفير التركي لدى الأمم المتحدة", "تركيا"),
        ("السفير التركي في نيودلهي", "تركيا"),
        ("مندوب البرازيل الدائم لدى الأمم المتحدة", "البرازيل"),
        ("القائد البرازيلي في هراري", "البرازيل"),
        ("السفير لدى الأمم المتحدة", None),
        ("المتحدث باسم الأمم المتحدة", "الأمم المتحدة"),
    ],
)
def test_who_is_sent_somewhere_is_of_those_who_sent_him(office: str, whose: str | None) -> None:
    text = f"وقال {office} إن الطريق مفتوح."
    entities = read(Report("case", text, "0" * 64)).entities
    names = {e.id: e.name for e in entities}
    assert [names.get(e.of or "") for e in entities if e.name == office] == [whose]


def test_a_body_without_a_country_is_of_that_of_the_person_we_know_who_speaks_for_it() -> None:
    text = "قال المتحدث باسم مجلس الأمن القومي جون كيربي إن الطريق مفتوح."
    entities = read(Report("case", text, "0" * 64)).entities
    council = next(e for e in entities if e.name == "مجلس الأمن القومي")
    assert next(e for e in entities if e.id == council.of).wikidata == "Q30"


def test_an_adjective_of_nationality_is_read_in_the_accusative_too() -> None:
    entities = read(Report("case", "قتلت القوات التركية 46 صوماليا قرب الحدود.", "0" * 64)).entities
    assert "Q1045" in {e.wikidata for e in entities}


@pytest.mark.parametrize(("day", "held"), [(date(2022, 7, 24), False), (date(2024, 7, 24), True)])
def test_nobody_has_an_office_before_taking_it(day: date, held: bool) -> None:
    text = "استقال الشيخ صباح الخالد. وأعلن ولي العهد حل المجلس."
    entities = read(Report("case", text, "0" * 64, published=day)).entities
    assert ("ولي العهد" not in {e.name for e in entities}) == held


def _named(text: str, day: date | None = None) -> dict[str, tuple[str | None, list[str]]]:
    """Each entity's name with its item and its mentions."""
    entities = read(Report("case", text, "0" * 64, published=day)).entities
    return {e.name: (e.wikidata, [span.of(text) for span in e.mentions]) for e in entities}


def test_a_family_name_alone_is_the_leader_of_the_day_where_the_country_is_told() -> None:
    text = "أهدى بوتين كيم سيارة. وشكرت كوريا الشمالية موسكو."
    assert _named(text, date(2024, 2, 20))["كيم"] == ("Q56226", ["كيم"])
    assert "Q56226" not in {item for item, _ in _named("وصل كيم إلى الملعب.", date(2024, 2, 20)).values()}


def test_a_family_name_behind_a_verb_of_a_woman_is_hers_who_was_named_before() -> None:
    text = "التقى كيم جونغ أون الوفد. وحضرت كيم هيون-سوك المؤتمر. وقالت كيم إن القطار وصل. وغادر كيم كوريا الشمالية."
    named = _named(text, date(2024, 2, 20))
    assert named["كيم هيون-سوك"][1] == ["كيم هيون-سوك", "كيم"]
    assert named["كيم جونغ أون"][1] == ["كيم جونغ أون", "كيم"]


def test_a_leader_called_by_the_family_name_stays_so_called_behind_another_of_the_family() -> None:
    text = "أرسل كيم هدية إلى روسيا. وشكرت كيم يو جونغ السفير. ثم غادر كيم كوريا الشمالية."
    named = _named(text, date(2024, 2, 20))
    assert named["كيم"] == ("Q56226", ["كيم", "كيم"])
    assert named["كيم يو جونغ"][1] == ["كيم يو جونغ"]


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("ساعدت الحكومة جميع النقابات المحلية.", "جميع النقابات المحلية"),
        ("نفذت الحكومة جميع القرارات المحلية.", None),
    ],
)
def test_some_of_a_feminine_plural_is_a_group_where_it_is_of_bodies(text: str, group: str | None) -> None:
    assert [name for name in _named(text) if name.startswith("جميع")] == ([group] if group else [])


def test_what_tells_that_a_deed_was_armed_is_no_fighter() -> None:
    assert "مسلح" not in _named("تعرضت البلاد لغزو مسلح.")
    assert "مسلح" in _named("وقال مسلح إنه بريء.")


@pytest.mark.parametrize(
    ("text", "body", "item"),
    [
        ("حذر جهاز الاستخبارات في النرويج من الهجوم.", "جهاز الاستخبارات", "Q20"),
        ("نفت وزارة الدفاع بغانا الأمر.", "وزارة الدفاع", "Q117"),
        ("انتشرت القوات الخاصة في غانا.", "القوات الخاصة", None),  # where they are, not whose
    ],
)
def test_a_body_of_a_state_is_of_the_land_named_right_behind_it(text: str, body: str, item: str | None) -> None:
    entities = {e.id: e for e in read(Report("case", text, "0" * 64)).entities}
    of = next((e.of for e in entities.values() if e.name == body), None)
    assert (entities[of].wikidata if of else None) == item


def test_a_ministry_is_of_the_state_whose_agency_alone_reports_it() -> None:
    text = "نفت وزارة الدفاع الوطني الأمر، وفق وكالة الأنباء المركزية الكورية."
    entities = {e.id: e for e in read(Report("case", text, "0" * 64)).entities}
    (ministry,) = (e for e in entities.values() if e.name == "وزارة الدفاع الوطني")
    assert ministry.of is not None
    assert entities[ministry.of].wikidata == "Q423"


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("هددت كوريا الشمالية كوريا الجنوبية. واتهم الشمال واشنطن بالعدوان.", True),
        ("هددت كوريا الشمالية كوريا الجنوبية. وانتقل الجنود إلى الشمال من المدينة.", False),
        ("هددت مصر السودان. واتهم الشمال واشنطن بالعدوان.", False),
    ],
)
def test_a_side_of_the_compass_is_a_korea_in_news_of_both(text: str, acts: bool) -> None:
    reading = read(Report("case", text, "0" * 64))
    north = {e.id for e in reading.entities if e.wikidata == "Q423"}
    accused = [v for v in reading.events if v.type == "ACCUSE"]
    assert any(north & set(v.actor) for v in accused) == acts


@pytest.mark.parametrize(
    ("text", "known"),
    [("بوتين وكيم يوقعان اتفاقية.", "person.kim_jong_un"), ("التقى بوتين كيم كارداشيان.", None)],
)
def test_a_short_name_beside_another_leader_is_a_leaders(text: str, known: str | None) -> None:
    entities = read(Report("case", text, "0" * 64, published=date(2024, 6, 19))).entities
    assert [e.known_as for e in entities if e.name.startswith("كيم")] == [known]
