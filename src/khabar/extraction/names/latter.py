"""'الأخير', 'الأول': whoever of his gender was told of last before it, and the one before him."""

from collections.abc import Iterator
from itertools import compress, count, islice

from khabar.extraction.names.classes import cut_before, folded_class
from khabar.extraction.names.coreference import Ledger
from khabar.extraction.names.registry import Thing
from khabar.extraction.names.speakers import is_saying, may_say
from khabar.extraction.names.words import Words, cut_offset, is_definite
from khabar.knowledge.actors import person_by_id
from khabar.language.normalise import fold
from khabar.language.remembered import remembered
from khabar.values.entity import Kind
from khabar.values.why import EntityRule

_LATTER, _FORMER, _SECOND = "latter", "told_first", "told_second"
_FAR = 60  # tokens between the latter and what he was called before
_OWNED = ("ه", "ها", "هم", "هما")  # of nouns that an adjective describes: 'زيارته الأخيرة'
_TELLING = frozenset({"name", "description", "adjective"})
_FEMININE = "ة"


def latter_in(ledger: Ledger, taken: set[int]) -> None:
    """Let 'the latter' stand for the person, body or country told of last, where it describes no noun before it.

    Behind a verb of saying 'the first' and 'the second' stand for the last two: 'وأكد [الأول] أن … فيما نفى [الثاني]'.
    """
    words = ledger.words
    named = {at for r in ledger.references for at in range(r.first, r.last)}
    for at in compress(count(), map(is_latter, words.forms)):
        word_class = _class_of(words.form(at))
        if at in taken or word_class is None or not words.is_word(at) or _describes(ledger, at, named):
            continue
        if word_class != _LATTER and not _is_said(words, at):
            continue
        before = _told_before(ledger, at, feminine=words.form(at).endswith(_FEMININE))
        thing = next(islice(before, word_class == _FORMER, None), None)
        cut = cut_before(word_class, words.form(at))
        if thing and cut is not None:
            start = cut_offset(words.analysed.text, words.tokens[at].start, cut)
            ledger.refer(at, at + 1, start, [thing], "description")
            taken.add(at)


@remembered
def is_latter(form: str) -> bool:
    """Whether a word may stand for one of those told of last."""
    return _class_of(form) is not None


def _class_of(form: str) -> str | None:
    return next((each for each in (_LATTER, _FORMER, _SECOND) if cut_before(each, form) is not None), None)


def _is_said(words: Words, at: int) -> bool:
    """Whether it is the subject of a verb of saying: 'أكد [الأول]', 'وعد فيها [الأول]'; not 'كانون [الأول]'."""
    verb = at - 1 - (words.form(at - 1) in folded_class("therein"))
    return verb >= 0 and words.touches(at) and is_saying(words.form(verb))


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


def _told_before(ledger: Ledger, at: int, feminine: bool) -> Iterator[Thing]:
    """Those of one gender who were told of before, each once, the last first."""
    by_id = {t.id: t for t in ledger.registry.things}
    told: set[str] = set()
    for reference in sorted(ledger.references, key=lambda r: -r.first):
        telling = reference.how in _TELLING and not is_latter(ledger.words.form(reference.first))
        if at - _FAR <= reference.first < at and telling and len(reference.entities) == 1:
            thing = by_id[reference.entities[0]]
            if thing.id not in told and _may_be(thing) and _is_she(ledger, thing) is feminine:
                told.add(thing.id)
                yield thing


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
