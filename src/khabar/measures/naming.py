"""Mentions and entities against annotation, and which annotated entity a found one stands for."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from khabar.measures.figures import Fault, Tallies
from khabar.measures.gold import GoldMention, GoldReport, Ids
from khabar.measures.matching import likeness, matched
from khabar.values.entity import Entity
from khabar.values.span import Span

_LEAST_LIKENESS = 0.3


@dataclass(frozen=True, slots=True)
class Aligned:
    """The annotated entities that each found one stands for."""

    gold_of: Mapping[str, Ids]

    def gold_ids(self, found: Iterable[str]) -> Ids:
        """The annotated ids behind found ones; one that stands for none keeps a mark of its own."""
        return frozenset[str]().union(*(self.gold_of.get(own, frozenset({f"?{own}"})) for own in found))


def align(gold: GoldReport, entities: tuple[Entity, ...], tallies: Tallies, faults: list[Fault]) -> Aligned:
    """Counts mentions, clusters and links, and tells which entity is which."""
    found = _mentions(entities, gold.body)
    pairs = matched(gold.mentions, found, lambda g, p: likeness(g.span, p.span), _LEAST_LIKENESS)
    tallies.by_name["mention"].add(len(pairs), len(found), len(gold.mentions))
    text, own_id = gold.report.text, gold.report.id
    for i, mention in enumerate(gold.mentions):
        if i not in pairs:
            faults.append(Fault("mention", own_id, mention.span.of(text), "missed"))
    rules = {entity.id: entity.rule for entity in entities}
    for j, mention in enumerate(found):
        if j not in pairs.values():
            label = rules[min(mention.entities)]
            faults.append(Fault("mention", own_id, mention.span.of(text), "spurious", label))
    both = [(gold.mentions[i].entities, found[j].entities) for i, j in pairs.items()]
    _count_clusters(both, tallies)
    aligned = Aligned(_with_unnamed(gold, entities, _by_votes(both)))
    _count_links(gold, entities, aligned, tallies, faults)
    return aligned


def _mentions(entities: tuple[Entity, ...], body: Ids | frozenset[int]) -> list[GoldMention]:
    named: dict[Span, set[str]] = defaultdict(set)
    for entity in entities:
        for span in entity.mentions:
            if span.start in body:
                named[span].add(entity.id)
    return [GoldMention(span, frozenset(ids)) for span, ids in sorted(named.items())]


def _by_votes(both: list[tuple[Ids, Ids]]) -> dict[str, Ids]:
    """A found entity stands for those that at least half as many of its mentions name as the one most named."""
    votes: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for gold_ids, own_ids in both:
        for own in own_ids:
            for of in gold_ids:
                votes[own][of] += 1
    return {own: frozenset(of for of, n in v.items() if 2 * n >= max(v.values())) for own, v in votes.items()}


def _with_unnamed(gold: GoldReport, entities: tuple[Entity, ...], gold_of: dict[str, Ids]) -> dict[str, Ids]:
    """Entities that no written form names are known by their Wikidata id or their name."""
    named = frozenset[str]().union(*gold_of.values())
    whole = dict(gold_of)
    for of, name in gold.names.items():
        for entity in entities if of not in named else ():
            same_id = of in gold.wikidata and gold.wikidata[of] == entity.wikidata
            if same_id or name == entity.name:
                whole[entity.id] = whole.get(entity.id, frozenset()) | {of}
    return whole


def _count_clusters(both: list[tuple[Ids, Ids]], tallies: Tallies) -> None:
    """B-cubed over the matched mentions."""
    for gold_ids, own_ids in both:
        same = sum(1 for g, p in both if g & gold_ids and p & own_ids)
        tallies.by_name["coref"].add(same / sum(1 for _, p in both if p & own_ids), 1, 1)
        tallies.coref_recall.add(same / sum(1 for g, _ in both if g & gold_ids), 1, 1)


def _count_links(
    gold: GoldReport, entities: tuple[Entity, ...], aligned: Aligned, tallies: Tallies, faults: list[Fault]
) -> None:
    linked: dict[str, set[str | None]] = defaultdict(set)
    rules: dict[str, str] = {}
    for entity in entities:
        for of in aligned.gold_of.get(entity.id, ()):
            linked[of].add(entity.wikidata)
            rules[of] = entity.rule
    right = sum(1 for of, wikidata in gold.wikidata.items() if wikidata in linked[of])
    tallies.by_name["link"].add(right, len(gold.wikidata), len(gold.wikidata))
    for of, wikidata in gold.wikidata.items():
        if wikidata not in linked[of]:
            others = sorted(other for other in linked[of] if other)
            what = f"{gold.names[of]}: {wikidata}, got {', '.join(others) or 'none'}"
            faults.append(Fault("link", gold.report.id, what, "other" if others else "none", rules.get(of, "")))
