"""What a denial, a demand or a question takes for known, so that it is told as a fact."""

from functools import cache

from khabar.extraction.events.carrying import label_of
from khabar.extraction.events.lexicon import closed, is_a, word_set
from khabar.extraction.events.predicates import Predicate
from khabar.extraction.events.scene import Scene
from khabar.extraction.events.slots import Roles
from khabar.knowledge.contrast import contrast
from khabar.knowledge.event_words import EventWord
from khabar.language.conjugation import Tense
from khabar.language.normalise import fold
from khabar.values.attribution import Attribution, Stance
from khabar.values.event import EventType

WHAT = "ما"  # opens 'what they published': something said
_FAR = 60  # words before a noun in which it is told what is denied of its matter
_ON = "على"
_ON_GROUND_OF = frozenset({"ب", "على"})


def is_taken_for_known(scene: Scene, p: Predicate) -> bool:
    """Whether a noun names what went before something else: after the shelling."""
    return not p.verbal and label_of(scene, p) in word_set("presupposing")


def is_beside_what_is_denied(scene: Scene, p: Predicate, saying: Attribution) -> bool:
    """Whether a noun only tells the matter of something else that is denied, or what went before it: talks on a raid.

    Who denies reports about the shelling, or what was told about it, denies it.
    """
    opening = scene.analysed.token_from(saying.content.start)
    if p.verbal or label_of(scene, p) not in _openers("matter") | word_set("happened_before"):
        return False
    before = scene.forms[max(opening, p.first - _FAR) : p.first]
    return len(before) > 1 and scene.forms[opening] != WHAT and _openers("something-said").isdisjoint(before)


def is_commented_on(scene: Scene, p: Predicate, saying: Attribution) -> bool:
    """Whether a noun is what somebody will not comment on, and no report of it: a comment on the visit to Ghana."""
    if saying.stance is not Stance.DECLINES or p.verbal or label_of(scene, p) != _ON:
        return False
    opening = scene.analysed.token_from(saying.content.start)
    before = scene.forms[max(opening, p.first - _FAR) : p.first]
    return _openers("something-said").isdisjoint(before)


@cache
def _openers(use: str) -> frozenset[str]:
    """The single words for one use in the data on contrast, folded."""
    return frozenset(fold(phrase[0]) for phrase in contrast(use) if len(phrase) == 1)


def is_ground(scene: Scene, p: Predicate, word: EventWord, roles: Roles) -> bool:
    """Whether a noun names the request of somebody that something else is done on: at the request of Ghana."""
    theirs = bool(roles.actor_arguments) and all(p.last <= a.start for a in roles.actor_arguments)
    return word.type is EventType.REQUEST and not p.verbal and theirs and label_of(scene, p) in _ON_GROUND_OF


def is_of_a_case(scene: Scene, p: Predicate) -> bool:
    """Whether a noun tells what a case or an incident is: the case of the poisoning."""
    return not p.verbal and p.first > 0 and is_a("case_of", scene.forms[p.first - 1])


def is_told_aside(scene: Scene, verb: Predicate, deed: Predicate, saying: Attribution | None) -> bool:
    """Whether a relative clause in what somebody denies or asks for tells a deed: over clashes that left 60 dead.

    `verb`: which tells the deed, or carries it. A clause on the deed itself, behind it, tells nothing else.
    """
    if saying is None or not verb.verbal or verb.about.tense is not Tense.PAST or verb.first > deed.first:
        return False
    pronoun = verb.first - 1
    opening = scene.analysed.token_from(saying.content.start)
    return pronoun > opening and scene.forms[pronoun].removeprefix("و") in closed("relative")
