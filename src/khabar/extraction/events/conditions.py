"""The condition that an event depends on: told behind it, or before the clause that it stands in."""

from khabar.extraction.events.lexicon import class_words, stands_at, word_set
from khabar.extraction.events.predicates import Predicate
from khabar.extraction.events.scene import Scene
from khabar.language.conjugation import Tense

_BEHIND = 22  # tokens behind an event in which its condition stands
_BEFORE = 40  # tokens before an event in which one opens the sentence
IF = frozenset({"إن", "وإن", "فإن"})  # right before a verb
_STOPS = frozenset({".", ":", "؛", "؟"})


def condition_of(scene: Scene, p: Predicate, *, planned: bool) -> int | None:
    """The token at which the condition opens that an event still to come depends on; None: there is none.

    `planned`: it is told that it will be; of what may be, a clause before does not say on what it depends.
    """
    behind = _behind(scene, p)
    return _before(scene, p) if behind is None and planned else behind


def _behind(scene: Scene, p: Predicate) -> int | None:
    last = min(scene.analysed.sentence_at(p.first)[1], p.last + _BEHIND)
    for at in range(p.last, last):
        if _opens(scene, at) or _is_if(scene, at):
            return at
        verb = scene.predicate_at.get(at)
        other = (verb is not None and verb.about.tense.finite) or at in scene.cues or scene.forms[at] in _STOPS
        if other or scene.saying_at(at) is not scene.saying_at(p.first):
            return None
    return None


def _before(scene: Scene, p: Predicate) -> int | None:
    """Where a clause of condition opens the sentence, or what is said, and another goes on from it: if …, then …"""
    first = max(scene.analysed.sentence_at(p.first)[0], p.first - _BEFORE)
    for at in range(p.first - 1, first - 1, -1):
        if scene.forms[at] in _STOPS:
            return None
        if _opens(scene, at) and (at == first or _may_open_behind(scene, at - 1)):
            return at if _goes_on(scene, at, p) else None
    return None


def _opens(scene: Scene, at: int) -> bool:
    """Whether a word for "if" stands there that is neither "even if" nor "whether"."""
    if not stands_at(class_words("if"), scene.forms, at):
        return False
    whether = at > 0 and scene.forms[at - 1] in word_set("no_condition_behind")
    return not whether and scene.forms[at] not in word_set("no_condition")


def _may_open_behind(scene: Scene, at: int) -> bool:
    return scene.analysed.tokens[at].kind == "mark" or scene.forms[at] in word_set("that")


def _goes_on(scene: Scene, opening: int, p: Predicate) -> bool:
    """Whether the clause behind a condition begins before an event or with it: with a comma, or ف."""
    between = scene.forms[opening + 1 : p.first + 1]
    return any(form == "،" or form in word_set("then") for form in between) or "ف" in p.proclitics


def _is_if(scene: Scene, at: int) -> bool:
    """Whether إن stands right before a verb of the past, where it is "if"; written أن it is "that" even so."""
    if at + 1 >= len(scene.forms) or scene.analysed.tokens[at].written(scene.analysed.text) not in IF:
        return False
    verb = scene.predicate_at.get(at + 1)
    return verb is not None and verb.about.tense is Tense.PAST and not verb.proclitics
