"""Event words where they stand: as verbs with their group, as nouns with the verb that carries them."""

from collections.abc import Iterator
from dataclasses import dataclass

from khabar.extraction.english.forms import carrier_forms, event_forms
from khabar.extraction.english.scene import Scene
from khabar.extraction.english.verbs import VerbGroup, choose, verb_group
from khabar.knowledge.english.events import EventWord
from khabar.language.english.inflection import Form
from khabar.language.english.phrases import single

_BEFORE_NOUN = 5  # tokens between a noun and the verb that carries it


@dataclass(frozen=True, slots=True)
class Predicate:
    """An event word in its place."""

    first: int
    last: int
    form: Form
    words: tuple[EventWord, ...]  # that it may be, in the order of the data
    group: VerbGroup | None = None  # of the verb, or of the verb that carries the noun; None: a noun by itself

    @property
    def verbal(self) -> bool:
        """Whether the word itself is a verb."""
        return self.form is not Form.NOUN


def predicates_in(scene: Scene) -> Iterator[Predicate]:
    """Every event word in reading order; the longest phrase at each place."""
    at = 0
    while at < len(scene.text.forms):
        predicate = _predicate(scene, at)
        if predicate:
            yield predicate
        at = predicate.last if predicate else at + 1


def _predicate(scene: Scene, at: int) -> Predicate | None:
    headline = scene.text.analysed.paragraphs[0]  # may have a capital on every word
    if scene.text.capital(at) and not (scene.text.opens_sentence(at) or headline[0] <= at < headline[1]):
        return None  # part of a name: the Strike Commission
    found = event_forms().all_at(scene.text.forms, at)
    for length in dict.fromkeys(n for n, _ in found):
        readings = [f for n, f in found if n == length]
        form = choose(scene.text, scene.referents, at, {f.form for f in readings})
        words = tuple(f.word for f in readings if f.form is form)
        if words:
            return _made(scene, at, length, form, words)
    return None


def _made(scene: Scene, at: int, length: int, form: Form, words: tuple[EventWord, ...]) -> Predicate:
    if form is not Form.NOUN:
        return Predicate(at, at + length, form, words, verb_group(scene.text, at, length, form))
    return Predicate(at, at + length, form, words, _carrier(scene, at))


def _carrier(scene: Scene, at: int) -> VerbGroup | None:
    """The group of the verb whose object an event noun is: 'launched an air strike'."""
    for place in range(at - 1, max(at - _BEFORE_NOUN, 0) - 1, -1):
        if scene.text.form(place) in single("preposition") or not scene.text.is_word(place):
            return None
        for length, _ in carrier_forms().all_at(scene.text.forms, place):
            forms = {form for n, form in carrier_forms().all_at(scene.text.forms, place) if n == length}
            if place + length <= at:
                return verb_group(scene.text, place, length, choose(scene.text, scene.referents, place, forms))
    return None
