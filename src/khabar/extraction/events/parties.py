"""Who stands for whom: places for their owners, speakers for their bodies, both parties in both roles."""

from itertools import takewhile

from khabar.extraction.events.antecedents import Ids
from khabar.extraction.events.argument import Argument
from khabar.extraction.events.lexicon import closed, is_a, word_set
from khabar.extraction.events.scene import BARE, LANDS, Scene
from khabar.extraction.events.slots import Roles
from khabar.knowledge.event_words import EventWord, carriers
from khabar.language.normalise import fold
from khabar.language.number_words import number_word
from khabar.values.entity import Entity, EntityId, Kind
from khabar.values.event import EventMode, EventType
from khabar.values.why import EntityRule

_BETWEEN, _ON, _FOR, _IN_IT = "بين", "على", "ل", "ب"
_WITH, _AND_WITH = "مع", "ومع"
_BOTH_ROLES = frozenset({EventType.AGREE, EventType.COOPERATE, EventType.TRANSFER})
_GROUP = "group:"  # the rules that read groups by their first noun
_TWO = 2
_OFFICE = 3  # words of an office, its nationality among them: the Ghanaian chargé d'affaires
_NATIONAL = ("ي", "يا", "ية", "ين", "ون", "ان")
_NISBA = ("ي", "ية")
_FORCE = frozenset({EventType.ASSAULT, EventType.COERCE})
_TITLE = "title"  # the rule that reads people by their office or trade
_WORDS = frozenset({EventType.SUPPORT, EventType.AGREE, EventType.COOPERATE, EventType.CONSULT})
_NO_RECIPIENT = frozenset({EventType.MOBILIZE, EventType.TEST})


def settled(scene: Scene, word: EventWord, roles: Roles) -> Roles:
    """Parties of what is done together in both roles; a place or a thing stands for whom it belongs to."""
    if word.mutual:
        roles = _together(scene, word, roles)
    if word.mode is EventMode.MEET and any(a.label == "ب" for a in roles.recipient_arguments):
        people = tuple(e for e in roles.recipient if scene.entity(e).kind not in (Kind.PLACE, Kind.COUNTRY))
        sent = any(a.agentive and scene.referents.at(a.start) is None for a in roles.recipient_arguments)
        roles = roles if sent else roles._replace(recipient=people)  # they met in the city; met with its delegation
    targets = tuple(e for e in roles.recipient if scene.entity(e).kind is Kind.PLACE)
    recipient = () if word.type in _NO_RECIPIENT else _owners(scene, roles.recipient, sufferers=True)
    recipient = _recognised(scene, roles) if word.to_lands else recipient
    if word.type is EventType.RETREAT or (word.type in _WORDS and _is_only_medium(scene, roles)):
        recipient = tuple(e for e in recipient if scene.entity(e).kind not in (Kind.PERSON, Kind.MEDIA))
    actor = _owners(scene, roles.actor)
    home = {scene.entity(e).of for e in actor if word.type in _FORCE and _is_of_the_state(scene.entity(e))}
    recipient = tuple(e for e in recipient if e in roles.recipient or e not in home)
    each_other = bool(roles.carrier_id) and carriers()[roles.carrier_id].mutual and actor == recipient
    if not (word.mutual or each_other) and set(actor) & set(recipient):
        if roles.actor_arguments or not set(roles.recipient) & set(recipient):
            # nobody hits whose the place is that he hits, if it is his own
            recipient = tuple(e for e in recipient if e not in actor)
        else:  # the actor was guessed
            actor = tuple(e for e in actor if e not in recipient)
    if word.type is EventType.SANCTION:
        recipient = _sent_to(scene, roles, recipient)
    if word.mode is EventMode.VISIT or word.type is EventType.MOBILIZE:
        targets = tuple(e for e in roles.recipient if scene.entity(e).kind in (Kind.PLACE, Kind.COUNTRY))
    return roles._replace(actor=actor, recipient=recipient, targets=targets)


