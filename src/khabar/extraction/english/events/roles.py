"""Who acts and on whom in an English event: by the place beside the verb, by the prepositions behind verb and noun."""

from dataclasses import dataclass, replace

from khabar.extraction.english.events.clauses import behind_preposition, object_of
from khabar.extraction.english.events.predicates import Predicate
from khabar.extraction.english.events.status import leading
from khabar.extraction.english.scene import Party, Scene
from khabar.knowledge.english.events import EventWord, Flag
from khabar.language.analysis import Range
from khabar.language.english.inflection import Form
from khabar.language.english.phrases import single

_OBJECT = "object"
_TWO = 2


@dataclass(frozen=True, slots=True)
class Roles:
    """The parties of an event."""

    actor: Party | None = None
    recipient: Party | None = None

    def turned(self) -> "Roles":
        """Each in the place of the other."""
        return Roles(self.recipient, self.actor)


def roles_of(scene: Scene, predicate: Predicate, word: EventWord, clause: Range, before: Party | None) -> Roles:
    """The parties; `before` is who acts in the part of the sentence before it."""
    roles = (
        _of_verb(scene, predicate, word, clause, before)
        if predicate.verbal
        else _of_noun(scene, predicate, word, clause)
    )
    if Flag.TAKER in word.flags and predicate.verbal:
        roles = roles.turned()
    return roles


def subject_of(scene: Scene, predicate: Predicate, clause: Range, before: Party | None) -> Party | None:
    """Who stands before the verb, words such as 'plans to' aside; else who acted before it in the sentence."""
    group = predicate.group
    if group is None:
        return None
    first = group.first
    while found := leading().ending_at(scene.text.forms, first + (scene.text.form(first) == "to")):
        if found[0] >= first:
            break
        first = found[0]
        while scene.text.form(first - 1) in single("verb-group"):
            first -= 1
    subject = scene.party_until(first, clause[0])
    goes_on = scene.text.form(first - 1) in single("and") or predicate.form is Form.ING
    return subject or (before if goes_on else None)


def _of_verb(scene: Scene, predicate: Predicate, word: EventWord, clause: Range, before: Party | None) -> Roles:
    group = predicate.group
    assert group  # every verb has one
    behind = (predicate.last, clause[1])
    subject = subject_of(scene, predicate, clause, before)
    reduced = predicate.form is Form.PARTICIPLE and not group.finite
    if group.passive or reduced:
        return Roles(behind_preposition(scene, ("by",), behind), subject)
    if predicate.form is Form.PARTICIPLE and not (set(scene.text.forms[group.first : group.verb]) & single("having")):
        return Roles(None, subject)
    return Roles(subject, _acted_on(scene, predicate, word, behind))


def _acted_on(scene: Scene, predicate: Predicate, word: EventWord, behind: Range) -> Party | None:
    if Flag.DATIVE in word.flags:
        at = predicate.last
        first = scene.reference_from(at)
        if first and scene.text.form(first.last) not in single("preposition") and first.last < behind[1]:
            return scene.party_from(at)  # 'gave Egypt ten jets'
    found = object_of(scene, predicate.last, behind[1]) if _OBJECT in word.recipient else None
    prepositions = tuple(slot for slot in word.recipient if slot != _OBJECT)
    return found or behind_preposition(scene, prepositions, behind)


def _of_noun(scene: Scene, predicate: Predicate, word: EventWord, clause: Range) -> Roles:
    behind = (predicate.last, clause[1])
    carried = subject_of(scene, predicate, clause, None) if predicate.group else None
    owner = _owner(scene, predicate)
    doer = carried or owner or _adjective(scene, predicate)
    if doer is None and predicate.group is None:
        doer = behind_preposition(scene, word.of, behind)
    other = behind_preposition(scene, word.to, behind)
    if predicate.group and predicate.group.passive:
        doer, other = behind_preposition(scene, ("by",), behind) or owner, other
    if doer and other and doer.first == other.first:
        other = None
    return Roles(doer, other)


def _owner(scene: Scene, predicate: Predicate) -> Party | None:
    """'Iran's attack on'."""
    at = predicate.first
    while at > 0 and scene.text.is_word(at - 1) and scene.referents.at(at - 1) is None and predicate.first - at < _TWO:
        at -= 1
    reference = scene.reference_until(at)
    if reference and at - 1 in scene.text.owning:
        return Party(reference.first, reference.last, reference.entities)
    return None


def _adjective(scene: Scene, predicate: Predicate) -> Party | None:
    """'an Iranian attack on'."""
    reference = scene.referents.at(predicate.first - 1)
    if reference and reference.how == "adjective":
        return Party(reference.first, reference.last, reference.entities)
    return None


def together(roles: Roles) -> Roles:
    """Both parties in both roles."""
    named = [p for p in (roles.actor, roles.recipient) if p]
    if not named:
        return roles
    entities = tuple(dict.fromkeys(e for p in named for e in p.entities))
    both = replace(named[0], entities=entities)
    return Roles(both, both) if len(entities) >= _TWO else roles
