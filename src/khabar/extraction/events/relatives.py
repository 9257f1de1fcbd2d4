"""Relative clauses: who the noun before is, and whether it is the subject of the clause's verb."""

from khabar.extraction.events.antecedents import Ids
from khabar.extraction.events.lexicon import word_set
from khabar.extraction.events.predicates import Predicate
from khabar.extraction.events.scene import Scene
from khabar.language.conjugation import Gender
from khabar.values.grammar import Number

_HE_WHO, _SHE_WHO = ("الذي", "والذي"), ("التي", "والتي")
_OTHERS = {"هم": ("الذي", "التي"), "ها": ("الذي", "الذين"), "ه": ("التي", "الذين")}  # for whom a pronoun does not stand
_NEAR = 7  # tokens between a noun and the relative clause on it


def is_relative(scene: Scene, at: int) -> bool:
    """Whether a token is a relative pronoun."""
    return at >= 0 and scene.forms[at] in word_set("relative")


def head_of_relative(scene: Scene, pronoun: int) -> Ids | None:
    """Who the noun is that a relative clause is on; None: a deed, or nobody known."""
    first = max(scene.analysed.sentence_at(pronoun)[0], pronoun - _NEAR)
    apart = pronoun > 0 and scene.forms[pronoun - 1] == "،"  # John, who had met her
    if _is_joined_noun(scene, pronoun - 1 - apart):
        return None
    for at in range(pronoun - 1 - apart, first - 1, -1):
        reference = scene.referents.at(at)
        if reference and reference.how != "pronoun":
            return reference.entities
        noun = scene.predicate_at.get(at)
        if noun and noun.words and not noun.verbal:
            return None
        if noun or scene.forms[at] in ("،", "."):
            return ()
    return ()


def _is_joined_noun(scene: Scene, at: int) -> bool:
    """Whether a noun that names nobody known is joined to what stands before: John and the lady who."""
    return at >= 0 and scene.forms[at].startswith("وال") and not scene.referents.at(at) and at not in scene.predicate_at


def pronoun_means_head(scene: Scene, p: Predicate, pronoun: int) -> bool:
    """Whether the pronoun on a verb may stand for the noun that the relative clause is on: whom they accused."""
    return scene.forms[pronoun].removeprefix("و") not in _OTHERS.get(p.enclitic, ())


def is_of_another(scene: Scene, p: Predicate, pronoun: int) -> bool:
    """Whether a verb's gender tells that its subject is not who the relative pronoun before it stands for."""
    form = scene.forms[pronoun]
    singular = p.about.number is Number.SINGULAR and p.about.person == 3
    feminine, masculine = p.about.gender is Gender.FEMININE, p.about.gender is Gender.MASCULINE
    return singular and ((form in _HE_WHO and feminine) or (form in _SHE_WHO and masculine))
