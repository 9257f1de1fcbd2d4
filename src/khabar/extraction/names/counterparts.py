"""Whom 'his counterpart' stands for: 'بوتين … نظيره الكوري الشمالي'."""

from datetime import date

from khabar.extraction.names.coreference import Ledger
from khabar.extraction.names.descriptions import leads
from khabar.extraction.names.offices import posts_of
from khabar.extraction.names.registry import Thing
from khabar.extraction.names.titles import TitlePhrase
from khabar.extraction.names.words import folded_function_words
from khabar.knowledge.name_grammar import name_grammar
from khabar.values.entity import Kind


def is_counterpart(phrase: TitlePhrase) -> bool:
    """Whether a title stands for one who has the same office elsewhere: 'نظيره', not 'نظرائهم'."""
    return not phrase.plural and phrase.title.id in name_grammar("counterparts")


def counterpart(ledger: Ledger, phrase: TitlePhrase) -> Thing | None:
    """Of those told of before, who has the post of the one told of last, and is of the country that the title tells.

    Where it tells none: the only one who has that post elsewhere.
    """
    people = {thing.id: thing for thing in ledger.registry.things if thing.kind is Kind.PERSON}
    told = sorted((r for r in ledger.references if r.first < phrase.first), key=lambda r: -r.first)
    before = [people[each] for each in dict.fromkeys(r.entities[0] for r in told) if each in people]
    if len(before) < 2:
        return None
    owner, *others = before
    same = [p for p in others if p.country != owner.country and _have_one_post(owner, p, ledger.day)]
    if phrase.country is not None:
        return next((p for p in same if p.country == phrase.country), None)
    elsewhere = ledger.words.form(phrase.last) in folded_function_words("preposition")  # 'نظيره [في] مقر المنظمة'
    return same[0] if len(same) == 1 and phrase.owned and not elsewhere else None


def _have_one_post(one: Thing, other: Thing, day: date | None) -> bool:
    """Whether two have the same post, or both lead a state."""
    both_lead = leads(one, day) and leads(other, day)
    return both_lead or not posts_of(one, day).isdisjoint(posts_of(other, day))
