"""Verbs that tell what a ship, a plane or a convoy does that only a noun names: stopped a ship that carries arms."""

from khabar.extraction.events.antecedents import Ids, that_with_pronoun
from khabar.extraction.events.lexicon import closed, is_a, word_set
from khabar.extraction.events.predicates import Predicate
from khabar.extraction.events.scene import Scene

_LONGEST = 4  # words of such a noun phrase
_ASIDE = 7  # tokens from it to a second verb that is joined to the first
_PRESENT = ("ت", "ي")  # how a verb of the present begins


def of_vessel(scene: Scene, p: Predicate) -> Ids | None:
    """Whose the ship, plane or convoy is that a verb behind its noun is said of; None: the verb is said of none."""
    if p.about.person != 3 or not p.about.tense.finite or {"ف", "ل"} & set(p.proclitics):
        return None
    first = scene.analysed.sentence_at(p.first)[0]
    if "و" in p.proclitics:
        end = _first_verb(scene, p, max(first, p.first - _ASIDE))
    else:
        end = p.first
        while end > first and (scene.forms[end - 1] in word_set("was") or scene.forms[end - 1] in closed("auxiliary")):
            end -= 1
    start = _vessel_before(scene, first, end) if end > first else -1
    return _flag(scene, start, end) if start > first and _is_inside(scene, start - 1) else None


def _first_verb(scene: Scene, p: Predicate, first: int) -> int:
    """Where a verb that no lexicon holds stands right behind a vessel, to which another is joined; 0: none does."""
    for at in range(p.first - 1, first, -1):
        if scene.analysed.tokens[at].kind == "mark" or scene.has_verb(at):
            return 0
        unknown = (
            scene.forms[at].startswith(_PRESENT) and not scene.referents.at(at) and scene.forms[at] not in closed()
        )
        if unknown and at not in scene.predicate_at and _vessel_before(scene, first, at) >= 0:
            return at
    return 0


def _vessel_before(scene: Scene, first: int, end: int) -> int:
    """Where an indefinite noun phrase begins that a vessel heads and that ends there; -1: none does."""
    for at in range(end - 1, max(first, end - _LONGEST) - 1, -1):
        form = scene.forms[at]
        if scene.analysed.tokens[at].kind != "word" or form.startswith("ال") or form in closed():
            return -1
        if is_a("vessels", form):
            return at
    return -1


def _is_inside(scene: Scene, at: int) -> bool:
    """Whether what stands before a noun shows that its clause does not open with it, as a topic does."""
    form = scene.forms[at]
    opens = {form, form[1:]} & word_set("that") or that_with_pronoun(scene, at)
    return scene.analysed.tokens[at].kind == "word" and not opens


def _flag(scene: Scene, start: int, end: int) -> Ids:
    """Whose a vessel is by its adjective of nationality."""
    named = (r for r in scene.referents.between(start, end) if r.how == "adjective")
    return tuple(e for reference in named for e in reference.entities)
