"""Who meets, where a verb behind the meeting tells whom it brought together: the summit that gathered them."""

from khabar.extraction.events.antecedents import Ids, pronoun_means
from khabar.extraction.events.arguments import Argument, arguments
from khabar.extraction.events.lexicon import is_a
from khabar.extraction.events.predicates import Predicate
from khabar.extraction.events.scene import BARE, LANDS, Scene
from khabar.knowledge.event_words import EventWord
from khabar.values.entity import Kind
from khabar.values.event import EventMode, EventType

_BETWEEN = "بين"
_NEAR = 5  # tokens between a meeting and the verb that tells whom it brought together
_BESIDE = 2  # tokens from such a verb with a pronoun to the partner behind a preposition
_WITH = "مع"
_PARTNER = frozenset({"ب", _WITH})
_APPOSED = 2  # commas around a name behind an office: the minister, John, with


def gathered_by(scene: Scene, noun: Predicate) -> Argument | None:
    """Those whom a meeting brought together, as if they stood behind between: the summit that gathered her and him."""
    if not any(word.mutual and word.type is EventType.CONSULT for word in noun.words):
        return None
    end = scene.analysed.sentence_at(noun.first)[1]
    verb = _gathering_verb(scene, noun, end)
    if verb is None:
        return None
    found = [a for a in arguments(scene, verb + 1, end)[0] if a.entities]
    met = [a for a in found if a.commas == 0 or (a.commas == _APPOSED and a.label == _WITH)]
    first = met[0] if met else None
    if _has_pronoun(scene, verb):
        partner = first if first and first.label in _PARTNER and first.start <= verb + _BESIDE else None
        return _between(_people(scene, pronoun_means(scene, verb, partner.entities)), partner) if partner else None
    if first is None or first.label not in (BARE, _BETWEEN, *_PARTNER) or first.start > verb + _NEAR:
        return None
    beside = next((a for a in met[1:] if a.label in _PARTNER and not _is_town(scene, a)), None)
    return _between(first.entities, beside or first)


def _gathering_verb(scene: Scene, noun: Predicate, end: int) -> int | None:
    for at in range(noun.last, min(end, noun.last + _NEAR)):
        if scene.analysed.tokens[at].kind != "word" or scene.has_verb(at):
            return None
        if is_a("gathers", scene.forms[at]) or _has_pronoun(scene, at):
            return at
    return None


def _has_pronoun(scene: Scene, at: int) -> bool:
    return is_a("gathers_him", scene.forms[at])


def _is_town(scene: Scene, argument: Argument) -> bool:
    return all(scene.entity(e).kind is Kind.PLACE for e in argument.entities)


def _people(scene: Scene, ids: Ids) -> Ids:
    """Who of them meets by himself: no country and no place."""
    return tuple(e for e in ids if scene.entity(e).kind not in LANDS)


def _between(some: Ids, others: Argument) -> Argument | None:
    """One phrase for all who meet; None: fewer than two of them are known."""
    everyone = tuple(dict.fromkeys((*some, *others.entities)))
    return others._replace(label=_BETWEEN, entities=everyone) if len(everyone) > 1 else None


def brings_partner(p: Predicate, word: EventWord, argument: Argument) -> bool:
    """Whether a preposition brings whom one meets: ب only right behind the word, and not whom one calls."""
    meets = argument.label == "ب" and word.mode is EventMode.MEET and argument.start == p.last
    return argument.label == _WITH or meets
