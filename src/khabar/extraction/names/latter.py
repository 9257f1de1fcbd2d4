"""'الأخير': whoever of his gender was told of last before it."""

from itertools import compress, count

from khabar.extraction.names.classes import cut_before, folded_class
from khabar.extraction.names.coreference import Ledger
from khabar.extraction.names.registry import Thing
from khabar.extraction.names.speakers import may_say
from khabar.extraction.names.words import cut_offset, is_definite
from khabar.knowledge.actors import person_by_id
from khabar.language.normalise import fold
from khabar.values.entity import Kind
from khabar.values.why import EntityRule

_LATTER = "latter"
_FAR = 60  # tokens between the latter and what he was called before
_OWNED = ("ه", "ها", "هم", "هما")  # of nouns that an adjective describes: 'زيارته الأخيرة'
_TELLING = frozenset({"name", "description", "adjective"})
_FEMININE = "ة"


def latter_in(ledger: Ledger, taken: set[int]) -> None:
    """Let 'the latter' stand for the person, body or country told of last, where it describes no noun before it."""
    words = ledger.words
    named = {at for r in ledger.references for at in range(r.first, r.last)}
    for at in compress(count(), map(is_latter, words.forms)):
        if at in taken or not words.is_word(at) or _describes(ledger, at, named):
            continue
        thing = _told_last(ledger, at, feminine=words.form(at).endswith(_FEMININE))
        cut = cut_before(_LATTER, words.form(at))
        if thing and cut is not None:
            start = cut_offset(words.analysed.text, words.tokens[at].start, cut)
            ledger.refer(at, at + 1, start, [thing], "description")
            taken.add(at)


def is_latter(form: str) -> bool:
    """Whether a word may stand for who was told of last."""
    return cut_before(_LATTER, form) is not None


def _describes(ledger: Ledger, at: int, named: set[int]) -> bool:
    """Whether it is an adjective or a predicate: 'الجولة الأخيرة', 'تصريحات كيم الأخيرة', 'هي الأخيرة'."""
    words, before = ledger.words, at - 1
    if at == 0 or not words.touches(at) or not words.is_word(before):
        return True
    form = words.form(before)
    if before in named or is_definite(form) or form in folded_class("time_word"):
        return True
    if form.endswith(_OWNED) and not may_say(form):  # 'اتهم' ends so too
        return True
    return form.removeprefix("و") in folded_class("before_last")


def _told_last(ledger: Ledger, at: int, feminine: bool) -> Thing | None:
    by_id = {t.id: t for t in ledger.registry.things}
    for reference in sorted(ledger.references, key=lambda r: -r.first):
        if at - _FAR <= reference.first < at and reference.how in _TELLING and len(reference.entities) == 1:
            thing = by_id[reference.entities[0]]
            if _may_be(thing) and _is_she(ledger, thing) is feminine:
                return thing
    return None


def _may_be(thing: Thing) -> bool:
    """Whether something is somebody who acts, no place and no unnamed many."""
    return thing.kind not in (Kind.PLACE, Kind.GROUP) or thing.rule is EntityRule.TITLE


def _is_she(ledger: Ledger, thing: Thing) -> bool:
    """Whether a word for somebody or something is feminine."""
    text = ledger.words.analysed.evened
    if thing.kind is Kind.PERSON:
        known = person_by_id(thing.known or "")
        return bool(known and known.female) or any(r.span.of(text).split()[0].endswith(_FEMININE) for r in thing.roles)
    name = fold(thing.mentions[0][0].of(text)) if thing.mentions else ""
    if thing.kind is Kind.COUNTRY:
        return name not in folded_class("country_of_his")
    first = name.split()[0] if name else ""
    return first.endswith(_FEMININE) or first in folded_class("feminine_body")
