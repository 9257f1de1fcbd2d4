"""A name's sign tells in another report whether it is the same name, and whether that means the same bearer."""

from khabar.resolution.signs import Sign, signs_of
from khabar.values.entity import Entity, Kind
from khabar.values.span import Span


def sign(name: str, kind: Kind, rule: str = "known") -> Sign:
    entity = Entity("e1", name, kind, (Span(0, len(name)),), rule=rule)
    return signs_of({("r1", "e1"): entity})["r1", "e1"]


def test_a_city_and_its_government_are_of_one_sort() -> None:
    assert sign("الدوحة", Kind.PLACE).sort == sign("الدوحة", Kind.COUNTRY).sort
    assert sign("الدوحة", Kind.PLACE).sort != sign("الدوحة", Kind.PERSON).sort


def test_two_spellings_of_a_foreign_name_differ_plainly_and_meet_loosely() -> None:
    one, other = sign("يونغ كانغ", Kind.PERSON), sign("يونج كانج", Kind.PERSON)
    assert one.plain != other.plain
    assert one.loose == other.loose != ""


def test_a_short_word_has_no_loose_spelling() -> None:
    assert sign("كيم", Kind.PERSON).loose == ""


def test_what_is_named_by_a_head_alone_is_nobodys_own_name() -> None:
    assert not sign("وزارة الصحة", Kind.ORGANISATION, "head:ministry").is_own
    assert sign("راشد المنصوري", Kind.PERSON).is_own
    assert not sign("راشد", Kind.PERSON).is_own


def test_the_site_takes_up_what_was_named_before() -> None:
    assert sign("الموقع", Kind.MEDIA).takes_up_another
    assert not sign("موقع الساحل", Kind.MEDIA).takes_up_another
