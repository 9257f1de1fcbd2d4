"""Countries told by what they are called: 'الدولة الشيوعية', 'جارتها الشمالية', 'حليفتها'."""

from collections import Counter
from collections.abc import Iterator
from functools import cache

from khabar.extraction.names.classes import folded_class
from khabar.extraction.names.coreference import Ledger
from khabar.extraction.names.registry import Thing
from khabar.extraction.names.trie import name_starts
from khabar.extraction.names.words import Words, cut_offset
from khabar.knowledge.epithets import Epithet, epithets
from khabar.language.normalise import fold
from khabar.language.remembered import remembered
from khabar.values.entity import Kind


def epithets_in(ledger: Ledger, taken: set[int]) -> None:
    """Let what countries are called stand for those that the report names."""
    for at, form in enumerate(ledger.words.forms):
        if not _may_open(form) or at in taken or not ledger.words.words[at]:
            continue
        told = next(((land, last) for e, last in _told_at(ledger.words, at) if (land := _meant(ledger, e, at))), None)
        land, last = told or (_other_country(ledger, at), at + 1)
        if land:
            start = cut_offset(ledger.words.analysed.text, ledger.words.tokens[at].start, _cut(form))
            ledger.refer(at, last, start, [land], "description")
            taken.update(range(at, last))


def opens_epithet(words: Words, at: int) -> bool:
    """Whether words that some country is called begin here."""
    return any(True for _ in _told_at(words, at))


def _told_at(words: Words, at: int) -> Iterator[tuple[Epithet, int]]:
    """The epithets whose words stand here, and where they end."""
    for rest in {rest for _, rest in name_starts(words.form(at))}:
        for phrase, epithet in _by_first().get(rest, ()):
            last = at + len(phrase)
            if tuple(words.forms[at + 1 : last]) == phrase[1:] and all(words.touches(i) for i in range(at + 1, last)):
                yield epithet, last


@cache
def _by_first() -> dict[str, list[tuple[tuple[str, ...], Epithet]]]:
    found: dict[str, list[tuple[tuple[str, ...], Epithet]]] = {}
    for epithet in epithets():
        for words in epithet.words:
            phrase = tuple(fold(words).split())
            found.setdefault(phrase[0], []).append((phrase, epithet))
    return found


@remembered
def _may_open(form: str) -> bool:
    rests = {rest for _, rest in name_starts(form)}
    return not rests.isdisjoint(_by_first()) or not rests.isdisjoint(folded_class("other_country"))


@remembered
def _cut(form: str) -> int:
    """Letters of attached particles before the words."""
    known = _by_first().keys() | folded_class("other_country")
    return next((cut for cut, rest in name_starts(form) if rest in known), 0)


def _meant(ledger: Ledger, epithet: Epithet, at: int) -> Thing | None:
    """The country that is meant: the only one, in news of its neighbour; of several the one named last before."""
    registry = ledger.registry
    if epithet.of and registry.get(Kind.COUNTRY, f"#{epithet.of}") is None:
        return None
    if len(epithet.countries) == 1:
        return registry.country(epithet.countries[0])
    told = {land.id: land for c in epithet.countries if (land := registry.get(Kind.COUNTRY, f"#{c}"))}
    before = [name for name in _named_before(ledger, at) if name in told]
    return told[before[-1]] if before else None


def _other_country(ledger: Ledger, at: int) -> Thing | None:
    """Whom 'its ally' stands for, nobody named behind it: the country named oftenest but the last, whose ally it is."""
    words = ledger.words
    if {rest for _, rest in name_starts(words.form(at))}.isdisjoint(folded_class("other_country")):
        return None
    behind = at + 1
    if words.words[behind : behind + 1] and words.touches(behind) and _goes_on(ledger, behind):
        return None
    before = _named_before(ledger, at)
    told = Counter(name for name in before if name != before[-1])
    return next((t for t in ledger.registry.things if told and t.id == told.most_common(1)[0][0]), None)


def _goes_on(ledger: Ledger, at: int) -> bool:
    """Whether a name or an adjective goes on with the noun before it: 'حليفتها روسيا', 'جارتها الكبرى'."""
    named = any(r.first == at and not r.particle for r in ledger.references)
    return named or ledger.words.form(at).startswith("ال")


def _named_before(ledger: Ledger, at: int) -> list[str]:
    """The countries referred to before a word, in reading order, as often as they are."""
    lands = {t.id for t in ledger.registry.things if t.kind is Kind.COUNTRY}
    before = sorted((r for r in ledger.references if r.first < at and r.how != "pronoun"), key=lambda r: r.first)
    return [name for r in before for name in r.entities if name in lands]
