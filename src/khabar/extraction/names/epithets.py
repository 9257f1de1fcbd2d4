"""Countries told by what they are called: 'الدولة الشيوعية', 'جارتها الشمالية', 'حليفتها'."""

from collections import Counter
from functools import cache, partial

from khabar.extraction.names.classes import cut_before, folded_class
from khabar.extraction.names.coreference import Ledger
from khabar.extraction.names.registry import Thing
from khabar.extraction.names.trie import Hit, NameTrie, trie_kept
from khabar.extraction.names.words import Words, cut_offset
from khabar.knowledge.epithets import Epithet, epithets
from khabar.language.remembered import remembered
from khabar.values.entity import Kind

_cut_of_other = remembered(partial(cut_before, "other_country"))  # 'its ally', 'their neighbour'


def epithets_in(ledger: Ledger, taken: set[int]) -> None:
    """Let what countries are called stand for those that the report names."""
    words = ledger.words
    others = {at: cut for at, cut in enumerate(map(_cut_of_other, words.forms)) if cut is not None}
    for at in sorted({*_epithet_trie().places(words.keys), *others}):
        if at in taken or not words.words[at]:
            continue
        hit = _told_at(words, at)
        land = next((land for e in hit.found if (land := _meant(ledger, e, at))), None) if hit else None
        if hit is None or land is None:
            hit = Hit(at + 1, (), others.get(at, 0))
            land = _other_country(ledger, at) if at in others else None
        if land:
            start = cut_offset(words.analysed.text, words.tokens[at].start, hit.cut)
            ledger.refer(at, hit.last, start, [land], "description")
            taken.update(range(at, hit.last))


def opens_epithet(words: Words, at: int) -> bool:
    """Whether words that some country is called begin here."""
    return _told_at(words, at) is not None


def _told_at(words: Words, at: int) -> Hit[Epithet] | None:
    """What some country is called, in words that stand here with no mark between them."""
    hit = _epithet_trie().at(words.keys, at)
    return hit if hit and all(words.touches(i) for i in range(at + 1, hit.last)) else None


@cache
def _epithet_trie() -> NameTrie[Epithet]:
    return trie_kept("epithets", lambda: ((words, epithet) for epithet in epithets() for words in epithet.words))


def _meant(ledger: Ledger, epithet: Epithet, at: int) -> Thing | None:
    """The country that is meant: the only one, in news of its neighbour; of several the one named last before."""
    registry = ledger.registry
    if epithet.of and registry.get(Kind.COUNTRY, f"#{epithet.of}") is None:
        return None
    if epithet.named:
        return _side_meant(ledger, epithet.countries[0], at)
    if len(epithet.countries) == 1:
        return registry.country(epithet.countries[0])
    told = {land.id: land for c in epithet.countries if (land := registry.get(Kind.COUNTRY, f"#{c}"))}
    before = [name for name in _named_before(ledger, at) if name in told]
    return told[before[-1]] if before else None


def _side_meant(ledger: Ledger, country: str, at: int) -> Thing | None:
    """The country named elsewhere that a side of the compass stands for; none: a way or a part of a land is meant.

    Not 'إلى [الجنوب] من المدينة', 'في [الشمال]', 'الحدود [الشمال]ية', 'أقصى [الجنوب] الشرقي'.
    """
    words, land = ledger.words, ledger.registry.get(Kind.COUNTRY, f"#{country}")
    before, after = words.form(at - 1) if at else "", words.form(at + 1)
    way = before.removeprefix("و") in folded_class("to_a_side") or after in folded_class("of_a_side")
    return land if land and land.mentions and not way else None


def _other_country(ledger: Ledger, at: int) -> Thing | None:
    """Whom 'its ally' stands for, nobody named behind it: the country named oftenest but the last, whose ally it is."""
    words, behind = ledger.words, at + 1
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
