"""One event for one predicate, if enough is known for it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from khabar.extraction.attributions.classes import folded
from khabar.extraction.attributions.cues import stays_unnamed
from khabar.extraction.events.at_talks import with_invited, with_those_at_talks
from khabar.extraction.events.bindings import HARM, Binder
from khabar.extraction.events.carrying import governor
from khabar.extraction.events.clauses import before_aside
from khabar.extraction.events.gatherings import brings_partner
from khabar.extraction.events.givers import with_other_side
from khabar.extraction.events.lexicon import closed, is_a, word_set
from khabar.extraction.events.party_words import party_words
from khabar.extraction.events.predicates import Predicate
from khabar.extraction.events.prominence import JUDGED, cues_of, prominence_of
from khabar.extraction.events.roles import roles_of
from khabar.extraction.events.scene import Scene
from khabar.extraction.events.settings import place_of
from khabar.extraction.events.slots import Roles
from khabar.extraction.events.standing import Standing, status_of
from khabar.extraction.events.sufficient import is_enough_told, is_near, stands_beside
from khabar.extraction.events.timing import day_of_own_telling, day_of_speaking, day_of_speech, only_time, own_time
from khabar.extraction.events.wares import goods_of
from khabar.extraction.events.whys import Grounds
from khabar.knowledge.event_words import EventWord, Gives, Needs, carriers
from khabar.language.conjugation import Tense
from khabar.values.attribution import Attribution, Stance
from khabar.values.entity import EntityId, Kind
from khabar.values.event import Event, EventMode, EventType, Goods, GoodsCategory, Status
from khabar.values.moment import Moment
from khabar.values.why import StatusRule, TimeRule

_NO_ACT_UNDONE = frozenset(
    {
        EventType.ACCUSE,
        EventType.REQUEST,
        EventType.REJECT,
        EventType.THREATEN,
        EventType.CONCEDE,
        EventType.SUPPORT,
    }
)
_NO_ACT_MEANT = frozenset({EventType.ACCUSE, EventType.SUPPORT})
_OF_ARMS = ("weapons", "victims", "forces")  # classes of words beside an attack that is none of words
_GIVING = frozenset({EventType.AID, EventType.TRANSFER})
_SIGNED = 6  # tokens behind a treaty in which it stands that it was signed
_CAUSE = 14  # tokens on either side of a death in which its cause stands
_GIVEN = 8  # tokens behind a word of giving in which stands what is given
_BAN = 9  # tokens before a noun of trade in which the ban on it stands
_AROUND = 2  # tokens before sanctions in which stands what is done about them
_APART = frozenset({".", "،", ":", "؛"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """An event before repeats are merged."""

    event: Event
    predicate: Predicate
    roles: Roles
    cues: tuple[str, ...] = ()  # what speaks for or against its standing in the foreground


def candidate_from(
    binder: Binder, predicate: Predicate, published: date | None, told: Sequence[Event] = ()
) -> Candidate | None:
    """The event that a predicate names: the first of its words for which enough is known; `told`: those before it."""
    scene = binder.scene
    saying = scene.saying_at(predicate.first)
    if predicate.first in scene.silences or (saying and _is_silence(scene, predicate, saying)):
        return None
    if predicate.verbal and _keeps_name_back(scene, predicate):
        return None
    for word in predicate.words:
        roles = roles_of(binder, predicate, word)
        if word.mode is EventMode.VISIT and not predicate.verbal:
            roles = with_invited(scene, predicate, roles, told)
        goods = goods_of(scene, predicate, word, roles)
        roles = with_those_at_talks(scene, predicate, word, roles, told)
        roles = with_other_side(scene, predicate, word, roles, goods, told)
        place = place_of(binder, predicate, word, roles)
        own = own_time(scene, predicate, roles, saying)
        own = _not_to_come(predicate, own, published) if predicate.about.tense is Tense.PAST else own
        time = own or _not_to_come(predicate, only_time(scene, predicate, saying), published)
        timed = TimeRule.CLAUSE if own else TimeRule.SENTENCE
        if not is_enough_told(scene, predicate, word, roles, goods, bool(place)):
            continue
        if not _foremost(scene, predicate, word, roles, bool(place), bool(own)):
            continue
        standing = status_of(binder, predicate, word, roles, time, published)
        status = standing.status
        if _is_no_act(scene, predicate, word, roles, standing, saying):
            continue
        if time is None and status is Status.ACTUAL and not _told_as_past(scene, predicate):
            time, timed = _day_told(scene, predicate, word, roles, published)
        event = Event(
            id="",
            anchor=scene.analysed.span(predicate.first, predicate.last),
            type=_type(scene, predicate, word, goods),
            status=status,
            mode=word.mode,
            actor=roles.actor,
            recipient=roles.recipient or _whose_land(scene, word, roles, place),
            place=place,
            time=time,
            goods=goods,
            attribution=saying.id if saying else None,
            rule=word.id,
            actor_words=party_words(scene, predicate.first, roles.actor_arguments, roles.actor),
            recipient_words=party_words(scene, predicate.first, roles.recipient_arguments, roles.recipient),
        )
        cues = cues_of(scene, predicate, word, roles, event, published) if event.type in JUDGED else ()
        event = replace(event, prominence=prominence_of(event, cues))
        if scene.explains:
            event = replace(event, why=tuple(Grounds(binder, predicate, roles, standing, timed).whys(event)))
        return Candidate(event, predicate, roles, cues)
    return None


def _is_no_act(
    scene: Scene, p: Predicate, word: EventWord, roles: Roles, standing: Standing, saying: Attribution | None
) -> bool:
    """Whether what a word tells is no act as it stands: not said, of any such deed, or only meant."""
    denies = saying is not None and saying.stance is Stance.DENIES
    if standing.status is Status.DENIED and word.type in _NO_ACT_UNDONE and not denies:
        return True  # what was not said is no act
    if not p.verbal and roles.carrier is not None and _is_only_wished(scene, p, roles.carrier, standing):
        return True
    if standing.by == StatusRule.ANY and word.needs is Needs.BOTH_OR_GIVEN and not roles.actor:
        return True  # what any such deed would be, says somebody who does none
    # gathered to condemn it: that is what the gathering says
    return standing.by == StatusRule.PURPOSE and word.type in _NO_ACT_MEANT


def _is_only_wished(scene: Scene, p: Predicate, carrier: Predicate, standing: Standing) -> bool:
    """Whether somebody is only asked or bound not to do a deed, or might be helped to do it: urged it not to arm."""
    if standing.status is Status.DENIED and is_a("not_doing", scene.forms[p.first - 1]):
        pledged = any(c.status is Status.PLANNED for c in carrier.carriers)
        return (pledged and not carrier.verbal) or _names(carrier, EventType.REQUEST)
    return standing.status is not Status.ACTUAL and _names(carrier, EventType.AID)


def _names(p: Predicate, kind: EventType) -> bool:
    return any(word.type is kind for word in p.words)


def _is_silence(scene: Scene, predicate: Predicate, saying: Attribution) -> bool:
    """Whether a verb only tells that somebody says nothing: who refuses to comment has rejected nothing."""
    anchor = scene.analysed.span(predicate.first, predicate.last)
    return saying.stance is Stance.DECLINES and saying.cue is not None and saying.cue.covers(anchor)


def _keeps_name_back(scene: Scene, p: Predicate) -> bool:
    """Whether a verb only tells why no name is given: 'مسؤول [طلب] عدم كشف هويته', not '[أدرجت] اسمه'."""
    at = p.last
    return at < len(scene.forms) and scene.forms[at] in folded("withheld") and stays_unnamed(scene.analysed, at)


def _day_told(
    scene: Scene, p: Predicate, word: EventWord, roles: Roles, published: date | None
) -> tuple[Moment | None, TimeRule]:
    """The day of what is told with no time: on which somebody speaks of it, or on which it is news."""
    told = day_of_own_telling(scene, p, word, roles, scene.saying_at(p.first))
    if told:
        return told, TimeRule.OWN_TELLING
    spoken = day_of_speaking(scene, p, word, roles)
    if spoken:
        return spoken, TimeRule.SPEAKING
    return day_of_speech(scene, p, word, published), TimeRule.NEWS


def _not_to_come(p: Predicate, time: Moment | None, published: date | None) -> Moment | None:
    """A time, unless a verb told as done, or as going on elsewhere in the sentence, would have to wait for it."""
    ahead = time and time.earliest and published and time.earliest > published
    return None if ahead and p.about.tense.finite and "س" not in p.proclitics else time


def _told_as_past(scene: Scene, p: Predicate) -> bool:
    """Whether a verb stands in the pluperfect: they had demanded."""
    return p.first > 0 and scene.forms[p.first - 1] == "قد"


def _foremost(scene: Scene, p: Predicate, word: EventWord, roles: Roles, placed: bool, timed: bool) -> bool:
    """Whether a word tells an event here, and does not only name one."""
    if word.carried and not p.verbal and roles.carrier is None:
        return _tells_by_itself(scene, p, word, roles, timed)
    if word.type is EventType.SANCTION and roles.carrier and _lifts(roles.carrier):
        return False
    if word.type is EventType.SANCTION and not p.verbal and _only_talked_of(scene, p):
        return False
    if word.goods and not p.verbal and _is_banned(scene, p):
        return False
    if word.type in HARM and not p.verbal and p.first and _is_premises(scene.forms[p.first - 1]):
        return False
    if word.type is EventType.PROTEST and not p.verbal and roles.carrier is None:
        lone = bool(roles.actor) and all(_is_named_person(scene, e) for e in roles.actor)
        return "ال" not in p.proclitics and not lone and (bool(roles.actor) or placed or timed)
    if word.wants_object and p.about.tense is Tense.ACTIVE_PARTICIPLE and not (p.enclitic or roles.recipient_arguments):
        return False  # a man accused of theft
    if (word.undergone or word.passive) and not roles.actor and _by_accident(scene, p):
        return False
    if word.in_words and _only_said(scene, p, roles):
        return False
    if word.type in HARM and not p.verbal and _only_named(scene, p, roles, placed, timed):
        return False
    if not word.mutual or len({*roles.actor, *roles.recipient}) > 1:
        return True
    if word.type is EventType.CONSULT:
        return (
            placed
            or timed
            or any(brings_partner(p, word, a) for a in roles.recipient_arguments)
            or _is_session(scene, p, roles)
        )
    return bool(word.beside)


def _tells_by_itself(scene: Scene, p: Predicate, word: EventWord, roles: Roles, timed: bool) -> bool:
    """Whether a noun that wants a verb to carry it tells an event without: its help for Togo, its tests of 2017.

    So does a treaty that two have signed.
    """
    if word.type in _GIVING:
        return bool(roles.actor and roles.recipient)
    if word.type is EventType.AGREE and len({*roles.actor, *roles.recipient}) > 1:
        end = min(scene.analysed.sentence_at(p.first)[1], p.last + _SIGNED)
        return any(is_a("signed", form) for form in scene.forms[p.last : end])
    return timed and bool(roles.actor) and word.type is EventType.TEST


def _lifts(carrier: Predicate) -> bool:
    """Whether what carries a noun of sanctions tells by itself that they end: the lifting of the sanctions."""
    return any(word.type is EventType.CONCEDE for word in carrier.words)


def _is_session(scene: Scene, p: Predicate, roles: Roles) -> bool:
    """Whether a body is told to meet, or asked to, where none but its members do: an urgent meeting of the council."""
    new = not p.verbal and "ال" not in p.proclitics and roles.carrier is not None
    return new and any(scene.entity(e).kind is Kind.ORGANISATION for e in roles.actor)


def _is_banned(scene: Scene, p: Predicate) -> bool:
    """Whether a trade is only named as what must not be: resolutions that ban exports to the country."""
    at = before_aside(scene, p.first)
    first = max(scene.analysed.sentence_at(p.first)[0], at - _BAN)
    while at > first:
        at -= 1
        if is_a("banning", scene.forms[at]):
            return True
        if scene.forms[at] in _APART or scene.has_verb(at):
            return False
    return False


def _only_talked_of(scene: Scene, p: Predicate) -> bool:
    """Whether sanctions only tell what somebody watches over or evades: the committee that watches the sanctions."""
    return any(is_a("around_sanctions", form) for form in scene.forms[max(0, p.first - _AROUND) : p.first])


def _is_premises(form: str) -> bool:
    """Whether a noun behind a word only tells what a place is for: a detention centre."""
    return is_a("premises", form) and not form.startswith("ال")


def _by_accident(scene: Scene, p: Predicate) -> bool:
    """Whether those who died did so in an accident or a disaster: no arms are named near."""
    first, last = scene.analysed.sentence_at(p.first)
    begin, end = max(first, p.first - _CAUSE), min(last, p.last + _CAUSE)

    def named(name: str) -> bool:
        return stands_beside(scene, name, p, begin, end)

    return named("accidents") and not named("weapons") and not named("violence")


def _only_said(scene: Scene, p: Predicate, roles: Roles) -> bool:
    """Whether somebody by name attacks in words: the senator attacked the ministry; not who announces an attack."""
    if roles.carrier_id and carriers()[roles.carrier_id].gives is Gives.SPEAKER:
        return False
    lone = bool(roles.actor) and all(_is_named_person(scene, e) for e in roles.actor)
    return lone and not any(is_near(scene, name, p, around=True) for name in _OF_ARMS)


def _only_named(scene: Scene, p: Predicate, roles: Roles, placed: bool, timed: bool) -> bool:
    """Whether a noun of harm only recalls what is told elsewhere: the attack; the case of the murder of the judge."""
    if roles.actor and (roles.recipient or placed):
        return False
    if "ال" in p.proclitics:
        if (roles.actor and _is_topic(scene, p, roles)) or _comes_under(roles):
            return False
        aimed = bool(roles.recipient or roles.targets)
        return not (aimed and any(a.label in word_set("in") and a.entities for a in roles.labelled))
    if roles.actor or roles.carrier:
        return False
    first = scene.analysed.sentence_at(p.first)[0]
    if p.first == first:
        return False
    unnamed = any(a.how in ("words", "owned", "group") for a in roles.recipient_arguments) or not roles.recipient
    before = scene.forms[p.first - 1]
    return is_a("background", before) or is_a("ending", before) or not (placed or timed or unnamed)


def _comes_under(roles: Roles) -> bool:
    """Whether a verb tells that somebody comes under it, which it does with the article too: تعرض للقصف."""
    carrier = carriers().get(roles.carrier_id)
    return carrier is not None and carrier.gives is Gives.RECIPIENT


def _is_topic(scene: Scene, p: Predicate, roles: Roles) -> bool:
    """Whether the sentence is about a definite deed: the raid, the army made it; not the raid that the army made."""
    verb = roles.carrier
    told = verb is not None and verb.first > p.first and bool(verb.enclitic)
    return told and verb is not None and scene.forms[verb.first - 1] not in closed("relative", "whoever")


def _type(scene: Scene, p: Predicate, word: EventWord, goods: tuple[Goods, ...]) -> EventType:
    """Free help is no trade: goods that are aid make the transfer AID, so does a noun of help that the word carries."""
    if word.type is not EventType.TRANSFER:
        return word.type
    helped = bool(goods) and all(g.category is GoodsCategory.AID for g in goods)
    return EventType.AID if helped or _carries_help(scene, p) else word.type


def _carries_help(scene: Scene, p: Predicate) -> bool:
    """Whether what a word of giving carries is a noun of helping: gives military assistance."""
    deed = next(scene.deeds_from(p.last, _GIVEN), None) if p.carriers else None
    above = governor(scene, deed) if deed and deed.words[0].type is EventType.AID else None
    return above is not None and above[0] is p


def _whose_land(scene: Scene, word: EventWord, roles: Roles, place: tuple[EntityId, ...]) -> tuple[EntityId, ...]:
    """The country that is attacked where another attacks a place in it, and nobody is named as hit."""
    if word.type is not EventType.ASSAULT or not roles.actor or roles.recipient_arguments:
        return ()
    attackers = {_country(scene, e) for e in roles.actor}
    owners = dict.fromkeys(_country(scene, e) for e in place)
    hit = tuple(e for e in owners if e and e not in attackers)
    return hit if len(hit) == 1 and None not in attackers else ()


def _country(scene: Scene, name: EntityId) -> EntityId | None:
    """The country that an entity is or belongs to; None: it is not told."""
    entity = scene.entity(name)
    if entity.kind is Kind.COUNTRY:
        return name
    return entity.of if entity.of and entity.of in scene.referents.by_id else None


def _is_named_person(scene: Scene, name: EntityId) -> bool:
    """Whether it is one person: the march of an actress is her career."""
    return scene.entity(name).kind is Kind.PERSON
