"""By what a name is known again in another report, worked out once for all that bear it."""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from khabar.language.spelling import bare_key, foreign_key, has_head, is_telling, name_key, name_words
from khabar.resolution.appearances import takes_up_another
from khabar.values.actor import Member
from khabar.values.entity import Entity, Kind

_BY_HEAD = "head"  # the rule that reads bodies by a word such as ministry, army or company


class Sign(NamedTuple):
    """What tells whether two entities bear one name."""

    sort: str  # only what is of one sort is one
    plain: str  # the name's key
    loose: str  # the same for its other spellings; empty: it is too short to tell
    is_own: bool  # it means one thing everywhere
    takes_up_another: bool  # it means what its report named before


def signs_of(entities: Mapping[Member, Entity]) -> dict[Member, Sign]:
    """The sign of each; an archive has more names than can be remembered for longer than this takes."""
    sign = cache(_sign)
    return {member: sign(e.name, e.kind, rule_of(e) == _BY_HEAD) for member, e in entities.items()}


def rule_of(entity: Entity) -> str:
    """The rule that read it, without the entry that it read it by."""
    return entity.rule.partition(":")[0]


def _sign(name: str, kind: Kind, by_head: bool) -> Sign:
    loose = _loose(name, kind) if is_telling(name) else ""
    own = _is_own(name, kind, by_head=by_head)
    return Sign(_sort(kind), name_key(name), loose, own, takes_up_another(name))


def _is_own(name: str, kind: Kind, *, by_head: bool) -> bool:
    """Whether a name means one thing everywhere: every state has a ministry of health, and many men one first name."""
    if kind is Kind.GROUP:
        return False
    if len(name_words(name)) == 1:
        return kind is Kind.PLACE  # the army, the government, the agency; one first name
    return kind is Kind.PERSON or not by_head or has_head(name)


def _loose(name: str, kind: Kind) -> str:
    # names of people and bodies are Arabic as often as not, and may differ by one long vowel (الشيعي, الشيوعي)
    return bare_key(name) if kind in (Kind.PLACE, Kind.MEDIA) else foreign_key(name)


def _sort(kind: Kind) -> str:
    # a city that is a place in one report and its government in another is still asked for by one name
    return "land" if kind in (Kind.COUNTRY, Kind.PLACE) else kind.value
