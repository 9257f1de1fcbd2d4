"""Whether an English event is told as a fact, a plan, a possibility, as not so, or if."""

from functools import cache

from khabar.extraction.english.events.predicates import Predicate
from khabar.extraction.english.scene import Scene
from khabar.knowledge.english.events import status_words
from khabar.language.analysis import Range
from khabar.language.english.phrases import Phrases, forms_in
from khabar.values.attribution import Attribution, Stance
from khabar.values.event import Status
from khabar.values.why import StatusRule

_ORDER = (Status.DENIED, Status.CONDITIONAL, Status.POSSIBLE, Status.PLANNED)
_AHEAD = 4  # tokens before the words of a verb that lead to it
_BEFORE_NOUN = 4


def status_of(scene: Scene, predicate: Predicate, clause: Range, saying: Attribution | None) -> tuple[Status, str]:
    """The status with the entry or rule that shows it."""
    group = predicate.group
    first, last = (group.first, group.verb) if group else (predicate.first, predicate.first)
    told = _words_in(scene, "verb", (max(clause[0], first - _AHEAD), last), ends=group is not None) if group else []
    if not predicate.verbal:
        told += _words_in(scene, "noun", (max(clause[0], predicate.first - _BEFORE_NOUN), predicate.first))
    told += _words_in(scene, "clause", (max(clause[0] - 1, 0), predicate.first))
    for status in _ORDER:
        if shown := next((entry for entry, found in told if found is status), None):
            return status, shown
    return _of_saying(saying)


def _of_saying(saying: Attribution | None) -> tuple[Status, str]:
    if saying and saying.stance is Stance.DENIES:
        return Status.DENIED, StatusRule.IN_DENIAL
    if saying and saying.stance is Stance.QUESTIONS:
        return Status.POSSIBLE, StatusRule.ASKED
    return Status.ACTUAL, StatusRule.TOLD


def _words_in(scene: Scene, where: str, stretch: Range, *, ends: bool = False) -> list[tuple[str, Status]]:
    """The words of status in a stretch; `ends`: those that lead on to its end, with words of the verb between."""
    found = []
    for at in range(*stretch):
        for length, (entry, status) in _words(where).all_at(scene.text.forms, at):
            if at + length <= stretch[1] and (not ends or _leads(scene, at + length, stretch[1])):
                found.append((entry, status))
    return found


def _leads(scene: Scene, first: int, last: int) -> bool:
    return all(scene.text.is_word(at) and scene.referents.at(at) is None for at in range(first, last))


@cache
def _words(where: str) -> Phrases[tuple[str, Status]]:
    return Phrases(
        (forms_in(word), (entry.id, entry.status))
        for entry in status_words()
        if entry.where == where
        for word in entry.words
    )


@cache
def leading() -> Phrases[str]:
    """The phrases of status that stand between a subject and its verb: 'plans to'."""
    return Phrases((forms_in(word), word) for entry in status_words() if entry.where == "verb" for word in entry.words)
