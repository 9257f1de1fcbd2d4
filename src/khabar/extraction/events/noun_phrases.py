"""What a noun phrase beside a verb is: whole or not, of people or things, one with the name behind it or another."""

from khabar.extraction.events.argument import Argument
from khabar.extraction.events.lexicon import closed, is_a
from khabar.extraction.events.scene import Scene
from khabar.extraction.references import Reference
from khabar.language.conjugation import Gender, Tense
from khabar.language.remembered import remembered
from khabar.values.entity import Kind
from khabar.values.event import EventType
from khabar.values.grammar import Number
from khabar.values.why import EntityRule

_APART = 2  # a comma and an adjective
_WITHDRAWN = 2  # tokens before people in which a noun of withdrawing them stands
_BETWEEN, _FROM = "بين", "من"
_NISBA = ("ي", "ية")


def closes_date(scene: Scene, at: int) -> bool:
    """Whether a comma closes a date that stands right behind an aside: the minister, John, on Sunday, accused."""
    before = at - 1
    while before in scene.time_tokens:
        before -= 1
    return before < at - 1 and scene.forms[before] == "،"


def commas_closed_inside(scene: Scene, reference: Reference) -> int:
    """How many commas a name holds before an apposition that one behind it closes: the minister, John, accused."""
    if scene.forms[reference.last : reference.last + 1] != ("،",):
        return 0
    return scene.forms[reference.first : reference.last].count("،")


def opens_another(scene: Scene, before: Argument, reference: Reference) -> bool:
    """Whether a definite name stands behind a noun phrase that is complete: guards of the villages - the army."""
    inside = scene.forms[before.last : reference.first]
    complete = bool(inside) and inside[-1].startswith("ال") and not inside[-1].endswith(_NISBA)
    return complete and scene.forms[reference.first].startswith("ال")


def is_counted(before: Argument, at: int) -> bool:
    """Whether several stand right before a word that goes on to name some of them."""
    return at - before.last <= _APART and before.how in ("words", "group")


def are_members_of(scene: Scene, before: Argument, at: int, label: str) -> bool:
    """Whether a noun phrase names people or things by nothing but whose they are, which is told behind it.

    Not where another preposition stands between: gunmen attacked, on a road, the army. Nor is it told of those
    who are withdrawn from there.
    """
    if label == _FROM and _are_withdrawn(scene, before):
        return False
    if (closed("preposition") - {label}) & set(scene.forms[before.last : at]):
        return False
    if before.how == "group":
        first = before.first + scene.forms[before.first].isdigit()  # 1500 soldiers
        head = scene.forms[first] if first < before.last else ""
        return before.last - first == 1 and (is_a("members", head) or is_a("stands_for_owner", head))
    return before.how == "words" and not before.entities


def _are_withdrawn(scene: Scene, people: Argument) -> bool:
    """Whether a noun of withdrawing stands before people: the withdrawal of foreign fighters."""
    nouns = (scene.predicate_at.get(at) for at in range(people.start - _WITHDRAWN, people.start))
    return any(p is not None and p.is_deed and p.words[0].type is EventType.RETREAT for p in nouns)


def is_person(scene: Scene, reference: Reference) -> bool:
    """Whether a reference names persons only."""
    return all(scene.entity(e).kind is Kind.PERSON for e in reference.entities)


def is_vessel(scene: Scene, reference: Reference) -> bool:
    """Whether a reference names a ship."""
    return all(scene.entity(e).rule == EntityRule.VESSEL for e in reference.entities)


def opens_next(scene: Scene, before: Argument | None, reference: Reference) -> bool:
    """Whether a name joined by و is the subject of a clause of its own: raids on Togo and Kenya condemns them."""
    verb = scene.predicate_at.get(reference.last)
    if verb is None or not verb.verbal or reference.how != "name" or (before and before.label == _BETWEEN):
        return False
    alone = verb.about.tense is Tense.PRESENT and verb.about.number is Number.SINGULAR and not verb.proclitics
    return alone and not verb.passive and _is_hers(scene, reference, verb.about.gender)


def _is_hers(scene: Scene, reference: Reference, gender: Gender) -> bool:
    """Whether a verb of a gender may be said of somebody: a feminine one of a country."""
    lands = {scene.entity(e).kind for e in reference.entities} <= {Kind.COUNTRY, Kind.PLACE}
    return gender is (Gender.FEMININE if lands else Gender.MASCULINE)


def is_coordinated(scene: Scene, before: Argument, reference: Reference) -> bool:
    """Whether a name joined by و stands near enough behind a noun phrase to be one more of those in it."""
    between = scene.forms[before.last : reference.first]
    return len(between) <= 2 and all(f == "،" or f.startswith("ال") or not f[0].isalpha() for f in between)


def tells_the_kind(scene: Scene, at: int) -> bool:
    """Whether a word for people is an adjective of the event noun before it: an armed attack."""
    noun = scene.predicate_at.get(at - 1)
    if noun is None or noun.verbal or noun.enclitic or not is_a("kinds_of_attack", scene.forms[at]):
        return False
    return ("ال" in noun.proclitics) == scene.forms[at].startswith("ال")


def is_someone(forms: tuple[str, ...], at: int) -> bool:
    """Whether a word that stands there names somebody who can act."""
    return at < len(forms) and can_act(forms[at])


@remembered
def can_act(form: str) -> bool:
    """Whether a word names somebody who can act."""
    return any(is_a(name, form) for name in ("people", "forces", "able_to_act"))
