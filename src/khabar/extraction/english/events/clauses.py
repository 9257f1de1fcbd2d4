"""The clause of an event word, and what stands in it behind prepositions and as an object."""

from khabar.extraction.english.events.predicates import Predicate
from khabar.extraction.english.forms import is_verb
from khabar.extraction.english.scene import Party, Scene
from khabar.extraction.references import Reference
from khabar.language.analysis import Range
from khabar.language.english.inflection import Form
from khabar.language.english.phrases import single, used_as

_LONGEST = 30  # tokens of a clause behind its verb
_OBJECT = 7  # tokens in which an object names somebody
_NOUN_PHRASE = 4  # tokens between a preposition and the name behind it


def clause_of(scene: Scene, predicate: Predicate, within: Range) -> Range:
    """The clause that an event word stands in, inside a stretch such as what somebody says."""
    first, last = within
    head = predicate.first
    if predicate.group and predicate.verbal and predicate.form is not Form.ING:
        head = predicate.group.first - (scene.text.form(predicate.group.first - 1) == ",")  # 'the mayor, X, left'
    begin = next((at + 1 for at in range(head - 1, first, -1) if _opens(scene, at)), first)
    stop = min(last, predicate.last + _LONGEST)
    end = next((at for at in range(predicate.last, stop) if _opens(scene, at)), stop)
    return begin, end


def _opens(scene: Scene, at: int) -> bool:
    form = scene.text.form(at)
    if form in (";", ":", "(", ")"):
        return True
    if form in single("clause") and not used_as("relative").at(scene.text.forms, at):
        return True
    behind = scene.text.form(at + 1)
    opens = behind in single("clause") and behind not in single("relative")
    return form == "," and (opens or behind in single("and") or is_verb(behind))


def object_of(scene: Scene, at: int, end: int) -> Party | None:
    """Who or what a verb that ends at a token acts on: the names of the noun phrase there, or its nationality."""
    named: Reference | None = None
    for place in range(at, min(at + _OBJECT, end)):
        form = scene.text.form(place)
        found = scene.referents.at(place)
        if found and found.first >= at and found.how != "adjective":
            return scene.party_from(found.first)
        named = named or (found if found and found.first >= at else None)
        if form != "of" and (form in single("preposition") or not scene.text.is_word(place) or _is_other(scene, place)):
            break
    return Party(named.first, named.last, named.entities) if named else None


def _is_other(scene: Scene, at: int) -> bool:
    return scene.text.form(at) in single("conjunction") or scene.text.form(at) in single("auxiliary")


def behind_preposition(scene: Scene, prepositions: tuple[str, ...], stretch: Range) -> Party | None:
    """Whom the first of these prepositions in a stretch brings."""
    for at in range(*stretch):
        if scene.text.form(at) in prepositions and (
            party := object_of(scene, at + 1, min(at + _NOUN_PHRASE + 1, stretch[1]))
        ):
            return party
    return None