def _recognised(scene: Scene, roles: Roles) -> Ids:
    """Whom a recognition is for: the land itself, but of a city as the capital of Ghana Ghana; a deed is admitted."""
    opened = [scene.predicate_at.get(a.start) for a in roles.recipient_arguments]
    if any(p is not None and p.is_deed for p in opened) or any(a.label != _IN_IT for a in roles.recipient_arguments):
        return ()
    cities = (a for a in roles.recipient_arguments if all(scene.entity(e).kind is Kind.PLACE for e in a.entities))
    behind = (a.last for a in cities if a.last < len(scene.forms))
    capital = next((at for at in behind if is_a("as_capital", scene.forms[at])), None)
    if capital is None:
        return roles.recipient
    return next((a.entities for a in roles.labelled if a.label == _FOR and a.start == capital + 1), ())


def _is_only_medium(scene: Scene, roles: Roles) -> bool:
    """Whether what stands behind على is only where somebody says it: pledged on Twitter."""
    phrases = roles.recipient_arguments
    on = bool(phrases) and all(a.label == _ON for a in phrases)
    return on and not roles.carrier and all(scene.entity(e).kind is Kind.MEDIA for a in phrases for e in a.entities)


def _is_of_the_state(entity: Entity) -> bool:
    """Whether a body is its country's own: an army that takes a town at home fights whoever holds it."""
    words = fold(entity.name).split()
    return is_a("of_the_state", words[0]) and any(word.startswith("ال") and word.endswith(_NISBA) for word in words)


def _sent_to(scene: Scene, roles: Roles, recipient: Ids) -> Ids:
    """An ambassador that is called back stands for the country that he was sent to: its envoy to Ghana, José."""
    envoys = [a for a in roles.recipient_arguments if is_a("envoys", scene.forms[a.start])]
    home = {*roles.actor, *(scene.entity(e).of for e in roles.actor)} - {None}
    beside = dict.fromkeys((*roles.recipient_arguments, *(a for a in roles.others if a.label == BARE)))
    sent = [a for a in beside if any(is_a("envoys", f) for f in scene.forms[a.start : a.first + 2])]
    foreign = [e for a in sent if (e := _sender(scene, a)) and e not in home]
    if foreign:
        return tuple(dict.fromkeys(foreign))  # summoned the Togolese ambassador to Ghana
    recipient = tuple(e for e in recipient if not sent or not {e, scene.entity(e).of} & home)  # none of one's own
    if not envoys or any(scene.entity(e).kind is not Kind.PERSON for e in recipient):
        return recipient
    inside = [scene.analysed.span(a.start, a.last) for a in envoys]
    lands = [
        e.id
        for e in scene.referents.entities
        if e.kind in LANDS
        and e.id not in home
        and any(span.start <= m.start and m.end <= span.end for span in inside for m in e.mentions)
    ]
    return _owners(scene, tuple(lands)) or recipient


def _sender(scene: Scene, envoy: Argument) -> EntityId | None:
    """Whose envoys they are by their nationality: the Togolese ambassador, three Togolese diplomats."""
    for name in envoy.entities:
        entity = scene.entity(name)
        words = scene.forms[envoy.first : envoy.last]
        titled = entity.kind is Kind.PERSON or entity.rule == _TITLE
        office = takewhile(lambda word: word not in closed("preposition"), words[1:_OFFICE])
        told = any(word.startswith("ال") and word.endswith(_NISBA) for word in office)
        national = told if titled else _of_nationals(scene, entity, list(words))
        if national and entity.of in scene.referents.by_id:
            return entity.of
    return None


