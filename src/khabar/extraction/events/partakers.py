"""Who takes part in a meeting or pays a visit that is only named as the occasion of something else."""

from khabar.extraction.events.agreement import entities_agree
from khabar.extraction.events.antecedents import Ids, pronoun_of
from khabar.extraction.events.arguments import Argument, arguments
from khabar.extraction.events.bindings import Binder
from khabar.extraction.events.carrying import label_of
from khabar.extraction.events.lexicon import closed, word_set
from khabar.extraction.events.predicates import Predicate
from khabar.extraction.events.scene import BARE, LANDS, Scene
from khabar.extraction.events.slots import Roles
from khabar.knowledge.event_words import EventWord
from khabar.language.conjugation import Gender
from khabar.values.entity import Kind
from khabar.values.event import EventMode, EventType

_WITH, _OF, _TO = "مع", "ل", "الى"
_FIRST_VERB = 20  # tokens behind a meeting in which stands what was done at it
_OPENS = 2  # tokens of a sentence before a noun that opens it: and during
_NEAR = 2  # tokens between a visit and the preposition that brings who pays it
_GENDERS = {"ه": Gender.MASCULINE, "ها": Gender.FEMININE}
_TRAVEL = frozenset({Kind.PERSON, Kind.GROUP})


def with_partaker(binder: Binder, p: Predicate, word: EventWord, roles: Roles) -> Roles:
    """The roles of a meeting or visit, with who takes part in it where the noun does not tell."""
    if word.type is not EventType.CONSULT or word.undergone:
        return roles
    if word.mode is EventMode.VISIT:
        roles = _visited_by(binder.scene, p, roles)
        lands = bool(roles.recipient) and all(binder.scene.entity(e).kind in LANDS for e in roles.recipient)
        return (
            roles
            if roles.actor or not lands or _is_of_somebody(binder.scene, p)
            else _taking_part(binder, p, roles, _TRAVEL)
        )
    if word.mutual and not roles.actor and any(a.label == _WITH for a in roles.recipient_arguments):
        return _taking_part(binder, p, roles)
    return roles


def owner_behind_occasion(binder: Binder, p: Predicate) -> Ids:
    """Whom the pronoun means in a phrase of time that opens its sentence: during his visit, the minister said."""
    scene = binder.scene
    begin, end = scene.analysed.sentence_at(p.first)
    if p.first - begin > _OPENS or label_of(scene, p) not in word_set("on_occasion"):
        return ()
    verb = _main_verb(scene, p, end)
    if _is_of_host(scene, verb):
        return ()
    found = (binder.subject_told_at(verb) if verb < end else None) or ()
    named = next(iter(arguments(scene, verb + 1, end)[0]), None) if found else None
    beside = named is not None and named.label == BARE and set(named.entities) == set(found)
    pronoun = pronoun_of(scene.forms[p.first])
    people = len(found) == 1 and scene.entity(found[0]).kind is Kind.PERSON and entities_agree(scene, pronoun, found)
    return found if people and beside and _GENDERS.get(pronoun) is not _other_gender(scene, verb) else ()


def _main_verb(scene: Scene, p: Predicate, end: int) -> int:
    """The verb right behind the phrase of time, or behind its comma: during his visit to Accra(,) gave the minister."""
    for at in range(p.last, min(end, p.last + _FIRST_VERB)):
        if scene.forms[at] == "،":
            return next((verb for verb in (at + 1, at + 2) if verb < end and _is_verb(scene, verb)), end)
        if scene.forms[at] in closed("relative", "whoever", "of_whoever") or scene.forms[at] in word_set("that"):
            return end
        if _is_verb(scene, at):
            verb = scene.predicate_at.get(at)
            return end if verb is not None and (verb.proclitics or not verb.about.tense.finite) else at
    return end


def _is_of_host(scene: Scene, at: int) -> bool:
    """Whether a verb tells what was done to the guest: on his visit, received him the king."""
    verb = scene.predicate_at.get(at)
    return verb is not None and (bool(verb.enclitic) or any(word.mode is EventMode.HOST for word in verb.words))


def _other_gender(scene: Scene, verb: int) -> Gender:
    """The gender that the subject of a verb has not: of arrived, وصل, the feminine."""
    known = scene.predicate_at.get(verb)
    gender = known.about.gender if known else Gender.EITHER
    return {Gender.MASCULINE: Gender.FEMININE, Gender.FEMININE: Gender.MASCULINE}.get(gender, Gender.EITHER)


def _is_verb(scene: Scene, at: int) -> bool:
    return at in scene.cues or scene.has_verb(at)


def _is_of_somebody(scene: Scene, p: Predicate) -> bool:
    """Whether a pronoun or a definite noun right behind tells whose arrival or visit it is: that of the convoy."""
    behind = scene.forms[p.last] if p.last < len(scene.forms) else ""
    owner = behind.startswith("ال") and behind not in closed("preposition")
    return bool(p.enclitic) or (owner and "ال" not in p.proclitics)


def _visited_by(scene: Scene, p: Predicate, roles: Roles) -> Roles:
    """Who pays a visit stands behind ل, where it is told beside him where to: a visit of his to Ghana."""
    visitor = next((a for a in roles.labelled if _may_visit(scene, p, a)), None)
    if visitor is None or roles.actor:
        return roles
    to = [a for a in roles.labelled if a.label in (_OF, _TO) and a is not visitor and a.entities]
    lands = [a for a in to if all(scene.entity(e).kind in LANDS for e in a.entities)]
    if not lands:
        return roles
    return roles._replace(
        actor=visitor.entities,
        actor_arguments=(visitor,),
        recipient=lands[0].entities,
        recipient_arguments=(lands[0],),
    )


def _may_visit(scene: Scene, p: Predicate, argument: Argument) -> bool:
    near = argument.label == _OF and p.last <= argument.start <= p.last + _NEAR
    people = all(scene.entity(e).kind in _TRAVEL for e in argument.entities)
    sent = argument.agentive and argument.how != "name"  # a delegation of Ghana's
    return near and bool(argument.entities) and (people or sent)


def _taking_part(binder: Binder, p: Predicate, roles: Roles, kinds: frozenset[Kind] = frozenset(Kind)) -> Roles:
    """Whoever does or says something during a meeting or visit, before it or behind it, takes part in it."""
    asked = all(binder.scene.entity(e).kind is Kind.MEDIA for e in roles.recipient)  # a talk with a channel
    if asked or label_of(binder.scene, p) not in word_set("on_occasion"):
        return roles
    begin = binder.scene.analysed.sentence_at(p.first)[0]
    told = (binder.subject_told_at(at) for at in range(p.first - 1, begin - 1, -1))
    host = next((ids for ids in told if ids is not None), None)
    if host is None:  # in a meeting with her, he said
        end = min(binder.scene.analysed.sentence_at(p.first)[1], p.last + _FIRST_VERB)
        verb = next((at for at in range(p.last, end) if _opens_main_clause(binder.scene, at)), end)
        host = (binder.subject_told_at(verb) if verb < end else None) or ()
    fits = all(binder.scene.entity(e).kind in kinds for e in host)
    return roles if set(host) & set(roles.recipient) or not fits else roles._replace(actor=host)


def _opens_main_clause(scene: Scene, at: int) -> bool:
    """Whether behind a phrase of time the clause begins that it belongs to: a verb of saying, or the first comma."""
    return at in scene.cues or scene.forms[at - 1] == "،"
