"""Descriptions cut where somewhere else is named: the Turkish minister - Baghdad."""

from dataclasses import replace

from khabar.extraction.events.lexicon import word_set
from khabar.extraction.events.scene import LANDS
from khabar.extraction.references import Reference, Referents
from khabar.language.analysis import AnalysedText

_NISBA = ("ي", "ية")


def descriptions_cut(analysed: AnalysedText, referents: Referents) -> Referents:
    """The references with those apart that a description, complete with its nationality, ran on into."""
    named = {
        analysed.range_of(span): entity.id
        for entity in referents.entities
        if entity.kind in LANDS
        for span in entity.mentions
    }
    found: list[Reference] = []
    for reference in referents.references:
        found.extend(_cut(analysed, reference, named) if reference.how == "description" else (reference,))
    return Referents(referents.entities, tuple(found))


def _cut(analysed: AnalysedText, reference: Reference, named: dict[tuple[int, int], str]) -> tuple[Reference, ...]:
    forms = [token.form for token in analysed.tokens[reference.first : reference.last]]
    for at in range(2, len(forms)):
        place = named.get((reference.first + at, reference.last))
        if place is None or place in reference.entities:
            continue
        end = at - 1 if forms[at - 1] in word_set("gone_to") else at
        nationality = forms[end - 1]
        if end > 1 and nationality.startswith("ال") and nationality.endswith(_NISBA):
            tail = Reference(reference.first + at, reference.last, (place,), "name")
            return replace(reference, last=reference.first + end), tail
    return (reference,)