def _together(scene: Scene, word: EventWord, roles: Roles) -> Roles:
    partners = tuple(e for a in roles.labelled if a.label in word_set("together") for e in a.entities)
    between = tuple(dict.fromkeys(e for a in roles.labelled if a.label == _BETWEEN for e in a.entities))
    stands = (not roles.recipient and len(roles.actor) < _TWO) or any(
        a.label == _BETWEEN for a in roles.recipient_arguments
    )
    if len(between) > 1 and stands:  # talks between two: who carries them on is told
        roles = roles._replace(actor=between[:1], recipient=between[1:])
        partners = between
    everyone = tuple(dict.fromkeys(roles.actor + roles.recipient + partners))
    if word.type in _BOTH_ROLES:
        return roles._replace(actor=everyone, recipient=everyone if len(everyone) > 1 else ())
    if len(roles.actor) > 1 and not roles.recipient:
        return roles._replace(actor=roles.actor[:1], recipient=roles.actor[1:])
    if not roles.actor and len(everyone) > 1 and not any(_is_one_more(scene, a) for a in roles.labelled):
        return roles._replace(actor=everyone[:1], recipient=everyone[1:])
    more = tuple(e for a in roles.labelled if _is_one_more(scene, a) for e in a.entities)
    recipient = roles.recipient + more if roles.recipient else partners
    return roles._replace(recipient=tuple(dict.fromkeys(e for e in recipient if e not in roles.actor)))


def _is_one_more(scene: Scene, argument: Argument) -> bool:
    """Whether a further partner is told behind the first: with the minister and with his guest."""
    return argument.label == _WITH and scene.forms[argument.start - 1] == _AND_WITH


def _owners(scene: Scene, ids: Ids, *, sufferers: bool = False) -> Ids:
    """Who the parties are: places, ships and things give way to whose they are, armed members and nationals too."""
    named: list[str] = []
    for e in ids:
        entity = scene.entity(e)
        if entity.rule == EntityRule.VESSEL:
            named.append(entity.of if entity.of in scene.referents.by_id else e)
        elif entity.kind is Kind.PLACE or (entity.kind is Kind.GROUP and _is_thing(entity.name)):
            owner = _owner(scene, e)
            if owner in scene.referents.by_id:
                named.append(owner)
        elif entity.kind is Kind.GROUP and is_a("nobody_known", _head(fold(entity.name).split())):
            continue
        else:
            named.append(_stands_for(scene, e, sufferers=sufferers))
    return tuple(dict.fromkeys(named))


def _owner(scene: Scene, name: EntityId) -> EntityId:
    """Whose a place or a thing is: the bases of the movement in the north; but Ghanaian bases in Togo are Ghana's."""
    entity = scene.entity(name)
    inside = scene.owner_inside(name) if entity.kind is Kind.GROUP else None
    if inside and entity.of and scene.entity(inside).kind in LANDS:
        return entity.of
    return inside or entity.of or ""


def _stands_for(scene: Scene, name: EntityId, *, sufferers: bool) -> EntityId:
    """The body or country of those who fight for it, and of its nationals who suffer something."""
    entity = scene.entity(name)
    counted = entity.rule == _TITLE and not entity.name.startswith("ال")  # a Somali soldier
    if entity.kind is not Kind.GROUP or not (counted or entity.rule.startswith(_GROUP)):
        return name
    words = fold(entity.name).split()
    kinds = ("members", "people") if sufferers and not counted else ("members",)
    head = _head(words)
    if not any(is_a(kind, head) for kind in kinds):
        return name
    return scene.owner_inside(name) or (entity.of if _of_nationals(scene, entity, words) and entity.of else name)


def _head(words: list[str]) -> str:
    """The noun of a noun phrase, behind what counts it."""
    return next((word for word in words if not _counts(word)), words[-1])


def _counts(word: str) -> bool:
    """Whether a word only counts those named behind it."""
    return is_a("counting", word) or number_word(word) is not None or word in closed("quantifier")


def is_of_nationals(scene: Scene, name: EntityId) -> bool:
    """Whether a nationality describes a group that nobody names: Ghanaian fighters."""
    entity = scene.entity(name)
    return _of_nationals(scene, entity, fold(entity.name).split())


def _of_nationals(scene: Scene, entity: Entity, words: list[str]) -> bool:
    """Whether a nationality and no place describes a group."""
    place = next((at for at, word in enumerate(words) if word in word_set("in")), len(words))
    told = place == len(words) or any(word.endswith(_NATIONAL) for word in words[1:place])
    return told and entity.of in scene.referents.by_id


def _is_thing(name: str) -> bool:
    """Whether a noun phrase names nobody, or somebody who stands for his state: its ambassador, positions."""
    return is_a("stands_for_owner", _head(fold(name).split()))
