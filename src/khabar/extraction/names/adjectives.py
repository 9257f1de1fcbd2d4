"""Adjectives of nationality and nationals: 'الروسي', 'الكوري الشمالي', 'الأمريكيون'."""

from collections.abc import Iterable, Iterator, Set
from functools import cache
from typing import NamedTuple

from khabar.extraction.names.candidates import Candidate
from khabar.extraction.names.classes import folded_class
from khabar.extraction.names.trie import NameTrie, trie_kept
from khabar.extraction.names.words import Words, cut_offset, is_definite, is_function_word
from khabar.knowledge.geography import Country, Needs, countries
from khabar.language.normalise import key
from khabar.values.entity import Kind
from khabar.values.why import EntityRule


class _National(NamedTuple):
    country: str
    plural: bool
    needs: str = ""


def nationalities_in(words: Words, names: Iterable[Candidate] | None = None) -> Iterator[Candidate]:
    """Adjectives that name a country, and plural nouns that name its people.

    One that is oftener another word stands for a country only where one of `names` is of it: 'المالي' beside مالي.
    None: whoever asks knows that it does.
    """
    trie = _trie()
    named = None if names is None else {name.country for name in names}
    for at in trie.places(words.keys):
        token = words.tokens[at]
        if token.kind != "word" or words.form(at + 1) in folded_class("of_make"):
            continue  # 'إيرانية الصنع': whose make it is, nobody's
        hit = trie.at(words.keys, at)
        if hit is None:
            continue
        found = next((n for n in hit.found if _is_supported(n, named)), None)
        if found is None:
            continue
        people = found.plural and not _describes(words, at)
        yield Candidate(
            at,
            hit.last,
            cut_offset(words.analysed.text, token.start, hit.cut),
            Kind.COUNTRY,
            "name" if people else "adjective",
            key=f"#{found.country}",
            known=(found.country,),
            country=found.country,
            rule=EntityRule.NATIONALS if people else EntityRule.NATIONALITY,
            rank=2 if people else 1,
        )


def _is_supported(national: _National, named: Set[str | None] | None) -> bool:
    return named is None or national.needs != Needs.OTHER_NAME or national.country in named


def _describes(words: Words, at: int) -> bool:
    """Whether the plural form stands after the noun that it describes, and so is an adjective."""
    form = words.form(at)
    if not is_definite(form):
        return True  # 'روس' alone names nobody in particular
    before = words.form(at - 1)
    return words.is_word(at - 1) and words.touches(at) and is_definite(before) and not is_function_word(before)


@cache
def _trie() -> NameTrie[_National]:
    return trie_kept("nationals", _written)


def _written() -> Iterator[tuple[str, _National]]:
    for country in countries():
        needs = {key(a.form): a.needs.value for a in country.ambiguous if a.adjective}
        for adjective in country.adjectives:
            yield from _with_article(country, adjective, plural=False, needs=needs)
        for national in country.nationals:
            yield from _with_article(country, national, plural=True, needs=needs)


def _with_article(country: Country, form: str, plural: bool, needs: dict[str, str]) -> Iterator[tuple[str, _National]]:
    national = _National(country.id, plural, needs.get(key(form), ""))
    if national.needs:  # 'تركي' the name, 'قمري' of the moon: only with the article
        yield " ".join(f"ال{word}" for word in form.split()), national
        return
    yield form, national
    if not plural and all(word.endswith("ي") for word in form.split()):
        yield " ".join(f"{word}ا" for word in form.split()), national  # 'هجوما إسرائيليا', '46 فلسطينيا'
        yield " ".join(f"{word}ان" for word in form.split()), national  # 'جنديان أمريكيان'
    if not plural and all(word.endswith("ية") for word in form.split()):
        yield from ((" ".join(f"{w[:-1]}{dual}" for w in form.split()), national) for dual in ("تان", "تين"))
    yield " ".join(f"ال{word}" for word in form.split()), national
